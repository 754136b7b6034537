#include "platform/sql/backup.h"

#include "platform/sql/backup_stream.h"
#include "platform/sql/catalogue.h"
#include "platform/sql/migration_steps.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace sql {

namespace {

constexpr std::string_view number_column = "transaction_number";
constexpr std::int64_t rows_between_reports = 10'000;

const Statement take_your_time{"backup_time", R"(
    SET LOCAL statement_timeout = 0;
    SET LOCAL lock_timeout = 0;
    SET LOCAL idle_in_transaction_session_timeout = 0;)"};

void lift_time_limits(Tx& tx) {
    if (tx.engine() == Engine::postgresql) tx.run_script(take_your_time);
}

std::string_view name_of(Engine engine) {
    return engine == Engine::sqlite ? "sqlite" : "postgresql";
}

std::string column_list(const TableEntry& table) {
    std::string text;
    for (const ColumnEntry& column : table.columns) {
        text += (text.empty() ? "" : ", ") + quoted(column.name);
    }
    return text;
}

// ---- making one

std::int64_t highest_number(Tx& tx, const std::vector<TableEntry>& tables) {
    std::int64_t highest = 0;
    for (const TableEntry& table : tables) {
        const bool has_one = std::ranges::count(table.columns, number_column, &ColumnEntry::name);
        if (!has_one) continue;
        const std::string column = quoted(number_column);
        tx.run_text({"backup_number",
                     "SELECT coalesce(max(" + column + "), 0) FROM " + quoted(table.name)},
                    {}, [&highest](const Row& row) {
                        highest = std::max(highest, row.integer(0));
                        return false;
                    });
    }
    return highest;
}

void write_row(BackupWriter& writer, const TableEntry& table, const Row& row) {
    writer.row();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto column = static_cast<int>(i);
        const Cell::Kind kind = table.columns[i].kind;
        if (row.is_null(column)) writer.nothing();
        else if (kind == Cell::Kind::integer) writer.integer(row.integer(column));
        else writer.text(kind, kind == Cell::Kind::bytes ? row.bytes(column) : row.text(column));
    }
}

// SQLite gives rows as they are asked for; PostgreSQL by a cursor, else all would come at once.
std::int64_t write_rows(Tx& tx, BackupWriter& writer, const TableEntry& table,
                        const Progress& progress) {
    std::int64_t rows = 0;
    const auto visit = [&](const Row& row) {
        write_row(writer, table, row);
        if (++rows % rows_between_reports == 0 && progress) progress(table.name, rows);
        return true;
    };
    const std::string select = "SELECT " + column_list(table) + " FROM " + quoted(table.name);
    if (tx.engine() == Engine::sqlite) {
        tx.run_text({"backup_rows", select}, {}, visit);
    } else {
        // Named for its table: a prepared FETCH remembers the columns of its cursor.
        const std::string cursor = quoted("backup of " + table.name);
        tx.run_script({"backup_cursor", "DECLARE " + cursor + " NO SCROLL CURSOR FOR " + select});
        for (std::int64_t before = -1; before != rows;) {
            before = rows;
            tx.run_text({"backup_rows", "FETCH 256 FROM " + cursor}, {}, visit);
        }
        tx.run_script({"backup_cursor", "CLOSE " + cursor});
    }
    if (progress) progress(table.name, rows);
    return rows;
}

BackupReport write_all(Tx& tx, const std::string& file, const Progress& progress) {
    lift_time_limits(tx);
    const std::vector<TableEntry> all = tables(tx);
    BackupWriter writer(file);
    writer.begin(name_of(tx.engine()), highest_number(tx, all));
    for (const CarriedOut& step : carried_out(tx)) writer.step(step);
    for (const TableEntry& table : all) {
        TableHead head{.name = table.name, .columns = {}, .last_id = last_id(tx, table)};
        for (const ColumnEntry& column : table.columns) head.columns.push_back(column.name);
        writer.table(head);
        write_rows(tx, writer, table, progress);
    }
    return writer.finish();
}

