// SPDX-License-Identifier: Apache-2.0
#include "exports/exports.h"

#include <array>
#include <utility>

#include "core/check.h"
#include "exports/layouts.h"

namespace verbale {
namespace {

constexpr std::array<std::pair<std::string_view, ExportFormat>, 11> kFormats = {{
    {"jsonl", ExportFormat::kJsonl}, {"csv", ExportFormat::kCsv}, {"plover", ExportFormat::kPlover},
    {"gdelt", ExportFormat::kGdelt}, {"gdelt-mentions", ExportFormat::kGdeltMentions},
    {"polecat", ExportFormat::kPolecat}, {"icews", ExportFormat::kIcews},
    {"keds", ExportFormat::kKeds}, {"quads", ExportFormat::kQuads},
    {"geojson", ExportFormat::kGeojson}, {"graphml", ExportFormat::kGraphml},
}};

}  // namespace

std::vector<std::string> export_format_names() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

std::string_view name_of(ExportFormat format) {
  for (const auto& [name, known] : kFormats) {
    if (known == format) return name;
  }
  VERBALE_CHECK(false);
}

std::optional<ExportFormat> export_format_of(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

bool tells_factuality(ExportFormat format) {
  switch (format) {
    case ExportFormat::kJsonl:
    case ExportFormat::kCsv:
    case ExportFormat::kPlover:
    case ExportFormat::kGeojson:
    case ExportFormat::kGraphml: return true;
    case ExportFormat::kGdelt:
    case ExportFormat::kGdeltMentions:
    case ExportFormat::kPolecat:
    case ExportFormat::kIcews:
    case ExportFormat::kKeds:
    case ExportFormat::kQuads: return false;
  }
  VERBALE_CHECK(false);
}

std::unique_ptr<Exporter> make_exporter(ExportFormat format, const ExportFacts& facts) {
  switch (format) {
    case ExportFormat::kJsonl: return make_rows_exporter();
    case ExportFormat::kCsv: return make_csv_exporter();
    case ExportFormat::kPlover: return make_plover_exporter(facts);
    case ExportFormat::kGdelt: return make_gdelt_exporter(facts);
    case ExportFormat::kGdeltMentions: return make_gdelt_mentions_exporter(facts);
    case ExportFormat::kPolecat: return make_polecat_exporter(facts);
    case ExportFormat::kIcews: return make_icews_exporter(facts);
    case ExportFormat::kKeds: return make_dyad_exporter(false);
    case ExportFormat::kQuads: return make_dyad_exporter(true);
    case ExportFormat::kGeojson: return make_geojson_exporter();
    case ExportFormat::kGraphml: return make_graphml_exporter();
  }
  VERBALE_CHECK(false);
}

}  // namespace verbale
