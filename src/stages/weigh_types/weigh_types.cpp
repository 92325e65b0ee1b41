// SPDX-License-Identifier: Apache-2.0
#include "stages/weigh_types/weigh_types.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "stages/weigh_types/type_features.h"

namespace verbale {
namespace {

// How many times likelier the weights must find another type than the lexicon's. With fifteen types
// and a lexicon that is right every second time where the two differ, even odds lie here.
constexpr double kLexiconOdds = 14;
constexpr double kGuessConfidence = 0.5;  // At most: nothing in the lexicon speaks for a guess.

PloverType type_named(std::string_view name) {
  return name == "YIELD" ? PloverType::kConcede : plover_type_of(name).value_or(PloverType::kConcede);
}

std::size_t likeliest(const std::vector<double>& odds) {
  return static_cast<std::size_t>(std::max_element(odds.begin(), odds.end()) - odds.begin());
}

// The shortest CAMEO code that crosses to the type and to no mode of it; of several the first.
std::string_view cameo_of(const Ontology& ontology, PloverType type) {
  std::string_view best;
  for (const auto& [code, facts] : ontology.cameo) {
    if (facts.type != type || !facts.mode.empty()) continue;
    const bool is_better = best.empty() || code.size() < best.size() ||
                           (code.size() == best.size() && code < best);
    if (is_better) best = code;
  }
  return best;
}

// The line of the feature that speaks most for a type.
int line_for(const std::vector<std::string>& features, std::size_t type, const TypeWeights& weights) {
  int line = 1;
  float most = 0;
  for (const std::string& feature : features) {
    const auto row = weights.rows.find(feature);
    if (row == weights.rows.end() || row->second.weights[type] <= most) continue;
    most = row->second.weights[type];
    line = row->second.line;
  }
  return line;
}

std::vector<double> odds_of(const std::vector<std::string>& features, const TypeWeights& weights) {
  std::vector<double> odds(weights.types.size(), 0);
  for (const std::string& feature : features) {
    const auto row = weights.rows.find(feature);
    if (row == weights.rows.end()) continue;
    for (std::size_t i = 0; i < odds.size(); ++i) odds[i] += row->second.weights[i];
  }
  const double most = odds.empty() ? 0 : *std::max_element(odds.begin(), odds.end());
  double sum = 0;
  for (double& each : odds) sum += each = std::exp(each - most);
  for (double& each : odds) each /= sum;
  return odds;
}

EventParty given_party(ByteSpan span, const Article& article, const Tree& tree,
                       const References& references) {
  EventParty side;
  side.span = span;
  side.is_given = true;
  side.party.name = span.of(article.text);
  for (const Mention& mention : references.mentions) {
    const ByteSpan head = tree.token(mention.head).span;
    if (!mention.party || !head.touches(span)) continue;
    side.party = *mention.party;
    side.entity = mention.entity;
    break;
  }
  return side;
}

bool binds(const Event& event, ByteSpan source, ByteSpan target) {
  const auto touches = [&](ByteSpan span) {
    for (const auto* sides : {&event.actors, &event.recipients}) {
      for (const EventParty& side : *sides) {
        if (side.span.touches(span)) return true;
      }
    }
    return false;
  };
  return touches(source) && touches(target);
}

// Both sides were marked by the sender.
bool are_given(const Event& event) {
  const EventParty& other = event.recipients.empty() ? event.actors[1] : event.recipients[0];
  return event.actors[0].is_given && other.is_given;
}

}  // namespace

std::string_view root_name_of(PloverType type) {
  if (type == PloverType::kConcede || type == PloverType::kRetreat) return "YIELD";
  return name_of(type);
}

std::optional<std::pair<ByteSpan, ByteSpan>> sides_of(const Event& event) {
  if (event.actors.empty()) return std::nullopt;
  if (!event.recipients.empty()) return std::pair(event.actors[0].span, event.recipients[0].span);
  if (event.actors.size() < 2) return std::nullopt;
  return std::pair(event.actors[0].span, event.actors[1].span);
}

std::vector<double> type_odds(const Tree& tree, ByteSpan source, ByteSpan target,
                              const TypeWeights& weights) {
  return odds_of(type_features(tree, source, target), weights);
}

std::vector<Event> guess_given_pair(std::vector<Event> events, const Article& article, const Tree& tree,
                                    const References& references, const TypeWeights& weights) {
  constexpr std::size_t kPair = 2;
  if (article.given_parties.size() != kPair || weights.rows.empty()) return events;
  const ByteSpan source = article.given_parties[0], target = article.given_parties[1];
  for (const Event& event : events) {
    if (binds(event, source, target)) return events;
  }
  const std::uint32_t top = meeting_of(tree, source, target);
  if (top == kNoToken) return events;
  const std::vector<std::string> features = type_features(tree, source, target);
  const std::vector<double> odds = odds_of(features, weights);
  const std::size_t best = likeliest(odds);
  Event guess;
  guess.act = guess.type = type_named(weights.types[best]);
  guess.actors = {given_party(source, article, tree, references)};
  guess.recipients = {given_party(target, article, tree, references)};
  guess.head = guess.anchor = top;
  guess.sentence = tree.sentence_of(top);
  guess.trigger = tree.token(top).span;
  guess.rule = {weights.file, line_for(features, best, weights)};
  events.push_back(std::move(guess));
  return events;
}

std::vector<Event> weigh_types(std::vector<Event> events, const Tree& tree, const Ontology& ontology,
                               const TypeWeights& weights) {
  if (weights.rows.empty()) return events;
  for (Event& event : events) {
    // Sides that the engine found itself are less sure, and the lexicon then the better judge.
    const auto sides = sides_of(event);
    if (!sides || !are_given(event)) continue;
    const std::vector<double> odds = type_odds(tree, sides->first, sides->second, weights);
    const std::size_t best = likeliest(odds);
    if (event.rule.file == weights.file) {
      event.type = event.act;  // The weights speak of the type; no rule makes another of it.
      event.cameo = cameo_of(ontology, event.type);
      event.confidence = kGuessConfidence * odds[best];
      continue;
    }
    const auto own = std::find(weights.types.begin(), weights.types.end(), root_name_of(event.type));
    const double own_odds = own == weights.types.end()
                                ? 0
                                : odds[static_cast<std::size_t>(own - weights.types.begin())];
    if (odds[best] <= kLexiconOdds * own_odds) continue;
    event.type = event.act = type_named(weights.types[best]);
    event.mode = {};
    event.cameo = cameo_of(ontology, event.type);
  }
  return events;
}

}  // namespace verbale
