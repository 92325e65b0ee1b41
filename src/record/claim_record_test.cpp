// SPDX-License-Identifier: Apache-2.0
#include "record/claim_record.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace verbale {
namespace {

const std::string kRow =
    R"({"id":"e1","document":{"id":"a1","url":null,"title":"Talks","outlet":"El Faro",)"
    R"("published":"2026-03-04T08:00:00+01:00"},"type":"AGREE","act":"CONSULT","mode":"visit",)"
    R"("contexts":["diplomatic"],"cameo":"036","quad":1,)"
    R"("scores":{"plover_2023":2.5,"goldstein_icews":4},"factuality":"planned","background":false,)"
    R"("actors":[{"name":"Peru","text":"Lima","start":0,"end":4,"code":"PERGOV","country":"PER",)"
    R"("sector":"GOV","role":null,"id":"country:PER"}],"recipients":[],)"
    R"("date":{"text":"on Monday","start":"2026-03-09","end":"2026-03-09"},)"
    R"("place":{"text":"Quito","name":"Quito","country":"ECU","lat":-0.2,"lon":-78.5,)"
    R"("geonames":3652462},"attribution":[{"source":"an aide","kind":"unnamed","text":"an aide",)"
    R"("start":40,"end":47}],"conditions":[{"event":null,"text":"if asked","start":50,"end":58}],)"
    R"("content":"e2","magnitude":{"killed":{"low":12,"high":null,"unit":"persons",)"
    R"("text":"at least 12"}},"trigger":{"text":"visit","start":10,"end":15},)"
    R"("sentence":{"text":"Lima …","start":0,"end":60},"rule":"data/en/acts/consult.rec:3",)"
    R"("confidence":0.75})";

TEST(ReadClaim, KeepsWhatARowTells) {
  const auto read = read_claim(kRow);
  ASSERT_TRUE(read.ok()) << read.error().message();
  const Claim& claim = read.value();
  EXPECT_EQ(claim.document.outlet, "El Faro");
  EXPECT_EQ(iso_day(claim.document.day.value()), "2026-03-04");
  EXPECT_EQ(claim.type, PloverType::kAgree);
  EXPECT_EQ(claim.act, PloverType::kConsult);
  EXPECT_EQ(claim.factuality, Factuality::kPlanned);
  ASSERT_EQ(claim.actors.size(), 1u);
  EXPECT_EQ(claim.actors[0].party.code, "PERGOV");
  EXPECT_EQ(claim.actors[0].words.text, "Lima");
  EXPECT_TRUE(claim.actors[0].party.role.empty());
  EXPECT_EQ(iso_day(claim.date.value().range.start), "2026-03-09");
  EXPECT_EQ(claim.place.value().geonames, 3652462);
  EXPECT_EQ(claim.attribution.at(0).kind, SourceKind::kUnnamed);
  EXPECT_EQ(claim.conditions.at(0).words.text, "if asked");
  EXPECT_EQ(claim.content, "e2");
  EXPECT_EQ(claim.magnitude.killed.value().low, 12);
  EXPECT_TRUE(std::isinf(claim.magnitude.killed.value().high));
  EXPECT_EQ(claim.goldstein, 4);
  EXPECT_EQ(claim.confidence, 0.75);
}

TEST(ReadClaim, NamesWhatARowLacks) {
  EXPECT_EQ(read_claim(R"({"type":"AGREE"})").error().trouble, "the row has no 'id'");
  EXPECT_EQ(read_claim("[]").error().trouble, "the row is no JSON object");
  std::string odd = kRow;
  odd.replace(odd.find("planned"), 7, "perhaps");
  EXPECT_EQ(read_claim(odd).error().trouble, "'factuality' cannot be 'perhaps'");
}

}  // namespace
}  // namespace verbale
