// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/event.h"

namespace verbale {

class DataFiles;

struct PloverMode {
  PloverType type;
  std::string_view name;
  std::optional<double> score;
};

struct CameoCode {
  std::string_view name;
  std::optional<double> goldstein_icews;
  std::optional<double> goldstein_gdelt;
  std::optional<PloverType> type;  // That it crosses to; nothing for statements and appeals.
};

// Mode and CAMEO code of an act that embeds another: THREATEN with an ASSAULT inside is "violence".
struct ContentMode {
  PloverType type;
  std::optional<PloverType> content;  // Nothing: any content, or the one `content_cameo` says.
  std::string_view content_cameo;     // Content whose CAMEO code begins so; empty: not asked.
  std::string_view mode;
  std::string_view cameo;
};

// What the codebooks define: PLOVER types, modes and contexts, CAMEO codes, their scores, and the
// rules that make a type of an act. Read-only after loading.
struct Ontology {
  struct TypeFacts {
    int quad = 0;
    double score = 0;
    bool needs_recipient = false;
  };
  std::array<TypeFacts, kPloverTypeCount> types;
  std::vector<PloverMode> modes;
  std::vector<std::string_view> contexts;
  std::unordered_map<std::string_view, CameoCode> cameo;
  std::vector<ContentMode> content_modes;
  // type_rules[act][factuality]
  std::array<std::array<PloverType, kFactualityCount>, kPloverTypeCount> type_rules;

  const PloverMode* mode(PloverType type, std::string_view name) const;
  // The rule that says most of the content: the longest beginning of its CAMEO code, else its type,
  // else any; null without one.
  const ContentMode* content_mode(PloverType type, std::optional<PloverType> content,
                                  std::string_view content_cameo) const;
  PloverType type_of(PloverType act, Factuality factuality) const {
    return type_rules[static_cast<std::size_t>(act)][static_cast<std::size_t>(factuality)];
  }
  const TypeFacts& facts(PloverType type) const { return types[static_cast<std::size_t>(type)]; }
};

Ontology load_ontology(DataFiles& files);

// "did you mean PROTEST?", or empty.
std::string suggest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace verbale
