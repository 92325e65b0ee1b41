// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parse_sentences.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "stages/parse_sentences/dateline.h"

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
    if (size == 0 && has_tree(tokens)) continue;
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
