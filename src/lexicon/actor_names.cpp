// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actor_names.h"

#include <unicode/unorm2.h>

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

// Letters that Unicode does not take apart, as people write them without the mark.
char32_t plain_letter(char32_t c) {
  switch (c) {
    case U'ø': return U'o';
    case U'Ø': return U'O';
    case U'ł': return U'l';
    case U'Ł': return U'L';
    case U'đ': case U'ð': return U'd';
    case U'Đ': case U'Ð': return U'D';
    case U'ı': return U'i';
    case U'ħ': return U'h';
    case U'ə': return U'a';
    default: return c;
  }
}

// The base letter of an accented one; `c` itself when it has no accent.
char32_t base_letter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return plain_letter(c);
  UChar parts[8];
  const std::int32_t length =
      unorm2_getDecomposition(normalizer, static_cast<UChar32>(c), parts, 8, &status);
  if (U_FAILURE(status) || length < 1) return plain_letter(c);
  // No letter of a name lies beyond the basic plane; such a sign stays as it is.
  return (parts[0] & 0xF800) == 0xD800 ? c : plain_letter(parts[0]);
}

bool is_accent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Appends the shape of one code point that is no ASCII.
void append_shape(std::string& shape, char32_t c) {
  if (c == U'’' || c == U'‘' || c == U'ʼ' || c == U'`') {
    shape += '\'';
  } else if (c >= 0x2010 && c <= 0x2014) {
    shape += '-';
  } else if (c == 0xA0 || c == 0x202F || c == 0x2009) {
    if (!shape.empty() && shape.back() != ' ') shape += ' ';
  } else if (!is_accent(c) && c != 0xAD && c != 0x200B) {
    append_utf8(shape, base_letter(c));
  }
}

bool is_word_byte(char c) {
  return is_digit(c) || is_ascii_upper(c) || is_ascii_lower(c) ||
         static_cast<unsigned char>(c) > 127;
}

// The letters and digits at the start.
std::string_view first_word(std::string_view shape) {
  std::size_t end = 0;
  while (end < shape.size() && is_word_byte(shape[end])) ++end;
  return shape.substr(0, end == 0 ? std::min<std::size_t>(1, shape.size()) : end);
}

bool has_lower(std::string_view shape) {
  return std::any_of(shape.begin(), shape.end(), is_ascii_lower);
}
std::size_t count_upper(std::string_view shape) {
  return static_cast<std::size_t>(std::count_if(shape.begin(), shape.end(), is_ascii_upper));
}

// Whether the text's way of capitals fits the name's. Both shapes are equal but for case.
bool case_fits(std::string_view name, std::string_view text) {
  if (name == text) return true;
  const bool text_is_capitals = !has_lower(text);
  if (text_is_capitals) return count_upper(text) > 1;
  // "Nato" for NATO; short acronyms ("Who", "Pa") are too often other words.
  if (!has_lower(name) && count_upper(name) >= 4 && count_upper(text) == 1) {
    return is_ascii_upper(text.front());
  }
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == text[i]) continue;
    // A headline's "Bank Of Ghana" fits "Bank of Ghana"; "turkey" does not fit "Turkey".
    const bool starts_word = i == 0 || !is_word_byte(name[i - 1]);
    if (!(is_ascii_lower(name[i]) && starts_word)) return false;
  }
  return true;
}

}  // namespace

std::string fold_name(std::string_view text) {
  std::string shape;
  shape.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (is_space(c)) {
        if (!shape.empty() && shape.back() != ' ') shape += ' ';
      } else if (c != '.') {
        shape += c;
      }
      ++at;
      continue;
    }
    const CodePoint point = decode_at(text, at);
    append_shape(shape, point.value);
    at += point.bytes;
  }
  while (!shape.empty() && shape.back() == ' ') shape.pop_back();
  return shape;
}

void NameTable::add(std::string_view name, NameSense sense) {
  std::string shape = fold_name(name);
  if (shape.empty()) return;
  std::string key = lower_case(shape);
  auto& longest = longest_[std::string(first_word(key))];
  longest = std::max(longest, static_cast<std::uint32_t>(key.size()));
  auto& same_key = by_key_[std::move(key)];
  for (std::uint32_t index : same_key) {
    if (names_[index].shape != shape) continue;
    auto& senses = names_[index].senses;
    if (sense.form == NameForm::kName) {
      // "Macron", the surname until now, is enough by itself.
      std::erase_if(senses, [&](const NameSense& other) {
        return other.actor == sense.actor && other.form == NameForm::kSurname;
      });
    }
    const bool known = std::any_of(senses.begin(), senses.end(), [&](const NameSense& other) {
      return other.actor == sense.actor &&
             (other.form == sense.form ||
              (sense.form == NameForm::kSurname && other.form == NameForm::kName));
    });
    if (known) return;
    // Who is known by this name alone comes before those who merely end in it.
    const auto place = sense.form == NameForm::kSurname
                           ? senses.end()
                           : std::find_if(senses.begin(), senses.end(), [](const NameSense& other) {
                               return other.form == NameForm::kSurname;
                             });
    senses.insert(place, sense);
    return;
  }
  same_key.push_back(static_cast<std::uint32_t>(names_.size()));
  names_.push_back({std::move(shape), {sense}});
}

std::span<const NameSense> NameTable::find_folded(std::string_view shape) const {
  const auto found = by_key_.find(lower_case(shape));
  if (found == by_key_.end()) return {};
  // The very case wins over one that merely fits.
  for (std::uint32_t index : found->second) {
    if (names_[index].shape == shape) return names_[index].senses;
  }
  for (std::uint32_t index : found->second) {
    if (case_fits(names_[index].shape, shape)) return names_[index].senses;
  }
  return {};
}

std::span<const NameSense> NameTable::find(std::string_view name) const {
  return find_folded(fold_name(name));
}

NameMatch NameTable::match_at(std::string_view text, const Syntax& syntax, std::uint32_t token,
                              std::uint32_t sentence_end) const {
  NameMatch best{{token, token}, {}};
  const ByteSpan first = syntax.tokens[token].span;
  const std::string start = lower_case(fold_name(first.of(text)));
  const auto longest = longest_.find(first_word(start));
  if (longest == longest_.end()) return best;
  std::size_t size = 0;
  for (std::uint32_t end = token; end < sentence_end; ++end) {
    const ByteSpan bytes{first.begin, syntax.tokens[end].span.end};
    const std::string shape = fold_name(bytes.of(text));
    // Folding may leave bytes out, so a shape too long stays too long.
    if (shape.size() > longest->second) break;
    if (shape.size() == size) continue;  // A full stop adds nothing to a name.
    size = shape.size();
    const auto senses = find_folded(shape);
    if (!senses.empty()) best = {{token, end + 1}, senses};
  }
  return best;
}

std::vector<NameMatch> NameTable::match(std::string_view text, const Syntax& syntax) const {
  std::vector<NameMatch> matches;
  for (const Sentence& sentence : syntax.sentences) {
    for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end;) {
      const NameMatch match = match_at(text, syntax, token, sentence.tokens.end);
      if (match.senses.empty()) {
        ++token;
      } else {
        matches.push_back(match);
        token = match.tokens.end;
      }
    }
  }
  return matches;
}

}  // namespace verbale
