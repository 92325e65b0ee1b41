// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parse_features.h"

#include <algorithm>

#include "core/hash.h"
#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::uint64_t kNoWord = 0x77;
constexpr std::uint64_t kNoTag = 0xFFFF;
constexpr std::uint64_t kNoLabel = 0xFE;
constexpr std::size_t kBytesMax = 64;

// What features ask of one word of the state.
struct Node {
  std::int32_t at = ParseState::kNone;
  std::uint64_t word = kNoWord;
  std::uint64_t tag = kNoTag;
  std::uint64_t label = kNoLabel;
};

class View {
 public:
  View(const ParseState& state, std::span<const ParseWord> words) : state_(state), words_(words) {}

  Node node(std::int32_t at) const {
    if (at == ParseState::kNone) return {};
    const ParseWord& word = words_[static_cast<std::size_t>(at)];
    return {at, word.form, word.tag, static_cast<std::uint64_t>(state_.label(at))};
  }
  Node head(const Node& of) const {
    return of.at == ParseState::kNone ? Node{} : node(state_.head(of.at));
  }
  Node left(const Node& of, std::size_t nth) const {
    return of.at == ParseState::kNone ? Node{} : node(state_.left(of.at, nth));
  }
  Node right(const Node& of, std::size_t nth) const {
    return of.at == ParseState::kNone ? Node{} : node(state_.right(of.at, nth));
  }

 private:
  const ParseState& state_;
  std::span<const ParseWord> words_;
};

// Distances that matter differ; far is far.
std::uint64_t distance_class(std::int32_t distance) {
  if (distance <= 4) return static_cast<std::uint64_t>(distance);
  return distance <= 7 ? 5 : distance <= 12 ? 6 : 7;
}

}  // namespace

ParseWord parse_word_of(const Token& token, std::string_view text) {
  const std::string_view word = token.span.of(text).substr(0, kBytesMax);
  std::string lower = lower_case(word);
  for (char& c : lower) {
    if (is_digit(c)) c = '0';
  }
  return {hash64(lower), static_cast<std::uint64_t>(token.upos) << 8 | token.xpos};
}

