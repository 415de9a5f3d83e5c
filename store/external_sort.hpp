// Sorts more records than memory should hold: full portions are sorted and put on the disk, and all are
// merged when they are read.
//
// Record is trivially copyable. Each portion takes at most `budget_bytes`; reading back takes a buffer of a
// mebibyte for every portion. The files lie in `folder` and vanish with the sorter (and with the folder,
// which the importer empties after a kill). Throws StoreError when the disk fails. One thread at a time.
#pragma once

#include "store/store.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace entente::store {

[[noreturn]] inline void refuse_temporary(const std::filesystem::path& file, int error) {
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw StoreError(full ? StoreError::Kind::full : StoreError::Kind::failed,
                     "cannot use the temporary file " + file.string() + ": " + std::strerror(error) +
                         (full ? "; free some space and import again, nothing was changed"
                               : "; check the disk and import again, nothing was changed"));
}

template <class Record, class Less>
class ExternalSort {
    static_assert(std::is_trivially_copyable_v<Record>);

 public:
    ExternalSort(std::filesystem::path folder, std::string name, std::size_t budget_bytes)
        : folder_(std::move(folder)),
          name_(std::move(name)),
          most_(std::max<std::size_t>(budget_bytes / sizeof(Record), 1024)) {}
    ExternalSort(const ExternalSort&) = delete;
    ExternalSort& operator=(const ExternalSort&) = delete;

    void add(const Record& record) {
        if (portion_.size() == most_) spill();
        if (portion_.capacity() == portion_.size()) {
            portion_.reserve(std::min(most_, std::max<std::size_t>(portion_.size() * 2, 4096)));
        }
        portion_.push_back(record);
        ++size_;
    }

    [[nodiscard]] std::uint64_t size() const { return size_; }

    // Hands over every record in order, equal ones in the order in which portions came; then it is empty.
    template <class Visit>
    void drain(const Visit& visit) {
        std::sort(portion_.begin(), portion_.end(), Less());
        if (runs_.empty()) {
            for (const Record& record : portion_) visit(record);
        } else {
            merge(visit);
        }
        portion_ = {};
        runs_.clear();
        size_ = 0;
    }

 private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;

    struct Run {
        std::filesystem::path path;
        File file;
        std::vector<Record> buffer;
        std::size_t at = 0;

        bool fill() {
            buffer.resize(std::max<std::size_t>((std::size_t{1} << 20U) / sizeof(Record), 1));
            const std::size_t got = std::fread(buffer.data(), sizeof(Record), buffer.size(), file.get());
            if (got == 0 && std::ferror(file.get()) != 0) refuse_temporary(path, errno);
            buffer.resize(got);
            at = 0;
            return got > 0;
        }
        [[nodiscard]] const Record& now() const { return buffer[at]; }
        bool next() { return ++at < buffer.size() || fill(); }
    };

    void spill() {
        std::sort(portion_.begin(), portion_.end(), Less());
        Run run;
        run.path = folder_ / (name_ + "." + std::to_string(runs_.size()));
        run.file.reset(std::fopen(run.path.c_str(), "wb+"));
        if (!run.file) refuse_temporary(run.path, errno);
        std::setvbuf(run.file.get(), nullptr, _IONBF, 0);
        std::remove(run.path.c_str());  // it lives as long as we hold it
        if (std::fwrite(portion_.data(), sizeof(Record), portion_.size(), run.file.get()) !=
            portion_.size()) {
            refuse_temporary(run.path, errno);
        }
        std::rewind(run.file.get());
        runs_.push_back(std::move(run));
        portion_.clear();
    }

    template <class Visit>
    void merge(const Visit& visit) {
        // The portion still in memory is one more run; runs are few, so a heap of their indices does.
        std::size_t in_memory = 0;
        const std::size_t memory_run = runs_.size();
        const auto now = [&](std::size_t run) -> const Record& {
            return run == memory_run ? portion_[in_memory] : runs_[run].now();
        };
        const auto later = [&](std::size_t a, std::size_t b) {
            if (Less()(now(b), now(a))) return true;
            if (Less()(now(a), now(b))) return false;
            return a > b;
        };
        std::vector<std::size_t> heap;
        for (std::size_t run = 0; run < runs_.size(); ++run) {
            if (runs_[run].fill()) heap.push_back(run);
        }
        if (!portion_.empty()) heap.push_back(memory_run);
        std::make_heap(heap.begin(), heap.end(), later);
        while (!heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), later);
            const std::size_t run = heap.back();
            visit(now(run));
            const bool more = run == memory_run ? ++in_memory < portion_.size() : runs_[run].next();
            if (more) {
                std::push_heap(heap.begin(), heap.end(), later);
            } else {
                heap.pop_back();
            }
        }
    }

    std::filesystem::path folder_;
    std::string name_;
    std::size_t most_;
    std::vector<Record> portion_;
    std::vector<Run> runs_;
    std::uint64_t size_ = 0;
};

}  // namespace entente::store
