// SPDX-License-Identifier: Apache-2.0
#include "journey/code_article.h"

#include <utility>

#include "grammar/tree.h"
#include "stages/bind_parties/bind_parties.h"
#include "stages/clean_article/clean_article.h"
#include "stages/expect_acts/expect_acts.h"
#include "stages/find_acts/find_acts.h"
#include "stages/find_mentions/find_mentions.h"
#include "stages/judge_factuality/judge_factuality.h"
#include "stages/link_conditions/link_conditions.h"
#include "stages/measure_events/measure_events.h"
#include "stages/mend_trees/mend_phrases.h"
#include "stages/mend_trees/mend_trees.h"
#include "stages/mend_trees/mend_verbs.h"
#include "stages/mend_trees/mend_words.h"
#include "stages/place_events/place_events.h"
#include "stages/rate_events/rate_events.h"
#include "stages/resolve_actors/resolve_actors.h"
#include "stages/resolve_dates/resolve_dates.h"
#include "stages/resolve_places/resolve_places.h"
#include "stages/settle_types/settle_types.h"
#include "stages/trace_attribution/trace_attribution.h"

namespace verbale {
namespace {

void take_doubts(Document& document) {
  for (const std::string& doubt : document.article.doubts) document.diagnostics.push_back({doubt});
}

Document split_article(Article cleaned, const Knowledge& knowledge) {
  Document document;
  document.article = std::move(cleaned);
  take_doubts(document);
  // From here the text never changes: every span points into it.
  document.syntax = split_text(document.article, knowledge.split);
  return document;
}

std::vector<FoundAct> find_acts_in(const Document& document, const Knowledge& knowledge,
                                   Refusals refusals) {
  const CodingWords& words = knowledge.coding;
  return find_acts(Tree(document.syntax), document.article.text, words.acts, words.needs,
                   words.vocabulary, words.classes, refusals);
}

}  // namespace

Document code_article(const RawArticle& raw, const Knowledge& knowledge, Refusals refusals) {
  return code_clean_article(clean_article(raw, knowledge.furniture), knowledge, refusals);
}

Document code_clean_article(Article cleaned, const Knowledge& knowledge, Refusals refusals,
                            Depth depth) {
  if (!cleaned.language.empty() && cleaned.language != "en") {
    Document document;
    document.article = std::move(cleaned);
    take_doubts(document);
    return document;
  }
  Document document = split_article(std::move(cleaned), knowledge);
  // The cascade: where only events are wanted, what can hold none is not read any deeper.
  const bool skims = depth == Depth::kEvents;
  if (skims && !expect_acts(document.syntax, document.article, knowledge.triggers)) return document;
  document = parse_tokens(std::move(document), knowledge);
  const auto acts = find_acts_in(document, knowledge, refusals);
  if (skims && acts.empty()) return document;
  // From here the text and the tokens never change: mentions and events point at them.
  const auto& [article, syntax, unused, none, notes] = document;
  const CodingWords& words = knowledge.coding;
  const Tree tree(syntax);

  References references = find_mentions(article, tree, syntax.names, knowledge.actors);
  references = resolve_actors(std::move(references), article, tree, knowledge.actors);
  references = resolve_places(std::move(references), article, syntax, knowledge.places);
  references = resolve_dates(std::move(references), article, syntax, knowledge.dates);
  document.references = std::move(references);
  // Who, where and when are known; what is left is what happened.

  auto events = bind_parties(acts, tree, article.text, document.references, words.acts, words.ontology,
                             words.vocabulary, words.classes, article.given_parties, refusals);
  events = judge_factuality(std::move(events), tree, article.text, words.claims, words.vocabulary);
  events = trace_attribution(std::move(events), tree, article.text, document.references,
                             words.claims, words.vocabulary);
  events = link_conditions(std::move(events), tree, article.text, words.claims, words.vocabulary);
  events = place_events(std::move(events), article, tree, document.references);
  events = measure_events(std::move(events), tree, article.text, words.magnitudes,
                          words.vocabulary);
  events = settle_types(std::move(events), tree, article.text, words.ontology, words.contexts,
                        words.vocabulary);
  events = rate_events(std::move(events), tree, article, document.references, words.confidence);
  document.events = std::move(events);
  return document;
}

std::vector<Outlook> outlooks_of(const Document& document, const Knowledge& knowledge) {
  std::vector<Outlook> outlooks;
  for (const Sentence& sentence : document.syntax.sentences) {
    outlooks.push_back(outlook_of(sentence, document.syntax, document.article, knowledge.triggers));
  }
  return outlooks;
}

Document parse_article(Article cleaned, const Knowledge& knowledge) {
  return parse_tokens(split_article(std::move(cleaned), knowledge), knowledge);
}

Document parse_tokens(Document document, const Knowledge& knowledge) {
  Syntax syntax = tag_words(std::move(document.syntax), document.article, knowledge.tags);
  syntax = parse_sentences(std::move(syntax), document.article, knowledge.parses);
  syntax = mend_words(std::move(syntax), document.article.text, knowledge.coding.claims,
                      knowledge.coding.magnitudes, knowledge.coding.vocabulary);
  syntax = mend_verbs(std::move(syntax), document.article.text, knowledge.coding.claims,
                        knowledge.coding.acts, knowledge.coding.vocabulary);
  syntax = mend_phrases(std::move(syntax), document.article.text, knowledge.coding.claims,
                        knowledge.coding.acts, knowledge.coding.vocabulary);
  document.syntax = mend_trees(std::move(syntax), document.article.text, knowledge.coding.claims,
                               knowledge.coding.acts, knowledge.coding.vocabulary);
  return document;
}

}  // namespace verbale
