// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "exports/dyads.h"
#include "exports/layouts.h"
#include "formats/json_writer.h"

namespace verbale {
namespace {

class GeojsonExporter : public Exporter {
 public:
  void begin(std::string& out) override { out += R"({"type":"FeatureCollection","features":[)"; }

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    if (!claim.place || !claim.place->latitude || !claim.place->longitude) return false;
    out += is_first_ ? "\n" : ",\n";
    is_first_ = false;
    JsonWriter json(out);
    json.begin_object();
    json.member("type", "Feature");
    json.member("id", claim.id);
    json.key("geometry");
    json.begin_object();
    json.member("type", "Point");
    json.key("coordinates");
    json.begin_array();
    json.number(*claim.place->longitude);
    json.number(*claim.place->latitude);
    json.end_array();
    json.end_object();
    properties(json, claim);
    json.end_object();
    return true;
  }

  void end(std::string& out) override { out += "\n]}\n"; }

 private:
  static void properties(JsonWriter& json, const Claim& claim) {
    json.key("properties");
    json.begin_object();
    json.member("type", name_of(claim.type));
    json.member("factuality", name_of(claim.factuality));
    json.member("place", claim.place->name);
    json.member_or_null("start", claim.date ? iso_day(claim.date->range.start) : "");
    json.member_or_null("end", claim.date ? iso_day(claim.date->range.end) : "");
    names(json, "actors", claim.actors);
    names(json, "recipients", claim.recipients);
    json.member("document", claim.document.id);
    json.member("trigger", claim.trigger.text);
    json.end_object();
  }

  static void names(JsonWriter& json, std::string_view key, const std::vector<ClaimParty>& sides) {
    json.key(key);
    json.begin_array();
    for (const ClaimParty& side : sides) json.string(side.party.name);
    json.end_array();
  }

  bool is_first_ = true;
};

std::string xml(std::string_view text) {
  std::string safe;
  for (char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default:
        // XML 1.0 has no way to write the other control characters.
        safe += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return safe;
}

// GraphML lets nodes follow the edges that name them, so only the parties are held until the end.
class GraphmlExporter : public Exporter {
 public:
  void begin(std::string& out) override {
    out += R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="code" for="node" attr.name="code" attr.type="string"/>
<key id="country" for="node" attr.name="country" attr.type="string"/>
<key id="type" for="edge" attr.name="type" attr.type="string"/>
<key id="factuality" for="edge" attr.name="factuality" attr.type="string"/>
<key id="quad" for="edge" attr.name="quad" attr.type="int"/>
<key id="score" for="edge" attr.name="plover_2023" attr.type="double"/>
<key id="day" for="edge" attr.name="day" attr.type="string"/>
<graph edgedefault="directed">
)";
  }

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    bool is_added = false;
    std::size_t number = 0;
    for (const Dyad& dyad : dyads_of(claim)) {
      if (dyad.target == nullptr) continue;
      std::string score;
      JsonWriter(score).number(claim.plover);
      out += "<edge id=\"" + claim.id + "-" + std::to_string(number++) + "\" source=\"" +
             node(*dyad.source) + "\" target=\"" + node(*dyad.target) + "\">";
      datum(out, "type", name_of(claim.type));
      datum(out, "factuality", name_of(claim.factuality));
      datum(out, "quad", std::to_string(claim.quad));
      datum(out, "score", score);
      if (day) datum(out, "day", iso_day(*day));
      out += "</edge>\n";
      is_added = true;
    }
    return is_added;
  }

  void end(std::string& out) override {
    for (const auto& [id, party] : nodes_) {
      out += "<node id=\"" + id + "\">";
      datum(out, "name", party.name);
      datum(out, "code", party.code);
      datum(out, "country", party.country);
      out += "</node>\n";
    }
    out += "</graph>\n</graphml>\n";
  }

 private:
  static void datum(std::string& out, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += "<data key=\"" + std::string(key) + "\">" + xml(value) + "</data>";
  }

  std::string node(const Party& party) {
    const std::string id = xml(party.id.empty() ? party.name : party.id);
    nodes_.try_emplace(id, party);
    return id;
  }

  std::map<std::string, Party> nodes_;
};

