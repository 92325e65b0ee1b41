// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/commands.h"
#include "corpus/keep_ledger/keep_ledger.h"
#include "corpus/make_dossier/make_dossier.h"
#include "corpus/track_measures/track_measures.h"
#include "desk/gather_claims.h"
#include "lexicon/data_files.h"
#include "record/dossier_record.h"
#include "record/ledger_record.h"
#include "record/measure_record.h"
#include "show/show_dossier.h"
#include "show/show_ledger.h"
#include "show/show_measures.h"

namespace verbale {
namespace {

// The words of data/en/desk.rec, with a mistake in them told.
Result<DeskWords> words_for_run(const Options& options) {
  DataFiles files(data_directory(options));
  DeskWords words = load_desk_words(files);
  if (!files.errors().empty()) return files.errors().front();
  return words;
}

Result<std::vector<Claim>> claims_for_run(const Options& options,
                                          const std::vector<std::string>& sides) {
  if (auto trouble = trouble_with_source(options)) return *trouble;
  return gather_claims({options.store, options.files, options.as_of, sides});
}

// Every word of the name asked for stands in the name.
bool is_named(const std::string& name, const std::string& asked) {
  const std::vector<RowWord> there = split_row_words(name);
  const std::vector<RowWord> wanted = split_row_words(asked);
  return std::all_of(wanted.begin(), wanted.end(), [&](const RowWord& word) {
    return std::any_of(there.begin(), there.end(),
                       [&](const RowWord& each) { return each.lower == word.lower; });
  });
}

}  // namespace

int run_ledger(const Options& options) {
  const std::vector<std::string>& between = options.between;
  if (!between.empty() && between.size() != 2) {
    return fail({"--between", "names " + std::to_string(between.size()) + " sides",
                 "name two, as RUS,USA"});
  }
  const auto words = words_for_run(options);
  if (!words.ok()) return fail(words.error());
  const auto claims = claims_for_run(options, between);
  if (!claims.ok()) return fail(claims.error());
  std::vector<LedgerItem> items =
      keep_ledger(claims.value(), {parse_iso_day(options.as_of)}, words.value());
  std::erase_if(items, [&](const LedgerItem& item) {
    return (!between.empty() && !is_between(item, between[0], between[1])) ||
           (!options.topic.empty() && !is_about(item, options.topic));
  });
  if (options.format == "table") return write_out(options, show_ledger(items));
  std::string text;
  for (const LedgerItem& item : items) write_ledger_item(text, item);
  return write_out(options, text);
}

int run_measures(const Options& options) {
  const auto words = words_for_run(options);
  if (!words.ok()) return fail(words.error());
  const auto claims = claims_for_run(options, {});
  if (!claims.ok()) return fail(claims.error());
  std::vector<Measure> measures =
      track_measures(claims.value(), {parse_iso_day(options.as_of)}, words.value());
  std::erase_if(measures, [&](const Measure& measure) {
    const bool is_target = options.target.empty() || measure.target_country == options.target ||
                           is_named(measure.target, options.target);
    const bool is_authority =
        options.authority.empty() || has_side(measure.authorities, options.authority);
    return !is_target || !is_authority;
  });
  if (options.format == "table") return write_out(options, show_measures(measures));
  std::string text;
  for (const Measure& measure : measures) write_measure(text, measure);
  return write_out(options, text);
}

int run_dossier(const Options& options) {
  const auto words = words_for_run(options);
  if (!words.ok()) return fail(words.error());
  const auto claims = claims_for_run(options, {});
  if (!claims.ok()) return fail(claims.error());
  const std::optional<Day> as_of = parse_iso_day(options.as_of);
  DossierWish wish{options.subject, as_of};
  if (options.limit > 0) wish.acts_max = options.limit;
  const Dossier dossier = make_dossier(claims.value(), wish);
  std::vector<Measure> measures = track_measures(claims.value(), {as_of}, words.value());
  std::erase_if(measures, [&](const Measure& measure) {
    const auto& ids = dossier.ids;
    const bool is_id = std::find(ids.begin(), ids.end(), measure.target_id) != ids.end();
    return !is_id && !is_named(measure.target, options.subject);
  });
  if (options.format == "table") return write_out(options, show_dossier(dossier, measures));
  std::string text;
  write_dossier(text, dossier, measures);
  return write_out(options, text);
}

}  // namespace verbale
