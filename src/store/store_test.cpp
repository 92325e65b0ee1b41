// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace verbale {
namespace {

namespace fs = std::filesystem;

ClaimParty party(std::string country, std::string code, std::string name) {
  ClaimParty side;
  side.party.country = std::move(country);
  side.party.code = std::move(code);
  side.party.name = std::move(name);
  return side;
}

Claim claim_of(const std::string& id, ClaimParty actor, ClaimParty recipient) {
  Claim claim;
  claim.id = id;
  claim.type = claim.act = PloverType::kRequest;
  claim.factuality = Factuality::kDemanded;
  claim.actors = {std::move(actor)};
  claim.recipients = {std::move(recipient)};
  claim.attribution = {{"El Faro", SourceKind::kOutlet, {}}};
  return claim;
}

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("verbale-store-" + std::string(
                   testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    open();
  }
  void TearDown() override {
    store_.reset();
    fs::remove_all(folder_);
  }

  void open() {
    store_.reset();
    store_ = Store::open(folder_.string(), Store::Access::kWrite).take();
  }

  Added add(const std::string& id, const std::string& url, const std::string& day,
            const std::string& text, std::vector<Claim> claims) {
    Article article;
    article.id = id;
    article.url = url;
    article.title = "Title of " + id;
    article.published = day;
    article.published_day = parse_iso_day(day);
    article.text = text;
    NewDocument document;
    document.article = &article;
    document.input_hash = id + text;
    for (Claim& claim : claims) {
      document.rows.push_back({"{\"id\":\"" + claim.id + "\"}", claim});
    }
    return store_->add(document);
  }

  // The rows that a query finds, one after another.
  std::string found(const std::string& query) {
    std::string rows;
    const auto done = store_->read_claims(parse_claim_query(query).value(),
                                          [&](const StoredClaim& claim) {
                                            rows += claim.row;
                                            return true;
                                          });
    EXPECT_TRUE(done.ok());
    return rows;
  }

  fs::path folder_;
  std::unique_ptr<Store> store_;
};

const ClaimParty kKenya = party("KEN", "KENGOV", "Kenya");
const ClaimParty kChad = party("TCD", "TCD", "Chad");
const ClaimParty kPeru = party("PER", "PERMIL", "Peruvian army");

TEST_F(StoreTest, FindsClaimsByTheirSides) {
  add("a1", "", "2026-03-04", "Kenya asked Chad to open the road.",
      {claim_of("c1", kKenya, kChad), claim_of("c2", kPeru, kKenya)});
  EXPECT_EQ(found("actor:KEN"), R"({"id":"c1"})");
  EXPECT_EQ(found("recipient:KENGOV"), R"({"id":"c2"})");
  EXPECT_EQ(found("actor:\"peruvian army\""), R"({"id":"c2"})");
  EXPECT_EQ(found("between:TCD,KEN"), R"({"id":"c1"})");
  EXPECT_EQ(found("party:PER type:REQUEST source:faro since:2026-03-04"), R"({"id":"c2"})");
  EXPECT_EQ(found("actor:KEN \"open the road\""), R"({"id":"c1"})");
  EXPECT_EQ(found("actor:KEN harbour"), "");
  EXPECT_EQ(found("actor:KEN until:2026-03-03"), "");
  EXPECT_EQ(found("actor:K*"), "");
}

TEST_F(StoreTest, KeepsWhatWasCommittedAndNothingElse) {
  add("a1", "", "2026-03-04", "One.", {claim_of("c1", kKenya, kChad)});
  ASSERT_TRUE(store_->commit().ok());
  add("a2", "", "2026-03-04", "Two.", {claim_of("c2", kKenya, kChad)});
  open();
  EXPECT_EQ(found(""), R"({"id":"c1"})");
  EXPECT_TRUE(store_->knows_input("a1One."));
  EXPECT_FALSE(store_->knows_input("a2Two."));
}

TEST_F(StoreTest, NewVersionReplacesAndOldIsKept) {
  EXPECT_EQ(add("a1", "https://x.example/1", "2026-03-04", "Old.", {claim_of("c1", kKenya, kChad)}),
            Added::kNew);
  EXPECT_EQ(add("a1", "https://x.example/1", "2026-03-04", "Old.", {}), Added::kKnown);
  EXPECT_EQ(add("b9", "https://x.example/1", "2026-03-06", "New.", {claim_of("c2", kPeru, kChad)}),
            Added::kVersion);
  EXPECT_EQ(add("a1", "https://x.example/2", "2026-03-06", "Other.", {}), Added::kClash);
  EXPECT_EQ(found(""), R"({"id":"c2"})");
  EXPECT_EQ(found("as-of:2026-03-05"), R"({"id":"c1"})");
  EXPECT_EQ(store_->counts().value().documents, 1);
  EXPECT_EQ(store_->counts().value().versions, 2);
}

TEST_F(StoreTest, WithdrawnArticleTakesItsClaimsAlong) {
  add("a1", "https://x.example/1", "2026-03-04", "Wrong.", {claim_of("c1", kKenya, kChad)});
  EXPECT_FALSE(store_->withdraw("a7", "no such", std::nullopt));
  EXPECT_TRUE(store_->withdraw("https://x.example/1", "it was a hoax", parse_iso_day("2026-03-08")));
  EXPECT_EQ(found(""), "");
  EXPECT_EQ(found("as-of:2026-03-07"), R"({"id":"c1"})");
  EXPECT_EQ(found("as-of:2026-03-08"), "");
  EXPECT_FALSE(store_->withdraw("a1", "again", std::nullopt));
}

TEST_F(StoreTest, SearchFindsByWordsBestFirst) {
  add("a1", "", "2026-03-04", "The corridor for grain stays open.", {});
  add("a2", "", "2026-03-05", "Grain, grain and more grain in the corridor.", {});
  add("a3", "", "2026-03-05", "Nothing of that kind.", {});
  Store::DocumentWish wish;
  wish.words = "grain corridor";
  std::string ids;
  ASSERT_TRUE(store_->read_documents(wish, [&](const StoredDocument& document) {
    ids += document.id + " ";
    EXPECT_FALSE(document.passage.empty());
    return true;
  }).ok());
  EXPECT_EQ(ids, "a2 a1 ");
  wish.words = "\"grain stays\" NEAR(";
  EXPECT_TRUE(store_->read_documents(wish, [](const StoredDocument&) { return true; }).ok());
}

TEST_F(StoreTest, RefusesWhatIsNoStoreOfItsOwn) {
  store_.reset();
  EXPECT_EQ(Store::open("/nonexistent-folder", Store::Access::kRead).error().trouble,
            "holds no store");
  std::ofstream(folder_ / "verbale.sqlite", std::ios::trunc) << std::string(5000, 'x');
  EXPECT_FALSE(Store::open(folder_.string(), Store::Access::kRead).ok());
}

TEST_F(StoreTest, ReadsWhileAnotherWrites) {
  add("a1", "", "2026-03-04", "One.", {claim_of("c1", kKenya, kChad)});
  ASSERT_TRUE(store_->commit().ok());
  add("a2", "", "2026-03-04", "Two.", {claim_of("c2", kKenya, kChad)});
  const auto reader = Store::open(folder_.string(), Store::Access::kRead).take();
  EXPECT_EQ(reader->counts().value().claims, 1);
}

}  // namespace
}  // namespace verbale
