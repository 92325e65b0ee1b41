// SPDX-License-Identifier: Apache-2.0
#include "stages/place_events/place_events.h"

#include <algorithm>
#include <charconv>

#include "document/mention_index.h"
#include "document/xpos.h"

namespace verbale {
namespace {

constexpr int kClausesUpMax = 4;
constexpr int kPhrasesDownMax = 2;
constexpr std::uint32_t kDepthDistance = 1000;

bool is_adjunct(Deprel relation) {
  switch (relation) {
    case Deprel::kObl:
    case Deprel::kOblUnmarked:
    case Deprel::kNmod:
    case Deprel::kNmodUnmarked:
    case Deprel::kAdvmod:
    case Deprel::kNmodPoss:
    case Deprel::kNummod:
    case Deprel::kAmod:
    case Deprel::kCompound:
      return true;
    default:
      return false;
  }
}

class Placer {
 public:
  Placer(const Article& article, const Tree& tree, const References& references)
      : article_(article), tree_(tree), mentions_(references, tree.syntax()) {}

  void place(Event& event) const {
    find_date(event);
    find_place(event);
    find_duration(event);
    if (event.date && event.date->value.is_background) event.background = true;
    const bool is_future = event.date && event.date->value.range && article_.published_day &&
                           event.date->value.range->start > *article_.published_day;
    if (!is_future || event.factuality != Factuality::kHappened) return;
    // "was due to visit on Sunday but cancelled the trip": the day ahead is another act's.
    if (is_others_date(event)) event.date.reset();
    else event.factuality = Factuality::kPlanned;
  }

 private:
  // A date that a verb in the past tense shares with others.
  bool is_others_date(const Event& event) const {
    if (name_of_xpos(tree_.token(event.anchor).xpos) != "VBD") return false;
    const TokenSpan own = tree_.subtree_span(event.anchor);
    return event.date->span.end <= tree_.token(own.begin).span.begin ||
           event.date->span.begin >= tree_.token(own.end - 1).span.end;
  }

  // The act, its light verb, and the clauses above that share their adjuncts with it.
  std::vector<std::uint32_t> places_to_look(const Event& event) const {
    std::vector<std::uint32_t> tokens = {event.head};
    if (event.anchor != event.head) tokens.push_back(event.anchor);
    std::uint32_t at = event.anchor;
    for (int i = 0; i < kClausesUpMax; ++i) {
      const Deprel relation = tree_.token(at).deprel;
      const bool shares = relation == Deprel::kXcomp || relation == Deprel::kConj ||
                          relation == Deprel::kObj || relation == Deprel::kNsubjPass ||
                          relation == Deprel::kNsubj || relation == Deprel::kObl ||
                          (relation == Deprel::kAdvcl && !tree_.has_child(at, Deprel::kMark));
      at = tree_.token(at).head;
      if (!shares || at == kNoToken) break;
      tokens.push_back(at);
    }
    return tokens;
  }

  static bool is_event_date(const Mention& mention) {
    return mention.date &&
           (mention.date->type == DateType::kDate || mention.date->type == DateType::kTime);
  }

  void find_date(Event& event) const {
    for (std::uint32_t token : places_to_look(event)) {
      const Mention* best = nullptr;
      std::uint32_t best_distance = 0xFFFFFFFF;
      gather_dates(token, event.head, 0, best, best_distance);
      if (best != nullptr) {
        event.date = EventDate{*best->date, bytes_of(*best)};
        return;
      }
    }
    for (std::uint32_t token : places_to_look(event)) {
      if (take_date_of_subject(token, event)) return;
    }
  }

  // "On Monday Tajik officials met", "Officials from Osh on Monday met": the day may hang on the
  // subject that it stands before or behind.
  bool take_date_of_subject(std::uint32_t verb, Event& event) const {
    for (std::uint32_t subject : tree_.children(verb)) {
      const Deprel relation = tree_.token(subject).deprel;
      if (relation != Deprel::kNsubj && relation != Deprel::kNsubjPass) continue;
      const TokenSpan words = tree_.subtree_span(subject);
      for (std::uint32_t t = words.begin; t < words.end; ++t) {
        if (!stands_at_edge(t, subject, words)) continue;
        const Mention* date = mentions_.date_at(t);
        if (date == nullptr || !is_event_date(*date)) continue;
        event.date = EventDate{*date->date, bytes_of(*date)};
        return true;
      }
    }
    return false;
  }

