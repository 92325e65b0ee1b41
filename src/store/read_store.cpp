// SPDX-License-Identifier: Apache-2.0
#include "core/check.h"
#include "store/claim_sql.h"
#include "store/store_parts.h"

namespace verbale {
namespace {

DocumentStatus status_of(std::string_view name) {
  if (name == "superseded") return DocumentStatus::kSuperseded;
  if (name == "withdrawn") return DocumentStatus::kWithdrawn;
  return DocumentStatus::kCurrent;
}

StoredDocument document_of(const Statement& row) {
  StoredDocument document;
  int column = 0;
  const auto next = [&] { return std::string(row.text(column++)); };
  document.number = row.integer(column++);
  document.version = static_cast<int>(row.integer(column++));
  document.status = status_of(next());
  document.id = next();
  document.url = next();
  document.title = next();
  document.outlet = next();
  document.byline = next();
  document.section = next();
  document.published = next();
  document.language = next();
  document.day = parse_iso_day(next());
  document.sketch = next();
  document.withdrawn_why = next();
  document.text = next();
  document.passage = next();
  return document;
}

void select_documents(const Store::DocumentWish& wish, SqlText& sql) {
  std::string columns =
      "SELECT d.number, d.version, d.status, d.id, d.url, d.title, d.outlet, d.byline, d.section, "
      "d.published, d.language, d.day, d.sketch, d.withdrawn_why, ";
  columns += wish.text ? "d.text" : "NULL";
  columns += wish.words.empty() ? ", NULL" : ", snippet(words, 1, '', '', '…', 24)";
  sql.add(columns + " FROM documents d");
  if (!wish.words.empty()) {
    sql.add(" JOIN words ON words.rowid = d.number WHERE words MATCH ");
    sql.value(full_text_query(wish.words));
    add_unsuppressed(sql, "coalesce(d.title, '') || d.text");
  } else {
    sql.add(" WHERE 1");
  }
  if (!wish.all_versions) {
    sql.add(" AND ");
    add_holding_documents(sql, wish.as_of);
  }
  if (!wish.id.empty()) {
    sql.add(" AND d.id = ");
    sql.value(wish.id);
  }
  sql.add(wish.words.empty() ? " ORDER BY d.number" : " ORDER BY words.rank, d.number");
  if (wish.limit > 0) sql.add(" LIMIT " + std::to_string(wish.limit));
}

}  // namespace

Result<Done> Store::read_claims(const ClaimQuery& query,
                                const std::function<bool(const StoredClaim&)>& take) {
  SqlText sql;
  sql.add("SELECT c.number, c.document, c.row FROM claims c JOIN documents d ON d.number = "
          "c.document WHERE ");
  add_claim_conditions(sql, query);
  sql.add(query.newest_first
              ? " ORDER BY coalesce(c.day_end, d.day, '') DESC, c.number DESC"
              : " ORDER BY c.number");
  if (query.limit > 0) sql.add(" LIMIT " + std::to_string(query.limit));
  const std::lock_guard lock(parts_->mutex);
  Statement rows(parts_->db(), sql.text());
  sql.bind(rows);
  while (rows.step()) {
    if (!take({rows.integer(0), rows.integer(1), rows.text(2)})) break;
  }
  return parts_->done();
}

Result<Done> Store::read_documents(const DocumentWish& wish,
                                   const std::function<bool(const StoredDocument&)>& take) {
  SqlText sql;
  select_documents(wish, sql);
  const std::lock_guard lock(parts_->mutex);
  Statement rows(parts_->db(), sql.text());
  sql.bind(rows);
  while (rows.step()) {
    if (!take(document_of(rows))) break;
  }
  return parts_->done();
}

Result<std::vector<Decision>> Store::decisions(std::string_view kind) {
  const std::lock_guard lock(parts_->mutex);
  Statement rows(parts_->db(), "SELECT number, kind, subject, reason, who FROM decisions "
                               "WHERE kind = ?1 ORDER BY number");
  rows.bind(1, kind);
  std::vector<Decision> found;
  while (rows.step()) {
    found.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                     std::string(rows.text(3)), std::string(rows.text(4))});
  }
  if (parts_->db().failure()) return *parts_->db().failure();
  return found;
}

Result<StoreCounts> Store::counts() {
  const std::lock_guard lock(parts_->mutex);
  const auto count = [&](const char* sql) {
    Statement statement(parts_->db(), sql);
    return statement.step() ? statement.integer(0) : 0;
  };
  StoreCounts counts;
  counts.documents = count("SELECT count(*) FROM documents WHERE status = 'current'");
  counts.versions = count("SELECT count(*) FROM documents");
  counts.claims = count("SELECT count(*) FROM claims c JOIN documents d ON d.number = c.document "
                        "WHERE d.status = 'current'");
  counts.rejects = count("SELECT count(*) FROM rejects");
  if (parts_->db().failure()) return *parts_->db().failure();
  return counts;
}

}  // namespace verbale
