#include "cli/remove.hpp"

#include "cli/decisions_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "graph/article_key.hpp"
#include "graph/resolve.hpp"
#include "store/removal.hpp"
#include "store/store.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Remove : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "remove"; }
    [[nodiscard]] std::string summary() const override { return "Take articles out of the graph"; }

    void declare(CLI::App& app) override {
        app.add_option("ARTICLE", articles_, "The id, file or url of an article, as why prints them");
        app.add_option("--source", source_,
                       "All of a source: the articles of a publisher, the events of an imported data set")
            ->type_name("NAME");
        store_.declare(app);
        decisions_.declare(app);
        add_examples(app,
                     "  entente remove tests/articles/2015-07-iran-nuclear-deal.txt\n"
                     "  entente remove https://example.org/2015/07/14/accord\n"
                     "  entente remove --source icews\n"
                     "What only these told goes with them; what others tell too stays.");
    }

    Exit run() override {
        if (articles_.empty() == source_.empty()) {
            throw Refusal(Exit::could_not_try, "name articles to remove, or a --source, and not both");
        }
        // A reader first: a store that is not there must not be made by a removal.
        std::vector<graph::ArticleKey> keys;
        {
            const store::Reader view(store_.folder());
            for (const auto& article : articles_) {
                keys.push_back(key_of(view, article));
            }
            if (!source_.empty()) keys = keys_of_source(view);
        }
        catch_interrupts();
        const auto events = source_.empty() ? 0 : store::remove_dataset(store_.folder(), source_);
        if (keys.empty() && events == 0) {
            throw Refusal(
                Exit::no_answer,
                fmt::format("no article and no imported event is of the source \"{}\"; nothing was removed",
                            one_line(source_)));
        }
        store::Writer writer(store_.folder());
        for (const auto& key : keys) {
            writer.remove(key);
        }
        graph::ResolveOptions options;
        options.decisions = decisions_.text(store_.folder());
        options.cancel = &interrupted();
        const auto joined = graph::resolve(writer, options);
        const auto counts = writer.view()->counts();
        fmt::print("{}{} removed; {} now: {}, {}, {}\n", counted(joined.removed, "article"),
                   events == 0 ? "" : fmt::format(" and {}", counted(events, "imported event")),
                   one_line(store_.folder().string()), counted(counts.articles, "article"),
                   counted(counts.actors, "actor"), counted(counts.events, "event"));
        return interrupted() ? Exit::interrupted : Exit::answered;
    }

 private:
    [[nodiscard]] std::vector<graph::ArticleKey> keys_of_source(const graph::View& view) const {
        std::vector<graph::ArticleKey> keys;
        view.articles([&](const graph::ArticleRecord& article) {
            if (article.source == source_) keys.push_back(article.key);
            return true;
        });
        return keys;
    }

    // The key of the one article that `name` may mean: its key, id, file or url.
    static graph::ArticleKey key_of(const graph::View& view, const std::string& name) {
        if (view.article(name)) {
            return name;
        }
        const auto url = "url:" + graph::normal_url(name);
        std::vector<graph::ArticleKey> found;
        view.articles([&](const graph::ArticleRecord& article) {
            if (article.id == name || article.doc == name || article.key == url) {
                found.push_back(article.key);
            }
            return true;
        });
        if (found.empty()) {
            throw Refusal(Exit::no_answer,
                          fmt::format("no article is called \"{}\"; nothing was removed", one_line(name)));
        }
        if (found.size() > 1) {
            throw Refusal(Exit::could_not_try,
                          fmt::format("\"{}\" may be {} articles, {} and {} among them; nothing was removed",
                                      one_line(name), found.size(), one_line(found[0]), one_line(found[1])));
        }
        return found.front();
    }

    StoreOption store_;
    DecisionsOption decisions_;
    std::vector<std::string> articles_;
    std::string source_;
};

}  // namespace

std::unique_ptr<Command> remove_command() {
    return std::make_unique<Remove>();
}

}  // namespace entente::cli
