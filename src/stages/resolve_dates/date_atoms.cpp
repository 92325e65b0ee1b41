// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/date_atoms.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::int32_t kYearFirst = 1 << 30;
constexpr std::size_t kWordBytesMax = 24;  // No word of a time expression is longer.
constexpr int kNumberMax = 100000000;

// A number of up to `digits_max` digits at `at`; moves `at` behind it. -1 for none.
int read_digits(std::string_view text, std::size_t& at, std::size_t end, int digits_max) {
  int value = 0, digits = 0;
  while (at < end && is_digit(text[at]) && digits < digits_max) {
    value = value * 10 + (text[at] - '0');
    ++at;
    ++digits;
  }
  return digits == 0 ? -1 : value;
}

// A date in numbers that starts here; moves `at` behind it.
std::optional<NumericDate> read_numeric_date(std::string_view text, std::size_t& at,
                                             std::size_t end) {
  std::size_t to = at;
  const std::size_t start = to;
  NumericDate date;
  const int a = read_digits(text, to, end, 4);
  const std::size_t a_digits = to - start;
  if (to >= end) return std::nullopt;
  const char mark = text[to];
  if (mark != '/' && mark != '-' && mark != '.') return std::nullopt;
  std::size_t begin = ++to;
  const int b = read_digits(text, to, end, 2);
  if (b < 0 || to - begin > 2 || to >= end || text[to] != mark) return std::nullopt;
  begin = ++to;
  const int c = read_digits(text, to, end, 4);
  const std::size_t c_digits = to - begin;
  if (c < 0 || (to < end && is_digit(text[to]))) return std::nullopt;
  if (a_digits == 4 && c_digits <= 2) {
    date = {true, b, c, a};
  } else if (a_digits <= 2 && (c_digits == 4 || (c_digits == 2 && mark == '/'))) {
    date = {false, a, b, c_digits == 4 ? c : c + (c < 50 ? 2000 : 1900)};
  } else {
    return std::nullopt;
  }
  const auto fits = [](int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  };
  if (date.year < 1000 || date.year > 2200) return std::nullopt;
  if (!fits(date.first, date.second) && (date.year_first || !fits(date.second, date.first))) {
    return std::nullopt;
  }
  if (date.year_first && to < end && text[to] == 'T') {  // The time of an instant.
    while (to < end && (is_digit(text[to]) ||
                        std::string_view("T:+-Z.").find(text[to]) != std::string_view::npos)) {
      ++to;
    }
  }
  at = to;
  return date;
}

void read_number(std::string_view text, std::size_t end, DateAtom& atom) {
  std::size_t at = atom.span.begin;
  if (const auto date = read_numeric_date(text, at, end)) {
    atom.form = DateAtom::Form::kNumericDate;
    atom.value = pack_numeric_date(*date);
    atom.span.end = static_cast<std::uint32_t>(at);
    return;
  }
  at = atom.span.begin;
  std::int64_t value = 0;
  int digits = 0;
  while (at < end && is_digit(text[at])) {
    value = std::min<std::int64_t>(value * 10 + (text[at] - '0'), kNumberMax);
    ++digits;
    ++at;
    // 12,000
    if (at + 3 < end && text[at] == ',' && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
        is_digit(text[at + 3]) && (at + 4 >= end || !is_digit(text[at + 4]))) {
      ++at;
      digits = 9;
    }
  }
  if (digits <= 2 && value < 25 && at + 2 < end && text[at] == ':' && is_digit(text[at + 1]) &&
      is_digit(text[at + 2])) {
    std::size_t minute_at = at + 1;
    const int minute = read_digits(text, minute_at, end, 2);
    if (minute < 60) {
      atom.form = DateAtom::Form::kClockTime;
      atom.value = static_cast<std::int32_t>(value) * 60 + minute;
      at = minute_at;
      if (at + 2 < end && text[at] == ':' && is_digit(text[at + 1])) at += 3;
      atom.span.end = static_cast<std::uint32_t>(std::min(at, end));
      return;
    }
  }
  atom.form = DateAtom::Form::kNumber;
  atom.value = static_cast<std::int32_t>(value);
  atom.digits = static_cast<std::uint8_t>(std::min(digits, 9));
  atom.span.end = static_cast<std::uint32_t>(at);
  if (at + 1 < end && text[at] == '.' && is_digit(text[at + 1])) {  // 2.5 is no number of days.
    while (at < end && (is_digit(text[at]) || text[at] == '.')) ++at;
    if (text[at - 1] == '.') --at;
    atom.form = DateAtom::Form::kSign;
    atom.span.end = static_cast<std::uint32_t>(at);
  }
}

