// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_title.h"

#include <algorithm>
#include <span>
#include <vector>

#include "formats/records.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

constexpr std::string_view kTitleMetas[] = {"og:title",     "twitter:title", "dc.title",
                                            "dc:title",     "dcterms.title", "sailthru.title",
                                            "parsely-title"};

std::string line_of(std::string_view text) {
  return one_line(visible_text(text));
}

// A headline of fewer words may be a kicker, a section or an outlet.
constexpr std::size_t kKickerWordsMin = 4;

// The parts of "Headline - Outlet" that may be the headline: the whole, and all but the last part.
std::vector<std::string> title_readings(std::string_view title) {
  constexpr std::string_view kMarks[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / "};
  std::vector<std::string> readings{std::string(title)};
  for (std::string_view mark : kMarks) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos) continue;
    readings.emplace_back(title.substr(0, at));
    const std::size_t first = title.find(mark);
    if (first != at) readings.emplace_back(title.substr(0, first));
  }
  return readings;
}

bool shares_title(const std::string& heading, std::span<const std::string> titles) {
  const std::string bare = bare_words(heading);
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    const std::string other = bare_words(title);
    return !bare.empty() && !other.empty() &&
           (other.find(bare) != std::string::npos || bare.find(other) != std::string::npos);
  });
}

// Words that both hold, over the words of the longer.
double likeness(const std::string& a, const std::string& b) {
  const std::string bare_a = bare_words(a), bare_b = bare_words(b);
  const auto words_a = split_list(bare_a, ' ');
  const auto words_b = split_list(bare_b, ' ');
  if (words_a.empty() || words_b.empty()) return 0;
  std::size_t both = 0;
  for (std::string_view word : words_a) {
    both += std::find(words_b.begin(), words_b.end(), word) != words_b.end();
  }
  return static_cast<double>(both) / static_cast<double>(std::max(words_a.size(), words_b.size()));
}

// The headline by most votes: each heading, the structured headline, the social title and the page
// title vote for what they say, with and without an outlet's name behind it.
class TitleVote {
 public:
  void add(std::string_view said, bool has_outlet) {
    if (said.empty()) return;
    std::vector<std::string> readings{std::string(said)};
    if (has_outlet) readings = title_readings(said);
    for (std::string& reading : readings) reading = one_line(reading);
    sources_.push_back(std::move(readings));
  }
  struct Winner {
    std::string title;  // Empty when no reading has two votes.
    std::size_t votes = 0;
  };
  // The reading with most votes, the earliest of equals.
  Winner winner() const {
    constexpr std::size_t kWordsMin = 2;
    std::string best;
    std::size_t most = 1;
    for (const auto& readings : sources_) {
      for (const std::string& reading : readings) {
        const std::string bare = bare_words(reading);
        if (count_words(reading) < kWordsMin && !bare.empty() && bare.size() < 12) continue;
        const std::size_t votes = votes_for(bare);
        if (votes > most) {
          most = votes;
          best = reading;
        }
      }
    }
    return {best, best.empty() ? 0 : most};
  }
  // How many say this, in bare words.
  std::size_t votes_for(const std::string& bare) const {
    return static_cast<std::size_t>(
        std::count_if(sources_.begin(), sources_.end(), [&](const auto& readings) {
          return std::any_of(readings.begin(), readings.end(), [&](const std::string& reading) {
            return bare_words(reading) == bare;
          });
        }));
  }

 private:
  std::vector<std::vector<std::string>> sources_;
};

