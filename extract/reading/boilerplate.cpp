#include "extract/reading/boilerplate.hpp"

#include "extract/reading/dateline.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace entente::extract {

namespace {

using Words = std::span<const std::string_view>;

// Words a web page says about itself.
constexpr auto page_words = std::to_array<std::string_view>({"account",
                                                             "ad",
                                                             "ads",
                                                             "advertisement",
                                                             "advertisements",
                                                             "advertising",
                                                             "app",
                                                             "archive",
                                                             "article",
                                                             "articles",
                                                             "below",
                                                             "bookmark",
                                                             "breaking",
                                                             "browser",
                                                             "button",
                                                             "cancel",
                                                             "caption",
                                                             "click",
                                                             "close",
                                                             "comment",
                                                             "comments",
                                                             "content",
                                                             "continue",
                                                             "continues",
                                                             "cookie",
                                                             "cookies",
                                                             "copied",
                                                             "copy",
                                                             "copyright",
                                                             "download",
                                                             "email",
                                                             "e-mail",
                                                             "embed",
                                                             "facebook",
                                                             "feed",
                                                             "flipboard",
                                                             "follow",
                                                             "gallery",
                                                             "google",
                                                             "headlines",
                                                             "here",
                                                             "home",
                                                             "image",
                                                             "inbox",
                                                             "instagram",
                                                             "join",
                                                             "latest",
                                                             "like",
                                                             "likes",
                                                             "link",
                                                             "linkedin",
                                                             "listen",
                                                             "live",
                                                             "loading",
                                                             "log",
                                                             "login",
                                                             "logout",
                                                             "mail",
                                                             "menu",
                                                             "messenger",
                                                             "mins",
                                                             "min",
                                                             "more",
                                                             "navigation",
                                                             "newsletter",
                                                             "newsletters",
                                                             "next",
                                                             "notifications",
                                                             "now",
                                                             "page",
                                                             "password",
                                                             "photo",
                                                             "photos",
                                                             "pinterest",
                                                             "playback",
                                                             "please",
                                                             "podcast",
                                                             "popular",
                                                             "post",
                                                             "premium",
                                                             "previous",
                                                             "print",
                                                             "privacy",
                                                             "policy",
                                                             "read",
                                                             "reading",
                                                             "recommended",
                                                             "reddit",
                                                             "register",
                                                             "related",
                                                             "replay",
                                                             "reply",
                                                             "reserved",
                                                             "rights",
                                                             "rss",
                                                             "save",
                                                             "scroll",
                                                             "search",
                                                             "section",
                                                             "see",
                                                             "send",
                                                             "settings",
                                                             "share",
                                                             "shared",
                                                             "shares",
                                                             "sign",
                                                             "skip",
                                                             "skype",
                                                             "sponsored",
                                                             "stories",
                                                             "story",
                                                             "subscribe",
                                                             "subscriber",
                                                             "subscribers",
                                                             "subscription",
                                                             "tags",
                                                             "telegram",
                                                             "terms",
                                                             "top",
                                                             "topics",
                                                             "translate",
                                                             "trending",
                                                             "tumblr",
                                                             "tweet",
                                                             "tweets",
                                                             "twitter",
                                                             "up",
                                                             "updates",
                                                             "updated",
                                                             "us",
                                                             "via",
                                                             "video",
                                                             "videos",
                                                             "view",
                                                             "views",
                                                             "viewed",
                                                             "viber",
                                                             "watch",
                                                             "whatsapp",
                                                             "youtube",
                                                             "x",
                                                             "vk",
                                                             "wechat",
                                                             "weibo",
                                                             "most",
                                                             "also",
                                                             "news",
                                                             "this",
                                                             "to",
                                                             "on",
                                                             "the",
                                                             "our",
                                                             "your",
                                                             "for",
                                                             "by",
                                                             "in",
                                                             "a",
                                                             "0",
                                                             "all",
                                                             "this",
                                                             "have",
                                                             "been",
                                                             "has",
                                                             "you",
                                                             "and",
                                                             "of",
                                                             "with"});

// Of these, the ones that say nothing by themselves: a line of them alone is no boilerplate.
constexpr auto weak_words = std::to_array<std::string_view>(
    {"to",    "on",      "the",   "our",  "your", "for",  "by",     "in",    "a",     "all",    "this",
     "have",  "been",    "has",   "you",  "and",  "of",   "with",   "us",    "up",    "now",    "here",
     "most",  "also",    "news",  "see",  "top",  "live", "next",   "home",  "below", "please", "join",
     "terms", "section", "story", "post", "more", "like", "rights", "policy"});

// A line that opens so is one of the page's own, whatever follows.
constexpr auto page_openings = std::to_array<std::string_view>({"additional reporting by",
                                                                "all rights reserved",
                                                                "also read",
                                                                "article continues",
                                                                "by clicking",
                                                                "click here",
                                                                "click to",
                                                                "continue reading",
                                                                "editing by",
                                                                "follow us",
                                                                "for confidential support",
                                                                "get our",
                                                                "have a tip",
                                                                "image caption",
                                                                "image copyright",
                                                                "image credit",
                                                                "image source",
                                                                "image:",
                                                                "last modified",
                                                                "listen to this",
                                                                "media caption",
                                                                "our standards",
                                                                "photo by",
                                                                "photo credit",
                                                                "photo:",
                                                                "photos:",
                                                                "please enable",
                                                                "read also",
                                                                "read full",
                                                                "read more",
                                                                "read next",
                                                                "read our",
                                                                "read this",
                                                                "share on",
                                                                "share this",
                                                                "sign up",
                                                                "skip to",
                                                                "story continues",
                                                                "subscribe",
                                                                "tap here",
                                                                "this article was originally",
                                                                "this article originally",
                                                                "this story has been",
                                                                "this story was",
                                                                "this website uses",
                                                                "updated:",
                                                                "video:",
                                                                "view comments",
                                                                "view gallery",
                                                                "watch:",
                                                                "watch live",
                                                                "we use cookies",
                                                                "with additional reporting",
                                                                "with reporting by",
                                                                "with files from",
                                                                "you may also",
                                                                "you might also",
                                                                "your email",
                                                                "file photo",
                                                                "follow @",
                                                                "thank you for reading",
                                                                "what to read"});

// These may open a sentence of the story as well: "Sponsored by Iran, the group …".
constexpr auto doubtful_openings = std::to_array<std::string_view>({"advertisement",
                                                                    "also see",
                                                                    "compiled by",
                                                                    "copyright",
                                                                    "don't miss",
                                                                    "edited by",
                                                                    "editor's note",
                                                                    "join our",
                                                                    "last updated",
                                                                    "more from",
                                                                    "more on",
                                                                    "more stories",
                                                                    "most popular",
                                                                    "most read",
                                                                    "must read",
                                                                    "now playing",
                                                                    "please note",
                                                                    "posted by",
                                                                    "posted on",
                                                                    "published on",
                                                                    "published:",
                                                                    "recommended",
                                                                    "related articles",
                                                                    "related content",
                                                                    "related coverage",
                                                                    "related news",
                                                                    "related stories",
                                                                    "related story",
                                                                    "related topics",
                                                                    "related:",
                                                                    "reporting by",
                                                                    "see also",
                                                                    "sponsored",
                                                                    "support our",
                                                                    "tags:",
                                                                    "the associated press contributed",
                                                                    "this content",
                                                                    "top stories",
                                                                    "translation by",
                                                                    "writing by",
                                                                    "written by",
                                                                    "file -",
                                                                    "trending now",
                                                                    "graphic:"});

// What only a page says, wherever it stands in the line.
constexpr auto page_phrases = std::to_array<std::string_view>({"contributed to this report",
                                                               "contributed reporting",
                                                               "all rights reserved",
                                                               "privacy policy",
                                                               "terms of use",
                                                               "terms of service",
                                                               "cookie policy",
                                                               "can also be accessed at",
                                                               "first published on",
                                                               "originally published",
                                                               "sign up for our",
                                                               "subscribe to our",
                                                               "follow us on",
                                                               "join us on",
                                                               "download our app",
                                                               "like us on facebook",
                                                               "unsubscribe at any time",
                                                               "supports html5 video",
                                                               "enable javascript",
                                                               "this material may not be published"});

// What announces a list of other stories.
constexpr auto list_openings = std::to_array<std::string_view>(
    {"related",        "read more",   "read also",         "also read",    "see also",
     "more stories",   "more on",     "more from",         "most read",    "most popular",
     "recommended",    "trending",    "top stories",       "you may also", "you might also",
     "other stories",  "latest news", "latest stories",    "popular",      "editor's picks",
     "in other news",  "more news",   "what to read next", "don't miss",   "from the web",
     "around the web", "sponsored"});

// Who owns pictures. In brackets, or after a slash, at the end of a line they are its credit.
constexpr auto picture_owners = std::to_array<std::string_view>({"afp",
                                                                 "ap",
                                                                 "epa",
                                                                 "reuters",
                                                                 "getty",
                                                                 "getty images",
                                                                 "file",
                                                                 "photo",
                                                                 "image",
                                                                 "pictures",
                                                                 "xinhua",
                                                                 "anadolu",
                                                                 "anadolu agency",
                                                                 "tass",
                                                                 "sputnik",
                                                                 "ria novosti",
                                                                 "shutterstock",
                                                                 "bloomberg",
                                                                 "alamy",
                                                                 "efe",
                                                                 "dpa",
                                                                 "ansa",
                                                                 "upi",
                                                                 "handout",
                                                                 "archive",
                                                                 "press tv",
                                                                 "ap photo",
                                                                 "afp photo",
                                                                 "file photo",
                                                                 "stock",
                                                                 "illustration",
                                                                 "screengrab",
                                                                 "screenshot",
                                                                 "courtesy",
                                                                 "flickr",
                                                                 "wikimedia",
                                                                 "wikimedia commons",
                                                                 "pool",
                                                                 "xinhua photo",
                                                                 "photos",
                                                                 "ap images",
                                                                 "social media",
                                                                 "twitter"});

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Lower case, curly apostrophes straight.
std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool curly = text.substr(at, 3) == "\xE2\x80\x99";
        out.push_back(curly ? '\'' : lower(text[at]));
        if (curly) at += 2;
    }
    return out;
}

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && word_byte(text[end])) ++end;
        if (end > at) words.push_back(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    return words;
}

