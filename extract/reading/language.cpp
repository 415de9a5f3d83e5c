#include "extract/reading/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::extract {

namespace {

constexpr std::size_t bytes_read = 20'000;

struct Latin {
    std::string_view code;
    std::string_view words;  // each between blanks
};

// The commonest small words, with those that tell neighbours apart (the Swedish "och" from the Danish "og").
constexpr auto latin = std::to_array<Latin>({
    {"en",
     " the of and to in a is that was for on with as it at by from his he be has have had were are said an "
     "this not "
     "which but they their will who its after would been or more than when about she we her i you there what "
     "if could "
     "over into also up out one two against between all no new says us some most before because during "
     "people while "
     "where other last first "},
    {"fr",
     " le la les de des du et un une en à au aux est dans que qui pour par sur pas plus ne se son sa ses ce "
     "cette il "
     "elle ont été avec sont être mais ou comme leur d l qu n s c nous vous fait après entre "},
    {"de",
     " der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
     "aus er hat "
     "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor "
     "zur bis "},
    {"es",
     " el la los las de del y que en un una por con para se no su al es lo como más este esta pero sus ha "
     "fue son "
     "entre desde sobre también le o sin hasta está han donde cuando todo según "},
    {"it",
     " il lo la i gli le di del della dei delle e che in un una per con non si è da dal alla al nel nella "
     "sono anche "
     "come più ha ma su questo questa dopo stato essere hanno tra sul ai l d all dell "},
    {"pt",
     " o a os as de do da dos das e que em um uma para com não no na nos nas por mais se ao como foi seu sua "
     "é pelo "
     "pela são ou também já tem entre até sobre está ser após "},
    {"nl",
     " de het een en van in is dat op te zijn met voor niet die aan er ook als om bij door maar naar uit "
     "over heeft "
     "dit worden nog wordt hij was deze zich werd tot hebben "},
    {"sv",
     " och att det i en som är på av för med den till har de inte om ett var han men sig från vi så kan ska "
     "när under "
     "också eller efter sin "},
    {"da",
     " og at det i en som er på af for med den til har de ikke om et var han men sig fra vi så kan skal når "
     "under også "
     "eller efter sin blev "},
    {"pl",
     " w i na z się że do nie jest to o jak po od za przez przed oraz dla ale są było był być już tym tego "
     "przy ze ma "
     "która który które "},
    {"cs",
     " a v na se že je to do s z o k jako by za pro ale po jsou podle jeho také při od který která které "
     "byl "},
    {"ro",
     " de și în a la cu că pe nu din este o un pentru care mai au fost sau prin după sunt lui ce al ale dar "
     "această "},
    {"tr",
     " ve bir bu için ile da de olarak çok daha en gibi olan kadar sonra ise ancak her değil var türkiye "
     "olduğu dedi "
     "göre ya ne "},
    {"id",
     " yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh sebagai adalah mereka juga kepada "
     "telah "
     "bahwa karena dia tersebut lebih saat "},
    {"hu",
     " a az és hogy nem egy is volt ez meg van csak de már mint amely azt vagy után még lesz el szerint "},
    {"fi",
     " ja on ei se että hän oli ovat mutta myös kun joka ole tai mukaan jo kuin sen ovat jos niin vuoden "},
    {"vi", " và của là có trong được cho không các một người với những đã này khi để ở đến về từ "},
    {"sw", " na ya wa kwa ni katika la za kuwa hiyo huo hata lakini pia kama cha baada yake watu nchi "},
});

struct Scripts {
    std::uint32_t latin = 0;
    std::uint32_t cyrillic = 0;
    std::uint32_t ukrainian = 0;
    std::uint32_t arabic = 0;
    std::uint32_t persian = 0;
    std::uint32_t urdu = 0;
    std::uint32_t han = 0;
    std::uint32_t kana = 0;
    std::uint32_t hangul = 0;
    std::uint32_t hebrew = 0;
    std::uint32_t greek = 0;
    std::uint32_t devanagari = 0;
    std::uint32_t bengali = 0;
    std::uint32_t tamil = 0;
    std::uint32_t thai = 0;
    std::uint32_t georgian = 0;
    std::uint32_t armenian = 0;
    std::uint32_t ethiopic = 0;
    std::uint32_t other = 0;
};

bool within(UChar32 c, UChar32 first, UChar32 last) {
    return c >= first && c <= last;
}

std::uint32_t& script_of(Scripts& scripts, UChar32 c) {
    if (c < 0x250 || within(c, 0x1E00, 0x1EFF)) return scripts.latin;
    if (within(c, 0x370, 0x3FF) || within(c, 0x1F00, 0x1FFF)) return scripts.greek;
    if (within(c, 0x400, 0x52F)) return scripts.cyrillic;
    if (within(c, 0x530, 0x58F)) return scripts.armenian;
    if (within(c, 0x590, 0x5FF)) return scripts.hebrew;
    if (within(c, 0x600, 0x77F) || within(c, 0xFB50, 0xFDFF) || within(c, 0xFE70, 0xFEFE))
        return scripts.arabic;
    if (within(c, 0x900, 0x97F)) return scripts.devanagari;
    if (within(c, 0x980, 0x9FF)) return scripts.bengali;
    if (within(c, 0xB80, 0xBFF)) return scripts.tamil;
    if (within(c, 0xE00, 0xE7F)) return scripts.thai;
    if (within(c, 0x10A0, 0x10FF)) return scripts.georgian;
    if (within(c, 0x1200, 0x137F)) return scripts.ethiopic;
    if (within(c, 0x3040, 0x30FF)) return scripts.kana;
    if (within(c, 0x3400, 0x9FFF) || within(c, 0x20000, 0x3FFFF)) return scripts.han;
    if (within(c, 0xAC00, 0xD7A3) || within(c, 0x1100, 0x11FF)) return scripts.hangul;
    return scripts.other;
}

void count_letter(Scripts& scripts, UChar32 c) {
    ++script_of(scripts, c);
    if (c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491) ++scripts.ukrainian;
    if (c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF || c == 0x6CC || c == 0x6A9) ++scripts.persian;
    if (c == 0x679 || c == 0x688 || c == 0x691 || c == 0x6D2 || c == 0x6BA) ++scripts.urdu;
}

std::string other_script(const Scripts& s) {
    struct Choice {
        std::uint32_t letters;
        std::string_view code;
    };
    const std::string_view arabic = s.urdu > 2 ? "ur" : s.persian * 30 > s.arabic ? "fa" : "ar";
    const std::string_view cyrillic = s.ukrainian * 50 > s.cyrillic ? "uk" : "ru";
    // Han weighs more: a sign is a word, where others need five letters.
    const auto choices = std::to_array<Choice>({{s.cyrillic, cyrillic},
                                                {s.arabic, arabic},
                                                {s.han * 3 + s.kana * 3, s.kana * 10 > s.han ? "ja" : "zh"},
                                                {s.hangul * 2, "ko"},
                                                {s.hebrew, "he"},
                                                {s.greek, "el"},
                                                {s.devanagari, "hi"},
                                                {s.bengali, "bn"},
                                                {s.tamil, "ta"},
                                                {s.thai, "th"},
                                                {s.georgian, "ka"},
                                                {s.armenian, "hy"},
                                                {s.ethiopic, "am"}});
    const auto& best = *std::ranges::max_element(choices, {}, &Choice::letters);
    return best.letters > s.latin && best.letters >= 20 ? std::string(best.code) : std::string();
}

// The text's letters folded to lower case, everything else one blank, one at either end.
struct Folded {
    std::string text = " ";
    Scripts scripts;
    std::uint32_t words = 0;
};

Folded fold(std::string_view text) {
    Folded folded;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        UChar32 code = 0;
        U8_NEXT(bytes, at, text.size(), code);
        if (code >= 0 && u_isalpha(code) != 0) {
            count_letter(folded.scripts, code);
            std::array<std::uint8_t, 4> letter{};
            std::size_t size = 0;
            U8_APPEND_UNSAFE(letter.data(), size, static_cast<std::uint32_t>(u_tolower(code)));
            folded.text.append(reinterpret_cast<const char*>(letter.data()), size);
        } else if (folded.text.back() != ' ') {
            folded.text.push_back(' ');
            ++folded.words;
        }
    }
    folded.text.push_back(' ');
    return folded;
}

