#include "platform/search/fts.h"

namespace search {

const FullText& full_text(const sql::Tx& tx) {
    return tx.engine() == sql::Engine::sqlite ? sqlite_fts() : postgres_fts();
}

}  // namespace search
