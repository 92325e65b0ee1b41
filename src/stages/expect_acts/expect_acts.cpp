// SPDX-License-Identifier: Apache-2.0
#include "stages/expect_acts/expect_acts.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace verbale {

namespace {

template <typename AddWords>
bool holds_hope(const Syntax& syntax, const Article& article, const TriggerWords& triggers,
                const AddWords& add_words) {
  WordSet words(triggers.vocabulary());
  std::vector<PossibleWord> possible;
  for (const Sentence& sentence : syntax.sentences) {
    possible.clear();
    for (const Token& token :
         std::span(syntax.tokens).subspan(sentence.tokens.begin, sentence.tokens.size())) {
      add_words(token.span.of(article.text), possible);
    }
    words.clear();
    for (const PossibleWord& word : possible) words.add(word.word);
    const bool is_hopeful =
        std::any_of(possible.begin(), possible.end(),
                    [&](const PossibleWord& word) { return triggers.may_name_act(word, words); });
    if (is_hopeful) return true;
  }
  return false;
}

}  // namespace

bool expect_acts(const Syntax& syntax, const Article& article, const TriggerWords& triggers) {
  // Most articles with hope show it at once; only the others are worth the search for lemmas.
  return holds_hope(syntax, article, triggers,
                    [&](std::string_view form, std::vector<PossibleWord>& words) {
                      triggers.add_listed_words(form, words);
                    }) ||
         holds_hope(syntax, article, triggers,
                    [&](std::string_view form, std::vector<PossibleWord>& words) {
                      const auto& all = triggers.words_of(form);
                      words.insert(words.end(), all.begin(), all.end());
                    });
}

Outlook outlook_of(const Sentence& sentence, const Syntax& syntax, const Article& article,
                   const TriggerWords& triggers) {
  WordSet words(triggers.vocabulary());
  std::vector<std::pair<std::uint32_t, PossibleWord>> possible;
  for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
    for (const PossibleWord& word : triggers.words_of(syntax.tokens[token].span.of(article.text))) {
      possible.emplace_back(token, word);
      words.add(word.word);
    }
  }
  Outlook outlook{Outlook::Kind::kNoTrigger, 0};
  for (const auto& [token, word] : possible) {
    if (triggers.may_name_act(word, words)) return {Outlook::Kind::kHopeful, token};
    if (outlook.kind == Outlook::Kind::kNoTrigger && triggers.heads_pattern(word)) {
      outlook = {Outlook::Kind::kLacksRest, token};
    }
  }
  return outlook;
}

}  // namespace verbale
