#include "graph/xml_text.hpp"

namespace entente::graph {
namespace {

std::string xml(std::string_view text) {
    std::string out;
    append_xml(out, text);
    return out;
}

TEST(XmlText, EscapesMarkup) {
    EXPECT_EQ(xml("a & b < c > \"d\" 'e'"), "a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;");
}

TEST(XmlText, KeepsEveryScript) {
    EXPECT_EQ(xml("Erdoğan Лавров 习近平 😀"), "Erdoğan Лавров 习近平 😀");
}

TEST(XmlText, KeepsTabsAndLinesAndSavesTheCarriageReturn) {
    EXPECT_EQ(xml("a\tb\nc\rd"), "a\tb\nc&#13;d");
}

TEST(XmlText, ReplacesWhatXmlForbids) {
    using namespace std::string_view_literals;
    for (const std::string_view forbidden :
         {"\x00"sv, "\x01"sv, "\x0B"sv, "\x1F"sv, "\xEF\xBF\xBE"sv, "\xEF\xBF\xBF"sv}) {
        EXPECT_EQ(xml(forbidden), "\xEF\xBF\xBD");
    }
}

TEST(XmlText, ReplacesBrokenUtf8ByteByByte) {
    EXPECT_EQ(xml("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(xml("a\xC3"), "a\xEF\xBF\xBD");
    EXPECT_EQ(xml("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "a surrogate";
    EXPECT_EQ(xml("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "an overlong slash";
    EXPECT_EQ(xml("\xF4\x90\x80\x80").size(), 12U) << "beyond Unicode";
}

}  // namespace
}  // namespace entente::graph
