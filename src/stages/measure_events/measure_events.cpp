// SPDX-License-Identifier: Apache-2.0
#include "stages/measure_events/measure_events.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

#include "core/utf8.h"

namespace verbale {
namespace {

// A number as the text has it, over one or more tokens.
struct Quantity {
  TokenSpan tokens;
  double low = 0;
  double high = 0;
  std::string_view currency;
};

class Measurer {
 public:
  Measurer(std::vector<Event>& events, const Tree& tree, std::string_view text,
           const MagnitudeWords& words, const Vocabulary& vocabulary)
      : events_(events), tree_(tree), text_(text), words_(words), vocabulary_(vocabulary) {}

  void measure() {
    std::size_t done = static_cast<std::size_t>(-1);
    for (const Event& event : events_) {
      if (event.sentence == done) continue;
      done = event.sentence;
      measure_sentence(tree_.syntax().sentences[done].tokens);
    }
    share_with_conjuncts();
  }

 private:
  WordId lemma(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.lemma(token)));
  }
  WordId form(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.token(token).span.of(text_)));
  }

  void measure_sentence(TokenSpan sentence) {
    for (std::uint32_t t = sentence.begin; t < sentence.end;) {
      Quantity quantity;
      if (!read_quantity(t, sentence.end, quantity)) {
        ++t;
        continue;
      }
      take_range(quantity, sentence.end);
      if (quantity.currency.empty()) assign_count(quantity);
      else assign_money(quantity);
      t = quantity.tokens.end;
    }
  }

  // Digits ("1,200", "2.5"), or a number word.
  bool read_number(std::uint32_t token, double& low, double& high, NumberWord::Kind& kind) const {
    const std::string_view word = tree_.token(token).span.of(text_);
    kind = NumberWord::Kind::kNumber;
    if (is_digit(word.front())) {
      std::string digits;
      for (char c : word) {
        if (c != ',') digits += c;
      }
      const auto end = digits.data() + digits.size();
      const auto [stop, error] = std::from_chars(digits.data(), end, low);
      high = low;
      return error == std::errc() && stop == end;
    }
    auto found = words_.numbers.find(form(token));
    if (found == words_.numbers.end()) found = words_.numbers.find(lemma(token));
    if (found == words_.numbers.end()) return false;
    low = found->second.low;
    high = found->second.high;
    kind = found->second.kind;
    return true;
  }

  bool read_quantity(std::uint32_t at, std::uint32_t end, Quantity& quantity) const {
    std::uint32_t t = at;
    const auto sign = words_.currencies.find(lemma(t));
    if (sign != words_.currencies.end() && !is_letter(decode_at(text_, tree_.token(t).span.begin).value)) {
      quantity.currency = sign->second;
      if (++t == end) return false;
    }
    NumberWord::Kind kind;
    if (!read_number(t, quantity.low, quantity.high, kind)) return false;
    if (kind == NumberWord::Kind::kNumber && tree_.token(t).upos != Upos::kNum) return false;
    ++t;
    double low, high;
    while (t < end && read_number(t, low, high, kind) && kind == NumberWord::Kind::kScale) {
      quantity.low *= low;
      quantity.high *= high;
      ++t;
    }
    if (t < end && quantity.currency.empty()) {
      const auto named = words_.currencies.find(lemma(t));
      if (named != words_.currencies.end()) {
        quantity.currency = named->second;
        ++t;
      }
    }
    quantity.tokens = {at, t};
    widen(quantity);
    return true;
  }

  // "up to 50", "at least 12"
  void widen(Quantity& quantity) const {
    if (is_after(quantity.tokens.begin, words_.lower)) {
      quantity.high = std::numeric_limits<double>::infinity();
    } else if (is_after(quantity.tokens.begin, words_.upper)) {
      quantity.low = 0;
    }
  }

  // True when one of the terms ends right before the token.
  bool is_after(std::uint32_t token, const std::vector<Term>& terms) const {
    for (const Term& term : terms) {
      const auto size = static_cast<std::uint32_t>(term.size());
      bool fits = size <= token;
      for (std::uint32_t i = 0; fits && i < size; ++i) fits = form(token - size + i) == term[i];
      if (fits) return true;
    }
    return false;
  }

  bool is_one_of(std::uint32_t token, const std::vector<Term>& terms) const {
    for (const Term& term : terms) {
      if (term.size() == 1 && form(token) == term.front()) return true;
    }
    return false;
  }

  // "between 20 and 30", "20 to 30", "2 to 3 million": one quantity. "and" needs the opener.
  void take_range(Quantity& quantity, std::uint32_t end) const {
    const std::uint32_t join = quantity.tokens.end;
    if (join + 1 >= end || !is_one_of(join, words_.range_joins)) return;
    const bool is_opened = is_after(quantity.tokens.begin, words_.range_openers);
    if (!is_opened && tree_.token(join).upos == Upos::kCconj) return;
    Quantity upper;
    if (!read_quantity(join + 1, end, upper) || upper.high <= quantity.high) return;
    double scale = 1, unused = 1;
    NumberWord::Kind kind;
    const bool is_scaled = quantity.tokens.size() == 1 &&
                           read_number(join + 2 < end ? join + 2 : join + 1, scale, unused, kind) &&
                           kind == NumberWord::Kind::kScale;
    if (is_scaled) quantity.low *= scale;
    quantity.high = upper.high;
    quantity.tokens.end = upper.tokens.end;
    if (quantity.currency.empty()) quantity.currency = upper.currency;
  }

  // "killed 12 people", "12 people died", "12 deaths", "left 12 dead".
  void assign_count(const Quantity& quantity) {
    std::uint32_t head = quantity.tokens.begin;
    while (tree_.token(head).head != kNoToken && quantity.tokens.holds(tree_.token(head).head)) {
      head = tree_.token(head).head;
    }
    // Of a range any number may count the noun.
    for (std::uint32_t t = quantity.tokens.begin; t < quantity.tokens.end; ++t) {
      const bool hangs_outside = tree_.token(t).head != kNoToken &&
                                 !quantity.tokens.holds(tree_.token(t).head);
      if (hangs_outside && tree_.token(t).deprel == Deprel::kNummod) head = t;
    }
    const Deprel relation = tree_.token(head).deprel;
    const std::uint32_t above = tree_.token(head).head;
    std::uint32_t counted = head;
    if (above != kNoToken && (relation == Deprel::kNummod || relation == Deprel::kAmod)) {
      counted = above;
    }
    const std::uint32_t verb = tree_.token(counted).head;
    for (std::uint32_t token : {counted, verb, complement_of(verb), described(counted)}) {
      if (token == kNoToken) continue;
      const auto sign = words_.signs.find(lemma(token));
      if (sign == words_.signs.end()) continue;
      // A year or a date is no count: "killed in 2014".
      const bool is_phrase = tree_.token(counted).deprel == Deprel::kObl;
      if (is_phrase && token == verb) continue;
      if (assign(quantity, sign->second, token)) return;
    }
  }

  std::uint32_t complement_of(std::uint32_t verb) const {
    return verb == kNoToken ? kNoToken : tree_.child(verb, {Deprel::kXcomp});
  }
  std::uint32_t described(std::uint32_t noun) const {
    return tree_.child(noun, {Deprel::kAmod, Deprel::kAcl});
  }

  // False when no event of the sentence may have such a number.
  bool assign(const Quantity& quantity, const MagnitudeWords::Sign& sign, std::uint32_t word) {
    Event* best = nullptr;
    const std::size_t sentence = tree_.sentence_of(word);
    for (Event& event : events_) {
      if (event.sentence != sentence) continue;
      // "held two rounds of talks" holds nobody.
      if ((sign.acts & (1u << static_cast<unsigned>(event.act))) == 0) continue;
      if (event.head == word || event.anchor == word) {
        best = &event;
        break;
      }
      if (best == nullptr) best = &event;
    }
    if (best == nullptr) return false;
    std::optional<Amount>& slot = slot_of(best->magnitude, sign.field);
    if (!slot) slot = amount(quantity, "persons");
    return true;
  }

  // "killed 23 people and injured 40": one strike did both.
  void share_with_conjuncts() {
    for (Event& event : events_) {
      if (tree_.token(event.anchor).deprel != Deprel::kConj) continue;
      for (Event& first : events_) {
        const bool is_same = first.anchor == tree_.token(event.anchor).head &&
                             first.act == event.act && first.mode == event.mode;
        if (!is_same) continue;
        share(first.magnitude, event.magnitude);
        share(event.magnitude, first.magnitude);
      }
    }
  }

  static void share(const Magnitude& from, Magnitude& to) {
    if (!to.killed) to.killed = from.killed;
    if (!to.injured) to.injured = from.injured;
    if (!to.arrested) to.arrested = from.arrested;
  }

  static std::optional<Amount>& slot_of(Magnitude& magnitude, MagnitudeField field) {
    switch (field) {
      case MagnitudeField::kKilled: return magnitude.killed;
      case MagnitudeField::kInjured: return magnitude.injured;
      case MagnitudeField::kArrested: return magnitude.arrested;
      case MagnitudeField::kParticipants: return magnitude.participants;
    }
    return magnitude.killed;
  }

  void assign_money(const Quantity& quantity) {
    Event* best = nullptr;
    std::uint32_t best_distance = 0xFFFFFFFF;
    for (Event& event : events_) {
      if (!tree_.is_within(quantity.tokens.begin, event.anchor) &&
          !tree_.is_within(quantity.tokens.begin, event.head)) {
        continue;
      }
      const std::uint32_t at = quantity.tokens.begin;
      const std::uint32_t distance = at > event.head ? at - event.head : event.head - at;
      if (distance < best_distance) {
        best = &event;
        best_distance = distance;
      }
    }
    if (best != nullptr && !best->magnitude.amount) {
      best->magnitude.amount = amount(quantity, std::string(quantity.currency));
    }
  }

  // The tokens of the number give its words; "at least" and "up to" before it open the range.
  Amount amount(const Quantity& quantity, std::string unit) const {
    const auto& tokens = tree_.syntax().tokens;
    return {quantity.low, quantity.high, std::move(unit),
            {tokens[quantity.tokens.begin].span.begin, tokens[quantity.tokens.end - 1].span.end}};
  }

  std::vector<Event>& events_;
  const Tree& tree_;
  std::string_view text_;
  const MagnitudeWords& words_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<Event> measure_events(std::vector<Event> events, const Tree& tree,
                                  std::string_view text, const MagnitudeWords& words,
                                  const Vocabulary& vocabulary) {
  Measurer(events, tree, text, words, vocabulary).measure();
  return events;
}

}  // namespace verbale
