// SPDX-License-Identifier: Apache-2.0
#include "evaluate/treebank.h"

#include <utility>
#include <vector>

#include "core/file.h"
#include "evaluate/syntax.h"
#include "formats/conllu.h"
#include "formats/iob2.h"
#include "stages/parse_sentences/parse_sentences.h"
#include "stages/split_text/split_text.h"
#include "stages/tag_words/tag_words.h"

namespace verbale {

namespace {

SyntaxStages stages_of(const Knowledge& knowledge) {
  return {[&](const Article& article) { return split_text(article, knowledge.split); },
          [&](Syntax syntax, const Article& article) {
            return tag_words(std::move(syntax), article, knowledge.tags);
          },
          [&](Syntax syntax, const Article& article) {
            return parse_sentences(std::move(syntax), article, knowledge.parses);
          }};
}

SuiteReport skipped(const std::string& name, const Error& error) {
  SuiteReport report;
  report.name = name;
  report.skipped = error.message();
  return report;
}

}  // namespace

SuiteReport evaluate_treebank(const std::string& name, const std::string& file,
                              std::string_view shown, const Knowledge& knowledge) {
  auto text = read_file(file);
  if (!text.ok()) return skipped(name, text.error());
  auto gold = parse_conllu(text.value(), file);
  if (!gold.ok()) return skipped(name, gold.error());
  const SyntaxStages stages = stages_of(knowledge);
  std::vector<ConlluSentence> of_table;
  for (const ConlluSentence& sentence : gold.value()) {
    if (sentence.id.starts_with(shown)) of_table.push_back(sentence);
  }
  SuiteReport report;
  report.name = name;
  report.figures = syntax_figures(score_from_words(gold.value(), stages),
                                  score_from_text(gold.value(), stages));
  report.tables.push_back(
      relation_table("words given" + (shown.empty() ? "" : ", " + std::string(shown)),
                     score_from_words(of_table, stages)));
  return report;
}

SuiteReport evaluate_names(const std::string& name, const std::string& file,
                           const Knowledge& knowledge) {
  auto text = read_file(file);
  if (!text.ok()) return skipped(name, text.error());
  auto gold = parse_iob2(text.value(), file);
  if (!gold.ok()) return skipped(name, gold.error());
  SuiteReport report;
  report.name = name;
  report.figures = name_figures(score_names(gold.value(), stages_of(knowledge)));
  return report;
}

}  // namespace verbale
