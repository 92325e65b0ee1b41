// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/records.h"
#include "lexicon/actors.h"

namespace verbale {

// Fills an ActorLexicon from the files of data/ontology and data/en/actors. Mistakes go to the
// DataFiles with file and line; a wrong entry is left out.
class ActorReader {
 public:
  ActorReader(DataFiles& files, ActorLexicon& lexicon) : files_(files), lexicon_(lexicon) {}

  void read_sectors(std::string_view file);
  void read_country_codes(std::string_view file);
  void read_countries(std::string_view file);
  // Entries that start with the field `key`: organisations, groups, outlets.
  void read_named(std::string_view file, std::string_view key, ActorKind kind);
  void read_people(std::string_view file);

  const std::vector<std::string_view>& sectors() const { return sectors_; }

 private:
  std::string_view keep(std::string_view text);
  void error(int line, std::string trouble, std::string cure = "");
  // Complains of fields that no entry of this file has.
  void check_fields(const Record& record, const std::vector<std::string_view>& known);
  bool is_known_country(std::string_view code) const;
  // The code when it is known or empty; else empty, with an error.
  std::string_view checked_country(std::string_view code, int line);
  std::string_view checked_sector(std::string_view sector, int line);
  std::string_view checked_code(std::string_view code, int line);
  enum class Bound : std::uint8_t { kFrom, kTo };
  std::optional<Day> checked_day(std::string_view text, Bound bound, int line);

  ActorId add_actor(Actor actor);
  void add_names(std::string_view list, NameSense sense);
  void add_careful(std::string_view list);
  void add_earlier(Actor& actor, const RecordField& field);
  void add_metonyms(const RecordField& field, ActorId country);
  void add_person_names(std::string_view name, std::string_view others, ActorId person);
  void add_office(Actor& person, const Office& office, int line);

  DataFiles& files_;
  ActorLexicon& lexicon_;
  std::string_view shown_;  // Of the file being read.
  std::vector<std::string_view> sectors_;
  std::unordered_map<std::string_view, ActorId> by_id_;
};

}  // namespace verbale
