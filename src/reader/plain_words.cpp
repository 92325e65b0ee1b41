// SPDX-License-Identifier: Apache-2.0
#include "reader/plain_words.h"

#include <algorithm>
#include <vector>

#include "core/utf8.h"
#include "learning/word_view.h"

namespace verbale {
namespace {

// Short words keep their small letters in many headlines, and say nothing.
constexpr std::size_t kTellingBytesMin = 4;
constexpr std::size_t kTellingWordsMin = 4;
constexpr std::size_t kHeadlinePercent = 80;

}  // namespace

PlainWords::PlainWords(const Article& article, const Syntax& syntax)
    : article_(article), syntax_(syntax) {
  std::vector<const Sentence*> headlines;
  for (const Sentence& sentence : syntax.sentences) {
    if (is_headline(sentence)) headlines.push_back(&sentence);
  }
  if (headlines.empty() || headlines.size() == syntax.sentences.size()) return;
  const Forms forms = forms_of_prose();
  for (const Sentence* sentence : headlines) rewrite(*sentence, forms);
}

std::string_view PlainWords::word(std::uint32_t token) const {
  const auto found = rewritten_.find(token);
  return found == rewritten_.end() ? text_of(token) : found->second;
}

std::string_view PlainWords::text_of(std::uint32_t token) const {
  return syntax_.tokens[token].span.of(article_.text);
}

bool PlainWords::is_headline(const Sentence& sentence) const {
  std::size_t telling = 0, capitals = 0;
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const std::string_view word = text_of(t);
    if (word.size() < kTellingBytesMin) continue;
    const LetterCase letters = letter_case_of(word);
    const bool has_capital =
        letters == LetterCase::kCapitalised || letters == LetterCase::kUpper;
    if (!has_capital && letters != LetterCase::kLower) continue;
    ++telling;
    capitals += has_capital;
  }
  return telling >= kTellingWordsMin && capitals * 100 >= telling * kHeadlinePercent;
}

PlainWords::Forms PlainWords::forms_of_prose() const {
  Forms forms;
  for (const Sentence& sentence : syntax_.sentences) {
    if (is_headline(sentence)) continue;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const LetterCase letters = letter_case_of(text_of(t));
      if (letters == LetterCase::kLower) forms[std::string(text_of(t))].is_small = true;
      if (letters == LetterCase::kCapitalised && t != sentence.tokens.begin) {
        forms[lower_case(text_of(t))].is_name = true;
      }
    }
  }
  return forms;
}

// Where other words are not all in capitals, one that is stands for a name: "US".
void PlainWords::rewrite(const Sentence& sentence, const Forms& forms) {
  bool shouts = true;
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    shouts &= letter_case_of(text_of(t)) != LetterCase::kCapitalised;
  }
  const LetterCase wanted = shouts ? LetterCase::kUpper : LetterCase::kCapitalised;
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const std::string_view word = text_of(t);
    if (letter_case_of(word) != wanted || (shouts && word.size() < kTellingBytesMin)) continue;
    std::string small = lower_case(word);
    const auto seen = forms.find(small);
    if (seen == forms.end()) continue;
    if (seen->second.is_small && !seen->second.is_name) {
      rewritten_[t] = made_.emplace_back(std::move(small));
    } else if (shouts && seen->second.is_name && is_ascii_upper(word.front())) {
      small.front() = word.front();
      rewritten_[t] = made_.emplace_back(std::move(small));
    }
  }
}

}  // namespace verbale
