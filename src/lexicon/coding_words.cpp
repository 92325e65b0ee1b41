// SPDX-License-Identifier: Apache-2.0
#include "lexicon/coding_words.h"

namespace verbale {

CodingWords load_coding_words(DataFiles& files) {
  CodingWords words;
  words.classes = load_word_classes(files, words.vocabulary);
  words.ontology = load_ontology(files);
  words.acts = load_act_lexicon(files, words.vocabulary, words.classes, words.ontology);
  words.needs = ActNeeds(words.acts, words.vocabulary);
  words.claims = load_claim_words(files, words.vocabulary, words.classes);
  words.contexts = load_context_words(files, words.vocabulary, words.ontology);
  words.magnitudes = load_magnitude_words(files, words.vocabulary);
  words.confidence = load_confidence_weights(files);
  return words;
}

}  // namespace verbale
