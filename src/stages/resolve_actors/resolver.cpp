// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/resolver.h"

#include <algorithm>

#include "core/utf8.h"
#include "grammar/dateline.h"
#include "stages/resolve_actors/party.h"
#include "stages/resolve_actors/surroundings.h"

namespace verbale {
namespace {

bool is_person(const Reading& reading) {
  return reading.actor != nullptr && reading.actor->kind == ActorKind::kPerson;
}

bool has_space(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

}  // namespace

ActorResolver::ActorResolver(References references, const Article& article, const Tree& tree,
                             const ActorLexicon& actors)
    : references_(std::move(references)),
      article_(article),
      tree_(tree),
      actors_(actors),
      stand_ins_(article.text, tree, actors, entities_),
      mention_at_(tree.syntax().tokens.size(), 0),
      dateline_(find_dateline(article)) {
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Mention& each = references_.mentions[i];
    std::uint32_t& slot = mention_at_[each.head];
    if (slot == 0 || references_.mentions[slot - 1].tokens.size() < each.tokens.size()) {
      slot = i + 1;
    }
  }
  for (const Sentence& sentence : tree.syntax().sentences) {
    sport_.push_back(is_about_sport(sentence.tokens, article.text, tree, actors.words) ? 1 : 0);
  }
}

References ActorResolver::resolve() {
  read_all();
  add_full_names();
  add_acronyms();
  // What the article told of its own names helps to read "Ndlovu's envoy".
  read_all();
  join_appositions();
  find_dominant_country();
  resolve_in_order();
  mark_teams();
  auto& mentions = references_.mentions;
  mentions.insert(mentions.end(), joined_.begin(), joined_.end());
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
    return a.tokens.end > b.tokens.end;
  });
  return std::move(references_);
}

std::string_view ActorResolver::words_of(TokenSpan tokens) const {
  const auto& all = tree_.syntax().tokens;
  return ByteSpan{all[tokens.begin].span.begin, all[tokens.end - 1].span.end}.of(article_.text);
}

std::string_view ActorResolver::words_without_article(TokenSpan tokens) const {
  if (tokens.size() > 1 && tree_.token(tokens.begin).upos == Upos::kDet) ++tokens.begin;
  return words_of(tokens);
}

bool ActorResolver::is_sport(const Mention& mention) const {
  return sport_[tree_.sentence_of(mention.head)] != 0;
}

void ActorResolver::mark_teams() {
  for (Mention& each : references_.mentions) {
    const bool holds_office = each.party && !each.party->sector.empty() &&
                              each.party->sector != "CVL" && each.party->sector != "UNK";
    each.is_team = is_sport(each) && !holds_office;
  }
}

// A capital or another place where nobody acts.
bool ActorResolver::is_silent_place(std::uint32_t index) const {
  const Reading& reading = readings_[index];
  const Mention& each = references_.mentions[index];
  if (each.is_modifier && is_sport(each)) return true;
  if (each.kind != MentionKind::kPlace) return false;
  const ByteSpan first = tree_.token(each.tokens.begin).span;
  if (is_sport(each) || (dateline_ && dateline_->holds(first))) return true;
  if (reading.actor == nullptr) return true;
  if (is_part_of_address(index)) return true;
  return (reading.form == NameForm::kCapital || reading.form == NameForm::kCity) &&
         !capital_acts(each, article_.text, tree_, actors_.words);
}

// "Atlanta, Georgia,": after a town that no country of that name is known to have, a name with two
// meanings is the smaller place.
bool ActorResolver::is_part_of_address(std::uint32_t index) const {
  const Mention& each = references_.mentions[index];
  if (index == 0 || !actors_.careful_names.contains(fold_name(readings_[index].name))) return false;
  const Mention& town = references_.mentions[index - 1];
  const bool follows = town.kind == MentionKind::kPlace &&
                       town.tokens.end + 1 == each.tokens.begin &&
                       words_of({town.tokens.end, town.tokens.end + 1}) == ",";
  if (!follows) return false;
  const Actor* of = readings_[index - 1].actor;
  return of == nullptr || of->country != readings_[index].actor->country;
}

