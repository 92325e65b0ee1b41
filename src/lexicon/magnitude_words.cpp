// SPDX-License-Identifier: Apache-2.0
#include "lexicon/magnitude_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 4> kFields = {"killed", "injured", "arrested",
                                                     "participants"};

void load_numbers(DataFiles& files, Vocabulary& vocabulary, MagnitudeWords& words) {
  const std::string_view shown = files.shown_name("en/numbers.tsv");
  Table table = parse_table(files.text("en/numbers.tsv"), shown);
  const std::size_t word_at = table.column("word"), low_at = table.column("low"),
                    high_at = table.column("high"), kind_at = table.column("kind");
  const auto number = [](std::string_view text, double& value) {
    return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
  };
  for (const TableRow& row : table.rows) {
    NumberWord made;
    const std::string_view kind = row.cells[kind_at];
    made.kind = kind == "scale"   ? NumberWord::Kind::kScale
                : kind == "vague" ? NumberWord::Kind::kVague
                                  : NumberWord::Kind::kNumber;
    if (!number(row.cells[low_at], made.low) || !number(row.cells[high_at], made.high)) {
      files.add_error(shown, row.line, "low and high must be numbers", "");
      continue;
    }
    words.numbers[vocabulary.intern(row.cells[word_at])] = made;
  }
  files.add_errors(table.errors);
}

std::uint32_t types_of(std::string_view names, std::string_view shown, int line,
                       DataFiles& files) {
  std::uint32_t types = 0;
  for (std::string_view name : split_list(names, ',')) {
    const auto type = plover_type_of(name);
    if (type) types |= 1u << static_cast<unsigned>(*type);
    else files.add_error(shown, line, "unknown PLOVER type '" + std::string(name) + "'", "");
  }
  return types;
}

std::vector<Term>* bound_of(std::string_view name, MagnitudeWords& words) {
  if (name == "lower") return &words.lower;
  if (name == "upper") return &words.upper;
  if (name == "opener") return &words.range_openers;
  if (name == "join") return &words.range_joins;
  return nullptr;
}

}  // namespace

MagnitudeWords load_magnitude_words(DataFiles& files, Vocabulary& vocabulary) {
  MagnitudeWords words;
  load_numbers(files, vocabulary, words);
  const std::string_view shown = files.shown_name("en/magnitudes.rec");
  RecordFile parsed = parse_records(files.text("en/magnitudes.rec"), shown);
  files.add_errors(parsed.errors);
  for (const Record& record : parsed.records) {
    if (std::vector<Term>* bound = bound_of(record.get("bound"), words)) {
      for (std::string_view word : split_list(record.get("words"), ',')) {
        bound->push_back(parse_term(word, vocabulary));
      }
      continue;
    }
    const auto field = std::find(kFields.begin(), kFields.end(), record.get("field"));
    const std::string_view currency = record.get("currency");
    if (field == kFields.end() && currency.empty()) {
      files.add_error(shown, record.line, "neither a known 'field:', 'bound:' nor 'currency:'",
                      "field is one of killed, injured, arrested, participants; bound one of lower, "
                      "upper, opener, join");
      continue;
    }
    const std::uint32_t acts = types_of(record.get("acts"), shown, record.line, files);
    for (std::string_view word : split_list(record.get("words"), ',')) {
      const Term term = parse_term(word, vocabulary);
      if (term.empty()) continue;
      if (!currency.empty()) {
        words.currencies[term[0]] = vocabulary.word(vocabulary.intern(currency));
      } else {
        words.signs[term[0]] = {static_cast<MagnitudeField>(field - kFields.begin()), acts};
      }
    }
  }
  return words;
}

}  // namespace verbale
