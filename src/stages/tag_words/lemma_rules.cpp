// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/lemma_rules.h"

#include <algorithm>

#include "core/hash.h"
#include "core/utf8.h"
#include "learning/feature_hash.h"
#include "learning/word_view.h"

namespace verbale {
namespace {

std::string title_case(std::string_view word) {
  std::string text;
  bool is_first = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    if (is_first || !is_letter(point.value)) {
      text += word.substr(at, point.bytes);
    } else {
      append_utf8(text, to_lower(point.value));
    }
    is_first = !is_letter(point.value);
    at += point.bytes;
  }
  return text;
}

std::string in_case(std::string_view word, LemmaScript::Case letters) {
  switch (letters) {
    case LemmaScript::Case::kLower: return lower_case(word);
    case LemmaScript::Case::kKeep: return std::string(word);
    case LemmaScript::Case::kTitle: return title_case(word);
  }
  return {};
}

std::uint64_t word_key(std::string_view lower, std::uint8_t tag, LetterCase letters) {
  return feature(1, hash64(lower), tag, static_cast<std::uint64_t>(letters));
}

std::uint64_t ending_key(std::string_view lower, std::size_t size, std::uint8_t tag,
                         LetterCase letters) {
  return feature(2, hash64(lower.substr(lower.size() - size)), tag,
                 static_cast<std::uint64_t>(letters));
}

// How often each script was right for one key.
using Votes = std::map<std::uint16_t, std::uint32_t>;

std::uint16_t winner(const Votes& votes) {
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
           return a.second < b.second;
         })->first;
}

}  // namespace

std::string LemmaScript::apply(std::string_view word) const {
  if (is_whole) return append;
  std::string lemma = in_case(word, letters);
  if (remove > 0 && remove >= lemma.size()) return lemma;
  lemma.resize(lemma.size() - remove);
  return lemma + append;
}

LemmaScript LemmaScript::between(std::string_view word, std::string_view lemma) {
  LemmaScript best;
  std::size_t best_shared = 0;
  for (Case letters : {Case::kLower, Case::kKeep, Case::kTitle}) {
    const std::string base = in_case(word, letters);
    std::size_t shared = 0;
    while (shared < base.size() && shared < lemma.size() && base[shared] == lemma[shared]) {
      ++shared;
    }
    if (shared <= best_shared) continue;
    best_shared = shared;
    best = {letters, false, static_cast<std::uint8_t>(std::min<std::size_t>(base.size() - shared, 255)),
            std::string(lemma.substr(shared))};
  }
  if (best_shared == 0) return {Case::kKeep, true, 0, std::string(lemma)};
  return best;
}

std::string LemmaScript::text() const {
  const char mark = is_whole ? '=' : "lkt"[static_cast<int>(letters)];
  return std::string(1, mark) + std::to_string(remove) + ' ' + append + '\n';
}

LemmaScript LemmaScript::from_text(std::string_view line) {
  LemmaScript script;
  if (line.empty()) return script;
  script.is_whole = line[0] == '=';
  if (line[0] == 'k') script.letters = Case::kKeep;
  if (line[0] == 't') script.letters = Case::kTitle;
  unsigned remove = 0;
  std::size_t at = 1;
  for (; at < line.size() && is_digit(line[at]); ++at) {
    remove = std::min(remove * 10 + static_cast<unsigned>(line[at] - '0'), 255u);
  }
  script.remove = static_cast<std::uint8_t>(remove);
  if (at < line.size()) script.append = line.substr(at + 1);
  return script;
}

bool LemmaRules::can_read(const ModelFile& file) {
  const auto probe = file.array<std::uint64_t>("lemma.probe");
  return probe.size() == 1 && probe[0] == kFeatureProbe;
}

LemmaRules LemmaRules::load(const ModelFile& file) {
  LemmaRules rules;
  std::string_view text = file.text("lemma.scripts");
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    rules.scripts_.push_back(LemmaScript::from_text(text.substr(0, end)));
    text.remove_prefix(end + 1);
  }
  rules.words_ = HashValues(file.array<std::uint64_t>("lemma.words"));
  rules.endings_ = HashValues(file.array<std::uint64_t>("lemma.endings"));
  return rules;
}

std::string LemmaRules::lemma_of(std::string_view word, std::uint8_t tag) const {
  const std::string lower = lower_case(word);
  const LetterCase letters = letter_case_of(word);
  std::optional<std::uint16_t> script = words_.find(word_key(lower, tag, letters));
  for (std::size_t size = std::min(kSuffixMax, lower.size()) + 1; !script && size-- > 0;) {
    script = endings_.find(ending_key(lower, size, tag, letters));
  }
  if (!script || *script >= scripts_.size()) return lower;
  return scripts_[*script].apply(word);
}

void LemmaRules::train(std::span<const Example> examples, ModelWriter& writer) {
  std::map<std::string, std::uint16_t> numbers;
  std::map<std::uint64_t, Votes> by_word;
  std::map<std::uint64_t, Votes> by_ending;
  std::map<std::uint64_t, Example> shown;  // One of the words behind a key.
  std::vector<std::string> texts;
  for (const Example& example : examples) {
    const std::string text = LemmaScript::between(example.word, example.lemma).text();
    const auto [number, is_new] =
        numbers.emplace(text, static_cast<std::uint16_t>(std::min<std::size_t>(texts.size(), 65535)));
    if (is_new) texts.push_back(text);
    const std::string lower = lower_case(example.word);
    const auto key = word_key(lower, example.tag, letter_case_of(example.word));
    ++by_word[key][number->second];
    shown.emplace(key, example);
  }
  // Endings are learnt from kinds of words, not from their frequency: "was" teaches nothing.
  for (const auto& [key, example] : shown) {
    const std::uint16_t script = winner(by_word[key]);
    if (texts[script][0] == '=') continue;
    const std::string lower = lower_case(example.word);
    const LetterCase letters = letter_case_of(example.word);
    for (std::size_t size = 0; size <= std::min(kSuffixMax, lower.size()); ++size) {
      ++by_ending[ending_key(lower, size, example.tag, letters)][script];
    }
  }
  std::map<std::uint64_t, std::uint16_t> endings;
  for (const auto& [key, votes] : by_ending) {
    std::uint32_t sum = 0;
    for (const auto& [script, count] : votes) sum += count;
    if (sum >= 2) endings[key] = winner(votes);
  }
  LemmaRules rules;
  for (const std::string& text : texts) {
    rules.scripts_.push_back(LemmaScript::from_text(std::string_view(text).substr(0, text.size() - 1)));
  }
  const std::vector<std::uint64_t> ending_slots = HashValues::build(endings);
  rules.endings_ = HashValues(ending_slots);
  std::map<std::uint64_t, std::uint16_t> words;
  for (const auto& [key, example] : shown) {
    const std::uint16_t script = winner(by_word[key]);
    const std::string wanted = rules.scripts_[script].apply(example.word);
    if (rules.lemma_of(example.word, example.tag) != wanted) words[key] = script;
  }
  std::string all;
  for (const std::string& text : texts) all += text;
  writer.add_array("lemma.probe", std::vector<std::uint64_t>{kFeatureProbe});
  writer.add("lemma.scripts", all);
  writer.add_array("lemma.words", HashValues::build(words));
  writer.add_array("lemma.endings", ending_slots);
}

}  // namespace verbale
