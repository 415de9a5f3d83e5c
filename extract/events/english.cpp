// Tables of closed classes and irregular verbs, and the spelling rules of regular inflection.
#include "extract/events/english.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace entente::extract {

namespace {

struct ClassRow {
    WordClass word_class;
    const char* words;
};

constexpr std::array class_rows{
    ClassRow{
        WordClass::determiner,
        "the a an this that_ these those some any no_ each every all both several many most more few other "
        "another such what_ half"},
    ClassRow{
        WordClass::preposition,
        "in on at by with against from of for into onto over under between among amid during through about "
        "around across near toward towards upon within without via inside outside beyond behind beneath "
        "above "
        "below along off despite per throughout regarding concerning alongside like unlike versus except "
        "including following besides"},
    ClassRow{WordClass::coordinator, "and or but nor & yet_"},
    ClassRow{
        WordClass::subordinator,
        "because if unless although though while when whenever where whereas whether as until till since "
        "after before lest how why than so"},
    ClassRow{WordClass::relative, "who which whom whose that"},
    ClassRow{WordClass::auxiliary,
             "be is are was were been being am 's_be 're have has had having 've do does did 'm 'd_"},
    ClassRow{WordClass::modal, "will would can could may might must shall should wo ca 'll 'd ought"},
    ClassRow{WordClass::negator, "not n't never no neither hardly"},
    ClassRow{
        WordClass::adverb,
        "also again already still just now then later earlier soon ever only even once twice outright yet "
        "too very "
        "together apart often always sometimes meanwhile however instead thus therefore moreover further "
        "furthermore here there nevertheless nonetheless otherwise perhaps maybe almost quite rather "
        "so_ back away forward ahead out up down aboard abroad hence elsewhere well far longer long today "
        "yesterday tomorrow tonight overnight first finally reportedly"},
    ClassRow{
        WordClass::pronoun,
        "he she it they we i you him them us me himself themselves itself herself ourselves one everyone "
        "everybody nobody someone anyone who_"},
    ClassRow{WordClass::possessive, "'s ' ’s ’ his her_ its their our my your"},
    ClassRow{WordClass::comma, ","},
    ClassRow{WordClass::stop, "; : -- – — _ ( ) [ ] . ! ? … ... /"},
    ClassRow{WordClass::quote, "\" “ ” `` '' ‘ `"},
    ClassRow{WordClass::hyphen, "-"},
};

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at) out.emplace_back(words.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

const std::unordered_map<std::string, WordClass>& classes() {
    static const auto table = [] {
        std::unordered_map<std::string, WordClass> out;
        for (const auto& row : class_rows) {
            for (auto& word : split(row.words)) out.emplace(std::move(word), row.word_class);
        }
        out.emplace("to", WordClass::infinitive_to);
        out.emplace("her", WordClass::possessive);
        return out;
    }();
    return table;
}

// lemma past participle; where past and participle are one word, it stands once.
constexpr const char* irregular_rows =
    "arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began "
    "begun|"
    "bend bent|bind bound|bite bit bitten|blow blew blown|break broke broken|breed bred|bring "
    "brought|broadcast "
    "broadcast|build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose "
    "chosen|cling clung|"
    "come came come|cost cost|cut cut|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt|drink "
    "drank drunk|"
    "drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee "
    "fled|fling "
    "flung|fly flew flown|forbid forbade forbidden|forecast forecast|forget forgot forgotten|forgive forgave "
    "forgiven|forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go went gone|grind "
    "ground|"
    "grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep "
    "kept|kneel "
    "knelt|know knew known|lay laid|lead led|leap leapt|leave left|lend lent|let let|lie lay lain|light "
    "lit|lose "
    "lost|make made|mean meant|meet met|mistake mistook mistaken|outlaw outlawed|overcome overcame "
    "overcome|override "
    "overrode overridden|oversee oversaw overseen|overthrow overthrew overthrown|overrun overran overrun|pay "
    "paid|"
    "put put|quit quit|read read|rebuild rebuilt|resell resold|rethink rethought|rid rid|ride rode "
    "ridden|ring rang "
    "rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake "
    "shook "
    "shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang "
    "sung|sink "
    "sank sunk|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|split "
    "split|"
    "spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck "
    "stricken|strive "
    "strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach "
    "taught|tear tore "
    "torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand "
    "understood|undertake "
    "undertook undertaken|undo undid undone|uphold upheld|upset upset|wage waged|wake woke woken|wear wore "
    "worn|"
    "weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write "
    "wrote "
    "written|rewrite rewrote rewritten|spell spelt|hew hewed hewn|seal sealed|shoot shot|spearhead "
    "spearheaded|"
    "stalk stalked|gun gunned|renege reneged|veto vetoed|underwrite underwrote underwritten|backslide "
    "backslid|"
    "foresee foresaw foreseen|mow mowed mown|wreak wreaked|behead beheaded|retake retook retaken|overtake "
    "overtook "
    "overtaken|reopen reopened|partake partook partaken|outlast outlasted|bleed bled";

std::vector<std::string> split_at(std::string_view text, char mark) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        out.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

const std::unordered_map<std::string, VerbReading>& irregular() {
    static const auto table = [] {
        std::unordered_map<std::string, VerbReading> out;
        for (const auto& row : split_at(irregular_rows, '|')) {
            const auto forms = split(row);
            if (forms.size() == 2) {
                if (forms[0] != forms[1]) out.emplace(forms[1], VerbReading{forms[0], VerbForm::ed});
            } else {
                if (forms[1] != forms[0]) {
                    out.emplace(forms[1], VerbReading{forms[0], VerbForm::past});
                }
                if (forms[2] != forms[0]) out.emplace(forms[2], VerbReading{forms[0], VerbForm::participle});
            }
        }
        return out;
    }();
    return table;
}

// "cut", "hit": past and participle look like the base form.
bool unchanging(std::string_view lower) {
    static const auto words =
        split("cut hit cast cost hurt let put quit set shed shut split spread broadcast read beat");
    return std::find(words.begin(), words.end(), lower) != words.end();
}

bool is_no_verb_in_spite_of_its_end(std::string_view lower) {
    static const auto words = split(
        "king thing nothing something anything everything during morning evening string spring ring wing "
        "beijing "
        "according including regarding concerning following ceiling wedding sibling red bed united hundred "
        "indeed "
        "sacred naked wicked hatred kindred speed seed deed greed breed news this his its us is was has as "
        "gas bus "
        "yes plus thus less unless perhaps always across press pass process progress boss loss class mass "
        "cross "
        "congress business series species politics economics physics headquarters means states nations "
        "islands "
        "netherlands philippines hamas texas various serious previous religious famous dangerous crisis "
        "basis analysis "
        "virus campus census focus consensus status bonus minus surplus");
    return std::find(words.begin(), words.end(), lower) != words.end();
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// The stems that "-ed" and "-ing" may have been added to.
std::vector<std::string> stems(std::string_view stem) {
    std::vector<std::string> out;
    const std::size_t n = stem.size();
    if (n >= 3 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1])) {
        if (stem[n - 1] == 'l' || stem[n - 1] == 's' || stem[n - 1] == 'f' || stem[n - 1] == 'z') {
            out.emplace_back(stem);
            out.emplace_back(stem.substr(0, n - 1));
        } else {
            out.emplace_back(stem.substr(0, n - 1));
            out.emplace_back(stem);
        }
        return out;
    }
    out.emplace_back(stem);
    out.push_back(std::string(stem) + "e");
    return out;
}

