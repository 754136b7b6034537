#pragma once
// The file of a backup, written and read as a stream; knows nothing of databases.
//
//   backup   = "moothall backup 1\n" engine:text highest:number step* table* end
//   step     = 'S' room:text name:text checksum:text
//   table    = 'T' name:text columns:number column:text{columns} last_id:number row*
//   row      = 'R' value{columns}
//   value    = 'n' | 'i' number | 't' text | 'b' text
//   end      = 'E' tables:number rows:number sum (32 bytes: BLAKE2b of all before it)
//   text     = size:number bytes
//   number   = zigzag and then seven bits a byte, the lowest first
//
// all of it compressed by gzip. `highest` is the highest transaction_number in it.

#include "platform/sql/backup.h"
#include "platform/sql/migration_steps.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sql {

struct Cell {
    enum class Kind : char { nothing = 'n', integer = 'i', text = 't', bytes = 'b' };
    Kind kind = Kind::nothing;
    std::int64_t number = 0;
    std::string text;
};

struct TableHead {
    std::string name;
    std::vector<std::string> columns;
    std::int64_t last_id = 0;  // the highest id given out so far, also to rows that are gone
};

class BackupWriter {
public:
    explicit BackupWriter(const std::string& file);  // writes beside it until finish()
    BackupWriter(const BackupWriter&) = delete;
    ~BackupWriter();  // removes what was not finished

    void begin(std::string_view engine, std::int64_t highest);
    void step(const CarriedOut& step);
    void table(const TableHead& head);
    void row();
    void nothing();
    void integer(std::int64_t number);
    void text(Cell::Kind kind, std::string_view text);
    BackupReport finish();  // whole, synced and in its place

private:
    class Stream;
    void number(std::int64_t number);
    void text(std::string_view text);

    BackupReport report_;
    std::unique_ptr<Stream> stream_;
};

// Is shown a backup, in its order.
class BackupReceiver {
public:
    virtual ~BackupReceiver() = default;
    virtual void begin(std::string_view engine, std::int64_t highest) = 0;
    virtual void step(const CarriedOut& step) = 0;
    virtual void table(const TableHead& head) = 0;
    virtual void row(std::vector<Cell>& cells) = 0;  // may be moved from
};

// Returns only when the file was whole and its checksum right; throws std::runtime_error else.
BackupReport receive_backup(const std::string& file, BackupReceiver& receiver);

}  // namespace sql
