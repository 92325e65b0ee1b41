// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/resolve_dates.h"

#include <gtest/gtest.h>

#include "core/calendar.h"
#include "grammar/rough_syntax.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

const DateWords& words() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const DateWords loaded = load_date_words(files);
  return loaded;
}

struct Seen {
  std::string text;
  DateValue value;
  bool is_dateline = false;
};

std::vector<Seen> dates_of(const std::string& text, const std::string& published) {
  Article article;
  article.text = text;
  article.published_day = parse_iso_day(published);
  const Syntax syntax = rough_syntax(article.text);
  std::vector<Seen> seen;
  for (const Mention& mention : resolve_dates({}, article, syntax, words()).mentions) {
    const ByteSpan span{syntax.tokens[mention.tokens.begin].span.begin,
                        syntax.tokens[mention.tokens.end - 1].span.end};
    seen.push_back({std::string(span.of(article.text)), *mention.date, mention.is_dateline});
  }
  return seen;
}

std::string range_of(const DateValue& value) {
  if (!value.range) return "";
  const std::string start = iso_day(value.range->start), end = iso_day(value.range->end);
  return start == end ? start : start + ".." + end;
}

// The article of all tables is of Tuesday, 4 March 2025.
constexpr const char* kPublished = "2025-03-04";

struct Wording {
  const char* range;
  std::vector<std::string> texts;
};

const Wording kDays[] = {
    {"2025-03-04",
     {"The envoy left today.", "The envoy left on Tuesday.", "The envoy left this morning.",
      "The envoy left earlier on Tuesday.", "The envoy left tonight.", "The envoy left on March 4.",
      "The envoy left on 4 March.", "The envoy left on the 4th of March.",
      "The envoy left on Tuesday, March 4, 2025.", "The envoy left on 2025-03-04.",
      "The envoy left late Tuesday.", "The envoy left on Mar. 4."}},
    {"2025-03-03",
     {"The envoy left yesterday.", "The envoy left on Monday.", "The envoy left on Monday night.",
      "The envoy left last night.", "The envoy left late on Monday.", "The envoy left a day ago."}},
    {"2025-03-02",
     {"The envoy left two days ago.", "The envoy left on Sunday.", "The envoy left 2 days ago.",
      "The envoy left the day before yesterday.", "The envoy left last Sunday."}},
    {"2025-02-28", {"The envoy left on Friday.", "The envoy left on Friday morning."}},
    {"2025-03-05", {"The envoy will leave tomorrow.", "The envoy will leave on Wednesday."}},
    {"2025-03-07",
     {"The envoy will leave on Friday.", "The envoy would leave by plane on Friday."}},
    {"2024-12-20", {"The envoy left on December 20.", "The envoy left on 20 Dec."}},
    {"2025-04-02",
     {"The envoy is to leave on Apr.02.", "The envoy will leave on April 2nd.",
      "It is dated 02 April 2025.", "It is dated Apr.02 - 2025."}},
    {"2025-12-25", {"They will meet at Christmas 2025."}},
    {"2024-12-25", {"They met on Christmas Day."}},
    {"2025-04-20", {"They will meet on Easter Sunday."}},
    {"2001-09-11", {"It recalled 9/11."}},
    {"2025-07-04", {"They will vote on the first Friday of July."}},
    {"2025-10-26", {"They will vote on the last Sunday in October."}},
    {"2025-04-20", {"They will vote on the 20th of next month."}},
    {"2025-02-12", {"It burned two days after February 10."}},
    {"2025-02-27", {"It burned four days before Monday."}},
    {"2025-12-31", {"They will meet on the eve of New Year's Day 2026."}},
};

