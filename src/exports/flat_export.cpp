// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "exports/dyads.h"
#include "exports/layouts.h"

namespace verbale {
namespace {

constexpr std::size_t kQuoteMax = 200;  // Code points of a sentence that is handed on.

constexpr const char* kCsvNames =
    "id,document,url,outlet,published,type,act,mode,contexts,cameo,quad,plover_2023,"
    "goldstein_icews,factuality,background,actors,actor_codes,actor_countries,actor_sectors,"
    "recipients,recipient_codes,recipient_countries,recipient_sectors,date_start,date_end,place,"
    "place_country,lat,lon,sources,conditions,killed_low,killed_high,trigger,sentence,rule,"
    "confidence";

// At most so many code points, cut with an ellipsis.
std::string shortened(const std::string& text) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (++points > kQuoteMax) return text.substr(0, at) + "…";
  }
  return text;
}

class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  // A spreadsheet would run text that begins like a formula; an apostrophe makes it text.
  CsvRow& text(std::string_view text) {
    std::string cell;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
      cell = "'";
    }
    cell += text;
    part();
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
      out_ += cell;
      return *this;
    }
    out_ += '"';
    for (char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
    return *this;
  }

  CsvRow& number(std::optional<double> value) {
    part();
    if (!value || *value > 1e300) return *this;  // Open upwards: no number.
    char digits[32];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, *value).ptr);
    return *this;
  }

  void end() { out_ += '\n'; }

 private:
  void part() {
    if (!is_first_) out_ += ',';
    is_first_ = false;
  }
  std::string& out_;
  bool is_first_ = true;
};

template <typename Item, typename Field>
std::string joined(const std::vector<Item>& items, Field field) {
  std::string text;
  for (const Item& each : items) text += (&each == items.data() ? "" : "; ") + std::string(field(each));
  return text;
}

void add_side(CsvRow& row, const std::vector<ClaimParty>& sides) {
  row.text(joined(sides, [](const ClaimParty& each) { return each.party.name; }));
  row.text(joined(sides, [](const ClaimParty& each) { return each.party.code; }));
  row.text(joined(sides, [](const ClaimParty& each) { return each.party.country; }));
  row.text(joined(sides, [](const ClaimParty& each) { return each.party.sector; }));
}

class CsvExporter : public Exporter {
 public:
  void begin(std::string& out) override { out += std::string(kCsvNames) + "\n"; }

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    CsvRow row(out);
    row.text(claim.id).text(claim.document.id).text(claim.document.url);
    row.text(claim.document.outlet).text(claim.document.published);
    row.text(name_of(claim.type)).text(name_of(claim.act)).text(claim.mode);
    row.text(joined(claim.contexts, [](const std::string& each) { return each; }));
    row.text(claim.cameo).number(claim.quad).number(claim.plover).number(claim.goldstein);
    row.text(name_of(claim.factuality)).text(claim.background ? "true" : "false");
    add_side(row, claim.actors);
    add_side(row, claim.recipients);
    row.text(claim.date ? iso_day(claim.date->range.start) : "");
    row.text(claim.date ? iso_day(claim.date->range.end) : "");
    row.text(claim.place ? claim.place->name : "").text(claim.place ? claim.place->country : "");
    row.number(claim.place ? claim.place->latitude : std::nullopt);
    row.number(claim.place ? claim.place->longitude : std::nullopt);
    row.text(joined(claim.attribution, [](const ClaimSource& each) { return each.source; }));
    row.text(joined(claim.conditions, [](const ClaimCondition& each) { return each.words.text; }));
    const auto& killed = claim.magnitude.killed;
    row.number(killed ? std::optional(killed->low) : std::nullopt);
    row.number(killed ? std::optional(killed->high) : std::nullopt);
    row.text(claim.trigger.text).text(shortened(claim.sentence.text)).text(claim.rule);
    row.number(claim.confidence);
    row.end();
    return true;
  }
};

class RowsExporter : public Exporter {
 public:
  bool add(std::string& out, const Claim&, std::string_view row) override {
    out += row;
    out += '\n';
    return true;
  }
};

class DyadExporter : public Exporter {
 public:
  explicit DyadExporter(bool with_names) : with_names_(with_names) {}

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    if (!day || claim.cameo.empty()) return false;
    bool is_added = false;
    for (const Dyad& dyad : dyads_of(claim)) {
      if (dyad.target == nullptr) continue;
      const std::string& source = with_names_ ? dyad.source->name : dyad.source->code;
      const std::string& target = with_names_ ? dyad.target->name : dyad.target->code;
      if (source.empty() || target.empty()) continue;
      TabRow row(out);
      if (with_names_) row.cell(source).cell(claim.cameo).cell(target).cell(iso_day(*day));
      else row.cell(iso_day(*day)).cell(source).cell(target).cell(claim.cameo);
      row.end();
      is_added = true;
    }
    return is_added;
  }

 private:
  bool with_names_;
};

}  // namespace

std::unique_ptr<Exporter> make_rows_exporter() { return std::make_unique<RowsExporter>(); }
std::unique_ptr<Exporter> make_csv_exporter() { return std::make_unique<CsvExporter>(); }
std::unique_ptr<Exporter> make_dyad_exporter(bool with_names) {
  return std::make_unique<DyadExporter>(with_names);
}

}  // namespace verbale
