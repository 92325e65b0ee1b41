// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/stand_ins.h"

#include <algorithm>
#include <map>

#include "core/utf8.h"
#include "document/xpos.h"

namespace verbale {
namespace {

// How many sentences back whoever is of a country may stand for it.
constexpr std::uint32_t kCountryReach = 12;

}  // namespace

StandInResolver::StandInResolver(std::string_view text, const Tree& tree,
                                 const ActorLexicon& actors, EntityTable& entities)
    : text_(text),
      tree_(tree),
      actors_(actors),
      entities_(entities),
      entity_at_head_(tree.syntax().tokens.size(), 0) {}

bool StandInResolver::is_subject(std::uint32_t token) const {
  const Deprel relation = tree_.token(token).deprel;
  return relation == Deprel::kNsubj || relation == Deprel::kNsubjPass;
}

void StandInResolver::see(const Mention& mention) {
  if (mention.entity == 0 || mention.head >= entity_at_head_.size()) return;
  Seen seen;
  seen.tokens = mention.tokens;
  seen.head = mention.head;
  seen.entity = mention.entity;
  seen.sentence = static_cast<std::uint32_t>(tree_.sentence_of(mention.head));
  seen.is_subject = is_subject(mention.head);
  seen.is_modifier = mention.is_modifier;
  seen.is_pronoun = mention.is_pronoun;
  seen_.push_back(seen);
  if (!mention.is_modifier) entity_at_head_[mention.head] = mention.entity;
}

bool StandInResolver::fits(const Mention& pronoun, const Entity& entity) const {
  const std::string word = lower_case(tree_.token(pronoun.head).span.of(text_));
  switch (pronoun.kind) {
    case MentionKind::kPerson:
      if (entity.kind != MentionKind::kPerson || entity.is_plural) return false;
      if (actors_.words.has(ActorWordSet::kMalePronouns, word)) {
        return entity.gender != Gender::kFemale;
      }
      if (actors_.words.has(ActorWordSet::kFemalePronouns, word)) {
        return entity.gender != Gender::kMale;
      }
      return !entity.name.empty();
    case MentionKind::kOrganisation:
      return !entity.is_plural && entity.party && entity.kind != MentionKind::kPerson;
    case MentionKind::kGroup:
      return entity.is_plural || entity.kind == MentionKind::kGroup ||
             entity.kind == MentionKind::kOrganisation;
    default:
      return false;
  }
}

// "Keita praised him": the object of a verb is not its subject.
bool StandInResolver::shares_verb(const Mention& pronoun, const Seen& seen) const {
  const Token& token = tree_.token(pronoun.head);
  if (token.deprel == Deprel::kNmodPoss) return seen.tokens.holds(pronoun.head);
  std::uint32_t verb = token.head;
  if (token.deprel == Deprel::kConj && verb != kNoToken) verb = tree_.token(verb).head;
  // "Police arrested twelve of them": a part of the object is as little the subject.
  const auto is_noun = [this](std::uint32_t t) {
    const Upos upos = tree_.token(t).upos;
    return upos == Upos::kNum || upos == Upos::kNoun || upos == Upos::kPron || upos == Upos::kDet;
  };
  for (int i = 0; i < 2 && token.deprel == Deprel::kNmod && verb != kNoToken && is_noun(verb); ++i) {
    verb = tree_.token(verb).head;
  }
  return verb != kNoToken && tree_.token(seen.head).head == verb;
}

std::vector<std::uint32_t> StandInResolver::candidates(const Mention& pronoun, bool subjects_only,
                                                       std::uint32_t sentences_back) const {
  const auto sentence = static_cast<std::uint32_t>(tree_.sentence_of(pronoun.head));
  std::vector<std::uint32_t> found;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence + sentences_back < sentence) break;
    if (subjects_only && !seen->is_subject) continue;
    // "China is its only ally": the predicate is nobody new.
    if (seen->is_modifier || tree_.has_child(seen->head, Deprel::kCop)) continue;
    if (!fits(pronoun, entities_.at(seen->entity))) continue;
    if (seen->sentence == sentence && shares_verb(pronoun, *seen)) continue;
    if (std::find(found.begin(), found.end(), seen->entity) == found.end()) {
      found.push_back(seen->entity);
    }
  }
  return found;
}

bool StandInResolver::is_relative(std::uint32_t token) const {
  const std::string_view tag = name_of_xpos(tree_.token(token).xpos);
  return tag == "WP" || tag == "WDT";
}

