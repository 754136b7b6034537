// expects: leaving::Passed::Passed(leaving::Draft)' is private within this context
// What leaves was let out by the gate.

#include "platform/exit/gate.h"

leaving::Passed forged() {
    return leaving::Passed(leaving::Draft{leaving::Exit::mail, {}, {}, "News"});
}