const Wording kLonger[] = {
    {"2025-02-24..2025-03-02", {"They met last week."}},
    {"2025-03-03..2025-03-09", {"They met this week."}},
    {"2025-03-10..2025-03-16", {"They will meet next week."}},
    {"2025-02-01..2025-02-28",
     {"They met in February.", "They met last month.", "They met in February 2025."}},
    {"2025-02-15..2025-02-28", {"They met in late February."}},
    {"2025-05-01..2025-05-31", {"They will vote in May."}},
    {"2025-05-03..2025-05-05",
     {"They will meet from 3 to 5 May.", "They will meet on May 3-5.",
      "They will meet between 3 and 5 May."}},
    {"2024-01-01..2024-12-31", {"It fell in 2024.", "It fell last year."}},
    {"2024-01-01..2024-07-01", {"It fell in early 2024."}},
    {"2025-01-01..2025-03-04", {"It fell earlier this year."}},
    {"2014-01-01..2016-12-31", {"It fell between 2014 and 2016.", "It fell from 2014 to 2016."}},
    {"1990-01-01..1999-12-31", {"It fell in the 1990s.", "It fell in the nineties."}},
    {"2024-10-01..2024-12-31", {"It fell in the fourth quarter of 2024.", "It fell in Q4 2024."}},
    {"2025-03-01..2025-03-02", {"They met over the weekend.", "They met last weekend."}},
    {"2014-01-01..2025-03-04", {"They fought since 2014."}},
    {"2025-03-03..2025-03-04", {"They fought since Monday.", "They fought overnight."}},
    {"2025-03-04..2025-03-07", {"They must leave by Friday.", "They have until Friday."}},
    {"2025-02-18..2025-03-04", {"They fought for the past two weeks."}},
    {"2015-03-04..2025-03-04", {"They fought over the past decade."}},
    {"2025-03-04..2025-03-14", {"They must leave within ten days."}},
    {"1947-03-12..1991-12-26", {"They spied during the Cold War."}},
};

// Some wordings say their own words too; one of the dates must be the one told.
void expect_one(const Wording& wording) {
  for (const std::string& text : wording.texts) {
    std::string all;
    bool found = false;
    for (const Seen& seen : dates_of(text, kPublished)) {
      all += " [" + seen.text + " = " + range_of(seen.value) + "]";
      found = found || range_of(seen.value) == wording.range;
    }
    EXPECT_TRUE(found) << text << " wants " << wording.range << ", has" << all;
  }
}

TEST(ResolveDates, OneDayHasManyWordings) {
  for (const Wording& wording : kDays) expect_one(wording);
}

TEST(ResolveDates, LongerTimesHaveManyWordings) {
  for (const Wording& wording : kLonger) expect_one(wording);
}

// Looks like a date, names none.
constexpr const char* kNotDates[] = {
    "The talks may fail.",
    "Thousands march against the court.",
    "Some 2026 troops were sent.",
    "The Seventh Fleet sailed.",
    "The 54-year-old was held.",
    "The woman, aged 54, was held.",
    "He is 54 years old.",
    "The barrel cost $2024 then.",
    "Ms. May said so.",
    "Kabul held after the fall of the wall.",
    "The second round of votes was fair.",
    "They had second thoughts.",
    "They live on First Avenue.",
    "The sun rose and he sat down.",
};

TEST(ResolveDates, WhatOnlyLooksLikeADateIsNone) {
  for (const char* text : kNotDates) {
    for (const Seen& seen : dates_of(text, kPublished)) {
      EXPECT_TRUE(seen.value.is_vague) << text << ": " << seen.text << " = " << seen.value.timex;
    }
  }
}

struct TypedCase {
  const char* text;
  DateType type;
  const char* timex;
};

const TypedCase kTyped[] = {
    {"The truce held for three days.", DateType::kDuration, "P3D"},
    {"The truce held for a three-day stretch.", DateType::kDuration, "P3D"},
    {"The truce held for two hours.", DateType::kDuration, "PT2H"},
    {"The truce held for two years and three months.", DateType::kDuration, "P2Y3M"},
    {"The truce held for weeks.", DateType::kDuration, "PXW"},
    {"The truce held for two and a half years.", DateType::kDuration, "P2Y6M"},
    {"They pray every Monday.", DateType::kSet, "XXXX-WXX-1"},
    {"They pray every day.", DateType::kSet, "P1D"},
    {"They pray daily.", DateType::kSet, "P1D"},
    {"They prayed on Monday night.", DateType::kTime, "2025-03-03TNI"},
    {"They spoke at 9:30 a.m. on Monday.", DateType::kTime, "2025-03-03T09:30"},
    {"They spoke recently.", DateType::kDate, "PAST_REF"},
};

TEST(ResolveDates, LengthsRepetitionsAndHoursAreTold) {
  for (const TypedCase& wanted : kTyped) {
    const auto seen = dates_of(wanted.text, kPublished);
    ASSERT_FALSE(seen.empty()) << wanted.text;
    EXPECT_EQ(seen[0].value.timex, wanted.timex) << wanted.text;
    EXPECT_EQ(seen[0].value.type, wanted.type) << wanted.text;
  }
}

