// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"
#include "cli/commands.h"

namespace verbale {
namespace {

void add_decision(CLI::App* command, Options& options) {
  command->add_option("--reason", options.reason, "Why, for those who ask later")->required();
  command->add_option("--who", options.who, "Who decides")->required();
  command->add_option("--store", options.store, "Folder of the store")->required()
      ->type_name("DIR");
  add_data(command, options);
}

}  // namespace

void add_stories(CLI::App& app, Options& options) {
  CLI::App* stories = app.add_subcommand(
      "stories", "Gather articles on one happening: one line a story, copies counted once");
  add_claims_in(stories, options);
  runs(stories, options, run_stories);

  CLI::App* events = app.add_subcommand(
      "events", "Tell each event once, with all reports of it and where they contradict each other");
  add_claims_in(events, options);
  runs(events, options, run_events);

  CLI::App* fuse = app.add_subcommand(
      "fuse", "Run the rules for copies, stories and events anew, and count what comes of it");
  add_claims_in(fuse, options);
  runs(fuse, options, run_fuse);

  CLI::App* diff = app.add_subcommand(
      "diff", "Tell what is new, stronger, weaker, merged or withdrawn since a day, and by which reports");
  diff->add_option("--since", options.since, "What was known on this day (YYYY-MM-DD)")->required()
      ->type_name("DAY");
  diff->add_option("--as-of", options.as_of, "Up to this day (default: all)")->type_name("DAY");
  diff->add_option("--out", options.out_file, "Where to write (default: standard output)")
      ->type_name("FILE");
  diff->add_option("--store", options.store, "Folder of the store")->required()->type_name("DIR");
  add_data(diff, options);
  runs(diff, options, run_diff);

  CLI::App* split = app.add_subcommand(
      "split", "Take reports out of an event: they are of another one, now and on every later run");
  split->add_option("event", options.words, "Id of the event, then those of the claims to take out")
      ->required()->expected(2, -1)->type_name("ID");
  add_decision(split, options);
  runs(split, options, run_split);

  CLI::App* join = app.add_subcommand(
      "join", "Make one event of several, now and on every later run");
  join->add_option("events", options.words, "Ids of the events")->required()->expected(2, -1)
      ->type_name("ID");
  add_decision(join, options);
  runs(join, options, run_join);
}

}  // namespace verbale
