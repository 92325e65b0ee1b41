// SPDX-License-Identifier: Apache-2.0
#include "desk/relations.h"

#include <deque>
#include <unordered_map>
#include <utility>

#include "desk/story_desk.h"
#include "record/claim_record.h"

namespace verbale {
namespace {

// The articles that hold, as origins, and the claims between two parties.
class Gathering {
 public:
  Gathering(Store& store, const std::string& as_of) : store_(store), as_of_(as_of) {}

  Result<Done> gather(const RelationWish& wish) {
    const auto desk = keep_stories(store_, as_of_, StoryDepth::kOrigins, WordSentences());
    if (!desk.ok()) return desk.error();
    for (const DeskArticle& article : desk.value().articles) {
      origins_.emplace(article.document.id, article.origin);
      if (article.document.day) published_.push_back({article.origin, *article.document.day});
    }
    ClaimQuery query;
    query.between = {wish.from, wish.to};
    query.as_of = as_of_;
    std::string trouble;
    const auto done = store_.read_claims(query, [&](const StoredClaim& stored) {
      auto claim = read_claim(stored.row);
      if (!claim.ok()) {
        trouble = claim.error().trouble;
        return false;
      }
      claims_.push_back(claim.take());
      rows_.push_back({&claims_.back(), origins_[claims_.back().document.id]});
      return true;
    });
    if (!trouble.empty()) return Error{"store", trouble, "ingest the articles into a new store"};
    return done;
  }

  const std::vector<OriginClaim>& rows() const { return rows_; }
  const std::vector<PublishedOrigin>& published() const { return published_; }

 private:
  Store& store_;
  const std::string& as_of_;
  std::unordered_map<std::string, std::string> origins_;  // By the document's id.
  std::vector<PublishedOrigin> published_;
  std::deque<Claim> claims_;
  std::vector<OriginClaim> rows_;
};

}  // namespace

Result<std::vector<Relation>> relations_of(const RelationWish& wish, const std::string& as_of,
                                           Store& store) {
  Gathering gathering(store, as_of);
  const auto done = gathering.gather(wish);
  if (!done.ok()) return done.error();
  RelationWish back = wish;
  std::swap(back.from, back.to);
  return std::vector<Relation>{
      measure_relation(wish, gathering.rows(), gathering.published()),
      measure_relation(back, gathering.rows(), gathering.published())};
}

}  // namespace verbale
