// SPDX-License-Identifier: Apache-2.0
#include "desk/story_desk.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "desk/document_sketch.h"
#include "lexicon/places.h"
#include "record/claim_record.h"

namespace verbale {
namespace {

// Articles come in one by one; then copies, stories and events are made of them.
class Making {
 public:
  explicit Making(const WordSentences& common) : common_(common) {}

  void add_article(ClaimDocument document, DocumentSketch sketch) {
    const std::size_t at = desk_.articles.size();
    by_id_.emplace(document.id, at);
    texts_.push_back({document.id, document.day, std::move(sketch.text)});
    StoryArticle article;
    article.id = document.id;
    article.title = document.title;
    article.day = document.day;
    article.terms = std::move(sketch.terms);
    stories_.push_back(std::move(article));
    desk_.articles.push_back({std::move(document), "", ""});
  }

  void add_claim(Claim claim) {
    const auto article = by_id_.find(claim.document.id);
    if (article == by_id_.end()) return;
    desk_.claims.push_back(std::move(claim));
    of_article_.push_back(article->second);
  }

  void tell_origins() {
    desk_.origins = find_copies(texts_);
    for (const Origin& origin : desk_.origins) {
      for (std::size_t i : origin.texts) {
        desk_.articles[i].origin = stories_[i].origin = origin.id;
      }
    }
  }

  void tell_stories() {
    desk_.stories = cluster_stories(stories_, common_);
    for (const Story& story : desk_.stories) {
      for (std::size_t i : story.articles) desk_.articles[i].story = story.id;
    }
  }

  void tell_events(const std::vector<FuseDecision>& decisions, const Places& places) {
    for (std::size_t i = 0; i < desk_.claims.size(); ++i) {
      const DeskArticle& article = desk_.articles[of_article_[i]];
      desk_.fused.push_back({&desk_.claims[i], article.origin, article.story});
    }
    desk_.events = fuse_events(desk_.fused, decisions, [&](std::string_view name) {
      const auto found = places.find(fold_place_name(name));
      if (found.empty()) return false;
      const PlaceKind kind = places.entry(found.front().entry).kind;
      return kind != PlaceKind::kCity && kind != PlaceKind::kSite;
    });
  }

  bool knows(const std::string& id) const { return by_id_.contains(id); }
  StoryDesk take() { return std::move(desk_); }

 private:
  const WordSentences& common_;
  StoryDesk desk_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::vector<CopyText> texts_;
  std::vector<StoryArticle> stories_;
  std::vector<std::size_t> of_article_;
};

DocumentSketch sketch_of_text(const StoredDocument& stored, const WordSentences& common) {
  Article article;
  article.title = stored.title;
  article.text = stored.text;
  if (!stored.title.empty() && stored.text.starts_with(stored.title)) {
    article.title_span.end = static_cast<std::uint32_t>(stored.title.size());
  }
  return sketch_document(article, {}, common);
}

// Lower-case names of persons that the latest decision about them says to forget.
Result<std::vector<std::string>> forgotten_names(Store& store) {
  const auto suppressed = store.decisions("suppress"), allowed = store.decisions("allow");
  if (!suppressed.ok()) return suppressed.error();
  if (!allowed.ok()) return allowed.error();
  std::vector<std::string> names;
  for (const Decision& decision : suppressed.value()) {
    const bool is_lifted =
        std::any_of(allowed.value().begin(), allowed.value().end(), [&](const Decision& later) {
          return later.subject == decision.subject && later.number > decision.number;
        });
    if (!is_lifted) names.push_back(lower_case(decision.subject));
  }
  return names;
}

bool names_any(const std::string& text, const std::vector<std::string>& names) {
  const std::string lowered = lower_case(text);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return lowered.find(name) != std::string::npos;
  });
}

