// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

#include "document/article.h"
#include "document/names.h"
#include "document/syntax.h"
#include "evaluate/suite.h"
#include "formats/conllu.h"
#include "formats/iob2.h"

namespace verbale {

// The stages under test, whatever model is behind them.
struct SyntaxStages {
  std::function<Syntax(const Article&)> split;
  std::function<Syntax(Syntax, const Article&)> tag;  // Finds the names, too.
  std::function<Syntax(Syntax, const Article&)> parse;
};

// Counts of words (or sentences, or names) made, told, and right; each yields an F1. From true
// words all F1 are plain shares.
struct SyntaxScores {
  Counts words;
  Counts sentences;
  Counts upos;
  Counts xpos;
  Counts lemmas;
  Counts heads;             // UAS
  Counts labels;            // LAS, subtypes and all ("nsubj:pass").
  Counts universal_labels;  // LAS as the CoNLL 2018 shared task counts it: without subtypes.
  // Of each relation, right where the head is too. Negations are the words that the treebank marks
  // so, told by their head and relation.
  std::array<Counts, kDeprelCount> by_relation;
  Counts negations;
};

// Tags and trees of the words and sentences that the treebank gives.
SyntaxScores score_from_words(std::span<const ConlluSentence> gold, const SyntaxStages& stages);

// The same from raw text, words being right where they cover the same letters (CoNLL 2018).
SyntaxScores score_from_text(std::span<const ConlluSentence> gold, const SyntaxStages& stages);

// Names of words given, right where kind and words agree. One Counts a kind, and their sum.
struct NameScores {
  Counts persons;
  Counts organisations;
  Counts places;
  Counts all;
};
NameScores score_names(std::span<const Iob2Sentence> gold, const SyntaxStages& stages);

// The figures of a treebank file, for reports: "words UPOS", "text LAS" …
std::vector<Figure> syntax_figures(const SyntaxScores& from_words, const SyntaxScores& from_text);

// What coding stands on: precision and recall of subjects, objects, agents, clauses …
SuiteTable relation_table(std::string title, const SyntaxScores& scores);

// The scores of names, for reports.
std::vector<Figure> name_figures(const NameScores& scores);

}  // namespace verbale
