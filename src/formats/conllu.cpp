// SPDX-License-Identifier: Apache-2.0
#include "formats/conllu.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace verbale {
namespace {

constexpr std::size_t kColumns = 10;
using Cells = std::array<std::string_view, kColumns>;

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (trouble != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool split_cells(std::string_view line, Cells& cells) {
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return false;
    cells[i] = line.substr(0, tab);
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return true;
}

bool has_space_after(std::string_view misc) {
  return misc.find("SpaceAfter=No") == std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  std::optional<Error> read_line(std::string_view line) {
    ++line_;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) return end_sentence();
    if (line.front() == '#') {
      read_comment(line);
      return std::nullopt;
    }
    return read_word(line);
  }

  std::optional<Error> end_sentence() {
    if (sentence_.words.empty()) return std::nullopt;
    for (const ConlluWord& word : sentence_.words) {
      if (word.head > sentence_.words.size()) return trouble("a head lies outside the sentence");
    }
    for (const ConlluRange& range : sentence_.ranges) {
      if (range.last >= sentence_.words.size()) return trouble("a range has no words");
    }
    sentences_.push_back(std::exchange(sentence_, {}));
    return std::nullopt;
  }

  std::vector<ConlluSentence> take() { return std::move(sentences_); }

 private:
  Error trouble(std::string what) const {
    return {file_ + ":" + std::to_string(line_), std::move(what),
            "see universaldependencies.org/format.html"};
  }

  void read_comment(std::string_view line) {
    const auto value = [&](std::string_view name) -> std::string {
      const std::size_t equals = line.find("= ");
      if (line.find(name) != 2 || equals == std::string_view::npos) return "";
      return std::string(line.substr(equals + 2));
    };
    if (line.starts_with("# sent_id")) sentence_.id = value("sent_id");
    const bool is_document = line.starts_with("# newdoc");
    if (is_document) sentence_.document = value("newdoc");
    sentence_.starts_document |= is_document;
    const bool is_paragraph = line == "# newpar" || line.starts_with("# newpar ");
    sentence_.starts_paragraph |= is_document || is_paragraph;
  }

  std::optional<Error> read_word(std::string_view line) {
    Cells cells;
    if (!split_cells(line, cells)) return trouble("has not ten cells parted by tabs");
    if (cells[0].find('.') != std::string_view::npos) return std::nullopt;  // An empty node.
    const std::size_t dash = cells[0].find('-');
    if (dash != std::string_view::npos) return read_range(cells, dash);
    const auto id = number_of(cells[0]);
    if (!id || *id != sentence_.words.size() + 1) return trouble("word numbers do not count up");
    std::optional<std::uint32_t> head = number_of(cells[6]);
    if (!head && cells[6] != "_") return trouble("the head is no number");
    ConlluWord word;
    word.form = cells[1];
    word.lemma = cells[2];
    word.upos = cells[3];
    word.xpos = cells[4];
    if (cells[5] != "_") word.feats = cells[5];
    word.head = head.value_or(0);
    word.deprel = cells[7];
    word.misc = cells[9];
    word.space_after = has_space_after(cells[9]);
    sentence_.words.push_back(std::move(word));
    return std::nullopt;
  }

  std::optional<Error> read_range(const Cells& cells, std::size_t dash) {
    const auto first = number_of(cells[0].substr(0, dash));
    const auto last = number_of(cells[0].substr(dash + 1));
    if (!first || !last || *first == 0 || *last < *first) return trouble("the range is none");
    sentence_.ranges.push_back(
        {*first - 1, *last - 1, std::string(cells[1]), has_space_after(cells[9])});
    return std::nullopt;
  }

  std::string file_;
  int line_ = 0;
  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
};

void append_cells(std::string& out, std::string_view id, const ConlluWord& word) {
  const auto cell = [](const std::string& text) { return text.empty() ? "_" : text; };
  out += id;
  out += '\t' + cell(word.form) + '\t' + cell(word.lemma) + '\t' + cell(word.upos) + '\t' +
         cell(word.xpos) + '\t' + cell(word.feats) + '\t';
  out += word.deprel.empty() ? "_" : std::to_string(word.head);
  out += '\t' + cell(word.deprel) + "\t_\t" + (word.space_after ? "_" : "SpaceAfter=No") + '\n';
}

}  // namespace

Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text, std::string_view file) {
  Reader reader(file);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const auto wrong = reader.read_line(text.substr(0, end));
    if (wrong) return *wrong;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  const auto wrong = reader.end_sentence();
  if (wrong) return *wrong;
  return reader.take();
}

void append_conllu(std::string& out, const ConlluSentence& sentence) {
  if (sentence.starts_document) {
    out += "# newdoc" + (sentence.document.empty() ? "" : " id = " + sentence.document) + '\n';
  }
  if (sentence.starts_paragraph) out += "# newpar\n";
  if (!sentence.id.empty()) out += "# sent_id = " + sentence.id + '\n';
  auto range = sentence.ranges.begin();
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    if (range != sentence.ranges.end() && range->first == i) {
      ConlluWord whole;
      whole.form = range->form;
      whole.space_after = range->space_after;
      append_cells(out, std::to_string(i + 1) + "-" + std::to_string(range->last + 1), whole);
      ++range;
    }
    append_cells(out, std::to_string(i + 1), sentence.words[i]);
  }
  out += '\n';
}

}  // namespace verbale
