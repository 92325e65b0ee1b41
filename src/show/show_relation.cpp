// SPDX-License-Identifier: Apache-2.0
#include "show/show_relation.h"

#include <algorithm>
#include <cstdio>

namespace verbale {
namespace {

constexpr double kScoreMax = 10;   // PLOVER scores lie within -10 … 10.
constexpr int kBarHalf = 10;       // Columns to either side of zero.

// "     ◆────|          ": left of the line is conflict, right of it cooperation.
std::string bar(double score) {
  const int at = static_cast<int>(score / kScoreMax * kBarHalf + (score < 0 ? -0.5 : 0.5));
  std::string text;
  for (int column = -kBarHalf; column <= kBarHalf; ++column) {
    if (column == at) text += "◆";
    else if (column == 0) text += "|";
    else if ((column > 0 && column < at) || (column < 0 && column > at)) text += "─";
    else text += " ";
  }
  return text;
}

std::string line_of(const RelationPeriod& period, PeriodLength by) {
  char line[160];
  std::snprintf(line, sizeof line, "%-10s %5zu %7zu  %4zu %4zu %4zu %4zu  ",
                name_of_period(period.days, by).c_str(), period.happenings, period.origins,
                period.quads[0], period.quads[1], period.quads[2], period.quads[3]);
  std::string text = line;
  if (period.happenings == 0) return text;
  std::snprintf(line, sizeof line, "%6.2f [%6.2f, %6.2f]  ", period.plover.mean, period.plover.low,
                period.plover.high);
  return text + line + bar(period.plover.mean);
}

std::string note_of(const RelationChange& change) {
  char note[120];
  std::snprintf(note, sizeof note, "  ← from %.2f to %.2f (p %.3f)%s", change.before, change.after,
                change.p, change.holds_without_each_outlet ? "" : ", hangs on one outlet");
  return note;
}

}  // namespace

std::string show_relation(const Relation& relation) {
  std::string text = relation.wish.from + " → " + relation.wish.to;
  if (relation.periods.empty()) return text + ": nothing told\n";
  text += "\nperiod     events origins    q1   q2   q3   q4    mean 95 % of means"
          "     conflict | cooperation\n";
  for (const RelationPeriod& period : relation.periods) {
    text += line_of(period, relation.wish.by);
    for (const RelationChange& change : relation.changes) {
      if (change.days == period.days) text += note_of(change);
    }
    text += '\n';
  }
  return text;
}

}  // namespace verbale
