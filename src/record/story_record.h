// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "corpus/cluster_stories/cluster_stories.h"
#include "corpus/compare_events/compare_events.h"
#include "corpus/fuse_events/fuse_events.h"

namespace verbale {

// The JSON of docs/formats/stories.md. Each appends one line.

// An article of a story, and the origin of its text.
struct StoryDocument {
  const ClaimDocument* document = nullptr;
  std::string origin;
};

// `documents` beside story.articles.
void write_story(std::string& out, const Story& story, const std::vector<StoryDocument>& documents);

// `claims` as they were given to fuse_events.
void write_fused_event(std::string& out, const FusedEvent& event,
                       const std::vector<FuseClaim>& claims);

// What became of an event between two moments (docs/formats/stories.md), a JSON line.
void write_event_change(std::string& out, const EventChange& change);

}  // namespace verbale
