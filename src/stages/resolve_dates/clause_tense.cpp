// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/clause_tense.h"

#include <algorithm>
#include <string_view>

#include "document/xpos.h"

namespace verbale {
namespace {

constexpr int kClimbMax = 40;
constexpr std::uint32_t kChildReach = 200;
constexpr std::uint32_t kLookBack = 14;
constexpr std::uint32_t kLookAhead = 10;

class TenseFinder {
 public:
  TenseFinder(const Syntax& syntax, const Sentence& sentence, const DateWords& words)
      : syntax_(syntax), sentence_(sentence), words_(words) {}

  Tense in_tree(std::uint32_t token) const {
    std::uint32_t at = token;
    for (int i = 0; i < kClimbMax; ++i) {
      const Token& here = syntax_.tokens[at];
      if (here.upos == Upos::kVerb || here.upos == Upos::kAux || here.deprel == Deprel::kRoot ||
          has_child(at, Deprel::kCop)) {
        if (i > 0 || here.upos == Upos::kVerb) {
          const Tense tense = of_predicate(at, i > 0 ? token : at);
          if (tense != Tense::kUnknown) return tense;
        }
      } else if (i > 0 && has_future_cue(at)) {
        return Tense::kFuture;
      }
      if (here.head == kNoToken) return Tense::kUnknown;
      at = here.head;
    }
    return Tense::kUnknown;
  }

  Tense in_line(std::uint32_t token) const {
    const std::uint32_t begin =
        token > sentence_.tokens.begin + kLookBack ? token - kLookBack : sentence_.tokens.begin;
    for (std::uint32_t at = token; at-- > begin;) {
      if (const Tense tense = of_word(at); tense != Tense::kUnknown) return tense;
      if (is_break(at)) break;
    }
    const std::uint32_t end = std::min(sentence_.tokens.end, token + kLookAhead);
    for (std::uint32_t at = token + 1; at < end; ++at) {
      if (const Tense tense = of_word(at); tense != Tense::kUnknown) return tense;
      if (is_break(at)) break;
    }
    return Tense::kUnknown;
  }

 private:
  std::string_view lemma(std::uint32_t at) const { return syntax_.lemmas[at]; }
  std::string_view tag(std::uint32_t at) const { return name_of_xpos(syntax_.tokens[at].xpos); }

  template <typename Test>
  bool any_child(std::uint32_t head, Test test) const {
    // A window, so that a sentence without end costs no more than its length.
    const std::uint32_t begin =
        std::max(sentence_.tokens.begin, head - std::min(head, kChildReach));
    const std::uint32_t end = std::min(sentence_.tokens.end, head + kChildReach);
    for (std::uint32_t at = begin; at < end; ++at) {
      if (syntax_.tokens[at].head == head && test(at)) return true;
    }
    return false;
  }
  bool has_child(std::uint32_t head, Deprel relation) const {
    return any_child(head, [&](std::uint32_t at) { return syntax_.tokens[at].deprel == relation; });
  }

  bool has_future_cue(std::uint32_t noun) const {
    return any_child(noun, [&](std::uint32_t at) {
      return syntax_.tokens[at].deprel == Deprel::kAmod &&
             words_.is(lemma(at), DateClass::kFutureCue);
    });
  }

