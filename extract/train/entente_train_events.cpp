// entente-train-events FOLDER MODEL: teaches the event reader from the labelled sentences of a folder.
#include "extract/train/event_trainer.hpp"

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    using namespace entente::extract;
    if (argc < 3) {
        std::cerr << "usage: entente-train-events FOLDER MODEL [--all]\n"
                     "  FOLDER  with .jsonl files of labelled sentences\n"
                     "  --all   learn from the tenth kept for scoring too\n";
        return 2;
    }
    try {
        train::TeachingTools tools;
        tools.keep_tenth = argc < 4 || std::string(argv[3]) != "--all";
        const auto model = train::teach_events(train::load_labelled(argv[1]), tools, std::cerr);
        const auto bytes = write_event_model(model);
        std::ofstream out(argv[2], std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) {
            std::cerr << argv[2] << ": cannot write the model\n";
            return 1;
        }
        std::cerr << argv[2] << ": " << bytes.size() << " bytes\n";
        return 0;
    } catch (const std::exception& wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
