// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace verbale {

// The command line is put together from these; each command says what it takes and what runs it.

// Naming this command on the command line runs `run`.
void runs(CLI::App* named, Options& options, RunCommand run);
// Articles to read, and where to write what comes of them.
void add_input(CLI::App* command, Options& options);
void add_data(CLI::App* command, Options& options);
// A store, or files of event rows: for commands that work on either.
void add_claims_in(CLI::App* command, Options& options);
// Stories, events, and decisions on them.
void add_stories(CLI::App& app, Options& options);
// The commands that keep and ask a store.
void add_desk(CLI::App& app, Options& options);

}  // namespace verbale
