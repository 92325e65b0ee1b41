// SPDX-License-Identifier: Apache-2.0
#include "lexicon/line_pattern.h"

#include <algorithm>
#include <charconv>

#include "core/utf8.h"
#include "formats/records.h"

namespace verbale {
namespace {

constexpr std::size_t kRunMax = 1000;
constexpr std::size_t kNamesMax = 14;
constexpr std::size_t kWhenMax = 24;

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019';
}

bool is_word_part(char32_t c) {
  return is_letter(c) || (c < 0x80 && is_digit(static_cast<char>(c)));
}

std::string plain_lower(std::string_view word) {
  std::string lowered = lower_case(word);
  for (std::size_t at = lowered.find("\u2019"); at != std::string::npos;
       at = lowered.find("\u2019", at)) {
    lowered.replace(at, 3, "'");
  }
  return lowered;
}

// White space in a line, the no-break and narrow ones included.
bool is_blank(char32_t c) {
  return (c < 0x80 && is_space(static_cast<char>(c))) || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

// One past the phrase that starts at token `at`; npos when it does not stand there. Punctuation
// between its words does not count.
std::size_t phrase_end(const std::vector<LineToken>& line, const std::vector<std::uint32_t>& phrase,
                       std::size_t at) {
  for (std::uint32_t word : phrase) {
    while (at < line.size() && line[at].is_punctuation && line[at].word != word) ++at;
    if (at == line.size() || line[at].word != word) return std::string_view::npos;
    ++at;
  }
  return at;
}

}  // namespace

std::uint32_t LineWords::intern(std::string_view word) {
  const auto next = static_cast<std::uint32_t>(ids_.size() + 1);
  return ids_.emplace(plain_lower(word), next).first->second;
}

std::uint32_t LineWords::find(std::string_view lower_case_word) const {
  const auto found = ids_.find(lower_case_word);
  return found == ids_.end() ? 0 : found->second;
}

std::vector<LineToken> LineWords::tokens_of(std::string_view line) const {
  std::vector<LineToken> tokens;
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint first = decode_at(line, at);
    std::size_t end = at + first.bytes;
    if (is_blank(first.value)) {
      at = end;
      continue;
    }
    const bool is_word = is_word_part(first.value);
    while (is_word && end < line.size()) {
      const CodePoint c = decode_at(line, end);
      const bool joins = is_apostrophe(c.value) && end + c.bytes < line.size() &&
                         is_letter(decode_at(line, end + c.bytes).value);
      if (!is_word_part(c.value) && !joins) break;
      end += c.bytes;
    }
    LineToken token;
    token.text = line.substr(at, end - at);
    token.word = find(plain_lower(token.text));
    token.is_punctuation = !is_word;
    token.is_number = is_digit(line[at]);
    token.is_capitalised = is_word && is_upper(first.value);
    tokens.push_back(token);
    at = end;
  }
  return tokens;
}

Result<LinePattern::Atom> LinePattern::atom_of(std::string_view text, LineWords& words,
                                               const LineSlots& slots) {
  Atom atom;
  if (text.starts_with('*')) {
    atom.kind = Kind::kAny;
    atom.tokens_max = kRunMax;
    const std::string_view count = text.substr(1);
    if (count.empty()) return atom;
    const auto [end, error] =
        std::from_chars(count.data(), count.data() + count.size(), atom.tokens_max);
    if (error == std::errc() && end == count.data() + count.size()) return atom;
    return Error{"", "'" + std::string(text) + "' is no gap", "write '*' or '*5'"};
  }
  if (text.starts_with('<') && (text.ends_with('>') || text.ends_with(">+"))) {
    atom.repeats = text.ends_with('+');
    if (atom.repeats) text.remove_suffix(1);
    const std::string slot(text.substr(1, text.size() - 2));
    atom.tokens_max = kRunMax;
    if (slot == "names") {
      atom.kind = Kind::kNames;
      atom.tokens_max = kNamesMax;
    } else if (slot == "when") {
      atom.kind = Kind::kWhen;
      atom.tokens_max = kWhenMax;
    } else if (slot == "number") {
      atom.kind = Kind::kNumber;
      atom.tokens_max = 3;
    } else if (slot == "capitals") {
      atom.kind = Kind::kCapitals;
    } else if (slot == "title") {
      atom.kind = Kind::kTitle;
    } else if (slots.phrases.contains(slot)) {
      atom.kind = Kind::kPhrase;
      atom.slot = slot;
    } else {
      return Error{"", "no slot " + std::string(text),
                   "known: <names> <when> <number> <capitals> <title>, and the slots of words.rec"};
    }
    return atom;
  }
  if (text.find_first_of("<>[]") != std::string_view::npos) {
    return Error{"", "'" + std::string(text) + "' mixes words with slots or brackets",
                 "part them by spaces; a slot is no alternative to a word"};
  }
  for (std::string_view alternative : split_list(text, '|')) {
    std::vector<std::uint32_t> phrase;
    for (std::string_view part : split_list(alternative, '_')) {
      for (const LineToken& token : words.tokens_of(part))
        phrase.push_back(words.intern(token.text));
    }
    if (phrase.empty()) continue;
    const std::size_t first_word = words.tokens_of(alternative).front().text.size();
    atom.shortest_word = std::min(atom.shortest_word, first_word);
    atom.alternatives.push_back(std::move(phrase));
  }
  if (atom.alternatives.empty()) {
    return Error{"", "'" + std::string(text) + "' holds no word", ""};
  }
  return atom;
}