bool opens_with(std::string_view line, Words openings) {
    return std::ranges::any_of(openings, [&](std::string_view opening) {
        if (!line.starts_with(opening)) return false;
        return line.size() == opening.size() || !word_byte(opening.back()) ||
               !word_byte(line[opening.size()]);
    });
}

// A line looked at once; the judge's questions are answered from this.
struct View {
    std::string_view line;  // as written
    std::string low;
    std::vector<std::string_view> words;  // of `low`
    bool full_stop = false;

    explicit View(std::string_view text) : line(text), low(lower(text.substr(0, 600))), words(words_of(low)) {
        std::string_view rest = text;
        while (!rest.empty() &&
               (rest.back() == '"' || rest.back() == '\'' || rest.back() == ')' || rest.back() == ' ')) {
            rest.remove_suffix(1);
        }
        if (rest.ends_with("\xE2\x80\x9D") || rest.ends_with("\xE2\x80\x99")) rest.remove_suffix(3);
        full_stop = rest.ends_with('.') || rest.ends_with('!') || rest.ends_with('?');
    }
};

bool has_any(const View& view, Words phrases) {
    return std::ranges::any_of(
        phrases, [&](std::string_view words) { return view.low.find(words) != std::string::npos; });
}

// "(AFP photo)", "(Photo by Jane Doe/Getty Images)", "/REUTERS", "[AP]" at the end.
bool picture_credit(const View& view) {
    std::string_view low = view.low;
    if (low.size() >= 600) return false;
    while (!low.empty() && (low.back() == '.' || low.back() == ' ')) low.remove_suffix(1);
    if (low.ends_with(')') || low.ends_with(']')) {
        const std::size_t open = low.find_last_of("([");
        if (open == std::string_view::npos || open == 0) return false;
        const std::string_view inside = low.substr(open + 1, low.size() - open - 2);
        if (inside.starts_with("photo") || inside.starts_with("image") || inside.starts_with("file") ||
            inside.starts_with("ap photo") || inside.starts_with("picture")) {
            return true;
        }
        const std::size_t slash = inside.rfind('/');
        return slash != std::string_view::npos && contains(picture_owners, inside.substr(slash + 1));
    }
    // "Photo: Jane Doe" closes a caption, "REUTERS/Jane Doe" does too.
    for (const std::string_view mark :
         {" photo: ", " image: ", " credit: ", " picture: ", " photograph: ", " photo by "}) {
        const std::size_t at = low.rfind(mark);
        if (at != std::string_view::npos && words_of(low.substr(at + mark.size())).size() <= 6) return true;
    }
    if (const std::size_t slash = low.rfind('/'); slash != std::string_view::npos) {
        const std::size_t blank = low.rfind(' ', slash);
        const std::size_t owner = blank == std::string_view::npos ? 0 : blank + 1;
        const bool name = words_of(low.substr(slash + 1)).size() <= 4;
        if (name && contains(picture_owners, low.substr(owner, slash - owner))) return true;
    }
    for (const std::string_view mark :
         {"/", "via ", "credit: ", "photo: ", "image: ", "source: ", "\xC2\xA9 ", "| "}) {
        const std::size_t at = low.rfind(mark);
        if (at != std::string_view::npos && contains(picture_owners, low.substr(at + mark.size())))
            return true;
    }
    return false;
}

