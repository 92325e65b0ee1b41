// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/result.h"
#include "document/article.h"
#include "document/claim.h"
#include "store/claim_query.h"

namespace verbale {

class Database;

// An article as it is handed to the store.
struct NewDocument {
  const Article* article = nullptr;
  std::string input_hash;  // Of all that came in for this article: known again without reading it.
  bool keeps_text = true;
  std::string sketch;      // What copies are found by; opaque here, may be empty.
  struct Row {
    std::string json;  // The event row, as written.
    Claim claim;       // The same, read back.
  };
  std::vector<Row> rows;
};

enum class Added : std::uint8_t {
  kNew,      // An article that was not there.
  kVersion,  // Another text of an article that was there: replaces its claims, the old are kept.
  kKnown,    // There already, word for word; nothing changed.
  kClash,    // Its id belongs to an article with another address; nothing changed.
};

// Which version of an article holds.
enum class DocumentStatus : std::uint8_t { kCurrent, kSuperseded, kWithdrawn };
std::string_view name_of(DocumentStatus status);  // "current", "superseded", "withdrawn"

struct StoredDocument {
  std::int64_t number = 0;  // Within this store; in the order of arrival.
  std::string id;
  int version = 1;
  DocumentStatus status = DocumentStatus::kCurrent;
  std::string url, title, outlet, byline, section, published, language;
  std::optional<Day> day;   // Of publication.
  std::string text;         // Empty when texts are not kept, or were not asked for.
  std::string sketch;
  std::string withdrawn_why;
  std::string passage;      // Of a search by words: where they stand, shortened.
};

// A claim as the store keeps it.
struct StoredClaim {
  std::int64_t number = 0;
  std::int64_t document = 0;  // StoredDocument::number
  std::string_view row;       // The event row; valid within the callback only.
};

struct StoreCounts {
  std::int64_t documents = 0;  // Current ones.
  std::int64_t versions = 0;   // All, superseded and withdrawn ones too.
  std::int64_t claims = 0;     // Of current documents.
  std::int64_t rejects = 0;
};

// A decision of a person that outlives every new run: what to keep apart, to join, to forget.
struct Decision {
  std::int64_t number = 0;  // In the order they were made.
  std::string kind;         // "split", "join", "suppress" …
  std::string subject;      // What it is about: ids, a name. One value, or JSON.
  std::string reason;
  std::string who;
};

// The memory of the desk: one folder with one SQLite file in it. One process writes at a time,
// any number read meanwhile. What a commit() acknowledged is there after any crash; what was not
// committed is not there at all. Not for use by several threads at once, but for knows_input().
class Store {
 public:
  enum class Access : std::uint8_t { kRead, kWrite };
  // kWrite makes the folder and the file where there are none. Fails on a folder that is no store,
  // or one of a newer program.
  static Result<std::unique_ptr<Store>> open(const std::string& folder, Access access);
  ~Store();

  // --- Writing -----------------------------------------------------------------------------
  // True when an article with this hash was kept or refused before. May be called by another
  // thread than the one that writes.
  bool knows_input(std::string_view input_hash);
  Added add(const NewDocument& document);
  // Keeps what could not be read; the same reject is kept once.
  void add_reject(const std::string& id, const std::string& origin, const std::string& reason,
                  const std::string& input_hash);
  // The article with this id or address no longer holds, from `day` on if one is given. False when
  // there is none.
  bool withdraw(const std::string& id_or_url, const std::string& why, std::optional<Day> day);
  void decide(const Decision& decision);
  Result<Done> commit();

  // --- Reading -----------------------------------------------------------------------------
  // Claims in the order of arrival; the callback returns false to stop.
  Result<Done> read_claims(const ClaimQuery& query,
                           const std::function<bool(const StoredClaim&)>& take);
  struct DocumentWish {
    bool text = false;
    bool all_versions = false;
    std::string as_of;  // ISO day: only what was published by then, in the version of then.
    std::string id;     // Only this one.
    std::string words;  // Only those whose text holds these (full-text search, best first).
    std::size_t limit = 0;  // 0: all.
  };
  Result<Done> read_documents(const DocumentWish& wish,
                              const std::function<bool(const StoredDocument&)>& take);
  Result<std::vector<Decision>> decisions(std::string_view kind);
  Result<StoreCounts> counts();

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace verbale
