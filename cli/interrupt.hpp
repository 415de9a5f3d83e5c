// Ctrl-C as a question that long work asks now and then, instead of a sudden end.
//
// The first interrupt asks the work to stop reading, the second to stop finishing too; the third ends the
// program. Whatever was written is kept in all cases.
#pragma once

#include <atomic>

namespace entente::cli {

// Catches SIGINT and SIGTERM from now on; before, they end the program at once.
void catch_interrupts();

// When nobody reads the answer any more (`| head`), the program ends without a word.
void end_quietly_on_closed_pipes();
// A file that may not grow any more (ulimit -f) is an error like a full disk, not the end of the process.
void outlive_limits_on_files();

// True from the first interrupt on. Safe to read from any thread.
const std::atomic<bool>& interrupted();

// True from the second interrupt on.
const std::atomic<bool>& hurried();

}  // namespace entente::cli
