#include "extract/reading/conllu.hpp"

#include "extract/reading/name_agreement.hpp"
#include "extract/reading/reader.hpp"
#include "tests/extract/reading/small_model.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

// CoNLL-U of any bytes is refused with a line or read; what was read is written and read back the same, and
// the reader takes its tokens whatever they are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente::extract;
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    std::vector<ConlluSentence> read;
    try {
        read = read_conllu(in, "fuzzed");
    } catch (const ConlluError&) {
        return 0;
    }
    std::ostringstream out;
    for (const ConlluSentence& each : read) write_conllu(out, each);
    std::istringstream again(out.str());
    if (read_conllu(again, "written").size() != read.size()) std::abort();

    static const SentenceReader reader(small_model());
    std::vector<Sentence> sentences;
    for (ConlluSentence& each : read) sentences.push_back(std::move(each.sentence));
    reader.read(sentences);
    agree_on_names(sentences);
    return 0;
}
