// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/hash.h"
#include "core/utf8.h"
#include "stages/split_text/splitter.h"

namespace verbale {
namespace {

enum class CharKind : std::uint8_t { kLetter, kDigit, kOther };

// Spaces of Unicode beyond ASCII: no-break, en, em, thin, ideographic …, and the byte order mark.
bool is_wide_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x85;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`';
}

CharKind kind_of(char32_t c) {
  if (c >= '0' && c <= '9') return CharKind::kDigit;
  if (is_letter(c)) return CharKind::kLetter;
  // Letters of scripts that nobody knows here stay together.
  if (c >= 0x300 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c != 0xFFFD &&
      !(c >= 0xFF00 && c <= 0xFF0F) && c < 0x1F000) {
    return CharKind::kLetter;
  }
  return CharKind::kOther;
}

bool is_n(char32_t c) {
  return c == 'n' || c == 'N';
}
bool is_t(char32_t c) {
  return c == 't' || c == 'T';
}

// Code points around a place; 0 beyond the chunk.
struct Around {
  std::array<char32_t, 4> before{};  // Nearest first.
  std::array<char32_t, 4> after{};
};

Around around(std::string_view chunk, std::uint32_t place) {
  Around found;
  std::size_t at = place;
  for (char32_t& c : found.after) {
    if (at >= chunk.size()) break;
    const CodePoint point = decode_at(chunk, at);
    c = point.value;
    at += point.bytes;
  }
  at = place;
  for (char32_t& c : found.before) {
    if (at == 0) break;
    std::size_t start = at - 1;
    // A broken sequence is read byte by byte, as when walking forward.
    while (start > 0 && at - start < 4 && decode_at(chunk, start).bytes != at - start) --start;
    if (decode_at(chunk, start).bytes != at - start) start = at - 1;
    c = decode_at(chunk, start).value;
    at = start;
  }
  return found;
}

std::uint64_t kind_number(char32_t c) {
  if (c == 0) return 9;
  if (c == '0' || kind_of(c) == CharKind::kDigit) return 1;
  if (kind_of(c) == CharKind::kLetter) return is_upper(c) ? 2 : 3;
  return 16 + c;
}

// The letters and digits that touch a place from the left or from the right.
std::string_view run_before(std::string_view chunk, std::uint32_t place) {
  std::size_t begin = place;
  const auto is_part = [](char c) {
    return is_ascii_upper(c) || is_ascii_lower(c) || is_digit(c) ||
           static_cast<unsigned char>(c) >= 0xC3;
  };
  while (begin > 0 && place - begin < 40 &&
         (is_part(chunk[begin - 1]) ||
          (static_cast<unsigned char>(chunk[begin - 1]) & 0xC0) == 0x80)) {
    --begin;
  }
  return chunk.substr(begin, place - begin);
}

std::string_view run_after(std::string_view chunk, std::uint32_t place) {
  std::size_t end = place;
  while (end < chunk.size() && end - place < 40) {
    const char c = chunk[end];
    if (!is_ascii_upper(c) && !is_ascii_lower(c) && !is_digit(c) &&
        static_cast<unsigned char>(c) < 0x80) {
      break;
    }
    ++end;
  }
  return chunk.substr(place, end - place);
}

std::uint64_t lower_hash(std::string_view word) {
  return hash64(lower_case(word.substr(0, 64)));
}

}  // namespace

std::optional<DotKind> dot_kind_of(std::string_view name) {
  if (name == "unsure") return DotKind::kUnsure;
  if (name == "word") return DotKind::kWord;
  if (name == "title") return DotKind::kTitle;
  return std::nullopt;
}

DotKind SplitWords::dot_after(std::string_view word) const {
  const std::uint16_t kind = abbreviations_.find(abbreviation_key(word)).value_or(0);
  return kind <= static_cast<std::uint16_t>(DotKind::kTitle) ? static_cast<DotKind>(kind)
                                                             : DotKind::kNone;
}

std::size_t SplitWords::cut_of(std::string_view word) const {
  const std::size_t cut = contractions_.find(contraction_key(word)).value_or(0);
  return cut < word.size() ? cut : 0;
}

std::uint64_t SplitWords::abbreviation_key(std::string_view word) {
  return hash64(word.substr(0, 64));
}

std::uint64_t SplitWords::contraction_key(std::string_view word) {
  return lower_hash(word);
}

std::vector<ByteSpan> chunks_of(std::string_view text) {
  std::vector<ByteSpan> chunks;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t begin = 0;
  bool inside = false;
  for (std::uint32_t at = 0; at < size;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::uint32_t bytes = 1;
    bool space = is_space(text[at]);
    if (byte >= 0x80) {
      const CodePoint point = decode_at(text, at);
      bytes = point.bytes;
      space = is_wide_space(point.value);
    }
    const bool too_long = inside && at - begin >= kChunkBytesMax;
    if (inside && (space || too_long)) chunks.push_back({begin, at});
    if (!space && (!inside || too_long)) begin = at;
    inside = !space;
    at += bytes;
  }
  if (inside) chunks.push_back({begin, size});
  return chunks;
}

std::vector<std::uint32_t> places_in(std::string_view chunk, const SplitWords& words) {
  std::vector<std::uint32_t> places;
  char32_t before = 0;
  std::size_t cut = 0;  // "can|not"
  for (std::size_t at = 0; at < chunk.size();) {
    const CodePoint point = decode_at(chunk, at);
    const CharKind left = kind_of(before);
    const CharKind right = kind_of(point.value);
    if (right == CharKind::kLetter && (at == 0 || left != CharKind::kLetter)) {
      const std::size_t in_run = words.cut_of(run_after(chunk, static_cast<std::uint32_t>(at)));
      cut = in_run > 0 ? at + in_run : 0;
    }
    bool may_part = left != right || left == CharKind::kOther || (cut > 0 && at == cut);
    // "do|n't": another place between two letters.
    if (left == CharKind::kLetter && is_n(point.value)) {
      const Around next = around(chunk, static_cast<std::uint32_t>(at));
      may_part |= is_apostrophe(next.after[1]) && is_t(next.after[2]);
    }
    if (at > 0 && may_part) places.push_back(static_cast<std::uint32_t>(at));
    before = point.value;
    at += point.bytes;
  }
  return places;
}

bool keeps_dot(std::string_view chunk, std::uint32_t begin, std::uint32_t place,
               const SplitWords& words) {
  if (chunk[place] != '.' || place - begin > 8) return false;
  return words.dot_after(chunk.substr(begin, place - begin)) == DotKind::kTitle;
}

namespace {

std::uint64_t next_kind(std::string_view text, ByteSpan chunk) {
  std::size_t at = chunk.end;
  int lines = 0;
  while (at < text.size() && is_space(text[at])) lines += text[at++] == '\n';
  if (at >= text.size() || lines > 1) return 0;
  if (at == chunk.end) return 5;
  const char32_t c = decode_at(text, at).value;
  if (kind_of(c) == CharKind::kDigit) return 1;
  if (kind_of(c) == CharKind::kLetter) return is_upper(c) ? 2 : 3;
  return 4;
}

std::uint64_t address_kind(std::string_view chunk) {
  const auto holds = [&](std::string_view part) {
    return chunk.find(part) != std::string_view::npos;
  };
  if (holds("@")) return 1;
  return holds("://") || holds("www.") ? 2 : 0;
}

}  // namespace

ChunkFacts facts_of(std::string_view text, ByteSpan chunk) {
  const std::string_view bytes = chunk.of(text);
  const auto dashes = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '-'));
  return {bytes, next_kind(text, chunk), std::min<std::uint64_t>(dashes, 3), address_kind(bytes),
          lower_hash(bytes)};
}

void gather_cut_features(const CutPlace& cut, const SplitWords& words, FeatureList& features) {
  const std::string_view chunk = cut.chunk.text;
  const std::uint32_t place = cut.place;
  const std::uint64_t next = cut.chunk.next;
  const Around near = around(chunk, place);
  const auto l = [&](std::size_t i) { return kind_number(near.before[i]); };
  const auto r = [&](std::size_t i) { return kind_number(near.after[i]); };
  const std::string_view left = run_before(chunk, place);
  const std::string_view right = run_after(chunk, place);
  const std::string_view word = chunk.substr(cut.begin, place - cut.begin);
  const std::uint64_t left_hash = lower_hash(left);
  const std::uint64_t right_hash = lower_hash(right);
  const std::uint64_t word_hash = lower_hash(word);
  const std::uint64_t rest_hash = lower_hash(chunk.substr(place));
  const bool dot_after = place < chunk.size() && chunk[place] == '.';
  const std::uint64_t abbreviation =
      dot_after ? 1 + static_cast<std::uint64_t>(words.dot_after(word)) : 0;
  const std::uint64_t ends = place + run_after(chunk, place).size() >= chunk.size();
  const std::uint64_t is_word_start = left.size() == word.size();
  std::uint64_t kind = 700;
  const auto add = [&](auto... values) { features.add(feature(kind++, values...)); };
  features.clear();
  add(0);
  add(l(0), r(0));
  add(l(0), r(0), cut.chunk.address);
  add(l(0), r(0), ends, is_word_start);
  add(l(1), l(0), r(0));
  add(l(0), r(0), r(1));
  add(l(1), l(0), r(0), r(1));
  add(l(2), l(1), l(0), r(0));
  add(l(0), r(0), r(1), r(2));
  add(mix_feature(mix_feature(l(3), l(2)), l(1)), l(0), r(0), r(1));
  add(mix_feature(mix_feature(r(3), r(2)), r(1)), r(0), l(0), l(1));
  add(left_hash, r(0));
  add(left_hash, r(0), r(1));
  add(right_hash, l(0));
  add(right_hash, l(0), l(1));
  add(left_hash, right_hash);
  add(word_hash, r(0));
  add(word_hash, r(0), rest_hash);
  add(rest_hash, l(0));
  add(rest_hash);
  add(cut.chunk.hash, place);
  add(abbreviation, r(1));
  add(abbreviation, r(1), l(1));
  // "at 9 p.m. on" but "at 9 p.m" + "." at the end of a sentence.
  add(abbreviation, r(1), next);
  add(abbreviation, word_hash, next);
  add(l(0), r(0), ends, next);
  add(l(0), r(0), std::min<std::size_t>(left.size(), 6), std::min<std::size_t>(right.size(), 6));
  add(l(0), r(0), cut.chunk.dashes, cut.chunk.address);
  add(l(0), r(0), std::min<std::size_t>(word.size(), 6));
  add(l(0), r(0), std::uint64_t{place == 1}, std::uint64_t{place + 1 == chunk.size()});
}

}  // namespace verbale
