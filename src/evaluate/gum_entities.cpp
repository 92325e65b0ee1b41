// SPDX-License-Identifier: Apache-2.0
#include "evaluate/gum_entities.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace verbale {
namespace {

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// The value of "Entity=" in a MISC column.
std::string_view entity_marks(std::string_view misc) {
  for (std::string_view part : parts_of(misc, '|')) {
    if (part.starts_with("Entity=")) return part.substr(7);
  }
  return {};
}

// "3-abstract-new-sssss-cf1-5-coref": entity, type, status, salience, centering, head words, link.
constexpr std::size_t kTypeField = 1, kHeadField = 5;

class MarkReader {
 public:
  MarkReader(GumDocument& document, const ConlluSentence& sentence, std::uint32_t first_word)
      : document_(document), sentence_(sentence), first_word_(first_word) {}

  // The marks of one word: "(2-person-…-1-coref", "2)", "(7-…)4)".
  void read(std::string_view marks, std::uint32_t word) {
    while (!marks.empty()) {
      if (marks.front() == '(') {
        const std::size_t end = marks.find_first_of("()", 1);
        open(marks.substr(1, end == std::string_view::npos ? end : end - 1), word);
        if (end == std::string_view::npos) return;
        marks.remove_prefix(marks[end] == ')' ? end + 1 : end);
        continue;
      }
      // "4)" closes what an earlier word opened: nothing to do, heads are told at the opening.
      const std::size_t close = marks.find(')');
      if (close == std::string_view::npos) return;
      marks.remove_prefix(close + 1);
    }
  }

 private:
  void open(std::string_view mark, std::uint32_t word) {
    const auto fields = parts_of(mark, '-');
    if (fields.size() <= kHeadField) return;
    GumMention mention;
    mention.entity = fields.front();
    mention.type = fields[kTypeField];
    mention.head = head_among(fields[kHeadField], word);
    document_.mentions.push_back(std::move(mention));
  }

  // Of the words that must be there ("1,2"), counted from the first of the mention, the one that
  // hangs on a word outside.
  std::uint32_t head_among(std::string_view told, std::uint32_t word) const {
    std::vector<std::uint32_t> words;
    for (std::string_view part : parts_of(told, ',')) {
      std::uint32_t at = 1;
      std::from_chars(part.data(), part.data() + part.size(), at);
      words.push_back(word + at - 1);
    }
    for (std::uint32_t each : words) {
      const std::uint32_t own = each - first_word_;
      if (own >= sentence_.words.size()) continue;
      const std::uint32_t above = sentence_.words[own].head;
      const bool is_inside = above != 0 && std::find(words.begin(), words.end(),
                                                     first_word_ + above - 1) != words.end();
      if (!is_inside) return each;
    }
    return words.front();
  }

  GumDocument& document_;
  const ConlluSentence& sentence_;
  std::uint32_t first_word_;
};

}  // namespace

std::vector<GumDocument> gum_documents(std::span<const ConlluSentence> sentences) {
  std::vector<GumDocument> documents;
  std::vector<std::string> tags;  // Of the words of the document.
  const auto finish = [&] {
    if (documents.empty()) return;
    for (GumMention& mention : documents.back().mentions) {
      if (mention.head >= tags.size()) continue;
      mention.is_pronoun = tags[mention.head] == "PRON";
      mention.is_name = tags[mention.head] == "PROPN";
    }
    tags.clear();
  };
  for (const ConlluSentence& sentence : sentences) {
    if (sentence.starts_document) {
      finish();
      documents.emplace_back();
      documents.back().id = sentence.document;
    }
    if (documents.empty()) continue;
    GumDocument& document = documents.back();
    if (!document.text.empty()) document.text += sentence.starts_paragraph ? "\n\n" : " ";
    MarkReader reader(document, sentence, static_cast<std::uint32_t>(tags.size()));
    std::map<std::uint32_t, const ConlluRange*> ranges;
    for (const ConlluRange& range : sentence.ranges) ranges[range.first] = &range;
    std::uint32_t range_end = 0;
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
      const ConlluWord& word = sentence.words[i];
      reader.read(entity_marks(word.misc), static_cast<std::uint32_t>(tags.size()));
      document.word_begins.push_back(static_cast<std::uint32_t>(document.text.size()));
      tags.push_back(word.upos);
      document.text += word.form;
      if (ranges.contains(i)) range_end = ranges[i]->last + 1;
      const bool is_last = i + 1 == sentence.words.size();
      if (i + 1 == range_end && !is_last) {
        if (ranges.empty() || sentence.ranges.back().space_after) document.text += ' ';
      } else if (i + 1 > range_end && word.space_after && !is_last) {
        document.text += ' ';
      }
    }
  }
  finish();
  return documents;
}

}  // namespace verbale
