// SPDX-License-Identifier: Apache-2.0
#include "stages/settle_types/settle_types.h"

#include "core/utf8.h"

namespace verbale {
namespace {

constexpr int kStrongWeight = 2;
constexpr int kContextWeightMin = 2;

class ContextFinder {
 public:
  ContextFinder(const Tree& tree, std::string_view text, const Ontology& ontology,
                const ContextWords& contexts, const Vocabulary& vocabulary)
      : tree_(tree), text_(text), ontology_(ontology), contexts_(contexts),
        vocabulary_(vocabulary) {}

  std::vector<std::string_view> find(std::size_t sentence) const {
    const TokenSpan tokens = tree_.syntax().sentences[sentence].tokens;
    std::vector<int> weights(ontology_.contexts.size(), 0);
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      weigh(lemma_of(t), t, tokens.end, weights);
    }
    std::vector<std::string_view> found;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] >= kContextWeightMin) found.push_back(ontology_.contexts[i]);
    }
    return found;
  }

 private:
  WordId lemma_of(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.lemma(token)));
  }
  WordId form_of(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.token(token).span.of(text_)));
  }

  void weigh(WordId first, std::uint32_t at, std::uint32_t end, std::vector<int>& weights) const {
    const auto found = contexts_.by_first.find(first);
    if (first == kNoWord || found == contexts_.by_first.end()) return;
    for (const ContextWords::Sign& sign : found->second) {
      if (at + sign.term.size() > end) continue;
      bool fits = true;
      for (std::uint32_t i = 1; i < sign.term.size(); ++i) {
        fits &= lemma_of(at + i) == sign.term[i] || form_of(at + i) == sign.term[i];
      }
      if (fits) weights[sign.context] += sign.is_strong ? kStrongWeight : 1;
    }
  }

  const Tree& tree_;
  std::string_view text_;
  const Ontology& ontology_;
  const ContextWords& contexts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<Event> settle_types(std::vector<Event> events, const Tree& tree, std::string_view text,
                                const Ontology& ontology, const ContextWords& contexts,
                                const Vocabulary& vocabulary) {
  const ContextFinder finder(tree, text, ontology, contexts, vocabulary);
  for (Event& event : events) {
    event.type = ontology.type_of(event.act, event.factuality);
    event.contexts = finder.find(event.sentence);
  }
  return events;
}

}  // namespace verbale
