// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "document/confidence_sign.h"
#include "document/references.h"

namespace verbale {

// The sixteen event types of PLOVER.
enum class PloverType : std::uint8_t {
  kAgree, kConsult, kSupport, kConcede, kCooperate, kAid, kRetreat, kRequest, kAccuse, kReject,
  kThreaten, kProtest, kSanction, kMobilize, kCoerce, kAssault,
};
inline constexpr std::size_t kPloverTypeCount = 16;
std::string_view name_of(PloverType type);  // "AGREE" …
std::optional<PloverType> plover_type_of(std::string_view name);

enum class Factuality : std::uint8_t {
  kHappened,    // Told as done or under way.
  kPlanned,     // Announced, scheduled, expected, promised.
  kPossible,    // May, might, if, considers.
  kDemanded,    // Someone wants it.
  kThreatened,  // Someone says they will do it to harm or press.
  kNegated,     // Did not, refuses to, denied.
};
inline constexpr std::size_t kFactualityCount = 6;
std::string_view name_of(Factuality factuality);  // "happened" …
std::optional<Factuality> factuality_of(std::string_view name);

// Which line of which data file made the engine say so.
struct DataLine {
  std::string_view file;  // "data/en/acts/assault.rec"; lives as long as the lexicon.
  int line = 0;           // Counted from 1.
};

// One side of an event, as this sentence names it.
struct EventParty {
  Party party;
  ByteSpan span;  // Where the sentence names it (a pronoun's or a group's own words included).
  std::uint32_t entity = 0;
  bool is_given = false;  // The sender marked it as a party; it counts whatever is known of it.
};

enum class SourceKind : std::uint8_t { kOutlet, kPerson, kOrganisation, kUnnamed };
std::string_view name_of(SourceKind kind);  // "outlet" …
std::optional<SourceKind> source_kind_of(std::string_view name);

// One link of the chain of who says so.
struct Attribution {
  std::string source;  // The party's or outlet's name, or the words ("a senior official").
  SourceKind kind = SourceKind::kUnnamed;
  ByteSpan span;
};

// "This happens only if that does."
struct Condition {
  std::optional<std::size_t> event;  // Index into the document's events, when it is one.
  ByteSpan span;                     // The words of the condition.
};

struct Amount {
  double low = 0;
  double high = 0;   // Infinite when the words name no upper end: "at least 12".
  std::string unit;  // "persons", "USD", "days" …
  ByteSpan span;
};

struct Magnitude {
  std::optional<Amount> killed;
  std::optional<Amount> injured;
  std::optional<Amount> arrested;
  std::optional<Amount> participants;
  std::optional<Amount> amount;
  std::optional<Amount> duration;
  bool empty() const {
    return !killed && !injured && !arrested && !participants && !amount && !duration;
  }
};

struct EventDate {
  DateValue value;
  ByteSpan span;
};

struct EventPlace {
  Place place;
  ByteSpan span;
};

// A claim of the article that somebody did (will do, did not do …) something to somebody. Made
// only with its evidence: the sentence, the words and the line of the lexicon that fired.
struct Event {
  PloverType type = PloverType::kAgree;  // By the manual's rules (a future meeting is AGREE).
  PloverType act = PloverType::kAgree;   // What the words describe, before those rules.
  std::string_view mode;                 // Of `act`; empty for none.
  std::vector<std::string_view> contexts;
  std::string_view cameo;  // 2 to 4 digits, or empty.
  Factuality factuality = Factuality::kHappened;
  bool background = false;
  std::vector<EventParty> actors;
  std::vector<EventParty> recipients;
  std::optional<EventDate> date;
  std::optional<EventPlace> place;
  std::vector<Attribution> attribution;  // Outermost first; empty: the article itself.
  std::vector<Condition> conditions;
  Magnitude magnitude;
  std::size_t sentence = 0;       // Index into Syntax::sentences.
  std::uint32_t head = kNoToken;    // The token that names the act.
  std::uint32_t anchor = kNoToken;  // The token whose tense and place in the sentence decide how
                                    // sure the act is: the head, or the light verb that carries it.
  std::optional<std::size_t> content;  // The event it embeds: what is demanded, refused, agreed.
  ByteSpan trigger;
  DataLine rule;
  ConfidenceSigns signs;  // What speaks for and against it; the confidence is made of them.
  double confidence = 0;  // 0..1, of the extraction, not of the claim.
};

}  // namespace verbale
