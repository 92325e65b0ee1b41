// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/document.h"
#include "lexicon/ontology.h"

namespace verbale {

// The JSON that Verbale writes; docs/formats/record.md is the contract. Each function appends one
// JSON object without a line end. Offsets are counted in Unicode code points.

void write_document(std::string& out, const Article& article);

// The event at `index` of document.events.
void write_event(std::string& out, const Document& document, std::size_t index,
                 const Ontology& ontology);

// All that was seen: document, sentences with tokens, mentions, events.
void write_annotation(std::string& out, const Document& document, const Ontology& ontology);

// The stable id of an event: the hash of its document's id and of what it says.
std::string event_id(const Document& document, const Event& event);

}  // namespace verbale
