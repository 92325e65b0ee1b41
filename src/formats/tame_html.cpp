// SPDX-License-Identifier: Apache-2.0
#include "formats/tame_html.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t kDepthMax = 400;
constexpr std::size_t kFormattingMax = 8;
constexpr std::size_t kTagsMax = 200000;
constexpr std::size_t kTagBytesMax = 20000;

std::string lower_name(std::string_view name) {
  std::string lowered(name);
  for (char& c : lowered) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return lowered;
}

constexpr std::string_view kVoidTags[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                          "input", "link", "meta", "source", "track", "wbr"};

// Elements that HTML5 opens again in every block until they are closed.
constexpr std::string_view kFormattingTags[] = {"a",      "b",      "big",  "code", "em",
                                                "font",   "i",      "nobr", "s",    "small",
                                                "strike", "strong", "tt",   "u"};

constexpr std::string_view kTableParts[] = {"tr", "tbody", "thead", "tfoot", "colgroup", "caption"};
constexpr std::string_view kOnlyOnce[] = {"html", "head", "body", "frameset"};

bool is_in(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
  return std::find(std::begin(kVoidTags), std::end(kVoidTags), name) != std::end(kVoidTags);
}

class TameCopy {
 public:
  explicit TameCopy(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string take() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      copy_text(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) copy_markup();
    }
    return std::move(out_);
  }

 private:
  void append(std::string_view text) {
    while (!text.empty()) {
      const std::size_t nul = std::min(text.find('\0'), text.size());
      out_.append(text.substr(0, nul));
      text.remove_prefix(std::min(nul + 1, text.size()));
    }
  }

  // Leaves out what stands up to the end of `closing`, or up to the end of the page.
  void skip_through(std::string_view closing) {
    const std::size_t end = html_.find(closing, at_);
    at_ = end == std::string_view::npos ? html_.size() : end + closing.size();
  }

  // The doctype; a second one is left out.
  void copy_declaration() {
    const std::size_t end = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    if (once_.insert("!").second) append(html_.substr(at_, end - at_));
    at_ = end;
  }

  void copy_markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return skip_through("-->");
    if (rest.starts_with("<!")) return copy_declaration();
    const bool closes = rest.size() > 1 && rest[1] == '/';
    std::size_t name_end = closes ? 2 : 1;
    const std::size_t name_begin = name_end;
    while (name_end < rest.size() && (is_ascii_lower(rest[name_end]) ||
                                      is_ascii_upper(rest[name_end]) || is_digit(rest[name_end]))) {
      ++name_end;
    }
    if (name_end == name_begin) {
      out_ += '<';
      ++at_;
      return;
    }
    const std::string name = lower_name(rest.substr(name_begin, name_end - name_begin));
    const std::size_t tag_end = end_of_tag(at_ + name_end) - at_;
    const std::string_view tag = rest.substr(0, tag_end);
    at_ += tag_end;
    if (is_void(name)) {
      copy_void_tag(name, tag);
      return;
    }
    copy_tag(name, tag, closes);
    if (!closes && (name == "script" || name == "style")) copy_raw_text(name, tag);
  }

  // The parser joins the texts on both sides of a tag that it ignores, at a cost that grows with
  // the square of their number. So tags that it would ignore are left out here, and texts between
  // the cells of a table, which it would move and join, get a cell.
  void copy_tag(const std::string& name, std::string_view tag, bool closes) {
    const bool is_formatting = is_in(kFormattingTags, name);
    const bool is_cell = name == "td" || name == "th" || name == "caption";
    const bool is_table_part = is_cell || is_in(kTableParts, name);
    if (closes) {
      std::size_t& open = open_[name];
      if (open == 0) return;
      --open;
      if (depth_ > 0) --depth_;
      if (is_formatting) --formatting_;
      if (is_table_part || name == "table") in_cell_ = name == "table" && open_["table"] > 0;
      append(tag);
      return;
    }
    if (is_table_part && open_["table"] == 0) return;
    if (open_["select"] > 0 && name != "option" && name != "optgroup") return;
    if (is_in(kOnlyOnce, name) && !once_.insert(name).second) return;
    ++tags_;
    if (depth_ >= kDepthMax || tags_ > kTagsMax) return;
    if (is_formatting && formatting_ >= kFormattingMax) return;
    ++depth_;
    ++open_[name];
    formatting_ += is_formatting;
    if (is_table_part || name == "table") in_cell_ = is_cell;
    append(tag.size() <= kTagBytesMax ? tag : "<" + name + ">");
  }

  void copy_void_tag(const std::string& name, std::string_view tag) {
    if (++tags_ > kTagsMax || tag.size() > kTagBytesMax || open_["select"] > 0) return;
    if (name == "col") {
      if (open_["table"] == 0) return;
      in_cell_ = false;
    }
    append(tag);
  }

  void copy_text(std::string_view text) {
    const bool is_blank = std::all_of(text.begin(), text.end(), is_space);
    if (!is_blank && !in_cell_ && open_["table"] > 0) {
      append("<tr><td>");
      in_cell_ = true;
    }
    append(text);
  }

  // Script and style hold no tags but their own end. Programs and styles, most of many a page, say
  // nothing of its text; data may.
  void copy_raw_text(std::string_view name, std::string_view tag) {
    const bool is_data = name == "script" && tag.find("json") != std::string_view::npos;
    std::size_t end = at_;
    while (true) {
      end = html_.find("</", end);
      if (end == std::string_view::npos) break;
      if (lower_name(html_.substr(end + 2, name.size())) == name) break;
      end += 2;
    }
    end = std::min(end, html_.size());
    if (is_data) append(html_.substr(at_, end - at_));
    at_ = end;
  }

  // One past the '>' that ends the tag whose name ends at `from`. A quote that does not close
  // within reach is no quote.
  std::size_t end_of_tag(std::size_t from) {
    for (std::size_t i = from; i < html_.size(); ++i) {
      const char c = html_[i];
      if (c == '>') return i + 1;
      const bool opens = (c == '"' || c == '\'') && (html_[i - 1] == '=' || is_space(html_[i - 1]));
      if (!opens) continue;
      const std::size_t close = closing_quote(c, i + 1);
      if (close != std::string_view::npos) i = close;
    }
    return html_.size();
  }

  // Where the quote closes; npos when it does not within reach. What was searched in vain is not
  // searched again.
  std::size_t closing_quote(char quote, std::size_t from) {
    constexpr std::size_t kReach = std::size_t{1} << 17;
    std::size_t& searched = searched_[quote == '"' ? 0 : 1];
    const std::size_t stop = std::min(html_.size(), from + kReach);
    const std::size_t begin = std::max(from, searched);
    if (begin < stop) {
      const std::size_t found = html_.substr(begin, stop - begin).find(quote);
      if (found != std::string_view::npos) return begin + found;
      searched = stop;
    }
    return std::string_view::npos;
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t formatting_ = 0;
  std::size_t searched_[2] = {0, 0};  // Up to where no double, no single quote stands.
  bool in_cell_ = false;
  std::unordered_map<std::string, std::size_t> open_;  // How many elements of each name.
  std::unordered_set<std::string> once_;
  std::size_t tags_ = 0;
};

}  // namespace

std::string tame_html(std::string_view html) {
  return TameCopy(html).take();
}

}  // namespace verbale
