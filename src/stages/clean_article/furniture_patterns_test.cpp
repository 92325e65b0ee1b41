// SPDX-License-Identifier: Apache-2.0
// The kinds of lines that news pages put around an article, one case each, in words of our own.
#include <gtest/gtest.h>

#include <string>

#include "lexicon/data_files.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

enum class Where { kHead, kMiddle, kEnd };

struct Pattern {
  Where where;
  std::string_view lines;  // What the page puts there.
};

constexpr std::string_view kTitle = "Karsk and Ravelia reopen the Orsk bridge";
constexpr std::string_view kFirst =
    "Karsk and Ravelia reopened the bridge at Orsk on Tuesday, the first crossing in nine years.";
constexpr std::string_view kSecond =
    "The foreign ministers of both countries met halfway and exchanged gifts, witnesses said.";

const Pattern kPatterns[] = {
    {Where::kHead, "Written by Lena Brandt"},
    {Where::kHead, "By Lena Brandt, Senior Correspondent"},
    {Where::kHead, "Lena Brandt | Reuters"},
    {Where::kHead, "Apr.02 - 2025 9:10 AM CET"},
    {Where::kHead, "Published 3 hours ago"},
    {Where::kHead, "Updated: 14:05 GMT"},
    {Where::kHead, "Posted 2 May 2024 08:15, updated 2 May 2024 11:40"},
    {Where::kHead, "World"},
    {Where::kHead, "Home > World > Karsk"},
    {Where::kHead, "4 min read"},
    {Where::kHead, "Listen to this article"},
    {Where::kHead, "Facebook X WhatsApp Copy link"},
    {Where::kHead, "27 comments"},
    {Where::kHead, "Photo: Lin Zhao/Reuters"},
    {Where::kHead, "(AP Photo/Lin Zhao)"},
    {Where::kMiddle, "Credit: Lin Zhao/Getty Images"},
    {Where::kMiddle, "The bridge at Orsk, seen from the Karsk side. Photo: Lin Zhao/Reuters"},
    {Where::kMiddle, "FILE PHOTO: The bridge at Orsk before the war."},
    {Where::kMiddle,
     "Trending now\n\nSinger leaves the stage in tears before the last song\n\n"
     "Twelve recipes for a spring without rain or sun"},
    {Where::kEnd, "Most read\n\nSinger leaves the stage\n\nTwelve recipes for spring"},
    {Where::kMiddle, "Related: How the bridge was blown up"},
    {Where::kMiddle, "READ MORE: Nine years of ferries"},
    {Where::kMiddle, "CLICK HERE FOR MORE ON THE BORDER"},
    {Where::kMiddle, "WATCH: The first lorry crosses"},
    {Where::kMiddle, "Sign up for our weekly newsletter"},
    {Where::kMiddle, "Enter your email address"},
    {Where::kMiddle, "By signing up you agree to our privacy policy."},
    {Where::kMiddle, "Download our app for Android and iOS"},
    {Where::kMiddle, "Already a subscriber? Sign in"},
    {Where::kMiddle, "You have 2 free articles left this month"},
    {Where::kEnd, "Please consider making a donation to keep our reporting free."},
    {Where::kEnd, "We use cookies to give you a better experience on this website."},
    {Where::kEnd, "Privacy Preference Center"},
    {Where::kMiddle, "Advertisement"},
    {Where::kMiddle, "Article continues below this ad"},
    {Where::kEnd, "Promoted by Taboola"},
    {Where::kMiddle, "Save article"},
    {Where::kEnd, "Follow us on Telegram and Instagram"},
    {Where::kEnd, "Join our WhatsApp channel"},
    {Where::kEnd, "Lena Brandt is a senior reporter who covers the Orsk valley."},
    {Where::kEnd, "Got a tip? Write to the news desk."},
    {Where::kEnd, "Our Standards: The Thomson Reuters Trust Principles."},
    {Where::kEnd, "Reporting by Lena Brandt; editing by Mark Hale"},
    {Where::kEnd, "With files from The Canadian Press"},
    {Where::kEnd, "© AFP"},
    {Where::kEnd, "Copyright 2024 Velden Herald. All rights reserved."},
    {Where::kEnd, "Tags: Karsk, Ravelia, bridges"},
    {Where::kMiddle, "Play Mute Loaded: 0%"},
    {Where::kMiddle, "0:00 / 2:31"},
    {Where::kMiddle, "Your browser does not support the video tag."},
    {Where::kMiddle, "3 of 12"},
    {Where::kMiddle, "View gallery"},
    {Where::kMiddle, "14:32"},
    {Where::kEnd, "Take our quiz"},
    {Where::kHead, "DAX 18,240 +0.4%"},
    {Where::kHead, "International edition"},
    {Where::kMiddle, "— Karsk MFA (@karskmfa) March 3, 2025"},
    {Where::kMiddle, "A post shared by Velden Herald (@veldenherald)"},
    {Where::kMiddle, "This content can also be viewed on the site it originates from."},
    {Where::kMiddle, "* * *"},
    {Where::kMiddle, "___"},
    {Where::kEnd, "Next article"},
    {Where::kEnd, "About us | Contact | Careers | Terms of use"},
    {Where::kHead, "Key points"},
    {Where::kHead, "Text size: A A A"},
    {Where::kEnd, "A version of this article appears in print on page A4."},
    {Where::kEnd, "This text was translated by a machine."},
    {Where::kMiddle, "We may earn a commission if you buy through our links."},
};

std::string page_with(const Pattern& pattern) {
  std::string page(kTitle);
  const auto add = [&page](std::string_view lines) {
    page += "\n\n";
    page += lines;
  };
  if (pattern.where == Where::kHead) add(pattern.lines);
  add(kFirst);
  if (pattern.where == Where::kMiddle) add(pattern.lines);
  add(kSecond);
  if (pattern.where == Where::kEnd) add(pattern.lines);
  return page;
}

TEST(CleanArticle, TakesAwayWhatPagesPutAroundAnArticle) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  const std::string article =
      std::string(kTitle) + "\n\n" + std::string(kFirst) + "\n\n" + std::string(kSecond);
  for (const Pattern& pattern : kPatterns) {
    RawArticle raw;
    raw.text = page_with(pattern);
    EXPECT_EQ(clean_article(raw, furniture).text, article) << pattern.lines;
  }
}

// What looks like furniture and is none.
TEST(CleanArticle, LeavesWhatBelongsToAnArticle) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  for (std::string_view kept : {
           "Editor's note: An earlier version of this article gave a wrong date for the war.",
           "A bridge too few",
           "“We waited nine years,” she said.",
           "Who crosses first?",
           "He said no.",
           "More than four hundred people crossed in the first hour, police in Orsk said.",
           "By nightfall the queue was gone.",
           "Photos of the missing still hang on the railing.",
           "Read in full, the treaty says little about soldiers.",
           "Follow the money, the opposition told parliament.",
           "Sign language interpreters stood beside both ministers.",
           "Comment was not available from the rebels.",
           "Live fire was heard in the evening.",
           "Sources: three officials, none of whom may speak to the press, said it was over.",
           "Copyright law was also discussed.",
       }) {
    RawArticle raw;
    raw.text = page_with({Where::kMiddle, kept});
    EXPECT_NE(clean_article(raw, furniture).text.find(kept), std::string::npos) << kept;
  }
}

TEST(CleanArticle, KeepsALineThatIsAllThereIs) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  RawArticle raw;
  raw.text = "Advertisement";
  EXPECT_EQ(clean_article(raw, furniture).text, "Advertisement");
}

}  // namespace
}  // namespace verbale
