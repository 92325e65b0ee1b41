// SPDX-License-Identifier: Apache-2.0
#include "show/show_reading.h"

#include <algorithm>
#include <utility>

#include "show/text_layout.h"

namespace verbale {

namespace {

constexpr std::size_t kVerdictColumns = 11;

class ReadingShown {
 public:
  ReadingShown(const Article& article, const ShowOptions& options)
      : article_(article), options_(options) {}

  std::string take() {
    facts();
    out_ += '\n';
    blocks();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void line(std::string_view name, std::string_view text, Tint tint) {
    if (text.empty()) return;
    out_ += tinted(padded_to(name, kVerdictColumns), Tint::kDim, options_.colours) +
            tinted(text, tint, options_.colours) + "\n";
  }

  static std::string dated(const std::string& date, const std::string& from) {
    return date.empty() ? date : date + " (" + from + ")";
  }

  void facts() {
    line("title", article_.title, Tint::kPlain);
    line("byline", article_.byline, Tint::kPlain);
    line("published", dated(article_.published, article_.published_from), Tint::kPlain);
    line("modified", dated(article_.modified, article_.modified_from), Tint::kPlain);
    line("notice", article_.notice, Tint::kYellow);
    if (article_.truncated != "no") line("truncated", article_.truncated, Tint::kYellow);
    line("outlet", article_.outlet, Tint::kPlain);
    line("section", article_.section, Tint::kPlain);
    line("language", article_.language, Tint::kPlain);
    line("url", article_.url, Tint::kPlain);
    for (const std::string& doubt : article_.doubts) line("note", doubt, Tint::kYellow);
  }

  // Every block of the page in its order, with the verdict on it.
  void blocks() {
    const std::string_view text = article_.text;
    auto removed = article_.removed.begin();
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", begin), text.size());
      // What stood before this paragraph; the title comes before all.
      while (removed != article_.removed.end() && removed->at < end && begin > 0) show(*removed++);
      line(verdict_on(begin), text.substr(begin, end - begin),
           begin == 0 && !article_.title_span.empty() ? Tint::kBold : Tint::kPlain);
      begin = end + (end < text.size() ? 2 : 0);
    }
    while (removed != article_.removed.end()) show(*removed++);
  }

  std::string_view verdict_on(std::size_t begin) const {
    if (begin == 0 && !article_.title_span.empty()) return "title";
    for (ByteSpan heading : article_.headings) {
      if (heading.begin == begin) return "heading";
    }
    return "text";
  }

  void show(const RemovedText& removed) {
    line("removed", removed.reason + ": " + one_line(removed.text, options_.width_max), Tint::kDim);
  }

  const Article& article_;
  const ShowOptions& options_;
  std::string out_;
};

}  // namespace

std::string show_reading(const Article& article, const ShowOptions& options) {
  return ReadingShown(article, options).take();
}

}  // namespace verbale