bool is_word_byte(char c) {
  return is_ascii_lower(c) || is_ascii_upper(c) || static_cast<unsigned char>(c) >= 0xC3;
}

// Signs that stand for the plain one in the data.
bool is_curly_apostrophe(std::string_view bytes) {
  return bytes == "\u2019" || bytes == "\u2018";
}

const DateWords::Word* find_word(std::string_view bytes, const DateWords& words) {
  if (bytes.size() > kWordBytesMax) return nullptr;
  char lower[kWordBytesMax];
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    lower[i] = is_ascii_upper(bytes[i]) ? static_cast<char>(bytes[i] - 'A' + 'a') : bytes[i];
  }
  return words.find({lower, bytes.size()});
}

}  // namespace

std::int32_t pack_numeric_date(const NumericDate& date) {
  return (date.year_first ? kYearFirst : 0) | date.year << 14 | date.first << 7 | date.second;
}

NumericDate unpack_numeric_date(std::int32_t value) {
  return {(value & kYearFirst) != 0, value >> 7 & 0x7F, value & 0x7F, value >> 14 & 0xFFFF};
}

bool cut_date_atoms(std::string_view text, ByteSpan sentence, const DateWords& words,
                    std::vector<DateAtom>& atoms) {
  atoms.clear();
  bool promising = false;
  std::size_t at = sentence.begin;
  const std::size_t end = sentence.end;
  bool after_space = true;
  while (at < end) {
    const char c = text[at];
    const bool no_break_space = c == '\xC2' && at + 1 < end && text[at + 1] == '\xA0';
    if (is_space(c) || no_break_space) {
      at += no_break_space ? 2 : 1;
      after_space = true;
      continue;
    }
    DateAtom atom;
    atom.span.begin = static_cast<std::uint32_t>(at);
    atom.is_glued = !after_space;
    after_space = false;
    if (is_digit(c)) {
      read_number(text, end, atom);
      atom.word = find_word(atom.span.of(text), words);
      promising = true;
    } else if (is_word_byte(c)) {
      std::size_t to = at;
      while (to < end &&
             (is_word_byte(text[to]) || (static_cast<unsigned char>(text[to]) >= 0x80 &&
                                         static_cast<unsigned char>(text[to]) < 0xC0))) {
        if (text.substr(to, 2) == "\xE2\x80") break;  // Dashes and quotation marks.
        to += 1;
      }
      if (to == at) {
        to = at + std::min<std::size_t>(3, end - at);
        atom.form = DateAtom::Form::kSign;
        const std::string_view sign = text.substr(at, to - at);
        atom.word = words.find(is_curly_apostrophe(sign) ? "'" : sign);
      } else {
        atom.form = DateAtom::Form::kWord;
        atom.is_capital = is_ascii_upper(c);
        atom.word = find_word(text.substr(at, to - at), words);
        promising = promising || (atom.word != nullptr && !atom.word->lexemes.empty());
      }
      atom.span.end = static_cast<std::uint32_t>(to);
    } else {
      const std::size_t bytes = c == '\xC2' && at + 1 < end ? 2 : 1;
      atom.span.end = static_cast<std::uint32_t>(at + bytes);
      atom.word = words.find(text.substr(at, bytes));
    }
    at = atom.span.end;
    atoms.push_back(atom);
  }
  return promising;
}

