// SPDX-License-Identifier: Apache-2.0
#include "desk/export_claims.h"

#include "core/hash.h"
#include "formats/json_reader.h"
#include "formats/json_writer.h"
#include "record/claim_record.h"

namespace verbale {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;  // Bytes gathered before they are written.

class Exporting {
 public:
  Exporting(const ExportWish& wish, const ExportFacts& facts,
            const std::function<bool(std::string_view)>& write)
      : exporter_(make_exporter(wish.format, facts)), write_(write) {}

  Result<ExportOutcome> run(const ClaimQuery& query, Store& store) {
    exporter_->begin(text_);
    const auto done = store.read_claims(query, [&](const StoredClaim& stored) {
      const auto claim = read_claim(stored.row);
      const bool is_added = claim.ok() && exporter_->add(text_, claim.value(), stored.row);
      ++(is_added ? outcome_.events : outcome_.left_out);
      return text_.size() < kBlock || send();
    });
    if (!done.ok()) return done.error();
    exporter_->end(text_);
    send();
    outcome_.hash = hash_.hex();
    return outcome_;
  }

 private:
  bool send() {
    hash_.add(text_);
    outcome_.bytes += text_.size();
    const bool goes_on = write_(text_);
    text_.clear();
    return goes_on;
  }

  std::unique_ptr<Exporter> exporter_;
  const std::function<bool(std::string_view)>& write_;
  std::string text_;
  HashStream hash_;
  ExportOutcome outcome_;
};

}  // namespace

Result<ExportOutcome> export_claims(const ExportWish& wish, const ExportFacts& facts, Store& store,
                                    const std::function<bool(std::string_view)>& write) {
  auto parsed = parse_claim_query(wish.query);
  if (!parsed.ok()) return parsed.error();
  ClaimQuery query = parsed.take();
  if (!wish.as_of.empty()) query.as_of = wish.as_of;
  if (!tells_factuality(wish.format) && query.factuality.empty()) {
    query.factuality = {"happened", "planned", "threatened", "demanded"};
  }
  return Exporting(wish, facts, write).run(query, store);
}

std::string manifest_of(const ExportWish& wish, const ExportOutcome& outcome,
                        const std::string& version) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("verbale", version);
  json.member("layout", name_of(wish.format));
  json.member("query", wish.query);
  json.member_or_null("as_of", wish.as_of);
  json.member("events", outcome.events);
  json.member("left_out", outcome.left_out);
  json.member("bytes", outcome.bytes);
  json.member("xxh3_128", outcome.hash);
  json.end_object();
  return text + "\n";
}

Result<Manifest> read_manifest(std::string_view text) {
  auto parsed = parse_json(text);
  if (!parsed.ok()) return parsed.error();
  const JsonValue& value = parsed.value();
  const auto format = export_format_of(value.text_of("layout"));
  if (!format || value.text_of("xxh3_128").empty()) {
    return Error{"", "is no manifest of an export", "give what `verbale export --manifest` wrote"};
  }
  Manifest manifest;
  manifest.wish = {*format, std::string(value.text_of("query")),
                   std::string(value.text_of("as_of"))};
  manifest.hash = value.text_of("xxh3_128");
  manifest.version = value.text_of("verbale");
  return manifest;
}

}  // namespace verbale
