// SPDX-License-Identifier: Apache-2.0
#include "lexicon/date_pattern.h"

#include <algorithm>
#include <array>

#include "core/check.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, kDateClassCount> kClassNames = {"month",
                                                                       "weekday",
                                                                       "weekdays",
                                                                       "part",
                                                                       "season",
                                                                       "unit",
                                                                       "units",
                                                                       "number",
                                                                       "tens",
                                                                       "scale",
                                                                       "fuzzy",
                                                                       "ordinal",
                                                                       "ordinal-suffix",
                                                                       "plural-suffix",
                                                                       "quarter",
                                                                       "half",
                                                                       "mod",
                                                                       "direction",
                                                                       "told-direction",
                                                                       "deictic",
                                                                       "deictic-part",
                                                                       "overnight",
                                                                       "reference",
                                                                       "frequency",
                                                                       "about",
                                                                       "bound",
                                                                       "span-open",
                                                                       "span-join",
                                                                       "future-aux",
                                                                       "modal",
                                                                       "future-governor",
                                                                       "past-infinitive",
                                                                       "future-cue",
                                                                       "holiday",
                                                                       "period",
                                                                       "decade-word",
                                                                       "meridiem",
                                                                       "clock-word",
                                                                       "zone",
                                                                       "numeric-order",
                                                                       "one",
                                                                       "and-half",
                                                                       "half-of",
                                                                       "shift",
                                                                       "shift-if-last",
                                                                       "told-next",
                                                                       "day-unit",
                                                                       "long",
                                                                       "future-state",
                                                                       "weekend-unit",
                                                                       "day",
                                                                       "year",
                                                                       "decade",
                                                                       "numeric-date",
                                                                       "clock-time"};

constexpr std::array<std::string_view, kDateMeaningCount> kMeaningNames = {
    "calendar",  "weekday-of-week", "holiday",       "eve",      "quarter",
    "half",      "decade",          "century",       "period",   "year-span",
    "numeric",   "day-span",        "month-span",    "deictic",  "overnight",
    "slot",      "slot-of-anchor",  "month-of-slot", "span",     "recent",
    "ago",       "from-now",        "within",        "in-units", "shift",
    "told",      "duration",        "none",          "set",      "clock",
    "reference", "nth-weekday",     "nth-week",      "week-of",  "after-next"};

// A pattern may not open more states than this: a slip of brackets would fill the memory.
constexpr std::size_t kStatesMax = 200000;
constexpr int kDepthMax = 8;

// Reads a pattern and grows the matcher from a set of states to a set of states.
class PatternCompiler {
 public:
  PatternCompiler(DateWords& words, std::string_view text) : words_(words), text_(text) {}

  std::string compile(std::uint32_t pattern) {
    std::vector<std::uint32_t> ends = sequence({0}, 0);
    if (trouble_.empty() && at_ < text_.size()) trouble_ = "a bracket closes that never opened";
    if (!trouble_.empty()) return trouble_;
    for (const std::uint32_t end : ends) {
      if (end == 0) return "every word may be absent";
      auto& list = words_.states[end].patterns;
      if (std::find(list.begin(), list.end(), pattern) == list.end()) list.push_back(pattern);
    }
    return {};
  }

 private:
  using States = std::vector<std::uint32_t>;

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  States sequence(States from, int depth) {
    if (depth > kDepthMax) trouble_ = "brackets within brackets within brackets";
    while (trouble_.empty()) {
      skip_spaces();
      if (at_ == text_.size() || text_[at_] == ']' || text_[at_] == ')' || text_[at_] == '|') break;
      from = item(std::move(from), depth);
    }
    return from;
  }

  States item(States from, int depth) {
    const char opens = text_[at_];
    if (opens != '[' && opens != '(') return step(from, symbol());
    // A bracket that stands alone is the sign itself.
    const bool alone = at_ + 1 == text_.size() || text_[at_ + 1] == ' ';
    if (alone) return step(from, symbol());
    ++at_;
    States all = opens == '[' ? from : States{};
    while (true) {
      States ends = sequence(from, depth + 1);
      for (const std::uint32_t end : ends) {
        if (std::find(all.begin(), all.end(), end) == all.end()) all.push_back(end);
      }
      if (at_ < text_.size() && text_[at_] == '|') {
        ++at_;
        continue;
      }
      break;
    }
    const char closes = opens == '[' ? ']' : ')';
    if (at_ == text_.size() || text_[at_] != closes) {
      if (trouble_.empty()) trouble_ = std::string("no '") + closes + "' for '" + opens + "'";
      return from;
    }
    ++at_;
    return all;
  }

  std::uint32_t symbol() {
    const std::size_t begin = at_;
    if (text_[at_] == '<') {
      const std::size_t close = text_.find('>', at_);
      if (close != std::string_view::npos) {
        at_ = close + 1;
        const std::string_view name = text_.substr(begin + 1, close - begin - 1);
        const auto found = std::find(kClassNames.begin(), kClassNames.end(), name);
        if (found != kClassNames.end()) {
          return static_cast<std::uint32_t>(found - kClassNames.begin());
        }
        trouble_ = "no class of words is called '" + std::string(name) + "'";
        return 0;
      }
    }
    ++at_;
    while (at_ < text_.size() &&
           std::string_view(" []()|<").find(text_[at_]) == std::string_view::npos) {
      ++at_;
    }
    return kDateClassCount + intern_date_word(words_, text_.substr(begin, at_ - begin));
  }

  States step(const States& from, std::uint32_t symbol) {
    States ends;
    for (const std::uint32_t state : from) {
      auto& edges = words_.states[state].edges;
      auto place = std::lower_bound(edges.begin(), edges.end(), symbol,
                                    [](const auto& edge, auto s) { return edge.symbol < s; });
      if (place == edges.end() || place->symbol != symbol) {
        if (words_.states.size() >= kStatesMax) {
          trouble_ = "too many patterns";
          return ends;
        }
        const auto next = static_cast<std::uint32_t>(words_.states.size());
        edges.insert(place, {symbol, next});
        words_.states.emplace_back();
        ends.push_back(next);
      } else {
        ends.push_back(place->next);
      }
    }
    return ends;
  }

  DateWords& words_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string trouble_;
};

}  // namespace

std::string_view name_of(DateClass kind) {
  return kClassNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(DateMeaning meaning) {
  return kMeaningNames[static_cast<std::size_t>(meaning)];
}

DateWordId intern_date_word(DateWords& words, std::string_view word) {
  const auto [place, is_new] =
      words.ids.emplace(std::string(word), static_cast<DateWordId>(words.words.size()));
  if (is_new) words.words.push_back({place->second, {}});
  return place->second;
}

std::string add_date_pattern(DateWords& words, std::string_view text, std::uint32_t pattern) {
  VERBALE_CHECK(!words.states.empty());
  return PatternCompiler(words, text).compile(pattern);
}

}  // namespace verbale
