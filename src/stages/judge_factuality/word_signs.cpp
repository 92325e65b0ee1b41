// SPDX-License-Identifier: Apache-2.0
#include "stages/judge_factuality/word_signs.h"

#include <algorithm>

#include "document/xpos.h"
#include "grammar/frame.h"

namespace verbale {

// A negator, or an adverb that one stands before: "no longer", "not yet".
bool WordSigns::is_denying(std::uint32_t word) const {
  if (words_.is(ClaimClass::kNegators, word)) {
    const std::uint32_t next = word + 1;
    const bool is_undone = next < tree_.syntax().tokens.size() &&
                           words_.is(ClaimClass::kNegatorUndoers, next);
    return !is_undone;
  }
  if (tree_.token(word).deprel != Deprel::kAdvmod) return false;
  const auto& below = tree_.children(word);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return words_.is(ClaimClass::kNegators, child);
  });
}

bool WordSigns::is_negated(std::uint32_t predicate) const {
  for (std::uint32_t child : tree_.children(predicate)) {
    const Deprel relation = tree_.token(child).deprel;
    const bool modifies = relation == Deprel::kAdvmod || relation == Deprel::kAux ||
                          relation == Deprel::kDet || relation == Deprel::kCcPreconj ||
                          relation == Deprel::kCc;
    const bool is_subject = relation == Deprel::kNsubj || relation == Deprel::kNsubjPass;
    if (modifies && is_denying(child)) return true;
    if (is_subject && (words_.is(ClaimClass::kNegators, child) || has_no(child))) return true;
  }
  return false;
}

bool WordSigns::has_no(std::uint32_t noun) const {
  const auto& below = tree_.children(noun);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    const Deprel relation = tree_.token(child).deprel;
    const bool modifies = relation == Deprel::kDet || relation == Deprel::kCcPreconj ||
                          relation == Deprel::kAdvmod || relation == Deprel::kCc;
    return modifies && child < noun && words_.is(ClaimClass::kNegators, child);
  });
}

bool WordSigns::is_only_near(std::uint32_t predicate) const {
  const auto& below = tree_.children(predicate);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return child < predicate && tree_.token(child).deprel == Deprel::kAdvmod &&
           words_.is(ClaimClass::kApproximators, child);
  });
}

bool WordSigns::is_doubted(std::uint32_t predicate) const {
  const auto& below = tree_.children(predicate);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return tree_.token(child).deprel == Deprel::kAdvmod &&
           words_.is(ClaimClass::kDoubtAdverbs, child);
  });
}

std::optional<Effect> WordSigns::modality(std::uint32_t predicate) const {
  bool is_perfect = false, is_able = false;
  std::optional<Effect> modal;
  for (std::uint32_t child : tree_.children(predicate)) {
    if (tree_.token(child).deprel != Deprel::kAux) continue;
    is_perfect |= words_.is(ClaimClass::kPerfectAuxiliaries, child);
    is_able |= words_.is(ClaimClass::kAbilityModals, child);
    if (const auto effect = words_.modal(child)) modal = effect;
  }
  if (is_able && is_negated(predicate)) return std::nullopt;
  // "would not let them in" is a refusal, where nobody says what is to come.
  const bool is_main = tree_.token(predicate).deprel == Deprel::kRoot;
  if (modal == Effect::kBackshifted && is_main && !is_perfect && is_negated(predicate)) {
    return std::nullopt;
  }
  if (modal == Effect::kBackshifted) return backshifted(predicate, is_perfect);
  // "must have sent" is a guess, "should have sent" a reproach: nobody asks for it now.
  if (modal == Effect::kDemanded && is_perfect) return Effect::kPossible;
  return modal;
}

// "said it would send", but "it would hurt", "would have sent".
Effect WordSigns::backshifted(std::uint32_t predicate, bool is_perfect) const {
  const std::uint32_t above = tree_.token(predicate).head;
  if (is_perfect || above == kNoToken) return Effect::kPossible;
  const Deprel relation = tree_.token(predicate).deprel;
  if (relation != Deprel::kCcomp && relation != Deprel::kParataxis) return Effect::kPossible;
  // "said they would attack if …" is a plan of the speaker; "said it would hurt if …" is a guess.
  const std::uint32_t subject = tree_.child(predicate, {Deprel::kNsubj});
  const bool is_own = subject != kNoToken && tree_.token(subject).upos == Upos::kPron &&
                      name_of_xpos(tree_.token(predicate).xpos) == "VB" &&
                      tree_.has_child(predicate, Deprel::kObj);
  for (std::uint32_t child : tree_.children(predicate)) {
    if (!is_own && is_conditional_clause(tree_, words_, child)) return Effect::kPossible;
  }
  const auto effect = words_.effect_of(above, predicate);
  return effect && *effect != Effect::kPossible ? Effect::kPlanned : Effect::kPossible;
}