// The heading that the page's claims resemble most, or its only one; empty when it has none that
// may be a headline.
std::string main_heading(const std::vector<std::string>& headings,
                         const std::vector<std::string>& claims) {
  constexpr double kAlike = 0.5;
  constexpr std::size_t kWordsMin = 3;
  constexpr std::size_t kUnlikeWordsMin =
      5;  // A heading unlike all claims may be an outlet's name.
  std::string best;
  double most = 0;
  for (const std::string& heading : headings) {
    double alike = 0;
    for (const std::string& claim : claims) alike = std::max(alike, likeness(heading, claim));
    if (count_words(heading) >= kWordsMin && shares_title(heading, claims)) {
      alike = std::max(alike, kAlike);
    }
    if (alike >= kAlike && alike > most) {
      most = alike;
      best = heading;
    }
  }
  if (best.empty() && headings.size() == 1 && count_words(headings[0]) >= kUnlikeWordsMin) {
    return headings[0];
  }
  return best;
}

// "Weather: Storm kills nine" where a claim says only "Storm kills nine".
std::string without_kicker(const std::string& heading, const std::vector<std::string>& claims) {
  constexpr std::size_t kWordsMin = 4;
  const std::string bare = bare_words(heading);
  for (const std::string& claim : claims) {
    for (const std::string& reading : title_readings(claim)) {
      if (count_words(reading) < kWordsMin) continue;
      if (bare.ends_with(" " + bare_words(reading))) return one_line(reading);
    }
  }
  return heading;
}

// What a page says of its headline.
struct Claims {
  std::vector<std::string> headings;  // Its main headings, as it shows them.
  std::string headline;               // Of structured data.
  std::string social;                 // Of its head, for those who link to it.
  std::string page_title;             // Of its window.
};

// The visible headline is the title; the head of the page tells which heading that is.
PageTitle settle_title(const Claims& said) {
  TitleVote vote;
  for (const std::string& heading : said.headings) vote.add(heading, false);
  vote.add(said.headline, false);
  vote.add(said.social, true);
  vote.add(said.page_title, true);
  const auto [winner, votes] = vote.winner();
  std::vector<std::string> claims;
  for (const std::string& claim : {said.headline, said.social, said.page_title}) {
    if (!claim.empty()) claims.push_back(claim);
  }
  const std::string heading = main_heading(said.headings, claims);
  const auto shown = [](std::string title) { return PageTitle{title, title}; };
  if (said.headings.empty() && count_words(said.headline) >= kKickerWordsMin &&
      bare_words(winner).starts_with(bare_words(said.headline))) {
    return shown(said.headline);  // The others put the outlet's name behind it.
  }
  // Structured data, head and page title agree on another wording than the one shown, and on more
  // than a label before it.
  constexpr std::size_t kAllOfHead = 3;
  const bool is_label_before = bare_words(winner).ends_with(" " + bare_words(heading)) &&
                               count_words(winner) <= count_words(heading) + 1;
  if (votes >= kAllOfHead && vote.votes_for(bare_words(heading)) == 1 && !is_label_before) {
    return {winner, heading};
  }
  if (!winner.empty()) {
    // What most call the headline, when the heading only puts a kicker before it.
    const bool is_within = bare_words(heading).find(bare_words(winner)) != std::string::npos;
    if (heading.empty() || (is_within && count_words(winner) >= kKickerWordsMin)) {
      return shown(winner);
    }
  }
  if (!heading.empty()) return shown(without_kicker(heading, claims));
  if (!said.headline.empty()) return shown(said.headline);
  return shown(
      one_line(title_readings(said.social.empty() ? said.page_title : said.social).back()));
}

}  // namespace

PageTitle page_title(const HtmlPage& page, const MetaElements& metas, const std::string& headline) {
  constexpr std::size_t kHeadingsMax = 20;
  Claims said;
  said.headline = headline;
  said.social = line_of(metas.first(kTitleMetas));
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag == HtmlTag::kTitle && said.page_title.empty()) {
      said.page_title = line_of(page.text_of(node));
    }
    if (node.tag == HtmlTag::kH1 && said.headings.size() < kHeadingsMax) {
      said.headings.push_back(line_of(page.text_of(node)));
    }
  }
  std::erase(said.headings, "");
  return settle_title(said);
}

}  // namespace verbale
