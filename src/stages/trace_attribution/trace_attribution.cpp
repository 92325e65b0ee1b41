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
    if (tree_.token(verb).upos != Upos::kVerb) return false;
    return words_.effect_of(verb, content) == Effect::kSaid ||
           words_.is(ClaimClass::kTellers, verb);
  }

  // ", the ministry said": not a sentence of its own that tells something else. A second comment may
  // hang on it: ", the ministry said, the agency reported".
  bool is_comment(std::uint32_t verb, std::uint32_t content) const {
    if (tree_.token(verb).deprel != Deprel::kParataxis || !is_saying(verb, content)) return false;
    const std::uint32_t told = tree_.child(verb, {Deprel::kCcomp, Deprel::kObj});
    if (told == kNoToken) return true;
    return is_saying(told, verb) && tree_.child(told, {Deprel::kCcomp, Deprel::kObj}) == kNoToken;
  }

  void take_speaker_above(std::uint32_t at, std::uint32_t above) {
    const Deprel relation = tree_.token(at).deprel;
    const bool is_content = relation == Deprel::kCcomp || relation == Deprel::kXcomp ||
                            relation == Deprel::kParataxis || relation == Deprel::kAdvcl;
    const bool is_thing = relation == Deprel::kObj || relation == Deprel::kNsubjPass;
    if (is_content && is_saying(above, at)) take_speaker(above);
    // "denied the attack", "the raid was reported by police"
    if (is_thing && words_.is(ClaimClass::kTellers, above)) take_speaker(above);
    // "reports that …", "claims of torture": a noun of saying.
    const bool is_told = relation == Deprel::kAcl || relation == Deprel::kCcomp ||
                         relation == Deprel::kNmod;
    if (is_told && is_noun_of_saying(above, at)) take_owner(above);
  }

  bool is_noun_of_saying(std::uint32_t noun, std::uint32_t content) const {
    return tree_.token(noun).upos == Upos::kNoun &&
           words_.effect_of(noun, content) == Effect::kSaid;
  }

  // Phrases beside a clause: "according to", "citing", "reportedly", ", the ministry said".
  void take_phrases(std::uint32_t at) {
    for (std::uint32_t child : tree_.children(at)) {
      const Deprel relation = tree_.token(child).deprel;
      const std::uint32_t marker = tree_.child(child, {Deprel::kCase, Deprel::kMark});
      if (marker != kNoToken && words_.is(ClaimClass::kSourceMarks, marker)) {
        add(child);
      } else if ((relation == Deprel::kAdvmod && words_.is(ClaimClass::kHearsayAdverbs, child)) ||
                 (relation == Deprel::kAmod && words_.is(ClaimClass::kHearsayAdjectives, child))) {
        chain_.push_back({std::string(tree_.token(child).span.of(text_)), SourceKind::kUnnamed,
                          tree_.token(child).span});
      } else if (is_comment(child, at)) {
        take_speaker(child);
        take_outer_comment(child);
      } else if (relation == Deprel::kAdvcl && words_.is(ClaimClass::kSourceMarks, child)) {
        const std::uint32_t source = tree_.child(child, {Deprel::kObl, Deprel::kObj});
        if (source != kNoToken) add(source);
      }
    }
    take_cited(at);
  }

  // "…, the ministry said in a statement, Reuters reported": the last teller is the outermost.
  void take_outer_comment(std::uint32_t verb) {
    for (std::uint32_t child : tree_.children(verb)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool may_tell = relation == Deprel::kParataxis || relation == Deprel::kCcomp ||
                            relation == Deprel::kConj || relation == Deprel::kAdvcl;
      if (child > verb && may_tell && is_saying(child, verb)) take_speaker(child);
    }
  }

  // Whom the teller cites stands further in than the teller.
  void take_cited(std::uint32_t at) {
    for (std::uint32_t child : tree_.children(at)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool modifies = relation == Deprel::kAdvcl || relation == Deprel::kAcl;
      if (!modifies || !words_.is(ClaimClass::kCitingVerbs, child)) continue;
      const std::uint32_t cited = tree_.child(child, {Deprel::kObj});
      if (cited != kNoToken) add_inside(cited);
      // "the ministry, quoted by the agency, said": the agency tells us.
      const std::uint32_t teller = tree_.child(child, {Deprel::kOblAgent});
      if (teller != kNoToken) add(teller);
    }
  }

  void take_speaker(std::uint32_t verb) {
    const Frame frame = verb_frame(tree_, verb);
    const Role* subject = frame.find(RoleKind::kSubject);
    const Role* listener = frame.find(RoleKind::kObject);
    if (listener == nullptr) listener = frame.find(RoleKind::kIndirect);
    std::uint32_t speaker = subject != nullptr ? subject->head : name_before(verb);
    if (speaker != kNoToken && tree_.is_within(own_clause_, speaker)) speaker = kNoToken;
    if (speaker != kNoToken) add(speaker);
    take_cited(verb);
    // "told Reuters": the outlet tells us.
    if (listener != nullptr && is_outlet(listener->head)) add(listener->head);
  }

  // `"We will leave," Minister Ama Darko said`, where the parse takes the minister into the quotation.
  std::uint32_t name_before(std::uint32_t verb) const {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    std::uint32_t name = kNoToken;
    for (std::uint32_t at = verb == sentence.begin ? kNoToken : verb - 1; at != kNoToken;
         at = tree_.token(at).head) {
      if (!is_noun(tree_, at) || tree_.subtree_span(at).end != verb) break;
      name = at;
    }
    return name;
  }

  void take_owner(std::uint32_t noun) {
    const std::uint32_t owner = owner_of(noun);
    if (owner != kNoToken) add(owner);
  }

  // "a report by the ministry", "the army's statement": whose word it is.
  std::uint32_t owner_of(std::uint32_t noun) const {
    for (const Role& role : noun_frame(tree_, noun).roles) {
      const bool is_owner =
          role.kind == RoleKind::kSubject ||
          (role.kind == RoleKind::kOblique && role.via == kNoToken &&
           words_.is(ClaimClass::kSourcePrepositions, role.marker));
      if (is_owner && mentions_.headed_by(role.head) != nullptr) return role.head;
    }
    return kNoToken;
  }

  bool is_outlet(std::uint32_t head) const {
    const Mention* mention = mentions_.headed_by(head);
    return mention != nullptr && mention->party && mention->party->sector == "JRN" &&
           mention->kind == MentionKind::kOrganisation;
  }

  void add(std::uint32_t head) {
    add_at(chain_.end(), source_of(head));
    // "two diplomats cited by the agency": who cites them tells us. "the paper, which cited a source"
    for (std::uint32_t child : tree_.children(head)) {
      if (!words_.is(ClaimClass::kCitingVerbs, child)) continue;
      const std::uint32_t teller = tree_.child(child, {Deprel::kOblAgent});
      const std::uint32_t cited = tree_.child(child, {Deprel::kObj});
      if (teller != kNoToken) add_at(chain_.end(), source_of(teller));
      else if (cited != kNoToken) add_inside(cited);
    }
  }
  void add_inside(std::uint32_t head) { add_at(chain_.begin(), source_of(head)); }

  void add_at(std::vector<Attribution>::iterator place, Attribution source) {
    for (const Attribution& known : chain_) {
      if (known.span == source.span || known.source == source.source) return;
    }
    chain_.insert(place, std::move(source));
  }

  // Of a document it is who wrote it.
  Attribution source_of(std::uint32_t head) const {
    if (is_noun_of_saying(head, head)) {
      const std::uint32_t owner = owner_of(head);
      if (owner != kNoToken) head = owner;
    }
    const Mention* mention = mentions_.headed_by(head);
    TokenSpan tokens = noun_phrase(head);
    // What a mention holds is its name; a description takes the name beside it along.
    if (mention != nullptr && (!holds_name(tokens) || holds_name(mention->tokens))) {
      tokens = mention->tokens;
    }
    const ByteSpan span{tree_.token(tokens.begin).span.begin,
                        tree_.token(tokens.end - 1).span.end};
    Attribution source{std::string(span.of(text_)), SourceKind::kUnnamed, span};
    const bool is_named = tree_.token(head).upos == Upos::kPropn || holds_name(tokens);
    if (mention == nullptr || !mention->party) return source;
    const bool is_known = is_named || mention->is_pronoun || !mention->party->id.empty();
    const bool is_mention = tokens.begin == mention->tokens.begin &&
                            tokens.end == mention->tokens.end;
    if (is_mention && is_known && !mention->party->name.empty()) source.source = mention->party->name;
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

  // A name right behind what it is: no comma between.
  bool is_name_beside(std::uint32_t child) const {
    const std::uint32_t first = tree_.subtree_span(child).begin;
    return tree_.token(child).deprel == Deprel::kAppos && first > 0 &&
           tree_.token(first - 1).upos != Upos::kPunct && tree_.token(child).upos == Upos::kPropn;
  }

  // The words around `head` that make one phrase, clauses left out: "the newspaper El Faro".
  TokenSpan noun_phrase(std::uint32_t head) const {
    TokenSpan span{head, head + 1};
    for (std::uint32_t child : tree_.children(head)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kAmod && relation != Deprel::kCompound &&
          relation != Deprel::kNmodPoss && relation != Deprel::kDet &&
          relation != Deprel::kNummod && relation != Deprel::kFlat &&
          relation != Deprel::kNmodDesc && !is_name_beside(child)) {
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
