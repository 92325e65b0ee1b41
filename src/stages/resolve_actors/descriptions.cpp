// SPDX-License-Identifier: Apache-2.0
// The second half of ActorResolver: what hangs on names already settled.
#include <algorithm>
#include <map>

#include "core/utf8.h"
#include "stages/resolve_actors/party.h"
#include "stages/resolve_actors/resolver.h"

namespace verbale {
namespace {

// The share of all country words, and how many, that make a country the article's own.
constexpr double kDominantShare = 0.6;
constexpr int kDominantMin = 3;
// How many entities back a description may point, so that long texts cost no more than short ones.
constexpr std::uint32_t kEntitiesBack = 300;

std::uint32_t first_in_reach(const EntityTable& entities) {
  return entities.count() > kEntitiesBack ? entities.count() - kEntitiesBack : 0;
}

}  // namespace

void ActorResolver::find_dominant_country() {
  std::map<std::string, int> counts;
  int total = 0;
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Reading& reading = readings_[i];
    std::string country;
    if (reading.actor != nullptr) country = reading.actor->country;
    if (country.empty() && !reading.owners.empty()) country = reading.owners.front().country;
    if (actors_.country(country) == nullptr) continue;
    ++total;
    counts[country] += 1;
    const ByteSpan first = tree_.token(mention(i).tokens.begin).span;
    if (dateline_ && dateline_->holds(first)) {
      counts[country] += kDominantMin;
      total += kDominantMin;
    }
  }
  const auto top = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  if (top == counts.end() || top->second < kDominantMin) return;
  if (top->second < kDominantShare * total) return;
  const Actor* country = actors_.country(top->first);
  dominant_.country = country->country;
  dominant_.code = country->code;
  dominant_.id = country->id;
  dominant_.is_country = true;
}

void ActorResolver::resolve_in_order() {
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    if (mention(i).is_pronoun) {
      resolve_stand_in(i);
    } else if (mention(i).entity == 0) {
      mention(i).entity = entity_of(i);
    }
    complete(i);
    Mention& each = mention(i);
    if (!entities_.at(each.entity).members.empty()) {
      each.members = entities_.at(each.entity).members;
    }
    each.party = entities_.at(each.entity).party;
    stand_ins_.see(each);
  }
  // What a later mention told holds for the earlier ones.
  for (Mention& each : references_.mentions) each.party = entities_.at(each.entity).party;
}

void ActorResolver::resolve_stand_in(std::uint32_t index) {
  Mention& each = mention(index);
  const std::string noun = lower_case(tree_.token(each.head).span.of(article_.text));
  const bool is_sides =
      each.kind == MentionKind::kGroup && (actors_.words.has(ActorWordSet::kSides, noun) ||
                                           actors_.words.has(ActorWordSet::kSideMarks, noun));
  if (actors_.words.has(ActorWordSet::kSpeakerPronouns, noun)) {
    const std::uint32_t speaker = quoted_speaker(each);
    if (speaker != 0) {
      Mention& quoted = mention(speaker - 1);
      if (quoted.entity == 0) quoted.entity = entity_of(speaker - 1);
      // A trainer's "we" is a team.
      const auto& party = entities_.at(quoted.entity).party;
      if (party && !party->sector.empty() && party->sector != "CVL") each.entity = quoted.entity;
    }
  } else if (is_sides) {
    each.members = stand_ins_.resolve_sides(each);
  } else {
    each.entity = following_subject(each);
    if (each.entity == 0) each.entity = stand_ins_.resolve_pronoun(each);
    if (each.entity == 0 && each.kind == MentionKind::kGroup) {
      each.members = stand_ins_.members_of_subject(each);
    }
  }
  if (each.entity != 0) {
    Entity& meant = entities_.at(each.entity);
    // Who is "she" once is no "he" later.
    if (meant.gender == Gender::kUnknown && actors_.words.has(ActorWordSet::kFemalePronouns, noun)) {
      meant.gender = Gender::kFemale;
    } else if (meant.gender == Gender::kUnknown &&
               actors_.words.has(ActorWordSet::kMalePronouns, noun)) {
      meant.gender = Gender::kMale;
    }
    each.members = meant.members;
    return;
  }
  Entity entity;
  entity.kind = each.kind;
  entity.is_plural = each.kind == MentionKind::kGroup;
  entity.members = each.members;
  each.entity = entities_.add(std::move(entity));
}

