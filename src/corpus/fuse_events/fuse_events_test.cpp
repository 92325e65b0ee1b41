// SPDX-License-Identifier: Apache-2.0
#include "corpus/fuse_events/fuse_events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

namespace verbale {
namespace {

ClaimParty party_of(const std::string& id, const std::string& country = "") {
  ClaimParty party;
  party.party.id = id;
  party.party.name = id;
  party.party.country = country;
  party.party.code = country;
  return party;
}

// Claims of one batch, and what fusing makes of them.
class Desk {
 public:
  Claim& add(const std::string& id, const char* published, const char* sentence) {
    claims_.emplace_back();
    Claim& claim = claims_.back();
    claim.id = id;
    claim.document.id = "doc " + id;
    claim.document.outlet = "Outlet " + id;
    claim.document.published = published;
    claim.document.day = parse_iso_day(published);
    claim.type = claim.act = PloverType::kAssault;
    claim.mode = "abduct";
    claim.quad = 4;
    claim.sentence.text = sentence;
    claim.trigger.text = "kidnapped";
    given_.push_back({&claim, "origin " + id, ""});
    return claim;
  }
  FuseClaim& last() { return given_.back(); }
  std::vector<FuseClaim>& given() { return given_; }

  std::vector<FusedEvent> fuse(const std::vector<FuseDecision>& decisions = {}) const {
    return fuse_events(given_, decisions, [](std::string_view name) { return name == "Toraba"; });
  }
  // Ids of the claims of each event.
  std::string told(const std::vector<FuseDecision>& decisions = {}) const {
    std::string told;
    for (const FusedEvent& event : fuse(decisions)) {
      told += told.empty() ? "" : " | ";
      for (std::size_t i : event.reports) told += given_[i].claim->id + " ";
    }
    return told;
  }

 private:
  std::deque<Claim> claims_;
  std::vector<FuseClaim> given_;
};

Claim& add_kidnapping(Desk& desk, const std::string& id, const char* published, const char* town,
                      const char* victims) {
  Claim& claim = desk.add(id, published, "Gunmen kidnapped schoolgirls from a boarding school.");
  claim.actors = {party_of("gunmen")};
  claim.recipients = {party_of(victims)};
  claim.place = Place{town, PlaceKind::kCity, "TGO", "", {}, {}, {}};
  claim.date = ClaimDate{"Monday", {*parse_iso_day("2031-04-14"), *parse_iso_day("2031-04-14")}};
  return claim;
}

TEST(FuseEvents, ManyReportsOfOneKidnappingBecomeOne) {
  Desk desk;
  for (int i = 0; i < 366; ++i) {
    const std::string id = "c" + std::to_string(1000 + i);
    Claim& claim = add_kidnapping(desk, id, i % 2 == 0 ? "2031-04-15" : "2031-04-16", "Sotouboua",
                                  i % 3 == 0 ? "schoolgirls" : "200 schoolgirls");
    if (i % 5 == 0) claim.actors = {party_of("group:front", "TGO")};
    if (i % 7 == 0) claim.place.reset();
    if (i % 11 == 0) claim.date.reset();
    desk.last().story = "story";
    desk.last().origin = "origin " + std::to_string(i % 4);
  }
  const auto events = desk.fuse();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].reports.size(), 366u);
  EXPECT_EQ(events[0].origins.size(), 4u);
  EXPECT_EQ(events[0].outlets, 366u);
  EXPECT_EQ(events[0].actors.at(0).party.id, "group:front");
  EXPECT_EQ(iso_day(events[0].seen->end), "2031-04-16");
}

TEST(FuseEvents, TwoKidnappingsOnOneDayInTwoTownsStayTwo) {
  Desk desk;
  add_kidnapping(desk, "a1", "2031-04-15", "Sotouboua", "schoolgirls");
  add_kidnapping(desk, "b1", "2031-04-15", "Bassar", "schoolgirls");
  add_kidnapping(desk, "a2", "2031-04-15", "Sotouboua", "schoolgirls");
  add_kidnapping(desk, "b2", "2031-04-16", "Bassar", "girls of a school");
  for (FuseClaim& given : desk.given()) given.story = "story";
  EXPECT_EQ(desk.told(), "a1 a2  | b1 b2 ");
}

TEST(FuseEvents, AWidePlaceHoldsTheTown) {
  Desk desk;
  add_kidnapping(desk, "a", "2031-04-15", "Sotouboua", "schoolgirls");
  add_kidnapping(desk, "b", "2031-04-15", "Toraba", "schoolgirls");
  for (FuseClaim& given : desk.given()) given.story = "story";
  const auto events = desk.fuse();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].place->name, "Sotouboua");
}

TEST(FuseEvents, ShowsWhatReportsContradict) {
  Desk desk;
  const auto count = [](double low, double high) {
    return ClaimAmount{low, high, "persons", "some"};
  };
  add_kidnapping(desk, "a", "2031-04-15", "Sotouboua", "schoolgirls").magnitude.arrested =
      count(200, 200);
  add_kidnapping(desk, "b", "2031-04-15", "Sotouboua", "schoolgirls").magnitude.arrested =
      count(230, 240);
  add_kidnapping(desk, "c", "2031-04-16", "Sotouboua", "schoolgirls").factuality =
      Factuality::kNegated;
  Claim& other = add_kidnapping(desk, "d", "2031-04-16", "Sotouboua", "schoolgirls");
  other.date->range = {*parse_iso_day("2031-04-13"), *parse_iso_day("2031-04-13")};
  const auto events = desk.fuse();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].factuality, Factuality::kHappened);
  EXPECT_EQ(iso_day(events[0].date->range.start), "2031-04-14");
  std::vector<std::string> fields;
  for (const Contradiction& each : events[0].contradictions) fields.push_back(each.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"date", "factuality", "arrested"}));
  EXPECT_EQ(events[0].contradictions[2].accounts[1].value, "230-240");
}

