// What stands among the paragraphs of a news page and is not story: captions, bylines, share buttons,
// advertisements, counters, lists of other stories, notices about cookies, newsletters and rights.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::extract {

// Judges the paragraphs of one article in order. Each gets points for what such lines have (words of the web
// page's own language, a photo credit, names and no verb, no full stop) and loses points for being prose;
// after a line that announces other stories ("Related news:") short lines without a full stop are taken for
// their headlines until prose comes again. The judge remembers only that, so it costs the lines' length.
class BoilerplateJudge {
 public:
    [[nodiscard]] bool boilerplate(std::string_view line);

 private:
    bool in_list_ = false;
    std::uint32_t judged_ = 0;
};

}  // namespace entente::extract
