// SPDX-License-Identifier: Apache-2.0
#include "record/story_record.h"

#include <cmath>
#include <set>

#include "document/claim_side.h"
#include "record/desk_parts.h"

namespace verbale {
namespace {

void write_document_fields(JsonWriter& json, const ClaimDocument& document) {
  json.member("id", document.id);
  json.member_or_null("url", document.url);
  json.member_or_null("title", document.title);
  json.member_or_null("outlet", document.outlet);
  json.member_or_null("published", document.published);
}

void write_first_and_last(JsonWriter& json, std::string_view first, std::string_view last,
                          const std::optional<DayRange>& days) {
  write_day(json, first, days ? std::optional(days->start) : std::nullopt);
  write_day(json, last, days ? std::optional(days->end) : std::nullopt);
}

void write_number_or_null(JsonWriter& json, std::string_view name,
                          const std::optional<double>& value) {
  json.key(name);
  if (value && std::isfinite(*value))
    json.number(*value);
  else
    json.null();
}

void write_parties(JsonWriter& json, std::string_view name, const std::vector<ClaimParty>& side) {
  json.key(name);
  json.begin_array();
  for (const ClaimParty& party : side) {
    json.begin_object();
    json.member("name", party.party.name);
    json.member_or_null("code", party.party.code);
    json.member_or_null("country", party.party.country);
    json.member_or_null("sector", party.party.sector);
    json.member_or_null("role", party.party.role);
    json.member_or_null("id", party.party.id);
    json.end_object();
  }
  json.end_array();
}

void write_date(JsonWriter& json, const std::optional<ClaimDate>& date) {
  json.key("date");
  if (!date) return json.null();
  json.begin_object();
  json.member("text", date->text);
  json.member("start", iso_day(date->range.start));
  json.member("end", iso_day(date->range.end));
  json.end_object();
}

void write_place(JsonWriter& json, const std::optional<Place>& place) {
  json.key("place");
  if (!place) return json.null();
  json.begin_object();
  json.member("name", place->name);
  json.member_or_null("country", place->country);
  write_number_or_null(json, "lat", place->latitude);
  write_number_or_null(json, "lon", place->longitude);
  json.key("geonames");
  if (place->geonames)
    json.integer(*place->geonames);
  else
    json.null();
  json.end_object();
}

void write_amount(JsonWriter& json, std::string_view name,
                  const std::optional<ClaimAmount>& amount) {
  json.key(name);
  if (!amount) return json.null();
  json.begin_object();
  json.member("low", amount->low);
  write_number_or_null(json, "high", amount->high);
  json.member("unit", amount->unit);
  json.member("text", amount->text);
  json.end_object();
}

void write_magnitude(JsonWriter& json, const ClaimMagnitude& magnitude) {
  json.key("magnitude");
  if (!magnitude.killed && !magnitude.injured && !magnitude.arrested && !magnitude.participants &&
      !magnitude.amount && !magnitude.duration) {
    return json.null();
  }
  json.begin_object();
  write_amount(json, "killed", magnitude.killed);
  write_amount(json, "injured", magnitude.injured);
  write_amount(json, "arrested", magnitude.arrested);
  write_amount(json, "participants", magnitude.participants);
  write_amount(json, "amount", magnitude.amount);
  write_amount(json, "duration", magnitude.duration);
  json.end_object();
}

void write_codes(JsonWriter& json, const FusedEvent& event) {
  const Claim& told = *event.told;
  json.member("type", name_of(told.type));
  json.member("act", name_of(told.act));
  json.member_or_null("mode", told.mode);
  json.member("contexts", told.contexts);
  json.member_or_null("cameo", told.cameo);
  json.member("quad", told.quad);
  json.key("scores");
  json.begin_object();
  json.member("plover_2023", told.plover);
  write_number_or_null(json, "goldstein_icews", told.goldstein);
  json.end_object();
  json.member("factuality", name_of(event.factuality));
  json.member("background", told.background);
}

void write_report(JsonWriter& json, const FuseClaim& given) {
  const Claim& claim = *given.claim;
  json.begin_object();
  json.member("claim", claim.id);
  json.key("document");
  json.begin_object();
  write_document_fields(json, claim.document);
  json.end_object();
  json.member_or_null("origin", given.origin);
  json.member("factuality", name_of(claim.factuality));
  write_date(json, claim.date);
  std::vector<std::string> sources;
  for (const ClaimSource& source : claim.attribution) sources.push_back(source.source);
  json.member("sources", sources);
  json.member("quote", quote_of(claim.sentence.text, kQuotePointsMax));
  json.member("confidence", claim.confidence);
  json.end_object();
}

void write_contradictions(JsonWriter& json, const std::vector<Contradiction>& contradictions) {
  json.key("contradictions");
  json.begin_array();
  for (const Contradiction& contradiction : contradictions) {
    json.begin_object();
    json.member("field", contradiction.field);
    json.key("accounts");
    json.begin_array();
    for (const Account& account : contradiction.accounts) {
      json.begin_object();
      json.member("value", account.value);
      json.member("origins", account.origins);
      json.member("claims", account.claims);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_story(std::string& out, const Story& story,
                 const std::vector<StoryDocument>& documents) {
  JsonWriter json(out);
  json.begin_object();
  json.member("id", story.id);
  json.member("rule", kStoryRule);
  json.member_or_null("title", story.title);
  write_first_and_last(json, "first", "last", story.days);
  json.member("origins", story.origins);
  std::set<std::string> outlets;
  std::vector<std::string> ids;
  for (const StoryDocument& each : documents) {
    ids.push_back(each.document->id);
    if (!each.document->outlet.empty()) outlets.insert(each.document->outlet);
  }
  json.member("outlets", outlets.size());
  json.member("documents", ids);
  json.key("articles");
  json.begin_array();
  for (const StoryDocument& each : documents) {
    json.begin_object();
    write_document_fields(json, *each.document);
    json.member("origin", each.origin);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void write_fused_event(std::string& out, const FusedEvent& event,
                       const std::vector<FuseClaim>& claims) {
  JsonWriter json(out);
  json.begin_object();
  json.member("id", event.id);
  json.member("rule", kFuseRule);
  write_codes(json, event);
  write_parties(json, "actors", event.actors);
  write_parties(json, "recipients", event.recipients);
  write_date(json, event.date);
  write_place(json, event.place);
  write_magnitude(json, event.told->magnitude);
  json.member("confidence", event.told->confidence);
  write_first_and_last(json, "first_seen", "last_seen", event.seen);
  json.member("origins", event.origins.size());
  json.member("outlets", event.outlets);
  json.member_or_null("story", claims[event.reports.front()].story);
  write_contradictions(json, event.contradictions);
  json.key("decisions");
  json.begin_array();
  for (std::int64_t number : event.decisions) json.integer(number);
  json.end_array();
  json.key("reports");
  json.begin_array();
  for (std::size_t report : event.reports) write_report(json, claims[report]);
  json.end_array();
  json.end_object();
  out += '\n';
}

void write_event_change(std::string& out, const EventChange& change) {
  JsonWriter json(out);
  json.begin_object();
  json.member("kind", name_of(change.kind));
  json.member("event", change.event);
  json.member("before", change.before);
  json.member("added", change.added);
  json.member("removed", change.removed);
  json.end_object();
  out += '\n';
}

}  // namespace verbale
