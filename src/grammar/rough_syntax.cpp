// SPDX-License-Identifier: Apache-2.0
#include "grammar/rough_syntax.h"

#include "core/utf8.h"

namespace verbale {
namespace {

bool is_word_byte(char c) {
  return is_digit(c) || is_ascii_lower(c) || is_ascii_upper(c) ||
         static_cast<unsigned char>(c) >= 0xC3;
}

// The end of the token that starts at `at`.
std::size_t token_end(std::string_view text, std::size_t at) {
  for (const std::string_view possessive : {"'s", "’s"}) {
    const std::size_t end = at + possessive.size();
    if (text.substr(at, possessive.size()) == possessive &&
        (end == text.size() || !is_word_byte(text[end]))) {
      return end;
    }
  }
  if (!is_word_byte(text[at]) || text.substr(at, 2) == "\xE2\x80") {
    return at + decode_at(text, at).bytes;
  }
  std::size_t end = at;
  while (end < text.size() && text.substr(end, 2) != "\xE2\x80" &&
         (is_word_byte(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) {
    ++end;
  }
  // Single letters keep their stops: "U.S.", "a.m.".
  while (end - at >= 1 && end < text.size() && text[end] == '.' &&
         (end - at == 1 || text[end - 2] == '.') && is_ascii_upper(text[at])) {
    ++end;
    if (end < text.size() && is_ascii_upper(text[end])) ++end;
  }
  return end;
}

bool ends_sentence(std::string_view text, ByteSpan token) {
  const std::string_view word = token.of(text);
  if (word != "." && word != "?" && word != "!") return false;
  const std::size_t next = token.end;
  if (next + 1 >= text.size()) return true;
  if (!is_space(text[next])) return false;
  // "Oct. 5" and "Gen. Lee": a short capitalised word before the stop.
  std::size_t begin = token.begin;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  const std::size_t letters = token.begin - begin;
  const bool is_short =
      letters == 1 || (letters > 0 && letters <= 4 && is_ascii_upper(text[begin]));
  return !(word == "." && is_short);
}

}  // namespace

Syntax rough_syntax(std::string_view text) {
  Syntax syntax;
  Sentence sentence;
  const auto close = [&] {
    sentence.tokens.end = static_cast<std::uint32_t>(syntax.tokens.size());
    sentence.parsed = false;
    if (!sentence.tokens.empty()) {
      sentence.span = {syntax.tokens[sentence.tokens.begin].span.begin,
                       syntax.tokens.back().span.end};
      syntax.sentences.push_back(sentence);
    }
    sentence.tokens.begin = sentence.tokens.end;
  };
  int breaks = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      breaks += text[at] == '\n' ? 1 : 0;
      ++at;
      continue;
    }
    if (breaks >= 2) close();
    breaks = 0;
    const std::size_t end = token_end(text, at);
    Token token;
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    syntax.tokens.push_back(token);
    syntax.lemmas.push_back(lower_case(token.span.of(text)));
    if (ends_sentence(text, token.span)) close();
    at = end;
  }
  close();
  return syntax;
}

}  // namespace verbale
