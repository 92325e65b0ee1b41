// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// The elements that matter to a reader; all others are kOther.
enum class HtmlTag : std::uint8_t {
  kOther,
  kText,
  kA,
  kAbbr,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kDd,
  kDetails,
  kDiv,
  kDl,
  kDt,
  kEm,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kLabel,
  kLi,
  kLink,
  kMain,
  kMeta,
  kNav,
  kNoscript,
  kObject,
  kOl,
  kOption,
  kP,
  kPicture,
  kPre,
  kQ,
  kScript,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kU,
  kUl,
  kVideo,
};

struct HtmlAttribute {
  std::string_view name;  // Lower case.
  std::string_view value;
};

// A node of the page, in document order: its descendants are the nodes from the next one up to
// `end`, its parent is `parent` (the root is its own).
struct HtmlNode {
  HtmlTag tag = HtmlTag::kOther;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::string_view text;  // Of kText, and of scripts that hold JSON-LD; as written.
};

// An HTML page, parsed by the rules of HTML5 whatever its mistakes. Views live as long as it does,
// moved or not.
class HtmlPage {
 public:
  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  // The value of an attribute, or empty when the node has none of that name.
  std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  bool has_attribute(const HtmlNode& node, std::string_view name) const;
  // Text of a node and its descendants, as written.
  std::string text_of(const HtmlNode& node) const;

 private:
  friend HtmlPage parse_html(std::string_view html);
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  std::vector<char> letters_;  // What the views show.
};

// Never fails. Nesting beyond 400 elements is flattened, and what stands beyond 8 MiB is left out.
HtmlPage parse_html(std::string_view html);

}  // namespace verbale
