// SPDX-License-Identifier: Apache-2.0
#include "stages/weigh_types/type_features.h"

#include <algorithm>

namespace verbale {
namespace {

using Path = std::vector<std::uint32_t>;

bool is_one_of(Deprel relation, std::initializer_list<Deprel> wanted) {
  return std::find(wanted.begin(), wanted.end(), relation) != wanted.end();
}

class FeatureMaker {
 public:
  FeatureMaker(const Tree& tree, ByteSpan source, ByteSpan target)
      : tree_(tree), source_(source), target_(target) {}

  std::vector<std::string> make() {
    const std::uint32_t source = head_of(source_), target = head_of(target_);
    if (source == kNoToken || target == kNoToken) return {};
    words(source);
    if (tree_.sentence_of(source) != tree_.sentence_of(target)) words(target);
    const Path from = way_up(source), to = way_up(target);
    side("s", from);
    side("t", to);
    ways(from, to);
    add("first:", source_.begin < target_.begin ? "s" : "t");
    std::sort(features_.begin(), features_.end());
    features_.erase(std::unique(features_.begin(), features_.end()), features_.end());
    return std::move(features_);
  }

  std::uint32_t meeting() const {
    const std::uint32_t source = head_of(source_), target = head_of(target_);
    if (source == kNoToken || target == kNoToken) return kNoToken;
    return meeting_of(way_up(source), way_up(target));
  }

 private:
  static std::uint32_t meeting_of(const Path& from, const Path& to) {
    for (std::uint32_t at : from) {
      if (std::find(to.begin(), to.end(), at) != to.end()) return at;
    }
    return kNoToken;
  }

  // The first token of the span that hangs on one outside.
  std::uint32_t head_of(ByteSpan span) const {
    const auto& tokens = tree_.syntax().tokens;
    const auto first = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& token, std::uint32_t at) { return token.span.end <= at; });
    for (auto token = first; token != tokens.end() && token->span.begin < span.end; ++token) {
      const bool is_inside = token->head != kNoToken && tokens[token->head].span.touches(span);
      if (!is_inside) return static_cast<std::uint32_t>(token - tokens.begin());
    }
    return kNoToken;
  }

  Path way_up(std::uint32_t token) const {
    Path path;
    for (; token != kNoToken; token = tree_.token(token).head) path.push_back(token);
    return path;
  }

  void add(std::string_view kind, std::string_view what) {
    features_.push_back(std::string(kind) + std::string(what));
  }

  void words(std::uint32_t inside) {
    const TokenSpan tokens = tree_.syntax().sentences[tree_.sentence_of(inside)].tokens;
    const std::uint32_t low = std::min(source_.end, target_.end);
    const std::uint32_t high = std::max(source_.begin, target_.begin);
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = tree_.token(t);
      const bool is_empty = token.upos == Upos::kPunct || token.upos == Upos::kDet ||
                            token.upos == Upos::kSym || token.upos == Upos::kX;
      if (is_empty || token.span.touches(source_) || token.span.touches(target_)) continue;
      add("w:", tree_.lemma(t));
      if (low <= token.span.begin && token.span.begin < high) add("b:", tree_.lemma(t));
    }
  }

  void side(std::string_view name, const Path& path) {
    const std::string suffix = std::string(name) + ":";
    if (path.size() > 1) {
      add("h" + suffix, tree_.lemma(path[1]));
      add("r" + suffix, name_of(tree_.token(path[0]).deprel));
    }
    for (std::uint32_t child : tree_.children(path[0])) {
      if (tree_.token(child).deprel == Deprel::kCase) add("c" + suffix, tree_.lemma(child));
    }
  }

  void ways(const Path& from, const Path& to) {
    const std::uint32_t top = meeting_of(from, to);
    if (top == kNoToken) return;
    for (std::size_t i = 1; i < from.size(); ++i) {
      add("p:", tree_.lemma(from[i]));
      if (from[i] == top) break;
    }
    for (std::size_t i = 1; i < to.size() && to[i] != top; ++i) add("p:", tree_.lemma(to[i]));
    add("top:", tree_.lemma(top));
    for (std::uint32_t child : tree_.children(top)) {
      const Deprel relation = tree_.token(child).deprel;
      if (is_one_of(relation, {Deprel::kObj, Deprel::kXcomp, Deprel::kCcomp, Deprel::kObl, Deprel::kAux,
                               Deprel::kAdvmod, Deprel::kCompoundPrt, Deprel::kNsubj})) {
        add("d:" + std::string(name_of(relation)) + ":", tree_.lemma(child));
      }
    }
  }

  const Tree& tree_;
  ByteSpan source_;
  ByteSpan target_;
  std::vector<std::string> features_;
};

}  // namespace

std::vector<std::string> type_features(const Tree& tree, ByteSpan source, ByteSpan target) {
  return FeatureMaker(tree, source, target).make();
}

std::uint32_t meeting_of(const Tree& tree, ByteSpan source, ByteSpan target) {
  return FeatureMaker(tree, source, target).meeting();
}

}  // namespace verbale
