// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace verbale {

// A syntactic word of a CoNLL-U file (universaldependencies.org/format.html).
struct ConlluWord {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string feats;
  std::string deprel;
  std::string misc;
  std::uint32_t head = 0;  // Counted from 1 within the sentence; 0 for the root.
  bool space_after = true;
};

// Words first..last (counted from 0, both belong to it) are written as one: "don't".
struct ConlluRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string form;
  bool space_after = true;
};

struct ConlluSentence {
  std::string id;        // sent_id
  std::string document;  // newdoc id, where one starts here; else empty.
  bool starts_document = false;
  bool starts_paragraph = false;  // Also where a document starts.
  std::vector<ConlluWord> words;  // Empty nodes are left out.
  std::vector<ConlluRange> ranges;
};

// Reads CoNLL-U. A wrong line is an error that names it: "dev.conllu:12".
Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text, std::string_view file);

// One sentence, blank line included.
void append_conllu(std::string& out, const ConlluSentence& sentence);

}  // namespace verbale
