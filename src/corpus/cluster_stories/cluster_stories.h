// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "corpus/cluster_stories/story_terms.h"

namespace verbale {

// The rule by which articles become stories; stands in every row. Changed whenever a story could.
inline constexpr const char* kStoryRule = "story-1";

struct StoryArticle {
  std::string id;  // Of the document; no two share it.
  std::string title;
  std::string origin;      // Copies share it; empty: the article is its own.
  std::optional<Day> day;  // Of publication.
  std::vector<StoryTerm> terms;
};

// The articles that tell of one happening.
struct Story {
  std::string id;                     // The hash of the id of its first article.
  std::string title;                  // Of the article that is most like the others.
  std::optional<DayRange> days;       // First and last day of publication; nothing: unknown.
  std::vector<std::size_t> articles;  // Into what was given; by day (unknown last), then id.
  std::size_t origins = 0;            // Different texts among them.
};

// Parts articles into stories; each stands in exactly one, copies in the same. Two sets of articles
// become one while their articles are, on the average, like enough in what they speak of, less
// where their days lie apart. The stories come in the order of their first articles, whatever the
// order of what is given.
std::vector<Story> cluster_stories(const std::vector<StoryArticle>& articles,
                                   const WordSentences& common);

}  // namespace verbale
