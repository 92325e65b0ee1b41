// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "desk/relations.h"
#include "record/relation_record.h"
#include "show/show_relation.h"

namespace verbale {

int run_relation(const Options& options) {
  if (auto trouble = trouble_with_as_of(options)) return fail(*trouble);
  RelationWish wish;
  wish.from = options.words.at(0);
  wish.to = options.words.at(1);
  wish.background = options.background;
  wish.by = period_length_of(options.by).value();
  if (!options.factualities.empty()) wish.factualities.clear();
  for (const std::string& name : options.factualities) {
    wish.factualities.push_back(factuality_of(name).value());
  }
  auto store = Store::open(options.store, Store::Access::kRead);
  if (!store.ok()) return fail(store.error());
  const auto relations = relations_of(wish, options.as_of, *store.value());
  if (!relations.ok()) return fail(relations.error());
  std::string text;
  for (const Relation& relation : relations.value()) {
    if (options.format == "table") text += show_relation(relation) + "\n";
    else if (options.format == "csv") write_relation_csv(text, relation, text.empty());
    else write_relation(text, relation);
  }
  return write_out(options, text);
}

}  // namespace verbale
