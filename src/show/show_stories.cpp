// SPDX-License-Identifier: Apache-2.0
#include "show/show_stories.h"

#include "show/text_layout.h"

namespace verbale {
namespace {

constexpr std::size_t kTitleColumns = 70, kTypeColumns = 10, kSideColumns = 28, kIdDigits = 8;
constexpr std::size_t kFactualityColumns = 11, kPlaceColumns = 14, kCountColumns = 26;

std::string days_of(const std::optional<DayRange>& days) {
  if (!days) return std::string(12 + 10, ' ');
  return iso_day(days->start) + ".." + iso_day(days->end);
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string names_of(const std::vector<ClaimParty>& side) {
  std::string names;
  for (const ClaimParty& party : side) names += (names.empty() ? "" : " + ") + party.party.name;
  return one_line(names, kSideColumns);
}

std::string line_of(const FusedEvent& event) {
  std::string line = event.id.substr(0, kIdDigits) + "  ";
  line += padded_to(event.date ? iso_day(event.date->range.start) : "----------", 12);
  line += padded_to(name_of(event.told->act), kTypeColumns);
  line += padded_to(name_of(event.factuality), kFactualityColumns);
  line += padded_to(names_of(event.actors), kSideColumns + 1);
  line += "→ " + padded_to(names_of(event.recipients), kSideColumns + 1);
  line +=
      padded_to(event.place ? one_line(event.place->name, kPlaceColumns) : "", kPlaceColumns + 1);
  line += counted(event.reports.size(), "report", "reports") + ", " +
          counted(event.origins.size(), "origin", "origins");
  return line + "\n";
}

}  // namespace

std::string show_stories(const std::vector<Story>& stories) {
  std::string text;
  for (const Story& story : stories) {
    const std::string counts = counted(story.articles.size(), "article", "articles") + ", " +
                               counted(story.origins, "origin", "origins");
    text += story.id.substr(0, kIdDigits) + "  " + days_of(story.days) + "  " +
            padded_to(counts, kCountColumns) + one_line(story.title, kTitleColumns) + "\n";
  }
  return text;
}

std::string show_fused_events(const std::vector<FusedEvent>& events) {
  std::string text;
  for (const FusedEvent& event : events) {
    text += line_of(event);
    for (const Contradiction& contradiction : event.contradictions) {
      text += "          reports differ in " + contradiction.field + ": ";
      const char* between = "";
      for (const Account& account : contradiction.accounts) {
        text +=
            between + account.value + " (" + counted(account.origins, "origin", "origins") + ")";
        between = "; ";
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace verbale
