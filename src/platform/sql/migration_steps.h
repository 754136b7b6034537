#pragma once
// The steps of a schema one by one, inside a transaction: for migrate() and for restore(), which
// carries out all of them in its own.

#include "platform/sql/migrations.h"

#include <string>
#include <vector>

namespace sql {

struct CarriedOut {
    std::string room;
    std::string name;
    std::string checksum;  // BLAKE2b of the text for this engine, in hexadecimal
};

std::string checksum(std::string_view text);
std::string_view text_of(const Migration& migration, Engine engine);

std::vector<CarriedOut> carried_out(Tx& tx);  // nothing in an empty database
void prepare_for_steps(Tx& tx);               // makes the table that they are recorded in
void carry_out_step(Tx& tx, const Migration& migration);  // and records it

}  // namespace sql
