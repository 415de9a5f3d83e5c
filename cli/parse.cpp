#include "cli/parse.hpp"

#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "extract/document.hpp"
#include "extract/input/article_source.hpp"
#include "extract/lexicons/lexicons.hpp"
#include "extract/reading/conllu.hpp"
#include "extract/reading/known_names.hpp"
#include "extract/reading/model_place.hpp"
#include "extract/reading/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Parse : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "parse"; }
    [[nodiscard]] std::string summary() const override {
        return "Tags, dependency trees and names of every sentence, as CoNLL-U";
    }

    void declare(CLI::App& app) override {
        app.add_option("PATH", paths_, "Articles, folders, CoNLL-U files, or - for standard input")
            ->required();
        app.add_option("--input", input_, "What the paths hold: text (articles) or conllu")
            ->check(CLI::IsMember({"text", "conllu"}));
        app.add_option("--keep", keep_,
                       "With --input conllu, what of it to keep beside the tokens: tags or trees")
            ->check(CLI::IsMember({"tags", "trees"}));
        app.add_option("--model", model_, "The reading model; else ENTENTE_MODEL, else the one installed");
        add_examples(app,
                     "  entente parse article.txt\n"
                     "  echo 'Oil rose in Geneva.' | entente parse -\n"
                     "  entente parse --input conllu --keep tags tagged.conllu > parsed.conllu");
    }

    Exit run() override {
        if (!keep_.empty() && input_ != "conllu") {
            throw Refusal(Exit::could_not_try,
                          "--keep is for --input conllu, which brings something to keep");
        }
        lexicons_.emplace();
        reader_.emplace(extract::load_model(extract::find_model(model_)));
        const Exit status = input_ == "conllu" ? parse_conllu() : parse_articles();
        std::fflush(stdout);
        return status;
    }

 private:
    Exit parse_articles() {
        Exit status = Exit::answered;
        extract::ArticleSource source(paths_);
        while (auto input = source.next()) {
            if (const auto* article = std::get_if<extract::Article>(&*input)) {
                print_article(*article);
            } else if (const auto* error = std::get_if<extract::InputError>(&*input)) {
                complain(one_line(extract::message(*error)));
                status = Exit::some_failed;
            }
        }
        return status;
    }

    void print_article(const extract::Article& article) const {
        extract::Document document = extract::read(article);
        find(document.sentences, {});
        std::ostringstream out;
        std::optional<std::uint32_t> paragraph;
        for (std::size_t i = 0; i < document.sentences.size(); ++i) {
            extract::ConlluSentence block;
            block.sentence = std::move(document.sentences[i]);
            if (i == 0) {
                tell_of(article, document, block.comments);
            }
            if (paragraph != block.sentence.paragraph) {
                block.comments.emplace_back("newpar");
            }
            paragraph = block.sentence.paragraph;
            if (block.sentence.boilerplate) {
                block.comments.emplace_back("boilerplate");
            }
            block.comments.push_back(fmt::format("sent_id = {}-{}", one_line(article.id), i + 1));
            block.comments.push_back("text = " + text_of(block.sentence.tokens));
            for (extract::Token& token : block.sentence.tokens) {
                token.span = document.offsets.given(token.span);
            }
            extract::write_conllu(out, block);
        }
        print(out.str());
    }

    // What `extract --input conllu` reads again.
    static void tell_of(const extract::Article& article, const extract::Document& document,
                        std::vector<std::string>& comments) {
        comments.push_back(fmt::format("newdoc id = {}", one_line(article.id)));
        const auto tell = [&comments](const char* what, const std::string& value) {
            if (!value.empty()) {
                comments.push_back(fmt::format("{} = {}", what, one_line(value)));
            }
        };
        tell("title", article.title);
        tell("date", document.published.known() ? extract::to_string(document.published) : "");
        tell("source", article.source);
        tell("url", article.url);
        tell("language", document.language);
        tell("dateline", document.dateline);
    }

    // Forms and the blanks between them, as the official tools want `# text` to be.
    static std::string text_of(std::vector<extract::Token>& tokens) {
        std::string text;
        for (extract::Token& token : tokens) {
            if (&token == &tokens.back()) {
                token.space_after = true;  // what follows the sentence is not its matter
            }
            text += token.form + (token.space_after && &token != &tokens.back() ? " " : "");
        }
        return text;
    }

    Exit parse_conllu() {
        for (const std::string& path : paths_) {
            std::vector<extract::ConlluSentence> blocks =
                path == "-" ? extract::read_conllu(std::cin, "-") : extract::load_conllu(path);
            for (auto first = blocks.begin(); first != blocks.end();) {
                const auto last = std::find_if(std::next(first), blocks.end(), opens_document);
                print_document(std::span(first, last));
                first = last;
            }
        }
        return Exit::answered;
    }

    static bool opens_document(const extract::ConlluSentence& block) {
        return std::any_of(block.comments.begin(), block.comments.end(),
                           [](const std::string& comment) { return comment.starts_with("newdoc"); });
    }

    void print_document(std::span<extract::ConlluSentence> blocks) const {
        std::vector<extract::Sentence> sentences;
        for (extract::ConlluSentence& block : blocks) {
            sentences.push_back(std::move(block.sentence));
        }
        find(sentences, {.tags = keep_.empty(), .trees = keep_ != "trees", .names = true});
        std::ostringstream out;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            blocks[i].sentence = std::move(sentences[i]);
            extract::write_conllu(out, blocks[i]);
        }
        print(out.str());
    }

    void find(std::span<extract::Sentence> sentences, const extract::ReadingParts& parts) const {
        reader_->read(sentences, parts);
        extract::settle_names(sentences, *lexicons_);
    }

    static void print(const std::string& text) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        if (std::ferror(stdout) != 0) {
            finish_output();
        }
    }

    std::vector<std::string> paths_;
    std::string input_ = "text";
    std::string keep_;
    std::string model_;
    std::optional<extract::Lexicons> lexicons_;
    std::optional<extract::SentenceReader> reader_;
};

}  // namespace

std::unique_ptr<Command> parse_command() {
    return std::make_unique<Parse>();
}

}  // namespace entente::cli
