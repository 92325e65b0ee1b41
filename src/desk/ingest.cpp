// SPDX-License-Identifier: Apache-2.0
#include "desk/ingest.h"

#include <atomic>
#include <optional>
#include <utility>
#include <variant>

#include "core/check.h"
#include "core/hash.h"
#include "core/run_in_order.h"
#include "desk/document_sketch.h"
#include "intake/article_files.h"
#include "journey/code_article.h"
#include "record/claim_record.h"
#include "record/record.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

// Articles to a commit: a commit waits for the disk, and what is not committed is lost in a crash.
constexpr std::size_t kArticlesPerCommit = 128;

// Of everything that came in for an article, so that the same input is known again.
std::string input_hash_of(const RawArticle& raw) {
  std::string all;
  for (const std::string* part : {&raw.id, &raw.url, &raw.title, &raw.outlet, &raw.byline,
                                  &raw.section, &raw.published, &raw.language, &raw.text}) {
    all += *part;
    all += '\x1f';
  }
  return hash_hex(all);
}

// What reading one item came to.
struct Made {
  std::string input_hash;
  bool is_known = false;
  std::optional<Reject> reject;
  Article article;
  std::vector<NewDocument::Row> rows;
  std::string sketch;
};

class Ingesting {
 public:
  Ingesting(const IngestWish& wish, const Knowledge& knowledge, Store& store,
            const std::function<void(const Reject*)>& on_item)
      : wish_(wish),
        knowledge_(knowledge),
        common_(load_word_sentences(*knowledge.files)),
        store_(store),
        on_item_(on_item) {}

  Result<IngestCounts> run() {
    ArticleFiles files(wish_.files, {kArticleBytesMax});
    std::atomic<bool> has_failed = false;
    run_in_order(
        wish_.jobs,
        [&]() -> std::optional<ReadItem> {
          if (has_failed) return std::nullopt;
          return files.next();
        },
        [&](ReadItem item) { return make(std::move(item)); },
        [&](Made made) {
          keep(std::move(made));
          if (++uncommitted_ < kArticlesPerCommit) return;
          uncommitted_ = 0;
          if (!store_.commit().ok()) has_failed = true;
        });
    const Result<Done> done = store_.commit();
    if (!done.ok()) return done.error();
    return counts_;
  }

 private:
  Made make(ReadItem item) {
    Made made;
    if (Reject* reject = std::get_if<Reject>(&item)) {
      made.reject = std::move(*reject);
      return made;
    }
    RawArticle& raw = std::get<RawArticle>(item);
    made.input_hash = input_hash_of(raw);
    made.is_known = store_.knows_input(made.input_hash);
    if (made.is_known) return made;
    if (raw.published.empty()) raw.published = wish_.published;
    const std::string id = raw.id, origin = raw.origin;
    Article article = clean_article(raw, knowledge_.furniture);
    if (article.text.empty()) {
      made.reject = without_text(id, origin);
      return made;
    }
    code(std::move(article), made);
    return made;
  }

  void code(Article article, Made& made) const {
    Document document =
        code_clean_article(std::move(article), knowledge_, nullptr, Depth::kEvents);
    for (std::size_t i = 0; i < document.events.size(); ++i) {
      std::string row;
      write_event(row, document, i, knowledge_.coding.ontology);
      auto claim = read_claim(row);
      VERBALE_CHECK(claim.ok());  // What write_event wrote, read_claim reads.
      made.rows.push_back({std::move(row), claim.take()});
    }
    std::vector<const Claim*> claims;
    for (const NewDocument::Row& row : made.rows) claims.push_back(&row.claim);
    made.sketch = pack(sketch_document(document.article, claims, common_));
    made.article = std::move(document.article);
  }

  void keep(Made made) {
    if (made.is_known) {
      ++counts_.known;
    } else if (made.reject) {
      refuse(*made.reject, made.input_hash);
      return on_item_(&*made.reject);
    } else if (auto clash = add(made)) {
      refuse(*clash, made.input_hash);
      return on_item_(&*clash);
    }
    on_item_(nullptr);
  }

  std::optional<Reject> add(Made& made) {
    NewDocument document;
    document.article = &made.article;
    document.input_hash = made.input_hash;
    document.keeps_text = wish_.keep_text;
    document.rows = std::move(made.rows);
    document.sketch = std::move(made.sketch);
    const Added added = store_.add(document);
    switch (added) {
      case Added::kKnown: ++counts_.known; return std::nullopt;
      case Added::kClash:
        return Reject{made.article.id, made.article.url,
                      "its id belongs to an article with another address",
                      "give each article an id of its own, or none"};
      case Added::kNew: ++counts_.added; break;
      case Added::kVersion: ++counts_.versions; break;
    }
    counts_.foreign += made.article.language != "en";
    counts_.claims += document.rows.size();
    return std::nullopt;
  }

  void refuse(const Reject& reject, const std::string& input_hash) {
    if (reject.is_withdrawal && store_.withdraw(reject.id, reject.trouble, std::nullopt)) {
      ++counts_.withdrawn;
      return;
    }
    store_.add_reject(reject.id, reject.origin, reject.reason(), input_hash);
    counts_.rejected += !reject.is_notice;
  }

  const IngestWish& wish_;
  const Knowledge& knowledge_;
  WordSentences common_;
  Store& store_;
  const std::function<void(const Reject*)>& on_item_;
  IngestCounts counts_;
  std::size_t uncommitted_ = 0;
};

}  // namespace

Result<IngestCounts> ingest(const IngestWish& wish, const Knowledge& knowledge, Store& store,
                            const std::function<void(const Reject*)>& on_item) {
  return Ingesting(wish, knowledge, store, on_item).run();
}

}  // namespace verbale
