// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"
#include "cli/commands.h"
#include "exports/exports.h"

namespace verbale {
namespace {

void add_store(CLI::App* command, Options& options) {
  command->add_option("--store", options.store, "Folder of the store")->required()
      ->type_name("DIR");
}

void add_output(CLI::App* command, Options& options) {
  command->add_option("--out", options.out_file, "Where to write (default: standard output)")
      ->type_name("FILE");
}

void add_as_of(CLI::App* command, Options& options) {
  command->add_option("--as-of", options.as_of,
                      "Only what was known by this day (YYYY-MM-DD), in the versions of then")
      ->type_name("DAY");
}

void add_ingest(CLI::App& app, Options& options) {
  CLI::App* ingest = app.add_subcommand(
      "ingest", "Read, code and keep articles in a store; run again, it goes on where it stopped");
  ingest->add_option("files", options.files, "Articles to read; - is standard input")
      ->type_name("FILE");
  add_store(ingest, options);
  ingest->add_option("--published", options.published,
                     "Day of publication (YYYY-MM-DD) of articles that say none")
      ->type_name("DAY");
  ingest->add_flag("--no-text", options.drop_text,
                   "Keep events and facts, not the articles' text (no full-text search then)");
  ingest->add_option("--jobs,-j", options.jobs, "Articles worked on at a time; the store is the same")
      ->check(CLI::Range(1, 256))->type_name("N");
  add_data(ingest, options);
  runs(ingest, options, run_ingest);

  CLI::App* withdraw = app.add_subcommand(
      "withdraw", "Take back an article: its claims no longer hold, and what stood on them");
  withdraw->add_option("article", options.subject, "Id or address of the article")->required();
  withdraw->add_option("--reason", options.reason, "Why, for those who ask later")->required();
  withdraw->add_option("--day", options.published, "Since when (YYYY-MM-DD)")->type_name("DAY");
  add_store(withdraw, options);
  runs(withdraw, options, run_withdraw);

  CLI::App* suppress = app.add_subcommand(
      "suppress", "Forget a person: no event or passage that names them is kept, shown or exported");
  suppress->add_option("name", options.subject, "Full name, as articles write it")->required();
  suppress->add_option("--reason", options.reason, "Why, for those who ask later")->required();
  suppress->add_flag("--lift", options.lift,
                     "Take an earlier suppression back (what was not kept meanwhile stays away)");
  add_store(suppress, options);
  runs(suppress, options, run_suppress);
}

void add_asking(CLI::App& app, Options& options) {
  CLI::App* claims = app.add_subcommand(
      "claims", "Write the event rows that a query asks for, in the order they came");
  claims->add_option("query", options.words,
                     "Such as: actor:RUS type:REQUEST since:2025-03 source:\"CNN\" grain corridor");
  claims->add_option("--limit", options.limit, "At most so many")->type_name("N");
  add_as_of(claims, options);
  add_output(claims, options);
  add_store(claims, options);
  runs(claims, options, run_claims);

  CLI::App* search = app.add_subcommand("search", "Find articles by their words, best first");
  search->add_option("words", options.words, "Words that must stand there; \"quoted\" ones together")
      ->required();
  search->add_option("--limit", options.limit, "At most so many")->type_name("N");
  add_as_of(search, options);
  add_output(search, options);
  add_store(search, options);
  runs(search, options, run_search);

  CLI::App* status = app.add_subcommand("status", "Count what a store holds");
  add_store(status, options);
  runs(status, options, run_status);
}

void add_export(CLI::App& app, Options& options) {
  CLI::App* exported = app.add_subcommand(
      "export", "Hand events on in the layouts that others read; all of them, or those of a query");
  exported->add_option("query", options.words, "As for `claims`; nothing: all");
  exported->add_option("--format", options.format, "The layout (docs/formats/exports.md)")
      ->check(CLI::IsMember(export_format_names()));
  exported->add_option("--manifest", options.manifest_file,
                       "Where to write what was exported, for `verify`")->type_name("FILE");
  add_as_of(exported, options);
  add_output(exported, options);
  add_store(exported, options);
  add_data(exported, options);
  runs(exported, options, run_export);

  CLI::App* verify = app.add_subcommand(
      "verify", "Export again what a manifest tells of, and say whether it is the same");
  verify->add_option("manifest", options.subject, "What `export --manifest` wrote")->required()
      ->type_name("FILE");
  add_store(verify, options);
  add_data(verify, options);
  runs(verify, options, run_verify);
}

void add_relation(CLI::App& app, Options& options) {
  CLI::App* relation = app.add_subcommand(
      "relation", "Show how two parties' relations move: what each did to the other, by period");
  relation->add_option("parties", options.words, "Two codes: USA RUS")->required()->expected(2)
      ->type_name("CODE");
  relation->add_option("--by", options.by, "day, week, month or year (default: month)")
      ->check(CLI::IsMember({"day", "week", "month", "year"}));
  relation->add_option("--factuality", options.factualities,
                       "What to count, parted by commas (default: happened)")
      ->delimiter(',')
      ->check(CLI::IsMember({"happened", "planned", "possible", "demanded", "threatened",
                             "negated"}));
  relation->add_flag("--background", options.background, "Count what is told as background, too");
  relation->add_option("--format", options.format, "jsonl, csv, or table for people")
      ->check(CLI::IsMember({"jsonl", "csv", "table"}));
  add_as_of(relation, options);
  add_output(relation, options);
  add_store(relation, options);
  runs(relation, options, run_relation);
}

void add_ledger(CLI::App& app, Options& options) {
  CLI::App* ledger = app.add_subcommand(
      "ledger", "Show who demands, offers, refuses and promises what, and how it stands");
  ledger->add_option("--between", options.between, "Only between these two: RUS,USA")
      ->delimiter(',')->allow_extra_args(false)->type_name("CODE,CODE");
  ledger->add_option("--topic", options.topic, "Only items of which all these words tell")
      ->type_name("WORDS");
  add_claims_in(ledger, options);
  runs(ledger, options, run_ledger);

  CLI::App* measures = app.add_subcommand(
      "measures", "Show sanctions as they are reported: imposed, waived, extended, lifted");
  measures->add_option("--target", options.target, "Only against this name or country");
  measures->add_option("--authority", options.authority, "Only of this country")->type_name("CODE");
  add_claims_in(measures, options);
  runs(measures, options, run_measures);

  CLI::App* dossier = app.add_subcommand(
      "dossier", "Show what articles tell of a person or body: names, offices, measures, acts");
  dossier->add_option("name", options.subject, "The name as it is canonical here, in quotes")
      ->required();
  dossier->add_option("--limit", options.limit, "At most so many acts of each kind (default: 20)")
      ->type_name("N");
  add_claims_in(dossier, options);
  runs(dossier, options, run_dossier);
}

}  // namespace

void add_claims_in(CLI::App* command, Options& options) {
  command->add_option("files", options.files, "Event rows as `verbale code` writes them; - is standard input")
      ->type_name("FILE");
  command->add_option("--store", options.store, "Folder of the store, instead of files")
      ->type_name("DIR");
  command->add_option("--format", options.format, "jsonl, or table for people")
      ->check(CLI::IsMember({"jsonl", "table"}));
  add_as_of(command, options);
  add_output(command, options);
  add_data(command, options);
}

void add_desk(CLI::App& app, Options& options) {
  add_ingest(app, options);
  add_asking(app, options);
  add_relation(app, options);
  add_export(app, options);
  add_ledger(app, options);
  add_stories(app, options);
}

}  // namespace verbale
