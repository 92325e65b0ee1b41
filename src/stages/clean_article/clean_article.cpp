// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/clean_article.h"

#include <algorithm>
#include <utility>

#include "core/calendar.h"
#include "core/hash.h"
#include "core/utf8.h"
#include "formats/records.h"
#include "stages/clean_article/block.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/judge_blocks.h"
#include "stages/clean_article/live_sections.h"
#include "stages/clean_article/normal_text.h"
#include "stages/clean_article/page_blocks.h"
#include "stages/clean_article/page_paste.h"
#include "stages/clean_article/plain_blocks.h"

namespace verbale {
namespace {

void keep_if_any(std::string& fact, std::string said) {
  if (!said.empty()) fact = std::move(said);
}

// What the sender says counts more than what the page says.
void take_senders_facts(const RawArticle& raw, Page& page) {
  keep_if_any(page.title, one_line(visible_text(raw.title)));
  keep_if_any(page.byline, one_line(visible_text(raw.byline)));
  keep_if_any(page.outlet, one_line(visible_text(raw.outlet)));
  keep_if_any(page.section, one_line(visible_text(raw.section)));
  keep_if_any(page.url, raw.url);
}

// A text of which nothing would stay is no page: its lines are the article.
void keep_lone_lines(const RawArticle& raw, Page& page) {
  if (raw.form == RawArticle::Form::kHtml || !page.title.empty()) return;
  const bool any_stays = std::any_of(page.blocks.begin(), page.blocks.end(),
                                     [](const Block& block) { return block.reason.empty(); });
  if (any_stays) return;
  for (Block& block : page.blocks) block.reason.clear();
}

Page read_page(const RawArticle& raw, const Furniture& furniture) {
  Page page;
  const bool is_html = raw.form == RawArticle::Form::kHtml;
  if (is_html) {
    page = page_blocks(raw.text, raw.url, furniture);
  } else {
    page.blocks = plain_blocks(visible_text(raw.text));
  }
  take_senders_facts(raw, page);
  if (!is_html && page.title.empty()) trim_page_paste(page, furniture);
  const bool has_title = !page.title.empty();
  judge_blocks(
      page, {.is_given = !is_html && !raw.title.empty(), .title_in_blocks = !is_html && !has_title},
      furniture);
  keep_lone_lines(raw, page);
  return page;
}

// The name of the outlet, also where only its domain is given or known from the address.
std::string outlet_named(const Page& page, const Furniture& furniture) {
  const std::string_view known = outlet_of(furniture, page.outlet);
  if (!known.empty()) return std::string(known);
  return page.outlet.empty() ? std::string(outlet_of(furniture, page.url)) : page.outlet;
}

void add_paragraph(Article& article, std::string_view text) {
  if (!article.text.empty()) article.text += "\n\n";
  article.text += text;
}

// Sets text, spans, removed and the sections of live blogs from the judged blocks.
void write_text(Page& page, const Furniture& furniture, Article& article) {
  LiveSections sections(furniture);
  if (!page.title.empty()) {
    add_paragraph(article, page.title);
    article.title_span = {0, static_cast<std::uint32_t>(article.text.size())};
  }
  for (Block& block : page.blocks) {
    if (block.reason == "title" || block.reason == "repeated title") continue;
    sections.add_date(block);
    if (!block.reason.empty()) {
      article.removed.push_back({std::move(block.text), std::move(block.reason),
                                 static_cast<std::uint32_t>(article.text.size())});
      continue;
    }
    add_paragraph(article, block.text);
    const auto end = static_cast<std::uint32_t>(article.text.size());
    const auto begin = static_cast<std::uint32_t>(end - block.text.size());
    if (block.kind == Block::Kind::kHeading) article.headings.push_back({begin, end});
    sections.add_paragraph({begin, end}, is_prose(block.text));
  }
  article.sections = sections.take(page.is_live);
}

// A page for subscribers that shows little text was cut off for all others. Many pages say so of
// texts that they show whole.
void settle_whole(const RawArticle& raw, const Page& page, Article& article) {
  constexpr std::size_t kWordsMin = 250;
  if (raw.is_cut) article.truncated = "marked";
  if (raw.is_cut || count_words(article.text) >= kWordsMin) return;
  const bool asks_to_pay =
      std::any_of(article.removed.begin(), article.removed.end(),
                  [](const RemovedText& removed) { return removed.reason == "subscription call"; });
  if (page.is_paid) {
    article.truncated = asks_to_pay ? "marked" : "likely";
    article.doubts.push_back("the page is for subscribers: its text may be cut off");
  } else if (asks_to_pay && (article.text.ends_with("…") || article.text.ends_with("..."))) {
    article.truncated = "likely";
    article.doubts.push_back("the text breaks off before a call to subscribe");
  }
}

// A note of a few words takes a text back; a long text is an article, whatever its first lines say.
std::string_view notice_of(const RawArticle& raw, const Page& page, const Furniture& furniture) {
  constexpr std::size_t kNoteWordsMax = 150;
  constexpr std::size_t kBlocksLooked = 6;  // At either end: notices stand there.
  if (!raw.notice.empty()) return raw.notice;
  std::size_t words = count_words(page.title);
  for (const Block& block : page.blocks) {
    if (block.reason.empty()) words += count_words(block.text);
  }
  const auto is_notice = [&](std::string_view line, std::string_view notice) {
    return notice_in(furniture, line) == notice;
  };
  for (std::string_view notice : {"withdrawal", "correction"}) {
    if (notice == "withdrawal" && words > kNoteWordsMax) continue;
    if (is_notice(page.title, notice)) return notice;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      const bool may_tell = i < kBlocksLooked || i + kBlocksLooked >= page.blocks.size();
      if (may_tell && is_notice(page.blocks[i].text, notice)) return notice;
    }
  }
  return {};
}

void settle_published(const RawArticle& raw, const Page& page, const Furniture& furniture,
                      Article& article) {
  article.published = read_date_line(raw.published, furniture);
  if (!article.published.empty()) article.published_from = "sender";
  if (article.published.empty()) {
    if (!raw.published.empty()) {
      article.doubts.push_back("'" + raw.published + "' is no day that can be read; published is " +
                               (page.published.empty() ? "unknown" : "taken from the page"));
    }
    article.published = page.published;
    if (!page.published.empty()) {
      article.published_from = page.published_from.empty() ? "text" : page.published_from;
    }
  }
  article.published_day = parse_iso_day(article.published);
  article.modified = read_date_line(raw.modified, furniture);
  article.modified_from = article.modified.empty() ? page.modified_from : "sender";
  if (article.modified.empty()) article.modified = page.modified;
  // Programs also call the day of a copy a change.
  const auto changed = parse_iso_day(article.modified);
  if (!changed || (article.published_day && *changed < *article.published_day)) {
    article.modified.clear();
    article.modified_from.clear();
  }
}

void settle_language(const RawArticle& raw, const Page& page, const Furniture& furniture,
                     Article& article) {
  const std::string guessed = guess_language(furniture, article.text);
  std::string said = lower_case(raw.language.empty() ? page.language : raw.language);
  constexpr std::size_t kCodeBytes = 2;
  const bool is_code =
      said.size() == kCodeBytes || (said.size() > 2 && (said[2] == '-' || said[2] == '_'));
  said = is_code ? said.substr(0, kCodeBytes) : "";
  // The words themselves are the better witness; a sender's word counts where they are too few.
  article.language = !guessed.empty() ? guessed : !said.empty() ? said : "en";
  if (article.language != "en") {
    article.doubts.push_back("the text is not English (" + article.language +
                             "): no events are coded");
  }
}

// The sender's marks, when the text they count in stands in the clean text as it was sent.
void settle_parties(const RawArticle& raw, Article& article) {
  if (raw.parties.empty()) return;
  const std::size_t at = article.text.rfind(raw.text);
  if (at == std::string::npos || raw.text.empty()) {
    article.doubts.push_back(
        "cleaning changed the text, so the parties given with it were left out");
    return;
  }
  std::vector<std::uint32_t> bytes;  // Where each code point starts.
  for (std::size_t i = 0; i < raw.text.size(); i += decode_at(raw.text, i).bytes) {
    bytes.push_back(static_cast<std::uint32_t>(at + i));
  }
  bytes.push_back(static_cast<std::uint32_t>(at + raw.text.size()));
  for (const RawArticle::GivenParty& party : raw.parties) {
    if (party.end < bytes.size() && party.start < party.end) {
      article.given_parties.push_back({bytes[party.start], bytes[party.end]});
    } else {
      article.doubts.push_back("a party given with the text ends after it and was left out");
    }
  }
}

}  // namespace

Article clean_article(const RawArticle& raw, const Furniture& furniture) {
  Page page = read_page(raw, furniture);
  Article article;
  article.doubts = raw.doubts;
  article.notice = notice_of(raw, page, furniture);
  write_text(page, furniture, article);
  article.title = page.title;
  article.byline = page.byline;
  article.outlet = outlet_named(page, furniture);
  article.section = page.section;
  article.url = page.url;
  settle_whole(raw, page, article);
  settle_published(raw, page, furniture, article);
  settle_language(raw, page, furniture, article);
  settle_parties(raw, article);
  article.id = raw.id.empty() ? hash_hex(article.text) : raw.id;
  return article;
}

}  // namespace verbale
