// SPDX-License-Identifier: Apache-2.0
#include "record/conllu_record.h"

#include "document/xpos.h"

namespace verbale {
namespace {

bool is_followed_by_space(const Document& document, std::uint32_t token) {
  const std::string_view text = document.article.text;
  const std::uint32_t end = document.syntax.tokens[token].span.end;
  if (end >= text.size()) return true;
  return text[end] == ' ' || text[end] == '\n' || text[end] == '\t' || text[end] == '\r';
}

ConlluSentence sentence_of(const Document& document, const Sentence& sentence) {
  ConlluSentence made;
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const Token& token = document.syntax.tokens[t];
    ConlluWord word;
    word.form = token.span.of(document.article.text);
    word.lemma = document.syntax.lemmas[t];
    word.upos = name_of(token.upos);
    word.xpos = name_of_xpos(token.xpos);
    word.deprel = name_of(token.deprel);
    word.head = token.head == kNoToken ? 0 : token.head - sentence.tokens.begin + 1;
    word.space_after = is_followed_by_space(document, t);
    made.words.push_back(std::move(word));
  }
  return made;
}

// Lays words side by side in a growing text.
class TextBuilder {
 public:
  explicit TextBuilder(Document& document) : document_(document) {}

  void add(const ConlluSentence& sentence) {
    const auto first_token = static_cast<std::uint32_t>(document_.syntax.tokens.size());
    if (!text().empty()) text() += '\n';
    const auto begin = static_cast<std::uint32_t>(text().size());
    std::size_t range = 0;
    for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
      const bool in_range = range < sentence.ranges.size() && sentence.ranges[range].first == w;
      if (in_range) {
        add_range(sentence.ranges[range], sentence);
        w = sentence.ranges[range++].last;
      } else {
        add_word(sentence.words[w].form, sentence.words[w].space_after);
      }
    }
    while (!text().empty() && text().back() == ' ') text().pop_back();
    const auto last_token = static_cast<std::uint32_t>(document_.syntax.tokens.size());
    const auto end = static_cast<std::uint32_t>(text().size());
    if (last_token > first_token) {
      document_.syntax.sentences.push_back({{first_token, last_token}, {begin, end}, true});
    }
  }

 private:
  std::string& text() { return document_.article.text; }

  void add_token(std::uint32_t begin, std::uint32_t end) {
    Token token;
    token.span = {begin, end};
    document_.syntax.tokens.push_back(token);
    document_.syntax.lemmas.emplace_back();
  }

  void add_word(std::string_view form, bool space_after) {
    const auto begin = static_cast<std::uint32_t>(text().size());
    text() += form;
    add_token(begin, static_cast<std::uint32_t>(text().size()));
    if (space_after) text() += ' ';
  }

  static bool forms_add_up(const ConlluRange& range, const ConlluSentence& sentence) {
    std::string joined;
    for (std::uint32_t w = range.first; w <= range.last; ++w) joined += sentence.words[w].form;
    return joined == range.form;
  }

  void add_range(const ConlluRange& range, const ConlluSentence& sentence) {
    if (forms_add_up(range, sentence)) {
      for (std::uint32_t w = range.first; w <= range.last; ++w) {
        add_word(sentence.words[w].form, w == range.last && range.space_after);
      }
      return;
    }
    auto begin = static_cast<std::uint32_t>(text().size());
    text() += range.form;
    const auto end = static_cast<std::uint32_t>(text().size());
    const std::uint32_t count = range.last - range.first + 1;
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t stop = i + 1 == count ? end : begin + (end - begin) / (count - i);
      while (stop < end && (static_cast<unsigned char>(text()[stop]) & 0xC0) == 0x80) ++stop;
      add_token(begin, stop);
      begin = stop;
    }
    if (range.space_after) text() += ' ';
  }

  Document& document_;
};

}  // namespace

void append_conllu(std::string& out, const Document& document) {
  for (const Sentence& sentence : document.syntax.sentences) {
    append_conllu(out, sentence_of(document, sentence));
  }
}

Document document_of_conllu(const std::vector<ConlluSentence>& sentences) {
  Document document;
  TextBuilder builder(document);
  for (const ConlluSentence& sentence : sentences) builder.add(sentence);
  return document;
}

}  // namespace verbale
