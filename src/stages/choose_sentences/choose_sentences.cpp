// SPDX-License-Identifier: Apache-2.0
#include "stages/choose_sentences/choose_sentences.h"

#include <algorithm>
#include <span>
#include <vector>

namespace verbale {
namespace {

// An article of which more is worth reading is read whole.
constexpr std::size_t kWholePercent = 60;

}  // namespace

Syntax choose_sentences(Syntax syntax, const Article& article, const TriggerWords& triggers) {
  std::size_t chosen = 0;
  WordSet words(triggers.vocabulary());
  std::vector<PossibleWord> possible;
  for (Sentence& sentence : syntax.sentences) {
    words.clear();
    possible.clear();
    for (const Token& token :
         std::span(syntax.tokens).subspan(sentence.tokens.begin, sentence.tokens.size())) {
      for (const PossibleWord& word : triggers.words_of(token.span.of(article.text))) {
        words.add(word.word);
        possible.push_back(word);
      }
    }
    sentence.parsed = std::any_of(possible.begin(), possible.end(), [&](const PossibleWord& word) {
      return triggers.may_name_act(word, words);
    });
    if (sentence.parsed) chosen += sentence.tokens.size();
  }
  // To read the rest later, if at all, costs more than to read it along.
  if (100 * chosen > kWholePercent * syntax.tokens.size()) {
    for (Sentence& sentence : syntax.sentences) sentence.parsed = true;
  }
  return syntax;
}

}  // namespace verbale
