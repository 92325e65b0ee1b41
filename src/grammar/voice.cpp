// SPDX-License-Identifier: Apache-2.0
// Of a verb alone: whether it stands in the passive, and whether a headline's infinitive.
#include "document/xpos.h"
#include "grammar/frame.h"

namespace verbale {

bool is_headline_infinitive(const Tree& tree, std::uint32_t verb) {
  if (tree.token(verb).deprel != Deprel::kAcl || !tree.has_child(verb, Deprel::kMark)) return false;
  const std::uint32_t noun = tree.token(verb).head;
  const bool is_name = tree.token(noun).upos == Upos::kPropn || tree.has_child(noun, Deprel::kFlat);
  const Deprel relation = tree.token(noun).deprel;
  return is_name && (relation == Deprel::kRoot || relation == Deprel::kAppos) &&
         tree.lemma(marker_of(tree, verb)) == "to";
}

namespace {

// Its verb is the root, and a mark ends it; or it is what the root says: "Mali promised to leave, he
// said."
bool is_whole_sentence(const Tree& tree, std::uint32_t verb) {
  if (tree.token(verb).deprel == Deprel::kCcomp) return true;
  if (tree.token(verb).deprel != Deprel::kRoot) return false;
  const TokenSpan sentence = tree.syntax().sentences[tree.sentence_of(verb)].tokens;
  return tree.token(sentence.end - 1).upos == Upos::kPunct;
}

}  // namespace

bool is_passive(const Tree& tree, std::uint32_t verb) {
  if (tree.has_child(verb, Deprel::kAuxPass)) return true;
  const std::string_view tag = name_of_xpos(tree.token(verb).xpos);
  if (tree.has_child(verb, Deprel::kNsubjPass)) {
    // "Mali threatened to leave": a past tense with something of its own behind it is no passive;
    // nor is the main verb of a whole sentence without an auxiliary, as it may be in a headline.
    const bool is_past = tag == "VBD" || is_whole_sentence(tree, verb);
    return !is_past || tree.child(verb, {Deprel::kObj, Deprel::kXcomp}) == kNoToken;
  }
  if (tag != "VBN" && tag != "VBD") return false;
  const Deprel relation = tree.token(verb).deprel;
  const bool has_subject = tree.child(verb, {Deprel::kNsubj, Deprel::kObj}) != kNoToken;
  if (relation == Deprel::kAcl && !has_subject) return true;
  if (tag == "VBD" || tree.has_child(verb, Deprel::kAux)) return false;
  return (relation == Deprel::kAdvcl || relation == Deprel::kXcomp) && !has_subject;
}

}  // namespace verbale
