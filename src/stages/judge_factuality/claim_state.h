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
        polarity_(start == Factuality::kNegated ? Polarity::kNegative : Polarity::kPositive) {}

  // What stands above makes this of it. kSaid, kSame, kFact, kBackshifted change nothing here.
  void embed(Effect effect) {
    switch (effect) {
      case Effect::kNot:
        negate();
        if (polarity_ == Polarity::kNegative) polarity_ = Polarity::kRefused;
        break;
      case Effect::kFailed: negate(); break;
      case Effect::kPlanned: modality_ = combined(modality_, Factuality::kPlanned); break;
      case Effect::kPossible: modality_ = combined(modality_, Factuality::kPossible); break;
      case Effect::kDemanded: modality_ = combined(modality_, Factuality::kDemanded); break;
      case Effect::kThreatened: modality_ = combined(modality_, Factuality::kThreatened); break;
      default: break;
    }
  }

  // A negation above a wish, plan or possibility denies that itself: "does not plan to". Above a
  // refusal or denial it leaves open what came of it: "did not refuse to", "denied having refused".
  void negate() {
    if (modality_ != Factuality::kHappened) {
      modality_ = Factuality::kHappened;
      polarity_ = Polarity::kNegative;
      return;
    }
    switch (polarity_) {
      case Polarity::kPositive: polarity_ = Polarity::kNegative; break;
      case Polarity::kNegative: polarity_ = Polarity::kPositive; break;
      case Polarity::kRefused:
        polarity_ = Polarity::kPositive;
        modality_ = Factuality::kPossible;
        break;
    }
  }

  // A modal on the negated word: "will not", "may not".
  Factuality result() const {
    if (polarity_ == Polarity::kPositive) return modality_;
    return modality_ == Factuality::kPossible ? Factuality::kPossible : Factuality::kNegated;
  }

 private:
  // Refused: negated by a word whose own denial does not make the act happen.
  enum class Polarity { kPositive, kNegative, kRefused };

  // A plan to demand is a demand still, and a possible plan is possible.
  static Factuality combined(Factuality inner, Factuality outer) {
    for (Factuality strongest : {Factuality::kDemanded, Factuality::kThreatened,
                                 Factuality::kPossible, Factuality::kPlanned}) {
      if (inner == strongest || outer == strongest) return strongest;
    }
    return Factuality::kHappened;
  }

  Factuality modality_;
  Polarity polarity_;
};

}  // namespace verbale
