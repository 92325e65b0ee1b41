// SPDX-License-Identifier: Apache-2.0
#include "lexicon/furniture.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/utf8.h"
#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

void mark(std::vector<bool>& set, std::uint32_t word) {
  if (set.size() <= word) set.resize(word + 1, false);
  set[word] = true;
}

LinePhrases phrases_of(std::string_view list, LineWords& words) {
  LinePhrases phrases;
  for (std::string_view item : split_list(list, ',')) {
    std::vector<std::uint32_t> phrase;
    for (const LineToken& token : words.tokens_of(item)) {
      if (!token.is_punctuation || item.size() == token.text.size()) {
        phrase.push_back(words.intern(token.text));
      }
    }
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

void load_slots(DataFiles& files, Furniture& furniture) {
  const std::string_view shown = files.shown_name("en/furniture/words.rec");
  const RecordFile read = parse_records(files.text("en/furniture/words.rec"), shown);
  files.add_errors(read.errors);
  for (const Record& record : read.records) {
    const std::string slot(record.get("slot"));
    if (slot.empty()) {
      files.add_error(shown, record.line, "no 'slot:'", "name what the words are: slot: agency");
      continue;
    }
    for (const RecordField& field : record.fields) {
      if (field.name != "words") continue;
      LinePhrases phrases = phrases_of(field.value, furniture.words);
      for (const auto& phrase : phrases) {
        if (slot == "when") mark(furniture.slots.when_words, phrase.front());
        if (slot == "name") mark(furniture.slots.name_words, phrase.front());
      }
      auto& known = furniture.slots.phrases[slot];
      known.insert(known.end(), phrases.begin(), phrases.end());
    }
  }
}

// Months of English stand in date lines of pasted pages too; those of other languages are only
// looked for where a page says that it gives a date.
enum class MonthUse : std::uint8_t { kDateLines, kDatesOnly };

void load_months(DataFiles& files, const std::string& name, MonthUse use, Furniture& furniture) {
  const std::string_view shown = files.shown_name(name);
  Table months = parse_table(files.text(name), shown);
  const std::size_t month_at = months.column("month"), number_at = months.column("number");
  for (const TableRow& row : months.rows) {
    int number = 0;
    const std::string_view cell = row.cells[number_at];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size() || number < 1 || number > 12) {
      files.add_error(shown, row.line, "'" + std::string(cell) + "' is no month", "write 1 to 12");
      continue;
    }
    furniture.months.emplace(lower_case(row.cells[month_at]), number);
    const std::uint32_t word = furniture.words.intern(row.cells[month_at]);
    if (use == MonthUse::kDateLines) mark(furniture.slots.when_words, word);
  }
  files.add_errors(months.errors);
}

// Mistakes in the file are told where names are given their genders.
void load_given_names(DataFiles& files, Furniture& furniture) {
  Table table = parse_table(files.text("en/given_names.tsv"), "");
  const std::size_t names_at = table.column("names");
  for (const TableRow& row : table.rows) {
    for (std::string_view name : split_list(row.cells[names_at], ';')) {
      furniture.given_names.emplace(trim(name));
    }
  }
}

void load_zones(DataFiles& files, Furniture& furniture) {
  const std::string_view zones_name = files.shown_name("en/furniture/zones.tsv");
  Table zones = parse_table(files.text("en/furniture/zones.tsv"), zones_name);
  const std::size_t zone_at = zones.column("zone"), minutes_at = zones.column("minutes");
  for (const TableRow& row : zones.rows) {
    int minutes = 0;
    const std::string_view cell = row.cells[minutes_at];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), minutes);
    if (error != std::errc() || end != cell.data() + cell.size() || minutes < -840 ||
        minutes > 840) {
      files.add_error(zones_name, row.line, "'" + std::string(cell) + "' is no offset",
                      "write minutes east of Greenwich, such as 60 or -300");
      continue;
    }
    furniture.zones.push_back({std::string(row.cells[zone_at]), minutes});
    mark(furniture.slots.when_words, furniture.words.intern(row.cells[zone_at]));
  }
  files.add_errors(zones.errors);
}

