// SPDX-License-Identifier: Apache-2.0
#include "lexicon/word_sentences.h"

#include <charconv>

#include "core/words.h"
#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {

WordSentences load_word_sentences(DataFiles& files) {
  constexpr const char* kFile = "en/word_sentences.tsv";
  constexpr std::string_view kAllSentences = "*";
  WordSentences words;
  const std::string_view shown = files.shown_name(kFile);
  Table table = parse_table(files.text(kFile), shown);
  const std::size_t word_at = table.column("word"), sentences_at = table.column("sentences");
  for (const TableRow& row : table.rows) {
    const std::string_view cell = row.cells[sentences_at];
    std::uint32_t count = 0;
    if (std::from_chars(cell.data(), cell.data() + cell.size(), count).ec != std::errc()) {
      files.add_error(shown, row.line, "no number of sentences: '" + std::string(cell) + "'");
    } else if (row.cells[word_at] == kAllSentences) {
      words.sentences = count;
    } else {
      words.counts[word_key(row.cells[word_at])] = count;
    }
  }
  files.add_errors(table.errors);
  return words;
}

}  // namespace verbale
