// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tag_words.h"

#include <algorithm>
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

std::vector<std::pair<Upos, std::string>> TagModel::lemmas_of(std::string_view word) const {
  std::vector<std::pair<Upos, std::string>> all;
  for (std::size_t tag = 0; tag < tags_.size(); ++tag) {
    const Upos upos = tags_.at(tag).upos;
    const bool has_content =
        upos == Upos::kVerb || upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj;
    if (!has_content) continue;
    std::pair<Upos, std::string> made{upos, lemmas_.lemma_of(word, static_cast<std::uint8_t>(tag))};
    if (std::find(all.begin(), all.end(), made) == all.end()) all.push_back(std::move(made));
  }
  return all;
}

Syntax tag_words(Syntax syntax, const Article& article, const TagModel& model) {
  syntax.lemmas.resize(syntax.tokens.size());
  std::vector<std::uint32_t> unread;
  for (std::uint32_t s = 0; s < syntax.sentences.size(); ++s) {
    const Sentence& sentence = syntax.sentences[s];
    const bool is_read = !sentence.tokens.empty() && !syntax.lemmas[sentence.tokens.begin].empty();
    if (sentence.parsed && !is_read) unread.push_back(s);
  }
  model.reader().read_sentences(unread, article, syntax);
  for (const std::uint32_t s : unread) {
    for (std::uint32_t t = syntax.sentences[s].tokens.begin; t < syntax.sentences[s].tokens.end;
         ++t) {
      const Token& token = syntax.tokens[t];
      syntax.lemmas[t] = model.lemma_of(token.span.of(article.text), {token.upos, token.xpos});
    }
  }
  return syntax;
}

}  // namespace verbale
