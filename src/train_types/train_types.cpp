// SPDX-License-Identifier: Apache-2.0
#include "train_types/train_types.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "evaluate/pair_cases.h"
#include "formats/json_reader.h"
#include "journey/check_examples.h"
#include "journey/code_article.h"
#include "stages/weigh_types/type_features.h"
#include "stages/weigh_types/weigh_types.h"
#include "train_types/type_learner.h"

namespace verbale {
namespace {

constexpr std::size_t kSeenMin = 2;  // A feature seen once teaches nothing that holds elsewhere.

class TypeTrainer {
 public:
  explicit TypeTrainer(const Knowledge& knowledge) : knowledge_(knowledge) {}

  std::optional<Error> add_pairs(std::string_view lines, const std::string& origin) {
    int line = 0;
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n');
      const std::string_view text = lines.substr(0, end);
      lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
      ++line;
      if (text.empty()) continue;
      const auto row = parse_json(text);
      if (!row.ok()) return Error{origin + ":" + std::to_string(line), row.error().trouble, ""};
      add_pair(row.value());
    }
    return std::nullopt;
  }

  void add_examples() {
    for (const CodedExample& example : coded_examples(knowledge_)) {
      const Event& event = example.document.events[example.event];
      const auto sides = sides_of(event);
      if (!sides) continue;
      add(Tree(example.document.syntax), sides->first, sides->second,
          std::string(root_name_of(event.type)));
      ++training_.examples;
    }
  }

  TypeTraining finish() {
    number_features();
    std::vector<TypeCase> cases;
    for (const Seen& seen : seen_) {
      TypeCase made;
      made.type = static_cast<std::size_t>(std::distance(types_.begin(), types_.find(seen.type)));
      for (const std::string& feature : seen.features) {
        const auto number = numbers_.find(feature);
        if (number != numbers_.end()) made.features.push_back(number->second);
      }
      cases.push_back(std::move(made));
    }
    TypeLearner learner(numbers_.size(), types_.size());
    learner.learn(cases);
    write_table(learner);
    training_.features = numbers_.size();
    return std::move(training_);
  }

 private:
  struct Seen {
    std::vector<std::string> features;
    std::string type;
  };

  void add_pair(const JsonValue& row) {
    const JsonValue* extra = row.find("extra");
    if (extra == nullptr || is_held_back(row.text_of("id"))) return;
    const auto pair = unmarked(extra->text_of("marked"));
    const std::string_view type = extra->text_of("root15");
    if (!pair || type.empty()) return;
    Article article;
    article.id = "pair";
    article.text = pair->text;
    const Document document = parse_article(std::move(article), knowledge_);
    add(Tree(document.syntax), pair->source, pair->target, std::string(type));
    ++training_.pairs;
  }

  void add(const Tree& tree, ByteSpan source, ByteSpan target, std::string type) {
    Seen seen{type_features(tree, source, target), std::move(type)};
    if (seen.features.empty()) return;
    types_.insert(seen.type);
    for (const std::string& feature : seen.features) ++counts_[feature];
    seen_.push_back(std::move(seen));
  }

  void number_features() {
    for (const auto& [feature, count] : counts_) {
      const bool is_plain = feature.find_first_of("\t\n\r#") == std::string::npos;
      if (count < kSeenMin || !is_plain) continue;
      numbers_.emplace(feature, static_cast<std::uint32_t>(numbers_.size()));
    }
  }

  void write_table(const TypeLearner& learner) {
    std::string& table = training_.table;
    table = "# What words and their places between two parties say about the type of what one does to the\n"
            "# other: thousandths of a logarithm of odds. Learned; made by `verbale train-types`. See\n"
            "# en.types.card.md for from what, and src/stages/weigh_types for how it is read.\n"
            "feature";
    for (const std::string& type : types_) table += '\t' + type;
    table += '\n';
    for (const auto& [feature, number] : numbers_) {
      table += feature;
      for (std::size_t type = 0; type < types_.size(); ++type) {
        const double thousandths = learner.weight(number, type) / kTypeWeightUnit;
        table += '\t' + std::to_string(static_cast<int>(std::lround(thousandths)));
      }
      table += '\n';
    }
  }

  const Knowledge& knowledge_;
  TypeTraining training_;
  std::vector<Seen> seen_;
  std::set<std::string> types_;
  std::map<std::string, std::size_t> counts_;
  std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

Result<TypeTraining> train_types(std::string_view pairs, const std::string& origin,
                                 const Knowledge& knowledge) {
  TypeTrainer trainer(knowledge);
  if (auto error = trainer.add_pairs(pairs, origin)) return *error;
  trainer.add_examples();
  return trainer.finish();
}

}  // namespace verbale
