// SPDX-License-Identifier: Apache-2.0
#include "record/relation_record.h"

#include <charconv>

#include "formats/json_writer.h"

namespace verbale {
namespace {

void write_head(JsonWriter& json, std::string_view kind, const RelationWish& wish,
                const DayRange& days) {
  json.member("kind", kind);
  json.member("rule", kRelationRule);
  json.member("from", wish.from);
  json.member("to", wish.to);
  json.member("period", name_of_period(days, wish.by));
  json.member("start", iso_day(days.start));
  json.member("end", iso_day(days.end));
}

void write_score(JsonWriter& json, std::string_view name, const ScoreSummary& score) {
  json.key(name);
  if (score.count == 0) return json.null();
  json.begin_object();
  json.member("count", score.count);
  json.member("sum", score.sum);
  json.member("mean", score.mean);
  json.member("low", score.low);
  json.member("high", score.high);
  json.end_object();
}

void write_period(JsonWriter& json, const RelationWish& wish, const RelationPeriod& period) {
  json.begin_object();
  write_head(json, "period", wish, period.days);
  json.member("happenings", period.happenings);
  json.member("origins", period.origins);
  json.member("volume", period.volume);
  json.key("rate");
  if (period.volume == 0) json.null();
  else json.number(static_cast<double>(period.happenings) / static_cast<double>(period.volume));
  json.key("quads");
  json.begin_array();
  for (std::size_t count : period.quads) json.integer(static_cast<std::int64_t>(count));
  json.end_array();
  write_score(json, "plover_2023", period.plover);
  write_score(json, "goldstein_icews", period.goldstein);
  json.key("hangs_on");
  if (period.outlet.empty()) {
    json.null();
  } else {
    json.begin_object();
    json.member("outlet", period.outlet);
    json.member("plover_2023_without", period.without_outlet);
    json.end_object();
  }
  json.member("claims", period.claims);
  json.end_object();
}

void write_change(JsonWriter& json, const RelationWish& wish, const RelationChange& change) {
  json.begin_object();
  write_head(json, "change", wish, change.days);
  json.member("before", change.before);
  json.member("after", change.after);
  json.member("p", change.p);
  json.member("holds_without_each_outlet", change.holds_without_each_outlet);
  json.member("claims", change.claims);
  json.end_object();
}

std::string digits(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

void csv_score(std::string& out, const ScoreSummary& score) {
  if (score.count == 0) {
    out += ",,,,";
    return;
  }
  for (double value : {score.sum, score.mean, score.low, score.high}) out += ',' + digits(value);
}

}  // namespace

void write_relation(std::string& out, const Relation& relation) {
  for (const RelationPeriod& period : relation.periods) {
    JsonWriter json(out);
    write_period(json, relation.wish, period);
    out += '\n';
  }
  for (const RelationChange& change : relation.changes) {
    JsonWriter json(out);
    write_change(json, relation.wish, change);
    out += '\n';
  }
}

void write_relation_csv(std::string& out, const Relation& relation, bool with_names) {
  if (with_names) {
    out += "from,to,period,start,end,happenings,origins,volume,quad_1,quad_2,quad_3,quad_4,"
           "plover_2023_sum,plover_2023_mean,plover_2023_low,plover_2023_high,"
           "goldstein_icews_sum,goldstein_icews_mean,goldstein_icews_low,goldstein_icews_high\n";
  }
  for (const RelationPeriod& period : relation.periods) {
    out += relation.wish.from + ',' + relation.wish.to + ',' +
           name_of_period(period.days, relation.wish.by) + ',' + iso_day(period.days.start) + ',' +
           iso_day(period.days.end) + ',' + std::to_string(period.happenings) + ',' +
           std::to_string(period.origins) + ',' + std::to_string(period.volume);
    for (std::size_t count : period.quads) out += ',' + std::to_string(count);
    csv_score(out, period.plover);
    csv_score(out, period.goldstein);
    out += '\n';
  }
}

}  // namespace verbale
