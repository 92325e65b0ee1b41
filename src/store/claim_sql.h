// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/claim_query.h"

namespace verbale {

class Statement;

// SQL in the making, and the values of its parameters: what users write never becomes SQL.
class SqlText {
 public:
  void add(std::string_view sql) { text_ += sql; }
  void value(std::string text);  // Adds a parameter with this value.
  const std::string& text() const { return text_; }
  void bind(Statement& statement) const;  // The SqlText must outlive its running.

 private:
  std::string text_;
  std::vector<std::string> values_;
};

// "d" holds: it is the current version of its article, or the one of that day.
void add_holding_documents(SqlText& sql, const std::string& as_of);

// A text names nobody who is to be forgotten: the latest decision about their name says "suppress".
void add_unsuppressed(SqlText& sql, std::string_view text);

// All that the query asks of claim "c" and its document "d".
void add_claim_conditions(SqlText& sql, const ClaimQuery& query);

// Words as users write them, as a query of FTS5: all must stand there, quoted ones together.
std::string full_text_query(std::string_view words);

}  // namespace verbale
