// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_comments.h"

#include <cstdint>

#include "document/xpos.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class CommentMender : Mending {
 public:
  CommentMender(const Tree& tree, std::string_view text, const EmbeddingWords& words,
                Syntax& mended)
      : Mending(tree, mended), text_(text), words_(words) {}

  void mend() {
    for (const Sentence& sentence : tree_.syntax().sentences) {
      if (!sentence.parsed) continue;
      for (std::uint32_t t = sentence.tokens.end; t-- > sentence.tokens.begin;) {
        if (tree_.token(t).upos != Upos::kVerb || !may_close(t, sentence.tokens)) continue;
        mend_speaker(t, sentence.tokens);
        break;
      }
    }
  }

 private:
  bool is_comma(std::uint32_t token) const { return tree_.token(token).span.of(text_) == ","; }

  // A past tense of saying, with nothing behind it but to whom, where and when.
  bool may_close(std::uint32_t verb, TokenSpan sentence) const {
    const std::string_view tag = name_of_xpos(tree_.token(verb).xpos);
    if ((tag != "VBD" && tag != "VBN") || !words_.is(ClaimClass::kSpeechActs, verb)) return false;
    if (words_.effect_of(verb, verb) != Effect::kSaid || tree_.has_child(verb, Deprel::kAuxPass)) {
      return false;
    }
    for (std::uint32_t t = verb + 1; t < sentence.end; ++t) {
      const Upos upos = tree_.token(t).upos;
      if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kSconj) return false;
    }
    return true;
  }

  // The comma before the noun phrase that ends where `verb` begins; kNoToken where none does.
  std::uint32_t comma_before(std::uint32_t verb, TokenSpan sentence) const {
    bool has_noun = false;
    for (std::uint32_t t = verb; t-- > sentence.begin;) {
      if (is_comma(t)) return has_noun ? t : kNoToken;
      switch (tree_.token(t).upos) {
        case Upos::kNoun:
        case Upos::kPropn:
          has_noun = true;
          break;
        case Upos::kAdj:
        case Upos::kAdp:
        case Upos::kDet:
        case Upos::kNum:
        case Upos::kPart:
          break;
        default:
          return kNoToken;
      }
    }
    return kNoToken;
  }

  void mend_speaker(std::uint32_t verb, TokenSpan sentence) {
    const std::uint32_t comma = comma_before(verb, sentence);
    const std::uint32_t known = tree_.child(verb, {Deprel::kNsubj});
    if (comma == kNoToken || (known != kNoToken && (known < comma || known > verb))) return;
    const auto is_inside = [&](std::uint32_t t) { return t != kNoToken && t > comma && t < verb; };
    // What of the phrase hangs outside it; the last of them heads it.
    std::uint32_t speaker = known;
    for (std::uint32_t t = comma + 1; t < verb && known == kNoToken; ++t) {
      if (!is_inside(tree_.token(t).head) && is_noun(tree_, t)) speaker = t;
    }
    if (speaker == kNoToken) return;
    for (std::uint32_t t = comma + 1; t < verb; ++t) {
      if (t != speaker && !is_inside(tree_.token(t).head)) hang(t, speaker, Deprel::kCompound);
    }
    const bool is_below = tree_.is_within(verb, speaker) && verb != speaker;
    if (tree_.token(verb).head != kNoToken || is_below) hang_on_root(verb);
    hang(speaker, verb, Deprel::kNsubj);
  }

  void hang_on_root(std::uint32_t verb) {
    std::uint32_t root = verb;
    while (mended_.tokens[root].head != kNoToken) root = mended_.tokens[root].head;
    if (root == verb) return;
    hang(verb, root, Deprel::kParataxis);
  }

  std::string_view text_;
  const EmbeddingWords& words_;
};

}  // namespace

void mend_comments(const Tree& tree, std::string_view text, const EmbeddingWords& words,
                   Syntax& mended) {
  CommentMender(tree, text, words, mended).mend();
}

}  // namespace verbale
