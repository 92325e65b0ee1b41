// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "exports/exports.h"

namespace verbale {

// One file a family of layouts.
std::unique_ptr<Exporter> make_rows_exporter();  // jsonl
std::unique_ptr<Exporter> make_csv_exporter();
std::unique_ptr<Exporter> make_plover_exporter(const ExportFacts& facts);
std::unique_ptr<Exporter> make_gdelt_exporter(const ExportFacts& facts);
std::unique_ptr<Exporter> make_gdelt_mentions_exporter(const ExportFacts& facts);
std::unique_ptr<Exporter> make_polecat_exporter(const ExportFacts& facts);
std::unique_ptr<Exporter> make_icews_exporter(const ExportFacts& facts);
std::unique_ptr<Exporter> make_dyad_exporter(bool with_names);  // keds, quads
std::unique_ptr<Exporter> make_geojson_exporter();
std::unique_ptr<Exporter> make_graphml_exporter();

}  // namespace verbale
