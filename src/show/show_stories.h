// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "corpus/cluster_stories/cluster_stories.h"
#include "corpus/fuse_events/fuse_events.h"

namespace verbale {

// Stories and events for people, one line each; an event's contradictions below it.
std::string show_stories(const std::vector<Story>& stories);
std::string show_fused_events(const std::vector<FusedEvent>& events);

}  // namespace verbale
