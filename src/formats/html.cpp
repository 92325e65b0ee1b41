// SPDX-License-Identifier: Apache-2.0
#include "formats/html.h"

#include <myhtml/api.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "core/check.h"
#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t kBytesMax = std::size_t{8} << 20;
// The parser's time grows with the square of the depth and of the attributes of one element.
constexpr std::size_t kDepthMax = 400;
constexpr std::size_t kTagBytesMax = 20000;

struct NamedTag {
  std::string_view name;
  HtmlTag tag;
};
// In the order of their names.
constexpr NamedTag kTags[] = {
    {"a", HtmlTag::kA},
    {"abbr", HtmlTag::kAbbr},
    {"address", HtmlTag::kAddress},
    {"article", HtmlTag::kArticle},
    {"aside", HtmlTag::kAside},
    {"audio", HtmlTag::kAudio},
    {"b", HtmlTag::kB},
    {"blockquote", HtmlTag::kBlockquote},
    {"body", HtmlTag::kBody},
    {"br", HtmlTag::kBr},
    {"button", HtmlTag::kButton},
    {"canvas", HtmlTag::kCanvas},
    {"caption", HtmlTag::kCaption},
    {"center", HtmlTag::kCenter},
    {"cite", HtmlTag::kCite},
    {"dd", HtmlTag::kDd},
    {"details", HtmlTag::kDetails},
    {"div", HtmlTag::kDiv},
    {"dl", HtmlTag::kDl},
    {"dt", HtmlTag::kDt},
    {"em", HtmlTag::kEm},
    {"fieldset", HtmlTag::kFieldset},
    {"figcaption", HtmlTag::kFigcaption},
    {"figure", HtmlTag::kFigure},
    {"font", HtmlTag::kFont},
    {"footer", HtmlTag::kFooter},
    {"form", HtmlTag::kForm},
    {"h1", HtmlTag::kH1},
    {"h2", HtmlTag::kH2},
    {"h3", HtmlTag::kH3},
    {"h4", HtmlTag::kH4},
    {"h5", HtmlTag::kH5},
    {"h6", HtmlTag::kH6},
    {"head", HtmlTag::kHead},
    {"header", HtmlTag::kHeader},
    {"hr", HtmlTag::kHr},
    {"html", HtmlTag::kHtml},
    {"i", HtmlTag::kI},
    {"iframe", HtmlTag::kIframe},
    {"img", HtmlTag::kImg},
    {"input", HtmlTag::kInput},
    {"label", HtmlTag::kLabel},
    {"li", HtmlTag::kLi},
    {"link", HtmlTag::kLink},
    {"main", HtmlTag::kMain},
    {"meta", HtmlTag::kMeta},
    {"nav", HtmlTag::kNav},
    {"noscript", HtmlTag::kNoscript},
    {"object", HtmlTag::kObject},
    {"ol", HtmlTag::kOl},
    {"option", HtmlTag::kOption},
    {"p", HtmlTag::kP},
    {"picture", HtmlTag::kPicture},
    {"pre", HtmlTag::kPre},
    {"q", HtmlTag::kQ},
    {"script", HtmlTag::kScript},
    {"section", HtmlTag::kSection},
    {"select", HtmlTag::kSelect},
    {"small", HtmlTag::kSmall},
    {"source", HtmlTag::kSource},
    {"span", HtmlTag::kSpan},
    {"strong", HtmlTag::kStrong},
    {"style", HtmlTag::kStyle},
    {"sub", HtmlTag::kSub},
    {"summary", HtmlTag::kSummary},
    {"sup", HtmlTag::kSup},
    {"svg", HtmlTag::kSvg},
    {"table", HtmlTag::kTable},
    {"tbody", HtmlTag::kTbody},
    {"td", HtmlTag::kTd},
    {"template", HtmlTag::kTemplate},
    {"textarea", HtmlTag::kTextarea},
    {"tfoot", HtmlTag::kTfoot},
    {"th", HtmlTag::kTh},
    {"thead", HtmlTag::kThead},
    {"time", HtmlTag::kTime},
    {"title", HtmlTag::kTitle},
    {"tr", HtmlTag::kTr},
    {"u", HtmlTag::kU},
    {"ul", HtmlTag::kUl},
    {"video", HtmlTag::kVideo},
};

