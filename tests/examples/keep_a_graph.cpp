// From text to a graph on disk and back: reads the articles named on the command line, keeps what they say in
// a store, opens the store again as any reader would, and lists its busiest actors.
//
//     keep_a_graph STORE PATH...
#include "extract/extractor.hpp"
#include "extract/input/article_source.hpp"
#include "graph/article_key.hpp"
#include "graph/resolve.hpp"
#include "graph/stats.hpp"
#include "store/store.hpp"

#include <iostream>

namespace {

using namespace entente;

void keep(const std::string& folder, std::vector<std::string> paths) {
    const extract::Extractor extractor;
    store::Writer writer(folder);
    extract::ArticleSource source(std::move(paths));
    while (const auto input = source.next()) {
        if (const auto* const article = std::get_if<extract::Article>(&*input)) {
            writer.put(graph::said(extractor.extract(*article)));
        }
    }
    graph::resolve(writer);  // publishes them; before, readers see nothing of them
}

void list(const std::string& folder) {
    const store::Reader reader(folder);
    const graph::Stats stats = graph::stats(reader, 5);
    std::cout << stats.counts.articles << " articles, " << stats.counts.events << " events\n";
    for (const auto& [actor, others] : stats.busiest) {
        std::cout << reader.actor(actor).name << " has to do with " << others << " others\n";
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "keep_a_graph STORE PATH...\n";
        return 2;
    }
    try {
        keep(arguments[1], {arguments + 2, arguments + count});
        list(arguments[1]);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 2;
    }
}
