// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace verbale {
namespace {

constexpr const char* kAbout =
    "Verbale reads the news and writes the minutes of world politics:\n"
    "who did what to whom, when, where, according to whom, and how surely it happened.\n"
    "\n"
    "  verbale code article.txt                 one event a line, as JSON\n"
    "  verbale code --format table article.html the same for people\n"
    "  verbale explain article.txt              each sentence, its spans, and the line that fired\n"
    "\n"
    "An article is plain text as pasted from a page, HTML, or JSON lines with \"text\" (or \"html\")\n"
    "and, where known, \"id\", \"url\", \"title\", \"outlet\", \"published\"; .gz and .zst are read too.";

constexpr const char* kFiles = "Articles to read; - is standard input";

void runs_articles(CLI::App* named, Options& options, Command command) {
  named->callback([&options, command] {
    options.run = run_articles;
    options.command = command;
  });
}

void add_coding(CLI::App& app, Options& options) {
  CLI::App* read = app.add_subcommand("read", "Find the clean article: title, byline, day, text");
  runs_articles(read, options, Command::kRead);
  add_input(read, options);
  read->add_flag("--explain", options.explain, "Show what was kept and removed, and why");

  CLI::App* parse = app.add_subcommand("parse", "Write tokens, tags, lemmas and trees as CoNLL-U");
  runs_articles(parse, options, Command::kParse);
  add_input(parse, options);
  parse->add_flag("--pretokenized", options.pretokenized,
                  "Read CoNLL-U and keep its sentences and tokens");

  CLI::App* code = app.add_subcommand("code", "Write the events, one JSON object a line");
  runs_articles(code, options, Command::kCode);
  add_input(code, options);
  code->add_option("--format", options.format, "jsonl, or table for people")
      ->check(CLI::IsMember({"jsonl", "table"}));
  code->add_flag("--full", options.full,
                 "Read every article to the end, also where no event can be; the events are the same");
  code->add_option("--documents", options.documents_file, "Write the clean articles there too")
      ->type_name("FILE");

  CLI::App* annotate =
      app.add_subcommand("annotate", "Write everything seen: tokens, mentions, events");
  runs_articles(annotate, options, Command::kAnnotate);
  add_input(annotate, options);

  CLI::App* explain = app.add_subcommand(
      "explain", "Show each sentence with its spans marked, and why it has events or none");
  runs_articles(explain, options, Command::kExplain);
  add_input(explain, options);
}

void add_workshop(CLI::App& app, Options& options) {
  CLI::App* check = app.add_subcommand(
      "check-data", "Check every data file, and run the examples of the lexicon");
  runs(check, options, run_check_data);
  add_data(check, options);

  CLI::App* train = app.add_subcommand("train", "Train the language model from treebanks");
  runs(train, options, run_train);
  train->add_option("--treebank", options.treebank, "CoNLL-U files to learn from")
      ->required()->type_name("FILE");
  train->add_option("--names", options.names, "IOB2 files of names")->type_name("FILE");
  train->add_option("--dev", options.dev, "CoNLL-U files to watch progress on")->type_name("FILE");
  train->add_option("--out", options.out_file, "The model to write")->required()->type_name("MODEL");
  train->add_option("--seed", options.seed, "Of all that is drawn by chance");
  train->add_option("--jobs,-j", options.jobs, "Threads; the model is the same")
      ->check(CLI::Range(1, 256));

  CLI::App* evaluate = app.add_subcommand("evaluate", "Measure quality on gold data");
  runs(evaluate, options, run_evaluate);
  evaluate->add_option("suites", options.suites, "Suites to run (default: all)")->type_name("SUITE");
  evaluate->add_option("--shared", options.shared_directory,
                       "Folder with the gold data (default: ../shared beside the checkout)");
  evaluate->add_option("--out", options.out_file, "Write the figures there as JSON too");
  evaluate->add_option("--gate", options.gate_file, "Fail when a figure falls below its floor");
  evaluate->add_flag("--raise", options.raise, "Raise the floors to what was reached");
  add_data(evaluate, options);

  CLI::App* fit = app.add_subcommand(
      "fit-confidence", "Fit what each sign of an event's finding weighs (data/en/confidence.tsv)");
  runs(fit, options, run_fit_confidence);
  fit->add_option("--shared", options.shared_directory,
                  "Folder with the gold data (default: ../shared beside the checkout)");
  fit->add_option("--out", options.out_file, "The table to write (default: standard output)");
  add_data(fit, options);

  runs(app.add_subcommand("version", "Print the version of program, model and data"), options,
       run_version);
}

}  // namespace

void add_data(CLI::App* command, Options& options) {
  command->add_option("--data", options.data_directory,
                      "Folder of data files (default: the one beside the program)");
}

void add_input(CLI::App* command, Options& options) {
  command->add_option("files", options.files, kFiles)->type_name("FILE");
  command->add_option("--published", options.published,
                      "Day of publication (YYYY-MM-DD) of articles that say none")
      ->type_name("DAY");
  command->add_option("--rejects", options.rejects_file,
                      "Where to list what could not be read (default: standard error)")
      ->type_name("FILE");
  command->add_option("--out", options.out_file, "Where to write (default: standard output)")
      ->type_name("FILE");
  command->add_option("--jobs,-j", options.jobs, "Articles worked on at a time; the output is the same")
      ->check(CLI::Range(1, 256))->type_name("N");
  command->add_option("--dictionary", options.dictionaries,
                      "Actors or agents of TABARI or PETRARCH, beside ours; may stand several times")
      ->type_name("FILE")->allow_extra_args(false);
  add_data(command, options);
}

void runs(CLI::App* named, Options& options, RunCommand run) {
  named->callback([&options, run] { options.run = run; });
}

ParsedOptions parse_options(int argc, char** argv) {
  ParsedOptions parsed;
  CLI::App app(kAbout, "verbale");
  app.require_subcommand(1);
  add_coding(app, parsed.options);
  add_desk(app, parsed.options);
  add_workshop(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool is_help = error.get_exit_code() == 0;
    app.exit(error, std::cout, std::cerr);
    parsed.is_done = true;
    parsed.status = is_help ? 0 : kWrongUsage;
    return parsed;
  }
  return parsed;
}

}  // namespace verbale