// "(AFP)" closes a caption, and with some papers the story: only a caption tells the day with its year, or is
// short.
int agency_points(const View& view) {
    const std::string_view low = view.low;
    const std::size_t open = low.find_last_of("([");
    if (low.size() >= 600 || open == std::string_view::npos || open == 0) return 0;
    std::string_view inside = low.substr(open + 1);
    while (!inside.empty() && (inside.back() == '.' || inside.back() == ' ')) inside.remove_suffix(1);
    if (!inside.ends_with(')') && !inside.ends_with(']')) return 0;
    inside.remove_suffix(1);
    if (!contains(picture_owners, inside)) return 0;
    const bool dated =
        low.find(", 20") != std::string_view::npos || low.find(", 19") != std::string_view::npos;
    return dated && view.words.size() <= 70 ? 4 : view.words.size() <= 18 ? 3 : 2;
}

// "(L)", "(C)", "(2nd R)": who stands where.
bool positions(const View& view) {
    for (const std::string_view mark :
         {"(l)", "(r)", "(c)", "(left)", "(right)", "(2nd l)", "(2nd r)", "(centre)", "(center)"}) {
        if (view.low.find(mark) != std::string::npos) return true;
    }
    return view.low.find(", left,") != std::string::npos && view.low.find("pictured") != std::string::npos;
}

