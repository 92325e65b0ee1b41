// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tagger.h"

#include <array>

namespace verbale {
namespace {

constexpr std::uint64_t kNoTag = 0x1FF;
constexpr std::uint64_t kUnknownClass = 0x1FE;

}  // namespace

TagSentence::TagSentence(std::span<const std::string_view> words, const HashValues& classes) {
  words_.resize(words.size() + 4);
  classes_.assign(words.size() + 4, kNoTag);
  std::size_t capitals = 0;
  std::size_t lower = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words_[i + 2] = view_word(words[i]);
    classes_[i + 2] = classes.find(words_[i + 2].lower).value_or(kUnknownClass);
    const LetterCase letters = words_[i + 2].letter_case;
    capitals += letters == LetterCase::kUpper;
    lower += letters == LetterCase::kLower;
  }
  is_all_caps_ = capitals >= 3 && lower * 8 <= capitals;
}

void gather_tag_features(const TagSentence& sentence, std::ptrdiff_t at, std::uint64_t before,
                         std::uint64_t before_that, FeatureList& features) {
  const WordView& word = sentence.word(at);
  const WordView& left = sentence.word(at - 1);
  const WordView& right = sentence.word(at + 1);
  // In a line of capitals, and at the start of a sentence, a capital means less.
  const std::uint64_t place = sentence.is_all_caps() ? 2 : at == 0 ? 1 : 0;
  std::uint64_t kind = 100;
  const auto add = [&](auto... values) { features.add(feature(kind++, values...)); };
  features.clear();
  add(0);
  add(word.lower);
  add(word.exact);
  add(word.shape, place);
  for (std::uint64_t suffix : word.suffixes) add(suffix);
  for (std::uint64_t prefix : word.prefixes) add(prefix);
  add(word.suffixes[2], word.shape, place);
  add(sentence.class_of(at), place, static_cast<std::uint64_t>(word.letter_case));
  add(left.lower);
  add(sentence.word(at - 2).lower);
  add(right.lower);
  add(sentence.word(at + 2).lower);
  add(before);
  add(before, before_that);
  add(before, word.lower);
  add(before, word.suffixes[2]);
  add(before, right.lower);
  add(before, sentence.class_of(at + 1));
  add(before, before_that, word.lower);
  add(left.lower, word.lower);
  add(word.lower, right.lower);
  add(left.lower, right.lower);
  add(right.suffixes[2]);
  add(right.shape, word.shape);
  add(left.suffixes[2], word.suffixes[2]);
  add(sentence.class_of(at + 1), word.suffixes[1]);
  add(sentence.class_of(at + 1), sentence.class_of(at + 2));
  add(sentence.class_of(at), sentence.class_of(at + 1));
  add(sentence.class_of(at), before);
  add(sentence.class_of(at), sentence.class_of(at + 1), sentence.class_of(at + 2));
  add(sentence.class_of(at), before, sentence.class_of(at + 1));
  add(word.lower, sentence.class_of(at + 1), before);
  add(left.lower, sentence.word(at - 2).lower);
  add(right.lower, sentence.word(at + 2).lower);
}

Result<Tagger> Tagger::load(const ModelFile& file) {
  Tagger tagger;
  Result<FeatureTable> table = FeatureTable::load(file, "tag");
  if (!table.ok()) return table.error();
  tagger.table_ = table.take();
  tagger.tags_ = TagSet::from_numbers(file.array<std::uint8_t>("tag.pairs"));
  if (tagger.tags_.size() == 0 || tagger.table_.lanes() != TagSet::kLanes) {
    return Error{file.origin(), "has no usable section 'tag.pairs'",
                 "fetch the model again, or make it with 'verbale train'"};
  }
  tagger.known_ = HashValues(file.array<std::uint64_t>("tag.known"));
  tagger.classes_ = HashValues(file.array<std::uint64_t>("tag.classes"));
  tagger.lemmas_ = LemmaRules::load(file);
  return tagger;
}

std::vector<std::uint8_t> Tagger::tag(std::span<const std::string_view> words) const {
  const TagSentence sentence(words, classes_);
  std::vector<std::uint8_t> numbers(words.size());
  std::array<std::int16_t, TagSet::kLanes> scores{};
  FeatureList features;
  std::uint64_t before = kNoTag;
  std::uint64_t before_that = kNoTag;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    const auto known = known_.find(sentence.word(at).exact);
    std::size_t number = known.value_or(tags_.size());
    if (number >= tags_.size()) {
      gather_tag_features(sentence, at, before, before_that, features);
      table_.score(features.all(), scores);
      number = tags_.best(std::span<const std::int16_t>(scores));
    }
    numbers[i] = static_cast<std::uint8_t>(number);
    before_that = before;
    before = number;
  }
  return numbers;
}

}  // namespace verbale
