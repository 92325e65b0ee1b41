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
    : text_(text),
      tree_(tree),
      tokens_(tree.syntax().tokens),
      actors_(actors),
      day_(day),
      known_(std::move(known)) {}

std::string_view PhraseReader::word(std::uint32_t token) const {
  return tokens_[token].span.of(text_);
}
std::string PhraseReader::lower(std::uint32_t token) const {
  return lower_case(word(token));
}

Reading PhraseReader::read(const Mention& mention) const {
  Reading reading;
  std::vector<Item> items = items_of(mention);
  place_items(mention, items);
  read_core(mention, items, reading);
  read_roles(mention, items, reading);
  read_owners(mention, items, reading);
  read_many(mention, reading);
  if (reading.owners.empty()) read_unknown_owner(mention, items, reading);
  if (reading.name.empty()) read_name_words(mention, items, reading);
  read_gender(mention, reading);
  reading.is_definite = actors_.words.has(ActorWordSet::kDefinites, lower(mention.tokens.begin));
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    reading.is_counterpart =
        reading.is_counterpart || actors_.words.has(ActorWordSet::kCounterparts, lower(t));
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
      // "the King of Tonga" is nobody called King.
      const bool is_bare = t == mention.tokens.begin || tokens_[t - 1].upos == Upos::kDet;
      if (is_bare && actors_.roles.find(word(t)) != nullptr) return true;
      const bool goes_on = match.tokens.end < mention.tokens.end &&
                           tokens_[match.tokens.end].deprel == Deprel::kFlat;
      return !is_person || goes_on || tokens_[t].upos != Upos::kPropn ||
             is_after_given_name(t, mention);
    });
    // "Van" in "Nguyen Van Thuong" is no town.
    const bool is_inner = is_person && match.tokens.end < mention.tokens.end &&
                          tokens_[t].deprel == Deprel::kFlat &&
                          tokens_[match.tokens.end].deprel == Deprel::kFlat;
    const bool is_part = match.tokens.size() == 1 && !senses.empty() &&
                         actors_.actor(senses.front().actor).kind == ActorKind::kCountry &&
                         (is_inner || is_part_of_person_name(text_, tree_.syntax(), t, actors_));
    const bool is_longer = match.tokens.begin > mention.tokens.begin &&
                           is_part_of_longer_name(text_, tree_.syntax(), match.tokens, actors_);
    // "Deng" in "Majok Deng Akol" is not who is called by that name alone.
    std::erase_if(senses, [&](const NameSense& sense) {
      return is_person && match.tokens.size() == 1 && is_of_another(t, mention, sense);
    });
    if (is_longer || is_word_of_longer_name(text_, tree_.syntax(), match, actors_)) senses.clear();
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

