// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stages/resolve_dates/read_meaning.h"

// Expressions that count from the article's day or from the date told last. Nothing when the words
// make no sense.
namespace verbale {

enum class StepsFrom { kAnchor, kTold };

std::optional<DateValue> read_weekday_of_week(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_deictic(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_overnight(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_slot(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_slot_of_anchor(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_month_of_slot(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_after_next(const DateMatch& match, const DateFrame& frame);
// "two days ago" (sign -1), "two days from now" (sign 1): the span of the unit that lies so many
// units away.
std::optional<DateValue> read_steps(const DateMatch& match, const DateFrame& frame, StepsFrom from,
                                    int sign);
std::optional<DateValue> read_shift(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_told(const DateMatch& match, const DateFrame& frame);

}  // namespace verbale
