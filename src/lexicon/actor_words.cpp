// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actor_words.h"

#include <algorithm>
#include <vector>

#include "core/utf8.h"
#include "formats/records.h"
#include "lexicon/actor_names.h"
#include "lexicon/data_files.h"
#include "lexicon/ontology.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, kActorWordSetCount> kSetNames = {"male_titles",
                                                                        "female_titles",
                                                                        "titles",
                                                                        "male_pronouns",
                                                                        "female_pronouns",
                                                                        "plural_pronouns",
                                                                        "thing_pronouns",
                                                                        "speaker_pronouns",
                                                                        "counterparts",
                                                                        "sides",
                                                                        "side_marks",
                                                                        "place_prepositions",
                                                                        "complements",
                                                                        "sport_strong",
                                                                        "sport_weak",
                                                                        "sport_faint",
                                                                        "sport_not",
                                                                        "name_particles",
                                                                        "common_words",
                                                                        "definites",
                                                                        "owner_prepositions",
                                                                        "goal_prepositions",
                                                                        "regions",
                                                                        "owning_participles",
                                                                        "journeys",
                                                                        "age_words",
                                                                        "family_first",
                                                                        "leaders",
                                                                        "past_copulas",
                                                                        "servants",
                                                                        "trio_marks",
                                                                        "heading_verbs",
                                                                        "country_nouns",
                                                                        "calendar_words",
                                                                        "group_nouns",
                                                                        "small_words"};

}  // namespace

bool ActorWords::has(ActorWordSet set, std::string_view word) const {
  return sets_[static_cast<std::size_t>(set)].contains(word);
}

Gender ActorWords::gender_of(std::string_view given_name) const {
  const auto found = given_names_.find(given_name);
  return found == given_names_.end() ? Gender::kUnknown : found->second;
}

ActorWords load_actor_words(DataFiles& files) {
  ActorWords words;
  const std::string_view shown = files.shown_name("en/actor_words.rec");
  const RecordFile sets = parse_records(files.text("en/actor_words.rec"), shown);
  files.add_errors(sets.errors);
  for (const Record& record : sets.records) {
    const std::string_view name = record.get("class");
    const auto found = std::find(kSetNames.begin(), kSetNames.end(), name);
    if (found == kSetNames.end()) {
      files.add_error(shown, record.line, "unknown class '" + std::string(name) + "'",
                      suggest(name, {kSetNames.begin(), kSetNames.end()}));
      continue;
    }
    auto& set = words.sets_[static_cast<std::size_t>(found - kSetNames.begin())];
    for (std::string_view word : split_list(record.get("words"), ',')) set.emplace(word);
  }
  for (std::size_t i = 0; i < kActorWordSetCount; ++i) {
    if (!words.sets_[i].empty()) continue;
    files.add_error({std::string(shown), "no class '" + std::string(kSetNames[i]) + "'",
                     "write 'class: " + std::string(kSetNames[i]) + "' and 'words: …'"});
  }

  const std::string_view names_shown = files.shown_name("en/given_names.tsv");
  Table names = parse_table(files.text("en/given_names.tsv"), names_shown);
  const std::size_t gender_at = names.column("gender"), names_at = names.column("names");
  for (const TableRow& row : names.rows) {
    const std::string_view gender = row.cells[gender_at];
    if (gender != "m" && gender != "f" && gender != "both") {
      files.add_error(names_shown, row.line, "unknown gender '" + std::string(gender) + "'",
                      "m, f or both");
      continue;
    }
    const Gender value = gender == "m"   ? Gender::kMale
                         : gender == "f" ? Gender::kFemale
                                         : Gender::kUnknown;
    for (std::string_view name : split_list(row.cells[names_at], ';')) {
      const auto [place, is_new] = words.given_names_.emplace(lower_case(fold_name(name)), value);
      // Listed for both: the name settles nothing.
      if (!is_new && place->second != value) place->second = Gender::kUnknown;
    }
  }
  files.add_errors(names.errors);
  return words;
}

}  // namespace verbale
