// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/commands.h"
#include "core/hash.h"
#include "desk/story_desk.h"
#include "record/story_record.h"
#include "show/show_stories.h"

namespace verbale {
namespace {

Result<StoryDesk> desk_for_run(const Options& options, StoryDepth depth) {
  if (auto trouble = trouble_with_source(options)) return *trouble;
  DataFiles data(data_directory(options));
  return keep_stories({options.store, options.files, options.as_of, {}}, depth, data);
}

// The event whose id begins so. An error where there is none, or several.
Result<const FusedEvent*> event_named(const StoryDesk& desk, const std::string& id) {
  const FusedEvent* found = nullptr;
  for (const FusedEvent& event : desk.events) {
    if (!event.id.starts_with(id)) continue;
    if (found != nullptr)
      return Error{id, "is the beginning of several events", "write more of it"};
    found = &event;
  }
  if (found == nullptr) {
    return Error{id, "is no event of this store", "`verbale events --store DIR` lists them"};
  }
  return found;
}

std::vector<std::string> claims_of(const FusedEvent& event, const StoryDesk& desk) {
  std::vector<std::string> ids;
  for (std::size_t report : event.reports) ids.push_back(desk.fused[report].claim->id);
  return ids;
}

int decide(const Options& options, FuseDecision decision) {
  decision.reason = options.reason;
  decision.who = options.who;
  auto store = Store::open(options.store, Store::Access::kWrite);
  if (!store.ok()) return fail(store.error());
  store.value()->decide(stored_decision(decision));
  const auto done = store.value()->commit();
  return done.ok() ? kAllRead : fail(done.error());
}

}  // namespace

int run_stories(const Options& options) {
  const auto desk = desk_for_run(options, StoryDepth::kStories);
  if (!desk.ok()) return fail(desk.error());
  if (options.format == "table") return write_out(options, show_stories(desk.value().stories));
  std::string text;
  for (const Story& story : desk.value().stories) {
    std::vector<StoryDocument> documents;
    for (std::size_t i : story.articles) {
      const DeskArticle& article = desk.value().articles[i];
      documents.push_back({&article.document, article.origin});
    }
    write_story(text, story, documents);
  }
  return write_out(options, text);
}

int run_events(const Options& options) {
  const auto desk = desk_for_run(options, StoryDepth::kEvents);
  if (!desk.ok()) return fail(desk.error());
  if (options.format == "table") return write_out(options, show_fused_events(desk.value().events));
  std::string text;
  for (const FusedEvent& event : desk.value().events) {
    write_fused_event(text, event, desk.value().fused);
  }
  return write_out(options, text);
}

int run_fuse(const Options& options) {
  const auto desk = desk_for_run(options, StoryDepth::kEvents);
  if (!desk.ok()) return fail(desk.error());
  const StoryDesk& made = desk.value();
  std::string rows;
  std::size_t contradicted = 0;
  for (const FusedEvent& event : made.events) {
    write_fused_event(rows, event, made.fused);
    contradicted += !event.contradictions.empty();
  }
  const auto count = [](std::size_t number, const char* what) {
    return std::to_string(number) + " " + what;
  };
  return write_out(
      options,
      std::string(kCopiesRule) + ", " + kStoryRule + ", " + kFuseRule + ": " +
          count(made.articles.size(), "articles of ") + count(made.origins.size(), "origins in ") +
          count(made.stories.size(), "stories; ") + count(made.claims.size(), "claims became ") +
          count(made.events.size(), "events, ") +
          count(contradicted, "of them contradicted\nhash of the rows: ") + hash_hex(rows) + "\n");
}

int run_split(const Options& options) {
  const auto desk = desk_for_run(options, StoryDepth::kEvents);
  if (!desk.ok()) return fail(desk.error());
  const auto event = event_named(desk.value(), options.words.front());
  if (!event.ok()) return fail(event.error());
  FuseDecision decision;
  decision.kind = FuseDecision::Kind::kApart;
  std::vector<std::string> wanted(options.words.begin() + 1, options.words.end());
  for (std::string& id : claims_of(*event.value(), desk.value())) {
    const auto is_wanted = [&](const std::string& word) { return id.starts_with(word); };
    const auto named = std::find_if(wanted.begin(), wanted.end(), is_wanted);
    (named == wanted.end() ? decision.others : decision.claims).push_back(id);
  }
  if (decision.claims.empty() || decision.others.empty()) {
    return fail({options.words.front(), "would not be parted by these claims",
                 "name some of its reports, not all; `verbale events` shows them"});
  }
  return decide(options, std::move(decision));
}

int run_join(const Options& options) {
  const auto desk = desk_for_run(options, StoryDepth::kEvents);
  if (!desk.ok()) return fail(desk.error());
  const auto first = event_named(desk.value(), options.words.front());
  if (!first.ok()) return fail(first.error());
  FuseDecision decision;
  decision.kind = FuseDecision::Kind::kJoin;
  decision.claims = claims_of(*first.value(), desk.value());
  for (std::size_t i = 1; i < options.words.size(); ++i) {
    const auto other = event_named(desk.value(), options.words[i]);
    if (!other.ok()) return fail(other.error());
    const auto claims = claims_of(*other.value(), desk.value());
    decision.others.insert(decision.others.end(), claims.begin(), claims.end());
  }
  return decide(options, std::move(decision));
}

}  // namespace verbale
