// The event reader's model lies in the program, as the lexicons do (extract/lexicons/embedded.cpp).
#include "extract/events/event_model.hpp"

asm(".section .rodata\n"
    ".global entente_event_model_begin\n"
    ".global entente_event_model_end\n"
    "entente_event_model_begin:\n"
    ".incbin \"" ENTENTE_EVENT_MODEL
    "\"\n"
    "entente_event_model_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" const char entente_event_model_begin[];
extern "C" const char entente_event_model_end[];

namespace entente::extract {

EventModel embedded_event_model() {
    return read_event_model({entente_event_model_begin,
                             static_cast<std::size_t>(entente_event_model_end - entente_event_model_begin)},
                            "the event model of this program");
}

}  // namespace entente::extract
