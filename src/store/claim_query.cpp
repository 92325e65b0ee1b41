// SPDX-License-Identifier: Apache-2.0
#include "store/claim_query.h"

#include <chrono>
#include <utility>

#include "core/calendar.h"
#include "core/edit_distance.h"
#include "document/event.h"

namespace verbale {
namespace {

using Values = std::vector<std::string>;

// One "name:value" or bare word of a query, its quotes taken off.
struct Term {
  std::string name;  // Empty for a bare word.
  Values values;     // Parted by ','.
  std::string whole;
  bool is_quoted = false;
};

// Splits at spaces outside of quotes.
class TermReader {
 public:
  explicit TermReader(std::string_view text) : text_(text) {}

  bool next(Term& term) {
    term = {};
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    if (at_ == text_.size()) return false;
    term.values.emplace_back();
    const std::size_t begin = at_;
    bool is_inside = false;
    for (; at_ < text_.size() && (is_inside || !is_space(text_[at_])); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        is_inside = !is_inside;
        term.is_quoted = true;
      } else if (c == ':' && !is_inside && term.name.empty() && !term.is_quoted) {
        std::swap(term.name, term.values.back());
      } else if (c == ',' && !is_inside && !term.name.empty()) {
        term.values.emplace_back();
      } else {
        term.values.back() += c;
      }
    }
    term.whole = std::string(text_.substr(begin, at_ - begin));
    return true;
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The first or last day of "2025", "2025-03" or "2025-03-04".
std::optional<std::string> day_of(const std::string& text, bool is_last) {
  using namespace std::chrono;
  if (auto day = parse_iso_day(text)) return iso_day(*day);
  if (text.size() == 7) {
    const auto first = parse_iso_day(text + "-01");
    if (!first) return std::nullopt;
    const year_month_day date{*first};
    const sys_days last = date.year() / date.month() / std::chrono::last;
    return iso_day(is_last ? last : *first);
  }
  if (text.size() == 4 && parse_iso_day(text + "-01-01")) {
    return text + (is_last ? "-12-31" : "-01-01");
  }
  return std::nullopt;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

class QueryReader {
 public:
  Result<ClaimQuery> read(std::string_view text) {
    TermReader terms(text);
    Term term;
    while (!trouble_ && terms.next(term)) {
      if (term.name.empty()) {
        query_.words += (query_.words.empty() ? "" : " ") +
                        (term.is_quoted ? '"' + term.values[0] + '"' : term.values[0]);
      } else {
        take(term);
      }
    }
    if (trouble_) return *trouble_;
    return query_;
  }

 private:
  void take(const Term& term) {
    for (const std::string& value : term.values) {
      if (value.empty()) return complain(term, "names nothing", "write " + term.name + ":VALUE");
    }
    if (Values* list = list_of(term.name)) {
      list->insert(list->end(), term.values.begin(), term.values.end());
      return check(term, *list);
    }
    if (term.name == "between") return pair(term);
    if (term.name == "since") return day(term, query_.since, false);
    if (term.name == "until") return day(term, query_.until, true);
    if (term.name == "as-of" || term.name == "as_of") return day(term, query_.as_of, true);
    if (term.name == "background") return background(term);
    complain(term, "is no part of a query" + suggestion(term.name),
             "known: actor recipient party between type act mode context factuality cameo source "
             "outlet place document since until as-of background");
  }

  Values* list_of(std::string_view name) {
    for (const auto& [known, list] : kLists) {
      if (known == name) return &(query_.*list);
    }
    return nullptr;
  }

  void check(const Term& term, Values& list) {
    const bool is_type = term.name == "type" || term.name == "act";
    for (std::string& value : list) {
      if (is_type) {
        value = upper(value);
        if (!plover_type_of(value)) complain(term, "names no PLOVER type", "such as REQUEST or ASSAULT");
      } else if (term.name == "factuality" && !factuality_of(value)) {
        complain(term, "names no factuality",
                 "happened, planned, possible, demanded, threatened or negated");
      }
    }
  }

  void pair(const Term& term) {
    if (term.values.size() != 2) {
      return complain(term, "names " + std::to_string(term.values.size()) + " parties",
                      "name two: between:RUS,USA");
    }
    query_.between = term.values;
  }

  void day(const Term& term, std::string& into, bool is_last) {
    const auto found = day_of(term.values[0], is_last);
    if (!found || term.values.size() > 1) {
      return complain(term, "is no day, month or year", "write 2025-04-02, 2025-04 or 2025");
    }
    into = *found;
  }

  void background(const Term& term) {
    if (term.values[0] == "yes") query_.background = true;
    else if (term.values[0] == "no") query_.background = false;
    else complain(term, "is neither yes nor no", "");
  }

  static std::string suggestion(const std::string& name) {
    std::vector<std::string_view> known;
    for (const auto& list : kLists) known.push_back(list.first);
    const std::string_view nearest = nearest_word(name, known);
    return nearest.empty() ? "" : "; did you mean " + std::string(nearest) + "?";
  }

  void complain(const Term& term, const std::string& trouble, std::string cure) {
    if (!trouble_) trouble_ = Error{"query", "'" + term.whole + "' " + trouble, std::move(cure)};
  }

  static constexpr std::pair<std::string_view, Values ClaimQuery::*> kLists[] = {
      {"actor", &ClaimQuery::actor},           {"recipient", &ClaimQuery::recipient},
      {"party", &ClaimQuery::party},           {"type", &ClaimQuery::type},
      {"act", &ClaimQuery::act},               {"mode", &ClaimQuery::mode},
      {"context", &ClaimQuery::context},       {"factuality", &ClaimQuery::factuality},
      {"cameo", &ClaimQuery::cameo},           {"source", &ClaimQuery::source},
      {"outlet", &ClaimQuery::outlet},         {"place", &ClaimQuery::place},
      {"document", &ClaimQuery::document},
  };

  ClaimQuery query_;
  std::optional<Error> trouble_;
};

}  // namespace

Result<ClaimQuery> parse_claim_query(std::string_view text) { return QueryReader().read(text); }

}  // namespace verbale