Result<Done> read_articles(Store& store, const std::string& as_of, const WordSentences& common,
                           Making& making) {
  std::vector<std::string> without;  // Kept before there were sketches: made of the text.
  Store::DocumentWish wish;
  wish.as_of = as_of;
  const auto forgotten = forgotten_names(store);
  if (!forgotten.ok()) return forgotten.error();
  const auto document_of = [&](const StoredDocument& stored) {
    return ClaimDocument{stored.id,
                         stored.url,
                         names_any(stored.title, forgotten.value()) ? "" : stored.title,
                         stored.outlet,
                         stored.published,
                         stored.day};
  };
  const auto read = store.read_documents(wish, [&](const StoredDocument& stored) {
    if (stored.sketch.empty())
      without.push_back(stored.id);
    else
      making.add_article(document_of(stored), unpack_document_sketch(stored.sketch));
    return true;
  });
  if (!read.ok() || without.empty()) return read;
  wish.text = true;
  return store.read_documents(wish, [&](const StoredDocument& stored) {
    if (stored.sketch.empty()) {
      making.add_article(document_of(stored), sketch_of_text(stored, common));
    }
    return true;
  });
}

Result<Done> read_claims_of(Store& store, const std::string& as_of, Making& making) {
  ClaimQuery query;
  query.as_of = as_of;
  std::string trouble;
  const auto done = store.read_claims(query, [&](const StoredClaim& stored) {
    auto claim = read_claim(stored.row);
    if (claim.ok())
      making.add_claim(claim.take());
    else
      trouble = claim.error().trouble;
    return trouble.empty();
  });
  if (!trouble.empty()) return Error{"store", trouble, "ingest the articles into a new store"};
  return done;
}

// An article is what its rows tell of it.
void add_rows(std::vector<Claim> claims, const WordSentences& common, Making& making) {
  std::unordered_map<std::string, std::vector<const Claim*>> by_article;
  std::vector<std::string> order;
  for (const Claim& claim : claims) {
    auto& list = by_article[claim.document.id];
    if (list.empty()) order.push_back(claim.document.id);
    list.push_back(&claim);
  }
  for (const std::string& id : order) {
    const std::vector<const Claim*>& list = by_article[id];
    Article article;
    article.title = list.front()->document.title;
    article.text = article.title;
    article.title_span.end = static_cast<std::uint32_t>(article.title.size());
    const std::string* last = nullptr;
    for (const Claim* claim : list) {
      const std::string& sentence = claim->sentence.text;
      if (last == nullptr || *last != sentence) (article.text += "\n\n") += sentence;
      last = &sentence;
    }
    making.add_article(list.front()->document, sketch_document(article, list, common));
  }
  for (Claim& claim : claims) making.add_claim(std::move(claim));
}

}  // namespace

Result<StoryDesk> keep_stories(Store& store, const std::string& as_of, StoryDepth depth,
                               const WordSentences& common) {
  Making making(common);
  const auto read = read_articles(store, as_of, common, making);
  if (!read.ok()) return read.error();
  making.tell_origins();
  if (depth != StoryDepth::kOrigins) making.tell_stories();
  return making.take();
}

Result<StoryDesk> keep_stories(const ClaimOrigin& origin, StoryDepth depth, DataFiles& data) {
  const WordSentences common = load_word_sentences(data);
  Making making(common);
  std::vector<FuseDecision> decisions;
  if (origin.store.empty()) {
    auto claims = gather_claims({"", origin.files, origin.as_of, {}});
    if (!claims.ok()) return claims.error();
    add_rows(claims.take(), common, making);
  } else {
    auto store = Store::open(origin.store, Store::Access::kRead);
    if (!store.ok()) return store.error();
    auto read = read_articles(*store.value(), origin.as_of, common, making);
    if (read.ok() && depth == StoryDepth::kEvents) {
      read = read_claims_of(*store.value(), origin.as_of, making);
    }
    if (!read.ok()) return read.error();
    auto kept = fuse_decisions(*store.value());
    if (!kept.ok()) return kept.error();
    decisions = kept.take();
  }
  making.tell_origins();
  if (depth != StoryDepth::kOrigins) making.tell_stories();
  if (depth == StoryDepth::kEvents) making.tell_events(decisions, load_places(data));
  return making.take();
}

}  // namespace verbale
