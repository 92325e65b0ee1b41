// SPDX-License-Identifier: Apache-2.0
#include "record/dossier_record.h"

#include "record/desk_parts.h"
#include "record/measure_record.h"

namespace verbale {
namespace {

void write_facts(JsonWriter& json, std::string_view name, const std::vector<DossierFact>& facts) {
  json.key(name);
  json.begin_array();
  for (const DossierFact& fact : facts) {
    json.begin_object();
    json.member("text", fact.text);
    json.member("articles", fact.articles);
    write_day(json, "first", fact.first);
    write_day(json, "last", fact.last);
    json.member("claims", fact.claims);
    json.end_object();
  }
  json.end_array();
}

void write_acts(JsonWriter& json, std::string_view name, const std::vector<DossierAct>& acts) {
  json.key(name);
  json.begin_array();
  for (const DossierAct& act : acts) {
    json.begin_object();
    json.member("claim", act.claim);
    write_day(json, "day", act.day);
    write_range(json, "when", act.when);
    json.member("type", name_of(act.type));
    json.member("act", name_of(act.act));
    json.member_or_null("mode", act.mode);
    json.member("factuality", name_of(act.factuality));
    json.member("background", act.background);
    write_sides(json, "actors", act.actors);
    write_sides(json, "recipients", act.recipients);
    json.member("sources", act.sources);
    json.member("document", act.document);
    json.member_or_null("outlet", act.outlet);
    json.member("quote", act.quote);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_dossier(std::string& out, const Dossier& dossier,
                   const std::vector<Measure>& measures) {
  JsonWriter json(out);
  json.begin_object();
  json.member("asked", dossier.asked);
  json.member("rule", kDossierRule);
  json.member("basis", "reported, not official");
  json.member("ids", dossier.ids);
  write_facts(json, "names", dossier.names);
  write_facts(json, "roles", dossier.roles);
  write_facts(json, "codes", dossier.codes);
  json.key("measures");
  json.begin_array();
  for (const Measure& measure : measures) {
    std::string row;
    write_measure(row, measure);
    row.pop_back();  // Its line end.
    json.raw(row);
  }
  json.end_array();
  json.key("counterparts");
  json.begin_array();
  for (const DossierCounterpart& counterpart : dossier.counterparts) {
    json.begin_object();
    json.member("id", counterpart.side.key);
    json.member("name", counterpart.side.name);
    json.member_or_null("country", counterpart.side.country);
    json.member("articles", counterpart.articles);
    write_day(json, "last", counterpart.last);
    json.end_object();
  }
  json.end_array();
  write_acts(json, "acts", dossier.acts);
  write_acts(json, "said_of", dossier.said_of);
  write_acts(json, "says", dossier.says);
  json.member("namesakes", dossier.namesakes);
  json.end_object();
  out += '\n';
}

}  // namespace verbale