// Reads what is no pattern of a rule. False for a value that cannot be.
bool read_option(const RecordField& field, FurnitureRule& rule) {
  if (field.name == "zone") {
    if (field.value == "head") rule.zone = FurnitureRule::Zone::kHead;
    if (field.value == "body") rule.zone = FurnitureRule::Zone::kBody;
    if (field.value == "end") rule.zone = FurnitureRule::Zone::kEnd;
    return rule.zone != FurnitureRule::Zone::kAnywhere;
  }
  if (field.name == "then") {
    if (field.value == "titles") rule.then = FurnitureRule::Then::kTitles;
    if (field.value == "rest") rule.then = FurnitureRule::Then::kRest;
    return field.value == "titles" || field.value == "rest";
  }
  if (field.name == "prose") {
    rule.may_be_prose = field.value == "yes";
    return rule.may_be_prose;
  }
  if (field.name == "only") {
    rule.only_pasted = field.value == "pasted";
    return rule.only_pasted;
  }
  if (field.name == "above") {
    rule.above_title = field.value == "title";
    return rule.above_title;
  }
  if (field.name == "words-max") {
    const char* end = field.value.data() + field.value.size();
    return std::from_chars(field.value.data(), end, rule.words_max).ptr == end;
  }
  return field.name == "example" || field.name == "not" || field.name == "from" ||
         field.name == "edited" || field.name == "reason";
}

FurnitureRule rule_of(const Record& record, std::string_view shown, DataFiles& files,
                      Furniture& furniture) {
  FurnitureRule rule;
  rule.reason = record.get("reason");
  rule.file = shown;
  rule.line = record.line;
  if (rule.reason.empty()) {
    files.add_error(shown, record.line, "no 'reason:'", "say what such lines are");
  }
  for (const RecordField& field : record.fields) {
    if (field.name != "line") {
      if (!read_option(field, rule)) {
        files.add_error(shown, field.line,
                        "cannot read '" + std::string(field.name) + ": " + field.value + "'",
                        "docs/formats/furniture.md lists what may stand here");
      }
      continue;
    }
    auto pattern = LinePattern::parse(field.value, furniture.words, furniture.slots);
    if (pattern.ok()) {
      rule.lines.push_back(pattern.take());
    } else {
      files.add_error(shown, field.line, pattern.error().trouble, pattern.error().cure);
    }
  }
  return rule;
}

std::vector<FurnitureRule> rules_in(DataFiles& files, const std::string& name,
                                    Furniture& furniture) {
  const std::string_view shown = files.shown_name(name);
  const RecordFile read = parse_records(files.text(name), shown);
  files.add_errors(read.errors);
  std::vector<FurnitureRule> rules;
  for (const Record& record : read.records) {
    rules.push_back(rule_of(record, shown, files, furniture));
  }
  return rules;
}

void index_rules(Furniture& furniture) {
  for (std::uint32_t rule = 0; rule < furniture.rules.size(); ++rule) {
    const std::vector<LinePattern>& lines = furniture.rules[rule].lines;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
      if (lines[line].key_words().empty()) furniture.lines_for_all.push_back({rule, line});
      for (std::uint32_t word : lines[line].key_words()) {
        furniture.lines_by_word[word].push_back({rule, line});
      }
    }
  }
}

// A line taken apart, as rules see it.
struct Line {
  std::vector<LineToken> tokens;
  std::size_t words = 0;
  bool is_sentence = false;
};

