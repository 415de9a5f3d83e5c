#include "extract/input/article_source.hpp"
#include "extract/json.hpp"
#include "tests/fuzz/promises.hpp"

#include <cstdint>
#include <sstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    // A brace first, so that the bytes are taken for JSON.
    std::istringstream input("{\"id\":0}\n" + std::string(reinterpret_cast<const char*>(data), size));
    extract::ArticleSource source({"-"}, input);
    std::size_t results = 0;
    while (const auto next = source.next()) {
        fuzz::promise(++results <= size + 2, "every result costs a byte");
        if (const auto* const article = std::get_if<extract::Article>(&*next)) fuzz::check(*article);
        if (const auto* const error = std::get_if<extract::InputError>(&*next)) {
            fuzz::promise(extract::to_json(*error).find('\n') == std::string::npos, "an error is one line");
        }
    }
    fuzz::promise(results > 0, "nothing is passed over in silence");
    return 0;
}
