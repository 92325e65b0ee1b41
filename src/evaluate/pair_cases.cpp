// SPDX-License-Identifier: Apache-2.0
#include "evaluate/pair_cases.h"

#include <algorithm>
#include <map>

#include "core/calendar.h"
#include "evaluate/gold_rows.h"
#include "journey/code_article.h"

namespace verbale {
namespace {

// How well an event fits the pair: whole, one side alone, either side with somebody else.
constexpr double kFitsPair = 100;
constexpr double kFitsOneSide = 60;
constexpr double kFitsWithOthers = 45;
constexpr double kTouchesPair = 20;
// A trigger between the two says more of them than one beside.
constexpr double kStandsBetween = 10;

bool overlaps(const std::vector<EventParty>& sides, ByteSpan span) {
  return std::any_of(sides.begin(), sides.end(),
                     [&](const EventParty& side) { return side.span.touches(span); });
}

// Who visits whom is no matter of who acts: a meeting counts whichever side is named first.
bool is_for_pair(const Event& event, const PairCase& pair) {
  if (event.recipients.empty()) {
    return overlaps(event.actors, pair.source) && overlaps(event.actors, pair.target);
  }
  const bool is_forward =
      overlaps(event.actors, pair.source) && overlaps(event.recipients, pair.target);
  const bool is_backward =
      overlaps(event.actors, pair.target) && overlaps(event.recipients, pair.source);
  return is_forward || (is_backward && event.act == PloverType::kConsult);
}

double fit(const Event& event, const PairCase& pair) {
  double score = event.confidence;
  const bool by_source = overlaps(event.actors, pair.source);
  const bool on_target = overlaps(event.recipients, pair.target);
  if (is_for_pair(event, pair)) score += kFitsPair;
  else if (by_source && event.recipients.empty()) score += kFitsOneSide;
  else if (on_target && event.actors.empty()) score += kFitsOneSide;
  else if (by_source || on_target) score += kFitsWithOthers;
  else if (overlaps(event.actors, pair.target) || overlaps(event.recipients, pair.source)) {
    score += kTouchesPair;
  }
  const std::uint32_t first = std::min(pair.source.end, pair.target.end);
  const std::uint32_t last = std::max(pair.source.begin, pair.target.begin);
  if (event.trigger.begin >= first && event.trigger.end <= last) score += kStandsBetween;
  return score;
}

// The type that most of the patterns have which a word between the two called up, or any word
// where none stands between. Empty where no word is known.
std::string type_called_up(const Document& document, const std::vector<Refusal>& refusals,
                           const PairCase& pair, const Knowledge& knowledge) {
  const std::uint32_t first = std::min(pair.source.end, pair.target.end);
  const std::uint32_t last = std::max(pair.source.begin, pair.target.begin);
  const ActLexicon& acts = knowledge.coding.acts;
  for (const bool between : {true, false}) {
    std::map<std::string, int> votes;
    for (const Refusal& refusal : refusals) {
      const ByteSpan word = document.syntax.tokens[refusal.head].span;
      if (between && (word.begin < first || word.end > last)) continue;
      if (acts.entries[acts.patterns[refusal.pattern].entry].is_nothing) continue;
      ++votes[root_of(acts.entries[acts.patterns[refusal.pattern].entry].act)];
    }
    const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
      return a.second < b.second;
    });
    if (most != votes.end()) return most->first;
  }
  return "";
}

}  // namespace

bool is_held_back(std::string_view id) {
  constexpr int kEvery = 5;
  return number_of(id) % kEvery == 0;
}

std::string root_of(PloverType type) {
  if (type == PloverType::kConcede || type == PloverType::kRetreat) return "YIELD";
  return std::string(name_of(type));
}

std::optional<PairCase> unmarked(std::string_view marked) {
  PairCase made;
  const auto begin_of = [&] { return static_cast<std::uint32_t>(made.text.size()); };
  for (std::size_t at = 0; at < marked.size();) {
    const std::string_view rest = marked.substr(at);
    if (rest.starts_with("<s>")) made.source.begin = begin_of(), at += 3;
    else if (rest.starts_with("</s>")) made.source.end = begin_of(), at += 4;
    else if (rest.starts_with("<t>")) made.target.begin = begin_of(), at += 3;
    else if (rest.starts_with("</t>")) made.target.end = begin_of(), at += 4;
    else made.text += marked[at++];
  }
  if (made.source.empty() || made.target.empty()) return std::nullopt;
  return made;
}

void predict(PairCase& pair, std::string_view day, const Knowledge& knowledge,
             PairReading reading) {
  const bool is_given = reading == PairReading::kGiven;
  Article article;
  article.id = "gold";
  article.text = pair.text;
  article.published_day = parse_iso_day(day);
  if (is_given) article.given_parties = {pair.source, pair.target};
  std::vector<Refusal> refusals;
  const Document document =
      code_clean_article(std::move(article), knowledge, is_given ? &refusals : nullptr);
  const Event* best = nullptr;
  double best_fit = 0;
  for (const Event& event : document.events) {
    if (!is_given && !is_for_pair(event, pair)) continue;
    const double value = is_given ? fit(event, pair) : event.confidence;
    if (best == nullptr || value > best_fit) best = &event, best_fit = value;
  }
  if (best != nullptr) {
    pair.predicted = root_of(best->type);
    pair.confidence = best->confidence;
    pair.signs = best->signs;
  } else if (is_given) {
    pair.predicted = type_called_up(document, refusals, pair, knowledge);
  }
}

std::vector<PairCase> read_pair_cases(const std::vector<JsonValue>& rows, const Knowledge& knowledge,
                                      PairReading reading, bool held_back) {
  std::vector<PairCase> cases;
  for (const JsonValue& row : rows) {
    if (is_held_back(row.text_of("id")) != held_back) continue;
    const JsonValue* extra = row.find("extra");
    auto pair = extra == nullptr ? std::nullopt : unmarked(extra->text_of("marked"));
    if (!pair) continue;
    pair->gold = gold_root(row);
    if (pair->gold.empty()) continue;
    predict(*pair, row.text_of("date"), knowledge, reading);
    cases.push_back(std::move(*pair));
  }
  return cases;
}

}  // namespace verbale