// "A handout picture released by …", "In this photo taken on …"
bool names_picture(const View& view) {
    static constexpr auto said = std::to_array<std::string_view>(
        {"handout picture",  "handout photo",  "handout image",   "picture released", "photo released",
         "image released",   "picture taken",  "photo taken",     "image taken",      "in this photo",
         "in this picture",  "in this image",  "in this file",    "this photo shows", "this picture shows",
         "this image shows", "this undated",   "is seen in this", "are seen in this", "pictured here",
         "pictured left",    "pictured right", "video grab",      "still image"});
    return std::ranges::any_of(
               said, [&](std::string_view words) { return view.low.find(words) != std::string::npos; }) &&
           view.words.size() <= 70;
}

// "By Jane Doe", "By JANE DOE and John Roe, Reuters", "By our correspondent in Hong Kong"
bool byline(const View& view) {
    if (!view.low.starts_with("by ") || view.words.size() > 12 || view.full_stop) return false;
    if (view.low.find("correspondent") != std::string::npos || view.low.find("staff") != std::string::npos)
        return true;
    // A name after "By", and hardly a word in lower case.
    std::size_t capitals = 0;
    std::size_t words = 0;
    for (std::size_t at = 0; at < view.line.size(); ++at) {
        if (at > 0 && view.line[at - 1] != ' ') continue;
        ++words;
        if (view.line[at] >= 'A' && view.line[at] <= 'Z') ++capitals;
    }
    return capitals * 3 >= words * 2;
}

