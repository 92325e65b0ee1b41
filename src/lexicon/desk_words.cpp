// SPDX-License-Identifier: Apache-2.0
#include "lexicon/desk_words.h"

#include <algorithm>

#include "core/utf8.h"
#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

// In the order of DeskClass.
constexpr std::array<std::string_view, kDeskClassCount> kNames = {
    "small",       "phrase_ends",     "offers",          "promises",        "ask_nouns",
    "offer_nouns", "deal_nouns",      "withdrawals",     "deadlines",       "measures",
    "kind_asset_freeze", "kind_travel_ban", "kind_arms_embargo", "kind_tariffs", "kind_trade",
    "waiver_words", "temporary_words", "suspension_words", "extension_words", "easing_words",
    "joins",       "infinitive_marks"};

// Alike words share this many letters at least, and differ by so many at their ends at most.
constexpr std::size_t kSharedMin = 4;
constexpr std::size_t kEndingMax = 4;

// Letters, digits, and every byte beyond ASCII but those of quotes and dashes.
bool is_word_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) {
    return is_digit(c) || is_ascii_upper(c) || is_ascii_lower(c);
  }
  const std::string_view three = text.substr(at, 3);
  return three.substr(0, 2) != "\xE2\x80";
}

bool is_inner_mark(char c) { return c == '.' || c == '-' || c == '\''; }

}  // namespace

std::vector<RowWord> split_row_words(std::string_view text) {
  std::vector<RowWord> words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_word_at(text, at)) {
      // The bytes of a quote or dash beyond ASCII go together.
      at += static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (is_word_at(text, end) || (is_inner_mark(text[end]) && end + 1 < text.size() &&
                                      is_word_at(text, end + 1)))) {
      ++end;
    }
    // "U.S." keeps its last point: it ends no sentence.
    const bool is_dotted = text.substr(at, end - at).find('.') != std::string_view::npos;
    if (is_dotted && end < text.size() && text[end] == '.') ++end;
    RowWord word{lower_case(text.substr(at, end - at)), at, end, false};
    word.is_capital = is_upper(decode_at(text, at).value);
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

bool are_alike(std::string_view one, std::string_view other) {
  if (one == other) return true;
  const std::size_t shorter = std::min(one.size(), other.size());
  const std::size_t longer = std::max(one.size(), other.size());
  if (shorter < kSharedMin || longer - shorter > kEndingMax) return false;
  std::size_t shared = 0;
  while (shared < shorter && one[shared] == other[shared]) ++shared;
  return shared >= kSharedMin && shared + 1 >= shorter;
}

bool DeskWords::holds(DeskClass which, std::string_view lower_word) const {
  const List& list = lists_[static_cast<std::size_t>(which)];
  if (list.words.contains(std::string(lower_word))) return true;
  return std::any_of(list.beginnings.begin(), list.beginnings.end(),
                     [&](const std::string& start) { return lower_word.starts_with(start); });
}

bool DeskWords::any(DeskClass which, const std::vector<RowWord>& words) const {
  return std::any_of(words.begin(), words.end(),
                     [&](const RowWord& word) { return holds(which, word.lower); });
}

std::size_t DeskWords::phrase_end(std::string_view sentence, std::size_t begin) const {
  const std::vector<RowWord> words = split_row_words(sentence.substr(begin));
  const auto gap_after = [&](std::size_t i) {
    const std::size_t next = i + 1 < words.size() ? words[i + 1].begin : sentence.size() - begin;
    return sentence.substr(begin + words[i].end, next - words[i].end);
  };
  const auto is_open = [](std::string_view gap) {
    return gap.find_first_not_of(" $%&/'\xC2\xA3\xE2\x82\xAC") == std::string_view::npos ||
           gap == "\xE2\x80\x99 " || gap == "\xE2\x80\x99";
  };
  bool has_name = false;  // One set off by commas was taken.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t end = begin + words[i].end;
    if (i + 1 == words.size()) return end;
    const std::string_view gap = gap_after(i);
    if (!is_open(gap)) {
      std::size_t last = i + 1;
      while (last < words.size() && words[last].is_capital && is_open(gap_after(last))) ++last;
      const bool is_name = gap == ", " && !has_name && words[i + 1].is_capital &&
                           last < words.size() && words[last].is_capital &&
                           gap_after(last).starts_with(",");
      if (!is_name) return end;
      return begin + words[last].end;
    }
    if (holds(DeskClass::kPhraseEnds, words[i + 1].lower) && i > 0) return end;
    // "… and to pay": another act begins.
    if (holds(DeskClass::kJoins, words[i + 1].lower) && i + 2 < words.size() &&
        holds(DeskClass::kInfinitiveMarks, words[i + 2].lower)) {
      return end;
    }
  }
  return begin;
}

DeskWords load_desk_words(DataFiles& files) {
  DeskWords words;
  const std::string_view shown = files.shown_name("en/desk.rec");
  RecordFile file = parse_records(files.text("en/desk.rec"), shown);
  files.add_errors(file.errors);
  for (const Record& record : file.records) {
    const auto name = std::find(kNames.begin(), kNames.end(), record.get("class"));
    if (name == kNames.end()) {
      files.add_error(shown, record.line, "unknown class '" + std::string(record.get("class")) + "'");
      continue;
    }
    DeskWords::List& list = words.lists_[static_cast<std::size_t>(name - kNames.begin())];
    for (std::string_view word : split_list(record.get("words"), ',')) {
      if (word.ends_with('*')) list.beginnings.emplace_back(word.substr(0, word.size() - 1));
      else list.words.emplace(word);
    }
  }
  return words;
}

}  // namespace verbale
