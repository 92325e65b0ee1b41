// SPDX-License-Identifier: Apache-2.0
#include "document/syntax.h"

#include <algorithm>
#include <array>

#include "core/check.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, kUposCount> kUposNames = {
    "ADJ",  "ADP",  "ADV",  "AUX",   "CCONJ", "DET",   "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kDeprelCount> kDeprelNames = {
    "root",       "acl",         "acl:relcl",  "advcl",    "advcl:relcl", "advmod",
    "amod",       "appos",       "aux",        "aux:pass", "case",        "cc",
    "cc:preconj", "ccomp",       "compound",   "compound:prt", "conj",    "cop",
    "csubj",      "csubj:outer", "csubj:pass", "dep",      "det",         "det:predet",
    "discourse",  "dislocated",  "expl",       "fixed",    "flat",        "goeswith",
    "iobj",       "list",        "mark",       "nmod",     "nmod:desc",   "nmod:poss",
    "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass", "nummod",   "obj",
    "obl",        "obl:agent",   "obl:unmarked", "orphan", "parataxis",   "punct",
    "reparandum", "vocative",    "xcomp"};

}  // namespace

std::string_view name_of(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

Upos upos_of(std::string_view name) {
  const auto found = std::find(kUposNames.begin(), kUposNames.end(), name);
  return found == kUposNames.end() ? Upos::kX : static_cast<Upos>(found - kUposNames.begin());
}

std::string_view name_of(Deprel relation) {
  return kDeprelNames[static_cast<std::size_t>(relation)];
}

Deprel deprel_of(std::string_view name) {
  const auto found = std::find(kDeprelNames.begin(), kDeprelNames.end(), name);
  if (found != kDeprelNames.end()) return static_cast<Deprel>(found - kDeprelNames.begin());
  if (name == "obl:tmod" || name == "obl:npmod") return Deprel::kOblUnmarked;
  if (name == "nmod:tmod" || name == "nmod:npmod") return Deprel::kNmodUnmarked;
  const auto colon = name.find(':');
  if (colon != std::string_view::npos) return deprel_of(name.substr(0, colon));
  return Deprel::kDep;
}

}  // namespace verbale
