// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <sqlite3.h>

#include "core/check.h"

namespace verbale {
namespace {

// How long a writer waits for another to finish before it gives up.
constexpr int kPatienceMs = 30'000;

std::string cure_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL: return "free some space on that disk and run again: what was kept stays";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is writing to this store; wait until it is done";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return "the file is damaged: restore a copy, or ingest into a new folder";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return "check that the folder is there and that you may write to it";
    default: return "";
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database.handle_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code == SQLITE_OK) return;
  // A statement that does not compile is our mistake; a file that cannot be read is not.
  VERBALE_CHECK((code & 0xFF) != SQLITE_ERROR);
  database.fail();
}

Statement& Statement::bind(int at, std::string_view text) {
  if (statement_) {
    sqlite3_bind_text64(statement_.get(), at, text.empty() ? "" : text.data(), text.size(),
                        SQLITE_STATIC, SQLITE_UTF8);
  }
  return *this;
}

Statement& Statement::bind(int at, std::int64_t value) {
  if (statement_) sqlite3_bind_int64(statement_.get(), at, value);
  return *this;
}

Statement& Statement::bind(int at, double value) {
  if (statement_) sqlite3_bind_double(statement_.get(), at, value);
  return *this;
}

Statement& Statement::bind_null(int at) {
  if (statement_) sqlite3_bind_null(statement_.get(), at);
  return *this;
}

Statement& Statement::bind_blob(int at, std::string_view bytes) {
  if (statement_) {
    sqlite3_bind_blob64(statement_.get(), at, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
  return *this;
}

Statement& Statement::bind_or_null(int at, std::string_view text) {
  return text.empty() ? bind_null(at) : bind(at, text);
}

bool Statement::step() {
  if (!statement_ || database_->failure_) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail();
  return false;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  if (statement_) sqlite3_reset(statement_.get());
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  std::unique_ptr<Database> database(new Database(path));
  const int flags = access == Access::kWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                             : SQLITE_OPEN_READWRITE;
  const int code = sqlite3_open_v2(path.c_str(), &database->handle_,
                                   flags | SQLITE_OPEN_FULLMUTEX, nullptr);
  if (code != SQLITE_OK) {
    database->fail();
    return *database->failure_;
  }
  sqlite3_busy_timeout(database->handle_, kPatienceMs);
  // A commit that was reported survives the end of the process and of the power. Readers go on
  // while a writer writes.
  database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                    "PRAGMA cache_size = -65536;");
  if (access == Access::kRead) database->execute("PRAGMA query_only = ON;");
  if (database->failure_) return *database->failure_;
  return database;
}

Database::~Database() {
  prepared_.clear();
  sqlite3_close_v2(handle_);
}

Statement& Database::prepared(const char* sql) {
  Statement& statement = prepared_.try_emplace(sql, *this, sql).first->second;
  statement.reset();
  return statement;
}

void Database::execute(const char* sql) {
  if (failure_) return;
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

void Database::fail() {
  if (failure_) return;
  const int code = sqlite3_extended_errcode(handle_);
  failure_ = Error{path_, std::string("the store cannot be used: ") + sqlite3_errmsg(handle_),
                   cure_of(code)};
}

}  // namespace verbale