void ActorResolver::read_all() {
  const PhraseReader reader(article_.text, tree_, actors_, article_.published_day,
                            [this](std::string_view name) -> std::optional<Owner> {
                              std::uint32_t number = entities_.find("name:" + name_key(name));
                              if (number == 0) number = entities_.find_short(name);
                              if (number == 0 || !entities_.at(number).party) return std::nullopt;
                              const Party& party = *entities_.at(number).party;
                              return Owner{party.country, party.code, party.sector, party.id, false,
                                           false,         {}};
                            });
  const bool again = !readings_.empty();
  if (!again) readings_.resize(references_.mentions.size());
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Mention& each = references_.mentions[i];
    if (each.is_pronoun) continue;
    if (again && !(readings_[i].role != nullptr && readings_[i].owners.empty())) continue;
    readings_[i] = reader.read(each);
    settle_surname(i);
  }
}

void ActorResolver::settle_surname(std::uint32_t index) {
  Reading& reading = readings_[index];
  if (!is_person(reading) || reading.form != NameForm::kSurname) return;
  const Actor* chosen = nullptr;
  for (const NameSense& sense : actors_.names.find(reading.name)) {
    const Actor& person = actors_.actor(sense.actor);
    const Office* office = person.kind == ActorKind::kPerson
                               ? ActorLexicon::office_on(person, article_.published_day)
                               : nullptr;
    if (office == nullptr || reading.role == nullptr) continue;
    const std::string_view role = office->role;
    const bool same_role = role.find(reading.role_words) != std::string_view::npos;
    const bool same_country =
        reading.owners.empty() || reading.owners.front().country == office->country;
    if (!same_role || !same_country) continue;
    if (chosen != nullptr && chosen != &person) {
      chosen = nullptr;
      break;
    }
    chosen = &person;
  }
  reading.actor = chosen;
  if (chosen != nullptr) reading.form = NameForm::kName;
}

void ActorResolver::add_full_names() {
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Reading& reading = readings_[i];
    const Mention& each = mention(i);
    if (each.is_pronoun || is_silent_place(i)) continue;
    const bool known = reading.actor != nullptr && reading.form != NameForm::kDemonym;
    const bool told =
        !reading.name.empty() && has_space(reading.name) && each.kind != MentionKind::kPlace;
    if (known || told) mention(i).entity = add_named(i);
  }
}

std::uint32_t ActorResolver::add_named(std::uint32_t index) {
  const Reading& reading = readings_[index];
  const Mention& each = mention(index);
  const Owner* owner = reading.owners.empty() ? nullptr : &reading.owners.front();
  auto party = party_of(reading, owner, words_without_article(each.tokens), each.kind, actors_,
                        article_.published_day);
  const std::string key =
      reading.actor != nullptr && party ? party->id : "name:" + name_key(reading.name);
  std::uint32_t number = entities_.find(key);
  if (number == 0) {
    Entity entity;
    entity.party = party;
    entity.kind = each.kind;
    entity.name = reading.name;
    entity.gender = reading.gender;
    entity.is_plural = reading.is_plural && each.kind != MentionKind::kOrganisation;
    number = entities_.add(std::move(entity));
    entities_.know(key, number);
    if (!reading.name.empty()) entities_.know("name:" + name_key(reading.name), number);
  }
  Entity& entity = entities_.at(number);
  if (reading.role != nullptr && entity.role_words.empty()) {
    entity.role_words = reading.role_words;
  }
  if (entity.gender == Gender::kUnknown) entity.gender = reading.gender;
  // A later mention may say what the first did not: "Amina Diallo … Health Minister Amina Diallo".
  if (party && entity.party && reading.actor == nullptr) {
    if (entity.party->country.empty() && entity.party->sector.empty()) entity.party = party;
    if (entity.party->country.empty() && !party->country.empty()) entity.party = party;
  }
  remember_short_names(index, number);
  return number;
}

void ActorResolver::remember_short_names(std::uint32_t index, std::uint32_t entity) {
  const Reading& reading = readings_[index];
  if (mention(index).kind != MentionKind::kPerson) return;
  const std::size_t space = reading.name.rfind(' ');
  const auto& party = entities_.at(entity).party;
  if (space != std::string::npos && party &&
      actors_.words.has(ActorWordSet::kFamilyFirst, lower_case(party->country))) {
    entities_.know_short(std::string_view(reading.name).substr(0, reading.name.find(' ')), entity);
  }
  if (space != std::string::npos) {
    entities_.know_short(std::string_view(reading.name).substr(space + 1), entity);
  }
  if (!is_person(reading)) return;
  const std::string_view name = reading.actor->name;
  const std::size_t last = name.rfind(' ');
  if (last != std::string_view::npos) entities_.know_short(name.substr(last + 1), entity);
}