// "3.4K", "12 Shares", "1,204 comments", "5 min read"
bool counter(const View& view) {
    if (view.words.empty() || view.words.size() > 5) return false;
    std::size_t numbers = 0;
    std::size_t page = 0;
    for (const std::string_view word : view.words) {
        if (word[0] >= '0' && word[0] <= '9') {
            ++numbers;
        } else if (contains(page_words, word)) {
            ++page;
        }
    }
    return numbers > 0 && numbers + page == view.words.size();
}

// Nothing but an address.
bool address(const View& view) {
    return view.line.find(' ') == std::string_view::npos &&
           (view.low.find("://") != std::string::npos || view.low.starts_with("www.") ||
            view.low.find('@') != std::string::npos);
}

int page_points(const View& view) {
    if (view.words.empty()) return 3;
    if (view.words.size() > 60) return 0;
    std::size_t strong = 0;
    std::size_t weak = 0;
    for (const std::string_view word : view.words) {
        if (!contains(page_words, word)) continue;
        contains(weak_words, word) ? ++weak : ++strong;
    }
    if (strong == 0) return 0;
    const std::size_t of_page = strong + weak;
    if (of_page == view.words.size())
        return view.words.size() <= 6 || strong * 3 >= view.words.size() ? 4 : 2;
    if (of_page * 10 >= view.words.size() * 8 && strong >= 2) return 3;
    return of_page * 10 >= view.words.size() * 6 && strong >= 3 ? 2 : 0;
}

int points(const View& view) {
    int points = page_points(view);
    const bool prose = view.full_stop && view.words.size() >= 12;
    if (opens_with(view.low, page_openings)) points += view.words.size() <= 25 ? 4 : 2;
    if (opens_with(view.low, doubtful_openings)) points += prose ? 1 : 4;
    if (view.low.starts_with("(reporting by") || view.low.starts_with("(editing by") ||
        view.low.starts_with("(additional reporting")) {
        points += 4;
    }
    if (view.words.size() <= 30 && has_any(view, page_phrases)) points += 4;
    if (picture_credit(view)) points += view.words.size() <= 90 ? 4 : 1;
    points += agency_points(view);
    if (positions(view)) points += 2;
    if (names_picture(view)) points += 2;
    if (view.low.find("file photo") != std::string::npos) points += 3;
    if (byline(view)) points += 4;
    if (counter(view)) points += 4;
    if (address(view)) points += 4;
    if (view.low.starts_with("\xC2\xA9") || view.low.starts_with("(c) ")) points += 4;
    if (date_line(view.line)) points += 4;
    if (prose) points -= 1;
    if (view.words.size() > 100) points -= 3;
    return points;
}

}  // namespace

bool BoilerplateJudge::boilerplate(std::string_view line) {
    const View view(line);
    ++judged_;
    const bool prose = view.full_stop && view.words.size() >= 12;
    const bool announces = view.words.size() <= 6 && judged_ > 1 && opens_with(view.low, list_openings);
    if (prose) in_list_ = false;
    const bool listed = in_list_ && !view.full_stop && view.words.size() <= 18;
    if (announces) in_list_ = true;
    return listed || announces || points(view) >= 3;
}

}  // namespace entente::extract
