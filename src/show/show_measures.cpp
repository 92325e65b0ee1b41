// SPDX-License-Identifier: Apache-2.0
#include "show/show_measures.h"

#include "show/desk_lines.h"

namespace verbale {
namespace {

constexpr std::size_t kStatusColumns = 10, kMoveColumns = 17, kQuoteColumns = 95;

std::string days_of(const DayRange& days) {
  return days.start == days.end ? iso_day(days.start)
                                : iso_day(days.start) + ".." + iso_day(days.end);
}

std::string spell_of(const MeasureSpell& spell) {
  std::string text = "  " + std::string(name_of(spell.status));
  if (spell.start) text += " from " + days_of(*spell.start);
  text += spell.end ? " to " + iso_day(*spell.end) : ", no end told";
  for (const Day day : spell.former_ends) text += " (was to end " + iso_day(day) + ")";
  return text + "\n";
}

void show_measure(std::string& out, const Measure& measure) {
  const std::string authority = joined_names(measure.authorities);
  out += padded_to(name_of(measure.status), kStatusColumns);
  out += (authority.empty() ? "authority not told" : authority) + " → " + measure.target + ": " +
         std::string(name_of(measure.kind));
  if (measure.start) out += " · since " + days_of(*measure.start);
  if (measure.end) out += " · lifted " + days_of(*measure.end);
  if (measure.has_rivals) out += " · told differently";
  out += " [" + measure.id.substr(0, 6) + "]\n";
  for (const MeasureSpell& spell : measure.spells) out += spell_of(spell);
  for (const MeasureReport& report : measure.history) {
    out += "  " + day_or_dashes(report.day) + "  " + padded_to(name_of(report.move), kMoveColumns);
    out += report.outlet;
    if (!report.sources.empty()) out += " · says " + joined_texts(report.sources, " ← ");
    out += "\n              “" + one_line(report.quote, kQuoteColumns) + "”\n";
  }
}

}  // namespace

std::string show_measures(const std::vector<Measure>& measures) {
  std::string out = "As reported, not official: no list of those under sanctions.\n";
  for (const Measure& measure : measures) {
    out += '\n';
    show_measure(out, measure);
  }
  return out;
}

}  // namespace verbale
