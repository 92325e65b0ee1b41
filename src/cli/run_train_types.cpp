// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "core/file.h"
#include "train_types/train_types.h"

namespace verbale {

int run_train_types(const Options& options) {
  std::string pairs;
  if (!options.subject.empty()) {
    auto read = read_file(options.subject);
    if (!read.ok()) return fail(read.error());
    pairs = read.take();
  }
  const auto knowledge = load_knowledge(data_directory(options));
  if (!knowledge.ok()) return fail(knowledge.error());
  // The examples are to be coded by the lexicon alone, not by what was learned before.
  knowledge.value()->coding.type_weights = {};
  const auto trained = train_types(pairs, options.subject, *knowledge.value());
  if (!trained.ok()) return fail(trained.error());
  auto opened = OutputFile::open(options.out_file, stdout);
  if (!opened.ok()) return fail(opened.error());
  OutputFile file = opened.take();
  file.write(trained.value().table);
  if (!file.flush()) return fail({options.out_file, "could not be written to its end", ""});
  std::fprintf(stderr, "verbale: %zu weights' rows from %zu pairs and %zu examples of the lexicon\n",
               trained.value().features, trained.value().pairs, trained.value().examples);
  return kAllRead;
}

}  // namespace verbale
