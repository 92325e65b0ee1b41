// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actor_roles.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "document/xpos.h"
#include "formats/records.h"
#include "lexicon/actor_names.h"
#include "lexicon/data_files.h"
#include "lexicon/ontology.h"

namespace verbale {
namespace {

// "y" → "ies", "" → "s": the first ending that fits makes the plural.
using Endings = std::vector<std::pair<std::string_view, std::string_view>>;

Endings load_endings(DataFiles& files) {
  const std::string_view shown = files.shown_name("en/plurals.tsv");
  Table table = parse_table(files.text("en/plurals.tsv"), shown);
  const std::size_t singular_at = table.column("singular"), plural_at = table.column("plural");
  Endings endings;
  for (const TableRow& row : table.rows) {
    const auto ending = [&](std::size_t at) {
      std::string_view cell = row.cells[at];
      if (!cell.starts_with('-')) {
        files.add_error(shown, row.line, "'" + std::string(cell) + "' is no ending",
                        "write it with a hyphen: '-man'");
      } else {
        cell.remove_prefix(1);
      }
      return cell;
    };
    endings.emplace_back(ending(singular_at), ending(plural_at));
  }
  files.add_errors(table.errors);
  return endings;
}

std::string plural_of(std::string_view words, const Endings& endings) {
  for (const auto& [singular, plural] : endings) {
    if (words.ends_with(singular)) {
      return std::string(words.substr(0, words.size() - singular.size())) + std::string(plural);
    }
  }
  return std::string(words);
}

std::string key_of(std::string_view words) {
  return lower_case(fold_name(words));
}

std::string_view first_word_of(std::string_view key) {
  const std::size_t end = key.find_first_of(" -'");
  return key.substr(0, end);
}

// "foreign minister of" → the noun that takes the plural ends before " of ", " for ", " to ".
std::string phrase_plural(std::string_view words, const Endings& endings) {
  for (std::string_view mark : {" of ", " for ", " to ", " in ", "-in-", "-of-", "-general"}) {
    const std::size_t at = words.find(mark);
    if (at != std::string_view::npos) {
      return plural_of(words.substr(0, at), endings) + std::string(words.substr(at));
    }
  }
  return plural_of(words, endings);
}

struct KindName {
  std::string_view name;
  RoleNounKind kind;
};
constexpr KindName kKinds[] = {{"person", RoleNounKind::kPerson},
                               {"group", RoleNounKind::kGroup},
                               {"organisation", RoleNounKind::kOrganisation}};

bool is_cameo_code(std::string_view code) {
  return code.size() % 3 == 0 && std::all_of(code.begin(), code.end(), is_ascii_upper);
}

}  // namespace

// Reads one table of role words into the role table.
class RoleReader {
 public:
  RoleReader(DataFiles& files, std::string_view name, const std::vector<std::string_view>& sectors)
      : files_(files),
        shown_(files.shown_name(name)),
        sectors_(sectors),
        table_(parse_table(files.text(name), shown_)) {}
  ~RoleReader() { files_.add_errors(table_.errors); }

  const std::vector<TableRow>& rows() const { return table_.rows; }
  std::size_t column(std::string_view name) { return table_.column(name); }
  void error(const TableRow& row, std::string trouble, std::string cure) {
    files_.add_error(shown_, row.line, std::move(trouble), std::move(cure));
  }

  std::string_view sector(const TableRow& row, std::string_view sector) {
    if (sector.empty() || std::find(sectors_.begin(), sectors_.end(), sector) != sectors_.end()) {
      return sector;
    }
    error(row, "unknown sector '" + std::string(sector) + "'", suggest(sector, sectors_));
    return {};
  }
  std::string_view cameo(const TableRow& row, std::string_view code) {
    if (is_cameo_code(code)) return code;
    error(row, "'" + std::string(code) + "' is no CAMEO role code",
          "write blocks of three capitals: GOV, GOVMIL");
    return {};
  }
  // The word in a cell that must be one of `flag` or empty.
  bool flag(const TableRow& row, std::string_view cell, std::string_view flag) {
    if (cell == flag) return true;
    if (!cell.empty()) {
      error(row, "'" + std::string(cell) + "' in a column for '" + std::string(flag) + "'",
            "write '" + std::string(flag) + "' or leave it empty");
    }
    return false;
  }

