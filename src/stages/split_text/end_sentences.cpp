// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/hash.h"
#include "core/utf8.h"
#include "learning/word_view.h"
#include "stages/split_text/split_text.h"
#include "stages/split_text/splitter.h"

namespace verbale {
namespace {

// How many words a dateline may have before its dash: "KYIV, March 3 (Reuters) -".
constexpr std::uint32_t kDatelineTokensMax = 14;

bool is_closer(std::string_view token) {
  return token == "\"" || token == "'" || token == "''" || token == ")" || token == "]" ||
         token == "}" || token == "\u201D" || token == "\u2019" || token == "\u00BB";
}

bool is_dash(std::string_view token) {
  return token == "-" || token == "--" || token == "\u2013" || token == "\u2014" ||
         token == "\u2015";
}

char last_byte(std::string_view token) {
  return token.empty() ? ' ' : token.back();
}

bool ends_final(std::string_view token) {
  const char c = last_byte(token);
  return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || token.ends_with("\u2026");
}

bool starts_upper(std::string_view token) {
  return !token.empty() && is_upper(decode_at(token, 0).value);
}

// The word that ends the sentence if closing quotes and brackets are left aside.
std::uint32_t before_closers(std::string_view text, std::span<const ByteSpan> tokens,
                             std::uint32_t at, std::uint32_t first) {
  while (at > first && is_closer(tokens[at].of(text))) --at;
  return at;
}

std::uint64_t bucket(std::uint32_t number) {
  if (number < 4) return number;
  return number < 7 ? 4 : number < 12 ? 5 : number < 25 ? 6 : number < 50 ? 7 : 8;
}

DotKind dot_kind(std::string_view word, const SplitWords& words) {
  if (word.size() < 2 || word.back() != '.') return DotKind::kNone;
  return words.dot_after(word.substr(0, word.size() - 1));
}

// Bytes since the last line break before `byte`.
std::uint32_t line_bytes(std::string_view text, std::uint32_t byte) {
  std::uint32_t count = 0;
  while (count < 120 && count < byte && text[byte - 1 - count] != '\n') ++count;
  return count;
}

}  // namespace

Gap gap_between(std::string_view text, ByteSpan left, ByteSpan right) {
  if (left.end >= right.begin) return Gap::kNone;
  int lines = 0;
  for (std::uint32_t at = left.end; at < right.begin; ++at) lines += text[at] == '\n';
  if (lines >= 2) return Gap::kEmptyLine;
  return lines == 1 ? Gap::kLine : Gap::kSpace;
}

bool may_end_after(std::string_view text, std::span<const ByteSpan> tokens, std::uint32_t at,
                   const SplitWords& words) {
  if (at + 1 >= tokens.size()) return false;
  const std::string_view word = tokens[at].of(text);
  if (dot_kind(word, words) == DotKind::kTitle) return false;
  const std::string_view next = tokens[at + 1].of(text);
  const Gap gap = gap_between(text, tokens[at], tokens[at + 1]);
  if (gap == Gap::kLine) return true;
  if (ends_final(word) || is_closer(word)) return !ends_final(next) || word.size() > 1;
  // Careless writers leave the full stop out.
  return gap != Gap::kNone && starts_upper(next) && !starts_upper(word);
}

void step_over(std::string_view text, ByteSpan token, SentenceSoFar& so_far) {
  const std::string_view word = token.of(text);
  if (word == "\"") so_far.open_quotes ^= 1;
  if (word == "\u201C" || word == "``") so_far.open_quotes = 1;
  if (word == "\u201D" || word == "''") so_far.open_quotes = 0;
  if (word == "(" || word == "[") ++so_far.open_brackets;
  if ((word == ")" || word == "]") && so_far.open_brackets > 0) --so_far.open_brackets;
}

void gather_end_features(std::string_view text, std::span<const ByteSpan> tokens, std::uint32_t at,
                         const SentenceSoFar& so_far, const SplitWords& words,
                         FeatureList& features) {
  const auto token = [&](std::int64_t place) -> std::string_view {
    const bool is_there = place >= 0 && place < static_cast<std::int64_t>(tokens.size());
    return is_there ? tokens[static_cast<std::size_t>(place)].of(text) : std::string_view();
  };
  const auto here = static_cast<std::int64_t>(at);
  const std::int64_t core = before_closers(text, tokens, at, so_far.first);
  const WordView end = view_word(token(core));
  const WordView before = view_word(token(core - 1));
  const WordView next = view_word(token(here + 1));
  const WordView after = view_word(token(here + 2));
  const std::string_view end_text = token(core);
  const bool has_dot = end_text.size() > 1 && end_text.back() == '.';
  const std::uint64_t abbreviation =
      has_dot           ? 1 + static_cast<std::uint64_t>(dot_kind(end_text, words))
      : end_text == "." ? 8 + static_cast<std::uint64_t>(words.dot_after(token(core - 1)))
                        : 0;
  const auto gap = static_cast<std::uint64_t>(gap_between(text, tokens[at], tokens[at + 1]));
  const auto next_case = static_cast<std::uint64_t>(next.letter_case);
  const std::uint64_t length = bucket(at + 1 - so_far.first);
  const std::uint64_t closers = static_cast<std::uint64_t>(std::min<std::int64_t>(here - core, 2));
  const std::uint64_t inside = so_far.open_quotes * 2 + std::uint64_t{so_far.open_brackets > 0};
  const std::uint64_t mark =
      ends_final(end_text) ? static_cast<unsigned char>(last_byte(end_text)) : std::uint64_t{0};
  const std::uint64_t line =
      gap == static_cast<std::uint64_t>(Gap::kLine) ? 1 + line_bytes(text, tokens[at].end) / 20 : 0;
  std::uint64_t kind = 800;
  const auto add = [&](auto... values) { features.add(feature(kind++, values...)); };
  features.clear();
  add(mark);
  add(mark, gap, next_case);
  add(mark, gap, next.shape);
  add(mark, gap, next.shape, closers * 8 + inside);
  add(mark, next.lower);
  add(mark, next.exact);
  add(mark, next.exact, gap);
  add(mark, end.shape, next.shape);
  add(end.lower, next_case, gap);
  add(end.exact);
  add(end.lower, next.lower);
  add(abbreviation, mark, next_case);
  add(abbreviation, mark, next.lower);
  add(abbreviation, mark, next.shape, gap);
  add(mark, before.lower);
  add(mark, before.lower, next.lower);
  add(mark, before.shape, next.shape);
  add(mark, before.shape, gap, next_case);
  add(mark, before.suffixes[2], next_case);
  add(mark, length, gap);
  add(mark, length, next_case, gap);
  add(mark, inside, closers, next_case);
  add(mark, inside, closers, gap);
  add(mark, line, next_case);
  add(mark, line);
  add(mark, next.shape, after.shape);
  add(mark, next.lower, after.lower);
  add(next.lower, after.shape);
  add(mark, closers, token(here) == "\"" ? 1u : token(here) == ")" ? 2u : 0u, gap);
  add(mark, after.lower);
  add(end.suffixes[1], next.shape);
}

namespace {

// The dash that ends a dateline at the start of `tokens`; 0 when there is no dateline.
std::uint32_t dateline_end(std::string_view text, std::span<const ByteSpan> tokens) {
  if (tokens.empty() || !starts_upper(tokens[0].of(text))) return 0;
  const bool shouts = letter_case_of(tokens[0].of(text)) == LetterCase::kUpper;
  bool has_bracket = false;
  const std::size_t end = std::min<std::size_t>(tokens.size(), kDatelineTokensMax);
  for (std::uint32_t i = 1; i < end; ++i) {
    const std::string_view word = tokens[i].of(text);
    has_bracket |= word == ")";
    if (word == "." && !has_bracket && !shouts) return 0;
    if (word == "!" || word == "?" || word == ";") return 0;
    const bool stands_free = gap_between(text, tokens[i - 1], tokens[i]) != Gap::kNone;
    if (is_dash(word) && stands_free) return has_bracket || shouts ? i : 0;
  }
  return 0;
}

}  // namespace

std::vector<TokenSpan> Splitter::sentences_of(std::string_view text,
                                              std::span<const ByteSpan> tokens) const {
  std::vector<TokenSpan> sentences;
  SentenceSoFar so_far;
  FeatureList features;
  const std::uint32_t dateline = dateline_end(text, tokens);
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    step_over(text, tokens[at], so_far);
    bool ends = at + 1 == tokens.size() || at + 1 - so_far.first >= kSentenceTokensMax;
    if (!ends && at >= dateline + (dateline > 0) && may_end_after(text, tokens, at, words_)) {
      gather_end_features(text, tokens, at, so_far, words_, features);
      ends = says_yes(ends_, features);
    }
    if (!ends) continue;
    sentences.push_back({so_far.first, at + 1});
    // A quotation may go on over several sentences; a bracket rarely does.
    so_far = {at + 1, so_far.open_quotes, 0};
  }
  return sentences;
}

}  // namespace verbale
