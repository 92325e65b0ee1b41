// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reading_facts.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "core/calendar.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// "A B, C D and E F" → the bare names.
std::set<std::string> names_in(std::string_view byline) {
  std::set<std::string> names;
  constexpr std::string_view kJoints[] = {", ", " and ", " & ", "; ", " und ", " | "};
  while (!byline.empty()) {
    std::size_t end = byline.size();
    std::size_t joint_size = 0;
    for (std::string_view joint : kJoints) {
      const std::size_t at = byline.find(joint);
      if (at < end) {
        end = at;
        joint_size = joint.size();
      }
    }
    const std::string name = bare_words(byline.substr(0, end));
    if (!name.empty()) names.insert(name);
    byline.remove_prefix(std::min(byline.size(), end + joint_size));
  }
  return names;
}

// Seconds since 1970 of "2025-04-02T09:10:00+02:00"; nothing without time or offset.
std::optional<std::int64_t> seconds_of(const std::string& instant) {
  constexpr std::size_t kBytes = 25;
  const auto day = parse_iso_day(instant);
  if (!day || instant.size() != kBytes) return std::nullopt;
  const auto number = [&instant](std::size_t at) {
    return std::int64_t{instant[at] - '0'} * 10 + (instant[at + 1] - '0');
  };
  const std::int64_t offset = number(20) * 3600 + number(23) * 60;
  return std::int64_t{day->time_since_epoch().count()} * 86400 + number(11) * 3600 +
         number(14) * 60 + number(17) - (instant[19] == '-' ? -offset : offset);
}

}  // namespace

Counts score_authors(std::string_view byline, const std::vector<std::string_view>& gold) {
  std::set<std::string> right;
  for (std::string_view name : gold) right.insert(bare_words(name));
  const std::set<std::string> read = names_in(byline);
  Counts counts;
  counts.gold = static_cast<double>(right.size());
  counts.predicted = static_cast<double>(read.size());
  for (const std::string& name : read) counts.right += right.contains(name);
  return counts;
}

std::optional<bool> is_same_instant(std::string_view read, std::string_view gold,
                                    const Furniture& furniture) {
  const auto right = seconds_of(read_date_line(gold, furniture));
  if (!right) return std::nullopt;
  const auto found = seconds_of(std::string(read));
  constexpr std::int64_t kMinute = 60;
  return found && std::abs(*found - *right) <= kMinute;
}

}  // namespace verbale
