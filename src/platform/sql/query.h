#pragma once
// A statement with a name and a signature: the row it gives and the parameters it takes. A wrong
// id at a call does not compile; the name serves the slow log.

#include "platform/sql/value.h"

#include <string>
#include <tuple>

namespace sql {

// The text has `$1`, `$2` … and serves both engines.
struct Statement {
    std::string name;
    std::string text;
};

struct Nothing {};  // the row of a statement that gives none

template <class Signature>
class Query;

template <class RowType, class... Parameters>
class Query<RowType(Parameters...)> : public Statement {
public:
    Query(std::string name, std::string text) : Statement{std::move(name), std::move(text)} {}
};

}  // namespace sql