// Which languages have a word among their small ones: bit i for latin[i].
using Vocabulary = std::unordered_map<std::string_view, std::uint32_t>;

const Vocabulary& vocabulary() {
    static_assert(latin.size() <= 32);
    static const Vocabulary words = [] {
        Vocabulary all;
        for (std::size_t language = 0; language < latin.size(); ++language) {
            std::string_view rest = latin.at(language).words.substr(1);
            while (!rest.empty()) {
                const std::size_t end = rest.find(' ');
                all[rest.substr(0, end)] |= 1U << language;
                rest.remove_prefix(end + 1);
            }
        }
        return all;
    }();
    return words;
}

// How many words of the text each language has among its small ones.
std::array<std::uint32_t, latin.size()> hits(const Folded& folded) {
    std::array<std::uint32_t, latin.size()> found{};
    std::string_view rest = std::string_view(folded.text).substr(1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const auto known = vocabulary().find(rest.substr(0, end));
        for (std::size_t i = 0; known != vocabulary().end() && i < found.size(); ++i) {
            if ((known->second >> i & 1U) != 0) ++found.at(i);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return found;
}

std::string latin_language(const Folded& folded) {
    const auto found = hits(folded);
    const auto best = std::ranges::max_element(found);
    const bool alone = std::ranges::count(found, *best) == 1;
    const std::uint32_t words = std::max(folded.words, 1U);
    // Prose has a small word in every three; headlines of names have few in any language.
    if (*best < 3 || *best * 100 < words * 12 || !alone) return {};
    return std::string(latin.at(static_cast<std::size_t>(best - found.begin())).code);
}

}  // namespace

std::string detect_language(std::string_view text) {
    const Folded folded = fold(text.substr(0, bytes_read));
    if (std::string code = other_script(folded.scripts); !code.empty()) return code;
    if (folded.scripts.latin < 20) return {};
    return latin_language(folded);
}

std::string language_code(std::string_view declared) {
    struct Named {
        std::string_view name;
        std::string_view code;
    };
    static constexpr auto named = std::to_array<Named>(
        {{"english", "en"}, {"eng", "en"},    {"french", "fr"},     {"fra", "fr"},       {"fre", "fr"},
         {"german", "de"},  {"deu", "de"},    {"ger", "de"},        {"spanish", "es"},   {"spa", "es"},
         {"italian", "it"}, {"ita", "it"},    {"portuguese", "pt"}, {"por", "pt"},       {"russian", "ru"},
         {"rus", "ru"},     {"arabic", "ar"}, {"ara", "ar"},        {"chinese", "zh"},   {"zho", "zh"},
         {"turkish", "tr"}, {"tur", "tr"},    {"persian", "fa"},    {"farsi", "fa"},     {"japanese", "ja"},
         {"korean", "ko"},  {"dutch", "nl"},  {"polish", "pl"},     {"ukrainian", "uk"}, {"swedish", "sv"},
         {"hindi", "hi"},   {"hebrew", "he"}});
    std::string code;
    for (const char c : declared.substr(0, 32)) {
        if (c == '-' || c == '_' || c == ' ' || c == ',' || c == ';') {
            if (code.empty()) continue;
            break;
        }
        code.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    for (const Named& language : named) {
        if (code == language.name) return std::string(language.code);
    }
    const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
    return code.size() == 2 && letters ? code : std::string();
}

}  // namespace entente::extract
