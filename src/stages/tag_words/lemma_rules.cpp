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
    case LemmaScript::Case::kLower:
      return lower_case(word);
    case LemmaScript::Case::kKeep:
      return std::string(word);
    case LemmaScript::Case::kTitle:
      return title_case(word);
  }
  return {};
}

std::uint64_t word_key(std::string_view lower, std::uint8_t tag, LetterCase letters) {
  return feature(1, hash64(lower), tag, static_cast<std::uint64_t>(letters));
}

// `place` 0 keys the commonest script of an ending, 1 the next.
std::uint64_t ending_key(std::uint64_t place, std::string_view lower, std::size_t size,
                         std::uint8_t tag, LetterCase letters) {
  return feature(4 + place, hash64(lower.substr(lower.size() - size)), tag,
                 static_cast<std::uint64_t>(letters));
}

// Changes with what the keys below are made of, so that rules made otherwise are refused.
constexpr std::uint64_t kRulesProbe = feature(2, kFeatureProbe);

std::uint64_t lemma_key(std::string_view lemma) {
  return feature(3, hash64(lemma));
}

// Marks the script of an ending that only one word taught.
constexpr std::uint16_t kOneWord = 0x8000;
constexpr std::size_t kScriptsMax = 0x7FFF;

// How often each script was right for one key.
using Votes = std::map<std::uint16_t, std::uint32_t>;

std::uint16_t winner(const Votes& votes) {
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
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
    const std::size_t rest = std::min<std::size_t>(base.size() - shared, 255);
    best = {letters, false, static_cast<std::uint8_t>(rest), std::string(lemma.substr(shared))};
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
  return probe.size() == 1 && probe[0] == kRulesProbe;
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
  rules.lemmas_ = HashValues(file.array<std::uint64_t>("lemma.known"));
  return rules;
}

std::string LemmaRules::lemma_of(std::string_view word, std::uint8_t tag) const {
  const std::string lower = lower_case(word);
  const LetterCase letters = letter_case_of(word);
  const auto exact = words_.find(word_key(lower, tag, letters));
  if (exact && *exact < scripts_.size()) return scripts_[*exact].apply(word);
  // The longest ending that makes a lemma known from elsewhere; else the longest that several
  // words taught.
  std::optional<std::string> guess;
  std::optional<LemmaScript::Case> letters_kept;
  for (std::size_t size = std::min(kSuffixMax, lower.size()) + 1; size-- > 0;) {
    for (std::uint64_t place = 0; place < 2; ++place) {
      const auto ending = endings_.find(ending_key(place, lower, size, tag, letters));
      if (!ending) break;
      const std::size_t script = *ending & ~kOneWord;
      if (script >= scripts_.size()) break;
      // "Baker" is no baker: the first choice settles the case.
      if (!letters_kept) letters_kept = scripts_[script].letters;
      if (scripts_[script].letters != *letters_kept) continue;
      std::string lemma = scripts_[script].apply(word);
      if (lemmas_.find(lemma_key(lemma))) return lemma;
      // What most words leave as it is hides no other word: "terrace" is no form of "terra".
      const bool is_changed = scripts_[script].remove > 0;
      if (!guess && place == 0 && (*ending & kOneWord) == 0) guess = std::move(lemma);
      if (!is_changed) break;
    }
  }
  return guess.value_or(lower);
}

void LemmaRules::train(std::span<const Example> examples, ModelWriter& writer) {
  std::map<std::string, std::uint16_t> numbers;
  std::map<std::uint64_t, Votes> by_word;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Votes> by_ending;  // Keys of both places.
  std::map<std::uint64_t, Example> shown;  // One of the words behind a key.
  std::vector<std::string> texts;
  for (const Example& example : examples) {
    const std::string text = LemmaScript::between(example.word, example.lemma).text();
    const auto [number, is_new] =
        numbers.emplace(text, static_cast<std::uint16_t>(std::min(texts.size(), kScriptsMax)));
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
      ++by_ending[{ending_key(0, lower, size, example.tag, letters),
                   ending_key(1, lower, size, example.tag, letters)}][script];
    }
  }
  std::map<std::uint64_t, std::uint16_t> endings;
  for (auto& [keys, votes] : by_ending) {
    std::uint32_t sum = 0;
    for (const auto& [script, count] : votes) sum += count;
    const std::uint16_t first = winner(votes);
    endings[keys.first] = sum >= 2 ? first : static_cast<std::uint16_t>(first | kOneWord);
    votes.erase(first);
    if (!votes.empty()) endings[keys.second] = winner(votes);
  }
  std::map<std::uint64_t, std::uint16_t> lemmas;
  for (const Example& example : examples) lemmas[lemma_key(example.lemma)] = 1;
  const std::vector<std::uint64_t> lemma_slots = HashValues::build(lemmas);
  LemmaRules rules;
  for (const std::string& text : texts) {
    const std::string_view line(text);
    rules.scripts_.push_back(LemmaScript::from_text(line.substr(0, line.size() - 1)));
  }
  const std::vector<std::uint64_t> ending_slots = HashValues::build(endings);
  rules.endings_ = HashValues(ending_slots);
  rules.lemmas_ = HashValues(lemma_slots);
  std::map<std::uint64_t, std::uint16_t> words;
  for (const auto& [key, example] : shown) {
    const std::uint16_t script = winner(by_word[key]);
    const std::string wanted = rules.scripts_[script].apply(example.word);
    if (rules.lemma_of(example.word, example.tag) != wanted) words[key] = script;
  }
  std::string all;
  for (const std::string& text : texts) all += text;
  writer.add_array("lemma.probe", std::vector<std::uint64_t>{kRulesProbe});
  writer.add("lemma.scripts", all);
  writer.add_array("lemma.words", HashValues::build(words));
  writer.add_array("lemma.endings", ending_slots);
  writer.add_array("lemma.known", lemma_slots);
}

}  // namespace verbale
