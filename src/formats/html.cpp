// SPDX-License-Identifier: Apache-2.0
#include "formats/html.h"

#include <myhtml/api.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "core/check.h"
#include "core/utf8.h"
#include "formats/tame_html.h"

namespace verbale {
namespace {

constexpr std::size_t kBytesMax = std::size_t{8} << 20;

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

std::string lower_name(std::string_view name) {
  std::string lowered(name);
  for (char& c : lowered) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return lowered;
}

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

namespace {

// Copies the parser's tree into nodes in document order.
class TreeCopier {
 public:
  TreeCopier(myhtml_tree_t* tree, std::vector<HtmlNode>& nodes,
             std::vector<HtmlAttribute>& attributes, std::vector<char>& letters)
      : tree_(tree), nodes_(nodes), attributes_(attributes), letters_(letters) {}

  void run() {
    myhtml_tree_node_t* const root = myhtml_tree_get_node_html(tree_);
    myhtml_tree_node_t* node = root;
    while (node != nullptr) {
      myhtml_tree_node_t* child = copy(node);
      if (child != nullptr) {
        open_.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
        node = child;
        continue;
      }
      while (node != nullptr && node != root && myhtml_node_next(node) == nullptr) {
        node = myhtml_node_parent(node);
        close();
      }
      node = node == nullptr || node == root ? nullptr : myhtml_node_next(node);
    }
    while (!open_.empty()) close();
    show_letters();
  }

 private:
  // Where a stretch lies in the letters, which move while they grow.
  struct Stretch {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  Stretch keep(std::string_view text) {
    const std::size_t begin = letters_.size();
    letters_.insert(letters_.end(), text.begin(), text.end());
    return {begin, text.size()};
  }

  // Appends the node, comments aside. Its first child, or null.
  myhtml_tree_node_t* copy(myhtml_tree_node_t* node) {
    const myhtml_tag_id_t id = myhtml_node_tag_id(node);
    if (id == MyHTML_TAG__COMMENT) return nullptr;
    HtmlNode copied;
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    copied.parent = open_.empty() ? index : open_.back();
    copied.end = index + 1;
    Stretch text;
    const bool is_text = id == MyHTML_TAG__TEXT;
    std::size_t length = 0;
    if (is_text) {
      copied.tag = HtmlTag::kText;
      const char* written = myhtml_node_text(node, &length);
      text = keep(view_of(written, length));
    } else {
      const char* name = myhtml_tag_name_by_id(tree_, id, &length);
      copied.tag = tag_of(view_of(name, length));
      copy_attributes(node, copied);
    }
    nodes_.push_back(copied);
    texts_.push_back(text);
    return is_text ? nullptr : myhtml_node_child(node);
  }

  void copy_attributes(myhtml_tree_node_t* node, HtmlNode& copied) {
    copied.first_attribute = static_cast<std::uint32_t>(names_.size());
    for (auto* attribute = myhtml_node_attribute_first(node); attribute != nullptr;
         attribute = myhtml_attribute_next(attribute)) {
      std::size_t key_size = 0, value_size = 0;
      const char* key = myhtml_attribute_key(attribute, &key_size);
      const char* value = myhtml_attribute_value(attribute, &value_size);
      names_.push_back(keep(lower_name(view_of(key, key_size))));
      values_.push_back(keep(view_of(value, value_size)));
    }
    copied.attribute_count = static_cast<std::uint32_t>(names_.size()) - copied.first_attribute;
  }

  void close() {
    if (open_.empty()) return;
    nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
  }

  // The letters stay where they are from now on.
  void show_letters() {
    const auto view = [this](Stretch stretch) {
      return std::string_view(letters_.data() + stretch.begin, stretch.size);
    };
    for (std::size_t i = 0; i < names_.size(); ++i) {
      attributes_.push_back({view(names_[i]), view(values_[i])});
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i].text = view(texts_[i]);
  }

  myhtml_tree_t* tree_;
  std::vector<HtmlNode>& nodes_;
  std::vector<HtmlAttribute>& attributes_;
  std::vector<char>& letters_;
  std::vector<Stretch> texts_;  // Of the nodes.
  std::vector<Stretch> names_;  // Of the attributes.
  std::vector<Stretch> values_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

HtmlPage parse_html(std::string_view html) {
  const std::string tame = tame_html(html.substr(0, kBytesMax));
  Tree tree;
  myhtml_parse(tree.tree, MyENCODING_UTF_8, tame.data(), tame.size());
  HtmlPage page;
  page.letters_.reserve(tame.size());
  TreeCopier(tree.tree, page.nodes_, page.attributes_, page.letters_).run();
  return page;
}

}  // namespace verbale
