// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output_file.h"
#include "corpus/compare_events/compare_events.h"
#include "desk/story_desk.h"
#include "formats/json_writer.h"

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

void write_ids(JsonWriter& json, std::string_view name, const std::vector<std::string>& ids) {
  json.key(name);
  json.begin_array();
  for (const std::string& id : ids) json.string(id);
  json.end_array();
}

void write_change(std::string& out, const EventChange& change) {
  JsonWriter json(out);
  json.begin_object();
  json.member("kind", name_of(change.kind));
  json.member("event", change.event);
  write_ids(json, "before", change.before);
  write_ids(json, "added", change.added);
  write_ids(json, "removed", change.removed);
  json.end_object();
  out += '\n';
}

}  // namespace

int run_diff(const Options& options) {
  for (const std::string& day : {options.since, options.as_of}) {
    if (!day.empty() && !parse_iso_day(day)) {
      return fail({day, "is no day", "write it as 2025-04-02"});
    }
  }
  const auto then = events_of(options, options.since);
  if (!then.ok()) return fail(then.error());
  const auto now = events_of(options, options.as_of);
  if (!now.ok()) return fail(now.error());
  auto opened = OutputFile::open(options.out_file, stdout);
  if (!opened.ok()) return fail(opened.error());
  OutputFile file = opened.take();
  std::string text;
  for (const EventChange& change : compare_events(then.value(), now.value())) {
    write_change(text, change);
  }
  file.write(text);
  if (!file.flush()) return fail({"", "the output could not be written to its end", ""});
  return kAllRead;
}

}  // namespace verbale