HtmlTag tag_of(std::string_view name) {
  const auto found = std::lower_bound(
      std::begin(kTags), std::end(kTags), name,
      [](const NamedTag& known, std::string_view wanted) { return known.name < wanted; });
  return found != std::end(kTags) && found->name == name ? found->tag : HtmlTag::kOther;
}

constexpr std::string_view kVoidTags[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                          "input", "link", "meta", "source", "track", "wbr"};

bool is_void(std::string_view name) {
  return std::find(std::begin(kVoidTags), std::end(kVoidTags), name) != std::end(kVoidTags);
}

std::string lower_name(std::string_view name) {
  std::string lowered(name);
  for (char& c : lowered) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return lowered;
}

// A page that the parser reads in linear time: NULs left out, nesting bounded, huge tags bared of
// their attributes.
class TameCopy {
 public:
  explicit TameCopy(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string take() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      append(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) copy_markup();
    }
    return std::move(out_);
  }

 private:
  void append(std::string_view text) {
    for (char c : text) {
      if (c != '\0') out_ += c;
    }
  }

  // Copies up to the end of `closing`, or up to the end of the page.
  void copy_through(std::string_view closing) {
    std::size_t end = html_.find(closing, at_);
    end = end == std::string_view::npos ? html_.size() : end + closing.size();
    append(html_.substr(at_, end - at_));
    at_ = end;
  }

  void copy_markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return copy_through("-->");
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
    const std::size_t tag_end = end_of_tag(rest, name_end);
    const std::string_view tag = rest.substr(0, tag_end);
    at_ += tag_end;
    if (is_void(name)) {
      if (tag.size() <= kTagBytesMax) append(tag);
      return;
    }
    if (closes) {
      if (depth_ <= kDepthMax) append(tag);
      if (depth_ > 0) --depth_;
      return;
    }
    ++depth_;
    if (depth_ <= kDepthMax) {
      append(tag.size() <= kTagBytesMax ? tag : "<" + name + ">");
    }
    if (name == "script" || name == "style") copy_raw_text(name);
  }

  // Script and style hold no tags but their own end.
  void copy_raw_text(std::string_view name) {
    std::size_t end = at_;
    while (true) {
      end = html_.find("</", end);
      if (end == std::string_view::npos) break;
      if (lower_name(html_.substr(end + 2, name.size())) == name) break;
      end += 2;
    }
    end = std::min(end, html_.size());
    append(html_.substr(at_, end - at_));
    at_ = end;
  }

  // One past the '>' that ends the tag, quotes respected while they close within reach.
  static std::size_t end_of_tag(std::string_view rest, std::size_t from) {
    constexpr std::size_t kReach = std::size_t{1} << 20;
    char quote = 0;
    const std::size_t stop = std::min(rest.size(), kReach);
    for (std::size_t i = from; i < stop; ++i) {
      if (quote != 0) {
        if (rest[i] == quote) quote = 0;
      } else if (rest[i] == '"' || rest[i] == '\'') {
        if (rest[i - 1] == '=' || is_space(rest[i - 1])) quote = rest[i];
      } else if (rest[i] == '>') {
        return i + 1;
      }
    }
    const std::size_t plain = rest.find('>', from);
    return plain == std::string_view::npos ? rest.size() : plain + 1;
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

struct Tree {
  myhtml_t* parser = nullptr;
  myhtml_tree_t* tree = nullptr;
  Tree() : parser(myhtml_create()), tree(myhtml_tree_create()) {
    VERBALE_CHECK(myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == MyHTML_STATUS_OK);
    VERBALE_CHECK(myhtml_tree_init(tree, parser) == MyHTML_STATUS_OK);
  }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree() {
    myhtml_tree_destroy(tree);
    myhtml_destroy(parser);
  }
};

std::string_view text_of_node(myhtml_tree_node_t* node) {
  std::size_t length = 0;
  const char* text = myhtml_node_text(node, &length);
  return text == nullptr ? std::string_view() : std::string_view(text, length);
}

std::string_view view_of(const char* text, std::size_t length) {
  return text == nullptr ? std::string_view() : std::string_view(text, length);
}

}  // namespace

