// SPDX-License-Identifier: Apache-2.0
#include "record/measure_record.h"

#include "record/desk_parts.h"

namespace verbale {
namespace {

void write_report(JsonWriter& json, const MeasureReport& report) {
  json.begin_object();
  json.member("move", name_of(report.move));
  write_day(json, "day", report.day);
  write_range(json, "when", report.when);
  json.member("background", report.background);
  json.member_or_null("document", report.document);
  json.member_or_null("outlet", report.outlet);
  json.member("claims", report.claims);
  json.member("sources", report.sources);
  json.member("words", report.words);
  json.member("quote", report.quote);
  json.end_object();
}

void write_spell(JsonWriter& json, const MeasureSpell& spell) {
  json.begin_object();
  json.member("status", name_of(spell.status));
  write_range(json, "start", spell.start);
  write_day(json, "end", spell.end);
  json.key("former_ends");
  json.begin_array();
  for (const Day day : spell.former_ends) json.string(iso_day(day));
  json.end_array();
  json.member("claims", spell.claims);
  json.end_object();
}

void write_description(JsonWriter& json, const MeasureDescription& description) {
  json.begin_object();
  json.member("move", name_of(description.move));
  json.member("words", description.words);
  json.member("sources", description.sources);
  json.member("claims", description.claims);
  json.end_object();
}

}  // namespace

void write_measure(std::string& out, const Measure& measure) {
  JsonWriter json(out);
  json.begin_object();
  json.member("id", measure.id);
  json.member("rule", kMeasureRule);
  json.member("basis", "reported, not official");
  json.member("kind", name_of(measure.kind));
  json.member("status", name_of(measure.status));
  write_sides(json, "authorities", measure.authorities);
  json.key("target");
  json.begin_object();
  json.member("name", measure.target);
  json.member_or_null("id", measure.target_id);
  json.member_or_null("country", measure.target_country);
  json.end_object();
  write_range(json, "start", measure.start);
  write_range(json, "end", measure.end);
  json.key("spells");
  json.begin_array();
  for (const MeasureSpell& spell : measure.spells) write_spell(json, spell);
  json.end_array();
  json.member("rivals", measure.has_rivals);
  json.key("descriptions");
  json.begin_array();
  for (const auto& description : measure.descriptions) write_description(json, description);
  json.end_array();
  json.key("history");
  json.begin_array();
  for (const MeasureReport& report : measure.history) write_report(json, report);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace verbale