// Whether the words around in one name are none of the person's whom this one names.
bool PhraseReader::is_of_another(std::uint32_t token, const Mention& mention,
                                 const NameSense& sense) const {
  const Actor& actor = actors_.actor(sense.actor);
  if (actor.kind != ActorKind::kPerson) return false;
  const std::string own = " " + lower_case(fold_name(actor.name)) + " ";
  const auto is_other_word = [&](std::uint32_t t) {
    return t >= mention.tokens.begin && t < mention.tokens.end && tokens_[t].upos == Upos::kPropn &&
           !is_title(t) && word(t).size() > 2 && actors_.roles.find(word(t)) == nullptr &&
           actors_.names.find(word(t)).empty();
  };
  bool has_other = false;
  for (std::uint32_t t : {token - 1, token - 2, token + 1}) {
    if (token < t && t > token + 1) continue;  // Before the first token of all.
    if (t == token - 2 && !is_other_word(token - 1)) continue;
    if (!is_other_word(t)) continue;
    if (own.find(" " + lower_case(fold_name(word(t))) + " ") != std::string::npos) return false;
    has_other = true;
  }
  return has_other;
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

// "Defence Department" in "Chile's Defence Department", "Workers' Party" in "Workers' Party of
// Guyana": a body that many states have, here of another than the one known by that name.
bool PhraseReader::is_common_body(TokenSpan tokens, const NameSense& sense,
                                  const std::vector<Item>& before) const {
  const Actor& actor = actors_.actor(sense.actor);
  if (actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kCountry) return false;
  const RoleNoun* last = actors_.roles.find(word(tokens.end - 1));
  if (last != nullptr && tokens.end + 1 < tokens_.size() &&
      actors_.words.has(ActorWordSet::kOwnerPrepositions, lower(tokens.end))) {
    const auto after = actors_.names.find(word(tokens.end + 1));
    const Actor* other = after.empty() ? nullptr : &actors_.actor(after.front().actor);
    if (other != nullptr && other->kind == ActorKind::kCountry &&
        other->country != actor.country) {
      return true;
    }
  }
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
  if (tokens_[before].upos != Upos::kPropn || is_title(before) ||
      actors_.roles.find(word(before)) != nullptr) {
    return false;
  }
  return tokens_[token].deprel == Deprel::kFlat || actors_.names.find(word(before)).empty();
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
  if (tokens.begin >= 2 && word(tokens.begin - 1) == "-" &&
      tokens_[tokens.begin - 2].span.end == tokens_[tokens.begin - 1].span.begin &&
      actors_.names.find(word(tokens.begin - 2)).empty()) {
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
    const bool is_person_after =
        mention.kind == MentionKind::kPerson && !item.senses.empty() &&
        item.place == Place::kModifier && item.tokens.begin > mention.head &&
        actors_.actor(item.senses.front().actor).kind == ActorKind::kPerson;
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
    if (main->role->takes_portfolio) {
      const ByteSpan bytes{tokens_[main->tokens.begin].span.begin,
                           tokens_[main->tokens.end - 1].span.end};
      if (!main->is_plural) reading.role_words = lower_case(bytes.of(text_));
    }
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
    if (item.role == nullptr || (has_noun_after && item.role->kind == RoleNounKind::kModifier)) {
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

// "US and EU officials": a conjunction ties the one to the other.
bool PhraseReader::is_joined(TokenSpan one, TokenSpan other) const {
  const auto hangs_on = [&](TokenSpan later, TokenSpan first) {
    for (std::uint32_t t = later.begin; t < later.end; ++t) {
      std::uint32_t at = t;
      while (tokens_[at].deprel == Deprel::kConj && tokens_[at].head != kNoToken) {
        at = tokens_[at].head;
        if (first.holds(at)) return true;
      }
    }
    return false;
  };
  return hangs_on(one, other) || hangs_on(other, one);
}

void PhraseReader::read_owners(const Mention& mention, const std::vector<Item>& items,
                               Reading& reading) const {
  const Item* best = nullptr;
  int best_rank = 0;
  // "critics of the president", "victims of the cartel" are none of them.
  const bool is_relation = reading.role != nullptr && reading.role->is_relation;
  const bool is_crowd = reading.sector == "CVL" || reading.sector == "REF";
  // "ambassador to Chad", but "adviser to the president of Chad"
  const bool serves =
      reading.role != nullptr && actors_.words.has(ActorWordSet::kServants, reading.role->words);
  const auto is_goal = [&](const Item& item) {
    return !serves && actors_.words.has(ActorWordSet::kGoalPrepositions, item.preposition);
  };
  const bool is_many = mention.kind != MentionKind::kPerson || reading.is_plural ||
                       (reading.role != nullptr && reading.role->kind == RoleNounKind::kGroup);
  const auto rank_of = [&](const Item& item) {
    if (item.senses.empty() || item.place == Place::kCore) return 0;
    if (is_attached_by_hyphen(item.tokens)) return 0;
    const NameSense& sense = sense_for(item, mention);
    const Actor& actor = actors_.actor(sense.actor);
    if (reading.actor == &actor) return 0;
    const bool is_state_body =
        actor.kind != ActorKind::kCountry && actors_.country(actor.country) != nullptr;
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
        if (is_goal(item)) return 0;
        if (reading.role == nullptr && reading.actor == nullptr) return 0;
        if (actors_.words.has(ActorWordSet::kOwnerPrepositions, item.preposition)) return 4;
        return actor.kind == ActorKind::kCountry ? 3 : 2;
      case Place::kCore:
        return 0;
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
    const int rank = rank_of(item);
    const bool is_peer = rank == best_rank || (rank > 0 && is_joined(item.tokens, best->tokens));
    const bool joined =
        &item == best || (is_peer && item.place == best->place && is_many);
    if (!joined) continue;
    Owner owner = owner_of(sense_for(item, mention));
    owner.tokens = item.tokens;
    const bool stands = std::any_of(reading.owners.begin(), reading.owners.end(),
                                    [&](const Owner& other) { return other.id == owner.id; });
    if (!stands) reading.owners.push_back(owner);
  }
  settle_by_owner(reading);
}

// A weak noun is what its owner is: "Kremlin adviser", "Hamas leader", "Lukashenko's envoy".
void PhraseReader::settle_by_owner(Reading& reading) const {
  Owner& first = reading.owners.front();
  // "Tuareg rebels": of a people only the country counts.
  const Actor* home = actors_.country(first.country);
  if (first.sector == "CVL" && !reading.sector.empty() && home != nullptr) {
    first.sector.clear();
    first.code = home->code;
    first.is_country = true;
  }
  const bool is_body = !first.is_country || !first.sector.empty();
  if (is_body && !first.sector.empty() && keeps_code(reading.sector) &&
      !(first.sector == "GOV" && !reading.sector.empty())) {
    reading.sector = {};
    reading.cameo = {};
  }
}

}  // namespace verbale
