// SPDX-License-Identifier: Apache-2.0
#include "reader/dateline.h"

#include <algorithm>

#include "core/utf8.h"
#include "learning/word_view.h"

namespace verbale {
namespace {

// The longest datelines name two towns, a day and an agency.
constexpr std::size_t kTokensMax = 14;

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "\u2013" || word == "\u2014" || word == "\u2015";
}

// Names, numbers and marks: what begins with no small letter.
bool may_stand_in_dateline(std::string_view word) {
  if (word == "." || word == "!" || word == "?" || word == ";") return false;
  const char32_t first = decode_at(word, 0).value;
  return !is_letter(first) || is_upper(first);
}

// "Democratic Republic of Congo": a short word between two with capitals.
bool joins_names(std::span<const Token> sentence, std::uint32_t at, std::string_view text) {
  constexpr std::size_t kLettersMax = 3;
  const auto is_name = [&](std::uint32_t token) {
    return is_upper(decode_at(sentence[token].span.of(text), 0).value);
  };
  return sentence[at].span.of(text).size() <= kLettersMax && is_name(at - 1) && is_name(at + 1);
}

// "A court", "Prime Minister": the words do not go on in capitals.
bool calms_down(std::span<const Token> sentence, std::uint32_t at, std::string_view text) {
  std::string_view next = sentence[at].span.of(text);
  if (next.size() <= 1 && at + 1 < sentence.size()) next = sentence[at + 1].span.of(text);
  return next.size() > 1 && letter_case_of(next) != LetterCase::kUpper;
}

}  // namespace

std::uint32_t dateline_size(std::span<const Token> sentence, std::string_view text) {
  if (sentence.size() < 4) return 0;
  const std::string_view town = sentence[0].span.of(text);
  // "LA PAZ": the first word of a town may be short.
  const bool shouts = letter_case_of(town) == LetterCase::kUpper &&
                      (town.size() > 2 || letter_case_of(sentence[1].span.of(text)) ==
                                              LetterCase::kUpper);
  if (!shouts && letter_case_of(town) != LetterCase::kCapitalised) return 0;
  bool has_bracket = false;
  bool has_comma = false;
  const std::size_t end = std::min(sentence.size() - 2, kTokensMax);
  for (std::uint32_t i = 1; i < end; ++i) {
    const std::string_view word = sentence[i].span.of(text);
    // A hyphen parts words; a dash between spaces, or a long one after the town, ends a dateline.
    const bool parts = sentence[i].span.end < sentence[i + 1].span.begin &&
                       (word != "-" || sentence[i - 1].span.end < sentence[i].span.begin);
    // A lone name before a dash may be anything; town and day, an agency, or a town in capitals
    // before words that are not, make a dateline.
    if (is_dash(word) && (parts || has_bracket)) {
      const bool is_town = shouts && (has_comma || calms_down(sentence, i + 1, text));
      return has_bracket || is_town ? i + 1 : 0;
    }
    if (word == ":" && has_bracket && shouts) return i + 1;
    if (!may_stand_in_dateline(word) && !joins_names(sentence, i, text)) return 0;
    has_bracket |= word == ")";
    has_comma |= word == ",";
  }
  return 0;
}

}  // namespace verbale
