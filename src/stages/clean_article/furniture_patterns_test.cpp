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
    {Where::kMiddle, "LIVE UPDATES: Bridge ceremony in Orsk"},
    {Where::kMiddle, "14:32 GMT"},
    {Where::kHead, "K"},
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

// The same kinds in other wording.
const Pattern kVariants[] = {
    {Where::kHead, "Lena Vandermeer and Tomas Okoro"},
    {Where::kHead, "By Lena Vandermeer in Karsk and Tomas Okoro in Velden"},
    {Where::kHead, "Lena Vandermeer, Velden"},
    {Where::kHead, "Lena Vandermeer\n\nDiplomatic correspondent"},
    {Where::kHead, "Words by Lena Vandermeer"},
    {Where::kHead, "BY LENA VANDERMEER"},
    {Where::kHead, "Lena Vandermeer / AFP"},
    {Where::kHead, "Tue 3 Mar 2025 14.05 GMT"},
    {Where::kHead, "Last modified on Tue 3 Mar 2025 18.22 CET"},
    {Where::kHead, "March 3, 2025 / 7:15 PM EST / AP"},
    {Where::kHead, "First published on Mon 2 Mar 2025 11.01 GMT"},
    {Where::kHead, "3 Mar 2025"},
    {Where::kHead, "Issued on: 03/03/2025 - 14:05"},
    {Where::kHead, "4 hours ago"},
    {Where::kHead, "Updated 2 hrs ago"},
    {Where::kHead, "Publish date 3 March 2025"},
    {Where::kHead, "Middle East"},
    {Where::kHead, "Home / News / Europe"},
    {Where::kHead, "You are here: Home » Europe"},
    {Where::kHead, "Reading time: 3 minutes"},
    {Where::kHead, "3-minute read"},
    {Where::kHead, "Listen - 4 min"},
    {Where::kHead, "Share\n\nSave"},
    {Where::kHead, "Share on Facebook\n\nShare on X\n\nCopy URL"},
    {Where::kHead, "Comments (12)"},
    {Where::kHead, "Leave a comment"},
    {Where::kHead, "0 Comments"},
    {Where::kMiddle, "Lin Zhao via Getty Images"},
    {Where::kMiddle, "Image source, Getty Images"},
    {Where::kMiddle, "Image caption, The bridge before the war"},
    {Where::kMiddle, "PHOTO BY LIN ZHAO"},
    {Where::kMiddle, "© Lin Zhao, AFP"},
    {Where::kMiddle, "Lin Zhao | Reuters"},
    {Where::kMiddle, "A lorry on the bridge. [Lin Zhao/Reuters]"},
    {Where::kMiddle,
     "A lorry crosses the bridge at Orsk on March 3, 2025. (Photo by Lin Zhao / AFP)"},
    {Where::kMiddle, "A ferry at Orsk [File: Lin Zhao/AP Photo]"},
    {Where::kMiddle, "Ministers on the bridge. Picture: Velden Herald"},
    {Where::kEnd,
     "Popular Stories\n\nSinger leaves the stage in tears\n\nTwelve recipes for spring"},
    {Where::kEnd, "Top stories\n\nSinger leaves the stage in tears\n\nTwelve recipes for spring"},
    {Where::kMiddle, "Read also: Nine years of ferries"},
    {Where::kMiddle, "MORE: Nine years of ferries"},
    {Where::kMiddle, "Read the full story here"},
    {Where::kMiddle, "WATCH LIVE: Bridge ceremony in Orsk"},
    {Where::kMiddle, "[READ: Nine years of ferries]"},
    {Where::kMiddle, "Sign up here."},
    {Where::kMiddle, "Get our free morning email"},
    {Where::kMiddle, "Thank you for subscribing!"},
    {Where::kMiddle, "Subscribe to the Velden Briefing"},
    {Where::kMiddle, "The best of our reporting, in your inbox every Sunday."},
    {Where::kMiddle, "Get the Velden Herald app"},
    {Where::kEnd, "Read this in our app"},
    {Where::kMiddle, "This is premium content"},
    {Where::kMiddle, "Subscribe to keep reading"},
    {Where::kMiddle, "You have 1 article left"},
    {Where::kMiddle, "To continue reading, create a free account."},
    {Where::kEnd, "Support independent journalism"},
    {Where::kEnd, "We need your help to keep reporting."},
    {Where::kEnd, "This website uses cookies to improve your experience."},
    {Where::kEnd, "Manage cookie preferences"},
    {Where::kEnd, "Accept cookies"},
    {Where::kEnd, "Sponsored"},
    {Where::kMiddle, "ADVERTISEMENT - CONTINUE READING BELOW"},
    {Where::kMiddle, "- Advertisement -"},
    {Where::kEnd, "Recommended by Outbrain"},
    {Where::kEnd, "Save for later"},
    {Where::kEnd, "Follow @veldenherald on X"},
    {Where::kEnd, "Join the conversation on Telegram"},
    {Where::kEnd, "Choose Velden Herald as a preferred source on Google"},
    {Where::kEnd, "Lena Vandermeer writes about rivers and borders for the Velden Herald."},
    {Where::kEnd, "Lena Vandermeer is our correspondent in Karsk. Follow her on X."},
    {Where::kEnd, "Email the author at ivandermeer@velden.example.com"},
    {Where::kEnd, "Do you have information? Contact us securely."},
    {Where::kEnd, "This story was fact-checked by Tomas Okoro."},
    {Where::kEnd, "Read our editorial guidelines"},
    {Where::kEnd, "(Reporting by Lena Brandt; Editing by Mark Hale)"},
    {Where::kEnd, "Additional reporting by Tomas Okoro in Velden."},
    {Where::kEnd, "With Agence France-Presse"},
    {Where::kEnd, "AFP contributed to this report."},
    {Where::kEnd, "© 2025 AFP"},
    {Where::kEnd, "(c) Velden Herald 2025"},
    {Where::kEnd, "Topics: Karsk | Ravelia | Bridges"},
    {Where::kEnd, "Karsk\n\nRavelia\n\nBridges"},
    {Where::kEnd, "#Karsk #Ravelia"},
    {Where::kMiddle, "Unmute\n\nCurrent Time 0:00\n\nDuration 2:31"},
    {Where::kMiddle, "JavaScript is required to view this video."},
    {Where::kMiddle, "1/12"},
    {Where::kMiddle, "View 12 photos"},
    {Where::kMiddle, "Slide 1 of 7"},
    {Where::kMiddle, "Open image in gallery"},
    {Where::kMiddle, "LIVE\n\n14:32"},
    {Where::kEnd, "What do you think? Vote in our poll"},
    {Where::kHead, "FTSE 100 8,120 -0.2%"},
    {Where::kHead, "EN | FR | DE"},
    {Where::kMiddle, "View this post on Instagram"},
    {Where::kMiddle, "pic.twitter.com/abc123"},
    {Where::kMiddle, "— Karsk MFA (@karskmfa) March 3, 2025"},
    {Where::kMiddle, "• • •"},
    {Where::kMiddle, "******"},
    {Where::kEnd, "Previous\n\nNext"},
    {Where::kEnd, "Up next: Nine years of ferries"},
    {Where::kEnd, "Privacy policy\n\nTerms and conditions\n\nContact\n\nAdvertise with us"},
    {Where::kEnd, "Back to top"},
    {Where::kHead, "A- A A+"},
    {Where::kHead, "Print\n\nEmail"},
    {Where::kEnd, "This article appeared in the print edition of March 4."},
    {Where::kEnd, "Translated from German by a machine"},
    {Where::kEnd, "This article was translated with the help of AI."},
    {Where::kEnd, "Velden and Karsk sign grain deal\n\nBy Tomas Okoro\n\n2 March 2025"},
    {Where::kMiddle, "Story continues"},
    {Where::kMiddle, "Ad"},
    {Where::kEnd, "Report a correction"},
    {Where::kEnd, "Show comments"},
    {Where::kEnd, "View comments (7)"},
    {Where::kEnd, "More from Velden Herald"},
    {Where::kEnd, "What to read next"},
    {Where::kEnd, "Load more"},
    {Where::kEnd,
     "The post Karsk and Ravelia reopen the Orsk bridge appeared first on Velden Herald."},
    {Where::kEnd, "Read the original article on Velden Herald."},
    {Where::kEnd, "Loading..."},
    {Where::kMiddle, "Skip advertisement"},
    {Where::kMiddle, "Getty Images"},
    {Where::kMiddle, "AP"},
    {Where::kHead, "Live\n\nUpdated 4 minutes ago"},
    {Where::kHead, "Exclusive"},
    {Where::kHead, "BREAKING"},
    {Where::kHead, "Opinion"},
    {Where::kHead, "Add Velden Herald on Google"},
    {Where::kHead, "Gift this article"},
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

TEST(CleanArticle, TakesAwayFurnitureInOtherWording) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  const std::string article =
      std::string(kTitle) + "\n\n" + std::string(kFirst) + "\n\n" + std::string(kSecond);
  for (const Pattern& pattern : kVariants) {
    RawArticle raw;
    raw.text = page_with(pattern);
    EXPECT_EQ(clean_article(raw, furniture).text, article) << pattern.lines;
  }
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
           "We need your help, the mayor of Orsk told ministers.",
           "Also on the table are grain, ferries and prisoners, officials said.",
           "The original treaty said nothing of bridges, a historian noted.",
           "This is premium rice, not aid, the trader told inspectors.",
           "Lena Vandermeer, the envoy of Velden, watched from the bank.",
           "In your inbox there is a letter of mine, the general wrote to his rival.",
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