namespace {

class AtomReader {
 public:
  AtomReader(std::string_view text, const std::vector<DateAtom>& atoms, DateReadings& readings)
      : text_(text), atoms_(atoms), out_(readings) {}

  void read() {
    out_.all.clear();
    out_.first.clear();
    for (std::uint32_t i = 0; i < atoms_.size(); ++i) {
      out_.first.push_back(static_cast<std::uint32_t>(out_.all.size()));
      switch (atoms_[i].form) {
        case DateAtom::Form::kWord:
        case DateAtom::Form::kSign:
          read_word(i);
          break;
        case DateAtom::Form::kNumber:
          read_digits_atom(i);
          break;
        case DateAtom::Form::kNumericDate:
          add(DateClass::kNumericDate, atoms_[i].value, i + 1);
          break;
        case DateAtom::Form::kClockTime:
          add(DateClass::kClockTime, atoms_[i].value, i + 1);
          break;
      }
    }
    out_.first.push_back(static_cast<std::uint32_t>(out_.all.size()));
  }

 private:
  void add(DateClass kind, int value, std::uint32_t end, bool is_weak = false) {
    out_.all.push_back({kind, is_weak, value, end});
  }

  bool follows(std::uint32_t at, const std::vector<std::uint32_t>& rest) const {
    if (at + rest.size() > atoms_.size()) return false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const DateAtom& atom = atoms_[at + i];
      if (atom.word == nullptr || atom.word->id != rest[i]) return false;
    }
    return true;
  }

  void read_word(std::uint32_t i) {
    const DateAtom& atom = atoms_[i];
    if (atom.word == nullptr) return;
    for (const DateLexeme& lexeme : atom.word->lexemes) {
      if (lexeme.needs_name && !atom.is_capital && !holds_capital(i + 1, lexeme)) continue;
      if (!follows(i + 1, lexeme.rest)) continue;
      const auto end = static_cast<std::uint32_t>(i + 1 + lexeme.rest.size());
      if (lexeme.kind == DateClass::kNumber || lexeme.kind == DateClass::kTens) {
        read_number_words(lexeme, end);
      } else if (lexeme.kind == DateClass::kScale) {
        continue;
      } else {
        add(lexeme.kind, lexeme.value, end, lexeme.is_weak);
      }
    }
  }

  // "the Cold War": the article needs no capital when what follows has one.
  bool holds_capital(std::uint32_t at, const DateLexeme& lexeme) const {
    return !lexeme.rest.empty() && at < atoms_.size() && atoms_[at].is_capital;
  }

  const DateLexeme* lexeme_of(std::uint32_t i, DateClass kind) const {
    if (i >= atoms_.size() || atoms_[i].word == nullptr) return nullptr;
    for (const DateLexeme& lexeme : atoms_[i].word->lexemes) {
      if (lexeme.kind == kind && lexeme.rest.empty()) return &lexeme;
    }
    return nullptr;
  }

  // The ones of "twenty-five", whose atom would be `end`; moves `end` behind them. 0 for none.
  int read_ones(std::uint32_t& end) const {
    const bool dash = end < atoms_.size() && text_[atoms_[end].span.begin] == '-';
    const DateLexeme* ones = lexeme_of(end + (dash ? 1 : 0), DateClass::kNumber);
    if (ones == nullptr || ones->value <= 0 || ones->value >= 10) return 0;
    end += dash ? 2 : 1;
    return ones->value;
  }

  // "twenty-five", "two hundred", "nineteen ninety-six".
  void read_number_words(const DateLexeme& lexeme, std::uint32_t end) {
    int value = lexeme.value;
    if (lexeme.kind == DateClass::kTens) {
      const DateLexeme* last = lexeme_of(end, DateClass::kOrdinal);  // "twenty second"
      if (last != nullptr && last->value < 10) {
        add(DateClass::kOrdinal, value + last->value, end + 1);
        return;
      }
      value += read_ones(end);
    }
    const DateLexeme* tens = lexeme_of(end, DateClass::kTens);
    if (tens != nullptr && value >= 15 && value <= 20) {
      std::uint32_t year_end = end + 1;
      const int year = value * 100 + tens->value + read_ones(year_end);
      add(DateClass::kYear, year, year_end);
      return;
    }
    if (const DateLexeme* scale = lexeme_of(end, DateClass::kScale)) {
      value = static_cast<int>(
          std::min<std::int64_t>(static_cast<std::int64_t>(value) * scale->value, kNumberMax));
      ++end;
    }
    add(DateClass::kNumber, value, end);
  }