  bool stands_at_edge(std::uint32_t token, std::uint32_t subject, TokenSpan words) const {
    const Deprel tie = tree_.token(token).deprel;
    if (tie == Deprel::kCompound || tie == Deprel::kNmodUnmarked) {
      return tree_.token(token).head == subject;
    }
    const TokenSpan own = tree_.subtree_span(token);
    const bool opens = own.begin == words.begin && token < subject;
    return tie == Deprel::kNmod && (opens || own.end == words.end);
  }

  // Dates on the token, or on the phrases below it: "held talks in Lima on Monday" may hang Monday
  // on Lima. Clauses below have dates of their own.
  void gather_dates(std::uint32_t token, std::uint32_t head, int depth, const Mention*& best,
                    std::uint32_t& best_distance) const {
    for (std::uint32_t child : tree_.children(token)) {
      if (!is_phrase(tree_.token(child).deprel)) continue;
      const Mention* date = mentions_.date_at(child);
      if (date == nullptr || !is_event_date(*date)) {
        if (depth < kPhrasesDownMax) gather_dates(child, head, depth + 1, best, best_distance);
        continue;
      }
      // A date on the act itself is nearer than any below its phrases.
      const std::uint32_t distance = (child > head ? child - head : head - child) +
                                     static_cast<std::uint32_t>(depth) * kDepthDistance;
      if (distance < best_distance) {
        best = date;
        best_distance = distance;
      }
    }
  }

  // "a ceasefire of 72 hours", "sentenced to eight years": a duration on the act or its object.
  void find_duration(Event& event) const {
    for (std::uint32_t token : {event.head, event.anchor}) {
      if (take_duration(token, event)) return;
      for (std::uint32_t child : tree_.children(token)) {
        if (is_phrase(tree_.token(child).deprel) && take_duration(child, event)) return;
      }
    }
  }

  bool take_duration(std::uint32_t token, Event& event) const {
    for (std::uint32_t child : tree_.children(token)) {
      const Mention* mention = mentions_.date_at(child);
      if (mention == nullptr || mention->date->type != DateType::kDuration) continue;
      if (auto amount = amount_of(mention->date->timex)) {
        amount->span = bytes_of(*mention);
        event.magnitude.duration = std::move(*amount);
        return true;
      }
    }
    return false;
  }

  // "P3D" → 3 days. Nothing for a duration without a number ("PXD").
  static std::optional<Amount> amount_of(std::string_view timex) {
    const bool is_time = timex.starts_with("PT");
    std::string_view digits = timex.substr(std::min<std::size_t>(timex.size(), is_time ? 2 : 1));
    double number = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || stop + 1 != digits.data() + digits.size()) return std::nullopt;
    switch (*stop) {
      case 'H':
        return Amount{number, number, "hours", {}};
      case 'D':
        return Amount{number, number, "days", {}};
      case 'W':
        return Amount{number, number, "weeks", {}};
      case 'M':
        return Amount{number, number, is_time ? "minutes" : "months", {}};
      case 'Y':
        return Amount{number, number, "years", {}};
      default:
        return std::nullopt;
    }
  }

  static bool is_phrase(Deprel relation) {
    return is_adjunct(relation) || relation == Deprel::kObj || relation == Deprel::kNsubjPass ||
           relation == Deprel::kOblAgent || relation == Deprel::kAppos || relation == Deprel::kFlat;
  }

