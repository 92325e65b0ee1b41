// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "corpus/compare_events/compare_events.h"
#include "desk/story_desk.h"
#include "record/story_record.h"

namespace verbale {
namespace {

Result<std::vector<EventState>> events_of(const Options& options, const std::string& as_of) {
  DataFiles data(data_directory(options));
  const auto desk = keep_stories({options.store, {}, as_of, {}}, StoryDepth::kEvents, data);
  if (!desk.ok()) return desk.error();
  std::vector<EventState> states;
  for (const FusedEvent& event : desk.value().events) {
    EventState state{event.id, {}, event.origins.size(), event.contradictions.size()};
    for (std::size_t report : event.reports) {
      state.claims.push_back(desk.value().fused[report].claim->id);
    }
    states.push_back(std::move(state));
  }
  return states;
}

}  // namespace

int run_diff(const Options& options) {
  if (!parse_iso_day(options.since)) {
    return fail({"--since " + options.since, "is no day", "write it as 2025-04-02"});
  }
  if (auto trouble = trouble_with_as_of(options)) return fail(*trouble);
  const auto then = events_of(options, options.since);
  if (!then.ok()) return fail(then.error());
  const auto now = events_of(options, options.as_of);
  if (!now.ok()) return fail(now.error());
  std::string text;
  for (const EventChange& change : compare_events(then.value(), now.value())) {
    write_event_change(text, change);
  }
  return write_out(options, text);
}

}  // namespace verbale