Line line_of(const Furniture& furniture, std::string_view text) {
  constexpr std::size_t kSentenceWordsMin = 5;
  Line line;
  line.tokens = furniture.words.tokens_of(text);
  for (const LineToken& token : line.tokens) line.words += !token.is_punctuation;
  // Quotes and brackets may close after the mark that ends a sentence.
  for (auto token = line.tokens.rbegin(); token != line.tokens.rend(); ++token) {
    if (!token->is_punctuation) break;
    if (token->text == "." || token->text == "!" || token->text == "?") line.is_sentence = true;
  }
  line.is_sentence = line.is_sentence && line.words >= kSentenceWordsMin;
  return line;
}

bool may_fit(const FurnitureRule& rule, const Line& line) {
  return line.words <= rule.words_max && (!line.is_sentence || rule.may_be_prose);
}

bool fits(const Furniture& furniture, const FurnitureRule& rule, const Line& line) {
  if (!may_fit(rule, line)) return false;
  return std::any_of(rule.lines.begin(), rule.lines.end(), [&](const LinePattern& pattern) {
    return pattern.fits(line.tokens, furniture.slots);
  });
}

// Every entry must do what its examples say.
void check_examples(DataFiles& files, const std::string& name, const Furniture& furniture,
                    const std::vector<FurnitureRule>& rules) {
  const std::string_view shown = files.shown_name(name);
  const RecordFile read = parse_records(files.text(name), shown);
  for (std::size_t i = 0; i < read.records.size() && i < rules.size(); ++i) {
    for (const RecordField& field : read.records[i].fields) {
      const bool is_example = field.name == "example";
      if (!is_example && field.name != "not") continue;
      if (fits(furniture, rules[i], line_of(furniture, field.value)) == is_example) continue;
      files.add_error(shown, field.line,
                      is_example ? "no line of this entry fits its example"
                                 : "a line of this entry fits what it must not",
                      is_example ? "widen a 'line:'" : "narrow a 'line:'");
    }
  }
}

// The rules of a file, each tried on its examples.
std::vector<FurnitureRule> load_rules(DataFiles& files, const std::string& name,
                                      Furniture& furniture) {
  std::vector<FurnitureRule> rules = rules_in(files, name, furniture);
  check_examples(files, name, furniture, rules);
  return rules;
}

void load_languages(DataFiles& files, Furniture& furniture) {
  const std::string_view shown = files.shown_name("languages.tsv");
  Table table = parse_table(files.text("languages.tsv"), shown);
  const std::size_t language_at = table.column("language"), words_at = table.column("words");
  for (const TableRow& row : table.rows) {
    LanguageProfile profile{std::string(row.cells[language_at]), {}};
    for (std::string_view word : split_list(row.cells[words_at], ' ')) {
      profile.words.emplace_back(word);
    }
    furniture.languages.push_back(std::move(profile));
  }
  files.add_errors(table.errors);
}

void load_outlets(DataFiles& files, Furniture& furniture) {
  const std::string_view shown = files.shown_name("sites/outlets.tsv");
  Table table = parse_table(files.text("sites/outlets.tsv"), shown);
  const std::size_t domain_at = table.column("domain"), outlet_at = table.column("outlet");
  for (const TableRow& row : table.rows) {
    const bool is_new =
        furniture.outlets.emplace(row.cells[domain_at], row.cells[outlet_at]).second;
    if (!is_new) {
      files.add_error(shown, row.line, "'" + std::string(row.cells[domain_at]) + "' stands twice",
                      "keep one of the lines");
    }
  }
  files.add_errors(table.errors);
}

void load_marks(DataFiles& files, Furniture& furniture) {
  const std::string_view shown = files.shown_name("en/furniture/marks.tsv");
  Table table = parse_table(files.text("en/furniture/marks.tsv"), shown);
  const std::size_t mark_at = table.column("mark"), reason_at = table.column("reason");
  for (const TableRow& row : table.rows) {
    if (row.cells[reason_at] == "body") {
      furniture.body_marks.emplace_back(row.cells[mark_at]);
    } else if (row.cells[reason_at] == "dek") {
      furniture.dek_marks.emplace_back(row.cells[mark_at]);
    } else if (row.cells[reason_at] == "date") {
      furniture.date_marks.emplace(row.cells[mark_at]);
    } else {
      furniture.furniture_marks.emplace(row.cells[mark_at], row.cells[reason_at]);
    }
  }
  files.add_errors(table.errors);
}

