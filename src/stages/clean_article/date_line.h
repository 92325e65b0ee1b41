// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lexicon/furniture.h"

namespace verbale {

// When a date line ("Apr.02 - 2025 9:10 AM CET", "Published 3 May 2024") says that something was
// published: "2025-04-02T09:10:00+01:00" when it gives a time with its zone, else the day
// "2024-05-03"; empty when it names no day, or one that could be two ("03/04/2024"). Reads ISO 8601
// and the dates of mail and feeds too. Of several days the first counts.
std::string read_date_line(std::string_view line, const Furniture& furniture);

// Whether a line is a time of day and hardly a word beside it: "14:32", "14.32 GMT", "2:15 p.m.
// ET".
bool is_clock_line(std::string_view line);

}  // namespace verbale
