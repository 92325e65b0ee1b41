// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/plain_blocks.h"

#include <algorithm>

#include "core/utf8.h"
#include "formats/records.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// Wider than any column at which programs break lines.
constexpr std::size_t kColumnsMax = 110;
constexpr std::size_t kColumnsMin = 40;
// Fewer lines prove no column.
constexpr std::size_t kWrappedLinesMin = 3;

struct Line {
  std::string text;
  bool after_gap = false;
  bool indented = false;
  std::size_t columns = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool gap = false;
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view raw = text.substr(0, end);
    Line line{one_line(raw), gap, !raw.empty() && is_space(raw.front()), 0};
    gap = line.text.empty();
    line.columns = count_code_points(line.text);
    if (!line.text.empty()) lines.push_back(std::move(line));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// The column at which the lines of the text were broken; 0 when they were not. They were when most
// lines that another one follows could not have held its first word.
std::size_t wrap_column(const std::vector<Line>& lines) {
  std::size_t widest = 0;
  for (const Line& line : lines) widest = std::max(widest, line.columns);
  if (widest > kColumnsMax || widest < kColumnsMin) return 0;
  std::size_t followed = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_gap || lines[i + 1].indented) continue;
    const std::size_t word = std::min(lines[i + 1].text.find(' '), lines[i + 1].text.size());
    ++followed;
    full += lines[i].columns + 1 + word + widest / 8 > widest && !ends_sentence(lines[i].text);
  }
  return full >= kWrappedLinesMin && full * 2 >= followed ? widest : 0;
}

bool starts_lower(std::string_view text) {
  const CodePoint first = decode_at(text, 0);
  return is_letter(first.value) && !is_upper(first.value) && first.value < 0x2000;
}

// Whether `next` goes on with the sentence that `line` breaks off.
bool goes_on(const Line& line, const Line& next, std::size_t column) {
  if (next.after_gap) return false;
  if (column > 0) {
    if (next.indented && !line.indented) return false;
    const std::size_t word = std::min(next.text.find(' '), next.text.size());
    return line.columns + 1 + word + column / 4 > column;
  }
  constexpr std::size_t kProseBytes = 40;
  return line.text.size() >= kProseBytes && !ends_sentence(line.text) && starts_lower(next.text) &&
         !line.text.ends_with(':');
}

}  // namespace

std::vector<Block> plain_blocks(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const std::size_t column = wrap_column(lines);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && goes_on(lines[i - 1], lines[i], column)) {
      blocks.back().text += ' ';
      blocks.back().text += lines[i].text;
      continue;
    }
    Block block;
    block.text = lines[i].text;
    block.after_gap = lines[i].after_gap;
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace verbale
