// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tag_words.h"

#include <string_view>
#include <utility>
#include <vector>

#include "stages/tag_words/tagger.h"

namespace verbale {

Result<TagModel> TagModel::load(const ModelFile& file) {
  Result<Tagger> tagger = Tagger::load(file);
  if (!tagger.ok()) return tagger.error();
  TagModel model;
  model.tagger_ = std::make_shared<const Tagger>(tagger.take());
  return model;
}

Syntax tag_words(Syntax syntax, const Article& article, const TagModel& model) {
  const Tagger& tagger = model.tagger();
  syntax.lemmas.resize(syntax.tokens.size());
  std::vector<std::string_view> words;
  for (const Sentence& sentence : syntax.sentences) {
    words.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      words.push_back(syntax.tokens[i].span.of(article.text));
    }
    const std::vector<std::uint8_t> numbers = tagger.tag(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t token = sentence.tokens.begin + i;
      const TagPair tags = tagger.tags().pair(numbers[i]);
      syntax.tokens[token].upos = tags.upos;
      syntax.tokens[token].xpos = tags.xpos;
      syntax.lemmas[token] = tagger.lemmas().lemma_of(words[i], numbers[i]);
    }
  }
  return syntax;
}

}  // namespace verbale