std::uint32_t ActorResolver::entity_of(std::uint32_t index) {
  Reading& reading = readings_[index];
  const Mention& each = mention(index);
  if (is_silent_place(index)) {
    Entity place;
    place.kind = MentionKind::kPlace;
    const std::string key = "place:" + name_key(words_without_article(each.tokens));
    std::uint32_t number = entities_.find(key);
    if (number == 0) {
      number = entities_.add(std::move(place));
      entities_.know(key, number);
    }
    return number;
  }
  if (!reading.name.empty() && each.kind != MentionKind::kGroup) {
    std::uint32_t number = entities_.find_short(reading.name);
    if (number == 0) number = entities_.find("name:" + name_key(reading.name));
    if (number != 0) return number;
    return add_named(index);
  }
  if (reading.is_counterpart && reading.owners.size() > 1) return add_joint(index);
  if (reading.is_counterpart) return counterpart(index);
  if (const std::string country = country_at_hand(index); !country.empty()) {
    return entity_of_state(country);
  }
  give_possessor(reading, each);
  if (reading.owners.size() > 1) return add_joint(index);
  auto members = described_group(index);
  // "the neighbours", "the countries": those named together last.
  const bool is_sides = reading.is_plural && reading.is_definite && each.tokens.size() == 2 &&
                        reading.owners.empty() &&
                        actors_.words.has(ActorWordSet::kSides,
                                          lower_case(words_of({each.head, each.head + 1})));
  if (members.empty() && is_sides) members = stand_ins_.resolve_joined(each);
  if (!members.empty()) {
    Entity group;
    group.kind = each.kind;
    group.is_plural = true;
    group.members = std::move(members);
    return entities_.add(std::move(group));
  }
  const std::uint32_t person = described_person(index);
  if (person != 0) return person;
  const std::uint32_t body = described_body(index);
  if (body != 0) return body;
  give_country(reading, each);
  return add_described(index);
}

std::uint32_t ActorResolver::entity_of_state(const std::string& country) {
  const std::string key = "country:" + country;
  std::uint32_t number = entities_.find(key);
  if (number != 0) return number;
  const Actor& state = *actors_.country(country);
  Entity entity;
  entity.kind = MentionKind::kPlace;
  entity.name = state.name;
  entity.party = Party{std::string(state.name), std::string(state.code), country, {}, {}, key};
  number = entities_.add(std::move(entity));
  entities_.know(key, number);
  return number;
}

// "the rebels", "the militants": a named body that fights, if only under a name like "army" that
// no state has. "the group": a named body of no state.
bool ActorResolver::is_called_so(const Entity& entity, const Reading& reading) const {
  if (entity.name.empty() || entity.kind == MentionKind::kPerson) return false;
  const auto fights = [](std::string_view sector) {
    return sector == "REB" || sector == "UAF" || sector == "PRM";
  };
  const std::string& sector = entity.party->sector;
  if (actors_.words.has(ActorWordSet::kGroupNouns, reading.role_words)) {
    const bool is_state = sector == "GOV" || sector == "MIL" || sector == "LEG" || sector == "JUD" ||
                          sector == "COP" || sector == "SPY";
    return !is_state && (entity.kind == MentionKind::kOrganisation ||
                         entity.kind == MentionKind::kGroup);
  }
  return fights(reading.sector) &&
         (fights(sector) || (sector == "MIL" && entity.party->country.empty()));
}

// "the ministry", "the rebels": the only one so called before whose country is known.
std::uint32_t ActorResolver::described_body(std::uint32_t index) const {
  const Reading& reading = readings_[index];
  const Mention& each = references_.mentions[index];
  if (each.kind == MentionKind::kPerson || each.kind == MentionKind::kPlace) return 0;
  if (!reading.is_definite || !reading.owners.empty() || reading.role == nullptr) return 0;
  if (reading.has_unknown_owner || reading.role_words.empty()) return 0;
  std::uint32_t found = 0;
  for (std::uint32_t number = entities_.count(); number > first_in_reach(entities_); --number) {
    const Entity& entity = entities_.at(number);
    const bool same_kind = entity.kind == each.kind ||
                           (!entity.name.empty() && entity.kind == MentionKind::kOrganisation);
    if (!same_kind || !entity.party || !entity.members.empty()) continue;
    // "the ministry" after "Japan's defence ministry"
    const bool same_words = (entity.role_words == reading.role_words ||
                             entity.role_words.ends_with(" " + reading.role_words)) &&
                            !entity.party->code.empty();
    // "the commission" after "the Ashanti Water Commission".
    const std::string name = name_key(entity.name);
    const bool same_name = name.ends_with(" " + reading.role_words) ||
                           name.starts_with(reading.role_words + " of ") ||
                           name.find(" " + reading.role_words + " of ") != std::string::npos;
    if (!same_words && !same_name && !is_called_so(entity, reading)) continue;
    if (found != 0) return 0;
    found = number;
  }
  return found;
}

// "the minister", "the Kenyan president": whom the article named with that office before.
std::uint32_t ActorResolver::described_person(std::uint32_t index) const {
  const Reading& reading = readings_[index];
  const Mention& each = references_.mentions[index];
  if (each.kind != MentionKind::kPerson || !reading.is_definite || reading.role == nullptr ||
      reading.is_former) {
    return 0;
  }
  const std::string country =
      reading.owners.empty() ? std::string() : reading.owners.front().country;
  std::uint32_t found = 0;
  for (std::uint32_t number = entities_.count(); number > first_in_reach(entities_); --number) {
    const Entity& entity = entities_.at(number);
    if (entity.kind != MentionKind::kPerson || entity.name.empty() || !entity.party) continue;
    const Party& party = *entity.party;
    if (!country.empty() && party.country != country) continue;
    const std::string& role = party.role.empty() ? entity.role_words : party.role;
    const bool same_role =
        !reading.role_words.empty() && role.find(reading.role_words) != std::string::npos;
    // "the Kenyan leader"
    const bool is_leader = !country.empty() && reading.owners.front().is_country &&
                           party.sector == "GOV" &&
                           actors_.words.has(ActorWordSet::kLeaders, reading.role_words);
    if (!same_role && !is_leader) continue;
    if (found != 0) return 0;  // Two would do.
    found = number;
  }
  return found;
}

