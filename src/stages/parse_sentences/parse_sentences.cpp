// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parse_sentences.h"

#include <utility>
#include <vector>

#include "stages/parse_sentences/parser.h"

namespace verbale {

Result<ParseModel> ParseModel::load(const ModelFile& file) {
  Result<Parser> parser = Parser::load(file);
  if (!parser.ok()) return parser.error();
  ParseModel model;
  model.parser_ = std::make_shared<const Parser>(parser.take());
  return model;
}

Syntax parse_sentences(Syntax syntax, const Article& article, const ParseModel& model) {
  std::vector<ParseWord> words;
  for (const Sentence& sentence : syntax.sentences) {
    if (!sentence.parsed) continue;
    words.clear();
    const std::uint32_t begin = sentence.tokens.begin;
    for (std::uint32_t i = begin; i < sentence.tokens.end; ++i) {
      words.push_back(parse_word_of(syntax.tokens[i], article.text));
    }
    const std::vector<ParsedWord> parsed = model.parser().parse(words);
    for (std::uint32_t i = 0; i < parsed.size(); ++i) {
      Token& token = syntax.tokens[begin + i];
      const bool is_root = parsed[i].head == ParseState::kNone;
      token.head = is_root ? kNoToken : begin + static_cast<std::uint32_t>(parsed[i].head);
      token.deprel = parsed[i].label;
    }
  }
  return syntax;
}

}  // namespace verbale
