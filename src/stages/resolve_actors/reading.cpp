// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/reading.h"

#include <algorithm>

#include "core/utf8.h"
#include "lexicon/name_parts.h"

namespace verbale {
namespace {

bool is_nationality(NameForm form) {
  return form == NameForm::kAdjective || form == NameForm::kDemonym;
}

// Armed groups, agencies and parties keep their own code when a plain word for their people is
// added: "Hezbollah fighters", "FSB officers".
bool keeps_code(std::string_view role_sector) {
  for (std::string_view sector : {"GOV", "MIL", "UAF", "REB", "PRM", "CRM", "CVL"}) {
    if (role_sector == sector) return true;
  }
  return role_sector.empty();
}

}  // namespace

PhraseReader::PhraseReader(std::string_view text, const Tree& tree, const ActorLexicon& actors,
                           std::optional<Day> day, KnownNames known)
    : text_(text), tree_(tree), tokens_(tree.syntax().tokens), actors_(actors), day_(day),
      known_(std::move(known)) {}

std::string_view PhraseReader::word(std::uint32_t token) const {
  return tokens_[token].span.of(text_);
}
std::string PhraseReader::lower(std::uint32_t token) const { return lower_case(word(token)); }

Reading PhraseReader::read(const Mention& mention) const {
  Reading reading;
  std::vector<Item> items = items_of(mention);
  place_items(mention, items);
  read_core(mention, items, reading);
  read_roles(mention, items, reading);
  read_owners(mention, items, reading);
  if (reading.owners.empty()) read_unknown_owner(mention, items, reading);
  if (reading.name.empty()) read_name_words(mention, items, reading);
  read_gender(mention, reading);
  reading.is_definite = actors_.words.has(ActorWordSet::kDefinites, lower(mention.tokens.begin));
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    reading.is_counterpart = reading.is_counterpart ||
                             actors_.words.has(ActorWordSet::kCounterparts, lower(t));
  }
  return reading;
}

std::vector<PhraseReader::Item> PhraseReader::items_of(const Mention& mention) const {
  std::vector<Item> items;
  std::uint32_t gap = mention.tokens.begin;
  const auto add_roles = [&](std::uint32_t end) {
    for (const RoleMatch& match : actors_.roles.match(text_, tree_.syntax(), {gap, end})) {
      if (!is_noun_of_office(match)) continue;
      items.push_back({match.tokens, Place::kModifier, {}, {}, match.role, match.is_plural});
    }
  };
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end;) {
    const NameMatch match = actors_.names.match_at(text_, tree_.syntax(), t, mention.tokens.end);
    const bool is_person = mention.kind == MentionKind::kPerson;
    std::vector<NameSense> senses(match.senses.begin(), match.senses.end());
    // A surname counts only for persons, at the end of the name.
    std::erase_if(senses, [&](const NameSense& sense) {
      if (sense.form != NameForm::kSurname) return false;
      const bool goes_on = match.tokens.end < mention.tokens.end &&
                           tokens_[match.tokens.end].deprel == Deprel::kFlat;
      return !is_person || goes_on || tokens_[t].upos != Upos::kPropn ||
             is_after_given_name(t, mention);
    });
    const bool is_part = match.tokens.size() == 1 && !senses.empty() &&
                         actors_.actor(senses.front().actor).kind == ActorKind::kCountry &&
                         is_part_of_person_name(text_, tree_.syntax(), t, actors_);
    const bool is_longer = match.tokens.begin > mention.tokens.begin &&
                           is_part_of_longer_name(text_, tree_.syntax(), match.tokens, actors_);
    if (is_longer) senses.clear();
    if (senses.empty() || is_part) {
      ++t;
      continue;
    }
    add_roles(match.tokens.begin);
    if (is_common_body(match.tokens, senses.front(), items)) {
      gap = match.tokens.begin;
      add_roles(match.tokens.end);
      t = gap = match.tokens.end;
      continue;
    }
    items.push_back({match.tokens, Place::kModifier, {}, std::move(senses), nullptr, false});
    t = gap = match.tokens.end;
  }
  add_roles(mention.tokens.end);
  return items;
}

// "Mr.", "Gen."
bool PhraseReader::is_title(std::uint32_t token) const {
  std::string title = lower(token);
  while (title.ends_with('.')) title.pop_back();
  return actors_.words.has(ActorWordSet::kMaleTitles, title) ||
         actors_.words.has(ActorWordSet::kFemaleTitles, title) ||
         actors_.words.has(ActorWordSet::kTitles, title);
}

