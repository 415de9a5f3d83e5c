#include "store/repair.hpp"

#include <system_error>

#include <fmt/format.h>

namespace entente::store {

namespace fs = std::filesystem;

Repair::Repair(const fs::path& damaged, fs::path scratch) : scratch_(std::move(scratch)) {
    holdings_ =
        std::make_unique<Holdings>(Rows::open_to_salvage(damaged, scratch_, notes_), OnDamage::pass_over);
}

Repair::~Repair() {
    holdings_.reset();
    std::error_code left;
    fs::remove_all(scratch_, left);
}

std::string Repair::decisions() {
    return holdings_->decisions();
}

std::uint64_t Repair::put_articles(Writer& writer, const std::function<void(std::uint64_t)>& progress) {
    std::uint64_t articles = 0;
    holdings_->articles([&](const graph::Said& said) {
        writer.put(said);
        ++articles;
        if (progress) progress(articles);
    });
    return articles;
}

std::uint64_t Repair::import_events(const fs::path& target,
                                    const std::function<void(const std::string&, double)>& progress) {
    std::uint64_t events = 0;
    for (const auto& [dataset, format] : holdings_->datasets()) {
        Import import(target, {.dataset = dataset, .format = format});
        holdings_->give(import, dataset);
        const ImportSummary done = import.finish([&, &name = dataset](double part) {
            if (progress) progress(name, part);
        });
        const std::uint64_t there = done.events + done.untyped;
        const std::uint64_t counted = holdings_->counted(dataset);
        if (there < counted) {
            lost_events_.push_back(
                fmt::format("{} of the {} events of {}; import it again, and they are back", counted - there,
                            counted, dataset));
        }
        events += there;
    }
    return events;
}

std::vector<std::string> Repair::lost() const {
    std::vector<std::string> lost = holdings_->lost();
    lost.insert(lost.end(), lost_events_.begin(), lost_events_.end());
    return lost;
}

}  // namespace entente::store
