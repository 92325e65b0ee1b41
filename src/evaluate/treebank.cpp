// SPDX-License-Identifier: Apache-2.0
#include "evaluate/treebank.h"

#include "core/file.h"
#include "evaluate/syntax.h"
#include "formats/conllu.h"
#include "stages/parse_sentences/parse_sentences.h"
#include "stages/split_text/split_text.h"
#include "stages/tag_words/tag_words.h"

namespace verbale {

SuiteReport evaluate_treebank(const std::string& name, const std::string& file,
                              const Knowledge& knowledge) {
  SuiteReport report;
  report.name = name;
  auto text = read_file(file);
  if (!text.ok()) {
    report.skipped = text.error().message();
    return report;
  }
  auto gold = parse_conllu(text.value(), file);
  if (!gold.ok()) {
    report.skipped = gold.error().message();
    return report;
  }
  const SyntaxStages stages = {
      [&](const Article& article) { return split_text(article, knowledge.split); },
      [&](Syntax syntax, const Article& article) {
        return tag_words(std::move(syntax), article, knowledge.tags);
      },
      [&](Syntax syntax, const Article& article) {
        return parse_sentences(std::move(syntax), article, knowledge.parses);
      }};
  report.figures = syntax_figures(score_from_words(gold.value(), stages),
                                  score_from_text(gold.value(), stages));
  return report;
}

}  // namespace verbale
