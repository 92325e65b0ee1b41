// SPDX-License-Identifier: Apache-2.0
#include "show/show_ledger.h"

#include <algorithm>

#include "show/desk_lines.h"

namespace verbale {
namespace {

constexpr std::size_t kStateColumns = 10, kKindColumns = 13, kMoveColumns = 11;
constexpr std::size_t kObjectColumns = 90, kQuoteColumns = 100;

std::string parties_of(const LedgerItem& item) {
  std::string text = joined_names(item.holders);
  if (!item.counterparts.empty()) text += " → " + joined_names(item.counterparts);
  return text;
}

std::string object_with_id(const LedgerItem& item) {
  return "“" + one_line(item.object, kObjectColumns) + "” [" + item.id.substr(0, 6) + "]";
}

std::string line_of(const LedgerReport& report) {
  std::string text = "  " + day_or_dashes(report.day) + "  " +
                     padded_to(name_of(report.move), kMoveColumns);
  if (report.claims.empty()) return text + "no report by then that it was done\n";
  if (!report.by.empty()) text += " by " + joined_names(report.by);
  if (!report.outlet.empty()) text += " · " + report.outlet;
  if (!report.sources.empty()) text += " · says " + joined_texts(report.sources, " ← ");
  return text + "\n              “" + one_line(report.quote, kQuoteColumns) + "”\n";
}

void show_item(std::string& out, const LedgerItem& item, const std::vector<LedgerItem>& items) {
  out += padded_to(name_of(item.state), kStateColumns) + padded_to(name_of(item.kind), kKindColumns);
  out += parties_of(item) + ": " + object_with_id(item);
  if (item.due) out += " · due " + iso_day(item.due->end);
  if (item.is_disputed()) out += " · disputed";
  out += '\n';
  for (const LedgerCondition& condition : item.conditions) {
    out += "  waits for   ";
    const auto awaited =
        std::find_if(items.begin(), items.end(),
                     [&](const LedgerItem& each) { return each.id == condition.item; });
    if (condition.item.empty() || awaited == items.end()) {
      out += "“" + one_line(condition.words, kObjectColumns) + "”\n";
      continue;
    }
    out += std::string(name_of(awaited->state)) + ": " + object_with_id(*awaited) + "\n";
  }
  for (const LedgerReport& report : item.history) out += line_of(report);
}

}  // namespace

std::string show_ledger(const std::vector<LedgerItem>& items) {
  std::string out;
  for (const LedgerItem& item : items) {
    if (!out.empty()) out += '\n';
    show_item(out, item, items);
  }
  return out.empty() ? "No demand, offer, refusal, promise or deadline is told of.\n" : out;
}

}  // namespace verbale
