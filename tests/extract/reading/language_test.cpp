#include "extract/reading/language.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

TEST(Language, TellsEnglishFromAHundredLettersOn) {
    EXPECT_EQ(detect_language("The army said on Monday that it had retaken the town, and that some of the "
                              "rebels were still in the hills."),
              "en");
    EXPECT_EQ(detect_language("Ukrainian President Volodymyr Zelensky told reporters in Kyiv that Russian "
                              "troops had shelled the city again."),
              "en");
}

TEST(Language, TellsOthersApart) {
    EXPECT_EQ(detect_language("Le président a déclaré que les forces de l'ordre avaient repris le contrôle "
                              "de la ville dans la nuit de lundi."),
              "fr");
    EXPECT_EQ(detect_language("Der Minister sagte am Montag, dass die Gespräche mit der Regierung in Moskau "
                              "nicht fortgesetzt werden."),
              "de");
    EXPECT_EQ(detect_language("El presidente dijo el lunes que las tropas de su país no van a salir de la "
                              "ciudad hasta el final del año."),
              "es");
    EXPECT_EQ(detect_language("O presidente disse que as tropas não vão deixar a cidade até o fim do ano, "
                              "segundo uma fonte do governo."),
              "pt");
    EXPECT_EQ(detect_language("Il presidente ha detto che le truppe non lasceranno la città fino alla fine "
                              "dell'anno, secondo il governo."),
              "it");
    EXPECT_EQ(detect_language("De minister zei maandag dat de gesprekken met de regering niet worden "
                              "voortgezet en dat het leger blijft."),
              "nl");
    EXPECT_EQ(detect_language("Cumhurbaşkanı, ülkenin bu anlaşma için hazır olduğunu ve daha sonra bir "
                              "açıklama yapılacağını söyledi ve gitti."),
              "tr");
    EXPECT_EQ(
        detect_language(
            "Президент заявил, что войска останутся в городе до конца года, сообщило министерство обороны."),
        "ru");
    EXPECT_EQ(
        detect_language(
            "Президент заявив, що війська залишаться в місті до кінця року, і що їхні командири згодні."),
        "uk");
    EXPECT_EQ(detect_language("وقال الرئيس إن القوات ستبقى في المدينة حتى نهاية العام بحسب وزارة الدفاع"),
              "ar");
    EXPECT_EQ(detect_language(
                  "总统星期一表示，军队将留在该市直到年底，国防部发言人对此没有发表评论，谈判仍在继续。"),
              "zh");
}

TEST(Language, SaysNothingOfTooLittle) {
    EXPECT_EQ(detect_language(""), "");
    EXPECT_EQ(detect_language("Reuters"), "");
    EXPECT_EQ(detect_language("1234 5678 --- ???"), "");
}

TEST(Language, ReadsDeclarations) {
    EXPECT_EQ(language_code("en-US"), "en");
    EXPECT_EQ(language_code("EN_gb"), "en");
    EXPECT_EQ(language_code("English"), "en");
    EXPECT_EQ(language_code(""), "");
    EXPECT_EQ(language_code("x-klingon-something"), "");
}

}  // namespace
}  // namespace entente::extract
