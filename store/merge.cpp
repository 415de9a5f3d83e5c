#include "store/merge.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <tuple>

namespace entente::store {

namespace fs = std::filesystem;

namespace {

auto age(const graph::ArticleRecord& article) {
    return std::tie(article.date, article.version);
}

}  // namespace

Merge::Merge(const std::vector<fs::path>& shards, fs::path target) : target_(std::move(target)) {
    for (const fs::path& shard : shards) {
        std::error_code one_is_missing;
        const bool is_target = fs::equivalent(shard, target_, one_is_missing);
        if (is_target && !one_is_missing) continue;
        shards_.emplace_back(Rows::open_to_read(shard), OnDamage::refuse);
    }
}

std::vector<std::string> Merge::decisions() {
    std::vector<std::string> texts;
    for (Holdings& shard : shards_) texts.push_back(shard.decisions());
    return texts;
}

void Merge::put_articles(Writer& writer, const std::function<bool(std::uint64_t)>& progress) {
    struct Stopped {};
    try {
        for (Holdings& shard : shards_) {
            shard.articles([&](const graph::Said& said) {
                if (progress && !progress(summary_.articles)) throw Stopped{};
                ++summary_.articles;
                put(writer, said);
            });
        }
    } catch (const Stopped&) {
        return;
    }
}

void Merge::put(Writer& writer, const graph::Said& said) {
    const auto there = writer.latest(said.article.key);
    const bool other_version = there && there->article.version != said.article.version;
    if (other_version) conflicts_.insert(said.article.key);
    if (other_version && age(said.article) < age(there->article)) return;
    switch (writer.put(said)) {
        case graph::PutOutcome::added:
            ++summary_.added;
            break;
        case graph::PutOutcome::replaced:
            ++summary_.replaced;
            break;
        case graph::PutOutcome::unchanged:
            break;
    }
}

void Merge::import_events(const std::function<void(const std::string&, double)>& progress) {
    std::map<std::string, std::string> datasets;  // with their formats
    for (const Holdings& shard : shards_) {
        for (const auto& [dataset, format] : shard.datasets()) {
            auto& smallest = datasets.try_emplace(dataset, format).first->second;
            smallest = std::min(smallest, format);
        }
    }
    for (const auto& [dataset, format] : datasets) {
        Import import(target_, {.dataset = dataset, .format = format});
        for (Holdings& shard : shards_) shard.give(import, dataset);
        const ImportSummary done = import.finish([&, &name = dataset](double part) {
            if (progress) progress(name, part);
        });
        summary_.rows += done.rows;
        summary_.events += done.events + done.untyped;
    }
}

}  // namespace entente::store
