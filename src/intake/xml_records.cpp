// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "formats/charset.h"
#include "formats/xml.h"
#include "intake/record_reader.h"
#include "intake/source_facts.h"
#include "intake/xml_article.h"

namespace verbale {
namespace {

struct Form {
  std::string_view root;    // In small letters, without its prefix.
  std::string_view record;  // The element that holds one article.
  ReadItem (*read)(const XmlNode&, std::string_view origin);
};
constexpr Form kForms[] = {
    {"rss", "item", feed_article},
    {"rdf", "item", feed_article},
    {"feed", "entry", feed_article},
    {"urlset", "url", sitemap_article},
    {"sitemapindex", "sitemap", sitemap_article},
    {"newsmessage", "newsItem", newsml_article},
    {"newsitem", "newsItem", newsml_article},
    {"nitf", "nitf", nitf_article},
};

constexpr std::size_t kHeadBytesMax = std::size_t{1} << 16;

// The name of the first element in `xml`, as written.
std::string root_name(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    const std::string_view here = xml.substr(at + 1);
    if (here.starts_with("!--")) {
      at = std::min(xml.find("-->", at), xml.size());
      continue;
    }
    if (here.starts_with('?') || here.starts_with('!')) continue;
    return std::string(here.substr(0, here.find_first_of(" \t\r\n/>")));
  }
  return {};
}

// The text of the first element of that name in an unfinished document.
std::string first_text(std::string_view xml, std::string_view name) {
  const XmlStretch found = find_xml_element(xml, {&name, 1});
  if (found.state != XmlStretch::State::kWhole) return {};
  const auto node = parse_xml(xml.substr(found.begin, found.end - found.begin));
  return node.ok() ? plain_line(&node.value()) : std::string();
}

// The value of an attribute of the root.
std::string root_attribute(std::string_view xml, std::string_view name) {
  const std::string key = std::string(name) + "=\"";
  const std::size_t at = xml.find(key);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + key.size();
  return std::string(xml.substr(begin, xml.find('"', begin) - begin));
}

// The articles of an XML document, element by element: only one is held at a time.
class XmlRecords : public RecordReader {
 public:
  explicit XmlRecords(InputBuffer& in) : in_(in), encoding_(xml_encoding(in.ahead())) {
    const std::string root = root_name(in.ahead());
    const std::size_t colon = root.rfind(':');
    const std::string local = lower_case(repair_utf8(root.substr(colon + 1)));
    for (const Form& form : kForms) {
      if (form.root == local) form_ = &form;
    }
    // A record has the prefix of its root: "ns0:urlset", "ns0:url". RDF's root has its own.
    const bool shares_prefix = colon != std::string::npos && local != "rdf";
    if (form_ != nullptr) {
      record_ = (shares_prefix ? root.substr(0, colon + 1) : "") + std::string(form_->record);
    }
  }

  std::optional<ReadItem> next() override {
    while (!done_ && form_ != nullptr) {
      const std::string_view name = record_;
      const XmlStretch found = find_xml_element(in_.ahead(), {&name, 1});
      pass(found.begin);
      if (found.state == XmlStretch::State::kWhole) {
        if (auto item = take(found.end - found.begin)) return item;
        continue;
      }
      if (in_.is_too_large(in_.ahead().size())) {
        ReadItem item(in_.too_large());
        in_.drop(1);  // The next record is looked for within.
        return item;
      }
      if (!in_.fill()) return last(found.state == XmlStretch::State::kOpen);
    }
    return std::nullopt;
  }

 private:
  // Drops what stands before a record, and remembers what stands before the first.
  void pass(std::size_t count) {
    if (records_ == 0) {
      head_ += in_.ahead().substr(0, std::min(count, kHeadBytesMax - head_.size()));
    }
    in_.drop(count);
  }

  // Nothing for an address without an article, which is counted instead.
  std::optional<ReadItem> take(std::size_t size) {
    if (records_++ == 0) read_head();
    const std::string origin = in_.origin();
    DecodedText text = decode_text(in_.ahead().substr(0, size), encoding_);
    in_.drop(size);
    const auto node = parse_xml(text.text);
    if (!node.ok()) {
      return ReadItem(Reject{"", origin, node.error().trouble, node.error().cure});
    }
    ReadItem item = form_->read(node.value(), origin);
    if (auto* article = std::get_if<RawArticle>(&item)) {
      facts_.complete(*article);
      if (!text.doubt.empty()) article->doubts.push_back(std::move(text.doubt));
      return item;
    }
    if (form_->read != sitemap_article) return item;
    ++bare_addresses_;
    return std::nullopt;
  }

  void read_head() {
    facts_.outlet = first_text(head_, "title");
    facts_.language = first_text(head_, "language");
    if (facts_.language.empty()) facts_.language = first_text(head_, "dc:language");
    if (facts_.language.empty()) facts_.language = root_attribute(head_, "xml:lang");
    if (form_->root == "feed") facts_.byline = first_text(head_, "name");
  }

  std::optional<ReadItem> last(bool is_open) {
    done_ = true;
    if (in_.error()) return in_.end();
    if (is_open) {
      return ReadItem(in_.rejected("the element <" + record_ + "> that starts here never ends",
                                   "was the file cut off?"));
    }
    if (bare_addresses_ > 0) {
      return ReadItem(Reject{"", in_.name(),
                             "is a sitemap that gives " + std::to_string(bare_addresses_) +
                                 " addresses without any text",
                             "fetch the pages that it lists"});
    }
    if (records_ > 0) return std::nullopt;
    return ReadItem(Reject{"", in_.name(), "is a feed without any article", ""});
  }

  InputBuffer& in_;
  std::string encoding_;
  const Form* form_ = nullptr;
  std::string record_;
  std::string head_;
  SourceFacts facts_;
  std::size_t records_ = 0;
  std::size_t bare_addresses_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_xml_records(InputBuffer& in) {
  return std::make_unique<XmlRecords>(in);
}

}  // namespace verbale
