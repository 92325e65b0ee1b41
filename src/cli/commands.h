// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/options.h"
#include "core/result.h"
#include "intake/reject.h"
#include "journey/knowledge.h"

namespace verbale {

// Exit statuses of every command (docs/formats/record.md).
inline constexpr int kAllRead = 0;
inline constexpr int kSomeRejected = 1;
inline constexpr int kWrongUsage = 2;

// read, parse, code, annotate, explain: one article in, its text out.
int run_articles(const Options& options);

int run_check_data(const Options& options);
int run_train(const Options& options);
int run_evaluate(const Options& options);
int run_fit_confidence(const Options& options);
int run_version(const Options& options);

// The desk: keep articles in a store, take them back, ask it.
int run_ingest(const Options& options);
int run_withdraw(const Options& options);
int run_claims(const Options& options);
int run_search(const Options& options);
int run_export(const Options& options);
int run_verify(const Options& options);
int run_suppress(const Options& options);
int run_relation(const Options& options);
int run_ledger(const Options& options);
int run_stories(const Options& options);
int run_events(const Options& options);
int run_diff(const Options& options);
int run_fuse(const Options& options);
int run_split(const Options& options);
int run_join(const Options& options);
int run_measures(const Options& options);
int run_dossier(const Options& options);
int run_status(const Options& options);

// Tells the user why the command cannot run; its exit status.
int fail(const Error& error);

// Writes the whole output of a command where the user wants it; the exit status.
int write_out(const Options& options, const std::string& text);

// What is wrong with the articles named and the day they are to have, if anything.
std::optional<Error> trouble_with_articles(const Options& options);
// What is wrong with --as-of, if anything.
std::optional<Error> trouble_with_as_of(const Options& options);
// The same, and whether the claims are to come from either a store or files of rows.
std::optional<Error> trouble_with_source(const Options& options);

// "verbale: wire.jsonl:12: id a7: why"
std::string told(const Reject& reject);

// Loads the data folder and tells of every mistake in it. Null, having told why, when nothing can
// be done. Kept until the process ends: taking hundreds of thousands of words apart would cost a
// short run more than reading an article.
const Knowledge* load_for_run(const Options& options);

// The data folder: the one asked for, else the one beside the program (where it was built, or
// where it is installed).
std::string data_directory(const Options& options);

// The folder of gold data: the one asked for, else the one beside the checkout.
std::string shared_directory(const Options& options);

}  // namespace verbale
