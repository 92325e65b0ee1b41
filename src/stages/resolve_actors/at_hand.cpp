// SPDX-License-Identifier: Apache-2.0
// The third part of ActorResolver: whose somebody is, by what the text around tells.
#include <algorithm>

#include "core/utf8.h"
#include "document/xpos.h"
#include "stages/resolve_actors/party.h"
#include "stages/resolve_actors/resolver.h"

namespace verbale {
namespace {

// How many sentences back somebody at home may stand.
constexpr std::size_t kHomeReach = 3;
// The same for the members of "the ministers".
constexpr std::size_t kGroupReach = 4;
constexpr std::size_t kGroupMax = 4;

// Sectors that only a state has; others may be anybody's.
bool is_state_sector(std::string_view sector) {
  for (std::string_view state : {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"}) {
    if (sector == state) return true;
  }
  return false;
}

// Bodies and people act at home; soldiers and single persons, envoys above all, abroad as well.
bool is_at_home(MentionKind kind, const Reading& reading) {
  return (kind == MentionKind::kGroup || kind == MentionKind::kOrganisation) &&
         !reading.owners.empty() && reading.sector != "MIL";
}

// Whom a state's own matters concern: its bodies, and the parties and rebels within it.
bool is_domestic_sector(std::string_view sector) {
  return is_state_sector(sector) || sector == "OPP" || sector == "REB" || sector == "PTY";
}

}  // namespace

Owner ActorResolver::owner_of_country(std::string_view country) const {
  Owner owner;
  const Actor* actor = actors_.country(country);
  if (actor == nullptr) return owner;
  owner.country = actor->country;
  owner.code = actor->code;
  owner.id = actor->id;
  owner.is_country = true;
  return owner;
}

// "Belohradska, who heads Slovakia's ministry", "leading the rebels": what one heads says what one
// is.
void ActorResolver::join_clause(std::uint32_t named) {
  const Mention& each = mention(named);
  Entity& entity = entities_.at(each.entity);
  for (std::uint32_t t = each.tokens.begin; t < each.tokens.end; ++t) {
    for (std::uint32_t clause : tree_.children(t)) {
      const Token& top = tree_.token(clause);
      if (top.deprel != Deprel::kAclRelcl && top.deprel != Deprel::kAcl) continue;
      // "who is Togo's trade minister"
      const std::uint32_t slot = mention_headed(clause);
      const std::uint32_t copula = tree_.child(clause, {Deprel::kCop});
      if (copula != kNoToken && slot != 0 && mention(slot - 1).entity == 0 &&
          mention(slot - 1).kind == each.kind && readings_[slot - 1].role != nullptr &&
          !actors_.words.has(ActorWordSet::kPastCopulas,
                             lower_case(words_of({copula, copula + 1})))) {
        join(named, slot - 1);
        return;
      }
      if (!actors_.words.has(ActorWordSet::kHeadingVerbs, tree_.lemma(clause))) continue;
      const std::string_view form = name_of_xpos(top.xpos);
      if (form == "VBD" || form == "VBN") continue;
      const std::uint32_t object = tree_.child(clause, {Deprel::kObj});
      const std::uint32_t body = object == kNoToken ? 0 : mention_headed(object);
      if (body == 0) continue;
      const Reading& reading = readings_[body - 1];
      const Mention& headed = mention(body - 1);
      const Owner* owner = reading.owners.empty() ? nullptr : &reading.owners.front();
      auto told = party_of(reading, owner, words_without_article(headed.tokens), headed.kind,
                           actors_, article_.published_day);
      if (!told) continue;
      const bool is_state = reading.actor != nullptr && reading.actor->kind == ActorKind::kCountry;
      if (is_state && told->sector.empty()) {
        told->sector = "GOV";
        told->code = add_roles(told->code, told->sector);
      }
      told->role.clear();
      tell(entity, *told);
      return;
    }
  }
}

// "the country", "the nation's army": the only country that this sentence has named before, else
// the one before it, else the country the article is about.
std::string ActorResolver::country_at_hand(std::uint32_t index) const {
  const Reading& reading = readings_[index];
  const Mention& each = references_.mentions[index];
  if (reading.role == nullptr || reading.is_plural || !reading.owners.empty() ||
      reading.has_unknown_owner || !reading.name.empty() || each.tokens.size() > 2 ||
      !actors_.words.has(ActorWordSet::kCountryNouns, reading.role->words)) {
    return {};
  }
  // "her country"
  const std::uint32_t possessor = tree_.child(each.head, {Deprel::kNmodPoss});
  const std::uint32_t slot = possessor == kNoToken ? 0 : mention_headed(possessor);
  if (slot != 0 && references_.mentions[slot - 1].is_pronoun) {
    const std::uint32_t owner = stand_ins_.resolve_pronoun(references_.mentions[slot - 1]);
    const bool is_known = owner != 0 && entities_.at(owner).party &&
                          actors_.country(entities_.at(owner).party->country) != nullptr;
    return is_known ? entities_.at(owner).party->country : std::string();
  }
  if (!reading.is_definite) return {};
  const std::size_t sentence = tree_.sentence_of(each.head);
  for (std::size_t back = 0; back <= 1 && back <= sentence; ++back) {
    std::string found;
    bool is_clear = true;
    for (std::uint32_t i = index; i-- > 0;) {
      const Mention& earlier = references_.mentions[i];
      const std::size_t there = tree_.sentence_of(earlier.head);
      if (there + back > sentence) continue;
      if (there + back < sentence) break;
      if (!earlier.party || earlier.tokens.holds(each.tokens)) continue;
      const std::string& country = earlier.party->country;
      if (actors_.country(country) == nullptr) continue;
      is_clear = is_clear && (found.empty() || found == country);
      found = country;
    }
    if (!found.empty()) return is_clear ? found : dominant_.country;
  }
  return dominant_.country;
}

// The only country where the sentences just before are at home: where something happens in it, its
// own people or bodies act. Empty when none or several are.
std::string ActorResolver::home_country(std::uint32_t index) const {
  const std::size_t sentence = tree_.sentence_of(references_.mentions[index].head);
  std::string home;
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Mention& other = references_.mentions[i];
    const std::size_t there = tree_.sentence_of(other.head);
    if (there > sentence) break;
    if (i == index || there + kHomeReach < sentence || other.is_pronoun) continue;
    const Reading& reading = readings_[i];
    const Actor* country = nullptr;
    const ByteSpan first = tree_.token(other.tokens.begin).span;
    const std::uint32_t preposition = tree_.child(other.head, {Deprel::kCase});
    const bool is_inside =
        preposition != kNoToken &&
        actors_.words.has(ActorWordSet::kPlacePrepositions, tree_.lemma(preposition)) &&
        !actors_.words.has(ActorWordSet::kGoalPrepositions, tree_.lemma(preposition)) &&
        tree_.lemma(preposition) != "from";
    if (other.kind == MentionKind::kPlace && reading.actor != nullptr) {
      if (is_inside || (dateline_ && dateline_->holds(first))) {
        country = actors_.country(reading.actor->country);
      }
    } else if (is_at_home(other.kind, reading)) {
      // "hundreds of Ecuadorean farmers"
      std::uint32_t top = other.head;
      if (tree_.token(top).deprel == Deprel::kNmod && tree_.token(top).head != kNoToken) {
        const std::uint32_t of = tree_.child(top, {Deprel::kCase});
        if (of != kNoToken &&
            actors_.words.has(ActorWordSet::kOwnerPrepositions, tree_.lemma(of))) {
          top = tree_.token(top).head;
        }
      }
      const Deprel relation = tree_.token(top).deprel;
      const bool acts = relation == Deprel::kNsubj || relation == Deprel::kNsubjPass;
      if (acts && i < index) country = actors_.country(reading.owners.front().country);
    }
    if (country == nullptr) continue;
    if (!home.empty() && home != country->country) return {};
    home = country->country;
  }
  return home;
}

// "Interior Minister Ruta Kazlauskyte" after "the Lithuanian interior ministry": the same
// portfolio.
std::string ActorResolver::country_of_portfolio(std::uint32_t index) const {
  const std::string_view own = readings_[index].role_words;
  const std::size_t space = own.rfind(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view portfolio = own.substr(0, space + 1);
  std::string found;
  for (std::uint32_t i = 0; i < index; ++i) {
    const Reading& other = readings_[i];
    if (other.owners.empty() || !other.role_words.starts_with(portfolio)) continue;
    if (references_.mentions[i].kind != MentionKind::kOrganisation) continue;
    const std::string& country = other.owners.front().country;
    if (!found.empty() && found != country) return {};
    found = country;
  }
  return found;
}

// "the army" in an article that elsewhere speaks of the Sudanese army, and of no other: the one
// country whose body is called so.
std::string ActorResolver::country_of_namesake(std::uint32_t index) const {
  const Reading& own = readings_[index];
  if (!own.name.empty() || own.role_words.empty()) return {};
  std::string found;
  for (std::uint32_t i = 0; i < references_.mentions.size(); ++i) {
    const Reading& other = readings_[i];
    if (i == index || other.owners.empty() || other.role != own.role ||
        other.role_words != own.role_words || other.is_plural != own.is_plural ||
        !other.owners.front().is_country) {
      continue;
    }
    const std::string& country = other.owners.front().country;
    if (!found.empty() && found != country) return {};
    found = country;
  }
  return found;
}

// "Thailand has not ruled it out, but the army said": the country that acts before it in the
// sentence.
std::string ActorResolver::country_that_acts(std::uint32_t index) const {
  const std::uint32_t head = references_.mentions[index].head;
  const std::uint32_t begin = tree_.syntax().sentences[tree_.sentence_of(head)].tokens.begin;
  for (std::uint32_t t = head; t-- > begin;) {
    if (tree_.token(t).deprel != Deprel::kNsubj) continue;
    const std::uint32_t slot = mention_headed(t);
    if (slot == 0 || slot - 1 == index || references_.mentions[slot - 1].is_pronoun) continue;
    const Reading& subject = readings_[slot - 1];
    const bool is_state = subject.actor != nullptr && subject.actor->kind == ActorKind::kCountry &&
                          subject.role == nullptr;
    return is_state ? std::string(subject.actor->country) : std::string();
  }
  return {};
}

// The country of an office or a body that says none itself; empty when it may be anybody's.
std::string ActorResolver::country_around(std::uint32_t index) const {
  const Reading& reading = readings_[index];
  const Mention& each = references_.mentions[index];
  if (reading.has_unknown_owner || reading.is_former) return {};
  const std::string_view sector = reading.sector.empty() && !reading.role->needs_country
                                      ? reading.role->sector
                                      : reading.sector;
  if (!is_domestic_sector(sector)) return {};
  const bool is_person = each.kind == MentionKind::kPerson;
  const bool is_named = !reading.name.empty();
  // "the Free Karenni Army": under a name of its own an army is hardly the state's.
  if (sector == "MIL" && is_named && !is_person) return {};
  // "diplomats said": of whatever state.
  const bool is_told = reading.is_definite || is_named || !reading.role->is_weak ||
                       (is_person && !reading.sector.empty());
  if (!is_told) return {};
  // "the ministers", "the two rulers": of several states more likely than of one.
  const bool is_sides =
      reading.is_plural && reading.role->kind == RoleNounKind::kPerson && sector == "GOV";
  std::string country = country_of_portfolio(index);
  if (country.empty() && !is_person) country = country_of_namesake(index);
  if (country.empty() && reading.is_definite) country = country_that_acts(index);
  if (country.empty()) country = dominant_.country;
  if (country.empty() && is_sides) return {};
  if (country.empty()) country = home_country(index);
  return !reading.is_definite && !is_named && is_sent_by_another(index, country) ? std::string()
                                                                                 : country;
}

// "Australia will send 40 officers": what another country's verb takes for its object is not sure
// to be of this one.
bool ActorResolver::is_sent_by_another(std::uint32_t index, std::string_view country) const {
  const Token& head = tree_.token(references_.mentions[index].head);
  if (head.head == kNoToken || head.deprel != Deprel::kObj) return false;
  const std::uint32_t subject = tree_.child(head.head, {Deprel::kNsubj});
  const std::uint32_t slot = subject == kNoToken ? 0 : mention_headed(subject);
  if (slot == 0 || references_.mentions[slot - 1].entity == 0) return false;
  const auto& party = entities_.at(references_.mentions[slot - 1].entity).party;
  return party && actors_.country(party->country) != nullptr && party->country != country;
}

// Gives an office or a body of unknown country the one that its possessor or the text at hand
// tells: "its president, Anatol Kavalchyk", "President Xiomara Lempiral".
void ActorResolver::complete(std::uint32_t index) {
  Reading& reading = readings_[index];
  const Mention& each = mention(index);
  Entity& entity = entities_.at(each.entity);
  if (each.is_pronoun || reading.role == nullptr || reading.actor != nullptr ||
      reading.is_of_many) {
    return;
  }
  // "her Danish counterpart, Rasmus Thygesholm"
  if (reading.is_counterpart && !entity.name.empty() &&
      (!entity.party || entity.party->sector.empty())) {
    const Owner owner = reading.owners.empty() ? Owner{} : reading.owners.front();
    if (auto party = counterpart_party(index, owner)) tell(entity, *party);
    return;
  }
  if (entity.party && !(entity.party->country.empty() && entity.party->code.empty())) return;
  if (!reading.owners.empty() || !entity.members.empty()) return;
  give_possessor(reading, each);
  if (reading.owners.empty()) {
    const std::string country = country_around(index);
    if (country.empty()) return;
    reading.owners.push_back(owner_of_country(country));
  }
  if (reading.owners.size() != 1) return;
  const auto told = party_of(reading, &reading.owners.front(), words_without_article(each.tokens),
                             each.kind, actors_, article_.published_day);
  if (told) tell(entity, *told);
}

// "After it expelled the monitors, Gambia invited them back": in a clause before the main one a
// pronoun speaks of the subject that follows, when that is named.
std::uint32_t ActorResolver::following_subject(const Mention& pronoun) const {
  const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(pronoun.head)].tokens;
  const auto is_subject = [this](std::uint32_t token) {
    return tree_.token(token).deprel == Deprel::kNsubj ||
           tree_.token(token).deprel == Deprel::kNsubjPass;
  };
  for (std::uint32_t t = sentence.begin; t < pronoun.head; ++t) {
    if (is_subject(t) && mention_headed(t) != 0) return 0;
  }
  std::uint32_t clause = pronoun.head;
  for (int i = 0; i < 4 && clause != kNoToken && tree_.token(clause).deprel != Deprel::kAdvcl;
       ++i) {
    clause = tree_.token(clause).head;
  }
  if (clause == kNoToken || tree_.token(clause).deprel != Deprel::kAdvcl) return 0;
  const std::uint32_t subject =
      tree_.child(tree_.token(clause).head, {Deprel::kNsubj, Deprel::kNsubjPass});
  if (subject == kNoToken || subject < pronoun.head || mention_headed(subject) == 0) return 0;
  const Mention& following = references_.mentions[mention_headed(subject) - 1];
  if (following.entity == 0 || following.is_pronoun) return 0;
  return stand_ins_.fits(pronoun, entities_.at(following.entity)) ? following.entity : 0;
}

// "We have closed the road," the minister said: one more than the index of the speaker's mention;
// 0 where nobody with a party is known to speak.
std::uint32_t ActorResolver::quoted_speaker(const Mention& pronoun) const {
  std::uint32_t clause = tree_.token(pronoun.head).head;
  for (int i = 0; i < 4 && clause != kNoToken; ++i) {
    const Deprel relation = tree_.token(clause).deprel;
    const std::uint32_t verb = tree_.token(clause).head;
    if (verb == kNoToken) return 0;
    std::uint32_t subject = kNoToken;
    if (relation == Deprel::kCcomp) subject = tree_.child(verb, {Deprel::kNsubj});
    const std::uint32_t slot = subject == kNoToken ? 0 : mention_headed(subject);
    if (slot != 0 && !references_.mentions[slot - 1].is_pronoun) return slot;
    clause = verb;
  }
  return 0;
}

// "the ministers", "the leaders": the persons just named or described with that office.
std::vector<std::uint32_t> ActorResolver::described_group(std::uint32_t index) const {
  const Reading& reading = readings_[index];
  const Mention& each = references_.mentions[index];
  if (each.kind != MentionKind::kGroup || reading.role == nullptr || !reading.is_plural ||
      reading.role->kind != RoleNounKind::kPerson || !reading.is_definite ||
      !reading.owners.empty() || reading.has_unknown_owner || each.tokens.size() > 2) {
    return {};
  }
  const bool is_leaders = actors_.words.has(ActorWordSet::kLeaders, reading.role->words);
  const std::size_t sentence = tree_.sentence_of(each.head);
  std::vector<std::uint32_t> members;
  for (std::uint32_t i = index; i-- > 0;) {
    const Mention& earlier = references_.mentions[i];
    if (tree_.sentence_of(earlier.head) + kGroupReach < sentence) break;
    if (earlier.kind != MentionKind::kPerson || !earlier.party || earlier.is_pronoun) continue;
    const Entity& entity = entities_.at(earlier.entity);
    const std::string& role = entity.party->role.empty() ? entity.role_words : entity.party->role;
    const bool fits = role.find(reading.role->words) != std::string::npos ||
                      (is_leaders && entity.party->sector == "GOV");
    if (!fits || entity.party->country.empty()) continue;
    if (std::find(members.begin(), members.end(), earlier.entity) == members.end()) {
      members.push_back(earlier.entity);
    }
  }
  if (members.size() < 2 || members.size() > kGroupMax) return {};
  std::sort(members.begin(), members.end());
  return members;
}

// "his government", "its army": the country of whom the pronoun stands for, when that is clear.
void ActorResolver::give_possessor(Reading& reading, const Mention& each) const {
  if (!reading.owners.empty() || reading.is_of_many || reading.role == nullptr) return;
  if (reading.role->is_relation) return;
  if (reading.sector == "CVL" || reading.sector == "REF") return;
  const std::uint32_t possessor = tree_.child(each.head, {Deprel::kNmodPoss});
  const std::uint32_t slot = possessor == kNoToken ? 0 : mention_headed(possessor);
  if (slot == 0) return;
  if (const std::string country = country_at_hand(slot - 1); !country.empty()) {
    reading.owners.push_back(owner_of_country(country));
    return;
  }
  const Mention& pronoun = references_.mentions[slot - 1];
  if (!pronoun.is_pronoun) return;
  const std::uint32_t entity = stand_ins_.resolve_pronoun(pronoun);
  // "their presidents": of each.
  std::vector<std::uint32_t> members;
  if (entity != 0) members = entities_.at(entity).members;
  if (entity == 0 && pronoun.kind == MentionKind::kGroup) {
    members = stand_ins_.members_of_subject(pronoun);
  }
  for (std::uint32_t member : members) {
    const auto& party = entities_.at(member).party;
    Owner owner = party ? owner_of_country(party->country) : Owner{};
    if (!owner.empty()) reading.owners.push_back(std::move(owner));
  }
  if (!members.empty() || entity == 0 || !entities_.at(entity).party) return;
  const Party& party = *entities_.at(entity).party;
  const Actor* country = actors_.country(party.country);
  if (country == nullptr) {
    // "its leader": of rebels without a country.
    if (!party.country.empty() || party.sector.empty() || !reading.sector.empty()) return;
    reading.owners.push_back({{}, {}, party.sector, party.id, false, false, {}});
    return;
  }
  Owner owner{std::string(country->country),
              std::string(country->code),
              {},
              std::string(country->id),
              true,
              false,
              {}};
  // A weak noun is what its owner is: "her spokesman".
  if (reading.sector.empty() && !party.sector.empty()) {
    owner.code = party.code;
    owner.sector = party.sector;
    owner.is_country = false;
  }
  reading.owners.push_back(std::move(owner));
}

// "the army" in an article about one country is that country's.
void ActorResolver::give_country(Reading& reading, const Mention& each) const {
  if (dominant_.empty() || reading.is_of_many || !reading.owners.empty() || reading.role == nullptr) return;
  if (reading.actor != nullptr || !reading.name.empty() || reading.has_unknown_owner) return;
  const bool is_singular_person = each.kind == MentionKind::kPerson;
  if (is_singular_person && !reading.is_definite) return;
  for (std::string_view sector : {"GOV", "MIL", "COP", "LEG", "JUD", "OPP", "SPY", "REB", "PTY"}) {
    const bool fits =
        reading.sector == sector ||
        (reading.sector.empty() && reading.role->sector == sector && !reading.role->needs_country);
    if (!fits) continue;
    const std::uint32_t index = mention_headed(each.head);
    const bool is_sent =
        !reading.is_definite && index != 0 && is_sent_by_another(index - 1, dominant_.country);
    if (!is_sent) reading.owners.push_back(dominant_);
    return;
  }
}

}  // namespace verbale