std::uint32_t ActorResolver::add_described(std::uint32_t index) {
  const Reading& reading = readings_[index];
  const Mention& each = mention(index);
  const Owner* owner = reading.owners.empty() ? nullptr : &reading.owners.front();
  Entity entity;
  entity.party = party_of(reading, owner, words_without_article(each.tokens), each.kind, actors_,
                          article_.published_day);
  entity.kind = each.kind;
  entity.role_words = reading.role_words;
  entity.gender = reading.gender;
  entity.is_plural = reading.is_plural || each.kind == MentionKind::kGroup;
  // Bodies and peoples are the same when they are called the same; two spokesmen, "a company" and
  // "another company" are not.
  const Token& first = tree_.token(each.tokens.begin);
  const bool is_new = first.upos == Upos::kDet && !reading.is_definite && !entity.is_plural;
  const bool is_one = entity.party && each.kind != MentionKind::kPerson && !is_new;
  const std::string key = is_one ? entity.party->id : std::string();
  if (is_one) {
    const std::uint32_t number = entities_.find(key);
    if (number != 0) return number;
  }
  const std::uint32_t number = entities_.add(std::move(entity));
  if (is_one) entities_.know(key, number);
  return number;
}

// "French and German officials": one group of two parties.
std::uint32_t ActorResolver::add_joint(std::uint32_t index) {
  const Reading& reading = readings_[index];
  const Mention& each = mention(index);
  const std::uint32_t group = add_described(index);
  if (!entities_.at(group).members.empty()) return group;
  std::vector<std::uint32_t> members;
  for (const Owner& owner : reading.owners) {
    Entity member;
    member.party = party_of(reading, &owner, words_without_article(each.tokens), each.kind, actors_,
                            article_.published_day);
    if (reading.is_counterpart) {
      if (auto party = counterpart_party(index, owner)) member.party = std::move(party);
      if (member.party) member.party->id = "counterpart:" + member.party->code;
    }
    member.kind = each.kind;
    member.is_plural = true;
    if (!member.party) continue;
    const std::string key = member.party->id;
    std::uint32_t number = entities_.find(key);
    if (number == 0 || number == group) {
      number = entities_.add(std::move(member));
    }
    members.push_back(number);
    if (owner.tokens.empty()) continue;
    Mention nested;
    nested.tokens = owner.tokens;
    nested.head = owner.tokens.end - 1;
    nested.kind = each.kind;
    nested.entity = number;
    nested.party = entities_.at(number).party;
    nested.is_modifier = true;
    joined_.push_back(std::move(nested));
  }
  entities_.at(group).members = members;
  return group;
}

// "his Kenyan counterpart": the office of the one before, for another country.
std::optional<Party> ActorResolver::counterpart_party(std::uint32_t index,
                                                      const Owner& owner) const {
  const Mention& each = references_.mentions[index];
  const std::size_t sentence = tree_.sentence_of(each.head);
  const Party* model = nullptr;
  for (std::uint32_t i = index; i-- > 0;) {
    const Mention& earlier = references_.mentions[i];
    if (tree_.sentence_of(earlier.head) != sentence) break;
    if (!earlier.party || earlier.kind != MentionKind::kPerson) continue;
    if (earlier.party->sector.empty()) continue;
    model = &*earlier.party;
    const Deprel relation = tree_.token(earlier.head).deprel;
    if (relation == Deprel::kNsubj || relation == Deprel::kNsubjPass) break;
  }
  if (model == nullptr || owner.empty()) return std::nullopt;
  Party party;
  party.name = words_without_article(each.tokens);
  party.country = owner.country;
  party.sector = model->sector;
  party.role = model->role;
  const Actor* country = actors_.country(model->country);
  std::string_view cameo = model->code;
  if (country != nullptr && cameo.starts_with(country->code)) cameo.remove_prefix(3);
  party.code = add_roles(owner.code, cameo);
  return party;
}

std::uint32_t ActorResolver::counterpart(std::uint32_t index) {
  const std::uint32_t number = add_described(index);
  Entity& entity = entities_.at(number);
  const auto& owners = readings_[index].owners;
  if (auto party = counterpart_party(index, owners.empty() ? Owner{} : owners.front())) {
    party->id = entity.party ? entity.party->id : std::string();
    entity.party = std::move(party);
    entity.is_plural = mention(index).kind == MentionKind::kGroup;
  }
  return number;
}

}  // namespace verbale
