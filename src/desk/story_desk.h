// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "corpus/cluster_stories/cluster_stories.h"
#include "corpus/find_copies/find_copies.h"
#include "corpus/fuse_events/fuse_events.h"
#include "desk/gather_claims.h"
#include "lexicon/data_files.h"
#include "store/store.h"

namespace verbale {

// An article as the desk knows it: where it stands among copies and stories.
struct DeskArticle {
  ClaimDocument document;
  std::string origin;  // Origin::id
  std::string story;   // Story::id
};

// The articles of a store, or of event rows, as stories; and the events that their claims become.
// What stands in `events` points into `claims` and `fused`, so it is moved as a whole, never
// copied.
struct StoryDesk {
  std::vector<DeskArticle> articles;
  std::vector<Origin> origins;  // Of copies.
  std::vector<Story> stories;
  std::deque<Claim> claims;
  std::vector<FuseClaim> fused;  // Beside `claims`.
  std::vector<FusedEvent> events;

  StoryDesk() = default;
  StoryDesk(StoryDesk&&) = default;
  StoryDesk& operator=(StoryDesk&&) = default;
};

// How far the desk is to go.
enum class StoryDepth : std::uint8_t { kOrigins, kStories, kEvents };

// Reads the store or the files that `origin` names (its sides do not count) and does the rest. From
// files of event rows alone, an article is its title and the sentences of its rows.
Result<StoryDesk> keep_stories(const ClaimOrigin& origin, StoryDepth depth, DataFiles& data);
// The same of a store that is open, without events.
Result<StoryDesk> keep_stories(Store& store, const std::string& as_of, StoryDepth depth,
                               const WordSentences& common);

// Decisions on events, as the store keeps them: one of kind "split" or "join" each.
Result<std::vector<FuseDecision>> fuse_decisions(Store& store);
Decision stored_decision(const FuseDecision& decision);

}  // namespace verbale
