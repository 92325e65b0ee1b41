// SPDX-License-Identifier: Apache-2.0
#include "store/claim_sql.h"

#include <functional>

#include "store/database.h"

namespace verbale {
namespace {

// '*', '?' and '[' have a meaning in GLOB, '%', '_' and '\' in LIKE.
std::string beginning(const std::string& word) {
  std::string pattern;
  for (char c : word) {
    if (c == '*' || c == '?' || c == '[') pattern += std::string("[") + c + "]";
    else pattern += c;
  }
  return pattern + "*";
}

std::string part(const std::string& word) {
  std::string pattern = "%";
  for (char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

void one_of(SqlText& sql, std::string_view column, const std::vector<std::string>& values) {
  if (values.empty()) return;
  sql.add(" AND " + std::string(column) + " IN (");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) sql.add(", ");
    sql.value(values[i]);
  }
  sql.add(")");
}

void any_of(SqlText& sql, const std::vector<std::string>& values,
            const std::function<void(const std::string&)>& add) {
  if (values.empty()) return;
  sql.add(" AND (");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) sql.add(" OR ");
    add(values[i]);
  }
  sql.add(")");
}

// A party on the side (any side: -1) that the word names by code, country or name.
void has_party(SqlText& sql, int side, const std::string& word) {
  // A range where GLOB would do: only that is looked up in the index.
  sql.add("c.number IN (SELECT p.claim FROM claim_parties p WHERE (p.code >= ");
  sql.value(word);
  sql.add(" AND p.code < ");
  sql.value(word + "\x7f");
  sql.add(" OR p.country = ");
  sql.value(word);
  sql.add(" OR p.name = ");
  sql.value(word);
  sql.add(" OR p.party = ");
  sql.value(word);
  sql.add(")");
  if (side >= 0) sql.add(" AND p.side = " + std::to_string(side));
  sql.add(")");
}

void has_pair(SqlText& sql, const std::string& one, const std::string& other) {
  const auto both = [&](int first, int second) {
    sql.add("(");
    has_party(sql, first, one);
    sql.add(" AND ");
    has_party(sql, second, other);
    sql.add(")");
  };
  sql.add(" AND (");
  both(0, 1);
  sql.add(" OR ");
  both(1, 0);
  sql.add(" OR ");
  both(0, 0);
  sql.add(")");
}

void like(SqlText& sql, std::string_view column, const std::string& word) {
  sql.add(std::string(column) + " LIKE ");
  sql.value(part(word));
  sql.add(" ESCAPE '\\'");
}

void add_parties(SqlText& sql, const ClaimQuery& query) {
  any_of(sql, query.actor, [&](const std::string& word) { has_party(sql, 0, word); });
  any_of(sql, query.recipient, [&](const std::string& word) { has_party(sql, 1, word); });
  any_of(sql, query.party, [&](const std::string& word) { has_party(sql, -1, word); });
  if (query.between.size() == 2) has_pair(sql, query.between[0], query.between[1]);
}

void add_codes(SqlText& sql, const ClaimQuery& query) {
  one_of(sql, "c.type", query.type);
  one_of(sql, "c.act", query.act);
  one_of(sql, "c.mode", query.mode);
  one_of(sql, "c.factuality", query.factuality);
  any_of(sql, query.context, [&](const std::string& word) {
    sql.add("' ' || c.contexts || ' ' LIKE ");
    sql.value("% " + word + " %");
  });
  any_of(sql, query.cameo, [&](const std::string& word) {
    sql.add("c.cameo GLOB ");
    sql.value(beginning(word));
  });
}

void add_when(SqlText& sql, const ClaimQuery& query) {
  if (!query.since.empty()) {
    sql.add(" AND coalesce(c.day_end, d.day) >= ");
    sql.value(query.since);
  }
  if (!query.until.empty()) {
    sql.add(" AND coalesce(c.day_start, d.day) <= ");
    sql.value(query.until);
  }
  if (query.background) sql.add(*query.background ? " AND c.background" : " AND NOT c.background");
}

}  // namespace

void SqlText::value(std::string text) {
  text_ += '?';
  text_ += std::to_string(values_.size() + 1);
  values_.push_back(std::move(text));
}

void SqlText::bind(Statement& statement) const {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    statement.bind(static_cast<int>(i + 1), std::string_view(values_[i]));
  }
}

void add_holding_documents(SqlText& sql, const std::string& as_of) {
  if (as_of.empty()) {
    sql.add("d.status = 'current'");
    return;
  }
  const auto known_by_then = [&](std::string_view of) {
    sql.add("(" + std::string(of) + ".day IS NULL OR " + std::string(of) + ".day <= ");
    sql.value(as_of);
    sql.add(")");
  };
  known_by_then("d");
  sql.add(" AND d.version = (SELECT max(e.version) FROM documents e WHERE e.article = d.article "
          "AND ");
  known_by_then("e");
  sql.add(") AND (d.status <> 'withdrawn' OR d.withdrawn_day > ");
  sql.value(as_of);
  sql.add(")");
}

void add_unsuppressed(SqlText& sql, std::string_view text) {
  sql.add(" AND NOT EXISTS (SELECT 1 FROM decisions s WHERE s.kind = 'suppress' AND instr(lower(" +
          std::string(text) + "), lower(s.subject)) > 0 AND NOT EXISTS (SELECT 1 FROM decisions a "
          "WHERE a.kind = 'allow' AND a.subject = s.subject AND a.number > s.number))");
}

void add_claim_conditions(SqlText& sql, const ClaimQuery& query) {
  add_holding_documents(sql, query.as_of);
  add_unsuppressed(sql, "c.row");
  add_parties(sql, query);
  add_codes(sql, query);
  add_when(sql, query);
  one_of(sql, "d.id", query.document);
  any_of(sql, query.source, [&](const std::string& word) { like(sql, "c.sources", word); });
  any_of(sql, query.outlet, [&](const std::string& word) {
    sql.add("(");
    like(sql, "d.outlet", word);
    sql.add(" OR ");
    like(sql, "d.url", word);
    sql.add(")");
  });
  any_of(sql, query.place, [&](const std::string& word) {
    sql.add("(c.place_country = ");
    sql.value(word);
    sql.add(" OR ");
    like(sql, "c.place", word);
    sql.add(")");
  });
  if (!query.words.empty()) {
    sql.add(" AND d.number IN (SELECT rowid FROM words WHERE words MATCH ");
    sql.value(full_text_query(query.words));
    sql.add(")");
  }
}

std::string full_text_query(std::string_view words) {
  std::string query;
  bool is_quoted = false;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) query += (query.empty() ? "\"" : " \"") + word + "\"";
    word.clear();
  };
  for (char c : words) {
    if (c == '"') {
      end_word();
      is_quoted = !is_quoted;
    } else if (c == ' ' && !is_quoted) {
      end_word();
    } else if (c != '\0') {
      word += c;
    }
  }
  end_word();
  return query.empty() ? "\"\"" : query;
}

}  // namespace verbale
