// SPDX-License-Identifier: Apache-2.0
#include "corpus/compare_events/compare_events.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

using Ids = std::vector<std::string>;

// "strengthened e1; withdrawn e9"
std::string told(const std::vector<EventState>& then, const std::vector<EventState>& now) {
  std::string text;
  for (const EventChange& change : compare_events(then, now)) {
    text += (text.empty() ? "" : "; ") + std::string(name_of(change.kind)) + " " + change.event;
  }
  return text;
}

TEST(CompareEvents, TellsWhatBecameOfEach) {
  const EventState one{"e1", {"a"}, 1, 0};
  EXPECT_EQ(told({one}, {one}), "");
  EXPECT_EQ(told({}, {one}), "new e1");
  EXPECT_EQ(told({one}, {}), "withdrawn e1");
  EXPECT_EQ(told({one}, {{"e1", {"a", "b"}, 2, 0}}), "strengthened e1");
  EXPECT_EQ(told({one}, {{"e1", {"a", "copy"}, 1, 0}}), "");
  EXPECT_EQ(told({one}, {{"e1", {"a", "b"}, 2, 1}}), "weakened e1");
  EXPECT_EQ(told({{"e1", {"a", "b"}, 2, 0}}, {{"e2", {"b"}, 1, 0}}), "weakened e2");
  EXPECT_EQ(told({one, {"e2", {"b"}, 1, 0}}, {{"e1", {"a", "b"}, 2, 0}}), "merged e1");
}

TEST(CompareEvents, NamesTheCause) {
  const auto changes = compare_events({{"e1", {"a", "b"}, 2, 0}}, {{"e1", {"b", "c", "d"}, 3, 0}});
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].before, Ids{"e1"});
  EXPECT_EQ(changes[0].added, (Ids{"c", "d"}));
  EXPECT_EQ(changes[0].removed, Ids{"a"});
}

}  // namespace
}  // namespace verbale