  bool has_money_sign_before(std::uint32_t i) const {
    if (i == 0 || !atoms_[i].is_glued) return false;
    const std::string_view sign = atoms_[i - 1].span.of(text_);
    return sign == "$" || sign == "€" || sign == "¥" || sign == "#" || sign == "£";
  }

  // Letters glued to digits: "3rd", "1990s". The atom after them, or 0.
  std::uint32_t suffix_end(std::uint32_t i, DateClass kind) const {
    if (i + 1 >= atoms_.size() || !atoms_[i + 1].is_glued || atoms_[i + 1].word == nullptr)
      return 0;
    for (const DateLexeme& lexeme : atoms_[i + 1].word->lexemes) {
      if (lexeme.kind == kind && follows(i + 2, lexeme.rest)) {
        return static_cast<std::uint32_t>(i + 2 + lexeme.rest.size());
      }
    }
    return 0;
  }

  void read_digits_atom(std::uint32_t i) {
    const DateAtom& atom = atoms_[i];
    if (has_money_sign_before(i)) return;
    if (const std::uint32_t end = suffix_end(i, DateClass::kOrdinalSuffix)) {
      add(DateClass::kOrdinal, atom.value, end);
      return;
    }
    read_word(i);
    const bool is_four = atom.digits == 4;
    if (const std::uint32_t end = suffix_end(i, DateClass::kPluralSuffix);
        end != 0 && atom.value % 10 == 0) {
      if (is_four && atom.value >= 1000 && atom.value < 2200) {
        add(DateClass::kDecade, atom.value, end);
      } else if (atom.digits == 2 && atom.value >= 10) {
        add(DateClass::kDecade, 1900 + atom.value, end);
      }
    }
    // "Q3", "1Q" and "9/11" are words of the data that hold digits.
    const bool glued_letters = i + 1 < atoms_.size() && atoms_[i + 1].is_glued &&
                               atoms_[i + 1].form == DateAtom::Form::kWord;
    if (glued_letters && suffix_end(i, DateClass::kPluralSuffix) == 0) {
      const bool is_unit = lexeme_of(i + 1, DateClass::kMeridiem) != nullptr ||
                           lexeme_of(i + 1, DateClass::kZone) != nullptr;
      if (is_unit) add(DateClass::kNumber, atom.value, i + 1);
      return;
    }
    if (atom.digits <= 2 && atom.value >= 1 && atom.value <= 31) {
      add(DateClass::kDay, atom.value, i + 1);
    }
    if (is_four && atom.value >= 1500 && atom.value < 2150)
      add(DateClass::kYear, atom.value, i + 1);
    const DateLexeme* scale = lexeme_of(i + 1, DateClass::kScale);
    add(DateClass::kNumber, scale == nullptr ? atom.value : kNumberMax,
        scale == nullptr ? i + 1 : i + 2);
  }

  std::string_view text_;
  const std::vector<DateAtom>& atoms_;
  DateReadings& out_;
};

}  // namespace

const DateReading* DateReadings::ending_at(std::uint32_t end, DateClass kind) const {
  const std::uint32_t back_max = 4;
  for (std::uint32_t back = 1; back <= back_max && back <= end; ++back) {
    for (const DateReading& reading : at(end - back)) {
      if (reading.kind == kind && reading.end == end) return &reading;
    }
  }
  return nullptr;
}

void read_atoms(std::string_view text, const std::vector<DateAtom>& atoms, DateReadings& readings) {
  AtomReader(text, atoms, readings).read();
}

}  // namespace verbale
