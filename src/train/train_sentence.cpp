// SPDX-License-Identifier: Apache-2.0
#include "train/train_sentence.h"

#include "core/utf8.h"
#include "document/xpos.h"

namespace verbale {
namespace {

enum class Recasing { kUpper, kLower, kTitle };

// One sentence in so many is copied, for each way of writing.
constexpr std::size_t kCopyEvery = 16;

std::string recase(std::string_view word, Recasing recasing) {
  if (recasing == Recasing::kLower) return lower_case(word);
  std::string text;
  bool is_first = true;
  for (char c : word) {
    const bool change = is_ascii_lower(c) && (recasing == Recasing::kUpper || is_first);
    text += change ? static_cast<char>(c - 'a' + 'A') : c;
    is_first = false;
  }
  return text;
}

// Headlines keep small words small.
bool stays_small(std::string_view word) { return word.size() <= 3; }

}  // namespace

std::vector<TrainSentence> train_sentences_of(std::span<const ConlluSentence> sentences) {
  std::vector<TrainSentence> all;
  for (const ConlluSentence& sentence : sentences) {
    TrainSentence train;
    for (const ConlluWord& word : sentence.words) {
      train.words.push_back(word.form);
      train.lemmas.push_back(word.lemma);
      train.tags.push_back({upos_of(word.upos), xpos_of(word.xpos)});
      train.heads.push_back(static_cast<std::int32_t>(word.head) - 1);
      train.labels.push_back(deprel_of(word.deprel));
    }
    all.push_back(std::move(train));
  }
  return all;
}

std::vector<TrainSentence> recased_copies(std::span<const TrainSentence> sentences) {
  std::vector<TrainSentence> copies;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t turn = i % kCopyEvery;
    if (turn > 2 || sentences[i].words.size() < 4) continue;
    const auto recasing = static_cast<Recasing>(turn);
    TrainSentence copy = sentences[i];
    for (std::size_t word = 0; word < copy.words.size(); ++word) {
      if (recasing == Recasing::kTitle && word > 0 && stays_small(copy.words[word])) continue;
      copy.words[word] = recase(copy.words[word], recasing);
    }
    copies.push_back(std::move(copy));
  }
  return copies;
}

}  // namespace verbale