  // `date`: the token that is dated by this predicate, or the predicate itself.
  Tense of_predicate(std::uint32_t verb, std::uint32_t date) const {
    bool future = false, modal = false, past = false, present = false, infinitive = false,
         going = false;
    const auto look = [&](std::uint32_t at) {
      const std::string_view xpos = tag(at);
      future = future || words_.is(lemma(at), DateClass::kFutureAux);
      modal = modal || words_.is(lemma(at), DateClass::kModal);
      past = past || xpos == "VBD";
      present = present || xpos == "VBZ" || xpos == "VBP";
    };
    any_child(verb, [&](std::uint32_t at) {
      const Deprel relation = syntax_.tokens[at].deprel;
      if (relation == Deprel::kAux || relation == Deprel::kAuxPass || relation == Deprel::kCop)
        look(at);
      infinitive = infinitive || tag(at) == "TO";
      return false;
    });
    look(verb);
    const std::uint32_t above = syntax_.tokens[verb].head;
    if (future || modal) return Tense::kFuture;
    if (words_.is(lemma(verb), DateClass::kFutureState) &&
        syntax_.tokens[verb].upos != Upos::kNoun &&
        (tag(verb) == "VBN" || syntax_.tokens[verb].upos == Upos::kAdj) && verb != date &&
        !is_made_something(verb)) {
      return Tense::kFuture;
    }
    // "Envoy to visit Chad on Monday", "they are to meet on Friday"
    if (infinitive && above == kNoToken && lemma(verb) != "be") return Tense::kFuture;
    // "unless they leave by Friday"
    const bool is_marked = syntax_.tokens[verb].deprel == Deprel::kAdvcl &&
                           has_child(verb, Deprel::kMark);
    if (is_marked && present && tag(verb) != "VBN") return Tense::kFuture;
    if (infinitive && above != kNoToken) {
      if (words_.is(lemma(above), DateClass::kPastInfinitive)) return Tense::kUnknown;  // Climb on.
      if (words_.is(lemma(above), DateClass::kFutureGovernor)) return Tense::kFuture;
      return lemma(verb) == "be" ? Tense::kUnknown : Tense::kFuture;
    }
    if (past) return Tense::kPast;
    // "the terms announced Friday"
    const bool is_participle = tag(verb) == "VBN" && syntax_.tokens[verb].upos == Upos::kVerb;
    if (is_participle && !present && verb != date) return Tense::kPast;
    // "has met", "has been meeting" are past; "is met" is present.
    const bool is_perfect = tag(verb) != "VBZ" && tag(verb) != "VBP" && has_perfect(verb);
    going = tag(verb) == "VBG" && present && !is_perfect;
    if (going) return Tense::kFuture;
    if (present) return is_perfect ? Tense::kPast : Tense::kPresent;
    return Tense::kUnknown;
  }

  // "were set free"
  bool is_made_something(std::uint32_t verb) const {
    return any_child(verb, [&](std::uint32_t at) {
      return syntax_.tokens[at].deprel == Deprel::kXcomp && syntax_.tokens[at].upos == Upos::kAdj;
    });
  }

  bool has_perfect(std::uint32_t verb) const {
    return any_child(verb, [&](std::uint32_t at) { return lemma(at) == "have"; });
  }

  Tense of_word(std::uint32_t at) const {
    const std::string_view word = lemma(at);
    if (words_.is(word, DateClass::kFutureAux) || words_.is(word, DateClass::kModal)) {
      return Tense::kFuture;
    }
    if (words_.is(word, DateClass::kFutureState) || words_.is(word, DateClass::kFutureCue)) {
      return Tense::kFuture;
    }
    // "plans to meet"
    if (words_.is(word, DateClass::kFutureGovernor) && at + 1 < sentence_.tokens.end &&
        lemma(at + 1) == "to") {
      return Tense::kFuture;
    }
    const std::string_view xpos = tag(at);
    if (xpos == "VBD") return Tense::kPast;
    if (xpos == "VBN" && at > sentence_.tokens.begin && lemma(at - 1) == "have")
      return Tense::kPast;
    if (xpos == "VBZ" || xpos == "VBP") return Tense::kPresent;
    return Tense::kUnknown;
  }

  bool is_break(std::uint32_t at) const {
    const std::string_view word = lemma(at);
    return word == ";" || word == ":" || word == "—" || word == "“" || word == "\"";
  }

  const Syntax& syntax_;
  const Sentence& sentence_;
  const DateWords& words_;
};

}  // namespace

Tense clause_tense(const Syntax& syntax, const Sentence& sentence, std::uint32_t token,
                   const DateWords& words) {
  const TenseFinder finder(syntax, sentence, words);
  const bool has_tree =
      sentence.parsed && (syntax.tokens[token].head != kNoToken || sentence.tokens.size() == 1);
  return has_tree ? finder.in_tree(token) : finder.in_line(token);
}

}  // namespace verbale
