// SPDX-License-Identifier: Apache-2.0
#include "desk/gather_claims.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "core/file.h"
#include "record/claim_record.h"
#include "store/store.h"

namespace verbale {
namespace {

Result<std::string> read_rows(const std::string& path) {
  if (path != "-") return read_file(path);
  std::string text;
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stdin)) {
    text.append(buffer, count);
  }
  return text;
}

// Takes claims in, and keeps those of articles that speak of a wanted side.
class Gathering {
 public:
  explicit Gathering(const ClaimOrigin& origin) : origin_(origin) {
    if (!origin.as_of.empty()) as_of_ = parse_iso_day(origin.as_of);
  }

  Result<Done> take(std::string_view row) {
    auto read = read_claim(row);
    if (!read.ok()) return read.error();
    Claim claim = read.take();
    if (as_of_ && claim.document.day && *claim.document.day > *as_of_) return Done{};
    if (!article_.empty() && article_.front().document.id != claim.document.id) end_article();
    article_.push_back(std::move(claim));
    return Done{};
  }

  std::vector<Claim> claims() {
    end_article();
    return std::move(claims_);
  }

 private:
  bool is_wanted(const ClaimParty& each) const {
    return std::any_of(origin_.sides.begin(), origin_.sides.end(), [&](const std::string& side) {
      return each.party.country == side || each.party.code.starts_with(side);
    });
  }

  void end_article() {
    const bool is_kept =
        origin_.sides.empty() ||
        std::any_of(article_.begin(), article_.end(), [&](const Claim& claim) {
          const auto wanted = [&](const ClaimParty& each) { return is_wanted(each); };
          return std::any_of(claim.actors.begin(), claim.actors.end(), wanted) ||
                 std::any_of(claim.recipients.begin(), claim.recipients.end(), wanted);
        });
    if (is_kept) {
      std::move(article_.begin(), article_.end(), std::back_inserter(claims_));
    }
    article_.clear();
  }

  const ClaimOrigin& origin_;
  std::optional<Day> as_of_;
  std::vector<Claim> article_;
  std::vector<Claim> claims_;
};

Result<Done> gather_file(const std::string& path, Gathering& gathering) {
  const auto text = read_rows(path);
  if (!text.ok()) return text.error();
  std::string_view rest = text.value();
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto done = gathering.take(row);
    if (!done.ok()) {
      return Error{path + ":" + std::to_string(line), done.error().trouble,
                   "give event rows as `verbale code` writes them"};
    }
  }
  return Done{};
}

Result<Done> gather_store(const ClaimOrigin& origin, Gathering& gathering) {
  auto store = Store::open(origin.store, Store::Access::kRead);
  if (!store.ok()) return store.error();
  ClaimQuery query;
  query.as_of = origin.as_of;
  std::string trouble;
  const auto done = store.value()->read_claims(query, [&](const StoredClaim& stored) {
    const auto taken = gathering.take(stored.row);
    if (!taken.ok()) trouble = taken.error().trouble;
    return trouble.empty();
  });
  if (!trouble.empty()) return Error{"store", trouble, "ingest the articles into a new store"};
  return done;
}

}  // namespace

Result<std::vector<Claim>> gather_claims(const ClaimOrigin& origin) {
  Gathering gathering(origin);
  if (!origin.store.empty()) {
    const auto done = gather_store(origin, gathering);
    if (!done.ok()) return done.error();
  }
  for (const std::string& file : origin.files) {
    const auto done = gather_file(file, gathering);
    if (!done.ok()) return done.error();
  }
  return gathering.claims();
}

}  // namespace verbale
