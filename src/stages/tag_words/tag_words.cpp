// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tag_words.h"

#include <utility>

namespace verbale {

Result<TagModel> TagModel::load(const ModelFile& file) {
  Result<SentenceReader> reader = SentenceReader::load(file);
  if (!reader.ok()) return reader.error();
  if (!LemmaRules::can_read(file)) {
    return Error{file.origin(), "holds lemmas of another version of the program",
                 "fetch the model of this version, or make it with 'verbale train'"};
  }
  TagModel model;
  model.reader_ = reader.take();
  model.tags_ = TagSet::from_numbers(file.array<std::uint8_t>("lemma.tags"));
  model.lemmas_ = LemmaRules::load(file);
  return model;
}

std::string TagModel::lemma_of(std::string_view word, TagPair tags) const {
  return lemmas_.lemma_of(word, static_cast<std::uint8_t>(tags_.find(tags)));
}

Syntax tag_words(Syntax syntax, const Article& article, const TagModel& model) {
  model.reader().read_sentences(article, syntax);
  syntax.lemmas.clear();
  syntax.lemmas.reserve(syntax.tokens.size());
  for (const Token& token : syntax.tokens) {
    syntax.lemmas.push_back(model.lemma_of(token.span.of(article.text), {token.upos, token.xpos}));
  }
  return syntax;
}

}  // namespace verbale