 private:
  DataFiles& files_;
  std::string_view shown_;
  const std::vector<std::string_view>& sectors_;
  Table table_;
};

namespace {

RoleNounKind read_kind(RoleReader& reader, const TableRow& row, std::string_view cell) {
  for (const KindName& kind : kKinds) {
    if (kind.name == cell) return kind.kind;
  }
  reader.error(row, "unknown kind '" + std::string(cell) + "'",
               "one of person, group, organisation");
  return RoleNounKind::kPerson;
}

Gender read_gender(RoleReader& reader, const TableRow& row, std::string_view cell) {
  if (cell == "m") return Gender::kMale;
  if (cell == "f") return Gender::kFemale;
  if (!cell.empty()) {
    reader.error(row, "unknown gender '" + std::string(cell) + "'", "m, f or empty");
  }
  return Gender::kUnknown;
}

std::vector<RoleNoun> read_roles(RoleReader& reader) {
  const std::size_t words_at = reader.column("words"), sector_at = reader.column("sector"),
                    cameo_at = reader.column("cameo"), kind_at = reader.column("kind"),
                    gender_at = reader.column("gender"), weak_at = reader.column("weak");
  std::vector<RoleNoun> roles;
  for (const TableRow& row : reader.rows()) {
    RoleNoun role;
    role.sector = reader.sector(row, row.cells[sector_at]);
    role.cameo = reader.cameo(row, row.cells[cameo_at]);
    role.kind = read_kind(reader, row, row.cells[kind_at]);
    role.gender = read_gender(reader, row, row.cells[gender_at]);
    role.needs_country = row.cells[weak_at] == "country";
    role.is_relation = row.cells[weak_at] == "relation";
    role.takes_portfolio = row.cells[weak_at] == "portfolio";
    role.is_weak = role.needs_country || role.is_relation ||
                   (!role.takes_portfolio && reader.flag(row, row.cells[weak_at], "weak"));
    for (std::string_view words : split_list(row.cells[words_at], ';')) {
      role.words = words;
      roles.push_back(role);
    }
  }
  return roles;
}

std::vector<RoleNoun> read_modifiers(RoleReader& reader) {
  const std::size_t words_at = reader.column("words"), sector_at = reader.column("sector"),
                    cameo_at = reader.column("cameo"), effect_at = reader.column("effect");
  std::vector<RoleNoun> roles;
  for (const TableRow& row : reader.rows()) {
    RoleNoun role;
    role.kind = RoleNounKind::kModifier;
    role.sector = reader.sector(row, row.cells[sector_at]);
    role.cameo = reader.cameo(row, row.cells[cameo_at]);
    role.ends_office = reader.flag(row, row.cells[effect_at], "former");
    for (std::string_view words : split_list(row.cells[words_at], ';')) {
      role.words = words;
      roles.push_back(role);
    }
  }
  return roles;
}

}  // namespace

void RoleTable::add(std::string form, Form what) {
  auto& longest = longest_[std::string(first_word_of(form))];
  longest = std::max(longest, static_cast<std::uint32_t>(form.size()));
  forms_.emplace(std::move(form), what);
}

RoleTable load_roles(DataFiles& files, const std::vector<std::string_view>& sectors) {
  RoleTable table;
  const Endings endings = load_endings(files);
  {
    RoleReader reader(files, "en/roles.tsv", sectors);
    table.roles_ = read_roles(reader);
  }
  {
    RoleReader reader(files, "en/role_modifiers.tsv", sectors);
    for (RoleNoun& role : read_modifiers(reader)) table.roles_.push_back(role);
    // A noun of both tables says as an adjective what it says as a noun.
    for (const RoleNoun& role : table.roles_) {
      if (role.kind != RoleNounKind::kModifier) continue;
      for (RoleNoun& noun : table.roles_) {
        if (noun.kind != RoleNounKind::kModifier && noun.words == role.words) {
          noun.also_modifies = true;
        }
      }
    }
  }
  // A word of its own wins over the plural of another.
  for (std::uint32_t i = 0; i < table.roles_.size(); ++i) {
    table.add(key_of(table.roles_[i].words), {i, false});
  }
  for (std::uint32_t i = 0; i < table.roles_.size(); ++i) {
    if (table.roles_[i].kind == RoleNounKind::kModifier) continue;
    table.add(key_of(phrase_plural(table.roles_[i].words, endings)), {i, true});
  }
  return table;
}

void RoleTable::add_noun(const RoleNoun& role, std::string_view plural) {
  const auto index = static_cast<std::uint32_t>(roles_.size());
  roles_.push_back(role);
  add(key_of(role.words), {index, false});
  if (!plural.empty()) add(key_of(plural), {index, true});
}

const RoleNoun* RoleTable::find(std::string_view words) const {
  const auto found = forms_.find(key_of(words));
  return found == forms_.end() ? nullptr : &roles_[found->second.role];
}

std::uint32_t RoleTable::begin_of_portfolio(std::string_view text, const Syntax& syntax,
                                            const RoleMatch& match, std::uint32_t begin) const {
  const auto word = [&](std::uint32_t token) { return syntax.tokens[token].span.of(text); };
  const auto is_capital = [&](std::uint32_t token) {
    return is_upper(decode_at(text, syntax.tokens[token].span.begin).value);
  };
  // Capitals as in the role itself: of "Zambia minister" the first word is no portfolio.
  const auto is_portfolio = [&](std::uint32_t token) {
    const Upos upos = syntax.tokens[token].upos;
    return (upos == Upos::kNoun || upos == Upos::kPropn) && find(word(token)) == nullptr &&
           is_capital(token) == is_capital(match.tokens.begin) &&
           decode_at(text, syntax.tokens[token].span.begin).value >= 'A';
  };
  std::uint32_t first = match.tokens.begin;
  if (first == begin || !is_portfolio(first - 1)) return first;
  --first;
  const bool is_pair = first >= begin + 2 && syntax.tokens[first - 1].upos == Upos::kCconj &&
                       is_portfolio(first - 2);
  return is_pair ? first - 2 : first;
}

std::vector<RoleMatch> RoleTable::match(std::string_view text, const Syntax& syntax,
                                        TokenSpan within) const {
  std::vector<RoleMatch> matches;
  for (std::uint32_t token = within.begin; token < within.end;) {
    const std::uint32_t begin = syntax.tokens[token].span.begin;
    const std::string start = key_of(syntax.tokens[token].span.of(text));
    const auto longest = longest_.find(first_word_of(start));
    RoleMatch best;
    std::size_t size = 0;
    for (std::uint32_t end = token; longest != longest_.end() && end < within.end; ++end) {
      const std::string key = key_of(ByteSpan{begin, syntax.tokens[end].span.end}.of(text));
      if (key.size() > longest->second) break;
      if (key.size() == size) continue;  // A full stop adds nothing to a name.
      size = key.size();
      const auto found = forms_.find(key);
      if (found == forms_.end()) continue;
      const RoleNoun& role = roles_[found->second.role];
      const bool tagged_plural = name_of_xpos(syntax.tokens[end].xpos).ends_with('S');
      best = {{token, end + 1},
              &role,
              found->second.is_plural || (role.kind == RoleNounKind::kPerson && tagged_plural)};
    }
    if (best.role == nullptr) {
      ++token;
    } else {
      if (best.role->takes_portfolio) {
        const std::uint32_t free = matches.empty() ? within.begin : matches.back().tokens.end;
        best.tokens.begin = begin_of_portfolio(text, syntax, best, free);
      }
      matches.push_back(best);
      token = best.tokens.end;
    }
  }
  return matches;
}

}  // namespace verbale
