// SPDX-License-Identifier: Apache-2.0
#include "stages/rate_events/rate_events.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr std::size_t kManySides = 3;
constexpr std::uint32_t kFarTokens = 15;
constexpr std::uint32_t kLongTokens = 35;
constexpr std::uint32_t kShortTokens = 14;

using Sign = ConfidenceSign;

class Rater {
 public:
  Rater(const std::vector<Event>& events, const Tree& tree, const Article& article,
        const References& references)
      : events_(events), tree_(tree), article_(article), references_(references) {}

  ConfidenceSigns signs_of(std::size_t index) const {
    const Event& event = events_[index];
    ConfidenceSigns signs = event.signs;
    add_sides(event, signs);
    add_surroundings(index, signs);
    signs.add(Sign::kAttributed, !event.attribution.empty());
    signs.add(Sign::kConditional, !event.conditions.empty());
    signs.add(Sign::kBackground, event.background);
    signs.add(Sign::kTypeByRule, event.type != event.act);
    signs.add(offset(Sign::kHappened, static_cast<std::size_t>(event.factuality)));
    signs.add(offset(Sign::kAgree, static_cast<std::size_t>(event.type)));
    return signs;
  }

 private:
  static Sign offset(Sign first, std::size_t by) {
    return static_cast<Sign>(static_cast<std::size_t>(first) + by);
  }

  void add_sides(const Event& event, ConfidenceSigns& signs) const {
    const auto lacks_code = [](const EventParty& side) { return side.party.code.empty(); };
    signs.add(Sign::kUncodedActor,
              std::any_of(event.actors.begin(), event.actors.end(), lacks_code));
    signs.add(Sign::kUncodedRecipient,
              std::any_of(event.recipients.begin(), event.recipients.end(), lacks_code));
    signs.add(Sign::kManySides, event.actors.size() >= kManySides ||
                                    event.recipients.size() >= kManySides);
    bool has_pronoun = false, has_far = false;
    for (const auto* sides : {&event.actors, &event.recipients}) {
      for (const EventParty& side : *sides) {
        has_pronoun |= is_pronoun(side);
        has_far |= is_far(side, event.head);
      }
    }
    signs.add(Sign::kPronounSide, has_pronoun);
    signs.add(Sign::kFarSide, has_far);
  }

  bool is_pronoun(const EventParty& side) const {
    return std::any_of(references_.mentions.begin(), references_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.is_pronoun &&
                                tree_.token(mention.head).span.touches(side.span);
                       });
  }

  bool is_far(const EventParty& side, std::uint32_t head) const {
    const std::uint32_t first = head < kFarTokens ? 0 : head - kFarTokens;
    const std::uint32_t count = static_cast<std::uint32_t>(tree_.syntax().tokens.size());
    const std::uint32_t last = std::min(head + kFarTokens, count - 1);
    return side.span.end <= tree_.token(first).span.begin ||
           side.span.begin >= tree_.token(last).span.end;
  }

  void add_surroundings(std::size_t index, ConfidenceSigns& signs) const {
    const Event& event = events_[index];
    bool has_rival = false, is_embedded = false, is_only = true;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const Event& other = events_[i];
      is_embedded |= other.content == index;
      if (i == index || other.sentence != event.sentence) continue;
      is_only = false;
      has_rival |= other.type != event.type && has_same_sides(other, event);
    }
    const Sentence& sentence = tree_.syntax().sentences[event.sentence];
    signs.add(Sign::kRivalEvent, has_rival);
    signs.add(Sign::kOnlyEvent, is_only);
    signs.add(Sign::kEmbedded, is_embedded);
    signs.add(Sign::kEmbedding, event.content.has_value());
    signs.add(Sign::kInHeadline, sentence.span.touches(article_.title_span));
    signs.add(Sign::kInLongSentence, sentence.tokens.size() >= kLongTokens);
    signs.add(Sign::kInShortSentence, sentence.tokens.size() <= kShortTokens);
    signs.add(Sign::kSubordinate, tree_.token(event.anchor).deprel != Deprel::kRoot);
  }

  static bool has_same_sides(const Event& a, const Event& b) {
    const auto share = [](const std::vector<EventParty>& some, const std::vector<EventParty>& others) {
      return std::any_of(some.begin(), some.end(), [&](const EventParty& one) {
        return std::any_of(others.begin(), others.end(), [&](const EventParty& other) {
          return one.entity == other.entity;
        });
      });
    };
    return share(a.actors, b.actors) && share(a.recipients, b.recipients);
  }

  const std::vector<Event>& events_;
  const Tree& tree_;
  const Article& article_;
  const References& references_;
};

}  // namespace

std::vector<Event> rate_events(std::vector<Event> events, const Tree& tree, const Article& article,
                               const References& references, const ConfidenceWeights& weights) {
  const Rater rater(events, tree, article, references);
  std::vector<ConfidenceSigns> signs;
  for (std::size_t i = 0; i < events.size(); ++i) signs.push_back(rater.signs_of(i));
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].signs = signs[i];
    events[i].confidence = weights.confidence_of(signs[i]);
  }
  return events;
}

}  // namespace verbale
