// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/event.h"
#include "lexicon/claim_words.h"

namespace verbale {

// What is known of an act while the walk goes from it outwards.
class ClaimState {
 public:
  // What the words of the act say of themselves.
  explicit ClaimState(Factuality start)
      : modality_(start == Factuality::kNegated ? Factuality::kHappened : start),
        is_negated_(start == Factuality::kNegated) {}

  // What stands above makes this of it. REQUIRES: not kSaid, kSame, kFact, kBackshifted, which
  // change nothing here.
  void embed(Effect effect) {
    if (effect == Effect::kNot) {
      negate();
      return;
    }
    const Factuality outer = effect == Effect::kPlanned    ? Factuality::kPlanned
                             : effect == Effect::kPossible ? Factuality::kPossible
                             : effect == Effect::kDemanded ? Factuality::kDemanded
                                                           : Factuality::kThreatened;
    modality_ = combined(modality_, outer);
  }

  // A negation above a wish, plan or possibility denies that itself: "does not plan to".
  void negate() {
    if (modality_ != Factuality::kHappened) {
      modality_ = Factuality::kHappened;
      is_negated_ = true;
      return;
    }
    is_negated_ = !is_negated_;
  }

  // A modal on the negated word: "will not", "may not".
  Factuality result() const {
    if (!is_negated_) return modality_;
    return modality_ == Factuality::kPossible ? Factuality::kPossible : Factuality::kNegated;
  }

 private:
  // A plan to demand is a demand still, and a possible plan is possible.
  static Factuality combined(Factuality inner, Factuality outer) {
    for (Factuality strongest : {Factuality::kDemanded, Factuality::kThreatened,
                                 Factuality::kPossible, Factuality::kPlanned}) {
      if (inner == strongest || outer == strongest) return strongest;
    }
    return Factuality::kHappened;
  }

  Factuality modality_;
  bool is_negated_;
};

}  // namespace verbale
