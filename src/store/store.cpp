// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "core/hash.h"
#include "store/claim_sql.h"
#include "store/schema.h"
#include "store/store_parts.h"

namespace verbale {
namespace {

constexpr const char* kFile = "verbale.sqlite";

// Refuses what is no store of ours; makes the tables of a new one.
std::optional<Error> settle_schema(Database& database, const std::string& path, bool may_make) {
  Statement version(database, "PRAGMA user_version");
  const std::int64_t found = version.step() ? version.integer(0) : 0;
  version.reset();
  if (database.failure()) return database.failure();
  if (found == kSchemaVersion) return std::nullopt;
  if (found != 0) {
    return Error{path, "the store has version " + std::to_string(found) + ", this program reads " +
                           std::to_string(kSchemaVersion),
                 "use the program that made it, or ingest into a new folder"};
  }
  if (!may_make) return Error{path, "is no store", "make one with `verbale ingest FILES --store DIR`"};
  database.execute("BEGIN IMMEDIATE");
  // Another process may have made the tables meanwhile.
  Statement again(database, "PRAGMA user_version");
  const bool is_made = again.step() && again.integer(0) == kSchemaVersion;
  again.reset();
  if (!is_made) {
    database.execute(kSchema);
    database.execute(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
  }
  database.execute("COMMIT");
  return database.failure();
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string names_of_sources(const Claim& claim) {
  std::string names;
  for (const ClaimSource& link : claim.attribution) {
    names += (names.empty() ? "" : "\n") + link.source;
  }
  return names;
}

constexpr const char* kSupersede =
    "UPDATE documents SET status = 'superseded' WHERE article = ?1 AND status = 'current'";
constexpr const char* kFindSame =
    "SELECT article, text_hash, url, id, (SELECT max(version) FROM documents e WHERE "
    "e.article = d.article) FROM documents d WHERE id = ?1 OR url = ?2 "
    "ORDER BY id = ?1 DESC, version DESC";
constexpr const char* kAddDocument =
    "INSERT INTO documents (article, version, status, id, text_hash, url, title, outlet, byline, "
    "section, published, language, day, text, sketch) VALUES "
    "(?1, ?2, 'current', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
constexpr const char* kBeginArticle = "UPDATE documents SET article = number WHERE number = ?1";
constexpr const char* kAddClaim =
    "INSERT INTO claims (document, id, type, act, mode, contexts, cameo, factuality, background, "
    "day_start, day_end, place, place_country, sources, row) "
    "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)";

// Puts an article, its claims and their sides into the tables.
class Adding {
 public:
  Adding(Database& database, const NewDocument& document)
      : db_(database), document_(document), article_(*document.article) {}

  Added add() {
    const std::string text_hash = hash_hex(article_.title + '\x1f' + article_.text);
    Found found = find_same(text_hash);
    if (found.verdict == Added::kKnown || found.verdict == Added::kClash) return found.verdict;
    if (found.verdict == Added::kVersion) {
      db_.prepared(kSupersede).bind(1, found.article).run();
    }
    const std::int64_t number = add_document(found, text_hash);
    for (const NewDocument::Row& row : document_.rows) add_claim(number, row);
    return found.verdict;
  }

 private:
  struct Found {
    Added verdict = Added::kNew;
    std::int64_t article = 0;
    std::int64_t version = 1;
  };

  // An article is known by its id; one without an id of its own (its id then changes with its
  // text), by its address.
  Found find_same(const std::string& text_hash) {
    Statement& same = db_.prepared(kFindSame);
    same.bind(1, article_.id).bind_or_null(2, article_.url);
    Found found;
    bool is_first = true;
    while (same.step()) {
      const bool has_other_url = !same.is_null(2) && !article_.url.empty() &&
                                 same.text(2) != article_.url;
      if (is_first && has_other_url) {
        found.verdict = same.text(1) == text_hash ? Added::kKnown : Added::kClash;
        break;
      }
      if (is_first) found = {Added::kVersion, same.integer(0), same.integer(4) + 1};
      is_first = false;
      if (same.integer(0) == found.article && same.text(1) == text_hash) {
        found.verdict = Added::kKnown;
        break;
      }
    }
    same.reset();
    return found;
  }

  std::int64_t add_document(const Found& found, const std::string& text_hash) {
    Statement& insert = db_.prepared(kAddDocument);
    const std::string day = article_.published_day ? iso_day(*article_.published_day) : "";
    insert.bind(1, found.article).bind(2, found.version).bind(3, article_.id).bind(4, text_hash)
        .bind_or_null(5, article_.url).bind_or_null(6, article_.title)
        .bind_or_null(7, article_.outlet).bind_or_null(8, article_.byline)
        .bind_or_null(9, article_.section).bind_or_null(10, article_.published)
        .bind_or_null(11, article_.language).bind_or_null(12, day);
    if (document_.keeps_text) insert.bind(13, article_.text);
    else insert.bind_null(13);
    if (document_.sketch.empty()) insert.bind_null(14);
    else insert.bind_blob(14, document_.sketch);
    insert.run();
    const std::int64_t number = db_.last_row();
    if (found.article == 0) {
      db_.prepared(kBeginArticle).bind(1, number).run();
    }
    return number;
  }

  bool is_suppressed(const std::string& row) {
    if (!suppressed_) {
      suppressed_ = false;
      Statement& any = db_.prepared("SELECT 1 FROM decisions WHERE kind = 'suppress' LIMIT 1");
      suppressed_ = any.step();
      any.reset();
    }
    if (!*suppressed_) return false;
    SqlText sql;
    sql.add("SELECT 1 WHERE 1");
    add_unsuppressed(sql, "?1");
    Statement names_nobody(db_, sql.text());
    return !names_nobody.bind(1, row).step();
  }

  void add_claim(std::int64_t document, const NewDocument::Row& row) {
    if (is_suppressed(row.json)) return;
    const Claim& claim = row.claim;
    Statement& insert = db_.prepared(kAddClaim);
    const std::string contexts = joined(claim.contexts);
    const std::string sources = names_of_sources(claim);
    const std::string start = claim.date ? iso_day(claim.date->range.start) : "";
    const std::string end = claim.date ? iso_day(claim.date->range.end) : "";
    insert.bind(1, document).bind(2, claim.id).bind(3, name_of(claim.type))
        .bind(4, name_of(claim.act)).bind_or_null(5, claim.mode).bind_or_null(6, contexts)
        .bind_or_null(7, claim.cameo).bind(8, name_of(claim.factuality))
        .bind(9, std::int64_t{claim.background}).bind_or_null(10, start).bind_or_null(11, end)
        .bind_or_null(12, claim.place ? claim.place->name : std::string())
        .bind_or_null(13, claim.place ? claim.place->country : std::string())
        .bind_or_null(14, sources).bind(15, row.json);
    insert.run();
    const std::int64_t number = db_.last_row();
    for (const ClaimParty& side : claim.actors) add_party(number, 0, side.party);
    for (const ClaimParty& side : claim.recipients) add_party(number, 1, side.party);
  }

  void add_party(std::int64_t claim, int side, const Party& party) {
    db_.prepared("INSERT INTO claim_parties VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(1, claim).bind(2, std::int64_t{side}).bind_or_null(3, party.code)
        .bind_or_null(4, party.country).bind_or_null(5, party.name).bind_or_null(6, party.id)
        .run();
  }

  Database& db_;
  const NewDocument& document_;
  const Article& article_;
  std::optional<bool> suppressed_;  // Whether anybody is; nothing: not asked yet.
};

}  // namespace

std::string_view name_of(DocumentStatus status) {
  switch (status) {
    case DocumentStatus::kCurrent: return "current";
    case DocumentStatus::kSuperseded: return "superseded";
    case DocumentStatus::kWithdrawn: return "withdrawn";
  }
  VERBALE_CHECK(false);
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::string& folder, Access access) {
  const bool may_write = access == Access::kWrite;
  std::error_code trouble;
  const std::filesystem::path path = std::filesystem::path(folder) / kFile;
  if (may_write) std::filesystem::create_directories(folder, trouble);
  if (trouble) return Error{folder, "cannot be made: " + trouble.message(), ""};
  if (!may_write && !std::filesystem::exists(path, trouble)) {
    return Error{folder, "holds no store", "make one with `verbale ingest FILES --store " + folder + "`"};
  }
  auto opened = Database::open(path.string(), may_write ? Database::Access::kWrite
                                                        : Database::Access::kRead);
  if (!opened.ok()) return opened.error();
  auto parts = std::make_unique<Parts>(opened.take());
  if (auto error = settle_schema(parts->db(), path.string(), may_write)) return *error;
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

bool Store::knows_input(std::string_view input_hash) {
  const std::lock_guard lock(parts_->mutex);
  Statement& find = parts_->db().prepared("SELECT 1 FROM inputs WHERE hash = ?1");
  const bool is_known = find.bind(1, input_hash).step();
  find.reset();
  return is_known;
}

Added Store::add(const NewDocument& document) {
  const std::lock_guard lock(parts_->mutex);
  parts_->begin();
  const Added added = Adding(parts_->db(), document).add();
  parts_->db().prepared("INSERT OR IGNORE INTO inputs VALUES (?1)")
      .bind(1, document.input_hash).run();
  return added;
}

void Store::add_reject(const std::string& id, const std::string& origin, const std::string& reason,
                       const std::string& input_hash) {
  const std::lock_guard lock(parts_->mutex);
  parts_->begin();
  Statement(parts_->db(), "INSERT OR IGNORE INTO rejects (id, origin, reason) VALUES (?1, ?2, ?3)")
      .bind(1, id).bind(2, origin).bind(3, reason).run();
  if (input_hash.empty()) return;
  Statement(parts_->db(), "INSERT OR IGNORE INTO inputs VALUES (?1)").bind(1, input_hash).run();
}

bool Store::withdraw(const std::string& id_or_url, const std::string& why,
                     std::optional<Day> day) {
  const std::lock_guard lock(parts_->mutex);
  parts_->begin();
  Statement find(parts_->db(), "SELECT number FROM documents WHERE (id = ?1 OR url = ?1) AND "
                               "status = 'current'");
  find.bind(1, id_or_url);
  if (!find.step()) return false;
  const std::int64_t number = find.integer(0);
  find.reset();
  Statement(parts_->db(), "UPDATE documents SET status = 'withdrawn', withdrawn_why = ?2, "
                          "withdrawn_day = ?3 WHERE number = ?1")
      .bind(1, number).bind(2, why).bind_or_null(3, day ? iso_day(*day) : std::string()).run();
  return true;
}

void Store::decide(const Decision& decision) {
  const std::lock_guard lock(parts_->mutex);
  parts_->begin();
  Statement(parts_->db(), "INSERT INTO decisions (kind, subject, reason, who) VALUES (?1,?2,?3,?4)")
      .bind(1, decision.kind).bind(2, decision.subject).bind(3, decision.reason)
      .bind(4, decision.who).run();
}

Result<Done> Store::commit() {
  const std::lock_guard lock(parts_->mutex);
  if (parts_->is_open) parts_->db().execute("COMMIT");
  parts_->is_open = false;
  return parts_->done();
}

}  // namespace verbale