// "'s", "'"
bool PhraseReader::is_possessive_mark(std::uint32_t token) const {
  return tokens_[token].upos == Upos::kPart && tokens_[token].deprel == Deprel::kCase;
}

// "Defence Department" in "Chile's Defence Department": a body that many states have, here of
// another than the one known by that name.
bool PhraseReader::is_common_body(TokenSpan tokens, const NameSense& sense,
                                  const std::vector<Item>& before) const {
  const Actor& actor = actors_.actor(sense.actor);
  if (actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kCountry) return false;
  const ByteSpan bytes{tokens_[tokens.begin].span.begin, tokens_[tokens.end - 1].span.end};
  if (actors_.roles.find(bytes.of(text_)) == nullptr) return false;
  return std::any_of(before.begin(), before.end(), [&](const Item& item) {
    if (item.senses.empty()) return false;
    const Actor& other = actors_.actor(item.senses.front().actor);
    return other.kind == ActorKind::kCountry && other.country != actor.country;
  });
}

// "Mansour" in "Ahmed Mansour": the end of a longer name, not a surname by itself.
bool PhraseReader::is_after_given_name(std::uint32_t token, const Mention& mention) const {
  if (token == mention.tokens.begin) return false;
  const std::uint32_t before = token - 1;
  return tokens_[before].upos == Upos::kPropn && !is_title(before) &&
         actors_.roles.find(word(before)) == nullptr && actors_.names.find(word(before)).empty();
}

// "major" in "major figures" is no major.
bool PhraseReader::is_noun_of_office(const RoleMatch& match) const {
  // "King" in "Martin King".
  const Token& first = tokens_[match.tokens.begin];
  if (match.tokens.size() == 1 && first.deprel == Deprel::kFlat && first.upos == Upos::kPropn) {
    return false;
  }
  if (match.role->kind == RoleNounKind::kModifier || match.role->also_modifies) return true;
  for (std::uint32_t t = match.tokens.begin; t < match.tokens.end; ++t) {
    if (tokens_[t].upos == Upos::kNoun || tokens_[t].upos == Upos::kPropn) return true;
  }
  return match.tokens.size() > 1 || tokens_[match.tokens.begin].deprel != Deprel::kAmod;
}

// Where each item stands: before the head, as possessor, as head, or after a preposition.
void PhraseReader::place_items(const Mention& mention, std::vector<Item>& items) const {
  std::string preposition;
  std::size_t segment = 0;  // First item of the stretch since the last preposition.
  std::uint32_t token = mention.tokens.begin;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    for (; token < item.tokens.begin; ++token) {
      if (tokens_[token].upos == Upos::kAdp && token > mention.tokens.begin) {
        preposition = lower(token);
        segment = i;
      } else if (is_possessive_mark(token)) {
        for (std::size_t j = segment; j < i; ++j) {
          if (items[j].place == Place::kModifier) items[j].place = Place::kPossessor;
        }
      }
    }
    if (item.tokens.holds(mention.head)) {
      item.place = Place::kCore;
      preposition.clear();
    } else if (!preposition.empty()) {
      item.place = Place::kComplement;
      item.preposition = preposition;
    }
    token = item.tokens.end;
  }
  for (; token < mention.tokens.end; ++token) {
    if (!is_possessive_mark(token)) continue;
    for (std::size_t j = segment; j < items.size(); ++j) {
      if (items[j].place == Place::kModifier) items[j].place = Place::kPossessor;
    }
  }
}

// "-backed", "pro-": the nationality is not whose the noun is; "-based" is.
bool PhraseReader::is_attached_by_hyphen(TokenSpan tokens) const {
  if (tokens.begin >= 2 && word(tokens.begin - 1) == "-" && tokens_[tokens.begin - 2].span.end ==
      tokens_[tokens.begin - 1].span.begin && actors_.names.find(word(tokens.begin - 2)).empty()) {
    return true;
  }
  if (tokens.end + 1 >= tokens_.size() || word(tokens.end) != "-") return false;
  if (tokens_[tokens.end].span.begin != tokens_[tokens.end - 1].span.end) return false;
  const std::uint32_t after = tokens.end + 1;
  return tokens_[after].upos == Upos::kVerb &&
         !actors_.words.has(ActorWordSet::kOwningParticiples, lower(after));
}

