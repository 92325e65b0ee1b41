// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "formats/html.h"
#include "lexicon/furniture.h"
#include "stages/clean_article/page_body.h"
#include "stages/clean_article/page_meta.h"

namespace verbale {

// A date, and where it came from in the words of Article::published_from; both may be empty.
struct SourcedDate {
  std::string date;
  std::string from;
};

// When a page says that it was published. What it refers to must outlive it.
class PageDates {
 public:
  PageDates(const HtmlPage& page, const NodeSigns& signs, const MetaElements& metas,
            const Furniture& furniture)
      : page_(page), signs_(signs), metas_(metas), furniture_(furniture) {}

  // "2025-04-02T09:10:00+02:00", a day, or nothing. `of_article` and `of_page` are what structured
  // data say of the article and of other things; `urls` are the page's addresses, best first. Any
  // may be empty.
  SourcedDate published(const std::string& of_article, const std::string& of_page,
                        const std::array<std::string_view, 2>& urls) const;
  // When it was last changed. `of_article` is what structured data say.
  SourcedDate modified(const std::string& of_article) const;

 private:
  // Of the elements made for dates, and of short texts: the first in the article's part of the
  // page.
  struct Shown {
    std::string element;  // <time> and its like.
    std::string marked;   // A text whose marks call it a date.
    std::string text;     // Any short text that is hardly more than a date.
  };
  std::string meta_date(std::span<const std::string_view> names) const;
  std::string date_of_element(const HtmlNode& node, bool& is_published) const;
  std::string date_of_text(const HtmlNode& node, std::size_t words_max) const;
  Shown shown_dates() const;

  const HtmlPage& page_;
  const NodeSigns& signs_;
  const MetaElements& metas_;
  const Furniture& furniture_;
};

}  // namespace verbale
