// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output_file.h"
#include "evaluate/confidence.h"
#include "journey/knowledge.h"

namespace verbale {

int run_fit_confidence(const Options& options) {
  auto knowledge = load_knowledge(data_directory(options));
  if (!knowledge.ok()) return fail(knowledge.error());
  auto table = fit_confidence(shared_directory(options) + "/data/events", *knowledge.value());
  if (!table.ok()) return fail(table.error());
  auto out = OutputFile::open(options.out_file, stdout);
  if (!out.ok()) return fail(out.error());
  OutputFile file = out.take();
  file.write(table.value());
  return file.flush() ? kAllRead : fail({options.out_file, "could not be written to its end", ""});
}

}  // namespace verbale
