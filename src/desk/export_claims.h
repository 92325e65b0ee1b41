// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "exports/exports.h"
#include "store/store.h"

namespace verbale {

struct ExportWish {
  ExportFormat format = ExportFormat::kJsonl;
  std::string query;  // In the language of store/claim_query.h.
  std::string as_of;  // ISO day, or empty.
};

struct ExportOutcome {
  std::size_t events = 0;    // Handed on.
  std::size_t left_out = 0;  // The layout has no place for them.
  std::size_t bytes = 0;
  std::string hash;          // XXH3-128 of all bytes.
};

// Writes the claims asked for, piece by piece; `write` returns false to stop. In a layout without
// factuality a row reads as a fact: only what is told as done, announced, threatened or demanded is
// handed on there, unless the query asks for more by name.
Result<ExportOutcome> export_claims(const ExportWish& wish, const ExportFacts& facts, Store& store,
                                    const std::function<bool(std::string_view)>& write);

// What was exported, so that it can be checked later: {"verbale", "layout", "query", "as_of",
// "events", "left_out", "bytes", "xxh3_128"}.
std::string manifest_of(const ExportWish& wish, const ExportOutcome& outcome,
                        const std::string& version);
struct Manifest {
  ExportWish wish;
  std::string hash;
  std::string version;
};
Result<Manifest> read_manifest(std::string_view text);

}  // namespace verbale