class PloverExporter : public Exporter {
 public:
  explicit PloverExporter(const ExportFacts& facts) : facts_(facts) {}

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    if (!day) return false;
    JsonWriter json(out);
    json.begin_object();
    json.member("id", claim.id);
    json.member("has_event", true);
    json.member("date", iso_day(*day));
    if (claim.date) json.member("enddate", iso_day(claim.date->range.end));
    entities(json, "actor", claim.actors);
    entities(json, "recipient", claim.recipients);
    json.member("event", std::vector{std::string(name_of(claim.type))});
    json.member("event_text", claim.trigger.text);
    json.member("quad_code", claim.quad);
    json.member("event_scale", claim.plover);
    json.member("mode", claim.mode.empty() ? std::vector<std::string>{}
                                          : std::vector<std::string>{claim.mode});
    json.member("context", claim.contexts);
    auxiliary(json, claim);
    size(json, claim);
    location(json, claim);
    citation(json, claim);
    json.end_object();
    out += '\n';
    return true;
  }

 private:
  static void entities(JsonWriter& json, std::string_view key,
                       const std::vector<ClaimParty>& sides) {
    json.key(key);
    json.begin_array();
    for (const ClaimParty& side : sides) {
      json.begin_object();
      json.member("code", side.party.country);
      json.member_or_null("sector", side.party.sector);
      json.member("entity_text", side.words.text);
      json.member_or_null("identifier_id", side.party.id);
      json.member("identifier_text", side.party.name);
      json.member_or_null("office", side.party.role);
      json.end_object();
    }
    json.end_array();
  }

  // The manual's auxiliary modes, as far as a claim's factuality says which.
  static void auxiliary(JsonWriter& json, const Claim& claim) {
    std::vector<std::string> modes;
    if (claim.background) modes.push_back("historical");
    switch (claim.factuality) {
      case Factuality::kPlanned:
      case Factuality::kThreatened: modes.push_back("future"); break;
      case Factuality::kPossible:
      case Factuality::kDemanded: modes.push_back("hypothetical"); break;
      case Factuality::kNegated: modes.push_back("negation"); break;
      case Factuality::kHappened: break;
    }
    json.member("auxiliary_mode", modes);
  }

  static void count(JsonWriter& json, std::string_view key, const std::optional<ClaimAmount>& amount) {
    if (amount) json.member(key, amount->low);
  }

  static void size(JsonWriter& json, const Claim& claim) {
    const ClaimMagnitude& size = claim.magnitude;
    if (!size.killed && !size.injured && !size.arrested) return;
    json.key("size");
    json.begin_object();
    count(json, "dead", size.killed);
    count(json, "injured", size.injured);
    count(json, "arrested", size.arrested);
    json.end_object();
  }

  static void location(JsonWriter& json, const Claim& claim) {
    json.key("event_loc");
    if (!claim.place) return json.null();
    json.begin_object();
    json.member("resolved_place", claim.place->name);
    json.member_or_null("country_code", claim.place->country);
    if (claim.place->latitude && claim.place->longitude) {
      json.member("lat", *claim.place->latitude);
      json.member("lon", *claim.place->longitude);
    }
    if (claim.place->geonames) json.member("geonameid", *claim.place->geonames);
    json.end_object();
  }

  void citation(JsonWriter& json, const Claim& claim) const {
    json.key("cite_info");
    json.begin_object();
    json.member_or_null("citation", claim.document.outlet);
    json.member_or_null("url", claim.document.url);
    json.member_or_null("title", claim.document.title);
    json.member("language", "en");
    json.member("coder", "verbale");
    json.member("codebook", "PLOVER");
    json.member("version", facts_.version);
    json.end_object();
  }

  const ExportFacts& facts_;
};

}  // namespace

std::unique_ptr<Exporter> make_geojson_exporter() { return std::make_unique<GeojsonExporter>(); }
std::unique_ptr<Exporter> make_graphml_exporter() { return std::make_unique<GraphmlExporter>(); }
std::unique_ptr<Exporter> make_plover_exporter(const ExportFacts& facts) {
  return std::make_unique<PloverExporter>(facts);
}

}  // namespace verbale