std::string_view HtmlPage::attribute(const HtmlNode& node, std::string_view name) const {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const HtmlAttribute& attribute = attributes_[node.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool HtmlPage::has_attribute(const HtmlNode& node, std::string_view name) const {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    if (attributes_[node.first_attribute + i].name == name) return true;
  }
  return false;
}

std::string HtmlPage::text_of(const HtmlNode& node) const {
  std::string text(node.text);
  const auto index = static_cast<std::size_t>(&node - nodes_.data());
  for (std::size_t i = index + 1; i < node.end; ++i) {
    if (nodes_[i].tag == HtmlTag::kText) text += nodes_[i].text;
    if (nodes_[i].tag == HtmlTag::kBr) text += '\n';
  }
  return text;
}

// Copies the parser's tree into nodes in document order.
HtmlPage parse_html(std::string_view html) {
  const std::string tame = TameCopy(html.substr(0, kBytesMax)).take();
  Tree tree;
  myhtml_parse(tree.tree, MyENCODING_UTF_8, tame.data(), tame.size());

  HtmlPage page;
  std::vector<std::pair<std::size_t, std::size_t>> texts;  // Begin and size in letters_, by node.
  struct Name {
    std::size_t begin, size, value_begin, value_size;
  };
  std::vector<Name> attributes;
  const auto keep = [&page](std::string_view text) {
    const std::size_t begin = page.letters_.size();
    page.letters_.insert(page.letters_.end(), text.begin(), text.end());
    return std::pair(begin, text.size());
  };

  std::vector<std::uint32_t> open;
  myhtml_tree_node_t* node = myhtml_tree_get_node_html(tree.tree);
  myhtml_tree_node_t* const root = node;
  while (node != nullptr) {
    const myhtml_tag_id_t id = myhtml_node_tag_id(node);
    const bool is_text = id == MyHTML_TAG__TEXT;
    const bool is_comment = id == MyHTML_TAG__COMMENT;
    myhtml_tree_node_t* child = nullptr;
    bool opened = false;
    if (!is_comment) {
      HtmlNode copy;
      const auto index = static_cast<std::uint32_t>(page.nodes_.size());
      copy.parent = open.empty() ? index : open.back();
      std::pair<std::size_t, std::size_t> text{0, 0};
      if (is_text) {
        copy.tag = HtmlTag::kText;
        text = keep(text_of_node(node));
      } else {
        std::size_t length = 0;
        const char* name = myhtml_tag_name_by_id(tree.tree, id, &length);
        copy.tag = tag_of(view_of(name, length));
        copy.first_attribute = static_cast<std::uint32_t>(attributes.size());
        for (auto* attribute = myhtml_node_attribute_first(node); attribute != nullptr;
             attribute = myhtml_attribute_next(attribute)) {
          std::size_t key_size = 0, value_size = 0;
          const char* key = myhtml_attribute_key(attribute, &key_size);
          const char* value = myhtml_attribute_value(attribute, &value_size);
          const auto kept_key = keep(lower_name(view_of(key, key_size)));
          const auto kept_value = keep(view_of(value, value_size));
          attributes.push_back(
              {kept_key.first, kept_key.second, kept_value.first, kept_value.second});
        }
        copy.attribute_count = static_cast<std::uint32_t>(attributes.size()) - copy.first_attribute;
        child = myhtml_node_child(node);
        opened = child != nullptr;
      }
      page.nodes_.push_back(copy);
      texts.push_back(text);
      if (opened) open.push_back(index);
      page.nodes_.back().end = index + 1;
    }
    if (opened) {
      node = child;
      continue;
    }
    while (node != nullptr && node != root && myhtml_node_next(node) == nullptr) {
      node = myhtml_node_parent(node);
      if (!open.empty()) {
        page.nodes_[open.back()].end = static_cast<std::uint32_t>(page.nodes_.size());
        open.pop_back();
      }
    }
    node = node == nullptr || node == root ? nullptr : myhtml_node_next(node);
  }

  const char* letters = page.letters_.data();
  page.attributes_.reserve(attributes.size());
  for (const Name& name : attributes) {
    page.attributes_.push_back(
        {{letters + name.begin, name.size}, {letters + name.value_begin, name.value_size}});
  }
  for (std::size_t i = 0; i < page.nodes_.size(); ++i) {
    page.nodes_[i].text = {letters + texts[i].first, texts[i].second};
  }
  return page;
}

}  // namespace verbale
