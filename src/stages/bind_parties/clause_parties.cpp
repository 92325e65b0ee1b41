// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/clause_parties.h"

#include <string_view>

#include "grammar/frame.h"

namespace verbale {
namespace {

bool is_condition(std::string_view word) {
  return word == "until" || word == "unless" || word == "if" || word == "before";
}

}  // namespace

std::vector<std::uint32_t> subjects_of_conditions(const Tree& tree, std::uint32_t verb) {
  std::vector<std::uint32_t> heads;
  for (std::uint32_t clause : tree.children(verb)) {
    if (tree.token(clause).deprel != Deprel::kAdvcl) continue;
    const std::uint32_t marker = tree.child(clause, {Deprel::kMark});
    if (marker == kNoToken || !is_condition(tree.lemma(marker))) continue;
    const Frame frame = verb_frame(tree, clause);
    for (RoleKind kind : {RoleKind::kSubject, RoleKind::kObject}) {
      const Role* role = frame.find(kind);
      if (role != nullptr && !role->is_shared) heads.push_back(role->head);
    }
  }
  return heads;
}

std::uint32_t maker_of_text(const Tree& tree, std::uint32_t clause) {
  if (tree.token(clause).deprel != Deprel::kAcl) return kNoToken;
  const std::uint32_t noun = tree.token(clause).head;
  if (tree.token(noun).deprel != Deprel::kObj) return kNoToken;
  const std::uint32_t verb = tree.token(noun).head;
  return verb != kNoToken && tree.token(verb).upos == Upos::kVerb ? verb : kNoToken;
}

bool tells_when_or_why(const Tree& tree, std::uint32_t noun) {
  const std::uint32_t marker = tree.child(noun, {Deprel::kCase});
  if (marker == kNoToken) return false;
  const std::string_view word = tree.lemma(marker);
  return word == "in" || word == "over" || word == "at" || word == "for";
}

}  // namespace verbale
