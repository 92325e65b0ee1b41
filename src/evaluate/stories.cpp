// SPDX-License-Identifier: Apache-2.0
#include "evaluate/stories.h"

#include <array>
#include <utility>
#include <vector>

#include "core/hash.h"
#include "corpus/cluster_stories/cluster_stories.h"
#include "corpus/find_copies/find_copies.h"
#include "evaluate/gold_rows.h"
#include "journey/code_article.h"
#include "record/claim_record.h"
#include "record/record.h"

namespace verbale {
namespace {

struct GoldArticle {
  std::string event;
  StoryArticle article;
  TextSketch sketch;
};

GoldArticle read_article(const JsonValue& row, const WordSentences& common,
                         const Knowledge& knowledge) {
  GoldArticle gold;
  gold.event = row.text_of("event");
  gold.article.id = row.text_of("id");
  gold.article.title = row.text_of("title");
  gold.article.day = parse_iso_day(row.text_of("date"));
  gold.sketch = sketch_text(row.text_of("text"));
  Article article;
  article.id = gold.article.id;
  article.published_day = gold.article.day;
  article.text = gold.article.title + "\n\n" + std::string(row.text_of("text"));
  const Document document = code_clean_article(std::move(article), knowledge);
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    std::string event;
    write_event(event, document, i, knowledge.coding.ontology);
    auto claim = read_claim(event);
    if (claim.ok()) claims.push_back(claim.take());
  }
  std::vector<const Claim*> pointers;
  for (const Claim& claim : claims) pointers.push_back(&claim);
  gold.article.terms = story_terms(gold.article.title, row.text_of("text"), pointers, common);
  return gold;
}

struct BCubed {
  std::vector<double> precision, recall;  // By article.

  double f1(const std::vector<std::size_t>& cases) const {
    double p = 0, r = 0;
    for (std::size_t i : cases) p += precision[i], r += recall[i];
    return p + r > 0 ? 2 * p * r / (p + r) / static_cast<double>(cases.size()) : 0;
  }
};

BCubed cluster(const std::vector<const GoldArticle*>& gold, const WordSentences& common) {
  std::vector<CopyText> texts;
  std::vector<StoryArticle> articles;
  for (const GoldArticle* each : gold) {
    texts.push_back({each->article.id, each->article.day, each->sketch});
    articles.push_back(each->article);
  }
  for (const Origin& origin : find_copies(texts)) {
    for (std::size_t i : origin.texts) articles[i].origin = origin.id;
  }
  BCubed scores{std::vector<double>(gold.size()), std::vector<double>(gold.size())};
  for (const Story& story : cluster_stories(articles, common)) {
    for (std::size_t i : story.articles) {
      double same = 0, of_event = 0;
      for (std::size_t k : story.articles) same += gold[k]->event == gold[i]->event;
      for (const GoldArticle* other : gold) of_event += other->event == gold[i]->event;
      scores.precision[i] = same / static_cast<double>(story.articles.size());
      scores.recall[i] = same / of_event;
    }
  }
  return scores;
}

void report_scores(const std::string& name, const BCubed& scores, SuiteReport& report) {
  const std::size_t cases = scores.precision.size();
  const auto mean = [](const std::vector<double>& values) {
    return [&values](const std::vector<std::size_t>& drawn) {
      double sum = 0;
      for (std::size_t i : drawn) sum += values[i];
      return drawn.empty() ? 0.0 : sum / static_cast<double>(drawn.size());
    };
  };
  report.figures.push_back(
      figure_with_interval(name + "B3 precision", cases, mean(scores.precision)));
  report.figures.push_back(figure_with_interval(name + "B3 recall", cases, mean(scores.recall)));
  report.figures.push_back(
      figure_with_interval(name + "B3 F1", cases, [&](const std::vector<std::size_t>& drawn) {
        return drawn.empty() ? 0.0 : scores.f1(drawn);
      }));
}

}  // namespace

SuiteReport evaluate_stories(const std::string& stories_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "stories";
  const auto rows = read_gold_rows(stories_directory + "/articles.jsonl", report.skipped);
  if (!report.skipped.empty()) return report;
  const WordSentences common = load_word_sentences(*knowledge.files);
  std::vector<GoldArticle> gold;
  for (const JsonValue& row : rows) gold.push_back(read_article(row, common, knowledge));
  std::vector<const GoldArticle*> all;
  std::array<std::vector<const GoldArticle*>, 2> halves;
  for (const GoldArticle& each : gold) {
    all.push_back(&each);
    halves[hash64(each.event) % 2].push_back(&each);
  }
  report_scores("", cluster(all, common), report);
  report_scores("half 0: ", cluster(halves[0], common), report);
  report_scores("half 1: ", cluster(halves[1], common), report);
  return report;
}

}  // namespace verbale
