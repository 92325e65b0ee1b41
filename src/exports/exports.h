// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/claim.h"
#include "lexicon/country_codes.h"
#include "lexicon/ontology.h"

namespace verbale {

// The layouts that claims are handed on in; docs/formats/exports.md has their columns.
enum class ExportFormat : std::uint8_t {
  kJsonl,          // Event rows as they are.
  kCsv,            // One flat row a claim, with names, for spreadsheets and statistics.
  kPlover,         // PLOVER records, one JSON object a line.
  kGdelt,          // GDELT 2.0 Events: 61 columns, tabs, no names.
  kGdeltMentions,  // GDELT 2.0 Mentions: 16 columns, tabs, no names.
  kPolecat,        // 40 columns, tabs, names.
  kIcews,          // 20 columns, tabs, names.
  kKeds,           // Day, source, target, CAMEO code: four columns, tabs, no names.
  kQuads,          // Subject, relation, object, day: for temporal knowledge graphs.
  kGeojson,        // A point for every claim whose place has one; the others are counted.
  kGraphml,        // Parties as nodes, claims between them as directed edges.
};
std::vector<std::string> export_format_names();
std::string_view name_of(ExportFormat format);  // "gdelt-mentions"
std::optional<ExportFormat> export_format_of(std::string_view name);
// Whether the layout has a place for "this did not happen": without one, only what is told as done
// or announced is handed on.
bool tells_factuality(ExportFormat format);

struct ExportFacts {
  const Ontology* ontology = nullptr;
  const CountryTable* countries = nullptr;
  std::string version;  // Of the program.
};

// Writes claims one after another in one layout. The whole output is what begin(), every add() and
// end() append, so that nothing has to be held. Not for use by several threads at once.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual void begin(std::string&) {}
  // `row` is the claim as it was written. False when the layout cannot hold it (no CAMEO code, no
  // day, no place): nothing was appended.
  virtual bool add(std::string& out, const Claim& claim, std::string_view row) = 0;
  virtual void end(std::string&) {}
};

// `facts` must outlive the exporter.
std::unique_ptr<Exporter> make_exporter(ExportFormat format, const ExportFacts& facts);

}  // namespace verbale
