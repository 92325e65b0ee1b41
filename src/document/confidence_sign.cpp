// SPDX-License-Identifier: Apache-2.0
#include "document/confidence_sign.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

constexpr std::array<std::string_view, kConfidenceSignCount> kNames = {
    "both sides", "mutual sides", "actor alone", "recipient alone",
    "by verb", "by noun alone", "by carried noun", "by adjective",
    "shared side", "borrowed side", "widened recipient", "recipient of content", "unknown target",
    "uncoded actor", "uncoded recipient", "pronoun side", "many sides", "far side",
    "plain pattern", "demanding pattern", "rival type", "same type twice",
    "rival event", "only event", "in headline", "in long sentence", "in short sentence",
    "subordinate", "embedded", "embedding", "attributed", "conditional", "background",
    "type by rule",
    "factuality happened", "factuality planned", "factuality possible", "factuality demanded",
    "factuality threatened", "factuality negated",
    "type AGREE", "type CONSULT", "type SUPPORT", "type CONCEDE", "type COOPERATE", "type AID",
    "type RETREAT", "type REQUEST", "type ACCUSE", "type REJECT", "type THREATEN", "type PROTEST",
    "type SANCTION", "type MOBILIZE", "type COERCE", "type ASSAULT"};

}  // namespace

std::string_view name_of(ConfidenceSign sign) { return kNames[static_cast<std::size_t>(sign)]; }

std::optional<ConfidenceSign> confidence_sign_of(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<ConfidenceSign>(found - kNames.begin());
}

}  // namespace verbale
