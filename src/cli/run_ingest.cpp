// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"
#include "cli/progress.h"
#include "desk/ingest.h"
#include "store/store.h"

namespace verbale {
namespace {

void tell(const IngestCounts& counts) {
  std::printf("%zu articles kept", counts.added);
  if (counts.versions > 0) std::printf(", %zu new versions", counts.versions);
  if (counts.known > 0) std::printf(", %zu known already", counts.known);
  if (counts.withdrawn > 0) std::printf(", %zu withdrawn", counts.withdrawn);
  if (counts.rejected > 0) std::printf(", %zu rejected", counts.rejected);
  if (counts.foreign > 0) std::printf(", %zu not English and not coded", counts.foreign);
  std::printf("; %zu events\n", counts.claims);
}

}  // namespace

int run_ingest(const Options& options) {
  if (auto trouble = trouble_with_articles(options)) return fail(*trouble);
  const Knowledge* knowledge = load_for_run(options);
  if (knowledge == nullptr) return kWrongUsage;
  auto store = Store::open(options.store, Store::Access::kWrite);
  if (!store.ok()) return fail(store.error());
  Progress progress("articles");
  const auto on_item = [&](const Reject* reject) {
    if (reject != nullptr) std::fputs(told(*reject).c_str(), stderr);
    progress.advance();
  };
  const IngestWish wish{options.files, options.published, !options.drop_text, options.jobs};
  const auto counts = ingest(wish, *knowledge, *store.value(), on_item);
  if (!counts.ok()) return fail(counts.error());
  tell(counts.value());
  return counts.value().rejected > 0 ? kSomeRejected : kAllRead;
}

int run_withdraw(const Options& options) {
  const auto day = parse_iso_day(options.published);
  if (!options.published.empty() && !day) {
    return fail({"--day " + options.published, "is no day", "write it as 2025-04-02"});
  }
  auto opened = Store::open(options.store, Store::Access::kWrite);
  if (!opened.ok()) return fail(opened.error());
  Store& store = *opened.value();
  const bool is_found = store.withdraw(options.subject, options.reason, day);
  const auto done = store.commit();
  if (!done.ok()) return fail(done.error());
  if (!is_found) {
    return fail({options.subject, "is no article of this store that holds",
                 "give its id or address as `verbale search` shows it"});
  }
  return kAllRead;
}

int run_suppress(const Options& options) {
  auto opened = Store::open(options.store, Store::Access::kWrite);
  if (!opened.ok()) return fail(opened.error());
  Store& store = *opened.value();
  store.decide({0, options.lift ? "allow" : "suppress", options.subject, options.reason, ""});
  const auto done = store.commit();
  return done.ok() ? kAllRead : fail(done.error());
}

}  // namespace verbale