// ---- bringing one back

// Collects rows until they fill one INSERT of many.
class Inserter {
public:
    Inserter(Tx& tx, TableEntry table) : tx_(tx), table_(std::move(table)) {
        constexpr std::size_t parameters = 2'000;
        constexpr std::size_t rows_max = 64;
        rows_per_insert_ = std::clamp(parameters / std::max(columns(), std::size_t{1}),
                                      std::size_t{1}, rows_max);
    }
    const TableEntry& table() const { return table_; }
    std::int64_t rows() const { return rows_; }

    void add(std::vector<Cell>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) keep(i, cells[i]);
        ++rows_;
        if (++waiting_ == rows_per_insert_) flush();
    }
    void flush() {
        if (waiting_ == 0) return;
        std::vector<Value> values;
        values.reserve(waiting_ * columns());
        for (std::size_t i = 0; i < waiting_ * columns(); ++i) values.push_back(value(cells_[i]));
        tx_.run_text({"restore " + table_.name, text(waiting_)}, values);
        waiting_ = 0;
    }

private:
    std::size_t columns() const { return table_.columns.size(); }

    // PostgreSQL is given integers as text, so that one statement fits rows with and without them,
    // and a boolean column takes its 0 and 1.
    void keep(std::size_t column, Cell& cell) {
        const std::size_t index = waiting_ * columns() + column;
        if (cells_.size() <= index) cells_.resize(index + 1);
        Cell& kept = cells_[index];
        kept.kind = cell.kind;
        kept.number = cell.number;
        kept.text.swap(cell.text);
        if (tx_.engine() == Engine::postgresql && kept.kind == Cell::Kind::integer) {
            kept.kind = Cell::Kind::text;
            kept.text = std::to_string(kept.number);
        }
    }

    static Value value(const Cell& cell) {
        switch (cell.kind) {
            case Cell::Kind::integer: return cell.number;
            case Cell::Kind::text: return std::string_view(cell.text);
            case Cell::Kind::bytes: return BlobView{cell.text};
            case Cell::Kind::nothing: break;
        }
        return std::monostate{};
    }

    std::string text(std::size_t rows) const {
        std::string text =
            "INSERT INTO " + quoted(table_.name) + " (" + column_list(table_) + ") VALUES ";
        for (std::size_t row = 0, number = 0; row < rows; ++row) {
            text += row == 0 ? "(" : ", (";
            for (std::size_t column = 0; column < columns(); ++column) {
                text += (column == 0 ? "$" : ", $") + std::to_string(++number);
            }
            text += ")";
        }
        return text;
    }

    Tx& tx_;
    const TableEntry table_;
    std::size_t rows_per_insert_ = 1;
    std::vector<Cell> cells_;
    std::size_t waiting_ = 0;
    std::int64_t rows_ = 0;
};

class Loader final : public BackupReceiver {
public:
    Loader(Tx& tx, std::span<const Migration> migrations, const Progress& progress)
        : tx_(tx), migrations_(migrations), progress_(progress) {}

    void begin(std::string_view engine, std::int64_t highest) override {
        is_same_engine_ = engine == name_of(tx_.engine());
        highest_ = highest;
    }
    void step(const CarriedOut& step) override { steps_.push_back(step); }

    void table(const TableHead& head) override {
        if (!suspended_) make_schema();
        end_table();
        TableEntry into{.name = head.name, .columns = {}, .identity = {}};
        const TableEntry& here = table_here(head.name);
        into.identity = here.identity;
        for (const std::string& column : head.columns) {
            into.columns.push_back(column_here(here, column));
        }
        number_at_ = std::ranges::find(head.columns, number_column) - head.columns.begin();
        last_id_ = head.last_id;
        inserter_.emplace(tx_, std::move(into));
    }

