// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "document/names.h"

namespace verbale {

// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj,
  kSym, kVerb, kX,
};
inline constexpr std::size_t kUposCount = 17;

// "ADJ", "ADP", …
std::string_view name_of(Upos upos);
// kX for a name that is none.
Upos upos_of(std::string_view name);

// Penn Treebank tags as English UD uses them (XPOS); the coder reads tense and voice from them.
// Kept as a small index into a table of names, because other languages bring other tags.
using XposId = std::uint8_t;

// Relations of Universal Dependencies, with English subtypes ("nsubj:pass").
enum class Deprel : std::uint8_t {
  kRoot, kAcl, kAclRelcl, kAdvcl, kAdvclRelcl, kAdvmod, kAmod, kAppos, kAux, kAuxPass, kCase,
  kCc, kCcPreconj, kCcomp, kCompound, kCompoundPrt, kConj, kCop, kCsubj, kCsubjOuter, kCsubjPass,
  kDep, kDet, kDetPredet, kDiscourse, kDislocated, kExpl, kFixed, kFlat, kGoeswith, kIobj, kList,
  kMark, kNmod, kNmodDesc, kNmodPoss, kNmodUnmarked, kNsubj, kNsubjOuter, kNsubjPass, kNummod,
  kObj, kObl, kOblAgent, kOblUnmarked, kOrphan, kParataxis, kPunct, kReparandum, kVocative, kXcomp,
};
inline constexpr std::size_t kDeprelCount = 51;

// "nsubj:pass", …
std::string_view name_of(Deprel relation);
// The nearest known relation: an unknown subtype yields its base ("obl:npmod" → kObl, but
// "obl:tmod", "obl:npmod" and "obl:unmarked" → kOblUnmarked, "nmod:tmod", "nmod:npmod" →
// kNmodUnmarked); an unknown base yields kDep.
Deprel deprel_of(std::string_view name);

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

// A syntactic word. Multiword tokens ("don't") are several tokens side by side.
struct Token {
  ByteSpan span;
  std::uint32_t head = kNoToken;  // Token index within the document; kNoToken for a root.
  Deprel deprel = Deprel::kDep;
  Upos upos = Upos::kX;
  XposId xpos = 0;
};

struct Sentence {
  TokenSpan tokens;
  ByteSpan span;
  bool parsed = true;  // false: skipped by the cascade; its tokens have no heads.
};

// Tokens and their tree. Tokens cover every byte of the text that is no white space, in order;
// every token lies in just one sentence; heads stay within the sentence and form one tree.
struct Syntax {
  std::vector<Token> tokens;
  std::vector<std::string> lemmas;  // One for each token, lower case but for proper nouns.
  std::vector<Sentence> sentences;
  std::vector<NameSpan> names;  // In text order; none overlaps another nor reaches across sentences.
};

}  // namespace verbale
