// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/describe_event.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace verbale {
namespace {

// Patterns that ask for a party on each side and for nothing more, and those that ask for much.
constexpr int kPlainDemands = 2;
constexpr int kManyDemands = 6;

using Sign = ConfidenceSign;

// The words that name the act, when they stand together; else the head alone.
ByteSpan trigger_of(const FoundAct& act, const Tree& tree) {
  TokenSpan words{act.head, act.head + 1};
  for (std::uint32_t word : act.words) {
    words.begin = std::min(words.begin, word);
    words.end = std::max(words.end, word + 1);
  }
  constexpr std::uint32_t kTriggerTokensMax = 8;
  if (words.size() > kTriggerTokensMax) words = {act.head, act.head + 1};
  return {tree.token(words.begin).span.begin, tree.token(words.end - 1).span.end};
}

}  // namespace

void describe(const FoundAct& act, const ActLexicon& lexicon, const Ontology& ontology,
              const Tree& tree, const Event* content, Event& event) {
  const ActPattern& pattern = lexicon.patterns[act.pattern];
  const ActEntry& entry = lexicon.entries[pattern.entry];
  event.act = event.type = entry.act;
  event.mode = entry.mode;
  event.cameo = entry.cameo;
  if (entry.mode_by_content || entry.cameo_by_content) {
    const ContentMode* rule = ontology.content_mode(
        entry.act, content != nullptr ? std::optional(content->act) : std::nullopt,
        content != nullptr ? content->cameo : std::string_view());
    if (rule != nullptr && entry.mode_by_content) event.mode = rule->mode;
    if (rule != nullptr && entry.cameo_by_content) event.cameo = rule->cameo;
  }
  if (entry.factuality) event.factuality = *entry.factuality;
  event.head = act.head;
  event.anchor = act.anchor();
  event.sentence = tree.sentence_of(act.head);
  event.rule = {entry.file, pattern.line};
  event.trigger = trigger_of(act, tree);
}

void add_signs(const FoundAct& act, const ActPattern& pattern, bool is_nominal, bool is_mutual,
               Event& event) {
  if (event.recipients.empty()) {
    event.signs.add(is_mutual && event.actors.size() > 1 ? Sign::kMutualSides : Sign::kActorAlone);
  } else {
    event.signs.add(event.actors.empty() ? Sign::kRecipientAlone : Sign::kBothSides);
  }
  if (is_nominal) {
    event.signs.add(act.support == kNoToken ? Sign::kByNounAlone : Sign::kByCarriedNoun);
  } else {
    event.signs.add(pattern.kind == PredicateKind::kAdjective ? Sign::kByAdjective : Sign::kByVerb);
  }
  event.signs.add(Sign::kPlainPattern, pattern.demands <= kPlainDemands);
  event.signs.add(Sign::kDemandingPattern, pattern.demands >= kManyDemands);
}

std::vector<Event> sorted_by_text(std::vector<Event> events) {
  std::vector<std::size_t> order(events.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return events[a].head < events[b].head; });
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Event> sorted;
  for (std::size_t i : order) sorted.push_back(std::move(events[i]));
  for (Event& event : sorted) {
    if (event.content) event.content = place[*event.content];
  }
  return sorted;
}

}  // namespace verbale
