#include "extract/lexicons/cameo_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::extract {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Codes of CAMEO for countries that ISO has under another one today.
std::string_view iso_code(std::string_view code) {
    static constexpr std::array<Pair, 15> others = {{{"ROM", "ROU"},
                                                     {"ZAR", "COD"},
                                                     {"TMP", "TLS"},
                                                     {"KSV", "XKX"},
                                                     {"KOS", "XKX"},
                                                     {"USR", "SUN"},
                                                     {"SOV", "SUN"},
                                                     {"DDR", "DEU"},
                                                     {"FRY", "YUG"},
                                                     {"SRP", "SRB"},
                                                     {"SAD", "SSD"},
                                                     {"WBK", "PSE"},
                                                     {"PAL", "PSE"},
                                                     {"BUR", "MMR"},
                                                     {"GGY", "GBR"}}};
    const auto found =
        std::find_if(others.begin(), others.end(), [&](const Pair& pair) { return pair.first == code; });
    return found == others.end() ? code : found->second;
}

// PLOVER's sector for a role of CAMEO; "" for a group that is none.
std::string_view sector_of(std::string_view role) {
    static constexpr std::array<Pair, 13> others = {{{"INS", "REB"},
                                                     {"SEP", "REB"},
                                                     {"MED", "JRN"},
                                                     {"HLH", "MED"},
                                                     {"HRI", "CVL"},
                                                     {"DEV", "CVL"},
                                                     {"ENV", "CVL"},
                                                     {"SET", "CVL"},
                                                     {"STU", "EDU"},
                                                     {"NGM", "CVL"},
                                                     {"KID", "CVL"},
                                                     {"PRS", "JRN"},
                                                     {"UIS", "UNK"}}};
    const auto found =
        std::find_if(others.begin(), others.end(), [&](const Pair& pair) { return pair.first == role; });
    if (found != others.end()) {
        return found->second;
    }
    return is_sector(role) ? role : std::string_view{};
}

bool among(std::string_view group, std::string_view groups) {
    for (std::size_t at = 0; at + 3 <= groups.size(); at += 4) {
        if (groups.substr(at, 3) == group) {
            return true;
        }
    }
    return false;
}

bool is_creed(std::string_view group) {
    return among(group,
                 "CHR MUS JEW BUD HIN CTH PRO REL SIK SHI SUN TAO OTH LDS HSD ADR ATH BAH CON CPT DOX DRZ "
                 "FLT GNO IFR INR ITR JAN JHW MOS MRN ORT PAG PSD RFC RZN SEV SFI SLM SNT UDX ULT UNI ZRO");
}

// What narrows a code and has no word in PLOVER: regions, peoples, single organizations, leanings.
bool is_known_aside(std::string_view group) {
    return among(
        group,
        "AFR ASA BLK CAS CAU CFR CRB EAF EEU EIN EUR LAM MDE MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA "
        "SHN WAF WEU WST NAM OCC PRI INT FRO EEC NAT UNO WTO IMF WBK WHO ILO IAE ICC ICJ ICO INP HCR "
        "HCH FAO UNE IRC MSF AMN ADB AEU AFB AFU OAU AMU ARL ASN APE BIS CEM CIS COE CPA CPC CSS CWN "
        "EAC EBR ECA EFT FID GCC GOE GSS HEN HRW HUM IDB IGD IOM IPU ITP MBR OAP OAS OIC OPC OXF PAP "
        "PLF RCR SAA SCE SCO SOC XFM CCR CFA COP CEM ECO WAS WAD WCT WEF WFP IMG IGO NGO MNC MOD RAD "
        "MNC SPY VGB ARB TAM KUR ALQ FLK IMY JMA KAS UIG CNY ASF JRN LEA HMS UNR OPP EBO CSH PAG "
        "UIS NON TER AUT");
}

class Reading {
 public:
    explicit Reading(const IsCountry& is_country) : is_country_(is_country) {}

    void take_first(std::string_view group) {
        const std::string_view iso = iso_code(group);
        if (is_beyond_countries(group) && group != "ISM") {
            said_.country = group;
        } else if (is_country_(iso)) {
            said_.country = iso;
        } else {
            take(group);
        }
    }

    void take(std::string_view group) {
        if (said_.country == "IGO" && group == "UNO") {
            said_.country = "UNO";
        } else if (said_.country == "IGO" && group == "EEC") {
            said_.country = "EUR";
        } else if (const std::string_view sector = sector_of(group); !sector.empty()) {
            add(sector);
        } else if (is_creed(group)) {
            of_a_creed_ = true;
        } else if (!is_known_aside(group) && !is_country_(iso_code(group)) && said_.not_understood.empty()) {
            said_.not_understood = group;
        }
    }

    CameoReading result() && {
        if (said_.sectors.empty()) {
            add(said_.country == "MNC" ? "BUS" : said_.country == "IMG" ? "UAF" : of_a_creed_ ? "REL" : "");
        }
        return std::move(said_);
    }

 private:
    void add(std::string_view sector) {
        if (!sector.empty() &&
            std::find(said_.sectors.begin(), said_.sectors.end(), sector) == said_.sectors.end()) {
            said_.sectors.emplace_back(sector);
        }
    }

    const IsCountry& is_country_;
    CameoReading said_;
    bool of_a_creed_ = false;
};

}  // namespace

CameoReading read_cameo_code(std::string_view code, const IsCountry& is_country) {
    Reading reading(is_country);
    const bool of_an_agent = code.starts_with('~');
    if (of_an_agent) {
        code.remove_prefix(1);
    }
    for (std::size_t at = 0; at < code.size(); at += 3) {
        const std::string_view group = code.substr(at, 3);
        if (at == 0 && !of_an_agent) {
            reading.take_first(group);
        } else {
            reading.take(group);
        }
    }
    return std::move(reading).result();
}

}  // namespace entente::extract
