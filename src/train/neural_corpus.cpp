// SPDX-License-Identifier: Apache-2.0
#include "train/neural_corpus.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "core/utf8.h"
#include "train/gum_names.h"

namespace verbale {

namespace {

// One sentence in so many is copied, for each way of writing.
constexpr std::size_t kCopyEvery = 32;
constexpr std::size_t kCopyWordsMin = 4;
// Headlines keep small words small.
constexpr std::size_t kSmallWordBytes = 3;

std::uint8_t place_of(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : static_cast<std::uint8_t>(found - names.begin());
}

std::string key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key += word + ' ';
  return key;
}

std::vector<std::string> words_of(const ConlluSentence& sentence) {
  std::vector<std::string> words;
  for (const ConlluWord& word : sentence.words) words.push_back(word.form);
  return words;
}

bool has_entities(const ConlluSentence& sentence) {
  return std::any_of(sentence.words.begin(), sentence.words.end(), [](const ConlluWord& word) {
    return word.misc.find("Entity=") != std::string::npos;
  });
}

std::vector<std::string> names_of_marks(const ConlluSentence& sentence) {
  std::vector<GumWord> words;
  for (const ConlluWord& word : sentence.words) {
    words.push_back({word.upos, word.misc, word.xpos == "NNPS"});
  }
  return gum_names(words);
}

NeuralExample example_of(const ConlluSentence& sentence, const NeuralLabels& labels) {
  NeuralExample example;
  example.words = words_of(sentence);
  for (const ConlluWord& word : sentence.words) {
    example.upos.push_back(place_of(labels.upos, word.upos));
    example.xpos.push_back(place_of(labels.xpos, word.xpos));
    example.deprels.push_back(place_of(labels.deprels, word.deprel));
    example.heads.push_back(static_cast<std::uint16_t>(word.head));
  }
  return example;
}

enum class Recasing { kUpper, kLower, kTitle };

std::string recase(std::string_view word, Recasing recasing) {
  if (recasing == Recasing::kLower) return lower_case(word);
  std::string text(word);
  const std::size_t changed = recasing == Recasing::kUpper ? text.size() : 1;
  for (std::size_t i = 0; i < std::min(changed, text.size()); ++i) {
    if (is_ascii_lower(text[i])) text[i] = static_cast<char>(text[i] - 'a' + 'A');
  }
  return text;
}

}  // namespace

NeuralLabels labels_of(std::span<const ConlluSentence> treebank) {
  std::set<std::string> upos, xpos, deprels;
  std::set<std::pair<std::string, std::string>> pairs;
  for (const ConlluSentence& sentence : treebank) {
    for (const ConlluWord& word : sentence.words) {
      upos.insert(word.upos);
      xpos.insert(word.xpos);
      deprels.insert(word.deprel);
      pairs.emplace(word.upos, word.xpos);
    }
  }
  NeuralLabels labels;
  labels.upos.assign(upos.begin(), upos.end());
  labels.xpos.assign(xpos.begin(), xpos.end());
  labels.deprels.assign(deprels.begin(), deprels.end());
  for (const auto& [first, second] : pairs) {
    labels.tag_pairs.push_back(place_of(labels.upos, first));
    labels.tag_pairs.push_back(place_of(labels.xpos, second));
  }
  return labels;
}

std::vector<NeuralExample> examples_of(std::span<const ConlluSentence> treebank,
                                       std::span<const Iob2Sentence> names,
                                       const NeuralLabels& labels) {
  std::map<std::string, const Iob2Sentence*> by_words;
  for (const Iob2Sentence& sentence : names) by_words.emplace(key_of(sentence.words), &sentence);
  std::vector<NeuralExample> examples;
  bool entities_marked = false;
  for (const ConlluSentence& sentence : treebank) {
    if (sentence.starts_document) entities_marked = false;
    entities_marked |= has_entities(sentence);
    NeuralExample example = example_of(sentence, labels);
    const auto found = by_words.find(key_of(example.words));
    std::vector<std::string> marks;
    if (found != by_words.end()) {
      marks = found->second->marks;
    } else if (entities_marked) {
      marks = names_of_marks(sentence);
    }
    for (const std::string& mark : marks) example.names.push_back(place_of(labels.names, mark));
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<NeuralExample> recased(const std::vector<NeuralExample>& examples) {
  std::vector<NeuralExample> copies;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const std::size_t turn = i % kCopyEvery;
    if (turn > 2 || examples[i].words.size() < kCopyWordsMin) continue;
    const auto recasing = static_cast<Recasing>(turn);
    NeuralExample copy = examples[i];
    for (std::size_t word = 0; word < copy.words.size(); ++word) {
      const bool stays =
          recasing == Recasing::kTitle && word > 0 && copy.words[word].size() <= kSmallWordBytes;
      if (!stays) copy.words[word] = recase(copy.words[word], recasing);
    }
    copies.push_back(std::move(copy));
  }
  return copies;
}

}  // namespace verbale
