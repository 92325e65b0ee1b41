// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/match_dates.h"

#include <algorithm>

namespace verbale {
namespace {

// More steps than this are never needed from one atom: it bounds the time on hostile text.
constexpr int kStepsMax = 4000;

class Matcher {
 public:
  Matcher(const std::vector<DateAtom>& atoms, const DateReadings& readings, const DateWords& words)
      : atoms_(atoms), readings_(readings), words_(words) {
    const DateWords::Word* stop = words.find(".");
    sentence_end_ = stop == nullptr ? kNoDateWord : stop->id;
  }

  std::optional<DateMatch> longest_at(std::uint32_t begin) {
    best_.reset();
    captures_.clear();
    begin_ = begin;
    weak_ = 0;
    steps_ = 0;
    walk(0, begin);
    return best_;
  }

 private:
  void walk(std::uint32_t state, std::uint32_t at) {
    if (++steps_ > kStepsMax) return;
    for (const std::uint32_t pattern : words_.states[state].patterns) offer(pattern, at);
    if (at == atoms_.size()) return;
    for (const DateReading& reading : readings_.at(at)) {
      if (const auto next = edge(state, static_cast<std::uint32_t>(reading.kind))) {
        captures_.push_back({reading.kind, reading.value});
        weak_ += reading.is_weak ? 1 : 0;
        walk(*next, reading.end);
        weak_ -= reading.is_weak ? 1 : 0;
        captures_.pop_back();
      }
    }
    if (atoms_[at].word == nullptr) return;
    if (const auto next = edge(state, kDateClassCount + atoms_[at].word->id)) walk(*next, at + 1);
  }

  std::optional<std::uint32_t> edge(std::uint32_t state, std::uint32_t symbol) const {
    const auto& edges = words_.states[state].edges;
    const auto place = std::lower_bound(edges.begin(), edges.end(), symbol,
                                        [](const auto& e, auto s) { return e.symbol < s; });
    if (place == edges.end() || place->symbol != symbol) return std::nullopt;
    return place->next;
  }

  void offer(std::uint32_t number, std::uint32_t end) {
    const DatePattern& pattern = words_.patterns[number];
    if (best_) {
      if (end < best_->end) return;
      if (end == best_->end && best_->pattern <= &pattern) return;
    }
    // A weak word is a date only beside others.
    const bool is_weak = weak_ > 0 && captures_.size() == 1;
    if (is_weak != pattern.accepts_weak && (is_weak || captures_.size() == 1)) return;
    if (!fits_context(pattern, end)) return;
    best_ = DateMatch{begin_, end, &pattern, captures_};
  }

  bool fits_context(const DatePattern& pattern, std::uint32_t end) const {
    const DateWordId before = begin_ == 0 ? sentence_end_ : id_of(begin_ - 1);
    const DateWordId after = end == atoms_.size() ? sentence_end_ : id_of(end);
    const auto holds = [](const std::vector<DateWordId>& ids, DateWordId id) {
      return std::binary_search(ids.begin(), ids.end(), id);
    };
    if (!pattern.after.empty() && !holds(pattern.after, before)) return false;
    if (!pattern.before.empty() && !holds(pattern.before, after)) return false;
    return !holds(pattern.not_after, before) && !holds(pattern.not_before, after);
  }

  DateWordId id_of(std::uint32_t atom) const {
    return atoms_[atom].word == nullptr ? kNoDateWord : atoms_[atom].word->id;
  }

  const std::vector<DateAtom>& atoms_;
  const DateReadings& readings_;
  const DateWords& words_;
  DateWordId sentence_end_ = kNoDateWord;
  std::optional<DateMatch> best_;
  std::vector<DateCapture> captures_;
  std::uint32_t begin_ = 0;
  int weak_ = 0;
  int steps_ = 0;
};

}  // namespace

std::vector<DateMatch> match_dates(const std::vector<DateAtom>& atoms, const DateReadings& readings,
                                   const DateWords& words) {
  std::vector<DateMatch> matches;
  Matcher matcher(atoms, readings, words);
  for (std::uint32_t at = 0; at < atoms.size();) {
    if (readings.at(at).empty() && atoms[at].word == nullptr) {
      ++at;
      continue;
    }
    auto match = matcher.longest_at(at);
    if (!match) {
      ++at;
      continue;
    }
    at = match->end;
    if (match->pattern->meaning != DateMeaning::kNone) matches.push_back(std::move(*match));
  }
  return matches;
}

}  // namespace verbale