bool WordSigns::is_imperative(std::uint32_t predicate) const {
  const Deprel relation = tree_.token(predicate).deprel;
  const bool is_main = relation == Deprel::kRoot || relation == Deprel::kParataxis ||
                       relation == Deprel::kCcomp;
  if (!is_main || name_of_xpos(tree_.token(predicate).xpos) != "VB") return false;
  return tree_.child(predicate, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kAux, Deprel::kMark,
                                 Deprel::kCsubj, Deprel::kExpl}) == kNoToken;
}

bool WordSigns::is_subjunctive(std::uint32_t predicate) const {
  const Deprel relation = tree_.token(predicate).deprel;
  const std::string_view tag = name_of_xpos(tree_.token(predicate).xpos);
  if ((relation != Deprel::kCcomp && relation != Deprel::kAcl && relation != Deprel::kAclRelcl) ||
      (tag != "VB" && tag != "VBP") || tree_.has_child(predicate, Deprel::kAux)) {
    return false;
  }
  const std::uint32_t subject = subject_of_one(predicate);
  if (subject == kNoToken) return false;
  // The parser takes this "that" for a mark here, for an object or a second subject there.
  const std::uint32_t first = tree_.subtree_span(subject).begin;
  return first > 0 && first - 1 >= tree_.subtree_span(predicate).begin &&
         words_.is(ClaimClass::kContentMarks, first - 1);
}

// The subject right before the predicate where it is one noun or name, and no plural.
std::uint32_t WordSigns::subject_of_one(std::uint32_t predicate) const {
  std::uint32_t subject = kNoToken;
  for (std::uint32_t child : tree_.children(predicate)) {
    const Deprel relation = tree_.token(child).deprel;
    const bool is_subject = relation == Deprel::kNsubj || relation == Deprel::kNsubjPass;
    if (is_subject && child < predicate) subject = child;
  }
  if (subject == kNoToken || tree_.has_child(subject, Deprel::kConj)) return kNoToken;
  const std::string_view tag = name_of_xpos(tree_.token(subject).xpos);
  return tag == "NN" || tag == "NNP" ? subject : kNoToken;
}

std::vector<Effect> WordSigns::modifiers(std::uint32_t noun) const {
  std::vector<Effect> found;
  for (std::uint32_t child : tree_.children(noun)) {
    std::optional<Effect> effect;
    switch (tree_.token(child).deprel) {
      case Deprel::kAmod:
      case Deprel::kCompound: effect = words_.modifier(child); break;
      case Deprel::kAcl:
      case Deprel::kAclRelcl: effect = clause_on(noun, child); break;
      default: break;
    }
    if (effect) found.push_back(*effect);
  }
  return found;
}

// "an attack planned by …", "talks which they had cancelled". One who denies it says no more than
// that; the noun itself is told as known.
std::optional<Effect> WordSigns::clause_on(std::uint32_t noun, std::uint32_t clause) const {
  if (marker_of(tree_, clause) != kNoToken || words_.is(ClaimClass::kTellers, clause)) {
    return std::nullopt;
  }
  const Frame frame = verb_frame(tree_, clause);
  const Role* object = frame.find(RoleKind::kObject);
  if (object == nullptr || object->head != noun || is_negated(clause)) return std::nullopt;
  return words_.effect_beside(clause);
}

bool WordSigns::is_definite(std::uint32_t noun) const {
  for (std::uint32_t child : tree_.children(noun)) {
    const Deprel relation = tree_.token(child).deprel;
    if (relation == Deprel::kNmodPoss) return true;
    if (relation == Deprel::kDet && !words_.is(ClaimClass::kIndefiniteDeterminers, child) &&
        !words_.is(ClaimClass::kNegators, child)) {
      return true;
    }
    if (relation == Deprel::kAmod && tree_.token(child).upos == Upos::kPropn) return true;
  }
  return false;
}

bool WordSigns::is_ranked(std::uint32_t noun) const {
  const auto& below = tree_.children(noun);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return tree_.token(child).deprel == Deprel::kAmod &&
           words_.is(ClaimClass::kRankingWords, child);
  });
}

std::uint32_t WordSigns::opener(std::uint32_t clause) const {
  const std::uint32_t marker = marker_of(tree_, clause);
  if (marker != kNoToken) return marker;
  for (std::uint32_t child : tree_.children(clause)) {
    if (child > clause || tree_.token(child).deprel != Deprel::kAdvmod) continue;
    const bool opens = words_.is(ClaimClass::kTemporalMarks, child) ||
                       words_.is(ClaimClass::kConditionalMarks, child);
    if (opens) return child;
  }
  return kNoToken;
}

}  // namespace verbale
