// SPDX-License-Identifier: Apache-2.0
#include "stages/trace_attribution/trace_attribution.h"

#include <algorithm>

#include "claims/embedding_words.h"
#include "document/mention_index.h"
#include "grammar/frame.h"

namespace verbale {
namespace {

class Tracer {
 public:
  Tracer(const Tree& tree, std::string_view text, const References& references,
         const ClaimWords& words, const Vocabulary& vocabulary)
      : tree_(tree), text_(text), words_(tree, text, words, vocabulary),
        mentions_(references, tree.syntax()) {}

  // Outermost first.
  std::vector<Attribution> trace(const Event& event) {
    chain_.clear();
    own_clause_ = event.anchor;
    std::uint32_t at = event.anchor;
    while (at != kNoToken) {
      take_phrases(at);
      const std::uint32_t above = tree_.token(at).head;
      if (above != kNoToken) take_speaker_above(at, above);
      if (ends_claim(at)) break;
      at = above;
    }
    std::reverse(chain_.begin(), chain_.end());
    return chain_;
  }

  // Speakers of sentences that only go on with a quotation.
  void carry_quotations(std::vector<Event>& events) const {
    const auto& sentences = tree_.syntax().sentences;
    std::vector<Attribution> speaker;
    bool is_open = false;
    std::size_t next = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const bool starts_paragraph = s > 0 && is_paragraph_break(sentences[s - 1], sentences[s]);
      const std::string_view words = sentences[s].span.of(text_);
      const bool goes_on = is_open || (starts_with_quote(words) && !starts_paragraph);
      std::vector<Attribution> own;
      for (; next < events.size() && events[next].sentence == s; ++next) {
        Event& event = events[next];
        if (event.attribution.empty() && goes_on && !speaker.empty()) event.attribution = speaker;
        if (!event.attribution.empty()) own = event.attribution;
      }
      if (own.empty()) own = speaker_of_sentence(sentences[s]);
      if (!own.empty()) speaker = own;
      else if (!goes_on) speaker.clear();
      is_open = leaves_quote_open(words, is_open && !starts_paragraph);
    }
  }

 private:
  // A clause that tells something of a noun, or when and why, is told by whoever tells the rest;
  // only a sentence ends it.
  bool ends_claim(std::uint32_t at) const { return tree_.token(at).deprel == Deprel::kRoot; }

  bool is_saying(std::uint32_t verb, std::uint32_t content) const {
    return tree_.token(verb).upos == Upos::kVerb &&
           words_.effect_of(verb, content) == Effect::kSaid;
  }

  void take_speaker_above(std::uint32_t at, std::uint32_t above) {
    const Deprel relation = tree_.token(at).deprel;
    const bool is_content = relation == Deprel::kCcomp || relation == Deprel::kXcomp ||
                            relation == Deprel::kParataxis || relation == Deprel::kAdvcl;
    if (is_content && is_saying(above, at)) take_speaker(above);
    // "reports that …", "claims of torture": a noun of saying.
    const bool is_noun = tree_.token(above).upos == Upos::kNoun;
    const bool is_told = relation == Deprel::kAcl || relation == Deprel::kCcomp ||
                         relation == Deprel::kNmod;
    if (is_noun && is_told && words_.effect_of(above, at) == Effect::kSaid) take_owner(above);
  }

  // Phrases beside a clause: "according to", "citing", "reportedly", ", the ministry said".
  void take_phrases(std::uint32_t at) {
    for (std::uint32_t child : tree_.children(at)) {
      const Deprel relation = tree_.token(child).deprel;
      const std::uint32_t marker = tree_.child(child, {Deprel::kCase, Deprel::kMark});
      if (marker != kNoToken && tree_.lemma(marker) == "accord") {
        add(child);
      } else if (relation == Deprel::kAdvmod &&
                 words_.is(words_.words().hearsay_adverbs, child)) {
        chain_.push_back({std::string(tree_.token(child).span.of(text_)), SourceKind::kUnnamed,
                          tree_.token(child).span});
      } else if (relation == Deprel::kParataxis && is_saying(child, at)) {
        take_speaker(child);
      } else if (relation == Deprel::kAdvcl && tree_.lemma(child) == "cite") {
        const std::uint32_t cited = tree_.child(child, {Deprel::kObj});
        // Whom the teller cites stands further in than the teller.
        if (cited != kNoToken) add_inside(cited);
      } else if (relation == Deprel::kAdvcl && tree_.lemma(child) == "accord") {
        const std::uint32_t source = tree_.child(child, {Deprel::kObl, Deprel::kObj});
        if (source != kNoToken) add(source);
      }
    }
  }

  void take_speaker(std::uint32_t verb) {
    const Frame frame = verb_frame(tree_, verb);
    const Role* speaker = frame.find(RoleKind::kSubject);
    const Role* listener = frame.find(RoleKind::kObject);
    if (listener == nullptr) listener = frame.find(RoleKind::kIndirect);
    if (speaker != nullptr && !tree_.is_within(own_clause_, speaker->head)) add(speaker->head);
    for (std::uint32_t child : tree_.children(verb)) {
      if (tree_.token(child).deprel == Deprel::kAdvcl && tree_.lemma(child) == "cite") {
        const std::uint32_t cited = tree_.child(child, {Deprel::kObj});
        if (cited != kNoToken) add_inside(cited);
      }
    }
    // "told Reuters": the outlet tells us.
    if (listener != nullptr && is_outlet(listener->head)) add(listener->head);
  }

