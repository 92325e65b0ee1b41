// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actors.h"

#include <algorithm>

#include "formats/records.h"
#include "lexicon/actor_files.h"
#include "lexicon/data_files.h"

namespace verbale {

const Actor* ActorLexicon::country(std::string_view iso3) const {
  const auto found = countries.find(iso3);
  return found == countries.end() ? nullptr : &actors[found->second];
}

const Office* ActorLexicon::office_on(const Actor& person, std::optional<Day> day) {
  const Office* best = nullptr;
  for (const Office& office : person.offices) {
    if (day && office.from && *day < *office.from) continue;
    if (day && office.to && *office.to < *day) continue;
    if (!day && office.to) {
      // Without a day one still held is the latest; else the one that ended last.
      if (best != nullptr && (!best->to || *office.to <= *best->to)) continue;
    }
    if (best == nullptr || (!day && !office.to)) {
      best = &office;
      continue;
    }
    // Of two at once the one begun later says more: "prime minister" over "member of parliament".
    if (office.from && (!best->from || *best->from < *office.from)) best = &office;
  }
  return best;
}

ActorLexicon load_actor_lexicon(DataFiles& files) {
  ActorLexicon lexicon;
  ActorReader reader(files, lexicon);
  reader.read_sectors("ontology/sectors.tsv");
  reader.read_country_codes("ontology/countries.tsv");
  reader.read_countries("en/actors/countries.rec");
  reader.read_named("en/actors/organisations.rec", "organisation", ActorKind::kOrganisation);
  reader.read_named("en/actors/groups.rec", "group", ActorKind::kGroup);
  reader.read_named("en/actors/media.rec", "outlet", ActorKind::kOutlet);
  reader.read_people("en/actors/people.tsv");
  lexicon.roles = load_roles(files, reader.sectors());
  lexicon.words = load_actor_words(files);
  return lexicon;
}

}  // namespace verbale
