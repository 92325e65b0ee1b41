// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "document/article.h"

namespace verbale {

// Something that was to be an article and cannot be read as one.
struct Reject {
  std::string id;       // The sender's; empty when unknown.
  std::string origin;   // "wire.jsonl:12", "page.html", "standard input".
  std::string trouble;  // "is not JSON: …"
  std::string cure;     // May be empty.
  // What was passed over rightly: worth telling, but nothing failed ("12 images of an archive").
  bool is_notice = false;
  // Its sender took the article back: what was read of it before no longer holds.
  bool is_withdrawal = false;

  // "trouble (cure)"
  std::string reason() const { return cure.empty() ? trouble : trouble + " (" + cure + ")"; }
};

// Of an article that its sender took back: {"pubStatus": "canceled"}.
inline bool is_withdrawn(std::string_view status) {
  return status == "canceled" || status == "cancelled" || status == "withheld" ||
         status == "killed";
}
inline Reject withdrawn(Reject reject, std::string_view status) {
  reject.trouble = "the sender withdrew this article: its status is " + std::string(status);
  reject.is_withdrawal = true;
  reject.cure = "what was coded from earlier versions no longer holds";
  return reject;
}

// Of a page or text in which no article was found.
inline Reject without_text(std::string id, std::string origin) {
  return {std::move(id), std::move(origin), "holds no text of an article",
          "give the article's own page"};
}

// The doubt about an article of which only a summary came.
inline constexpr std::string_view kOnlySummary =
    "the sender gave a summary only, not the whole text";

using ReadItem = std::variant<RawArticle, Reject>;

}  // namespace verbale