const NameSense& PhraseReader::sense_for(const Item& item, const Mention& mention) const {
  const NameSense* best = &item.senses.front();
  const bool is_head = item.place == Place::kCore;
  int best_score = -1;
  for (const NameSense& sense : item.senses) {
    const Actor& actor = actors_.actor(sense.actor);
    int score = 0;
    if (actor.kind == ActorKind::kPerson) {
      score = is_head && mention.kind == MentionKind::kPerson ? 4 : 0;
      if (score > 0 && ActorLexicon::office_on(actor, day_) != nullptr) score += 2;
    } else if (is_nationality(sense.form)) {
      const bool is_noun = tokens_[item.tokens.end - 1].upos != Upos::kAdj;
      score = (sense.form == NameForm::kDemonym) == (is_head && is_noun) ? 3 : 2;
    } else {
      score = sense.form == NameForm::kName ? 3 : 1;
    }
    if (score > best_score) {
      best_score = score;
      best = &sense;
    }
  }
  return *best;
}

void PhraseReader::read_core(const Mention& mention, const std::vector<Item>& items,
                             Reading& reading) const {
  for (const Item& item : items) {
    const bool is_name = item.place == Place::kCore && !item.senses.empty();
    // "President Nikola Zoric": the parser may hang the name on the office.
    const bool is_person_after = mention.kind == MentionKind::kPerson && !item.senses.empty() &&
                                 item.place == Place::kModifier &&
                                 item.tokens.begin > mention.head &&
                                 actors_.actor(item.senses.front().actor).kind ==
                                     ActorKind::kPerson;
    if (!is_name && !is_person_after) continue;
    const NameSense& sense = sense_for(item, mention);
    const Actor& actor = actors_.actor(sense.actor);
    if (mention.kind == MentionKind::kPerson && actor.kind != ActorKind::kPerson &&
        sense.form != NameForm::kDemonym) {
      continue;
    }
    reading.actor = &actor;
    reading.form = sense.form;
    reading.metonym_sector = sense.sector;
    const ByteSpan bytes{tokens_[item.tokens.begin].span.begin,
                         tokens_[item.tokens.end - 1].span.end};
    reading.name = bytes.of(text_);
  }
}

void PhraseReader::read_roles(const Mention& mention, const std::vector<Item>& items,
                              Reading& reading) const {
  // The noun of office: the head itself, else the last firm one before the name, else any.
  const Item* main = nullptr;
  for (const Item& item : items) {
    if (item.role == nullptr || item.place == Place::kComplement ||
        item.place == Place::kPossessor || item.role->kind == RoleNounKind::kModifier) {
      continue;
    }
    if (item.place == Place::kCore) {
      main = &item;
      break;
    }
    if (mention.kind != MentionKind::kPerson && item.tokens.end <= mention.head) continue;
    if (main == nullptr || main->role->is_weak) main = &item;
  }
  if (main != nullptr) {
    reading.role = main->role;
    reading.is_plural = main->is_plural;
    reading.gender = main->role->gender;
    reading.role_words = main->role->words;
    reading.sector = main->role->is_weak ? std::string_view() : main->role->sector;
    reading.cameo = main->role->is_weak ? std::string_view() : main->role->cameo;
  }
  const auto take = [&](const RoleNoun& role) {
    reading.sector = role.sector;
    reading.cameo = role.cameo;
  };
  // "rebel leader", "army chief": the word nearest before it says what they are.
  for (auto item = items.rbegin(); item != items.rend(); ++item) {
    if (item->role == nullptr || &*item == main) continue;
    if (item->role->ends_office && item->place != Place::kComplement) reading.is_former = true;
    if (!reading.sector.empty() || item->role->sector.empty()) continue;
    const bool before = item->place == Place::kModifier && item->tokens.begin <= mention.head;
    if (before && !item->role->is_weak) take(*item->role);
  }
  // "leader of the rebels", "chief of police"; of "heavily armed police" the noun.
  const bool has_noun_after = std::any_of(items.begin(), items.end(), [](const Item& item) {
    return item.place == Place::kComplement && item.role != nullptr && !item.role->is_weak &&
           item.role->kind != RoleNounKind::kModifier;
  });
  for (const Item& item : items) {
    if (main == nullptr || main->role->is_relation || !reading.sector.empty()) break;
    if (item.role == nullptr ||
        (has_noun_after && item.role->kind == RoleNounKind::kModifier)) {
      continue;
    }
    if (item.place == Place::kComplement && !item.role->is_weak &&
        !actors_.words.has(ActorWordSet::kGoalPrepositions, item.preposition)) {
      take(*item.role);
    }
  }
  for (const Item& item : items) {
    if (main == nullptr || main->role->is_relation || !reading.sector.empty()) break;
    if (item.role != nullptr && item.place == Place::kPossessor && !item.role->is_weak) {
      take(*item.role);
    }
  }
}

