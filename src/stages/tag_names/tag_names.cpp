// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_names/tag_names.h"

#include "stages/tag_names/name_tagger.h"

namespace verbale {

Result<NameModel> NameModel::load(const ModelFile& file) {
  Result<NameTagger> tagger = NameTagger::load(file);
  if (!tagger.ok()) return tagger.error();
  NameModel model;
  model.tagger_ = std::make_shared<const NameTagger>(tagger.take());
  return model;
}

std::vector<NameSpan> tag_names(const Syntax& syntax, const Article& article,
                                const NameModel& model) {
  std::vector<NameSpan> names;
  NameMemory memory;
  std::vector<NameWord> words;
  for (const Sentence& sentence : syntax.sentences) {
    words.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = syntax.tokens[i];
      words.push_back({token.span.of(article.text), token.upos, token.xpos});
    }
    const NameSentence view(words);
    const std::vector<NameLabel> labels = model.tagger().label(view, memory);
    remember_names(view, labels, memory);
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
      const std::uint32_t token = sentence.tokens.begin + i;
      if (labels[i] == kOutside) continue;
      if (labels[i] < 4) {
        names.push_back({{token, token + 1}, static_cast<NameKind>(labels[i] - 1)});
      } else {
        names.back().tokens.end = token + 1;
      }
    }
  }
  return names;
}

}  // namespace verbale