TEST(FuseEvents, WhoDidItIsAContradictionOnlyOfOneDeed) {
  Desk desk;
  const auto add = [&](const char* id, const char* doer, double killed) {
    Claim& claim = desk.add(id, "2031-04-15", "Shells hit the market of Sotouboua on Monday.");
    claim.mode = "heavy-weapons";
    claim.actors = {party_of(doer, doer)};
    claim.recipients = {party_of("city:sotouboua", "TGO")};
    claim.place = Place{"Sotouboua", PlaceKind::kCity, "TGO", "", {}, {}, {}};
    claim.date = ClaimDate{"Monday", {*parse_iso_day("2031-04-14"), *parse_iso_day("2031-04-14")}};
    claim.magnitude.killed = ClaimAmount{killed, killed, "persons", ""};
  };
  add("a", "BEN", 12);
  add("b", "GHA", 12);
  add("c", "BFA", 3);
  EXPECT_EQ(desk.told(), "a b  | c ");
  EXPECT_EQ(desk.fuse()[0].contradictions.at(0).field, "actors");
}

TEST(FuseEvents, ReportsThatNameTheSameOutletHaveOneOrigin) {
  Desk desk;
  for (const char* id : {"a", "b", "c"}) {
    add_kidnapping(desk, id, "2031-04-15", "Sotouboua", "schoolgirls").attribution = {
        {"Lomé Herald", SourceKind::kOutlet, {}}};
  }
  add_kidnapping(desk, "d", "2031-04-15", "Sotouboua", "schoolgirls").document.outlet =
      "Lomé Herald";
  add_kidnapping(desk, "e", "2031-04-15", "Sotouboua", "schoolgirls");
  const auto events = desk.fuse();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].origins.size(), 2u);
}

TEST(FuseEvents, StatementsOfOtherStoriesStayApart) {
  Desk desk;
  const auto add = [&](const char* id, const char* story, const char* sentence) {
    Claim& claim = desk.add(id, "2031-04-15", sentence);
    claim.type = claim.act = PloverType::kAccuse;
    claim.mode = "disapprove";
    claim.quad = 3;
    claim.actors = {party_of("country:TGO", "TGO")};
    claim.recipients = {party_of("country:BEN", "BEN")};
    desk.last().story = story;
  };
  add("a", "fish", "Togo criticised Benin over fishing boats.");
  add("b", "power", "Togo criticised Benin for power cuts.");
  add("c", "fish", "Fishing boats: Togo criticised Benin.");
  EXPECT_EQ(desk.told(), "a c  | b ");
}

TEST(FuseEvents, DecisionsOutliveEveryRun) {
  Desk desk;
  for (const char* id : {"a", "b", "c"}) {
    add_kidnapping(desk, id, "2031-04-15", "Sotouboua", "schoolgirls");
  }
  add_kidnapping(desk, "d", "2031-04-15", "Bassar", "schoolgirls");
  EXPECT_EQ(desk.told(), "a b c  | d ");
  const FuseDecision apart{1,          FuseDecision::Kind::kApart, {"b"},
                           {"a", "c"}, "another school",           "ada"};
  EXPECT_EQ(desk.told({apart}), "a c  | b  | d ");
  EXPECT_EQ(desk.fuse({apart})[1].decisions, std::vector<std::int64_t>{1});
  const FuseDecision join{2, FuseDecision::Kind::kJoin, {"c"}, {"d"}, "Bassar is a slip", "ada"};
  EXPECT_EQ(desk.told({join, apart}), "a  | b  | c d ");
  const FuseDecision undo{3,          FuseDecision::Kind::kJoin, {"b"},
                          {"a", "c"}, "the same after all",      "ada"};
  EXPECT_EQ(desk.told({apart, undo}), "a b c  | d ");
}

TEST(FuseEvents, DoesNotHangOnTheOrderOfTheClaims) {
  Desk desk;
  const char* towns[] = {"Sotouboua", "Bassar", "Kara"};
  for (int i = 0; i < 60; ++i) {
    Claim& claim = add_kidnapping(desk, "c" + std::to_string(100 + i), "2031-04-15", towns[i % 3],
                                  "schoolgirls");
    if (i % 4 == 0) claim.place.reset();
    if (i % 7 == 0) claim.factuality = Factuality::kNegated;
    desk.last().story = i % 5 == 0 ? "" : "story";
  }
  const auto rows_of = [&] {
    std::string rows;
    for (const FusedEvent& event : desk.fuse()) {
      rows += event.id + event.told->id;
      for (std::size_t i : event.reports) rows += " " + desk.given()[i].claim->id;
      for (const Contradiction& each : event.contradictions)
        rows += each.field + each.accounts[0].value;
      rows += '\n';
    }
    return rows;
  };
  const std::string rows = rows_of();
  std::reverse(desk.given().begin(), desk.given().end());
  EXPECT_EQ(rows_of(), rows);
  std::rotate(desk.given().begin(), desk.given().begin() + 23, desk.given().end());
  EXPECT_EQ(rows_of(), rows);
}

}  // namespace
}  // namespace verbale
