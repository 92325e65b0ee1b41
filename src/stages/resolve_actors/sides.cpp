// SPDX-License-Identifier: Apache-2.0
// The second half of StandInResolver: "both sides", "the two leaders", "the three countries".
#include <algorithm>
#include <charconv>
#include <map>

#include "core/utf8.h"
#include "stages/resolve_actors/stand_ins.h"

namespace verbale {
namespace {

// How many sentences back those named together may stand, and those whom one verb ties.
constexpr std::uint32_t kJoinedReach = 8;
constexpr std::uint32_t kVerbReach = 3;
// A third party this near to the second in weight makes "the two" unclear.
constexpr double kClearShare = 0.67;
// What a mention counts for "the two sides", by how many sentences lie between.
constexpr double kWeightFade = 0.75;
constexpr std::uint32_t kSidesReach = 12;

void add_new(std::vector<std::string>& keys, const std::string& key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

bool holds_all(const std::vector<std::string>& keys, const std::vector<std::string>& needed) {
  return std::all_of(needed.begin(), needed.end(), [&](const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  });
}

}  // namespace

StandInResolver::SidesWanted StandInResolver::wanted_by(const Mention& sides) const {
  SidesWanted wanted;
  wanted.before = sides.tokens.begin;
  wanted.sentence = static_cast<std::uint32_t>(tree_.sentence_of(sides.head));
  const RoleNoun* role = actors_.roles.find(lower_case(tree_.lemma(sides.head)));
  // "neighbours" and "rivals" may be states.
  wanted.persons = role != nullptr && role->kind == RoleNounKind::kPerson && !role->is_relation &&
                   role->sector != "CVL";
  wanted.states = role != nullptr && role->kind != RoleNounKind::kPerson;
  for (std::uint32_t t = sides.tokens.begin; t < sides.tokens.end; ++t) {
    const std::string word = lower_case(tree_.token(t).span.of(text_));
    if (actors_.words.has(ActorWordSet::kTrioMarks, word)) wanted.count = 3;
  }
  return wanted;
}

std::string StandInResolver::side_key(const Seen& seen, const SidesWanted& wanted) const {
  if (seen.is_pronoun || seen.tokens.end > wanted.before) return {};
  const Entity& entity = entities_.at(seen.entity);
  if (!entity.party || !entity.members.empty()) return {};
  const Party& party = *entity.party;
  const bool is_state = actors_.country(party.country) != nullptr;
  if (wanted.persons) {
    const bool is_somebody = !entity.name.empty() || !party.country.empty();
    return entity.kind == MentionKind::kPerson && !entity.is_plural && is_somebody
               ? "#" + std::to_string(seen.entity)
               : std::string();
  }
  // People are no side: "exchanged prisoners".
  if (party.sector == "CVL" || party.sector == "REF" || party.sector == "JRN") return {};
  // Those who fight or oppose a state are a side of their own.
  const bool stands_alone = party.sector == "REB" || party.sector == "UAF" ||
                            party.sector == "OPP" || party.sector == "PTY" ||
                            party.sector == "PRM" || party.sector == "LAB";
  if (is_state && !stands_alone) {
    return party.country;
  }
  const bool is_body = entity.kind == MentionKind::kOrganisation && !entity.name.empty();
  if (wanted.states || (party.sector.empty() && party.code.empty() && !is_body)) return {};
  return "#" + std::to_string(seen.entity);
}

// Those joined by "and" in one sentence: "Botswana and Zambia", "between Mali and Niger".
StandInResolver::Sides StandInResolver::sides_joined(std::uint32_t sentence,
                                                     const SidesWanted& wanted) const {
  std::map<std::uint32_t, std::vector<std::string>> joined;  // By the head of the first.
  std::vector<std::uint32_t> in_order;
  for (const Seen& seen : seen_) {
    if (seen.sentence != sentence || seen.is_modifier) continue;
    const std::string key = side_key(seen, wanted);
    if (key.empty()) continue;
    std::uint32_t first = seen.head;
    for (int i = 0; i < 8 && tree_.token(first).deprel == Deprel::kConj; ++i) {
      first = tree_.token(first).head;
    }
    if (!joined.contains(first)) in_order.push_back(first);
    add_new(joined[first], key);
  }
  Sides found;
  for (std::uint32_t first : in_order) {
    const auto& keys = joined[first];
    if (keys.size() == wanted.count) found = {keys, true, false};
    if (keys.size() > wanted.count) found.stops = true;
  }
  return found;
}

// Those whom one sentence ties by its verb: "Ecuador accused Colombia".
StandInResolver::Sides StandInResolver::sides_of_verb(std::uint32_t sentence,
                                                      const SidesWanted& wanted) const {
  Sides found;
  for (const Seen& seen : seen_) {
    if (seen.sentence != sentence || seen.is_modifier) continue;
    const std::string key = side_key(seen, wanted);
    if (key.empty()) continue;
    std::uint32_t top = seen.head;
    for (int i = 0; i < 8 && (tree_.token(top).deprel == Deprel::kConj ||
                              tree_.token(top).deprel == Deprel::kAppos);
         ++i) {
      top = tree_.token(top).head;
    }
    const Deprel relation = tree_.token(top).deprel;
    const std::uint32_t preposition = tree_.child(seen.head, {Deprel::kCase});
    const bool is_where =
        preposition != kNoToken && entities_.at(seen.entity).kind == MentionKind::kPlace &&
        actors_.words.has(ActorWordSet::kPlacePrepositions, tree_.lemma(preposition));
    if (is_where) continue;
    if (relation == Deprel::kNsubj || relation == Deprel::kNsubjPass || relation == Deprel::kObj ||
        relation == Deprel::kIobj || relation == Deprel::kObl || relation == Deprel::kOblAgent ||
        relation == Deprel::kNmod) {
      add_new(found.keys, key);
    }
  }
  found.is_clear = found.keys.size() == wanted.count;
  return found;
}

// Who was spoken of most and latest, where that leaves no doubt.
std::vector<std::string> StandInResolver::sides_spoken_of(const SidesWanted& wanted) const {
  std::map<std::string, double> weights;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence + kSidesReach < wanted.sentence) break;
    const std::string key = side_key(*seen, wanted);
    if (key.empty()) continue;
    double weight = seen->is_subject ? 1.5 : seen->is_modifier ? 0.7 : 1.0;
    for (std::uint32_t s = seen->sentence; s < wanted.sentence; ++s) weight *= kWeightFade;
    weights[key] += weight;
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [key, weight] : weights) ranked.emplace_back(-weight, key);
  std::sort(ranked.begin(), ranked.end());
  const std::size_t count = wanted.count;
  if (ranked.size() < count) return {};
  if (ranked.size() > count && ranked[count].first < kClearShare * ranked[count - 1].first) {
    return {};
  }
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < count; ++i) keys.push_back(ranked[i].second);
  return keys;
}