Owner PhraseReader::owner_of(const NameSense& sense) const {
  const Actor& actor = actors_.actor(sense.actor);
  Owner owner;
  owner.id = actor.id;
  owner.country = actor.country;
  owner.code = actor.code;
  owner.sector = actor.sector;
  if (actor.kind == ActorKind::kCountry) {
    owner.is_country = true;
    if (sense.form == NameForm::kMetonym) owner.sector = sense.sector;
    return owner;
  }
  if (actor.kind != ActorKind::kPerson) return owner;
  owner.is_person = true;
  const Office* office = ActorLexicon::office_on(actor, day_);
  if (office == nullptr) {
    const Actor* country = actors_.country(actor.country);
    if (country != nullptr) owner.code = country->code;
    return owner;
  }
  owner.country = office->country;
  owner.code = office->code;
  owner.sector = office->sector;
  return owner;
}

void PhraseReader::read_owners(const Mention& mention, const std::vector<Item>& items,
                               Reading& reading) const {
  const Item* best = nullptr;
  int best_rank = 0;
  // "critics of the president", "victims of the cartel" are none of them.
  const bool is_relation = reading.role != nullptr && reading.role->is_relation;
  const bool is_crowd = reading.sector == "CVL" || reading.sector == "REF";
  const auto rank_of = [&](const Item& item) {
    if (item.senses.empty() || item.place == Place::kCore) return 0;
    if (is_attached_by_hyphen(item.tokens)) return 0;
    const NameSense& sense = sense_for(item, mention);
    const Actor& actor = actors_.actor(sense.actor);
    if (reading.actor == &actor) return 0;
    const bool is_state_body = actor.kind != ActorKind::kCountry &&
                               actors_.country(actor.country) != nullptr;
    switch (item.place) {
      case Place::kModifier:
        if (item.tokens.begin > mention.head) return 0;
        if (is_state_body) return 9;  // "Iranian Quds Force commander": the narrower one.
        return actor.kind == ActorKind::kCountry ? 8 : 6;
      case Place::kPossessor:
        if (is_relation) return 0;
        if (is_crowd && actor.kind != ActorKind::kCountry) return 0;
        return actor.kind == ActorKind::kCountry ? 7 : 5;
      case Place::kComplement:
        if (is_relation || (is_crowd && actor.kind != ActorKind::kCountry)) return 0;
        if (actors_.words.has(ActorWordSet::kGoalPrepositions, item.preposition)) return 0;
        if (reading.role == nullptr && reading.actor == nullptr) return 0;
        if (actors_.words.has(ActorWordSet::kOwnerPrepositions, item.preposition)) return 4;
        return actor.kind == ActorKind::kCountry ? 3 : 2;
      case Place::kCore: return 0;
    }
    return 0;
  };
  for (const Item& item : items) {
    const int rank = rank_of(item);
    if (rank == 0) continue;
    // Of two nationalities side by side the later is the nearer.
    if (rank > best_rank || (rank == best_rank && best->place == Place::kModifier)) {
      best = &item;
      best_rank = rank;
    }
  }
  if (best == nullptr) return;
  for (const Item& item : items) {
    const bool joined = &item == best ||
                        (rank_of(item) == best_rank && item.place == best->place &&
                         (mention.kind != MentionKind::kPerson || reading.is_plural));
    if (!joined) continue;
    Owner owner = owner_of(sense_for(item, mention));
    owner.tokens = item.tokens;
    const bool stands = std::any_of(reading.owners.begin(), reading.owners.end(),
                                    [&](const Owner& other) { return other.id == owner.id; });
    if (!stands) reading.owners.push_back(owner);
  }
  // A weak noun is what its owner is: "Kremlin adviser", "Hamas leader", "Lukashenko's envoy".
  const Owner& first = reading.owners.front();
  const bool is_body = !first.is_country || !first.sector.empty();
  if (is_body && !first.sector.empty() && keeps_code(reading.sector) &&
      !(first.sector == "GOV" && !reading.sector.empty())) {
    reading.sector = {};
    reading.cameo = {};
  }
}

