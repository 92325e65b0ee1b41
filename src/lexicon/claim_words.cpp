// SPDX-License-Identifier: Apache-2.0
#include "lexicon/claim_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/records.h"
#include "lexicon/data_files.h"
#include "lexicon/ontology.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, kEmbeddingKindCount> kKinds = {
    "verb", "noun", "adjective", "modifier", "modal", "object", "subject"};
constexpr std::array<std::string_view, 11> kEffects = {
    "said",     "same",       "fact",        "not",      "failed", "planned", "possible",
    "demanded", "threatened", "backshifted", "announced"};
// In the order of ClaimClass.
constexpr std::array<std::string_view, kClaimClassCount> kClasses = {
    "negators",             "negator_undoers",      "negating_markers",
    "approximators",        "conditional_marks",    "conditional_adverbs", "concessive_words",
    "inverted_auxiliaries", "temporal_marks",       "hearsay_adverbs",
    "doubt_adverbs",        "contrast_conjunctions", "perfect_auxiliaries",
    "ability_modals",       "indefinite_determiners", "infinitive_marks",
    "ranking_words",        "question_marks",       "source_marks",
    "citing_verbs",         "source_prepositions",  "tellers",
    "exchange_nouns",       "exchange_prepositions", "condition_nouns",
    "condition_prepositions", "depending_words",    "depending_prepositions",
    "speech_acts",          "measure_words",        "measure_marks",
    "content_prepositions", "disjunctions",         "hearsay_adjectives",
    "making_verbs",         "linking_verbs",        "gerund_endings",
    "inquiry_marks",        "resultatives",         "denying_verbs",
    "weekdays",             "content_marks",        "preceding_marks",
    "refusing_verbs",       "bare_infinitive_verbs", "limiting_adverbs"};

template <std::size_t kCount>
std::optional<std::size_t> position(const std::array<std::string_view, kCount>& names,
                                    std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

ClaimWords::Set words_of(const WordClasses& classes, std::string_view name, DataFiles& files) {
  ClaimWords::Set set;
  const std::vector<Term>* terms = classes.find(name);
  if (terms == nullptr) {
    files.add_error({"data/en/function_words.rec", "no class '" + std::string(name) + "'",
                     "write it: 'class: " + std::string(name) + "' with its words"});
    return set;
  }
  for (const Term& term : *terms) {
    if (term.size() == 1) set.insert(term.front());
  }
  return set;
}

}  // namespace

const std::vector<Embedding>* ClaimWords::find(EmbeddingKind kind, WordId word) const {
  const auto& table = embeddings[static_cast<std::size_t>(kind)];
  const auto found = table.find(word);
  return found == table.end() ? nullptr : &found->second;
}

std::optional<Effect> ClaimWords::plain_effect(EmbeddingKind kind, WordId word) const {
  if (const std::vector<Embedding>* found = find(kind, word)) {
    for (const Embedding& embedding : *found) {
      if (embedding.rest.empty()) return embedding.effect;
    }
  }
  return std::nullopt;
}

ClaimWords load_claim_words(DataFiles& files, Vocabulary& vocabulary, const WordClasses& classes) {
  ClaimWords words;
  const std::string_view shown = files.shown_name("en/embedding.tsv");
  Table table = parse_table(files.text("en/embedding.tsv"), shown);
  const std::size_t word_at = table.column("word"), kind_at = table.column("kind"),
                    effect_at = table.column("effect");
  for (const TableRow& row : table.rows) {
    const auto kind = position(kKinds, row.cells[kind_at]);
    const auto effect = position(kEffects, row.cells[effect_at]);
    if (!kind || !effect) {
      const bool is_kind = !kind;
      const std::string_view wrong = row.cells[is_kind ? kind_at : effect_at];
      files.add_error(shown, row.line,
                      std::string(is_kind ? "unknown kind '" : "unknown effect '") +
                          std::string(wrong) + "'",
                      is_kind ? suggest(wrong, {kKinds.begin(), kKinds.end()})
                              : suggest(wrong, {kEffects.begin(), kEffects.end()}));
      continue;
    }
    const Term term = parse_term(row.cells[word_at], vocabulary);
    if (term.empty()) continue;
    words.embeddings[*kind][term.front()].push_back(
        {Term(term.begin() + 1, term.end()), static_cast<Effect>(*effect)});
  }
  files.add_errors(table.errors);
  // Longer terms first: "rule out" before "rule".
  for (auto& by_word : words.embeddings) {
    for (auto& [word, list] : by_word) {
      std::stable_sort(list.begin(), list.end(), [](const Embedding& a, const Embedding& b) {
        return a.rest.size() > b.rest.size();
      });
    }
  }
  for (std::size_t i = 0; i < kClaimClassCount; ++i) {
    words.sets[i] = words_of(classes, kClasses[i], files);
  }
  return words;
}

}  // namespace verbale