void add_regular(std::string_view lower, std::vector<VerbReading>& out) {
    const std::size_t n = lower.size();
    const auto add = [&](std::string lemma, VerbForm form) { out.push_back({std::move(lemma), form}); };
    if (n > 4 && lower.ends_with("ing")) {
        for (auto& stem : stems(lower.substr(0, n - 3))) add(std::move(stem), VerbForm::ing);
        if (n == 5 && lower[1] == 'y') add(std::string(1, lower[0]) + "ie", VerbForm::ing);
    }
    if (n > 4 && lower.ends_with("ied")) add(std::string(lower.substr(0, n - 3)) + "y", VerbForm::ed);
    if (n > 3 && lower.ends_with("ed")) {
        for (auto& stem : stems(lower.substr(0, n - 2))) add(std::move(stem), VerbForm::ed);
    }
    if (n > 4 && lower.ends_with("ies")) add(std::string(lower.substr(0, n - 3)) + "y", VerbForm::third);
    if (n > 3 && lower.ends_with('s') && !lower.ends_with("ss")) {
        add(std::string(lower.substr(0, n - 1)), VerbForm::third);
        if (lower.ends_with("es")) add(std::string(lower.substr(0, n - 2)), VerbForm::third);
    }
}

}  // namespace

WordClass word_class(std::string_view lower) {
    if (lower.empty()) return WordClass::open;
    const auto found = classes().find(std::string(lower));
    if (found != classes().end()) return found->second;
    if (lower[0] >= '0' && lower[0] <= '9') return WordClass::number;
    if (lower.size() > 4 && lower.ends_with("ly") && lower != "family" && lower != "assembly" &&
        lower != "italy" && lower != "ally" && lower != "rally" && lower != "supply" && lower != "apply" &&
        lower != "reply" && lower != "comply" && lower != "anomaly" && lower != "rely" && lower != "july" &&
        lower != "imply") {
        return WordClass::adverb;
    }
    return WordClass::open;
}

