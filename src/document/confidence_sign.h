// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace verbale {

// What the way in which an event was found says for or against it. data/en/confidence.tsv weighs
// each; docs/formats/confidence.md tells what they mean.
enum class ConfidenceSign : std::uint8_t {
  // Which sides are named; one of these holds.
  kBothSides, kMutualSides, kActorAlone, kRecipientAlone,
  // What names the act; one of these, too.
  kByVerb, kByNounAlone, kByCarriedNoun, kByAdjective,
  // How the sides were found.
  kSharedSide, kBorrowedSide, kWidenedRecipient, kRecipientOfContent, kUnknownTarget,
  kUncodedActor, kUncodedRecipient, kPronounSide, kManySides, kFarSide,
  // What the pattern asks for, and what else fits its word.
  kPlainPattern, kDemandingPattern, kRivalType, kSameTypeTwice,
  // Where it stands, and what the sentence makes of it.
  kRivalEvent, kOnlyEvent, kInHeadline, kInLongSentence, kInShortSentence, kSubordinate, kEmbedded,
  kEmbedding, kAttributed, kConditional, kBackground, kTypeByRule,
  // Factuality and type: one of each holds.
  kHappened, kPlanned, kPossible, kDemanded, kThreatened, kNegated,
  kAgree, kConsult, kSupport, kConcede, kCooperate, kAid, kRetreat, kRequest, kAccuse, kReject,
  kThreaten, kProtest, kSanction, kMobilize, kCoerce, kAssault,
};
inline constexpr std::size_t kConfidenceSignCount =
    static_cast<std::size_t>(ConfidenceSign::kAssault) + 1;

// "both sides", "type AGREE": as data/en/confidence.tsv writes it.
std::string_view name_of(ConfidenceSign sign);
std::optional<ConfidenceSign> confidence_sign_of(std::string_view name);

class ConfidenceSigns {
 public:
  void add(ConfidenceSign sign) { held_.set(static_cast<std::size_t>(sign)); }
  void add(ConfidenceSign sign, bool holds) {
    if (holds) add(sign);
  }
  bool holds(ConfidenceSign sign) const { return held_.test(static_cast<std::size_t>(sign)); }

 private:
  std::bitset<kConfidenceSignCount> held_;
};

}  // namespace verbale
