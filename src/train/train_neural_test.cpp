// SPDX-License-Identifier: Apache-2.0
#include "train/train_neural.h"

#include <gtest/gtest.h>

#include <string>

#include "learning/neural_decode.h"
#include "learning/neural_parser.h"
#include "train/export_neural.h"
#include "train/neural_random.h"

namespace verbale {
namespace {

// Sentences of an invented tongue: "the ADJ* NOUN VERB the NOUN", the verb is the root.
std::vector<ConlluSentence> invented_sentences(std::size_t count) {
  const std::vector<std::string> nouns{"velm", "torak", "Zub", "Mirel", "gant"};
  const std::vector<std::string> verbs{"shopes", "kreeds", "blenes"};
  NeuralRandom random(3);
  std::vector<ConlluSentence> sentences(count);
  for (ConlluSentence& s : sentences) {
    const auto add = [&s](const std::string& form, const std::string& upos, std::uint32_t head,
                          const std::string& deprel) {
      ConlluWord word;
      word.form = form;
      word.upos = upos;
      word.xpos = upos + "x";
      word.head = head;
      word.deprel = deprel;
      s.words.push_back(word);
    };
    const std::uint32_t adjectives = random.below(3);
    const std::uint32_t noun = adjectives + 2;
    const std::uint32_t verb = noun + 1;
    add("lo", "DET", noun, "det");
    for (std::uint32_t i = 0; i < adjectives; ++i) add("plimish", "ADJ", noun, "amod");
    add(nouns[random.below(5)], "NOUN", verb, "nsubj");
    add(verbs[random.below(3)], "VERB", 0, "root");
    add("lo", "DET", verb + 2, "det");
    add(nouns[random.below(5)], "NOUN", verb, "obj");
  }
  return sentences;
}

// Every word with a capital is a person.
std::vector<Iob2Sentence> invented_names(const std::vector<ConlluSentence>& sentences) {
  std::vector<Iob2Sentence> all;
  for (const ConlluSentence& sentence : sentences) {
    Iob2Sentence named;
    for (const ConlluWord& word : sentence.words) {
      named.words.push_back(word.form);
      named.marks.emplace_back(word.form[0] >= 'A' && word.form[0] <= 'Z' ? "B-PER" : "O");
    }
    all.push_back(named);
  }
  return all;
}

NeuralTrainOptions small_options(const NeuralLabels& labels) {
  NeuralTrainOptions options;
  options.shape = {.word_width = 16,
                   .part_width = 16,
                   .layers = 2,
                   .hidden = 16,
                   .tag_layer = 1,
                   .name_layer = 2,
                   .arc_width = 16,
                   .label_width = 16};
  options.shape.upos_count = static_cast<std::uint32_t>(labels.upos.size());
  options.shape.xpos_count = static_cast<std::uint32_t>(labels.xpos.size());
  options.shape.deprel_count = static_cast<std::uint32_t>(labels.deprels.size());
  options.shape.name_count = static_cast<std::uint32_t>(labels.names.size());
  options.epochs = 12;
  options.batch_tokens = 60;
  options.rate = 1e-2F;
  options.warm_up_steps = 10;
  options.part_count_min = 1;
  return options;
}

std::string trained_section(bool two_threads) {
  const auto sentences = invented_sentences(120);
  const NeuralLabels labels = labels_of(sentences);
  NeuralTrainOptions options = small_options(labels);
  options.two_threads = two_threads;
  const auto examples = examples_of(sentences, invented_names(sentences), labels);
  return export_neural(
      train_neural(examples, labels, options, [](const NeuralProgress&, const NeuralModel&) {}));
}

const std::string& section() {
  static const std::string bytes = trained_section(true);
  return bytes;
}

std::vector<SentenceOutput> parse_all(const NeuralParser& parser,
                                      const std::vector<std::vector<std::string_view>>& sentences) {
  std::vector<SentenceInput> in;
  for (const auto& words : sentences) in.push_back({words});
  std::vector<SentenceOutput> out(in.size());
  NeuralWorkspace workspace;
  parser.parse(in, out, workspace);
  return out;
}

NeuralParser open_section(const std::string& bytes, SimdLevel level = chosen_simd()) {
  return NeuralParser::open(std::as_bytes(std::span(bytes)), level).take();
}

TEST(TrainNeural, LearnsAnInventedTongue) {
  const NeuralParser parser = open_section(section());
  const std::vector<std::string_view> words{"lo", "plimish", "Mirel", "kreeds", "lo", "gant"};
  const auto out = parse_all(parser, {words});
  EXPECT_EQ(out[0].heads, (std::vector<std::uint32_t>{3, 3, 4, 0, 6, 4}));
  EXPECT_EQ(parser.deprel_names()[out[0].deprels[2]], "nsubj");
  EXPECT_EQ(parser.deprel_names()[out[0].deprels[5]], "obj");
  EXPECT_EQ(parser.upos_names()[out[0].upos[3]], "VERB");
  EXPECT_EQ(parser.xpos_names()[out[0].xpos[1]], "ADJx");
  EXPECT_EQ(parser.name_names()[out[0].names[2]], "B-PER");
  EXPECT_EQ(parser.name_names()[out[0].names[5]], "O");
}

TEST(TrainNeural, YieldsTheSameBitsWithOneThreadOrTwo) {
  EXPECT_EQ(section(), trained_section(false));
}

TEST(NeuralParser, AnswersAlikeOnEveryInstructionSetAndInEveryBatch) {
  std::vector<std::vector<std::string_view>> sentences;
  for (std::size_t i = 0; i < 40; ++i) {
    sentences.push_back({"lo", "velm", "shopes"});
    for (std::size_t j = 0; j < i; ++j) sentences.back().push_back(j % 2 == 0 ? "Zub" : "unheard");
  }
  sentences.emplace_back();
  const auto referee = parse_all(open_section(section(), SimdLevel::kPortable), sentences);
  for (const SimdLevel level : {SimdLevel::kAvx2, SimdLevel::kAvx512, SimdLevel::kAmx}) {
    if (level > widest_simd()) continue;
    const NeuralParser parser = open_section(section(), level);
    const auto all = parse_all(parser, sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const auto alone = parse_all(parser, {sentences[i]})[0];
      for (const SentenceOutput& answer : {all[i], alone}) {
        EXPECT_EQ(answer.heads, referee[i].heads);
        EXPECT_EQ(answer.deprels, referee[i].deprels);
        EXPECT_EQ(answer.upos, referee[i].upos);
        EXPECT_EQ(answer.names, referee[i].names);
      }
    }
  }
}

TEST(NeuralParser, MakesOneTreeOfASentenceWithoutEnd) {
  const std::vector<std::string_view> words(3000, "velm");
  const auto out = parse_all(open_section(section()), {words});
  EXPECT_TRUE(is_tree(out[0].heads));
}

TEST(NeuralSection, RefusesBrokenBytes) {
  const std::string& whole = section();
  for (std::size_t size = 0; size < whole.size(); size += size < 400 ? 1 : 997) {
    const std::string cut = whole.substr(0, size);
    EXPECT_FALSE(read_neural_section(std::as_bytes(std::span(cut))).ok()) << size;
  }
  for (std::size_t at = 0; at < 140; ++at) {
    std::string wrong = whole;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
    // Never a wrong access; some bytes (filling, widths of nothing) may change without harm.
    const auto read = read_neural_section(std::as_bytes(std::span(wrong)));
    if (read.ok()) {
      EXPECT_GE(at, 8U);
    }
  }
}

}  // namespace
}  // namespace verbale