std::vector<VerbReading> verb_readings(std::string_view lower) {
    std::vector<VerbReading> out;
    if (lower.size() < 2 || is_no_verb_in_spite_of_its_end(lower)) return out;
    if (const auto found = irregular().find(std::string(lower)); found != irregular().end()) {
        out.push_back(found->second);
        return out;
    }
    if (unchanging(lower)) {
        out.push_back({std::string(lower), VerbForm::ed});
        return out;
    }
    add_regular(lower, out);
    out.push_back({std::string(lower), VerbForm::base});
    return out;
}

std::string singular(std::string_view lower) {
    static const std::map<std::string, std::string, std::less<>> odd{{"men", "man"},
                                                                     {"women", "woman"},
                                                                     {"children", "child"},
                                                                     {"people", "people"},
                                                                     {"crises", "crisis"},
                                                                     {"gunmen", "gunman"},
                                                                     {"policemen", "policeman"},
                                                                     {"fishermen", "fisherman"},
                                                                     {"lawmen", "lawman"},
                                                                     {"series", "series"},
                                                                     {"news", "news"},
                                                                     {"emphases", "emphasis"},
                                                                     {"bases", "base"},
                                                                     {"leaves", "leaf"},
                                                                     {"lives", "life"},
                                                                     {"knives", "knife"},
                                                                     {"thieves", "thief"},
                                                                     {"buses", "bus"},
                                                                     {"gases", "gas"}};
    if (const auto found = odd.find(lower); found != odd.end()) return found->second;
    const std::size_t n = lower.size();
    if (n > 4 && lower.ends_with("ies")) return std::string(lower.substr(0, n - 3)) + "y";
    if (n > 4 && (lower.ends_with("sses") || lower.ends_with("shes") || lower.ends_with("ches") ||
                  lower.ends_with("xes"))) {
        return std::string(lower.substr(0, n - 2));
    }
    if (n > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") &&
        !lower.ends_with("is")) {
        return std::string(lower.substr(0, n - 1));
    }
    return std::string(lower);
}

bool is_form_of_be(std::string_view lower) {
    return lower == "is" || lower == "are" || lower == "was" || lower == "were" || lower == "be" ||
           lower == "been" || lower == "being" || lower == "am" || lower == "'re" || lower == "'m";
}

bool is_form_of_have(std::string_view lower) {
    return lower == "have" || lower == "has" || lower == "had" || lower == "having" || lower == "'ve";
}

}  // namespace entente::extract
