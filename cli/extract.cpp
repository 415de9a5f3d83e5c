#include "cli/extract.hpp"

#include "cli/answers.hpp"
#include "cli/intake.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "cli/progress.hpp"
#include "extract/json.hpp"

#include <cstdint>
#include <cstdio>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Extract : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "extract"; }
    [[nodiscard]] std::string summary() const override {
        return "What articles say, as one JSON line each; touches no store";
    }

    void declare(CLI::App& app) override {
        intake_.declare(app);
        app.add_flag("--text", text_, "Add the text that the spans point into");
        app.add_flag(
            "--explain", explain_,
            "Instead of the articles one JSON line a sentence: the events it codes with the frame or "
            "reader that fired and its confidence, or what stopped it and what came nearest "
            "(cli/JSON.md tells the fields)");
        add_examples(app,
                     "  entente extract article.txt\n"
                     "  entente extract --explain article.txt | jq -r '.stopped' | sort | uniq -c\n"
                     "  entente extract news/ --threads 8 > said.jsonl\n"
                     "  entente extract --actors people.txt --actors agents.txt article.txt\n"
                     "  zcat news.jsonl.gz | entente extract - | jq -r '.events[].type' | sort | uniq -c");
    }

    Exit run() override {
        const auto options = intake_.extractor();
        intake_.refuse_if_all_missing();
        catch_interrupts();
        const extract::Extractor extractor(options);
        extract::ArticleSource source(intake_.paths, intake_.format());
        take_in<std::string>(
            source, thread_count(intake_.threads),
            [this, &extractor](const extract::Article& article) { return line_of(extractor, article); },
            [this](Taken<std::string>&& taken) { print(taken); });
        return status();
    }

 private:
    [[nodiscard]] std::string line_of(const extract::Extractor& extractor,
                                      const extract::Article& article) const {
        if (explain_) {
            return explained(extractor, article);
        }
        const bool with_text = text_ || article.is_html;
        return extract::to_json(extractor.extract(article),
                                with_text ? extract::TextField::print : extract::TextField::leave_out);
    }

    // One line a sentence, without the last line's end.
    [[nodiscard]] static std::string explained(const extract::Extractor& extractor,
                                               const extract::Article& article) {
        std::vector<extract::SentenceExplanation> sentences;
        const auto said = extractor.extract(article, sentences);
        std::string lines;
        for (const auto& sentence : sentences) {
            lines += lines.empty() ? "" : "\n";
            lines += explanation_json(said.id, sentence).dump(-1, ' ', false, Json::error_handler_t::replace);
        }
        return lines;
    }

    static Json explanation_json(const std::string& id, const extract::SentenceExplanation& sentence) {
        Json line{{"id", id},
                  {"sentence", sentence.sentence},
                  {"sentence_span", {sentence.span.begin, sentence.span.end}},
                  {"stopped", or_null(std::string(extract::name(sentence.stopped)))},
                  {"events", Json::array()},
                  {"nearest", nullptr}};
        for (const auto& event : sentence.events) {
            line["events"].push_back(reading_json(event, "confidence"));
        }
        if (sentence.nearest) {
            line["nearest"] = reading_json(*sentence.nearest, "score");
        }
        return line;
    }

    static Json reading_json(const extract::Reading& reading, const char* sure) {
        return {{"type", extract::name(reading.type)},
                {"trigger", reading.trigger},
                {"fired", reading.fired},
                {sure, reading.confidence_percent / 100.0}};
    }

    void print(const Taken<std::string>& taken) {
        if (const auto* line = std::get_if<std::string>(&taken)) {
            ++articles_;
            put_line(*line);
        } else if (const auto* error = std::get_if<extract::InputError>(&taken)) {
            ++failed_;
            put_line(extract::to_json(*error));
            progress_.say(one_line(extract::message(*error)));
        } else {
            progress_.say(one_line(extract::message(std::get<extract::InputWarning>(taken))));
        }
        progress_.show([this] {
            return fmt::format("{}  {:.0f}/s", counted(articles_, "article"),
                               static_cast<double>(articles_) / progress_.seconds());
        });
    }

    // A full disk must stop the work, not be found out after hours of it.
    static void put_line(const std::string& line) {
        if (line.empty()) {
            return;  // an article without sentences, explained
        }
        std::fwrite(line.data(), 1, line.size(), stdout);
        std::fputc('\n', stdout);
        if (std::ferror(stdout) != 0) {
            finish_output();
        }
    }

    [[nodiscard]] Exit status() const {
        if (interrupted()) {
            return Exit::interrupted;
        }
        if (articles_ + failed_ == 0 && !intake_.from_standard_input()) {
            intake_.refuse_empty();
        }
        return failed_ == 0 ? Exit::answered : Exit::some_failed;
    }

    IntakeOptions intake_;
    bool text_ = false;
    bool explain_ = false;
    Progress progress_;
    std::uint64_t articles_ = 0;
    std::uint64_t failed_ = 0;
};

}  // namespace

std::unique_ptr<Command> extract_command() {
    return std::make_unique<Extract>();
}

}  // namespace entente::cli
