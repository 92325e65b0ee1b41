// SPDX-License-Identifier: Apache-2.0
#include "formats/conllu_text.h"

#include <algorithm>

namespace verbale {
namespace {

std::size_t next_code_point(std::string_view text, std::size_t at) {
  if (at < text.size()) ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

class Writer {
 public:
  explicit Writer(const ConlluTextOptions& options) : options_(options) {}

  void add(const ConlluSentence& sentence) {
    if (!made_.text.empty()) part(sentence.starts_paragraph);
    const auto first = static_cast<std::uint32_t>(made_.words.size());
    auto range = sentence.ranges.begin();
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
      if (owes_space_) space();
      if (range != sentence.ranges.end() && range->first == i) {
        add_range(sentence, *range);
        owes_space_ = range->space_after;
        i = range->last;
        ++range;
      } else {
        add_word(sentence.words[i].form);
        owes_space_ = sentence.words[i].space_after;
      }
    }
    made_.sentences.push_back({first, static_cast<std::uint32_t>(made_.words.size())});
  }

  ConlluText take() { return std::move(made_); }

 private:
  void part(bool is_paragraph) {
    if (is_paragraph) {
      made_.text += options_.tight_paragraphs ? "\n" : "\n\n";
      line_start_ = made_.text.size();
      owes_space_ = false;
    }
  }

  void space() {
    const bool breaks =
        options_.line_bytes > 0 && made_.text.size() - line_start_ >= options_.line_bytes;
    made_.text += breaks ? '\n' : ' ';
    if (breaks) line_start_ = made_.text.size();
  }

  void add_word(std::string_view form) {
    const auto begin = static_cast<std::uint32_t>(made_.text.size());
    made_.text += form;
    made_.words.push_back({begin, static_cast<std::uint32_t>(made_.text.size())});
  }

  void add_range(const ConlluSentence& sentence, const ConlluRange& range) {
    const std::size_t base = made_.text.size();
    made_.text += range.form;
    std::size_t at = 0;
    for (std::uint32_t i = range.first; i <= range.last; ++i) {
      const std::uint32_t after = range.last - i;
      std::size_t end = std::min(at + sentence.words[i].form.size(), range.form.size());
      // Each word that comes after needs a byte at least.
      while (end > at && end + after > range.form.size()) --end;
      if (end <= at || (end < range.form.size() && !starts_code_point(range.form[end]))) {
        end = next_code_point(range.form, at);
      }
      if (after == 0) end = range.form.size();
      made_.words.push_back(
          {static_cast<std::uint32_t>(base + at), static_cast<std::uint32_t>(base + end)});
      at = end;
    }
  }

  static bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

  ConlluTextOptions options_;
  ConlluText made_;
  std::size_t line_start_ = 0;
  bool owes_space_ = false;
};

}  // namespace

ConlluText text_of(std::span<const ConlluSentence> sentences, const ConlluTextOptions& options) {
  Writer writer(options);
  for (const ConlluSentence& sentence : sentences) writer.add(sentence);
  return writer.take();
}

std::vector<std::span<const ConlluSentence>> documents_of(
    std::span<const ConlluSentence> sentences) {
  std::vector<std::span<const ConlluSentence>> documents;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= sentences.size(); ++i) {
    if (i < sentences.size() && !sentences[i].starts_document) continue;
    documents.push_back(sentences.subspan(begin, i - begin));
    begin = i;
  }
  return documents;
}

}  // namespace verbale
