// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace verbale {

// What run_articles() is to do with each article.
enum class Command : std::uint8_t { kRead, kParse, kCode, kAnnotate, kExplain };

struct Options;
using RunCommand = int (*)(const Options&);  // The exit status.

// What the user asked for, checked for form but not for sense.
struct Options {
  RunCommand run = nullptr;  // The command that was named.
  Command command = Command::kRead;
  std::vector<std::string> files;  // "-" is standard input.
  std::string data_directory;      // Empty: beside the program.
  std::vector<std::string> dictionaries;  // Of actors and agents, in the formats of older coders.
  unsigned jobs = 1;
  std::string format = "jsonl";    // code: jsonl or table.
  std::string out_file;            // Empty: standard output.
  std::string documents_file;
  bool full = false;               // code: read articles that cannot hold an event, too.
  std::string rejects_file;        // Empty: standard error.
  std::string published;           // For articles that say no day themselves.
  bool explain = false;            // read: show the verdict on each block.
  bool pretokenized = false;       // parse: CoNLL-U in, its tokens kept.
  // train
  std::vector<std::string> treebank;
  std::vector<std::string> dev;
  std::vector<std::string> names;
  std::uint64_t seed = 1;
  // evaluate
  std::string shared_directory;
  std::vector<std::string> suites;
  std::string gate_file;
  bool raise = false;
  // The desk
  std::string store;           // The folder of the store.
  bool drop_text = false;      // ingest: keep no texts.
  std::vector<std::string> words;  // A query, in the language of store/claim_query.h.
  std::string as_of;
  std::string since;           // diff: the day to compare with.
  std::size_t limit = 0;
  std::string by = "month";    // relation: length of its periods.
  std::vector<std::string> factualities;
  bool background = false;
  std::vector<std::string> between;  // ledger: two countries or parties.
  std::string topic;
  std::string target, authority;   // measures
  std::string subject;         // What a command is about: an id, a name.
  bool lift = false;           // suppress: take it back.
  std::string manifest_file;   // export: what was written, to be verified later.
  std::string reason;          // Why a person decides something.
  std::string who;             // Who does.
};

// Reads the command line. When the run is to end at once (help was asked for, or the usage is
// wrong), it has printed what there is to say and `status` is the exit status.
struct ParsedOptions {
  Options options;
  bool is_done = false;
  int status = 0;
};
ParsedOptions parse_options(int argc, char** argv);

}  // namespace verbale
