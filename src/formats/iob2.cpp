// SPDX-License-Identifier: Apache-2.0
#include "formats/iob2.h"

#include <algorithm>
#include <utility>

namespace verbale {

Result<std::vector<Iob2Sentence>> parse_iob2(std::string_view text, std::string_view file) {
  std::vector<Iob2Sentence> sentences;
  Iob2Sentence sentence;
  int line_number = 0;
  const auto end_sentence = [&] {
    if (!sentence.words.empty()) sentences.push_back(std::exchange(sentence, {}));
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++line_number;
    if (line.empty()) {
      end_sentence();
      continue;
    }
    if (line[0] == '#') {
      sentence.starts_document |= line.starts_with("# newdoc");
      continue;
    }
    const std::size_t first = std::min(line.find('\t'), line.size());
    const std::size_t second = line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      return Error{std::string(file) + ":" + std::to_string(line_number),
                   "has not three cells parted by tabs",
                   "give number, word and mark: '4<tab>Kyiv<tab>B-LOC'"};
    }
    const std::size_t third = std::min(line.find('\t', second + 1), line.size());
    sentence.words.emplace_back(line.substr(first + 1, second - first - 1));
    sentence.marks.emplace_back(line.substr(second + 1, third - second - 1));
  }
  end_sentence();
  return sentences;
}

}  // namespace verbale