Result<LinePattern> LinePattern::parse(std::string_view text, LineWords& words,
                                       const LineSlots& slots) {
  LinePattern pattern;
  std::vector<std::size_t> open;
  for (std::string_view part : split_list(text, ' ')) {
    while (part.starts_with('[')) {
      open.push_back(pattern.atoms_.size());
      part.remove_prefix(1);
    }
    std::size_t closing = 0;
    while (part.ends_with(']')) {
      ++closing;
      part.remove_suffix(1);
    }
    auto atom = atom_of(part, words, slots);
    if (!atom.ok()) return atom.error();
    pattern.atoms_.push_back(atom.take());
    if (closing > open.size()) return Error{"", "']' without '['", ""};
    for (; closing > 0; --closing) {
      Atom& first = pattern.atoms_[open.back()];
      first.skip = std::max(first.skip, pattern.atoms_.size() - open.back());
      open.pop_back();
    }
  }
  if (!open.empty()) return Error{"", "'[' without ']'", ""};
  if (pattern.atoms_.empty()) return Error{"", "the pattern is empty", ""};
  pattern.choose_key_words();
  return pattern;
}

// The words of the atom that cannot be left out and is the most telling: the one whose shortest
// word is the longest.
void LinePattern::choose_key_words() {
  std::size_t optional_until = 0;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    optional_until = std::max(optional_until, i + atoms_[i].skip);
    if (i < optional_until || atoms_[i].kind != Kind::kWords) continue;
    if (atoms_[i].shortest_word <= longest) continue;
    longest = atoms_[i].shortest_word;
    key_words_.clear();
    for (const auto& phrase : atoms_[i].alternatives) key_words_.push_back(phrase.front());
  }
  std::sort(key_words_.begin(), key_words_.end());
}

// Whether one of the words that every fitting line holds stands in this one.
bool LinePattern::has_key_word(const std::vector<LineToken>& line) const {
  if (key_words_.empty()) return true;
  return std::any_of(line.begin(), line.end(), [this](const LineToken& token) {
    return token.word != 0 && std::binary_search(key_words_.begin(), key_words_.end(), token.word);
  });
}

bool LinePattern::may_run(Kind kind, const LineToken& token, const LineSlots& slots) {
  const auto knows = [&token](const std::vector<bool>& set) {
    return token.word < set.size() && set[token.word];
  };
  switch (kind) {
    case Kind::kAny:
      return true;
    case Kind::kNames:
      return token.is_capitalised || token.is_punctuation || knows(slots.name_words);
    case Kind::kWhen:
      return token.is_number || token.is_punctuation || knows(slots.when_words);
    case Kind::kNumber:
      return token.is_number || token.is_punctuation;
    case Kind::kCapitals:
      return token.is_punctuation || token.is_number || lower_case(token.text) != token.text;
    case Kind::kTitle:
      return token.is_capitalised || token.is_number || token.is_punctuation;
    case Kind::kWords:
    case Kind::kPhrase:
      break;
  }
  return false;
}

bool LinePattern::proves_run(Kind kind, const LineToken& token) {
  if (kind == Kind::kNames) return token.is_capitalised;
  if (kind == Kind::kWhen) return token.is_number;
  return kind == Kind::kAny || !token.is_punctuation;
}

bool LinePattern::fits(const std::vector<LineToken>& line, const LineSlots& slots) const {
  if (!has_key_word(line)) return false;
  const std::size_t size = line.size();
  // reached(i, t): the atoms before i fit the tokens before t.
  const std::size_t columns = size + 1;
  std::vector<char> cells((atoms_.size() + 1) * columns, 0);
  const auto reached = [&cells, columns](std::size_t i, std::size_t t) -> char& {
    return cells[i * columns + t];
  };
  reached(0, 0) = 1;
  for (std::size_t i = 0; i <= atoms_.size(); ++i) {
    // Punctuation that no atom names is passed over.
    for (std::size_t t = 0; t < size; ++t) {
      if (reached(i, t) && line[t].is_punctuation) reached(i, t + 1) = 1;
    }
    if (i == atoms_.size()) break;
    const Atom& atom = atoms_[i];
    bool gap_began = false;
    std::vector<char> repeated(columns, 0);  // Where a further phrase of the slot may start.
    for (std::size_t t = 0; t <= size; ++t) {
      if (repeated[t] && t < size && line[t].is_punctuation) repeated[t + 1] = 1;
      if (!reached(i, t) && !repeated[t]) continue;
      if (atom.skip > 0 && reached(i, t)) reached(i + atom.skip, t) = 1;
      if (atom.kind == Kind::kWords || atom.kind == Kind::kPhrase) {
        const LinePhrases& phrases =
            atom.kind == Kind::kWords ? atom.alternatives : slots.phrases.at(atom.slot);
        for (const auto& phrase : phrases) {
          const std::size_t end = phrase_end(line, phrase, t);
          if (end == std::string_view::npos) continue;
          reached(i + 1, end) = 1;
          if (atom.repeats) repeated[end] = 1;
        }
        continue;
      }
      if (atom.kind == Kind::kAny) reached(i + 1, t) = 1;
      // An unbounded gap reaches everything from its first start on.
      const bool is_unbounded = atom.kind == Kind::kAny && atom.tokens_max == kRunMax;
      if (is_unbounded && gap_began) continue;
      gap_began = is_unbounded;
      bool is_run = false;
      for (std::size_t end = t; end < size && end - t < atom.tokens_max; ++end) {
        if (!may_run(atom.kind, line[end], slots)) break;
        is_run = is_run || proves_run(atom.kind, line[end]);
        if (is_run) reached(i + 1, end + 1) = 1;
      }
    }
  }
  return reached(atoms_.size(), size) != 0;
}

}  // namespace verbale
