// SPDX-License-Identifier: Apache-2.0
#include "train/train.h"

#include <map>
#include <memory>
#include <optional>

#include "formats/records.h"
#include "stages/tag_words/tagger.h"
#include "train/train_names.h"
#include "train/train_parser.h"
#include "train/train_splitter.h"
#include "train/train_tagger.h"

namespace verbale {
namespace {

// Parser and names learn from tags as they will be, mistakes and all: each of so many parts of the
// treebank is tagged by a model of the other parts.
constexpr std::size_t kParts = 5;
constexpr std::size_t kPartRounds = 4;

// A tagger with the bytes it reads from.
struct OwnedTagger {
  std::string bytes;
  std::optional<ModelFile> file;
  std::optional<Tagger> tagger;
};

std::unique_ptr<OwnedTagger> tagger_of(const ModelWriter& writer) {
  auto owned = std::make_unique<OwnedTagger>();
  owned->bytes = writer.bytes();
  const std::span<const char> bytes(owned->bytes);
  Result<ModelFile> file = ModelFile::from_bytes(std::as_bytes(bytes), "tagger in training");
  VERBALE_CHECK(file.ok());
  owned->file = file.take();
  Result<Tagger> tagger = Tagger::load(*owned->file);
  VERBALE_CHECK(tagger.ok());
  owned->tagger = tagger.take();
  return owned;
}

std::vector<TagPair> tags_by(const Tagger& tagger, std::span<const std::string_view> words) {
  std::vector<TagPair> tags;
  for (std::uint8_t number : tagger.tag(words)) tags.push_back(tagger.tags().pair(number));
  return tags;
}

std::string key_of(std::span<const std::string> words) {
  std::string key;
  for (const std::string& word : words) key += word + ' ';
  return key;
}

std::vector<TrainSentence> with_predicted_tags(std::span<const TrainSentence> sentences,
                                               std::uint64_t seed, const Progress& progress) {
  std::vector<TrainSentence> tagged(sentences.begin(), sentences.end());
  for (std::size_t part = 0; part < kParts; ++part) {
    std::vector<TrainSentence> others;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i % kParts != part) others.push_back(sentences[i]);
    }
    ModelWriter writer;
    train_tagger(others, {.rounds = kPartRounds, .seed = seed}, [](std::string_view) {}, writer);
    const std::unique_ptr<OwnedTagger> owned = tagger_of(writer);
    for (std::size_t i = part; i < tagged.size(); i += kParts) {
      tagged[i].tags = tags_by(*owned->tagger, tagged[i].word_views());
    }
    progress("tags for the parser: part " + std::to_string(part + 1) + " of " +
             std::to_string(kParts));
  }
  return tagged;
}

Result<std::vector<ConlluSentence>> read_treebank(const TrainInput& input) {
  std::vector<ConlluSentence> all;
  for (const TrainInput::File& file : input.treebank) {
    Result<std::vector<ConlluSentence>> sentences = parse_conllu(file.text, file.path);
    if (!sentences.ok()) return sentences.error();
    for (const ConlluSentence& sentence : sentences.value()) all.push_back(sentence);
  }
  if (all.empty()) return Error{"", "there is no sentence to learn from", "name CoNLL-U files"};
  return all;
}

Result<std::vector<NamedSentence>> read_names(const TrainInput& input) {
  std::vector<NamedSentence> all;
  for (const TrainInput::File& file : input.names) {
    const Result<std::vector<Iob2Sentence>> sentences = parse_iob2(file.text, file.path);
    if (!sentences.ok()) return sentences.error();
    for (NamedSentence& sentence : named_sentences_of(sentences.value())) {
      all.push_back(std::move(sentence));
    }
  }
  if (all.empty()) return Error{"", "there is no name to learn from", "name IOB2 files"};
  return all;
}

Result<std::vector<std::string>> read_abbreviations(const TrainInput& input) {
  Table table = parse_table(input.abbreviations, "abbreviations.tsv");
  const std::size_t column = table.column("abbreviation");
  if (!table.errors.empty()) return table.errors.front();
  std::vector<std::string> abbreviations;
  for (const TableRow& row : table.rows) abbreviations.emplace_back(row.cells[column]);
  return abbreviations;
}

}  // namespace

Result<std::string> train_model(const TrainInput& input, const Progress& progress) {
  const auto treebank = read_treebank(input);
  if (!treebank.ok()) return treebank.error();
  const auto names = read_names(input);
  if (!names.ok()) return names.error();
  const auto abbreviations = read_abbreviations(input);
  if (!abbreviations.ok()) return abbreviations.error();

  ModelWriter writer;
  train_splitter(treebank.value(),
                 {.seed = input.seed, .abbreviations = abbreviations.value()}, progress, writer);

  const std::vector<TrainSentence> sentences = train_sentences_of(treebank.value());
  std::vector<TrainSentence> with_copies = sentences;
  for (TrainSentence& copy : recased_copies(sentences)) with_copies.push_back(std::move(copy));
  train_tagger(with_copies, {.seed = input.seed}, progress, writer);

  const std::vector<TrainSentence> tagged = with_predicted_tags(sentences, input.seed, progress);
  train_parser(tagged, {.seed = input.seed}, progress, writer);

  std::map<std::string, const TrainSentence*> by_words;
  for (const TrainSentence& sentence : tagged) by_words[key_of(sentence.words)] = &sentence;
  const std::unique_ptr<OwnedTagger> tagger = tagger_of(writer);
  const TagWords tag_words = [&](const std::vector<std::string>& words) {
    const auto found = by_words.find(key_of(words));
    if (found != by_words.end()) return found->second->tags;
    return tags_by(*tagger->tagger, std::vector<std::string_view>(words.begin(), words.end()));
  };
  train_names(names.value(), tag_words, {.seed = input.seed}, progress, writer);
  return writer.bytes();
}

}  // namespace verbale