  // Where it is said to happen: by the act, its clause, or a side that it happens to; the nearest
  // counts, but a town in the country that stands nearer says more than that country.
  void find_place(Event& event) const {
    std::vector<const Mention*> found;
    const std::vector<std::uint32_t> tokens = places_to_look(event);
    for (std::uint32_t token : tokens) gather_places(token, found);
    // "killed ten people in Kaduna", parsed as people in Kaduna.
    for (std::uint32_t token : tokens) {
      for (std::uint32_t child : tree_.children(token)) {
        const Deprel relation = tree_.token(child).deprel;
        const bool is_goal = relation == Deprel::kObl && is_done_by_hand(event.act);
        if (relation == Deprel::kObj || relation == Deprel::kNsubjPass || is_goal) {
          gather_places(child, found);
        }
      }
    }
    // "Police in Tunis arrested a lawyer": what bodies do by hand they do where they are.
    if (is_done_by_hand(event.act)) {
      for (std::uint32_t child : tree_.children(event.head)) {
        if (tree_.token(child).deprel == Deprel::kNsubj) gather_places(child, found);
      }
    }
    if (found.empty()) take_place_done_to(event, found);
    if (found.empty()) return;
    const Mention* best = found.front();
    for (const Mention* other : found) {
      const bool is_finer =
          best->place->kind < PlaceKind::kCity && other->place->kind > best->place->kind &&
          !best->place->country.empty() && other->place->country == best->place->country;
      if (is_finer) best = other;
    }
    event.place = EventPlace{*best->place, bytes_of(*best)};
  }

  // "bombed Tyre", "visited Oslo", "flew to Ankara", "withdrew from Goma": the town is where it
  // happens. Of a country or its government this says nothing of the place.
  void take_place_done_to(const Event& event, std::vector<const Mention*>& found) const {
    const bool is_visit = event.act == PloverType::kConsult && event.mode == "visit";
    const bool is_withdrawal = event.act == PloverType::kRetreat && event.mode == "withdraw";
    if (!is_done_by_hand(event.act) && !is_visit && !is_withdrawal) return;
    for (std::uint32_t child : tree_.children(event.head)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool is_goal = is_visit && (relation == Deprel::kObl || relation == Deprel::kNmod);
      // "withdrew from Goma to Gisenyi"
      const std::uint32_t marker = tree_.child(child, {Deprel::kCase});
      const bool is_left = is_withdrawal && marker != kNoToken && tree_.lemma(marker) == "from";
      if (relation != Deprel::kObj && relation != Deprel::kNsubjPass && !is_goal && !is_left) {
        continue;
      }
      const Mention* place = mentions_.place_at(child);
      const bool is_town = place != nullptr && place->place && !place->is_dateline &&
                           place->head == child && place->place->kind >= PlaceKind::kRegion;
      if (is_town) found.push_back(place);
    }
  }

  static bool is_done_by_hand(PloverType type) {
    return type == PloverType::kAssault || type == PloverType::kCoerce ||
           type == PloverType::kProtest || type == PloverType::kMobilize;
  }

  void gather_places(std::uint32_t token, std::vector<const Mention*>& found,
                     int depth = 0) const {
    for (std::uint32_t child : tree_.children(token)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kObl && relation != Deprel::kNmod) continue;
      const bool says_where = tells_where(tree_.child(child, {Deprel::kCase}));
      const Mention* place = says_where ? mentions_.place_at(child) : nullptr;
      // "in the capital, La Paz"
      const std::uint32_t apposition = tree_.child(child, {Deprel::kAppos});
      if (says_where && place == nullptr && apposition != kNoToken) {
        place = mentions_.place_at(apposition);
      }
      if (place == nullptr || !place->place) {
        // "supporters of the minister in Apia"
        const bool is_below = relation == Deprel::kNmod || says_where;
        if (is_below && depth == 0) gather_places(child, found, depth + 1);
        continue;
      }
      if (place->is_dateline) continue;
      found.push_back(place);
    }
  }

  bool tells_where(std::uint32_t marker) const {
    if (marker == kNoToken) return false;
    for (std::string_view word : {"in", "at", "near", "outside", "inside", "off", "across",
                                  "around", "throughout", "within"}) {
      if (tree_.lemma(marker) == word) return true;
    }
    return false;
  }

  ByteSpan bytes_of(const Mention& mention) const {
    return {tree_.token(mention.tokens.begin).span.begin,
            tree_.token(mention.tokens.end - 1).span.end};
  }

  const Article& article_;
  const Tree& tree_;
  const MentionIndex mentions_;
};

}  // namespace

std::vector<Event> place_events(std::vector<Event> events, const Article& article, const Tree& tree,
                                const References& references) {
  const Placer placer(article, tree, references);
  for (Event& event : events) placer.place(event);
  return events;
}

}  // namespace verbale
