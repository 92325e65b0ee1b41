// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "evaluate/actors.h"
#include "evaluate/confidence.h"
#include "evaluate/contexts.h"
#include "evaluate/copies.h"
#include "evaluate/coreference.h"
#include "evaluate/events.h"
#include "evaluate/factuality.h"
#include "evaluate/five_w.h"
#include "evaluate/floors.h"
#include "evaluate/reading.h"
#include "evaluate/stories.h"
#include "evaluate/treebank.h"
#include "evaluate/when_where.h"
#include "formats/json_writer.h"
#include "journey/knowledge.h"
#include "show/text_layout.h"

namespace verbale {
namespace {

struct Suite {
  std::string name;
  std::function<SuiteReport()> run;
};

std::vector<Suite> suites_over(const std::string& shared, const Knowledge& knowledge) {
  const std::string events = shared + "/data/events";
  const std::string factuality = shared + "/data/factuality";
  std::vector<Suite> suites = {
      {"unselected-news", [=, &knowledge] { return evaluate_unselected(events, knowledge); }},
      {"contexts", [=, &knowledge] { return evaluate_contexts(events, knowledge); }},
      {"confidence", [=, &knowledge] { return evaluate_confidence(events, knowledge); }},
  };
  for (const bool held_back : {false, true}) {
    const std::string part = held_back ? "-held-back" : "-train";
    suites.push_back({"plv" + part, [=, &knowledge] {
                        return evaluate_plv(events, knowledge, PairReading::kBare, held_back);
                      }});
    suites.push_back({"plv-given" + part, [=, &knowledge] {
                        return evaluate_plv(events, knowledge, PairReading::kGiven, held_back);
                      }});
  }
  suites.push_back({"actors", [=, &knowledge] {
                      return evaluate_actors(shared + "/data/actors", knowledge);
                    }});
  suites.push_back({"dates", [=, &knowledge] {
                      return evaluate_dates(shared + "/data/dates", knowledge);
                    }});
  suites.push_back({"places", [=, &knowledge] {
                      return evaluate_places(shared + "/data/places", knowledge);
                    }});
  suites.push_back({"coreference", [=, &knowledge] {
                      return evaluate_coreference(shared + "/data/treebank/en_gum-dev.conllu",
                                                  knowledge);
                    }});
  suites.push_back({"five-w", [=, &knowledge] {
                      return evaluate_five_w(shared + "/data/stories", knowledge);
                    }});
  for (const char* file : {"plover-gsr", "cameo-manual", "petrarch-validation"}) {
    const std::string name = file;
    suites.push_back({name, [=, &knowledge] {
                        return evaluate_types(events, name + ".jsonl", knowledge);
                      }});
  }
  for (const auto& [treebank, shown] : {std::pair("en_ewt-dev", ""), {"en_gum-dev", "GUM_news"}}) {
    const std::string file = shared + "/data/treebank/" + treebank + ".conllu";
    const std::string name = std::string("syntax-") + treebank;
    suites.push_back({name, [=, sentences = shown, &knowledge] {
                        return evaluate_treebank(name, file, sentences, knowledge);
                      }});
  }
  suites.push_back({"names-en_ewt-dev", [=, &knowledge] {
                      return evaluate_names("names-en_ewt-dev",
                                            shared + "/data/names/en_ewt-ud-dev.iob2", knowledge);
                    }});
  for (const char* corpus : {"UDS_IH2", "MEANTIME"}) {
    const std::string name = corpus;
    suites.push_back({"factuality-" + name + "-dev", [=, &knowledge] {
                        return evaluate_factuality(factuality, name, "dev", knowledge);
                      }});
  }
  const std::string pages = shared + "/data/pages";
  suites.push_back(
      {"reading", [=, &knowledge] { return evaluate_reading(pages, knowledge.furniture); }});
  suites.push_back({"reading-lines",
                    [=, &knowledge] { return evaluate_reading_lines(pages, knowledge.furniture); }});
  suites.push_back({"copies", [=, &knowledge] {
                      return evaluate_copies(pages, shared + "/data/stories", knowledge.furniture);
                    }});
  suites.push_back({"stories", [=, &knowledge] {
                      return evaluate_stories(shared + "/data/stories", knowledge);
                    }});
  return suites;
}

void print_report(const SuiteReport& report) {
  std::printf("%s\n", report.name.c_str());
  if (!report.skipped.empty()) {
    std::printf("  skipped: %s\n\n", report.skipped.c_str());
    return;
  }
  for (const Figure& figure : report.figures) {
    std::printf("  %s %s  (%s to %s, %zu cases)\n", padded_to(figure.name, 24).c_str(),
                three_digits(figure.value).c_str(), three_digits(figure.low).c_str(),
                three_digits(figure.high).c_str(), figure.count);
  }
  for (const SuiteTable& table : report.tables) {
    std::printf("  %s\n", table.title.c_str());
    const auto print_row = [](const std::vector<std::string>& cells) {
      std::string line = "   ";
      for (const std::string& cell : cells) line += " " + padded_to(cell, 14);
      std::printf("%s\n", line.c_str());
    };
    print_row(table.columns);
    for (const auto& row : table.rows) print_row(row);
  }
  std::printf("\n");
}

// One object a row, its members named by the columns.
void append_table(JsonWriter& json, const SuiteTable& table) {
  json.begin_object();
  json.member("title", table.title);
  json.key("rows");
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) json.member(table.columns[i], row[i]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void append_json(std::string& out, const SuiteReport& report) {
  JsonWriter json(out);
  json.begin_object();
  json.member("suite", report.name);
  json.member_or_null("skipped", report.skipped);
  json.key("figures");
  json.begin_array();
  for (const Figure& figure : report.figures) {
    json.begin_object();
    json.member("name", figure.name);
    json.member("value", figure.value);
    json.member("low", figure.low);
    json.member("high", figure.high);
    json.member("cases", figure.count);
    json.end_object();
  }
  json.end_array();
  json.key("tables");
  json.begin_array();
  for (const SuiteTable& table : report.tables) append_table(json, table);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace

int run_evaluate(const Options& options) {
  auto knowledge = load_knowledge(data_directory(options));
  if (!knowledge.ok()) return fail(knowledge.error());
  std::string json;
  std::vector<SuiteReport> reports;
  for (const Suite& suite : suites_over(shared_directory(options), *knowledge.value())) {
    const bool is_asked = options.suites.empty() ||
                          std::find(options.suites.begin(), options.suites.end(), suite.name) !=
                              options.suites.end();
    if (!is_asked) continue;
    reports.push_back(suite.run());
    print_report(reports.back());
    std::fflush(stdout);
    append_json(json, reports.back());
  }
  if (!options.out_file.empty()) {
    auto out = OutputFile::open(options.out_file, stdout);
    if (!out.ok()) return fail(out.error());
    OutputFile file = out.take();
    file.write(json);
  }
  if (options.gate_file.empty()) return kAllRead;
  return check_floors(reports, options.gate_file, options.raise);
}

}  // namespace verbale
