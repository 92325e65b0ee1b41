// SPDX-License-Identifier: Apache-2.0
#include "record/ledger_record.h"

#include "record/desk_parts.h"

namespace verbale {
namespace {

void write_report(JsonWriter& json, const LedgerReport& report) {
  json.begin_object();
  json.member("move", name_of(report.move));
  json.member("state", name_of(report.state));
  write_day(json, "day", report.day);
  json.member_or_null("document", report.document);
  json.member_or_null("outlet", report.outlet);
  json.member("claims", report.claims);
  json.member("sources", report.sources);
  write_sides(json, "by", report.by);
  json.member_or_null("quote", report.quote);
  json.end_object();
}

void write_conditions(JsonWriter& json, const std::vector<LedgerCondition>& conditions) {
  json.key("conditions");
  json.begin_array();
  for (const LedgerCondition& condition : conditions) {
    json.begin_object();
    json.member("words", condition.words);
    json.member_or_null("item", condition.item);
    json.end_object();
  }
  json.end_array();
}

void write_accounts(JsonWriter& json, const std::vector<LedgerAccount>& accounts) {
  json.key("accounts");
  json.begin_array();
  for (const LedgerAccount& account : accounts) {
    json.begin_object();
    json.member("move", name_of(account.move));
    json.member("sources", account.sources);
    json.member("claims", account.claims);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_ledger_item(std::string& out, const LedgerItem& item) {
  JsonWriter json(out);
  json.begin_object();
  json.member("id", item.id);
  json.member("rule", kLedgerRule);
  json.member("kind", name_of(item.kind));
  json.member("state", name_of(item.state));
  write_sides(json, "holders", item.holders);
  write_sides(json, "counterparts", item.counterparts);
  json.key("object");
  json.begin_object();
  json.member("text", item.object);
  json.member("claim", item.object_claim);
  json.member_or_null("act", item.has_act ? name_of(item.act) : "");
  json.member_or_null("mode", item.has_act ? item.mode : "");
  json.end_object();
  write_conditions(json, item.conditions);
  json.member("unblocks", item.unblocks);
  write_range(json, "due", item.due);
  json.member("disputed", item.is_disputed());
  write_accounts(json, item.accounts);
  json.key("history");
  json.begin_array();
  for (const LedgerReport& report : item.history) write_report(json, report);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace verbale
