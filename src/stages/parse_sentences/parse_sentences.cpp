// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parse_sentences.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "reader/dateline.h"

namespace verbale {

Result<ParseModel> ParseModel::load(const ModelFile& file) {
  Result<SentenceReader> reader = SentenceReader::load(file);
  if (!reader.ok()) return reader.error();
  ParseModel model;
  model.reader_ = reader.take();
  return model;
}

namespace {

bool has_tree(std::span<const Token> tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.deprel == Deprel::kRoot; });
}

// Whether the first `size` tokens hang on the others by one of them only, which is no part of
// their clause, and none of the others on them.
bool stands_apart(std::span<const Token> tokens, std::uint32_t first, std::uint32_t size) {
  const TokenSpan dateline{first, first + size};
  std::uint32_t ties = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const bool is_inside = i < size;
    if (tokens[i].head == kNoToken && is_inside) return false;
    if (tokens[i].head == kNoToken || dateline.holds(tokens[i].head) == is_inside) continue;
    if (!is_inside || tokens[i].deprel != Deprel::kParataxis) return false;
    ++ties;
  }
  return ties == 1;
}

void forget_tree(std::span<Token> tokens) {
  for (Token& token : tokens) {
    token.head = kNoToken;
    token.deprel = Deprel::kDep;
  }
}

}  // namespace

Syntax parse_sentences(Syntax syntax, const Article& article, const ParseModel& model) {
  std::vector<TokenSpan> stretches;
  std::vector<bool> is_dateline;  // The stretch before it is its clause.
  for (const Sentence& sentence : syntax.sentences) {
    const auto [begin, end] = sentence.tokens;
    const std::span<Token> tokens = std::span(syntax.tokens).subspan(begin, end - begin);
    if (!sentence.parsed) forget_tree(tokens);
    if (!sentence.parsed || tokens.empty()) continue;
    // Town and day belong to the agency, not to the clause: the clause is parsed as if alone.
    const std::uint32_t size = dateline_size(tokens, article.text);
    if (has_tree(tokens) && (size == 0 || stands_apart(tokens, begin, size))) continue;
    stretches.push_back({begin + size, end});
    is_dateline.push_back(false);
    if (size == 0) continue;
    stretches.push_back({begin, begin + size});
    is_dateline.push_back(true);
  }
  const std::vector<std::uint32_t> roots = model.reader().read_trees(stretches, article, syntax);
  for (std::size_t i = 0; i < roots.size(); ++i) {
    if (!is_dateline[i]) continue;
    syntax.tokens[roots[i]].head = roots[i - 1];
    syntax.tokens[roots[i]].deprel = Deprel::kParataxis;
  }
  return syntax;
}

}  // namespace verbale
