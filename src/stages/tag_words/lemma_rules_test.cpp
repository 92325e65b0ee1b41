// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/lemma_rules.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(LemmaScript, MakesTheLemmaItWasLearntFrom) {
  const std::pair<std::string, std::string> kPairs[] = {
      {"negotiating", "negotiate"},
      {"went", "go"},
      {"Talks", "talk"},
      {"KYIV", "KYIV"},
      {"MINISTERS", "minister"},
      {"better", "good"},
      {"'s", "be"},
      {"Kestrians", "Kestrian"},
      {"was", "be"},
      {"x", "x"},
  };
  for (const auto& [word, lemma] : kPairs) {
    const LemmaScript script = LemmaScript::between(word, lemma);
    EXPECT_EQ(script.apply(word), lemma);
    const std::string line = script.text();
    EXPECT_EQ(LemmaScript::from_text(line.substr(0, line.size() - 1)).apply(word), lemma);
  }
}

TEST(LemmaScript, NeverFailsOnOtherWords) {
  const LemmaScript script = LemmaScript::between("negotiating", "negotiate");
  EXPECT_EQ(script.apply("a"), "a");
  EXPECT_EQ(script.apply(""), "");
  EXPECT_EQ(LemmaScript::from_text("").apply("Word"), "word");
  EXPECT_EQ(LemmaScript::from_text("l99999999999").apply("Word"), "word");
}

TEST(LemmaRules, LearnEndingsAndExceptions) {
  const std::vector<LemmaRules::Example> examples = {
      {"marching", "march", 1}, {"attacking", "attack", 1}, {"calling", "call", 1},
      {"went", "go", 2},        {"walked", "walk", 2},      {"called", "call", 2},
      {"lying", "lie", 1}};
  ModelWriter writer;
  LemmaRules::train(examples, writer);
  const std::string bytes = writer.bytes();
  const auto file =
      ModelFile::from_bytes(std::as_bytes(std::span<const char>(bytes)), "lemma.model");
  ASSERT_TRUE(file.ok());
  const LemmaRules rules = LemmaRules::load(file.value());
  EXPECT_EQ(rules.lemma_of("blockading", 1), "blockad");  // As far as two examples teach.
  EXPECT_EQ(rules.lemma_of("shelling", 1), "shell");
  EXPECT_EQ(rules.lemma_of("lying", 1), "lie");
  EXPECT_EQ(rules.lemma_of("went", 2), "go");
  EXPECT_EQ(rules.lemma_of("unheard", 7), "unheard");
}

TEST(LemmaRules, PreferALemmaKnownFromElsewhere) {
  // "-bed" teaches to drop three letters; "curb" was met as a word of its own.
  const std::vector<LemmaRules::Example> examples = {
      {"grabbed", "grab", 1}, {"stabbed", "stab", 1},  {"robbed", "rob", 1},
      {"bobbed", "bob", 1},   {"climbed", "climb", 1}, {"curb", "curb", 2}};
  ModelWriter writer;
  LemmaRules::train(examples, writer);
  const std::string bytes = writer.bytes();
  const auto file =
      ModelFile::from_bytes(std::as_bytes(std::span<const char>(bytes)), "lemma.model");
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(LemmaRules::can_read(file.value()));
  EXPECT_EQ(LemmaRules::load(file.value()).lemma_of("curbed", 1), "curb");
}

TEST(LemmaRules, WithoutRulesWordsAreTheirOwnLemmas) {
  EXPECT_EQ(LemmaRules().lemma_of("Talks", 0), "talks");
}

}  // namespace
}  // namespace verbale
