// SPDX-License-Identifier: Apache-2.0
#include "lexicon/context_words.h"

#include <algorithm>
#include <vector>

#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {

ContextWords load_context_words(DataFiles& files, Vocabulary& vocabulary,
                                const Ontology& ontology) {
  ContextWords words;
  const std::string_view shown = files.shown_name("en/contexts.rec");
  RecordFile parsed = parse_records(files.text("en/contexts.rec"), shown);
  files.add_errors(parsed.errors);
  for (const Record& record : parsed.records) {
    const auto context = std::find(ontology.contexts.begin(), ontology.contexts.end(),
                                   record.get("context"));
    if (context == ontology.contexts.end()) {
      files.add_error(shown, record.line,
                      "unknown context '" + std::string(record.get("context")) + "'",
                      suggest(record.get("context"), ontology.contexts));
      continue;
    }
    const auto index = static_cast<std::size_t>(context - ontology.contexts.begin());
    for (const RecordField& field : record.fields) {
      if (field.name != "words" && field.name != "strong") continue;
      for (std::string_view word : split_list(field.value, ',')) {
        std::vector<Term> terms;
        add_term(word, vocabulary, terms);
        for (const Term& term : terms) {
          if (term.empty()) continue;
          words.by_first[term[0]].push_back({term, index, field.name == "strong"});
        }
      }
    }
  }
  return words;
}

}  // namespace verbale
