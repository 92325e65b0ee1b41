// SPDX-License-Identifier: Apache-2.0
#include "train/train.h"

#include <algorithm>
#include <string>

#include "formats/records.h"
#include "train/export_neural.h"
#include "train/neural_corpus.h"
#include "train/short_sentences.h"
#include "train/split_examples.h"
#include "train/train_lemmas.h"
#include "train/train_neural.h"
#include "train/train_splitter.h"
#include "train/verb_forms.h"

namespace verbale {
namespace {

Result<std::vector<ConlluSentence>> read_sentences(const std::vector<TrainInput::File>& files) {
  std::vector<ConlluSentence> all;
  for (const TrainInput::File& file : files) {
    Result<std::vector<ConlluSentence>> sentences = parse_conllu(file.text, file.path);
    if (!sentences.ok()) return sentences.error();
    for (const ConlluSentence& sentence : sentences.value()) all.push_back(sentence);
  }
  return all;
}

Result<std::vector<Iob2Sentence>> read_names(const TrainInput& input) {
  std::vector<Iob2Sentence> all;
  for (const TrainInput::File& file : input.names) {
    const Result<std::vector<Iob2Sentence>> sentences = parse_iob2(file.text, file.path);
    if (!sentences.ok()) return sentences.error();
    all.insert(all.end(), sentences.value().begin(), sentences.value().end());
  }
  if (all.empty()) return Error{"", "there is no name to learn from", "name IOB2 files"};
  return all;
}

Result<SplitterTraining> splitter_options(const TrainInput& input) {
  Table table = parse_table(input.abbreviations, "abbreviations.tsv");
  const std::size_t word = table.column("abbreviation");
  const std::size_t kind = table.column("kind");
  if (!table.errors.empty()) return table.errors.front();
  SplitterTraining options;
  options.seed = input.seed;
  options.examples = parse_split_examples(input.split_examples);
  for (const TableRow& row : table.rows) {
    const auto known = dot_kind_of(row.cells[kind]);
    if (!known || !row.cells[word].ends_with('.')) {
      return Error{"abbreviations.tsv:" + std::to_string(row.line),
                   "is no abbreviation: '" + std::string(row.cells[word]) + "'",
                   "give the word with its dot, and title, word or unsure"};
    }
    options.abbreviations.emplace_back(row.cells[word].substr(0, row.cells[word].size() - 1),
                                       *known);
  }
  return options;
}

std::string percent(std::size_t right, std::size_t all) {
  const std::size_t tenths = 1000 * right / std::max<std::size_t>(all, 1);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

// "UPOS 95.1%, LAS 83.4%", heads chosen one by one.
std::string figures_of(const NeuralLoss& loss) {
  return "UPOS " + percent(loss.upos_right, loss.tokens) + ", LAS " +
         percent(loss.both_right, loss.tokens);
}

struct NetworkInput {
  std::span<const ConlluSentence> treebank;
  std::span<const ConlluSentence> dev;
  std::span<const Iob2Sentence> names;
  std::uint64_t seed = 1;
};

Result<std::string> train_network(const NetworkInput& input, const Progress& progress) {
  const NeuralLabels labels = labels_of(input.treebank);
  std::vector<NeuralExample> examples = examples_of(input.treebank, input.names, labels);
  for (NeuralExample& copy : recased(examples)) examples.push_back(std::move(copy));
  const std::vector<NeuralExample> dev = examples_of(input.dev, {}, labels);
  NeuralTrainOptions options;
  options.seed = input.seed;
  options.shape.upos_count = static_cast<std::uint32_t>(labels.upos.size());
  options.shape.xpos_count = static_cast<std::uint32_t>(labels.xpos.size());
  options.shape.deprel_count = static_cast<std::uint32_t>(labels.deprels.size());
  options.shape.name_count = static_cast<std::uint32_t>(labels.names.size());
  if (!is_usable(options.shape)) {
    return Error{"", "the treebank has no labels, or more than 255 of a kind", "check its columns"};
  }
  const auto report = [&](const NeuralProgress& at, const NeuralModel& model) {
    std::string line = "network: round " + std::to_string(at.epoch) + " of " +
                       std::to_string(at.epochs) + ", while learning " + figures_of(at.train);
    if (!dev.empty()) line += "; dev " + figures_of(measure_neural(model, dev));
    progress(line);
  };
  const NeuralModel all_round = train_neural(examples, labels, options, report);
  // The last rounds make up for what treebanks lack: short sentences as news has them.
  for (const auto& extra : {headlines_of(input.treebank), clauses_of(input.treebank)}) {
    for (NeuralExample& example : examples_of(extra, {}, labels)) {
      examples.push_back(std::move(example));
    }
  }
  ++options.seed;
  options.epochs = 3;
  options.rate = 5e-4F;
  options.rate_left = 0.02F;
  options.warm_up_steps = 100;
  return export_neural(train_neural(examples, labels, options, report, &all_round));
}

}  // namespace

Result<std::string> train_model(const TrainInput& input, const Progress& progress) {
  const auto treebank = read_sentences(input.treebank);
  if (!treebank.ok()) return treebank.error();
  if (treebank.value().empty()) {
    return Error{"", "there is no sentence to learn from", "name CoNLL-U files"};
  }
  const auto dev = read_sentences(input.dev);
  if (!dev.ok()) return dev.error();
  const auto names = read_names(input);
  if (!names.ok()) return names.error();
  const auto splitter = splitter_options(input);
  if (!splitter.ok()) return splitter.error();
  const auto forms = parse_verb_forms(input.verb_forms);
  if (!forms.ok()) return forms.error();

  ModelWriter writer;
  train_splitter(treebank.value(), splitter.value(), progress, writer);

  const std::vector<TrainSentence> sentences = train_sentences_of(treebank.value());
  std::vector<TrainSentence> with_copies = sentences;
  for (TrainSentence& copy : recased_copies(sentences)) with_copies.push_back(std::move(copy));
  for (const TrainSentence& form : forms.value()) with_copies.push_back(form);
  train_lemmas(with_copies, writer);
  progress("lemmas");
  Result<std::string> network = train_network({.treebank = treebank.value(),
                                               .dev = dev.value(),
                                               .names = names.value(),
                                               .seed = input.seed},
                                              progress);
  if (!network.ok()) return network.error();
  writer.add("network", network.take());
  return writer.bytes();
}

}  // namespace verbale
