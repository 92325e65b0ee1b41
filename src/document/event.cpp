// SPDX-License-Identifier: Apache-2.0
#include "document/event.h"

#include <algorithm>

#include "core/check.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, kPloverTypeCount> kTypeNames = {
    "AGREE",   "CONSULT", "SUPPORT", "CONCEDE",  "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE",  "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

constexpr std::array<std::string_view, kFactualityCount> kFactualityNames = {
    "happened", "planned", "possible", "demanded", "threatened", "negated"};

constexpr std::array<std::string_view, 4> kSourceKindNames = {"outlet", "person", "organisation",
                                                              "unnamed"};

template <typename Value, std::size_t kCount>
std::optional<Value> value_of(const std::array<std::string_view, kCount>& names,
                              std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view name_of(PloverType type) { return kTypeNames[static_cast<std::size_t>(type)]; }

std::optional<PloverType> plover_type_of(std::string_view name) {
  return value_of<PloverType>(kTypeNames, name);
}

std::string_view name_of(Factuality factuality) {
  return kFactualityNames[static_cast<std::size_t>(factuality)];
}

std::optional<Factuality> factuality_of(std::string_view name) {
  return value_of<Factuality>(kFactualityNames, name);
}

std::string_view name_of(SourceKind kind) {
  return kSourceKindNames[static_cast<std::size_t>(kind)];
}
std::optional<SourceKind> source_kind_of(std::string_view name) {
  return value_of<SourceKind>(kSourceKindNames, name);
}

}  // namespace verbale
