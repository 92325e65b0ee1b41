// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/query_words.h"
#include "formats/json_writer.h"
#include "store/store.h"

namespace verbale {
namespace {

int finish(OutputFile& out, const Result<Done>& done) {
  if (!done.ok()) return fail(done.error());
  if (!out.flush()) return fail({"", "the output could not be written to its end", ""});
  return kAllRead;
}

void write_found(std::string& line, const StoredDocument& document) {
  JsonWriter json(line);
  json.begin_object();
  json.member("id", document.id);
  json.member_or_null("url", document.url);
  json.member_or_null("title", document.title);
  json.member_or_null("outlet", document.outlet);
  json.member_or_null("published", document.published);
  json.member("version", document.version);
  json.member("status", name_of(document.status));
  json.member_or_null("passage", document.passage);
  json.end_object();
  line += '\n';
}

}  // namespace

int run_claims(const Options& options) {
  if (auto trouble = trouble_with_as_of(options)) return fail(*trouble);
  auto query = parse_claim_query(query_of(options.words));
  if (!query.ok()) return fail(query.error());
  ClaimQuery wanted = query.take();
  if (!options.as_of.empty()) wanted.as_of = options.as_of;
  wanted.limit = options.limit;
  auto store = Store::open(options.store, Store::Access::kRead);
  if (!store.ok()) return fail(store.error());
  auto out = OutputFile::open(options.out_file, stdout);
  if (!out.ok()) return fail(out.error());
  OutputFile file = out.take();
  const auto done = store.value()->read_claims(wanted, [&](const StoredClaim& claim) {
    file.write(claim.row);
    file.write("\n");
    return file.is_good();
  });
  return finish(file, done);
}

int run_search(const Options& options) {
  if (auto trouble = trouble_with_as_of(options)) return fail(*trouble);
  auto store = Store::open(options.store, Store::Access::kRead);
  if (!store.ok()) return fail(store.error());
  auto out = OutputFile::open(options.out_file, stdout);
  if (!out.ok()) return fail(out.error());
  OutputFile file = out.take();
  Store::DocumentWish wish;
  wish.words = query_of(options.words);
  wish.limit = options.limit;
  wish.as_of = options.as_of;
  const auto done = store.value()->read_documents(wish, [&](const StoredDocument& document) {
    std::string line;
    write_found(line, document);
    file.write(line);
    return file.is_good();
  });
  return finish(file, done);
}

int run_status(const Options& options) {
  auto store = Store::open(options.store, Store::Access::kRead);
  if (!store.ok()) return fail(store.error());
  const auto counts = store.value()->counts();
  if (!counts.ok()) return fail(counts.error());
  std::printf("%lld articles (%lld versions), %lld events, %lld rejects\n",
              static_cast<long long>(counts.value().documents),
              static_cast<long long>(counts.value().versions),
              static_cast<long long>(counts.value().claims),
              static_cast<long long>(counts.value().rejects));
  return kAllRead;
}

}  // namespace verbale
