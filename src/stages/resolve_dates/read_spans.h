// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stages/resolve_dates/read_meaning.h"

// Expressions of length, of repetition, of the clock and of no day in particular. Nothing when the
// words make no sense.
namespace verbale {

std::optional<DateValue> read_span(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_recent(const DateMatch& match);
std::optional<DateValue> read_within(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_duration(const DateMatch& match);
std::optional<DateValue> read_set(const DateMatch& match, const DateWords& words);
std::optional<DateValue> read_clock(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_reference(const DateMatch& match, const DateWords& words);

}  // namespace verbale
