#include "extract/input/html_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include <libxml/tree.h>

namespace entente::extract {

namespace {

constexpr auto left_out = std::to_array<std::string_view>(
    {"script", "style",  "noscript", "template", "nav",    "aside",  "form",   "button", "select",
     "option", "input",  "textarea", "svg",      "canvas", "iframe", "object", "embed",  "video",
     "audio",  "footer", "head",     "menu",     "dialog", "map",    "math",   "applet", "datalist",
     "label",  "img",    "picture",  "source",   "track",  "link",   "meta"});

constexpr auto blocks = std::to_array<std::string_view>(
    {"p",          "div",    "h1",         "h2", "h3",      "h4",      "h5",     "h6",      "li",
     "ul",         "ol",     "blockquote", "td", "th",      "tr",      "table",  "section", "article",
     "figcaption", "figure", "pre",        "dd", "dt",      "dl",      "header", "main",    "body",
     "html",       "center", "address",    "hr", "details", "summary", "tbody",  "caption", "time"});

// What a class or id is called whose element is not story. Compared with the parts between - and _.
constexpr auto chrome_names =
    std::to_array<std::string_view>({"share",         "sharing",     "social",
                                     "related",       "comments",    "comment",
                                     "newsletter",    "promo",       "advert",
                                     "advertisement", "ad",          "ads",
                                     "sidebar",       "breadcrumb",  "breadcrumbs",
                                     "cookie",        "cookies",     "footer",
                                     "nav",           "navbar",      "navigation",
                                     "menu",          "subscribe",   "subscription",
                                     "recommend",     "recommended", "recommendations",
                                     "taboola",       "outbrain",    "popup",
                                     "modal",         "toolbar",     "tags",
                                     "byline",        "banner",      "masthead",
                                     "trending",      "mostread",    "paywall",
                                     "signup",        "sponsored",   "disclaimer",
                                     "copyright",     "pagination",  "skip",
                                     "hidden",        "credit",      "widget",
                                     "teaser",        "readmore",    "login",
                                     "print",         "sr"});

constexpr auto chrome_roles =
    std::to_array<std::string_view>({"navigation", "banner", "contentinfo", "complementary", "search",
                                     "dialog", "menu", "alert", "form", "toolbar"});

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool names_chrome(const std::string& names) {
    std::string part;
    for (std::size_t at = 0; at <= names.size(); ++at) {
        const char c = at < names.size() ? lower(names[at]) : ' ';
        if (c >= 'a' && c <= 'z') {
            part.push_back(c);
            continue;
        }
        if (contains(chrome_names, part)) return true;
        part.clear();
    }
    return false;
}

bool container(std::string_view name) {
    return name == "html" || name == "body" || name == "main" || name == "article";
}

bool is_text(const xmlNode* node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

bool chrome(const xmlNode* node) {
    const std::string_view name = name_of(node);
    if (name.empty()) return !is_text(node);
    if (contains(left_out, name)) return true;
    if (container(name) || node->properties == nullptr) return false;
    if (contains(chrome_roles, attribute(node, "role")) || attribute(node, "aria-hidden") == "true")
        return true;
    if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
    const std::string style = attribute(node, "style");
    if (style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos)
        return true;
    if (name == "p" || name == "figure" || name == "figcaption") return false;
    return names_chrome(attribute(node, "class")) || names_chrome(attribute(node, "id"));
}

std::string_view content_of(const xmlNode* node) {
    return node->content == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->content);
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Appends text, its blanks made one.
void append_words(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (!is_blank(c)) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
            out.push_back(' ');
        }
    }
}

void trim_end(std::string& text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
}

// A run of text between two block boundaries.
struct Block {
    std::string text;
    std::size_t linked = 0;           // bytes of it inside links
    const xmlNode* parent = nullptr;  // the block element it lies in
    std::string_view name;            // of that element
};

// Walks the tree below an element and gathers its blocks.
class Gatherer {
 public:
    std::vector<Block> gather(const xmlNode* root) {
        const xmlNode* node = root;
        while (node != nullptr) {
            const bool enter = node == root || !chrome(node);
            if (enter) visit(node);
            const xmlNode* const next = following(node, root, enter);
            leave(node, next, root, enter);
            node = next;
        }
        flush();
        return std::move(found_);
    }

 private:
    void visit(const xmlNode* node) {
        const std::string_view name = name_of(node);
        if (is_text(node)) {
            const std::size_t before = open_.text.size();
            append_words(open_.text, content_of(node));
            if (links_ > 0) open_.linked += open_.text.size() - before;
        } else if (name == "br") {
            trim_end(open_.text);
            if (!open_.text.empty()) open_.text.push_back('\n');
        } else if (contains(blocks, name)) {
            flush();
            open_.parent = node;
            open_.name = name;
        } else if (name == "a") {
            ++links_;
        }
    }

    // Closes what ends between `node` and `next` in document order.
    void leave(const xmlNode* node, const xmlNode* next, const xmlNode* root, bool entered) {
        if (entered && node->children != nullptr && next == node->children) return;
        const xmlNode* const until = next == nullptr ? nullptr : next->parent;
        bool first = true;
        for (const xmlNode* at = node; at != nullptr && at != until && at != root;
             at = at->parent, first = false) {
            if (first && !entered) continue;
            const std::string_view name = name_of(at);
            if (name == "a" && links_ > 0) --links_;
            if (!name.empty() && contains(blocks, name)) {
                flush();
                open_.parent = at->parent;
                open_.name = name_of(at->parent);
            }
        }
    }