  void take_owner(std::uint32_t noun) {
    const Frame frame = noun_frame(tree_, noun);
    for (const Role& role : frame.roles) {
      if (role.kind == RoleKind::kSubject && mentions_.headed_by(role.head) != nullptr) {
        add(role.head);
        return;
      }
    }
  }

  bool is_outlet(std::uint32_t head) const {
    const Mention* mention = mentions_.headed_by(head);
    return mention != nullptr && mention->party && mention->party->sector == "JRN";
  }

  void add(std::uint32_t head) { chain_.push_back(source_of(head)); }
  void add_inside(std::uint32_t head) { chain_.insert(chain_.begin(), source_of(head)); }

  Attribution source_of(std::uint32_t head) const {
    const Mention* mention = mentions_.headed_by(head);
    TokenSpan tokens = mention != nullptr ? mention->tokens : noun_phrase(head);
    const ByteSpan span{tree_.token(tokens.begin).span.begin,
                        tree_.token(tokens.end - 1).span.end};
    Attribution source{std::string(span.of(text_)), SourceKind::kUnnamed, span};
    const bool is_named = tree_.token(head).upos == Upos::kPropn || holds_name(tokens);
    if (mention == nullptr || !mention->party) return source;
    const bool is_known = is_named || mention->is_pronoun || !mention->party->id.empty();
    if (is_known && !mention->party->name.empty()) source.source = mention->party->name;
    if (mention->party->sector == "JRN" && mention->kind == MentionKind::kOrganisation) {
      source.kind = SourceKind::kOutlet;
    } else if (mention->kind == MentionKind::kPerson) {
      source.kind = is_named || mention->is_pronoun ? SourceKind::kPerson : SourceKind::kUnnamed;
    } else if (mention->kind != MentionKind::kGroup || is_named) {
      source.kind = SourceKind::kOrganisation;
    }
    return source;
  }

  bool holds_name(TokenSpan tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (tree_.token(t).upos == Upos::kPropn && tree_.token(t).deprel != Deprel::kCompound &&
          tree_.token(t).deprel != Deprel::kNmodPoss) {
        return true;
      }
    }
    return false;
  }

  // The words around `head` that make one phrase, clauses left out.
  TokenSpan noun_phrase(std::uint32_t head) const {
    TokenSpan span{head, head + 1};
    for (std::uint32_t child : tree_.children(head)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kAmod && relation != Deprel::kCompound &&
          relation != Deprel::kNmodPoss && relation != Deprel::kDet &&
          relation != Deprel::kNummod && relation != Deprel::kFlat) {
        continue;
      }
      const TokenSpan below = tree_.subtree_span(child);
      span.begin = std::min(span.begin, below.begin);
      span.end = std::max(span.end, below.end);
    }
    return span;
  }

  // --- Quotations over several sentences. ---

  static bool starts_with_quote(std::string_view words) {
    return words.starts_with('"') || words.starts_with("\u201C");
  }

  static bool leaves_quote_open(std::string_view words, bool is_open) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == '"') is_open = !is_open;
      if (words.substr(i).starts_with("\u201C")) is_open = true;
      if (words.substr(i).starts_with("\u201D")) is_open = false;
    }
    return is_open;
  }

  bool is_paragraph_break(const Sentence& before, const Sentence& after) const {
    return text_.substr(before.span.end, after.span.begin - before.span.end).find('\n') !=
           std::string_view::npos;
  }

  std::vector<Attribution> speaker_of_sentence(const Sentence& sentence) const {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = tree_.token(t);
      if (token.upos != Upos::kVerb) continue;
      const bool is_main = token.deprel == Deprel::kRoot || token.deprel == Deprel::kParataxis;
      const std::uint32_t content = tree_.child(t, {Deprel::kCcomp, Deprel::kParataxis});
      const std::uint32_t anything = content != kNoToken ? content : token.head;
      if (!is_main || anything == kNoToken || !is_saying(t, anything)) continue;
      const Frame frame = verb_frame(tree_, t);
      if (const Role* speaker = frame.find(RoleKind::kSubject)) return {source_of(speaker->head)};
    }
    return {};
  }

  const Tree& tree_;
  std::string_view text_;
  const EmbeddingWords words_;
  const MentionIndex mentions_;
  std::vector<Attribution> chain_;
  std::uint32_t own_clause_ = kNoToken;
};

}  // namespace

std::vector<Event> trace_attribution(std::vector<Event> events, const Tree& tree,
                                     std::string_view text, const References& references,
                                     const ClaimWords& words, const Vocabulary& vocabulary) {
  Tracer tracer(tree, text, references, words, vocabulary);
  for (Event& event : events) event.attribution = tracer.trace(event);
  tracer.carry_quotations(events);
  return events;
}

}  // namespace verbale