bool zone_allows(const FurnitureRule& rule, FurnitureRule::Zone line) {
  if (line == FurnitureRule::Zone::kTitle) return rule.above_title;
  const bool is_after_start = line == FurnitureRule::Zone::kEnd;
  return rule.zone == FurnitureRule::Zone::kAnywhere || rule.zone == line ||
         (is_after_start && rule.zone == FurnitureRule::Zone::kBody);
}

}  // namespace

Furniture load_furniture(DataFiles& files) {
  Furniture furniture;
  load_slots(files, furniture);
  load_months(files, "en/furniture/months.tsv", MonthUse::kDateLines, furniture);
  load_months(files, "months.tsv", MonthUse::kDatesOnly, furniture);
  load_zones(files, furniture);
  load_given_names(files, furniture);
  for (const char* name : {"en/furniture/lines.rec", "furniture.rec"}) {
    std::vector<FurnitureRule> rules = load_rules(files, name, furniture);
    furniture.rules.insert(furniture.rules.end(), std::make_move_iterator(rules.begin()),
                           std::make_move_iterator(rules.end()));
  }
  index_rules(furniture);
  furniture.notices = load_rules(files, "en/furniture/notices.rec", furniture);
  load_languages(files, furniture);
  load_marks(files, furniture);
  load_outlets(files, furniture);
  return furniture;
}

const FurnitureRule* find_furniture(const Furniture& furniture, std::string_view text,
                                    FurnitureRule::Zone zone, bool is_given) {
  // No rule is for lines as long as this; a line need not be taken apart to know it.
  constexpr std::size_t kBytesMax = 800;
  if (text.size() > kBytesMax) return nullptr;
  const Line line = line_of(furniture, text);
  constexpr std::size_t kTokensMax = 200;
  if (line.tokens.size() > kTokensMax) return nullptr;
  const auto applies = [&](Furniture::RuleLine id) {
    const FurnitureRule& rule = furniture.rules[id.rule];
    if (!zone_allows(rule, zone) || (is_given && rule.only_pasted)) return false;
    return may_fit(rule, line) && rule.lines[id.line].fits(line.tokens, furniture.slots);
  };
  // Of several rules the one that stands first in the file.
  std::size_t first = furniture.rules.size();
  const auto try_lines = [&](const std::vector<Furniture::RuleLine>& lines) {
    for (Furniture::RuleLine id : lines) {
      if (id.rule >= first) return;
      if (applies(id)) first = id.rule;
    }
  };
  for (const LineToken& token : line.tokens) {
    const auto found = furniture.lines_by_word.find(token.word);
    if (token.word == 0 || found == furniture.lines_by_word.end()) continue;
    try_lines(found->second);
  }
  try_lines(furniture.lines_for_all);
  return first == furniture.rules.size() ? nullptr : &furniture.rules[first];
}

std::string_view notice_in(const Furniture& furniture, std::string_view line) {
  constexpr std::size_t kBytesMax = 800;
  if (line.size() > kBytesMax) return {};
  const Line taken = line_of(furniture, line);
  for (const FurnitureRule& rule : furniture.notices) {
    if (fits(furniture, rule, taken)) return rule.reason;
  }
  return {};
}

std::string_view outlet_of(const Furniture& furniture, std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::string_view host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  std::string domain = lower_case(host);
  while (!domain.empty()) {
    const auto found = furniture.outlets.find(domain);
    if (found != furniture.outlets.end()) return found->second;
    const std::size_t dot = domain.find('.');
    if (dot == std::string::npos) return {};
    domain.erase(0, dot + 1);
  }
  return {};
}

}  // namespace verbale
