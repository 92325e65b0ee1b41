// SPDX-License-Identifier: Apache-2.0
#include "evaluate/five_w.h"

#include <algorithm>
#include <set>

#include "core/utf8.h"
#include "evaluate/gold_rows.h"
#include "journey/code_article.h"

namespace verbale {
namespace {

constexpr std::size_t kShortWord = 3;

void add_words(std::string_view text, std::set<std::string>& words) {
  std::string word;
  for (char c : lower_case(fold_name(text)) + " ") {
    if (is_ascii_lower(c) || is_digit(c) || static_cast<unsigned char>(c) > 127) {
      word += c;
    } else {
      if (word.size() > kShortWord) words.insert(word);
      word.clear();
    }
  }
}

bool overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

std::set<std::string> gold_words(const JsonValue& gold, std::string_view slot) {
  std::set<std::string> words;
  const JsonValue* phrases = gold.find(slot);
  if (phrases == nullptr) return words;
  for (const JsonValue& phrase : phrases->items) add_words(phrase.text_of("text"), words);
  return words;
}

// What events say in the three slots.
struct Said {
  std::set<std::string> who, where;
  std::vector<DayRange> when;
};

void add_event(const Event& event, const Document& document, Said& said) {
  const std::string_view text = document.article.text;
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const EventParty& party : *side) {
      add_words(party.party.name, said.who);
      add_words(party.span.of(text), said.who);
    }
  }
  if (event.place) {
    add_words(event.place->place.name, said.where);
    add_words(event.place->span.of(text), said.where);
  }
  if (event.date && event.date->value.range) said.when.push_back(*event.date->value.range);
}

struct SlotShares {
  std::string name;
  std::vector<char> any, first;
};

}  // namespace

SuiteReport evaluate_five_w(const std::string& stories_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "five-w";
  const auto rows = read_gold_rows(stories_directory + "/five-w.jsonl", report.skipped);
  SlotShares who{"who", {}, {}}, where{"where", {}, {}}, when{"when", {}, {}};
  for (const JsonValue& row : rows) {
    const JsonValue* gold = row.find("gold");
    if (gold == nullptr) continue;
    Article article;
    article.id = row.text_of("id");
    article.published_day = parse_iso_day(row.text_of("date"));
    article.text = std::string(row.text_of("title")) + "\n\n" + std::string(row.text_of("lead")) +
                   "\n\n" + std::string(row.text_of("text"));
    const Document document = code_clean_article(std::move(article), knowledge);
    Said all, first;
    for (const Event& event : document.events) {
      add_event(event, document, all);
      if (&event == &document.events.front()) add_event(event, document, first);
    }
    const auto judge = [&](SlotShares& slot, const std::set<std::string>& told,
                           const std::set<std::string>& in_all,
                           const std::set<std::string>& in_first) {
      if (told.empty()) return;
      slot.any.push_back(overlap(told, in_all) ? 1 : 0);
      slot.first.push_back(overlap(told, in_first) ? 1 : 0);
    };
    judge(who, gold_words(*gold, "who"), all.who, first.who);
    judge(where, gold_words(*gold, "where"), all.where, first.where);
    const JsonValue* days = gold->find("when");
    std::vector<Day> told;
    for (const JsonValue& day : days == nullptr ? std::vector<JsonValue>() : days->items) {
      if (const auto parsed = parse_iso_day(day.text_of("parsed"))) told.push_back(*parsed);
    }
    if (told.empty()) continue;
    const auto holds = [&](const Said& said) {
      return std::any_of(said.when.begin(), said.when.end(), [&](const DayRange& range) {
        return std::any_of(told.begin(), told.end(),
                           [&](Day day) { return range.start <= day && day <= range.end; });
      });
    };
    when.any.push_back(holds(all) ? 1 : 0);
    when.first.push_back(holds(first) ? 1 : 0);
  }
  for (const SlotShares* slot : {&who, &when, &where}) {
    for (const bool is_first : {false, true}) {
      const std::vector<char>& right = is_first ? slot->first : slot->any;
      report.figures.push_back(figure_with_interval(
          slot->name + (is_first ? " of first event" : " of any event"), right.size(),
          [&](const std::vector<std::size_t>& drawn) {
            double sum = 0;
            for (std::size_t i : drawn) sum += right[i];
            return drawn.empty() ? 0.0 : sum / static_cast<double>(drawn.size());
          }));
    }
  }
  return report;
}

}  // namespace verbale
