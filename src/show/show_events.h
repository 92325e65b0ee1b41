// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/document.h"

namespace verbale {

// How text is to look. Colours are terminal escape codes.
struct ShowOptions {
  bool colours = false;
  std::size_t width_max = 100;  // Columns.
};

// The events of an article as a table for people: who did what to whom, how surely, when, where,
// according to whom, with the words that say so. An article without events gets one line.
std::string show_events(const Document& document, const ShowOptions& options);

// "Kirill Dmitriev [RUSGOV], Steve Witkoff [USAGOV]"; "–" for nobody.
std::string show_parties(const std::vector<EventParty>& parties, std::string_view text);

}  // namespace verbale
