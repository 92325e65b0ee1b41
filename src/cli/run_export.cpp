// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/query_words.h"
#include "core/file.h"
#include "desk/export_claims.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

// The tables that layouts take names and codes from, and the store; kept together while in use.
struct Exports {
  explicit Exports(const Options& options)
      : files(data_directory(options)), ontology(load_ontology(files)),
        countries(load_country_table(files)), facts{&ontology, &countries, VERBALE_VERSION} {}
  DataFiles files;
  Ontology ontology;
  CountryTable countries;
  ExportFacts facts;
};

int write_manifest(const Options& options, const ExportWish& wish, const ExportOutcome& outcome) {
  auto opened = OutputFile::open(options.manifest_file, stdout);
  if (!opened.ok()) return fail(opened.error());
  OutputFile file = opened.take();
  file.write(manifest_of(wish, outcome, VERBALE_VERSION));
  if (!file.flush()) return fail({options.manifest_file, "could not be written to its end", ""});
  return kAllRead;
}

}  // namespace

int run_export(const Options& options) {
  if (auto trouble = trouble_with_as_of(options)) return fail(*trouble);
  const Exports exports(options);
  auto store = Store::open(options.store, Store::Access::kRead);
  if (!store.ok()) return fail(store.error());
  auto opened = OutputFile::open(options.out_file, stdout);
  if (!opened.ok()) return fail(opened.error());
  OutputFile file = opened.take();
  const ExportWish wish{export_format_of(options.format).value(), query_of(options.words),
                        options.as_of};
  const auto outcome = export_claims(wish, exports.facts, *store.value(), [&](std::string_view text) {
    file.write(text);
    return file.is_good();
  });
  if (!outcome.ok()) return fail(outcome.error());
  if (!file.flush()) return fail({"", "the output could not be written to its end", ""});
  if (outcome.value().left_out > 0) {
    std::fprintf(stderr, "verbale: %zu events have no place in this layout (docs/formats/exports.md)\n",
                 outcome.value().left_out);
  }
  return options.manifest_file.empty() ? kAllRead : write_manifest(options, wish, outcome.value());
}

int run_verify(const Options& options) {
  auto text = read_file(options.subject);
  if (!text.ok()) return fail(text.error());
  auto manifest = read_manifest(text.value());
  if (!manifest.ok()) {
    Error error = manifest.error();
    error.where = options.subject;
    return fail(error);
  }
  const Exports exports(options);
  auto store = Store::open(options.store, Store::Access::kRead);
  if (!store.ok()) return fail(store.error());
  const auto outcome = export_claims(manifest.value().wish, exports.facts, *store.value(),
                                     [](std::string_view) { return true; });
  if (!outcome.ok()) return fail(outcome.error());
  const bool is_same = outcome.value().hash == manifest.value().hash;
  std::printf("%s (xxh3_128 %s)\n", is_same ? "identical" : "different",
              outcome.value().hash.c_str());
  if (!is_same && manifest.value().version != VERBALE_VERSION) {
    std::printf("the manifest is of verbale %s, this is %s\n", manifest.value().version.c_str(),
                VERBALE_VERSION);
  }
  return is_same ? kAllRead : kSomeRejected;
}

}  // namespace verbale
