#include "cli/backup.hpp"

#include "cli/options.hpp"
#include "cli/printing.hpp"
#include "store/backup.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

class Backup : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "backup"; }
    [[nodiscard]] std::string summary() const override { return "Copy the store to a folder of backups"; }

    void declare(CLI::App& app) override {
        app.add_option("FOLDER", folder_, "Where the backups lie; made if it is not there")->required();
        store_.declare(app);
        add_examples(
            app,
            "  entente backup /mnt/copies/news            the next state of ./entente.db\n"
            "  entente restore /mnt/copies/news -s new.db\n"
            "A second backup to the same folder copies what changed. Every file's checksum is compared.");
    }

    Exit run() override {
        const auto number = store::back_up(store_.folder(), folder_);
        fmt::print("backup {} of {} is in {}\n", number, one_line(store_.folder().string()),
                   one_line(folder_));
        return Exit::answered;
    }

 private:
    std::string folder_;
    StoreOption store_;
};

class Restore : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "restore"; }
    [[nodiscard]] std::string summary() const override { return "Make a store from a backup"; }

    void declare(CLI::App& app) override {
        app.add_option("FOLDER", folder_, "Where the backups lie")->required();
        app.add_option("--number", number_, "Which backup; 0 for the latest")->capture_default_str();
        store_.declare(app);
        add_examples(app,
                     "  entente restore /mnt/copies/news -s new.db\n"
                     "  entente restore /mnt/copies/news --number 3 -s march.db\n"
                     "The store is new: nothing may be at its place.");
    }

    Exit run() override {
        store::restore(folder_, number_, store_.folder());
        fmt::print("{} is what {} of {} held\n", one_line(store_.folder().string()),
                   number_ == 0 ? "the latest backup" : fmt::format("backup {}", number_), one_line(folder_));
        return Exit::answered;
    }

 private:
    std::string folder_;
    std::uint32_t number_ = 0;
    StoreOption store_;
};

}  // namespace

std::unique_ptr<Command> backup_command() {
    return std::make_unique<Backup>();
}

std::unique_ptr<Command> restore_command() {
    return std::make_unique<Restore>();
}

}  // namespace entente::cli
