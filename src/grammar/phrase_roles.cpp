// SPDX-License-Identifier: Apache-2.0
#include "grammar/phrase_roles.h"

#include <algorithm>
#include <initializer_list>

#include "document/xpos.h"

namespace verbale {
namespace {

bool is_one_of(Deprel relation, std::initializer_list<Deprel> relations) {
  return std::find(relations.begin(), relations.end(), relation) != relations.end();
}

// "the arrest of its envoy by Chad", "tonnes of maize to Chad", where the parser hangs Chad on the envoy.
void add_doer_below(Frame& frame, const Tree& tree, std::uint32_t noun) {
  for (std::uint32_t child : tree.children(noun)) {
    if (tree.token(child).deprel != Deprel::kNmod) continue;
    const std::uint32_t marker = marker_of(tree, child);
    const bool is_verbs = marker != kNoToken && (is_by(tree, marker) || tree.lemma(marker) == "to");
    if (is_verbs)
      add_role(frame, RoleKind::kOblique, resolved(tree, child), marker, noun);
  }
}

// "sent tonnes of flour to Chad", where the parser hangs Chad on the flour.
void add_goal_below(Frame& frame, const Tree& tree, std::uint32_t noun, std::uint32_t object) {
  for (std::uint32_t child : tree.children(noun)) {
    if (tree.token(child).deprel != Deprel::kNmod) continue;
    const std::uint32_t marker = marker_of(tree, child);
    if (marker == kNoToken || tree.lemma(marker) == "of" || is_by(tree, marker)) continue;
    add_role(frame, RoleKind::kOblique, resolved(tree, child), marker, object);
  }
}

}  // namespace

std::uint32_t antecedent(const Tree& tree, std::uint32_t pronoun) {
  std::uint32_t at = tree.token(pronoun).head;
  while (at != kNoToken) {
    if (tree.token(at).deprel == Deprel::kAclRelcl) return tree.token(at).head;
    if (!is_one_of(tree.token(at).deprel, {Deprel::kConj, Deprel::kXcomp, Deprel::kCcomp,
                                           Deprel::kNmod, Deprel::kObl, Deprel::kNmodPoss})) {
      return kNoToken;
    }
    at = tree.token(at).head;
  }
  return kNoToken;
}

std::uint32_t resolved(const Tree& tree, std::uint32_t head) {
  if (!is_relative_pronoun(tree, head)) return head;
  const std::uint32_t noun = antecedent(tree, head);
  return noun == kNoToken ? head : noun;
}

void add_role(Frame& frame, RoleKind kind, std::uint32_t head, std::uint32_t marker,
              std::uint32_t via) {
  frame.roles.push_back({kind, head, marker, via, false});
}

bool is_by(const Tree& tree, std::uint32_t marker) {
  return marker != kNoToken && tree.lemma(marker) == "by";
}

void add_phrases_of_object(Frame& frame, const Tree& tree, std::uint32_t object) {
  for (std::uint32_t child : tree.children(object)) {
    // "stripped judges and deputies of their visas"
    if (tree.token(child).deprel == Deprel::kConj) add_phrases_of_object(frame, tree, child);
    if (!is_one_of(tree.token(child).deprel, {Deprel::kNmod, Deprel::kObl})) continue;
    const std::uint32_t marker = marker_of(tree, child);
    if (marker == kNoToken) continue;
    add_role(frame, RoleKind::kOblique, resolved(tree, child), marker, object);
    add_doer_below(frame, tree, child);
    // "tonnes of flour to Chad", "two million in aid to Chad"
    const Upos upos = tree.token(object).upos;
    const bool is_sum = upos == Upos::kSym || upos == Upos::kNum;
    const bool is_of = tree.lemma(marker) == "of";
    if (is_of || (is_sum && tree.lemma(marker) == "in")) add_goal_below(frame, tree, child, object);
  }
}

void add_phrases_of_participle(Frame& frame, const Tree& tree, std::uint32_t object) {
  std::uint32_t verb = tree.child(object, {Deprel::kAcl});
  if (verb == kNoToken) verb = tree.child(frame.head, {Deprel::kXcomp});
  if (verb != object + 1 || name_of_xpos(tree.token(verb).xpos) != "VBN") return;
  for (std::uint32_t child : tree.children(verb)) {
    if (!is_one_of(tree.token(child).deprel, {Deprel::kObl, Deprel::kOblAgent})) continue;
    const std::uint32_t marker = marker_of(tree, child);
    if (marker != kNoToken) {
      add_role(frame, RoleKind::kOblique, resolved(tree, child), marker, object);
    }
  }
}

void add_clause_of_object(Frame& frame, const Tree& tree, std::uint32_t object) {
  for (std::uint32_t child : tree.children(object)) {
    if (!is_one_of(tree.token(child).deprel, {Deprel::kAcl, Deprel::kCcomp})) continue;
    const std::uint32_t marker = marker_of(tree, child);
    if (marker != kNoToken) add_role(frame, RoleKind::kClause, child, marker, object);
  }
}

void add_sides_of_subject(Frame& frame, const Tree& tree, std::uint32_t subject) {
  for (std::uint32_t child : tree.children(subject)) {
    if (tree.token(child).deprel != Deprel::kNmod) continue;
    const std::uint32_t marker = marker_of(tree, child);
    if (marker == kNoToken) continue;
    const std::string_view preposition = tree.lemma(marker);
    if (preposition != "between" && preposition != "among") continue;
    add_role(frame, RoleKind::kOblique, resolved(tree, child), marker, subject);
  }
}

}  // namespace verbale