// "National Salvation Front (NSF)": later "NSF" is the front.
void ActorResolver::add_acronyms() {
  const auto& tokens = tree_.syntax().tokens;
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Mention& each = mention(i);
    const std::uint32_t open = each.tokens.end;
    if (each.entity == 0 || each.kind == MentionKind::kPerson) continue;
    if (open + 2 >= tokens.size()) continue;
    const std::string_view acronym = words_of({open + 1, open + 2});
    const bool in_brackets =
        words_of({open, open + 1}) == "(" && words_of({open + 2, open + 3}) == ")";
    if (!in_brackets || acronym.size() < 2 || !is_ascii_upper(acronym.front())) continue;
    const std::string initials = initials_of(words_of(each.tokens));
    if (initials.find(acronym.front()) == std::string::npos) continue;
    entities_.know_short(acronym, each.entity);
    entities_.know("name:" + name_key(acronym), each.entity);
  }
}

std::uint32_t ActorResolver::mention_headed(std::uint32_t token) const {
  return token < mention_at_.size() ? mention_at_[token] : 0;
}

// ", the governor of Lobaye," right after the name and closed by a comma or a full stop.
bool ActorResolver::stands_between_commas(std::uint32_t first, std::uint32_t second) const {
  const TokenSpan left = references_.mentions[first].tokens;
  const TokenSpan right = references_.mentions[second].tokens;
  const auto& tokens = tree_.syntax().tokens;
  if (right.begin != left.end + 1 || words_of({left.end, left.end + 1}) != ",") return false;
  return right.end < tokens.size() && tokens[right.end].upos == Upos::kPunct;
}

bool ActorResolver::is_apposition(std::uint32_t index, std::uint32_t after) const {
  const Mention& first = references_.mentions[index];
  const Mention& second = references_.mentions[after];
  if (first.kind != second.kind && first.kind != MentionKind::kGroup) return false;
  if (first.kind == MentionKind::kGroup &&
      (second.kind == MentionKind::kPlace || second.kind == MentionKind::kPerson)) {
    return false;
  }
  const Token& head = tree_.token(second.head);
  if (head.deprel == Deprel::kAppos && first.tokens.holds(head.head)) return true;
  if (!stands_between_commas(index, after)) return false;
  // Whatever the parser made of it; joined by "and" it is the next of a list.
  if (head.deprel == Deprel::kAppos || head.deprel == Deprel::kParataxis ||
      head.deprel == Deprel::kDep || head.deprel == Deprel::kNmod || head.deprel == Deprel::kList) {
    return true;
  }
  // "Halima Msangi, a lawmaker for the Unity Party."
  const bool is_description = head.deprel != Deprel::kConj && head.deprel != Deprel::kNsubj &&
                              head.deprel != Deprel::kNsubjPass &&
                              tree_.token(second.tokens.begin).upos == Upos::kDet;
  if (first.kind == MentionKind::kPerson && is_description && readings_[after].name.empty() &&
      readings_[after].role != nullptr && first.tokens.size() > 1 &&
      readings_[index].role == nullptr && first.entity != 0) {
    return true;
  }
  // "the governor of Michoacan, Ulises Tarasquillo, condemned": an office with whose it is and only
  // a name, closed by a comma again.
  const std::uint32_t end = second.tokens.end;
  return first.kind == MentionKind::kPerson && words_of({end, end + 1}) == "," &&
         readings_[index].name.empty() && !readings_[index].owners.empty() &&
         readings_[after].role == nullptr && second.tokens.size() > 1 &&
         !tree_.has_child(second.head, Deprel::kCc);
}

