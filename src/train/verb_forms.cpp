// SPDX-License-Identifier: Apache-2.0
#include "train/verb_forms.h"

#include <string>

#include "document/xpos.h"
#include "formats/records.h"

namespace verbale {
namespace {

std::vector<std::string_view> tags_of(std::string_view form, std::string_view lemma) {
  if (form.ends_with("ing")) return {"VBG"};
  if (form.ends_with('s') && form != lemma) return {"VBZ"};
  return {"VBD", "VBN"};
}

}  // namespace

Result<std::vector<TrainSentence>> parse_verb_forms(std::string_view text) {
  Table table = parse_table(text, "verb_forms.tsv");
  const std::size_t form = table.column("form");
  const std::size_t lemma = table.column("lemma");
  if (!table.errors.empty()) return table.errors.front();
  std::vector<TrainSentence> sentences;
  for (const TableRow& row : table.rows) {
    for (std::string_view tag : tags_of(row.cells[form], row.cells[lemma])) {
      TrainSentence sentence;
      sentence.words.emplace_back(row.cells[form]);
      sentence.lemmas.emplace_back(row.cells[lemma]);
      sentence.tags.push_back({Upos::kVerb, xpos_of(tag)});
      sentence.heads.push_back(-1);
      sentence.labels.push_back(Deprel::kRoot);
      sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
}

}  // namespace verbale
