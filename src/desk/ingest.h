// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/result.h"
#include "intake/reject.h"
#include "journey/knowledge.h"
#include "store/store.h"

namespace verbale {

struct IngestWish {
  std::vector<std::string> files;  // "-" is standard input; a directory stands for what is below.
  std::string published;           // ISO day of articles that say none; may be empty.
  bool keep_text = true;
  unsigned jobs = 1;
};

struct IngestCounts {
  std::size_t added = 0;       // Articles that were not there before.
  std::size_t versions = 0;    // New texts of articles that were.
  std::size_t known = 0;       // There already.
  std::size_t withdrawn = 0;   // Taken back by their senders.
  std::size_t rejected = 0;
  std::size_t foreign = 0;     // Among those added: not English, kept and not coded.
  std::size_t claims = 0;      // Of what was added.
};

// Reads, codes and keeps articles, in the order they come, whatever the number of jobs. What the
// store knows already is passed over before it is read any deeper, so a run that was killed is
// resumed by running it again. `on_item` is called after each article or reject. Fails when the
// store can no longer be written; what was committed stays.
Result<IngestCounts> ingest(const IngestWish& wish, const Knowledge& knowledge, Store& store,
                            const std::function<void(const Reject*)>& on_item);

}  // namespace verbale