// "Ndlovu's spokesman", "the Maseko Fund's chief", where the article itself told who that is.
void PhraseReader::read_unknown_owner(const Mention& mention, const std::vector<Item>& items,
                                      Reading& reading) const {
  if (reading.role == nullptr || reading.role->is_relation || !known_) return;
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    if (tokens_[t].upos != Upos::kPropn || mention.head == t) continue;
    const bool in_item = std::any_of(items.begin(), items.end(), [&](const Item& item) {
      return item.tokens.holds(t);
    });
    if (in_item || is_title(t) || tokens_[t].deprel == Deprel::kFlat) continue;
    std::uint32_t end = t + 1;
    while (end < mention.tokens.end && tokens_[end].deprel == Deprel::kFlat) ++end;
    if (t < mention.head && mention.head < end) continue;
    const ByteSpan bytes{tokens_[t].span.begin, tokens_[end - 1].span.end};
    reading.has_unknown_owner = true;
    if (const auto owner = known_(bytes.of(text_))) {
      reading.owners.push_back(*owner);
      return;
    }
  }
}

// The words of a name that the data does not know: the proper nouns around the head that are no
// title.
void PhraseReader::read_name_words(const Mention& mention, const std::vector<Item>& items,
                                   Reading& reading) const {
  const auto is_name_word = [&](std::uint32_t t) {
    if (tokens_[t].upos != Upos::kPropn || is_title(t)) return false;
    return std::none_of(items.begin(), items.end(), [&](const Item& item) {
      const bool is_own = item.place != Place::kCore || mention.kind == MentionKind::kPerson;
      return item.tokens.holds(t) && (mention.kind == MentionKind::kPerson ? is_own : false);
    });
  };
  const auto is_joint = [&](std::uint32_t t) {
    return word(t) == "-" || actors_.words.has(ActorWordSet::kNameParticles, word(t));
  };
  std::uint32_t begin = mention.head, end = mention.head;
  if (!is_name_word(mention.head)) {
    // The office is the head: the name is what follows it.
    if (mention.kind != MentionKind::kPerson) return;
    if (mention.head + 1 < mention.tokens.end && is_name_word(mention.head + 1)) {
      begin = end = mention.head + 1;
      while (end < mention.tokens.end && (is_name_word(end) || is_joint(end))) ++end;
      while (end > begin && is_joint(end - 1)) --end;
      const ByteSpan bytes{tokens_[begin].span.begin, tokens_[end - 1].span.end};
      reading.name = bytes.of(text_);
      return;
    }
    begin = mention.tokens.end;
    while (begin > mention.tokens.begin &&
           (is_name_word(begin - 1) || (begin < mention.tokens.end && is_joint(begin - 1)))) {
      --begin;
    }
    while (begin < mention.tokens.end && is_joint(begin)) ++begin;
    end = mention.tokens.end;
    if (begin <= mention.head) return;
    for (std::uint32_t t = mention.head; t < begin; ++t) {
      if (tokens_[t].upos == Upos::kAdp || tokens_[t].deprel == Deprel::kCase) return;
    }
  } else {
    end = mention.head + 1;
    while (end < mention.tokens.end &&
           (is_name_word(end) || (is_joint(end) && end + 1 < mention.tokens.end &&
                                  is_name_word(end + 1)))) {
      ++end;
    }
    while (begin > mention.tokens.begin && (is_name_word(begin - 1) ||
           (is_joint(begin - 1) && begin - 1 > mention.tokens.begin && is_name_word(begin - 2)))) {
      --begin;
    }
  }
  if (begin >= end) return;
  const ByteSpan bytes{tokens_[begin].span.begin, tokens_[end - 1].span.end};
  reading.name = bytes.of(text_);
}

void PhraseReader::read_gender(const Mention& mention, Reading& reading) const {
  if (mention.kind != MentionKind::kPerson) return;
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    std::string title = lower(t);
    while (title.ends_with('.')) title.pop_back();
    if (tokens_[t].upos != Upos::kPropn) continue;
    if (actors_.words.has(ActorWordSet::kMaleTitles, title)) reading.gender = Gender::kMale;
    if (actors_.words.has(ActorWordSet::kFemaleTitles, title)) reading.gender = Gender::kFemale;
  }
  if (reading.gender != Gender::kUnknown) return;
  const std::string name = reading.actor != nullptr ? std::string(reading.actor->name)
                                                    : reading.name;
  const std::size_t space = name.find(' ');
  if (space == std::string::npos) return;
  reading.gender = actors_.words.gender_of(lower_case(fold_name(name.substr(0, space))));
}

}  // namespace verbale
