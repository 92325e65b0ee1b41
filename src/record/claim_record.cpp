// SPDX-License-Identifier: Apache-2.0
#include "record/claim_record.h"

#include <limits>
#include <utility>

#include "formats/json_reader.h"

namespace verbale {
namespace {

using Kind = JsonValue::Kind;

// Reads members and remembers the first trouble, so that the reading itself stays a list.
class RowReader {
 public:
  explicit RowReader(const JsonValue& row) : row_(row) {}

  Result<Claim> read() {
    Claim claim;
    claim.id = needed_text(row_, "id");
    document(claim.document);
    codes(claim);
    claim.actors = parties("actors");
    claim.recipients = parties("recipients");
    when_and_where(claim);
    attribution(claim);
    for (const JsonValue& each : items(row_, "conditions")) {
      claim.conditions.push_back({text(each, "event"), words(each)});
    }
    claim.content = text(row_, "content");
    magnitude(claim.magnitude);
    claim.trigger = needed_words("trigger");
    claim.sentence = needed_words("sentence");
    claim.rule = text(row_, "rule");
    claim.confidence = number(row_, "confidence").value_or(0);
    if (!trouble_.empty()) return Error{"", trouble_, "give event rows as `verbale code` wrote them"};
    return claim;
  }

 private:
  static std::string text(const JsonValue& object, std::string_view name) {
    return std::string(object.text_of(name));
  }

  std::string needed_text(const JsonValue& object, std::string_view name) {
    std::string found = text(object, name);
    if (found.empty()) complain("the row has no '" + std::string(name) + "'");
    return found;
  }

  static std::optional<double> number(const JsonValue& object, std::string_view name) {
    const JsonValue* value = object.find(name);
    if (value == nullptr || !value->is(Kind::kNumber)) return std::nullopt;
    return value->number;
  }

  static const std::vector<JsonValue>& items(const JsonValue& object, std::string_view name) {
    static const std::vector<JsonValue> kNone;
    const JsonValue* value = object.find(name);
    return value != nullptr && value->is(Kind::kArray) ? value->items : kNone;
  }

  static std::uint32_t offset(const JsonValue& object, std::string_view name) {
    const JsonValue* value = object.find(name);
    if (value == nullptr || !value->integer || *value->integer < 0) return 0;
    return static_cast<std::uint32_t>(*value->integer);
  }

  static ClaimQuote words(const JsonValue& object) {
    return {text(object, "text"), offset(object, "start"), offset(object, "end")};
  }

  ClaimQuote needed_words(std::string_view name) {
    const JsonValue* value = row_.find(name);
    if (value == nullptr || !value->is(Kind::kObject)) {
      complain("the row has no '" + std::string(name) + "'");
      return {};
    }
    return words(*value);
  }

  void document(ClaimDocument& document) {
    const JsonValue* value = row_.find("document");
    if (value == nullptr) return complain("the row has no 'document'");
    document.id = needed_text(*value, "id");
    document.url = text(*value, "url");
    document.title = text(*value, "title");
    document.outlet = text(*value, "outlet");
    document.published = text(*value, "published");
    document.day = parse_iso_day(document.published);
  }

  template <typename Value, typename Parse>
  Value one_of(std::string_view name, Parse parse) {
    const std::string found = text(row_, name);
    const std::optional<Value> value = parse(found);
    if (!value) complain("'" + std::string(name) + "' cannot be '" + found + "'");
    return value.value_or(Value{});
  }

  void codes(Claim& claim) {
    claim.type = one_of<PloverType>("type", plover_type_of);
    claim.act = row_.text_of("act").empty() ? claim.type : one_of<PloverType>("act", plover_type_of);
    claim.mode = text(row_, "mode");
    for (const JsonValue& context : items(row_, "contexts")) claim.contexts.push_back(context.string);
    claim.cameo = text(row_, "cameo");
    claim.quad = static_cast<int>(number(row_, "quad").value_or(0));
    if (const JsonValue* scores = row_.find("scores")) {
      claim.plover = number(*scores, "plover_2023").value_or(0);
      claim.goldstein = number(*scores, "goldstein_icews");
    }
    claim.factuality = one_of<Factuality>("factuality", factuality_of);
    const JsonValue* background = row_.find("background");
    claim.background = background != nullptr && background->boolean;
  }

  std::vector<ClaimParty> parties(std::string_view side) const {
    std::vector<ClaimParty> parties;
    for (const JsonValue& each : items(row_, side)) {
      Party party;
      party.name = text(each, "name");
      party.code = text(each, "code");
      party.country = text(each, "country");
      party.sector = text(each, "sector");
      party.role = text(each, "role");
      party.id = text(each, "id");
      parties.push_back({std::move(party), words(each)});
    }
    return parties;
  }

  void when_and_where(Claim& claim) const {
    if (const JsonValue* date = row_.find("date"); date != nullptr && date->is(Kind::kObject)) {
      const auto start = parse_iso_day(date->text_of("start"));
      const auto end = parse_iso_day(date->text_of("end"));
      if (start && end && *start <= *end) claim.date = {text(*date, "text"), {*start, *end}};
    }
    if (const JsonValue* place = row_.find("place"); place != nullptr && place->is(Kind::kObject)) {
      claim.place.emplace();
      claim.place->name = text(*place, "name");
      claim.place->country = text(*place, "country");
      claim.place->latitude = number(*place, "lat");
      claim.place->longitude = number(*place, "lon");
      const JsonValue* geonames = place->find("geonames");
      if (geonames != nullptr) claim.place->geonames = geonames->integer;
    }
  }

  void attribution(Claim& claim) {
    for (const JsonValue& each : items(row_, "attribution")) {
      const auto kind = source_kind_of(each.text_of("kind"));
      if (!kind) complain("'attribution' cannot be of kind '" + text(each, "kind") + "'");
      claim.attribution.push_back(
          {text(each, "source"), kind.value_or(SourceKind::kUnnamed), words(each)});
    }
  }

  static std::optional<ClaimAmount> amount(const JsonValue& object, std::string_view name) {
    const JsonValue* value = object.find(name);
    if (value == nullptr || !value->is(Kind::kObject)) return std::nullopt;
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    return ClaimAmount{number(*value, "low").value_or(0), number(*value, "high").value_or(kOpen),
                       text(*value, "unit"), text(*value, "text")};
  }

  void magnitude(ClaimMagnitude& magnitude) const {
    const JsonValue* value = row_.find("magnitude");
    if (value == nullptr || !value->is(Kind::kObject)) return;
    magnitude.killed = amount(*value, "killed");
    magnitude.injured = amount(*value, "injured");
    magnitude.arrested = amount(*value, "arrested");
    magnitude.participants = amount(*value, "participants");
    magnitude.amount = amount(*value, "amount");
    magnitude.duration = amount(*value, "duration");
  }

  void complain(std::string trouble) {
    if (trouble_.empty()) trouble_ = std::move(trouble);
  }

  const JsonValue& row_;
  std::string trouble_;
};

}  // namespace

Result<Claim> read_claim(std::string_view row) {
  auto parsed = parse_json(row);
  if (!parsed.ok()) return parsed.error();
  if (!parsed.value().is(Kind::kObject)) {
    return Error{"", "the row is no JSON object", "give event rows as `verbale code` wrote them"};
  }
  return RowReader(parsed.value()).read();
}

}  // namespace verbale
