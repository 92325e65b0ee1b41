// SPDX-License-Identifier: Apache-2.0
#include "evaluate/actors.h"

#include <optional>
#include <vector>

#include "core/utf8.h"
#include "evaluate/gold_rows.h"
#include "journey/code_article.h"

namespace verbale {
namespace {

// When the cases that name no day were written.
constexpr std::string_view kDefaultDay = "2022-04-01";
// What "today" was there.
constexpr std::string_view kToday = "2023-06-01";

struct ActorCase {
  std::string text;
  std::string context;  // "German": what the story says of the phrase.
  std::string day;
  const JsonValue* country = nullptr;  // Null where the case says nothing.
  const JsonValue* sector = nullptr;
};

// The day in the arguments of a case: "'Trump', query_date='2019-04-01'".
std::string day_in(std::string_view arguments) {
  if (arguments.find("'today'") != std::string_view::npos) return std::string(kToday);
  for (std::size_t at = 0; at + 10 <= arguments.size(); ++at) {
    if (parse_iso_day(arguments.substr(at, 10))) return std::string(arguments.substr(at, 10));
  }
  return std::string(kDefaultDay);
}

// The second argument, when it is a word: "'Defense Minister', 'German'".
std::string context_in(std::string_view arguments) {
  const std::size_t comma = arguments.find("', '");
  if (comma == std::string_view::npos) return {};
  std::string_view word = arguments.substr(comma + 4);
  word = word.substr(0, word.find('\''));
  return word.find('-') == std::string_view::npos && word != "today" ? std::string(word) : "";
}

std::optional<ActorCase> case_of(const JsonValue& row) {
  const JsonValue* expected = row.find("expected");
  if (expected == nullptr) return std::nullopt;
  ActorCase made;
  made.text = row.text_of("actor_text");
  made.day = day_in(row.text_of("args"));
  made.context = context_in(row.text_of("args"));
  made.country = expected->find("country");
  made.sector = expected->find("code_1");
  if (made.text.empty() || (made.country == nullptr && made.sector == nullptr)) {
    return std::nullopt;
  }
  return made;
}

Party party_of(const ActorCase& each, const Knowledge& knowledge) {
  Article article;
  article.id = "gold";
  const auto senses = knowledge.actors.names.find(each.context);
  const bool is_noun = !senses.empty() && senses.front().form == NameForm::kName;
  const std::string lead = each.context.empty() ? "" : each.context + (is_noun ? "'s " : " ");
  article.text = lead + each.text + " spoke on Monday.";
  article.published_day = parse_iso_day(each.day);
  const auto end = lead.size() + each.text.size();
  const Document document = code_clean_article(std::move(article), knowledge);
  const Mention* widest = nullptr;
  for (const Mention& mention : document.references.mentions) {
    if (mention.kind == MentionKind::kDate || mention.is_pronoun) continue;
    if (document.syntax.tokens[mention.tokens.begin].span.begin >= end) continue;
    const bool wider = widest == nullptr || mention.tokens.size() > widest->tokens.size();
    if (wider && (mention.party || widest == nullptr)) widest = &mention;
  }
  return widest != nullptr && widest->party ? *widest->party : Party();
}

bool country_is_right(std::string_view gold, const Party& party) {
  if (gold == "UNO" || gold == "EUR" || gold == "IGO") {
    return party.country == "IGO" &&
           (gold == "IGO" || party.code.find(gold) != std::string::npos);
  }
  // Bodies above states have no country there, or that of their seat.
  if (gold.empty()) return party.country.empty() || party.country == "NGO";
  return party.country == gold;
}

// The gold names a few sectors otherwise than data/ontology/sectors.tsv does.
bool sector_is_right(std::string_view gold, const Party& party) {
  if (gold == "HLH") return party.sector == "MED";
  if (gold == "BUD") return party.sector == "REL";
  if (gold == "NGO") return party.country == "NGO";
  if (gold == "UNK" || gold == "JNK") return party.sector.empty();
  return party.sector == gold;
}

}  // namespace

SuiteReport evaluate_actors(const std::string& actors_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "actors";
  const auto rows = read_gold_rows(actors_directory + "/agent-codes.jsonl", report.skipped);
  std::vector<char> countries, sectors;
  SuiteTable misses{"misses", {"phrase", "expected", "got"}, {}};
  for (const JsonValue& row : rows) {
    const auto each = case_of(row);
    if (!each) continue;
    const Party party = party_of(*each, knowledge);
    bool is_right = true;
    if (each->country != nullptr) {
      countries.push_back(country_is_right(each->country->string, party) ? 1 : 0);
      is_right = countries.back() != 0;
    }
    if (each->sector != nullptr) {
      sectors.push_back(sector_is_right(each->sector->string, party) ? 1 : 0);
      is_right = is_right && sectors.back() != 0;
    }
    if (is_right) continue;
    const auto said = [](const JsonValue* value) {
      return value == nullptr ? std::string("*") : value->string;
    };
    misses.rows.push_back({each->text, said(each->country) + " " + said(each->sector),
                           party.country + " " + party.sector + " " + party.code});
  }
  const auto add = [&](std::string name, const std::vector<char>& right) {
    report.figures.push_back(figure_with_interval(
        std::move(name), right.size(), [&](const std::vector<std::size_t>& drawn) {
          double sum = 0;
          for (std::size_t i : drawn) sum += right[i];
          return drawn.empty() ? 0.0 : sum / static_cast<double>(drawn.size());
        }));
  };
  if (!rows.empty()) {
    add("country", countries);
    add("sector", sectors);
    report.tables.push_back(std::move(misses));
  }
  return report;
}

}  // namespace verbale
