// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/article.h"
#include "document/syntax.h"

namespace verbale {

// The words of a text as a reader of prose should see them. Headlines write every word with a
// capital, or all in capitals; there a word is written as the rest of the text writes it: in small
// letters, or as a name. Keeps references to article and syntax, which must outlive it.
class PlainWords {
 public:
  PlainWords(const Article& article, const Syntax& syntax);

  std::string_view word(std::uint32_t token) const;

 private:
  struct Seen {
    bool is_small = false;  // "talks"
    bool is_name = false;   // "Talks" where no sentence begins.
  };
  using Forms = std::unordered_map<std::string, Seen>;

  std::string_view text_of(std::uint32_t token) const;
  bool is_headline(const Sentence& sentence) const;
  Forms forms_of_prose() const;
  void rewrite(const Sentence& sentence, const Forms& forms);

  const Article& article_;
  const Syntax& syntax_;
  std::deque<std::string> made_;
  std::unordered_map<std::uint32_t, std::string_view> rewritten_;  // By token.
};

}  // namespace verbale
