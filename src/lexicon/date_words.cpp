// SPDX-License-Identifier: Apache-2.0
#include "lexicon/date_words.h"

#include <algorithm>
#include <charconv>

#include "core/edit_distance.h"
#include "formats/records.h"
#include "lexicon/data_files.h"
#include "lexicon/date_pattern.h"

namespace verbale {
namespace {

template <typename Enum, std::size_t count>
std::optional<Enum> enum_of(std::string_view name) {
  for (std::size_t i = 0; i < count; ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::optional<int> parse_int(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (trouble != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> index_in(std::initializer_list<std::string_view> names, std::string_view name) {
  int i = 0;
  for (const std::string_view known : names) {
    if (known == name) return i;
    ++i;
  }
  return std::nullopt;
}

std::optional<HolidayRule> parse_holiday(std::string_view text) {
  HolidayRule rule;
  for (const auto& [name, kind] :
       {std::pair{std::string_view("easter"), HolidayRule::Kind::kEaster},
        {"orthodox-easter", HolidayRule::Kind::kOrthodoxEaster}}) {
    if (!text.starts_with(name)) continue;
    const auto shift = parse_int(text.substr(name.size()));
    if (!shift) return std::nullopt;
    rule.kind = kind;
    rule.shift = static_cast<std::int16_t>(*shift);
    return rule;
  }
  if (text.size() == 5 && text[2] == '-') {
    const auto month = parse_int(text.substr(0, 2));
    const auto day = parse_int(text.substr(3));
    if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
    rule.month = static_cast<std::uint8_t>(*month);
    rule.day = static_cast<std::uint8_t>(*day);
    return rule;
  }
  const auto parts = split_list(text, ' ');
  if (parts.size() < 3 || parts.size() > 4) return std::nullopt;
  const auto month = parse_int(parts[0]), weekday = parse_int(parts[1]),
             which = parse_int(parts[2]);
  if (!month || !weekday || !which || *month < 1 || *month > 12 || *weekday < 1 || *weekday > 7 ||
      *which < -1 || *which > 5 || *which == 0) {
    return std::nullopt;
  }
  rule.kind = HolidayRule::Kind::kWeekday;
  rule.month = static_cast<std::uint8_t>(*month);
  rule.weekday = static_cast<std::uint8_t>(*weekday);
  rule.which = static_cast<std::int8_t>(*which);
  if (parts.size() == 4) rule.shift = static_cast<std::int16_t>(parse_int(parts[3]).value_or(0));
  return rule;
}

std::optional<DayRange> parse_period(std::string_view text) {
  if (text.size() != 21 || text[10] != '/') return std::nullopt;
  const auto start = parse_iso_day(text.substr(0, 10));
  const auto end = parse_iso_day(text.substr(11));
  if (!start || !end || *end < *start) return std::nullopt;
  return DayRange{*start, *end};
}

// Bounds: see DateBound; kOn has no word.
std::optional<int> parse_bound(std::string_view text) {
  if (text == "by") return kByBound;
  return index_in({"on", "since", "until", "before", "after"}, text);
}

// What a cell "value" means for a class. Nothing when it is wrong.
std::optional<int> parse_value(DateWords& words, DateClass kind, std::string_view text) {
  switch (kind) {
    case DateClass::kUnit:
    case DateClass::kUnits:
    case DateClass::kLong:
    case DateClass::kDayUnit:
    case DateClass::kWeekendUnit:
      return index_in(
          {"S", "MIN", "H", "D", "WE", "W", "FN", "M", "Q", "HY", "Y", "DE", "CE", "ML"}, text);
    case DateClass::kPart:
    case DateClass::kDeicticPart:
      return index_in({"MO", "MID", "AF", "EV", "NI", "NOON", "MIDNIGHT"}, text);
    case DateClass::kSeason:
      return index_in({"SP", "SU", "FA", "WI"}, text);
    case DateClass::kMod:
      return index_in({"START", "MID", "END", "EARLIER", "LATER"}, text);
    case DateClass::kBound:
      return parse_bound(text);
    case DateClass::kSpanOpen:
    case DateClass::kSpanJoin:
      return index_in({"from", "between"}, text);
    case DateClass::kHoliday:
      if (const auto rule = parse_holiday(text)) {
        words.holidays.push_back(*rule);
        return static_cast<int>(words.holidays.size()) - 1;
      }
      return std::nullopt;
    case DateClass::kPeriod:
      if (const auto range = parse_period(text)) {
        words.periods.push_back(*range);
        return static_cast<int>(words.periods.size()) - 1;
      }
      return std::nullopt;
    case DateClass::kReference:
    case DateClass::kFrequency:
    case DateClass::kAbout:
      if (text.empty()) return std::nullopt;
      words.codes.emplace_back(text);
      return static_cast<int>(words.codes.size()) - 1;
    case DateClass::kNumericOrder: {
      const auto order = index_in({"month-first", "day-first"}, text);
      if (order) words.day_before_month = *order == 1;
      return order;
    }
    default:
      return text.empty() ? 0 : parse_int(text);
  }
}

void load_words(DataFiles& files, DateWords& words) {
  Table table =
      parse_table(files.text("en/dates/words.tsv"), files.shown_name("en/dates/words.tsv"));
  const std::size_t term = table.column("words"), kind = table.column("class"),
                    value = table.column("value"), form = table.column("form");
  for (const TableRow& row : table.rows) {
    const auto wrong = [&](std::string trouble) {
      files.add_error(table.file, row.line, std::move(trouble));
    };
    const auto parts = split_list(row.cells[term], ' ');
    const auto known = enum_of<DateClass, kDateClassCount>(row.cells[kind]);
    if (parts.empty() || !known || *known >= DateClass::kDay) {
      wrong("no class of words is called '" + std::string(row.cells[kind]) + "'");
      continue;
    }
    const auto number = parse_value(words, *known, row.cells[value]);
    if (!number) {
      wrong("'" + std::string(row.cells[value]) + "' is no value of class " +
            std::string(row.cells[kind]));
      continue;
    }
    DateLexeme lexeme;
    lexeme.kind = *known;
    lexeme.value = *number;
    lexeme.is_weak = row.cells[form].find("weak") != std::string_view::npos;
    lexeme.needs_name = row.cells[form].find("name") != std::string_view::npos;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      lexeme.rest.push_back(intern_date_word(words, parts[i]));
    }
    words.words[intern_date_word(words, parts[0])].lexemes.push_back(std::move(lexeme));
  }
  files.add_errors(table.errors);
}

std::vector<DateWordId> parse_context(DateWords& words, std::string_view text) {
  std::vector<DateWordId> ids;
  for (const std::string_view word : split_list(text, ' ')) {
    ids.push_back(intern_date_word(words, word));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void load_pattern_record(DataFiles& files, std::string_view file, const Record& record,
                         DateWords& words) {
  const auto meaning = enum_of<DateMeaning, kDateMeaningCount>(record.get("means"));
  if (!meaning) {
    files.add_error(file, record.line,
                    "no meaning is called '" + std::string(record.get("means")) + "'");
    return;
  }
  DatePattern pattern;
  pattern.meaning = *meaning;
  pattern.accepts_weak = record.get("accepts").find("weak") != std::string_view::npos;
  pattern.after = parse_context(words, record.get("after"));
  pattern.not_after = parse_context(words, record.get("not-after"));
  pattern.before = parse_context(words, record.get("before"));
  pattern.not_before = parse_context(words, record.get("not-before"));
  for (const RecordField& field : record.fields) {
    if (field.name == "pattern") {
      pattern.line = field.line;
      words.patterns.push_back(pattern);
      const std::string trouble = add_date_pattern(
          words, field.value, static_cast<std::uint32_t>(words.patterns.size() - 1));
      if (!trouble.empty()) files.add_error(file, field.line, trouble);
    } else if (field.name == "example") {
      words.examples.push_back({field.value, field.line});
    } else if (!index_in({"means", "accepts", "after", "not-after", "before", "not-before"},
                         field.name)) {
      files.add_error(file, field.line, "no field is called '" + std::string(field.name) + "'");
    }
  }
}

}  // namespace

const DateWords::Word* DateWords::find(std::string_view word) const {
  const auto found = ids.find(word);
  return found == ids.end() ? nullptr : &words[found->second];
}

bool DateWords::is(std::string_view word, DateClass kind) const {
  const Word* found = find(word);
  if (found == nullptr) return false;
  return std::any_of(found->lexemes.begin(), found->lexemes.end(), [&](const DateLexeme& lexeme) {
    return lexeme.kind == kind && lexeme.rest.empty();
  });
}

DateWords load_date_words(DataFiles& files) {
  DateWords words;
  words.states.emplace_back();
  load_words(files, words);
  const std::string_view name = "en/dates/patterns.rec";
  const std::string_view shown = files.shown_name(name);
  const RecordFile records = parse_records(files.text(name), shown);
  files.add_errors(records.errors);
  for (const Record& record : records.records) load_pattern_record(files, shown, record, words);
  return words;
}

}  // namespace verbale
