// SPDX-License-Identifier: Apache-2.0
#include "train/neural_corpus.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace verbale {

namespace {

std::vector<std::string_view> split(std::string_view line, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = line.find(mark);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

std::uint16_t number_of(std::string_view digits) {
  std::uint16_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_plain_number(std::string_view digits) {
  return !digits.empty() &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view kIdMark = "# sent_id = ";

std::uint8_t place_of(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : static_cast<std::uint8_t>(found - names.begin());
}

}  // namespace

Result<std::vector<NeuralSentence>> read_trees(std::string_view text) {
  std::vector<NeuralSentence> sentences;
  NeuralSentence current;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty()) {
      if (!current.words.empty()) sentences.push_back(std::move(current));
      current = {};
      continue;
    }
    if (line.starts_with(kIdMark)) current.id = line.substr(kIdMark.size());
    if (line[0] == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() != 10) {
      return Error{"line " + std::to_string(number), "not ten columns", "write CoNLL-U"};
    }
    if (!is_plain_number(fields[0])) continue;
    current.words.emplace_back(fields[1]);
    current.upos.emplace_back(fields[3]);
    current.xpos.emplace_back(fields[4]);
    current.heads.push_back(number_of(fields[6]));
    current.deprels.emplace_back(fields[7]);
  }
  if (!current.words.empty()) sentences.push_back(std::move(current));
  return sentences;
}

void add_names(std::string_view iob2, std::vector<NeuralSentence>& sentences) {
  std::map<std::string, NeuralSentence*, std::less<>> by_id;
  for (NeuralSentence& sentence : sentences) by_id[sentence.id] = &sentence;
  NeuralSentence* current = nullptr;
  for (const std::string_view line : split(iob2, '\n')) {
    if (line.starts_with(kIdMark)) {
      const auto found = by_id.find(line.substr(kIdMark.size()));
      current = found == by_id.end() ? nullptr : found->second;
    }
    if (line.empty() || line[0] == '#' || current == nullptr) continue;
    const auto fields = split(line, '\t');
    if (fields.size() < 3) continue;
    const std::string_view kind = fields[2].size() > 2 ? fields[2].substr(2) : "";
    const bool is_name = kind == "PER" || kind == "ORG" || kind == "LOC";
    current->names.emplace_back(is_name ? fields[2] : "O");
  }
  for (NeuralSentence& sentence : sentences) {
    if (sentence.names.size() != sentence.words.size()) sentence.names.clear();
  }
}

NeuralLabels labels_of(const std::vector<NeuralSentence>& sentences) {
  std::set<std::string> upos, xpos, deprels;
  for (const NeuralSentence& sentence : sentences) {
    upos.insert(sentence.upos.begin(), sentence.upos.end());
    xpos.insert(sentence.xpos.begin(), sentence.xpos.end());
    deprels.insert(sentence.deprels.begin(), sentence.deprels.end());
  }
  NeuralLabels labels;
  labels.upos.assign(upos.begin(), upos.end());
  labels.xpos.assign(xpos.begin(), xpos.end());
  labels.deprels.assign(deprels.begin(), deprels.end());
  return labels;
}

std::vector<NeuralExample> encode(const std::vector<NeuralSentence>& sentences,
                                  const NeuralLabels& labels) {
  std::vector<NeuralExample> examples;
  for (const NeuralSentence& sentence : sentences) {
    NeuralExample example;
    example.words = sentence.words;
    example.heads = sentence.heads;
    for (const auto& name : sentence.upos) example.upos.push_back(place_of(labels.upos, name));
    for (const auto& name : sentence.xpos) example.xpos.push_back(place_of(labels.xpos, name));
    for (const auto& name : sentence.deprels) {
      example.deprels.push_back(place_of(labels.deprels, name));
    }
    for (const auto& name : sentence.names) example.names.push_back(place_of(labels.names, name));
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace verbale
