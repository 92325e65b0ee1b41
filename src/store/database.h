// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace verbale {

class Database;

// A prepared statement of SQLite. Parameters and columns are counted from 1 and 0, as there. Text
// that was bound must live until the next reset().
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, double value);
  Statement& bind_null(int at);
  Statement& bind_blob(int at, std::string_view bytes);
  // Empty text as NULL: "not told".
  Statement& bind_or_null(int at, std::string_view text);

  // True while there is a row. False at the end, and after trouble, which Database::failure() tells.
  bool step();
  // For statements without rows: runs to the end and resets.
  void run();
  void reset();

  bool is_null(int column) const;
  std::string_view text(int column) const;  // Empty for NULL; valid until the next step.
  std::int64_t integer(int column) const;
  double real(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// One connection to an SQLite file. SQL that does not compile is a mistake of ours and aborts;
// trouble with the file (full disk, broken file, lock) is kept and told by failure().
class Database {
 public:
  enum class Access : std::uint8_t { kRead, kWrite };
  static Result<std::unique_ptr<Database>> open(const std::string& path, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // The statement of this SQL, compiled once and kept; reset, whoever used it last. For constants: a
  // text is known by its address.
  Statement& prepared(const char* sql);
  // Statements without parameters and rows, parted by ';'.
  void execute(const char* sql);
  std::int64_t last_row() const;

  // The first trouble met, if any. Once there is one, nothing more is written.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  friend class Statement;
  explicit Database(std::string path) : path_(std::move(path)) {}
  void fail();

  std::string path_;
  sqlite3* handle_ = nullptr;
  std::optional<Error> failure_;
  std::map<const char*, Statement> prepared_;
};

}  // namespace verbale