// "Japan's ambassador, Koro Bessho": a name in apposition to an office is a person, whatever the
// tagger took it for.
bool ActorResolver::is_misread_person(std::uint32_t office, std::uint32_t name) const {
  const Mention& first = references_.mentions[office];
  const Mention& second = references_.mentions[name];
  return first.kind == MentionKind::kPerson && readings_[office].role != nullptr &&
         readings_[office].name.empty() && second.entity == 0 &&
         second.kind != MentionKind::kPerson && second.tokens.size() > 1 &&
         readings_[name].actor == nullptr && readings_[name].role == nullptr &&
         !readings_[name].name.empty() &&
         ((tree_.token(second.head).deprel == Deprel::kAppos &&
           first.tokens.holds(tree_.token(second.head).head)) ||
          (!readings_[office].owners.empty() && stands_between_commas(office, name)));
}

void ActorResolver::join_appositions() {
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Mention& each = mention(i);
    if (each.is_pronoun || each.is_modifier) continue;
    if (each.entity != 0 && each.kind == MentionKind::kPerson) join_clause(i);
    for (std::uint32_t j = i + 1; j < references_.mentions.size(); ++j) {
      const Mention& other = mention(j);
      if (other.tokens.begin > each.tokens.end + 1) break;
      if (other.is_pronoun || other.is_modifier || each.tokens.touches(other.tokens)) continue;
      if (is_misread_person(i, j)) {
        mention(j).kind = MentionKind::kPerson;
        mention(j).entity = add_named(j);
      }
      if (!is_apposition(i, j)) continue;
      const bool first_named = each.entity != 0, second_named = other.entity != 0;
      if (first_named && !second_named && readings_[j].role != nullptr) join(i, j);
      if (!first_named && second_named && readings_[i].role != nullptr) join(j, i);
    }
    // "the governor of Lobaye and a friend of the president": a second description.
    const Token& head = tree_.token(each.head);
    const std::uint32_t first = head.deprel == Deprel::kConj ? mention_headed(head.head) : 0;
    if (first != 0 && each.entity == 0 && readings_[i].role != nullptr) {
      const std::uint32_t described = first - 1;
      const bool is_description = mention(described).entity != 0 &&
                                  readings_[described].name.empty() &&
                                  mention(described).kind == each.kind &&
                                  tree_.token(mention(described).head).deprel == Deprel::kAppos;
      if (is_description) join(described, i);
    }
    // "Keita is the governor of Lobaye": the noun is the predicate, the name its subject.
    if (each.entity != 0 || readings_[i].role == nullptr) continue;
    const std::uint32_t copula = tree_.child(each.head, {Deprel::kCop});
    const std::uint32_t subject = tree_.child(each.head, {Deprel::kNsubj});
    if (copula == kNoToken || subject == kNoToken || mention_headed(subject) == 0) continue;
    const std::string verb = lower_case(words_of({copula, copula + 1}));
    const std::uint32_t named = mention_headed(subject) - 1;
    if (actors_.words.has(ActorWordSet::kPastCopulas, verb)) continue;
    if (mention(named).entity != 0 && mention(named).kind == each.kind) join(named, i);
  }
}

// Tells the entity of a name what a description says of it.
void ActorResolver::join(std::uint32_t named, std::uint32_t described) {
  Mention& description = mention(described);
  const std::uint32_t number = mention(named).entity;
  description.entity = number;
  Entity& entity = entities_.at(number);
  const Reading& reading = readings_[described];
  if (entity.role_words.empty()) entity.role_words = reading.role_words;
  if (entity.gender == Gender::kUnknown) entity.gender = reading.gender;
  const Owner* owner = reading.owners.empty() ? nullptr : &reading.owners.front();
  const auto told = party_of(reading, owner, words_without_article(description.tokens),
                             description.kind, actors_, article_.published_day);
  if (told) tell(entity, *told);
}

// Adds to a party what is told of it and it does not say yet. What contradicts it is of another.
void ActorResolver::tell(Entity& entity, const Party& told) const {
  if (!entity.party) {
    entity.party = told;
    return;
  }
  Party& party = *entity.party;
  const bool says_more = (party.country.empty() && !told.country.empty()) ||
                         (party.sector.empty() && !told.sector.empty());
  const bool contradicts =
      !party.country.empty() && !told.country.empty() && party.country != told.country;
  if (!says_more || contradicts) return;
  const std::string name = party.name, id = party.id, country = party.country;
  party = told;
  party.name = name;
  party.id = id;
  if (party.country.empty()) party.country = country;
}

}  // namespace verbale
