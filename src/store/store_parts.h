// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

#include "store/database.h"
#include "store/store.h"

namespace verbale {

// What stands behind a Store: the connection and the statements of its writing.
struct Store::Parts {
  explicit Parts(std::unique_ptr<Database> opened) : database(std::move(opened)) {}
  ~Parts() {
    // An open transaction is rolled back when the connection closes; statements go first.
  }

  Database& db() { return *database; }
  void begin() {
    if (!is_open) db().execute("BEGIN IMMEDIATE");
    is_open = true;
  }
  // "nothing", or the first trouble.
  Result<Done> done() const {
    if (database->failure()) return *database->failure();
    return Done{};
  }

  std::unique_ptr<Database> database;
  std::mutex mutex;      // One statement at a time: knows_input() comes from another thread.
  bool is_open = false;  // Inside a transaction.
};

}  // namespace verbale