// The subject that stands last before a token, in its sentence or else the main one of the
// sentence before.
std::uint32_t StandInResolver::nearest_subject(std::uint32_t before) const {
  const std::size_t sentence = tree_.sentence_of(before);
  const auto& sentences = tree_.syntax().sentences;
  for (std::uint32_t t = before; t-- > sentences[sentence].tokens.begin;) {
    // "Gunmen who seized a boat said they …": a relative pronoun is who stands before it.
    if (is_subject(t) && !is_relative(t)) return t;
  }
  if (sentence == 0) return kNoToken;
  const TokenSpan earlier = sentences[sentence - 1].tokens;
  for (std::uint32_t t = earlier.begin; t < earlier.end; ++t) {
    const std::uint32_t verb = tree_.token(t).head;
    if (is_subject(t) && verb != kNoToken && tree_.token(verb).deprel == Deprel::kRoot) return t;
  }
  return kNoToken;
}

// "Dozens of farmers": what only counts them is nobody.
std::uint32_t StandInResolver::entity_headed(std::uint32_t token) const {
  if (token >= entity_at_head_.size()) return 0;
  const std::uint32_t counted = tree_.child(token, {Deprel::kNmod});
  if (entity_at_head_[token] != 0 || counted == kNoToken) return entity_at_head_[token];
  const std::uint32_t entity = entity_at_head_[counted];
  const bool follows = tree_.child(counted, {Deprel::kCase}) == token + 1;
  const bool is_group = entity != 0 && entities_.at(entity).kind == MentionKind::kGroup;
  return follows && is_group ? entity : 0;
}

std::uint32_t StandInResolver::resolve_pronoun(const Mention& pronoun) const {
  if (pronoun.kind != MentionKind::kPerson) {
    // Things that are no party are "it" and "they" as well: only the nearest subject counts.
    std::uint32_t subject = nearest_subject(pronoun.head);
    if (subject == kNoToken) return 0;
    Seen seen;
    seen.head = subject;
    const std::size_t sentence = tree_.sentence_of(pronoun.head);
    if (tree_.sentence_of(subject) == sentence && shares_verb(pronoun, seen)) {
      if (pronoun.kind != MentionKind::kGroup) return 0;
      subject = nearest_subject(tree_.syntax().sentences[sentence].tokens.begin);
    }
    const std::uint32_t entity = subject == kNoToken ? 0 : entity_headed(subject);
    if (entity == 0) return 0;
    // "The army said it had …": a group under a noun in the singular is a thing as well.
    const bool is_one = pronoun.kind == MentionKind::kOrganisation && entities_.at(entity).party &&
                        entities_.at(entity).kind == MentionKind::kGroup &&
                        name_of_xpos(tree_.token(subject).xpos) == "NN";
    return is_one || fits(pronoun, entities_.at(entity)) ? entity : 0;
  }
  auto near = candidates(pronoun, false, 1);
  // Those with a name come before "a friend" and "the caller".
  const bool has_named = std::any_of(near.begin(), near.end(), [this](std::uint32_t entity) {
    return !entities_.at(entity).name.empty();
  });
  if (has_named) {
    std::erase_if(near, [this](std::uint32_t entity) { return entities_.at(entity).name.empty(); });
  }
  if (near.size() == 1) return near.front();
  if (near.empty()) {
    const auto far = candidates(pronoun, false, 2);
    return far.size() == 1 ? far.front() : 0;
  }
  // Of several the subject of this sentence, else of the one before.
  for (std::uint32_t back : {0U, 1U}) {
    const auto subjects = candidates(pronoun, true, back);
    if (subjects.size() == 1) return subjects.front();
    if (subjects.size() > 1) break;
  }
  // Of several unclear ones the only one whose name tells the gender.
  std::uint32_t told = 0;
  for (std::uint32_t entity : near) {
    if (entities_.at(entity).gender == Gender::kUnknown) continue;
    if (told != 0) return 0;
    told = entity;
  }
  return told;
}

std::uint32_t StandInResolver::entity_of_country(std::string_view country,
                                                 std::uint32_t sentence) const {
  // The country itself where it is named; else who was last named of it.
  const std::uint32_t itself = entities_.find("country:" + std::string(country));
  std::uint32_t last = 0;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence + kCountryReach < sentence) break;
    const Entity& entity = entities_.at(seen->entity);
    if (!entity.party || entity.party->country != country || seen->is_pronoun) continue;
    if (seen->entity == itself) return itself;
    if (last == 0) last = seen->entity;
  }
  return last;
}

}  // namespace verbale
