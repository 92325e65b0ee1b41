// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/options.h"

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
int run_version(const Options& options);

// The data folder: the one asked for, else the one beside the program (where it was built, or
// where it is installed).
std::string data_directory(const Options& options);

}  // namespace verbale