void gather_parse_features(const ParseState& state, std::span<const ParseWord> words,
                           FeatureList& features) {
  const View view(state, words);
  const Node s0 = view.node(state.stack(0));
  const Node s1 = view.node(state.stack(1));
  const Node s2 = view.node(state.stack(2));
  const Node b0 = view.node(state.buffer(0));
  const Node b1 = view.node(state.buffer(1));
  const Node b2 = view.node(state.buffer(2));
  const Node b3 = view.node(state.buffer(3));
  const Node s0h = view.head(s0);
  const Node s0h2 = view.head(s0h);
  const Node s0l = view.left(s0, 0);
  const Node s0l2 = view.left(s0, 1);
  const Node s0r = view.right(s0, 0);
  const Node s0r2 = view.right(s0, 1);
  const Node b0l = view.left(b0, 0);
  const Node b0l2 = view.left(b0, 1);
  // The word just before the buffer's front, often a comma or a conjunction already attached.
  const Node before = view.node(b0.at > 0 ? b0.at - 1 : ParseState::kNone);

  const bool has_stack = s0.at != ParseState::kNone;
  const std::uint64_t distance = has_stack ? distance_class(b0.at - s0.at) : 8;
  const std::uint64_t s0vl = has_stack ? std::min(state.left_count(s0.at), 3u) : 8;
  const std::uint64_t s0vr = has_stack ? std::min(state.right_count(s0.at), 3u) : 8;
  const std::uint64_t b0vl = std::min(state.left_count(b0.at), 3u);
  const std::uint64_t s0sl = has_stack ? state.left_labels(s0.at) : 0;
  const std::uint64_t s0sr = has_stack ? state.right_labels(s0.at) : 0;
  const std::uint64_t b0sl = state.left_labels(b0.at);
  // Whether the top of the stack has its head decides which moves there are.
  const std::uint64_t headed = s0h.at != ParseState::kNone;

  std::uint64_t kind = 300;
  const auto add = [&](auto... values) { features.add(feature(kind++, values...)); };
  features.clear();
  add(headed);
  add(s0.word, headed);
  add(s0.tag, headed);
  add(s0.word, s0.tag);
  add(b0.word);
  add(b0.tag);
  add(b0.word, b0.tag);
  add(b1.word);
  add(b1.tag);
  add(b1.word, b1.tag);
  add(b2.word);
  add(b2.tag);
  add(b3.tag);
  add(s1.word);
  add(s1.tag);
  add(s1.word, s1.tag);
  add(s2.tag);
  add(s0.word, s0.tag, b0.word, b0.tag);
  add(s0.word, b0.word);
  add(s0.word, s0.tag, b0.tag);
  add(s0.tag, b0.word, b0.tag);
  add(s0.tag, b0.tag, headed);
  add(b0.tag, b1.tag);
  add(b0.word, b1.tag);
  add(b0.tag, b1.word);
  add(b0.word, b1.word);
  add(b0.tag, b1.tag, b2.tag);
  add(b1.tag, b2.tag, b3.tag);
  add(s0.tag, b0.tag, b1.tag);
  add(s0.tag, b0.tag, b1.tag, b2.tag);
  add(s0.word, b0.tag, b1.tag);
  add(s0.tag, b0.word, b1.tag);
  add(s0h.tag, s0.tag, b0.tag);
  add(s0h.word, s0.tag, b0.tag);
  add(s0.tag, s0l.tag, b0.tag);
  add(s0.tag, s0r.tag, b0.tag);
  add(s0.tag, b0.tag, b0l.tag);
  add(s1.tag, s0.tag, b0.tag);
  add(s1.word, s0.tag, b0.tag);
  add(s1.tag, s0.word, b0.tag);
  add(s2.tag, s1.tag, s0.tag, b0.tag);
  add(s1.tag, b0.tag);
  add(s1.word, b0.word);
  add(s1.tag, s0.tag);
  add(s0.word, distance);
  add(s0.tag, distance);
  add(b0.word, distance);
  add(b0.tag, distance);
  add(s0.word, b0.word, distance);
  add(s0.tag, b0.tag, distance);
  add(s0.word, s0vr);
  add(s0.tag, s0vr);
  add(s0.word, s0vl);
  add(s0.tag, s0vl);
  add(b0.word, b0vl);
  add(b0.tag, b0vl);
  add(s0h.word);
  add(s0h.tag);
  add(s0.label, s0.tag, b0.tag);
  add(s0.label);
  add(s0l.word);
  add(s0l.tag);
  add(s0l.label);
  add(s0r.word);
  add(s0r.tag);
  add(s0r.label);
  add(b0l.word);
  add(b0l.tag);
  add(b0l.label);
  add(s0h2.word);
  add(s0h2.tag);
  add(s0h.label);
  add(s0l2.word);
  add(s0l2.tag);
  add(s0l2.label);
  add(s0r2.word);
  add(s0r2.tag);
  add(s0r2.label);
  add(b0l2.word);
  add(b0l2.tag);
  add(b0l2.label);
  add(s0.tag, s0l.tag, s0l2.tag);
  add(s0.tag, s0r.tag, s0r2.tag);
  add(s0.tag, s0h.tag, s0h2.tag);
  add(b0.tag, b0l.tag, b0l2.tag);
  add(s0.word, s0sr);
  add(s0.tag, s0sr);
  add(s0.word, s0sl);
  add(s0.tag, s0sl);
  add(b0.word, b0sl);
  add(b0.tag, b0sl);
  add(s0.tag, s0sr, b0.tag);
  add(s0.tag, s0sl, b0.tag);
  add(s0.tag, b0.tag, b0sl);
  add(s0.tag, before.tag, b0.tag);
  add(s0.word, before.word, b0.tag);
  add(before.word, b0.tag, distance);
  add(before.tag, b0.word);
}

}  // namespace verbale
