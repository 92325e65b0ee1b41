// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_names/name_tagger.h"

#include <algorithm>

namespace verbale {
namespace {

bool is_capital(const WordView& view) {
  return view.letter_case == LetterCase::kCapitalised || view.letter_case == LetterCase::kUpper ||
         view.letter_case == LetterCase::kMixed;
}

// What may stand within a name without a capital: "Bank of England", "Al-Ahram", "King's Lynn".
bool is_link(const NameWord& word) {
  return word.upos == Upos::kAdp || word.upos == Upos::kPart ||
         (word.upos == Upos::kPunct && word.text.size() == 1 && word.text[0] == '-');
}

}  // namespace

NameLabel name_label_of(std::string_view mark) {
  if (mark.size() < 5 || mark[1] != '-') return kOutside;
  const std::string_view kind = mark.substr(2);
  const NameLabel inner = mark[0] == 'B' ? 0 : 3;
  if (kind == "PER") return static_cast<NameLabel>(1 + inner);
  if (kind == "ORG") return static_cast<NameLabel>(2 + inner);
  if (kind == "LOC") return static_cast<NameLabel>(3 + inner);
  return kOutside;
}

NameSentence::NameSentence(std::span<const NameWord> words)
    : words_(words.size() + 2 * kMargin), views_(words_.size()), runs_(words_.size()) {
  std::size_t capitals = 0;
  std::size_t lower = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words_[i + kMargin] = words[i];
    views_[i + kMargin] = view_word(words[i].text);
    capitals += views_[i + kMargin].letter_case == LetterCase::kUpper;
    lower += views_[i + kMargin].letter_case == LetterCase::kLower;
  }
  is_all_caps_ = capitals >= 3 && lower * 8 <= capitals;
  find_runs();
}

void NameSentence::find_runs() {
  const auto end = static_cast<std::ptrdiff_t>(size());
  for (std::ptrdiff_t begin = 0; begin < end;) {
    if (!is_capital(word(begin))) {
      ++begin;
      continue;
    }
    std::ptrdiff_t last = begin;
    for (std::ptrdiff_t at = begin + 1; at < end && at <= last + 2; ++at) {
      if (is_capital(word(at))) {
        last = at;
      } else if (!is_link(tagged(at))) {
        break;
      }
    }
    for (std::ptrdiff_t at = begin; at <= last; ++at) runs_[place(at)] = {begin, last + 1};
    begin = last + 1;
  }
}

void gather_name_features(const NameSentence& sentence, std::ptrdiff_t at, NameLabel before,
                          NameLabel before_that, const NameMemory& memory,
                          FeatureList& features) {
  const WordView& word = sentence.word(at);
  const WordView& left = sentence.word(at - 1);
  const WordView& right = sentence.word(at + 1);
  const WordView& left2 = sentence.word(at - 2);
  const WordView& right2 = sentence.word(at + 2);
  const auto tag = [&](std::ptrdiff_t i) -> std::uint64_t {
    const NameWord& tagged = sentence.tagged(at + i);
    if (tagged.text.empty()) return 0xFFFF;
    return static_cast<std::uint64_t>(tagged.upos) << 8 | tagged.xpos;
  };
  const auto remembered = [&](const WordView& view) -> std::uint64_t {
    const auto found = memory.find(view.lower);
    return found == memory.end() ? 9 : found->second;
  };
  const auto [run_begin, run_end] = sentence.run_of(at);
  const std::uint64_t place = sentence.is_all_caps() ? 2 : at == 0 ? 1 : 0;
  std::uint64_t kind = 900;
  const auto add = [&](auto... values) { features.add(feature(kind++, values...)); };
  features.clear();
  add(before);
  add(before, before_that);
  add(word.lower);
  add(word.exact, before);
  add(word.shape, place, before);
  add(word.shape, tag(0));
  for (std::uint64_t suffix : word.suffixes) add(suffix);
  for (std::uint64_t prefix : word.prefixes) add(prefix);
  add(tag(0), before);
  add(tag(0), tag(1));
  add(tag(-1), tag(0), before);
  add(tag(-1), tag(0), tag(1));
  add(tag(0), tag(1), tag(2));
  add(left.lower);
  add(left.lower, before);
  add(right.lower);
  add(left2.lower);
  add(right2.lower);
  add(left.lower, word.lower);
  add(word.lower, right.lower);
  add(left.lower, right.lower);
  add(left.lower, word.shape);
  add(right.lower, word.shape);
  add(left.lower, left2.lower, word.shape);
  add(left.suffixes[2], word.shape, before);
  add(right.suffixes[2], word.shape);
  add(left.shape, word.shape, right.shape);
  add(remembered(word), before);
  add(remembered(word), remembered(right), remembered(left));
  if (run_begin == run_end) return;
  // What is said of a whole name: the words around it, its last word, its length.
  const std::uint64_t inside = static_cast<std::uint64_t>(std::min<std::ptrdiff_t>(at - run_begin, 2));
  const std::uint64_t length =
      static_cast<std::uint64_t>(std::min<std::ptrdiff_t>(run_end - run_begin, 5));
  const WordView& run_left = sentence.word(run_begin - 1);
  const WordView& run_right = sentence.word(run_end);
  const WordView& run_last = sentence.word(run_end - 1);
  const WordView& run_first = sentence.word(run_begin);
  add(inside, length, before);
  add(run_left.lower, inside);
  add(run_right.lower, inside);
  add(run_left.lower, run_right.lower);
  add(run_last.lower, inside, before);
  add(run_first.lower, before);
  add(run_last.suffixes[2], length, inside);
  add(run_left.lower, length, before);
  add(run_right.lower, length, before);
  add(remembered(run_first), remembered(run_last), before);
}

void remember_names(const NameSentence& sentence, std::span<const NameLabel> labels,
                    NameMemory& memory) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const WordView& view = sentence.word(static_cast<std::ptrdiff_t>(i));
    if (labels[i] != kOutside && is_capital(view)) memory[view.lower] = labels[i];
  }
}

Result<NameTagger> NameTagger::load(const ModelFile& file) {
  NameTagger tagger;
  Result<FeatureTable> table = FeatureTable::load(file, "name");
  if (!table.ok()) return table.error();
  tagger.table_ = table.take();
  if (tagger.table_.lanes() != 16) {
    return Error{file.origin(), "has no usable section 'name.weights'",
                 "fetch the model again, or make it with 'verbale train'"};
  }
  return tagger;
}

std::vector<NameLabel> NameTagger::label(const NameSentence& sentence,
                                         const NameMemory& memory) const {
  std::vector<NameLabel> labels(sentence.size(), kOutside);
  std::array<std::int16_t, 16> scores{};
  FeatureList features;
  NameLabel before = kOutside;
  NameLabel before_that = kOutside;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    gather_name_features(sentence, at, before, before_that, memory, features);
    table_.score(features.all(), scores);
    labels[i] = best_name_label(std::span<const std::int16_t>(scores), before);
    before_that = before;
    before = labels[i];
  }
  return labels;
}

}  // namespace verbale
