// SPDX-License-Identifier: Apache-2.0
#include "evaluate/coreference.h"

#include <algorithm>
#include <map>

#include "core/file.h"
#include "evaluate/gum_entities.h"
#include "formats/conllu.h"
#include "journey/code_article.h"

namespace verbale {
namespace {

bool is_of_interest(const GumMention& mention) {
  return mention.type == "person" || mention.type == "organization" || mention.type == "place";
}

// One mention that gold and program both have.
struct Pair {
  std::string gold;
  std::uint32_t ours = 0;
  bool is_pronoun = false;
};

struct Tally {
  Counts pairs, pronouns, persons, organisations;
};

// Pairs of mentions that are of one entity.
void count_pairs(const std::vector<Pair>& found, Tally& tally) {
  std::map<std::string, double> gold_size;
  std::map<std::uint32_t, double> our_size;
  std::map<std::pair<std::string, std::uint32_t>, double> both;
  for (const Pair& each : found) {
    ++gold_size[each.gold];
    ++our_size[each.ours];
    ++both[{each.gold, each.ours}];
  }
  const auto pairs_in = [](double n) { return n * (n - 1) / 2; };
  for (const auto& [key, size] : both) tally.pairs.right += pairs_in(size);
  for (const auto& [key, size] : gold_size) tally.pairs.gold += pairs_in(size);
  for (const auto& [key, size] : our_size) tally.pairs.predicted += pairs_in(size);
}

// B³: for each mention the share of its entity that the other side's entity shares.
struct B3Sums {
  double precision = 0, recall = 0, mentions = 0;
};

void add_b3(const std::vector<Pair>& found, B3Sums& sums) {
  for (const Pair& each : found) {
    double same_ours = 0, same_gold = 0, same_both = 0;
    for (const Pair& other : found) {
      same_ours += other.ours == each.ours;
      same_gold += other.gold == each.gold;
      same_both += other.ours == each.ours && other.gold == each.gold;
    }
    sums.precision += same_both / same_ours;
    sums.recall += same_both / same_gold;
    ++sums.mentions;
  }
}

void count_pronouns(const std::vector<Pair>& found, Tally& tally) {
  for (const Pair& pronoun : found) {
    if (!pronoun.is_pronoun) continue;
    bool has_antecedent = false, is_resolved = false, is_right = false;
    for (const Pair& other : found) {
      if (other.is_pronoun) continue;
      has_antecedent = has_antecedent || other.gold == pronoun.gold;
      if (other.ours != pronoun.ours) continue;
      is_resolved = true;
      is_right = is_right || other.gold == pronoun.gold;
    }
    tally.pronouns.gold += has_antecedent;
    tally.pronouns.predicted += is_resolved;
    tally.pronouns.right += is_right;
  }
}

class Scorer {
 public:
  explicit Scorer(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void score(const GumDocument& gold) {
    Article article;
    article.id = gold.id;
    article.text = gold.text;
    const Document document = code_clean_article(std::move(article), knowledge_);
    std::map<std::uint32_t, const Mention*> ours;  // By the byte at which their head begins.
    for (const Mention& mention : document.references.mentions) {
      if (mention.kind == MentionKind::kDate || mention.is_modifier) continue;
      const Mention*& slot = ours[document.syntax.tokens[mention.head].span.begin];
      if (slot == nullptr || slot->tokens.size() < mention.tokens.size()) slot = &mention;
    }
    std::vector<Pair> found;
    for (const GumMention& mention : gold.mentions) {
      if (!is_of_interest(mention) || mention.head >= gold.word_begins.size()) continue;
      const auto match = ours.find(gold.word_begins[mention.head]);
      if (match == ours.end() || match->second->entity == 0) continue;
      found.push_back({mention.entity, match->second->entity, mention.is_pronoun});
    }
    count_pairs(found, tally);
    add_b3(found, b3);
    count_pronouns(found, tally);
    if (gold.id.find("_news_") != std::string::npos) count_names(gold, document, ours);
  }

  Tally tally;
  B3Sums b3;

 private:
  void count_names(const GumDocument& gold, const Document& document,
                   const std::map<std::uint32_t, const Mention*>& ours) {
    std::map<std::uint32_t, std::string> named;
    for (const GumMention& mention : gold.mentions) {
      if (!mention.is_name || mention.head >= gold.word_begins.size()) continue;
      named[gold.word_begins[mention.head]] = mention.type;
    }
    for (const auto& [byte, type] : named) {
      tally.persons.gold += type == "person";
      tally.organisations.gold += type == "organization";
    }
    for (const auto& [byte, mention] : ours) {
      if (mention->is_pronoun || document.syntax.tokens[mention->head].upos != Upos::kPropn)
        continue;
      const auto match = named.find(byte);
      const std::string type = match == named.end() ? std::string() : match->second;
      if (mention->kind == MentionKind::kPerson) {
        ++tally.persons.predicted;
        tally.persons.right += type == "person";
      } else if (mention->kind == MentionKind::kOrganisation ||
                 mention->kind == MentionKind::kGroup) {
        ++tally.organisations.predicted;
        tally.organisations.right += type == "organization";
      }
    }
  }

  const Knowledge& knowledge_;
};

}  // namespace

SuiteReport evaluate_coreference(const std::string& file, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "coreference";
  auto text = read_file(file);
  if (!text.ok()) {
    report.skipped = text.error().message();
    return report;
  }
  const auto sentences = parse_conllu(text.value(), file);
  if (!sentences.ok()) {
    report.skipped = sentences.error().message();
    return report;
  }
  Scorer scorer(knowledge);
  for (const GumDocument& document : gum_documents(sentences.value())) scorer.score(document);
  const auto add = [&](std::string name, double value, double cases) {
    report.figures.push_back(
        {std::move(name), value, value, value, static_cast<std::size_t>(cases)});
  };
  const auto add_counts = [&](const std::string& name, const Counts& counts) {
    add(name + " precision", counts.precision(), counts.predicted);
    add(name + " recall", counts.recall(), counts.gold);
    add(name + " F1", counts.f1(), counts.gold);
  };
  const B3Sums& b3 = scorer.b3;
  const double precision = b3.mentions > 0 ? b3.precision / b3.mentions : 0;
  const double recall = b3.mentions > 0 ? b3.recall / b3.mentions : 0;
  add("B3 precision", precision, b3.mentions);
  add("B3 recall", recall, b3.mentions);
  add("B3 F1", precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0,
      b3.mentions);
  add_counts("pairs", scorer.tally.pairs);
  add_counts("pronouns", scorer.tally.pronouns);
  add_counts("news persons", scorer.tally.persons);
  add_counts("news organisations", scorer.tally.organisations);
  return report;
}

}  // namespace verbale