    void flush() {
        trim_end(open_.text);
        if (!open_.text.empty()) found_.push_back(std::move(open_));
        open_ = Block{{}, 0, open_.parent, open_.name};
    }

    std::vector<Block> found_;
    Block open_;
    int links_ = 0;
};

bool weighty(const Block& block) {
    return block.text.size() >= 60 && block.linked * 2 < block.text.size();
}

std::size_t weight(const std::vector<Block>& found) {
    std::size_t sum = 0;
    for (const Block& block : found) sum += weighty(block) ? block.text.size() : 0;
    return sum;
}

bool marked_as_story(const xmlNode* node) {
    if (name_of(node).empty() || node->properties == nullptr) return false;
    return attribute(node, "itemprop") == "articleBody" || attribute(node, "role") == "article";
}

bool main_part(const xmlNode* node) {
    return name_of(node) == "main" ||
           (!name_of(node).empty() && node->properties != nullptr && attribute(node, "role") == "main");
}

// The blocks of the heaviest element that `wanted` picks, none of it inside another one picked.
template <typename Wanted>
std::vector<Block> heaviest(const xmlNode* root, Wanted wanted) {
    std::vector<Block> best;
    const xmlNode* node = root;
    while (node != nullptr) {
        const bool picked = wanted(node);
        if (picked) {
            std::vector<Block> found = Gatherer().gather(node);
            if (weight(found) > weight(best)) best = std::move(found);
        }
        node = following(node, root, !picked);
    }
    return best;
}

// The element whose paragraphs weigh most, its grandchildren counting half.
std::vector<Block> densest(const xmlNode* root) {
    std::vector<Block> all = Gatherer().gather(root);
    std::unordered_map<const xmlNode*, std::size_t> weights;
    const xmlNode* best = nullptr;
    std::size_t most = 0;
    for (const Block& block : all) {
        if (!weighty(block) || block.parent == nullptr) continue;
        const bool paragraph = block.name == "p" || block.name == "li" || block.name == "blockquote";
        const xmlNode* at = paragraph ? block.parent->parent : block.parent;
        std::size_t share = block.text.size();
        for (int up = 0; up < 3 && at != nullptr; ++up, at = at->parent, share = share * 6 / 10) {
            const std::size_t now = weights[at] += share;
            if (now > most) {
                most = now;
                best = at;
            }
        }
    }
    if (best == nullptr || best == root) return all;
    return Gatherer().gather(best);
}

std::vector<Block> story_blocks(const xmlNode* root) {
    constexpr std::size_t enough = 250;
    std::vector<Block> found = heaviest(root, marked_as_story);
    if (weight(found) >= enough) return found;
    found = heaviest(root, [](const xmlNode* node) { return name_of(node) == "article"; });
    if (weight(found) >= enough) return found;
    std::vector<Block> dense = densest(root);
    if (found.empty() || weight(found) < weight(dense)) found = std::move(dense);
    std::vector<Block> main = heaviest(root, main_part);
    return weight(main) > weight(found) && weight(found) < enough ? main : found;
}

bool heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool same_words(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

// Lists of links and stray labels: part of the page even inside the story.
bool stray(const Block& block) {
    return block.linked * 10 >= block.text.size() * 9 && block.name != "p" && !heading(block.name) &&
           block.text.size() < 200;
}

}  // namespace

std::string_view name_of(const xmlNode* node) {
    if (node == nullptr || node->type != XML_ELEMENT_NODE || node->name == nullptr) return {};
    return reinterpret_cast<const char*>(node->name);
}

std::string attribute(const xmlNode* element, const char* name) {
    xmlChar* const value = xmlGetProp(element, reinterpret_cast<const xmlChar*>(name));
    if (value == nullptr) return {};
    std::string out(reinterpret_cast<const char*>(value));
    xmlFree(value);
    return out;
}

const xmlNode* following(const xmlNode* node, const xmlNode* root, bool enter) {
    // Only elements have children of ours: an entity's or a DTD's lead out of the tree.
    if (enter && node->children != nullptr &&
        (node->type == XML_ELEMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE))
        return node->children;
    while (node != nullptr && node != root) {
        if (node->next != nullptr) return node->next;
        node = node->parent;
    }
    return nullptr;
}

std::string words_of(const xmlNode* element) {
    std::string words;
    for (const xmlNode* node = element; node != nullptr; node = following(node, element, true)) {
        if (is_text(node)) append_words(words, content_of(node));
    }
    trim_end(words);
    return words;
}

std::string story_of(const xmlNode* root, std::string_view title) {
    std::string story;
    for (const Block& block : story_blocks(root)) {
        if (stray(block) || (heading(block.name) && same_words(block.text, title))) continue;
        if (!story.empty()) story += "\n\n";
        if (block.name == "figcaption") story += "Photo: ";
        story += block.text;
    }
    return story;
}

}  // namespace entente::extract
