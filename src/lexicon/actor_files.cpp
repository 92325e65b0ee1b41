// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actor_files.h"

#include <algorithm>

#include "core/edit_distance.h"
#include "core/utf8.h"
#include "lexicon/data_files.h"
#include "lexicon/ontology.h"

namespace verbale {
namespace {

// CAMEO's codes for those who belong to no state.
constexpr std::string_view kAboveStates[] = {"IGO", "NGO", "NGM", "MNC", "IMG", "ISM"};

bool is_capitals(std::string_view code) {
  return std::all_of(code.begin(), code.end(), is_ascii_upper);
}

// "Vladimir Putin" → "vladimir-putin"
std::string slug_of(std::string_view name) {
  std::string slug;
  for (char c : lower_case(fold_name(name))) {
    if (is_ascii_lower(c) || is_digit(c) || static_cast<unsigned char>(c) > 127) {
      slug += c;
    } else if (c == '+') {
      slug += "-plus";  // OPEC+ is not OPEC.
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

}  // namespace

std::string_view ActorReader::keep(std::string_view text) {
  if (text.empty()) return {};
  lexicon_.kept.emplace_back(text);
  return lexicon_.kept.back();
}

void ActorReader::error(int line, std::string trouble, std::string cure) {
  files_.add_error(shown_, line, std::move(trouble), std::move(cure));
}

void ActorReader::check_fields(const Record& record, const std::vector<std::string_view>& known) {
  for (const RecordField& field : record.fields) {
    if (std::find(known.begin(), known.end(), field.name) != known.end()) continue;
    error(field.line, "unknown field '" + std::string(field.name) + "'",
          suggest(field.name, known));
  }
}

bool ActorReader::is_known_country(std::string_view code) const {
  return lexicon_.countries.contains(code) ||
         std::find(std::begin(kAboveStates), std::end(kAboveStates), code) !=
             std::end(kAboveStates);
}

std::string_view ActorReader::checked_country(std::string_view code, int line) {
  if (code.empty() || is_known_country(code)) return keep(code);
  error(line, "unknown country '" + std::string(code) + "'",
        "an alpha-3 code of data/ontology/countries.tsv, or IGO, NGO, NGM, MNC, IMG, ISM");
  return {};
}

std::string_view ActorReader::checked_sector(std::string_view sector, int line) {
  const auto found = std::find(sectors_.begin(), sectors_.end(), sector);
  if (found != sectors_.end()) return *found;
  if (!sector.empty()) {
    error(line, "unknown sector '" + std::string(sector) + "'", suggest(sector, sectors_));
  }
  return {};
}

std::string_view ActorReader::checked_code(std::string_view code, int line) {
  if (code.size() % 3 == 0 && is_capitals(code)) return keep(code);
  error(line, "'" + std::string(code) + "' is no CAMEO actor code",
        "write blocks of three capitals: FRAGOV");
  return {};
}

std::optional<Day> ActorReader::checked_day(std::string_view text, Bound bound, int line) {
  if (text.empty()) return std::nullopt;
  std::string whole(text);
  // A year or a month means its first day where something begins, its last where it ends.
  if (whole.size() == 4) whole += bound == Bound::kFrom ? "-01" : "-12";
  const bool is_month = whole.size() == 7;
  if (is_month) whole += "-01";
  auto day = parse_iso_day(whole);
  if (day && is_month && bound == Bound::kTo) {
    const std::chrono::year_month_day first(*day);
    day = Day(first.year() / first.month() / std::chrono::last);
  }
  if (!day) {
    error(line, "no such day '" + std::string(text) + "'",
          "write it as 2025-01-31, 2025-01 or 2025");
  }
  return day;
}

ActorId ActorReader::add_actor(Actor actor) {
  const auto id = static_cast<ActorId>(lexicon_.actors.size());
  by_id_.emplace(actor.id, id);
  lexicon_.actors.push_back(std::move(actor));
  return id;
}

void ActorReader::add_names(std::string_view list, NameSense sense) {
  for (std::string_view name : split_list(list, ';')) {
    if (name.starts_with("the ")) name.remove_prefix(4);
    lexicon_.names.add(name, sense);
  }
}

void ActorReader::read_sectors(std::string_view file) {
  shown_ = files_.shown_name(file);
  Table table = parse_table(files_.text(file), shown_);
  const std::size_t sector_at = table.column("sector");
  files_.add_errors(table.errors);
  for (const TableRow& row : table.rows) {
    const std::string_view sector = row.cells[sector_at];
    if (sector.size() != 3 || !is_capitals(sector)) {
      error(row.line, "'" + std::string(sector) + "' is no sector", "three capitals");
      continue;
    }
    if (std::find(sectors_.begin(), sectors_.end(), sector) == sectors_.end()) {
      sectors_.push_back(keep(sector));
    }
  }
}

void ActorReader::read_country_codes(std::string_view file) {
  shown_ = files_.shown_name(file);
  Table table = parse_table(files_.text(file), shown_);
  const std::size_t code_at = table.column("iso3"), name_at = table.column("name"),
                    cameo_at = table.column("cameo");
  files_.add_errors(table.errors);
  for (const TableRow& row : table.rows) {
    const std::string_view code = row.cells[code_at];
    if (code.empty()) continue;  // A state of the past without an ISO code.
    if (code.size() != 3 || !is_capitals(code)) {
      error(row.line, "'" + std::string(code) + "' is no alpha-3 code", "three capitals");
      continue;
    }
    if (lexicon_.countries.contains(code)) continue;  // Another span of years of the same state.
    Actor country;
    country.kind = ActorKind::kCountry;
    country.id = keep("country:" + std::string(code));
    country.country = keep(code);
    // CAMEO keeps old codes for a few states.
    const std::string_view cameo = row.cells[cameo_at];
    country.code = cameo.empty() ? country.country : checked_code(cameo, row.line);
    country.name = keep(row.cells[name_at]);
    lexicon_.countries.emplace(country.country, add_actor(country));
  }
}

void ActorReader::add_metonyms(const RecordField& field, ActorId country) {
  for (std::string_view entry : split_list(field.value, ';')) {
    // "Quai d'Orsay GOV": the last word is the sector.
    const std::size_t space = entry.rfind(' ');
    const std::string_view last =
        space == std::string_view::npos ? std::string_view() : entry.substr(space + 1);
    const bool has_sector = last.size() == 3 && is_capitals(last);
    if (!has_sector) {
      error(field.line, "no sector after '" + std::string(entry) + "'",
            "write it after the name: 'Quai d'Orsay GOV'");
      continue;
    }
    const std::string_view sector = checked_sector(last, field.line);
    if (sector.empty()) continue;
    add_names(trim(entry.substr(0, space)), {country, NameForm::kMetonym, sector});
  }
}

void ActorReader::add_careful(std::string_view list) {
  for (std::string_view name : split_list(list, ';')) {
    lexicon_.careful_names.insert(fold_name(name));
  }
}

// "2021-08-14 AFGREB REB": until that day it was coded so.
void ActorReader::add_earlier(Actor& actor, const RecordField& field) {
  const std::vector<std::string_view> parts = split_list(field.value, ' ');
  if (parts.size() != 3) {
    error(field.line, "'" + field.value + "' is no day, code and sector",
          "write '2021-08-14 AFGREB REB'");
    return;
  }
  Office office;
  office.country = actor.country;
  office.to = checked_day(parts[0], Bound::kTo, field.line);
  office.code = checked_code(parts[1], field.line);
  office.sector = checked_sector(parts[2], field.line);
  if (office.to) actor.offices.push_back(office);
}

void ActorReader::read_countries(std::string_view file) {
  shown_ = files_.shown_name(file);
  const RecordFile parsed = parse_records(files_.text(file), shown_);
  files_.add_errors(parsed.errors);
  const std::vector<std::string_view> known = {"country",  "name",    "names",    "adjectives",
                                               "demonyms", "capital", "cities",  "regions",
                                               "metonyms", "careful", "from",    "edited"};
  for (const Record& record : parsed.records) {
    check_fields(record, known);
    const std::string_view code = record.get("country");
    const auto found = lexicon_.countries.find(code);
    if (found == lexicon_.countries.end()) {
      error(record.line, "unknown country '" + std::string(code) + "'",
            "an alpha-3 code of data/ontology/countries.tsv");
      continue;
    }
    const ActorId id = found->second;
    if (record.get("name").empty()) error(record.line, "a country without 'name:'", "add it");
    lexicon_.actors[id].name = keep(record.get("name"));
    for (const RecordField& field : record.fields) {
      if (field.name == "name" || field.name == "names") {
        add_names(field.value, {id, NameForm::kName, {}});
      } else if (field.name == "adjectives") {
        add_names(field.value, {id, NameForm::kAdjective, {}});
      } else if (field.name == "demonyms") {
        add_names(field.value, {id, NameForm::kDemonym, {}});
      } else if (field.name == "capital") {
        add_names(field.value, {id, NameForm::kCapital, "GOV"});
      } else if (field.name == "cities" || field.name == "regions") {
        add_names(field.value, {id, NameForm::kCity, {}});
      } else if (field.name == "careful") {
        add_careful(field.value);
      } else if (field.name == "metonyms") {
        add_metonyms(field, id);
      }
    }
  }
}

void ActorReader::read_named(std::string_view file, std::string_view key, ActorKind kind) {
  shown_ = files_.shown_name(file);
  const RecordFile parsed = parse_records(files_.text(file), shown_);
  files_.add_errors(parsed.errors);
  const std::vector<std::string_view> known = {key,      "name", "names", "code",   "country",
                                               "sector", "kind", "from",  "edited", "domains",
                                               "to",     "earlier", "careful"};
  for (const Record& record : parsed.records) {
    check_fields(record, known);
    const RecordField* own = record.find(key);
    if (own == nullptr || own->value.empty()) {
      error(record.line, "an entry without '" + std::string(key) + ":'", "add it");
      continue;
    }
    Actor actor;
    actor.kind = kind;
    actor.id = keep(std::string(key) + ":" + slug_of(own->value));
    actor.name = keep(record.find("name") ? record.get("name") : std::string_view(own->value));
    const auto line_of = [&](std::string_view name) {
      const RecordField* field = record.find(name);
      return field ? field->line : record.line;
    };
    actor.code = checked_code(record.get("code"), line_of("code"));
    actor.country = checked_country(record.get("country"), line_of("country"));
    actor.sector = checked_sector(record.get("sector"), line_of("sector"));
    if (actor.code.empty() && !actor.country.empty()) {
      actor.code = keep(std::string(actor.country) + std::string(actor.sector));
    }
    if (by_id_.contains(actor.id)) {
      error(record.line, "'" + own->value + "' stands twice", "join the two entries");
      continue;
    }
    for (const RecordField& field : record.fields) {
      if (field.name == "earlier") add_earlier(actor, field);
      if (field.name == "careful") add_careful(field.value);
    }
    const ActorId id = add_actor(actor);
    if (kind != ActorKind::kGroup) add_names(own->value, {id, NameForm::kName, {}});
    add_names(record.get("name"), {id, NameForm::kName, {}});
    for (const RecordField& field : record.fields) {
      if (field.name == "names") add_names(field.value, {id, NameForm::kName, {}});
    }
  }
}

void ActorReader::add_person_names(std::string_view name, std::string_view others,
                                   ActorId person) {
  std::vector<std::string_view> names = split_list(others, ';');
  names.insert(names.begin(), name);
  for (std::string_view each : names) {
    // A single word that the data lists is enough by itself ("Macron").
    lexicon_.names.add(each, {person, NameForm::kName, {}});
    const std::size_t space = each.rfind(' ');
    if (space == std::string_view::npos) continue;
    // "Hussein of Jordan": a country is nobody's surname.
    const std::string_view last = each.substr(space + 1);
    const auto senses = lexicon_.names.find(last);
    const bool is_country = std::any_of(senses.begin(), senses.end(), [](const NameSense& sense) {
      return sense.form == NameForm::kName;
    }) && lexicon_.actor(senses.front().actor).kind == ActorKind::kCountry;
    if (!is_country) lexicon_.names.add(last, {person, NameForm::kSurname, {}});
  }
}

void ActorReader::add_office(Actor& person, const Office& office, int line) {
  if (office.from && office.to && *office.to < *office.from) {
    error(line, "an office that ends before it begins", "swap 'from' and 'to'");
    return;
  }
  person.offices.push_back(office);
}

void ActorReader::read_people(std::string_view file) {
  shown_ = files_.shown_name(file);
  Table table = parse_table(files_.text(file), shown_);
  const std::size_t id_at = table.column("id"), name_at = table.column("name"),
                    names_at = table.column("names"), role_at = table.column("role"),
                    country_at = table.column("country"), sector_at = table.column("sector"),
                    code_at = table.column("code"), from_at = table.column("from"),
                    to_at = table.column("to");
  files_.add_errors(table.errors);
  for (const TableRow& row : table.rows) {
    const auto& cells = row.cells;
    if (cells[id_at].empty() || cells[name_at].empty()) {
      error(row.line, "a person without id or name", "write both");
      continue;
    }
    const std::string_view id = keep("person:" + slug_of(cells[id_at]));
    const Office office{keep(cells[role_at]), checked_country(cells[country_at], row.line),
                        checked_sector(cells[sector_at], row.line),
                        checked_code(cells[code_at], row.line),
                        checked_day(cells[from_at], Bound::kFrom, row.line),
                        checked_day(cells[to_at], Bound::kTo, row.line)};
    auto found = by_id_.find(id);
    if (found == by_id_.end()) {
      Actor person;
      person.kind = ActorKind::kPerson;
      person.id = id;
      person.name = keep(cells[name_at]);
      add_actor(person);
      found = by_id_.find(id);
    } else if (lexicon_.actors[found->second].name != cells[name_at]) {
      error(row.line, "id '" + std::string(cells[id_at]) + "' belongs to '" +
                          std::string(lexicon_.actors[found->second].name) + "'",
            "give this person an id of their own");
      continue;
    }
    add_person_names(cells[name_at], cells[names_at], found->second);
    Actor& person = lexicon_.actors[found->second];
    if (person.country.empty()) person.country = office.country;
    add_office(person, office, row.line);
  }
}

}  // namespace verbale