std::vector<std::uint32_t> StandInResolver::members_of(const std::vector<std::string>& keys,
                                                       const SidesWanted& wanted) const {
  std::vector<std::uint32_t> members;
  for (const std::string& key : keys) {
    std::uint32_t member = 0;
    if (key.starts_with('#')) {
      std::from_chars(key.data() + 1, key.data() + key.size(), member);
    } else {
      member = entity_of_country(key, wanted.sentence);
    }
    members.push_back(member);
  }
  std::erase(members, 0U);
  std::sort(members.begin(), members.end());
  return members;
}

// "met the rival prime ministers. Both agreed …": without a noun "both" may be those.
bool StandInResolver::is_several_alone(const Mention& sides, const SidesWanted& wanted) const {
  const std::string word = lower_case(tree_.token(sides.head).span.of(text_));
  if (!actors_.words.has(ActorWordSet::kSideMarks, word)) return false;
  return std::any_of(seen_.begin(), seen_.end(), [&](const Seen& seen) {
    const Entity& entity = entities_.at(seen.entity);
    return seen.sentence + 1 >= wanted.sentence && seen.tokens.end <= wanted.before &&
           entity.is_plural && entity.kind == MentionKind::kGroup && entity.members.empty() &&
           !seen.is_modifier && !side_key(seen, wanted).empty();
  });
}

std::vector<std::uint32_t> StandInResolver::resolve_sides(const Mention& sides) const {
  SidesWanted wanted = wanted_by(sides);
  if (is_several_alone(sides, wanted)) return {};
  // Who is named before in the same sentence is of them: "the Zambian minister said the two …".
  std::vector<std::string> needed;
  for (int pass = 0; pass < 2; ++pass) {
    for (std::uint32_t back = 0; back <= kJoinedReach && back <= wanted.sentence; ++back) {
      const std::uint32_t sentence = wanted.sentence - back;
      const Sides joined = sides_joined(sentence, wanted);
      if (joined.is_clear && holds_all(joined.keys, needed)) {
        // "Ethiopia and Kenya warned Eritrea": who the sides are is open, who the countries are not.
        const bool is_open = !wanted.persons && !wanted.states &&
                             sides_of_verb(sentence, wanted).keys.size() > wanted.count;
        return is_open ? std::vector<std::uint32_t>() : members_of(joined.keys, wanted);
      }
      if (joined.stops) return {};
      if (back > kVerbReach) continue;
      const Sides tied = sides_of_verb(sentence, wanted);
      if (tied.is_clear && holds_all(tied.keys, needed)) return members_of(tied.keys, wanted);
      if (back == 0 && tied.keys.size() == 1) needed = tied.keys;
    }
    if (!wanted.persons) break;
    // "the two leaders" of two countries that only are named.
    wanted.persons = false;
    wanted.states = true;
    needed.clear();
  }
  const std::vector<std::string> keys = sides_spoken_of(wanted_by(sides));
  return holds_all(keys, needed) ? members_of(keys, wanted) : std::vector<std::uint32_t>();
}

std::vector<std::uint32_t> StandInResolver::resolve_joined(const Mention& sides) const {
  const SidesWanted wanted = wanted_by(sides);
  for (std::uint32_t back = 0; back <= 2 && back <= wanted.sentence; ++back) {
    const Sides joined = sides_joined(wanted.sentence - back, wanted);
    if (joined.stops) return {};
    if (joined.is_clear) return members_of(joined.keys, wanted);
  }
  return {};
}

std::vector<std::uint32_t> StandInResolver::members_of_subject(const Mention& pronoun) const {
  const std::uint32_t subject = nearest_subject(pronoun.head);
  if (subject == kNoToken) return {};
  std::vector<std::uint32_t> members;
  if (entity_headed(subject) != 0) members.push_back(entity_headed(subject));
  for (std::uint32_t child : tree_.children(subject)) {
    if (tree_.token(child).deprel != Deprel::kConj) continue;
    if (entity_headed(child) == 0) return {};
    members.push_back(entity_headed(child));
  }
  const bool all_known = std::all_of(members.begin(), members.end(), [this](std::uint32_t member) {
    return entities_.at(member).party.has_value();
  });
  if (members.size() < 2 || !all_known) return {};
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

}  // namespace verbale
