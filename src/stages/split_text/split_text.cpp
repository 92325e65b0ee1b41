// SPDX-License-Identifier: Apache-2.0
#include "stages/split_text/split_text.h"

#include <span>
#include <string_view>
#include <vector>

#include "stages/split_text/splitter.h"

namespace verbale {
namespace {

// Whether a sentence must end between two neighbouring words, whatever they say.
bool must_part(const Article& article, ByteSpan left, ByteSpan right) {
  const Gap gap = gap_between(article.text, left, right);
  if (gap == Gap::kEmptyLine) return true;
  if (gap != Gap::kLine) return false;
  const std::uint32_t title_end = article.title_span.end;
  if (!article.title_span.empty() && left.begin < title_end && right.begin >= title_end) {
    return true;
  }
  for (const ByteSpan& heading : article.headings) {
    if (right.begin == heading.begin) return true;
    if (heading.holds(left) && !heading.holds(right)) return true;
  }
  return false;
}

}  // namespace

Result<SplitModel> SplitModel::load(const ModelFile& file) {
  Result<Splitter> splitter = Splitter::load(file);
  if (!splitter.ok()) return splitter.error();
  SplitModel model;
  model.splitter_ = std::make_shared<const Splitter>(splitter.take());
  return model;
}

Syntax split_text(const Article& article, const SplitModel& model) {
  const std::string_view text = article.text;
  const std::vector<ByteSpan> words = model.splitter().words_of(text);
  Syntax syntax;
  syntax.tokens.reserve(words.size());
  for (const ByteSpan& word : words) syntax.tokens.push_back({.span = word});
  std::uint32_t begin = 0;
  for (std::uint32_t end = 1; end <= words.size(); ++end) {
    if (end < words.size() && !must_part(article, words[end - 1], words[end])) continue;
    const std::span<const ByteSpan> paragraph = std::span(words).subspan(begin, end - begin);
    for (const TokenSpan& part : model.splitter().sentences_of(text, paragraph)) {
      const TokenSpan tokens{begin + part.begin, begin + part.end};
      syntax.sentences.push_back(
          {.tokens = tokens, .span = {words[tokens.begin].begin, words[tokens.end - 1].end}});
    }
    begin = end;
  }
  return syntax;
}

}  // namespace verbale
