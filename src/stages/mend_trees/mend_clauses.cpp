// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_clauses.h"

#include <cstdint>

#include "core/utf8.h"
#include "document/xpos.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class ClauseMender : Mending {
 public:
  ClauseMender(const Tree& tree, std::string_view text, const EmbeddingWords& words,
               const ActLexicon& acts, const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), words_(words), acts_(acts), vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan sentence) {
      mend_bidden(t, sentence.begin);
      mend_clause_of_time(t);
    });
  }

 private:
  bool is_capital(std::uint32_t token) const {
    return is_upper(decode_at(tree_.token(token).span.of(text_), 0).value);
  }

  // A name bears no infinitive: "wants Togo to leave" is about what Togo does.
  void mend_bidden(std::uint32_t clause, std::uint32_t sentence_begin) {
    const std::uint32_t name = tree_.token(clause).head;
    if (tree_.token(clause).deprel != Deprel::kAcl || name == kNoToken || name == sentence_begin) {
      return;
    }
    const std::uint32_t mark = tree_.child(clause, {Deprel::kMark});
    const bool is_infinitive = mark != kNoToken && words_.is(ClaimClass::kInfinitiveMarks, mark);
    const std::uint32_t verb = tree_.token(name).head;
    const bool is_object = tree_.token(name).deprel == Deprel::kObj && verb != kNoToken &&
                           verb < name && tree_.token(verb).upos == Upos::kVerb;
    // The infinitive follows at once: "asked Togo to leave".
    if (!is_infinitive || !is_object || !is_capital(name) || mark != name + 1) return;
    hang(clause, verb, Deprel::kXcomp);
  }

  // "after Lomé (temporarily) waived sanctions"
  void mend_clause_of_time(std::uint32_t verb) {
    const std::uint32_t noun = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAmod || noun == kNoToken || noun < verb) return;
    const std::string_view tag = name_of_xpos(tree_.token(verb).xpos);
    if (tag != "VBD" && tag != "VBN") return;
    const auto lemma = acts_.verb_forms.find(
        vocabulary_.find(lower_case(tree_.token(verb).span.of(text_))));
    const std::uint32_t above = tree_.token(noun).head;
    if (lemma == acts_.verb_forms.end() || above == kNoToken) return;
    if (tree_.token(noun).deprel != Deprel::kObl && tree_.token(noun).deprel != Deprel::kNmod) return;
    const std::uint32_t mark = tree_.child(noun, {Deprel::kCase});
    if (mark == kNoToken || !words_.is(ClaimClass::kTemporalMarks, mark)) return;
    const std::uint32_t name = name_between(mark, verb);
    if (name == kNoToken || tree_.has_child(noun, Deprel::kDet)) return;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.lemmas[verb] = vocabulary_.word(lemma->second);
    hang(verb, tree_.token(above).upos == Upos::kVerb ? above : noun_governor(above),
         Deprel::kAdvcl);
    hang(name, verb, Deprel::kNsubj);
    hang(noun, verb, Deprel::kObj);
    hang(mark, verb, Deprel::kMark);
  }

  std::uint32_t noun_governor(std::uint32_t noun) const {
    const std::uint32_t above = tree_.token(noun).head;
    return above == kNoToken || tree_.token(above).upos != Upos::kVerb ? noun : above;
  }

  // The one name between mark and verb, with nothing but adverbs beside it.
  std::uint32_t name_between(std::uint32_t mark, std::uint32_t verb) const {
    std::uint32_t name = kNoToken;
    for (std::uint32_t t = mark + 1; t < verb; ++t) {
      const Upos upos = tree_.token(t).upos;
      if (upos == Upos::kPropn && name == kNoToken && t == mark + 1) name = t;
      else if (upos != Upos::kAdv) return kNoToken;
    }
    return name;
  }

  std::string_view text_;
  const EmbeddingWords& words_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

void mend_clauses(const Tree& tree, std::string_view text, const EmbeddingWords& words,
                  const ActLexicon& acts, const Vocabulary& vocabulary, Syntax& mended) {
  ClauseMender(tree, text, words, acts, vocabulary, mended).mend();
}

}  // namespace verbale