    void row(std::vector<Cell>& cells) override {
        if (number_at_ < std::ssize(cells)) {
            Cell& number = cells[static_cast<std::size_t>(number_at_)];
            number.number -= highest_ + 1;
        }
        inserter_->add(cells);
        if (progress_ && inserter_->rows() % rows_between_reports == 0) {
            progress_(inserter_->table().name, inserter_->rows());
        }
    }

    void finish() {
        if (!suspended_) make_schema();
        end_table();
        suspended_->restore();
    }

private:
    // The steps that the backup was made under, in our order; newer ones follow by migrate().
    void make_schema() {
        prepare_for_steps(tx_);
        std::size_t known = 0;
        for (const Migration& migration : migrations_) {
            const auto is_it = [&](const CarriedOut& step) {
                return step.room == migration.room && step.name == migration.name;
            };
            const auto found = std::ranges::find_if(steps_, is_it);
            if (found == steps_.end()) continue;
            refuse_changed(*found, migration);
            carry_out_step(tx_, migration);
            ++known;
        }
        if (known < steps_.size()) {
            throw std::runtime_error("The backup was made by a newer version of this program, with "
                                     "steps of the schema that this one does not know.");
        }
        tables_ = tables(tx_);
        suspended_.emplace(tx_, tables_);
    }

    void refuse_changed(const CarriedOut& step, const Migration& migration) const {
        if (!is_same_engine_ || step.checksum == checksum(text_of(migration, tx_.engine()))) return;
        throw std::runtime_error("The step " + step.room + "/" + step.name +
                                 " of the schema has changed since the backup was made.");
    }

    const TableEntry& table_here(const std::string& name) const {
        const auto found = std::ranges::find(tables_, name, &TableEntry::name);
        if (found != tables_.end()) return *found;
        throw std::runtime_error("The backup has a table " + name + ", but the schema has none.");
    }

    static const ColumnEntry& column_here(const TableEntry& table, const std::string& name) {
        const auto found = std::ranges::find(table.columns, name, &ColumnEntry::name);
        if (found != table.columns.end()) return *found;
        throw std::runtime_error("The backup has a column " + table.name + "." + name +
                                 ", but the schema has none.");
    }

    void end_table() {
        if (!inserter_) return;
        inserter_->flush();
        set_last_id(tx_, inserter_->table(), last_id_);
        if (progress_) progress_(inserter_->table().name, inserter_->rows());
        inserter_.reset();
    }

    Tx& tx_;
    const std::span<const Migration> migrations_;
    const Progress& progress_;
    bool is_same_engine_ = false;
    std::int64_t highest_ = 0;
    std::vector<CarriedOut> steps_;
    std::vector<TableEntry> tables_;
    std::optional<Suspended> suspended_;
    std::optional<Inserter> inserter_;
    std::ptrdiff_t number_at_ = 0;
    std::int64_t last_id_ = 0;
};

void refuse_unless_empty(Tx& tx) {
    const std::vector<TableEntry> found = tables(tx);
    if (found.empty() && carried_out(tx).empty()) return;
    const std::string first = found.empty() ? "schema_steps" : found.front().name;
    throw std::runtime_error("A backup is restored into an empty database only; this one has "
                             "tables already (" + first + " is one).");
}

}  // namespace

BackupReport back_up(Database& database, const std::string& file, const Progress& progress) {
    BackupReport report;
    database.read([&](Tx& tx) { report = write_all(tx, file, progress); });
    return report;
}

BackupReport restore(Database& database, const std::string& file,
                     std::span<const Migration> migrations, const Progress& progress) {
    BackupReport report;
    database.write([&](Tx& tx) {
        lift_time_limits(tx);
        refuse_unless_empty(tx);
        Loader loader(tx, migrations, progress);
        report = receive_backup(file, loader);
        loader.finish();
    });
    return report;
}

}  // namespace sql
