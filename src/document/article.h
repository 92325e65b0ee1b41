// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "core/span.h"

namespace verbale {

// What came in, before anything was understood: bytes decoded to UTF-8 and what the sender said
// of them. Empty strings where the sender said nothing.
struct RawArticle {
  enum class Form { kPlainText, kHtml };
  Form form = Form::kPlainText;
  std::string text;  // The whole page or the pasted text, furniture and all; UTF-8.
  std::string id;
  std::string url;
  std::string title;
  std::string outlet;
  std::string byline;
  std::string section;
  std::string published;  // As the sender wrote it; ISO 8601 if they kept to the contract.
  std::string modified;   // The same of the last change.
  std::string notice;     // As Article::notice, where the sender's marks say so.
  std::string language;   // As the sender wrote it; ISO 639-1 if they kept to the contract.
  bool is_cut = false;    // The sender says that the text is not whole.
  std::string origin;     // Where it was read, for messages: "wire.jsonl:12".

  // Marks that the sender brings (a JSON line's "parties"): code points into the text as sent,
  // honoured only when cleaning left that text unchanged.
  struct GivenParty {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
  };
  std::vector<GivenParty> parties;

  // Trouble that did not stop the reading, for a person: "some bytes are no UTF-8 …".
  std::vector<std::string> doubts;
};

// Page furniture that was taken away, and why: "photo credit", "date line", "related links".
struct RemovedText {
  std::string text;
  std::string reason;
  std::uint32_t at = 0;  // It stood before what is at this byte of the clean text.
};

// A post of a live blog: when it was written, as the page says it.
struct DatedSection {
  std::string published;  // As Article::published; empty where only `clock` is known.
  std::string clock;      // The line that dates it ("14:32 GMT"); may be empty.
  ByteSpan span;          // Its paragraphs in the clean text.
};

// The clean article. `text` is NFC, its first line is the title when there is one; paragraphs are
// parted by one empty line. From the moment it is made the text never changes: every span of a
// document points into it.
struct Article {
  std::string id;  // The sender's, or the hash of `text`.
  std::string url;
  std::string title;
  std::string byline;
  std::string outlet;
  std::string section;
  std::string published;             // ISO 8601 with offset when known, else the day; or empty.
  std::optional<Day> published_day;  // The day of `published` where it was published.
  // Where it came from: "sender", "structured data", "page head", "address", "page" (what
  // it shows), "text" (a line of pasted text); empty without one.
  std::string published_from;
  std::string modified;  // When it was last changed, in the same forms; never before `published`.
  std::string modified_from;  // As `published_from`.
  std::string language = "en";
  // "withdrawal" when it takes a text back and tells no news, "correction" when it says that it
  // corrects one; else empty.
  std::string notice;
  // Whether its text is cut off: "marked" when page or sender say so, "likely" when little text of
  // a page for subscribers stands there; else "no".
  std::string truncated = "no";
  std::string text;
  ByteSpan title_span;                 // Empty when the article has no title.
  std::vector<ByteSpan> headings;      // Subheadings within the body.
  std::vector<DatedSection> sections;  // Of a live blog, in the order of the text; else none.
  std::vector<RemovedText> removed;
  std::vector<ByteSpan> given_parties;
  std::vector<std::string> doubts;  // The raw article's and those of cleaning.
};

}  // namespace verbale
