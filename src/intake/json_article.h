// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "document/article.h"
#include "intake/reject.h"
#include "intake/source_facts.h"

namespace verbale {

// The article that one JSON object tells (docs/formats/input.md lists the names its members may
// have), or why it tells none. `origin` says where the object stands: "wire.jsonl:12".
ReadItem json_article(std::string_view json, std::string_view origin);

// What an object that wraps a list of articles ("title", "language" of a JSON feed) says of them
// all; nothing when it cannot be read.
SourceFacts json_source_facts(std::string_view json);

}  // namespace verbale
