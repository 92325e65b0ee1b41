// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/result.h"
#include "core/span.h"
#include "document/article.h"
#include "document/names.h"
#include "document/syntax.h"
#include "learning/model_file.h"

namespace verbale {

class NeuralParser;
struct SentenceOutput;

// The network that reads a sentence at once: tags, tree and names, in the words of document/.
// Reads from `file`, which must outlive it. Cheap to copy; threads may share it.
class SentenceReader {
 public:
  static Result<SentenceReader> load(const ModelFile& file);

  // Gives every token of these sentences its part of speech, head and relation, and adds their
  // names to the document's. A dateline is read apart from its clause and hung on it: town and day
  // belong to the agency.
  void read_sentences(std::span<const std::uint32_t> sentences, const Article& article,
                      Syntax& syntax) const;

  // Gives the tokens of each stretch one tree, as if it were a sentence; answers the roots.
  // REQUIRES: no stretch is empty; each lies within a sentence.
  std::vector<std::uint32_t> read_trees(std::span<const TokenSpan> stretches,
                                        const Article& article, Syntax& syntax) const;

 private:
  void write_tags(const SentenceOutput& read, TokenSpan stretch, Syntax& syntax) const;
  void add_names(const SentenceOutput& read, TokenSpan stretch, std::vector<NameSpan>& names) const;

  // What the network's numbers mean.
  struct Labels {
    std::vector<Upos> upos;
    std::vector<XposId> xpos;
    std::vector<Deprel> deprels;
    struct Name {
      bool is_name = false;
      bool is_first = false;
      NameKind kind = NameKind::kPerson;
    };
    std::vector<Name> names;
  };

  std::shared_ptr<const NeuralParser> parser_;
  std::shared_ptr<const Labels> labels_;
};

}  // namespace verbale
