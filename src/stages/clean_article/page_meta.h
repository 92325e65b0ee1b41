// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/html.h"

namespace verbale {

// What the meta elements of a page say, by property, name or itemprop in small letters. Views live
// as long as the page.
class MetaElements {
 public:
  explicit MetaElements(const HtmlPage& page);
  // The content of the best of these names that has any; of several elements of one name the first.
  std::string_view first(std::span<const std::string_view> names) const;

 private:
  std::unordered_map<std::string, std::string_view> contents_;
};

}  // namespace verbale