TEST(ResolveDates, CountsFromTheDateToldLast) {
  const auto seen = dates_of(
      "Gunmen struck on February 10. Two days later police struck back. "
      "The same day a mosque burned. It had been calm a week earlier.",
      kPublished);
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_EQ(range_of(seen[1].value), "2025-02-12");
  EXPECT_EQ(range_of(seen[2].value), "2025-02-12");
  EXPECT_EQ(range_of(seen[3].value), "2025-02-03..2025-02-09");
}

TEST(ResolveDates, TheDatelineSetsTheDay) {
  const auto seen = dates_of(
      "KARO, Feb 20 (Wire) - Rebels left on Thursday and the army on Tuesday.", kPublished);
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_TRUE(seen[0].is_dateline);
  EXPECT_EQ(range_of(seen[1].value), "2025-02-20");
  EXPECT_EQ(range_of(seen[2].value), "2025-02-18");
  EXPECT_FALSE(seen[1].is_dateline);
}

TEST(ResolveDates, WithoutAnArticleDayOnlyAbsoluteDatesHaveDays) {
  const auto seen = dates_of("They met on Monday, in March, last week and on 3 May 2024.", "");
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_EQ(seen[0].value.timex, "XXXX-WXX-1");
  EXPECT_EQ(seen[1].value.timex, "XXXX-03");
  EXPECT_FALSE(seen[2].value.range);
  EXPECT_EQ(range_of(seen[3].value), "2024-05-03");
}

TEST(ResolveDates, OldMatterIsBackground) {
  const auto seen =
      dates_of("It was agreed in 2015, in 2024 and on Monday, and held since 2001.", kPublished);
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_TRUE(seen[0].value.is_background);
  EXPECT_FALSE(seen[1].value.is_background);
  EXPECT_FALSE(seen[2].value.is_background);
  EXPECT_FALSE(seen[3].value.is_background);
}

TEST(ResolveDates, NumbersWithSlashesGoByTheDayNearby) {
  EXPECT_EQ(range_of(dates_of("Filed 2/4/2025.", "2025-04-03")[0].value), "2025-04-02");
  EXPECT_EQ(range_of(dates_of("Filed 2/4/2025.", "2025-02-05")[0].value), "2025-02-04");
  EXPECT_EQ(range_of(dates_of("Filed 25/12/2024.", "")[0].value), "2024-12-25");
}

TEST(ResolveDates, NestsInMentionsAndNeverCrossesThem) {
  Article article;
  article.text = "The March Movement met on Monday.";
  article.published_day = parse_iso_day(kPublished);
  const Syntax syntax = rough_syntax(article.text);
  References given;
  Mention name;
  name.tokens = {0, 3};
  name.kind = MentionKind::kOrganisation;
  given.mentions.push_back(name);
  const References seen = resolve_dates(given, article, syntax, words());
  ASSERT_EQ(seen.mentions.size(), 2u);
  EXPECT_EQ(seen.mentions[1].tokens.begin, 5u);
}

// The examples in data/en/dates/patterns.rec: "[words|TIMEX3 value]".
TEST(ResolveDates, PatternsMeanWhatTheirExamplesSay) {
  for (const DateExample& example : words().examples) {
    std::string text = example.text;
    const std::size_t open = text.find('['), bar = text.find('|'), close = text.find(']');
    ASSERT_TRUE(open < bar && bar < close && close != std::string::npos) << text;
    const std::string wanted = text.substr(bar + 1, close - bar - 1);
    const std::string marked = text.substr(open + 1, bar - open - 1);
    text = text.substr(0, open) + marked + text.substr(close + 1);
    bool found = false;
    for (const Seen& seen : dates_of(text, kPublished)) {
      found = found || (seen.value.timex == wanted && marked.find(seen.text) != std::string::npos);
    }
    EXPECT_TRUE(found) << "data/en/dates/patterns.rec:" << example.line << ": " << example.text;
  }
}

TEST(ResolveDates, AnyBytesAreRead) {
  for (const std::string& text :
       {std::string(), std::string("\xE2\x80"), std::string("9\xFF/11 \xC2"), std::string(300, '1'),
        std::string("1/1/1/1/1/1 0:0:0:0 --3- -")}) {
    dates_of(text, kPublished);
  }
}

TEST(DateWords, TheDataHasNoMistakes) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  load_date_words(files);
  for (const Error& error : files.errors()) ADD_FAILURE() << error.message();
}

}  // namespace
}  // namespace verbale
