// SPDX-License-Identifier: Apache-2.0
#include "stages/find_mentions/phrases.h"

#include <algorithm>
#include <map>

#include "core/utf8.h"
#include "document/xpos.h"

namespace verbale {
namespace {

constexpr std::uint32_t kNoAnchor = 0xFFFFFFFF;
// Longer noun phrases are parsing accidents.
constexpr std::uint32_t kReachMax = 20;
constexpr int kClimbMax = 12;
constexpr int kComplementDepthMax = 6;

class PhraseBuilder {
 public:
  PhraseBuilder(std::string_view text, const Tree& tree, const std::vector<Anchor>& anchors,
                const ActorLexicon& actors)
      : text_(text),
        tree_(tree),
        tokens_(tree.syntax().tokens),
        anchors_(anchors),
        actors_(actors),
        anchor_at_(tokens_.size(), kNoAnchor) {
    for (std::uint32_t i = 0; i < anchors.size(); ++i) {
      for (std::uint32_t t = anchors[i].tokens.begin; t < anchors[i].tokens.end; ++t) {
        anchor_at_[t] = i;
      }
    }
  }

  std::vector<Phrase> build() {
    for (std::uint32_t i = 0; i < anchors_.size(); ++i) place(i);
    std::vector<Phrase> phrases;
    for (const auto& [top, group] : groups_) phrases.push_back(phrase_of(top, group));
    std::sort(phrases.begin(), phrases.end(), in_text_order);
    join_neighbours(phrases);
    for (Phrase& phrase : phrases) mend_kind(phrase);
    std::erase_if(phrases, [this](const Phrase& phrase) { return is_bare_nationality(phrase); });
    for (Phrase& phrase : phrases) {
      if (!phrase.is_modifier) add_complement(phrase.tokens, phrase, 0);
    }
    std::sort(phrases.begin(), phrases.end(), in_text_order);
    uncross(phrases);
    return phrases;
  }

 private:
  struct Group {
    std::vector<std::uint32_t> anchors;
    bool is_modifier = false;
  };

  static bool in_text_order(const Phrase& a, const Phrase& b) {
    if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
    return a.tokens.end > b.tokens.end;
  }

  std::string_view word(std::uint32_t token) const { return tokens_[token].span.of(text_); }

  bool is_nominal(std::uint32_t token) const {
    const Upos upos = tokens_[token].upos;
    return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj ||
           upos == Upos::kNum || upos == Upos::kX || upos == Upos::kSym;
  }

  // "in French", "speaks Russian": a language, not a people.
  bool is_bare_nationality(const Phrase& phrase) const {
    if (!phrase.anchor.is_nationality || phrase.is_modifier) return false;
    return phrase.tokens == phrase.anchor.tokens &&
           !name_of_xpos(tokens_[phrase.head].xpos).ends_with('S');
  }

  // The token of a span whose head lies outside it; the last such, for "New York" cut in two.
  std::uint32_t head_of(TokenSpan span) const {
    std::uint32_t found = span.end - 1;
    for (std::uint32_t t = span.end; t-- > span.begin;) {
      const std::uint32_t head = tokens_[t].head;
      if (head == kNoToken || !span.holds(head)) {
        found = t;
        // A preposition or bracket that the parser hung elsewhere is no head.
        if (is_nominal(t)) return t;
      }
    }
    return found;
  }

  // The token above, when `token` is a part of its noun phrase; else kNoToken.
  std::uint32_t above(std::uint32_t token, bool is_nationality) const {
    const std::uint32_t head = tokens_[token].head;
    if (head == kNoToken || !is_nominal(head)) return kNoToken;
    const auto distance = head > token ? head - token : token - head;
    if (distance > kReachMax) return kNoToken;
    // "Putin and President Zelensky": a name with a name joined to it is part of no other.
    const std::uint32_t own = anchor_at_[token];
    if (own != kNoAnchor && is_person_name(own) && tree_.has_child(token, Deprel::kConj)) {
      return kNoToken;
    }
    switch (tokens_[token].deprel) {
      case Deprel::kFlat:
      case Deprel::kNmodDesc:
      case Deprel::kCompound:
      case Deprel::kGoeswith:
        return head;
      case Deprel::kAmod:
      case Deprel::kDet:
      case Deprel::kNummod:
        return head > token ? head : kNoToken;
      case Deprel::kConj: {
        // "British and Dutch officials": the second adjective modifies what the first does.
        const Deprel of_first = tokens_[head].deprel;
        const bool modifies = of_first == Deprel::kAmod || of_first == Deprel::kCompound;
        const std::uint32_t noun = tokens_[head].head;
        if (anchor_at_[head] != kNoAnchor && is_person_name(anchor_at_[head])) return kNoToken;
        const bool joins = is_nationality || anchor_at_[head] != kNoAnchor;
        return modifies && joins && noun > token ? head : kNoToken;
      }
      default:
        return kNoToken;
    }
  }

  bool is_person_name(std::uint32_t anchor) const {
    return anchors_[anchor].is_name && anchors_[anchor].kind == MentionKind::kPerson;
  }

  // Finds the topmost anchor of the noun phrase that the anchor stands in.
  void place(std::uint32_t index) {
    const Anchor& anchor = anchors_[index];
    std::uint32_t token = head_of(anchor.tokens);
    std::uint32_t top = token;
    bool is_modifier = false;
    for (int step = 0; step < kClimbMax; ++step) {
      const std::uint32_t next = above(token, anchor.is_nationality);
      if (next == kNoToken) break;
      token = next;
      const std::uint32_t there = anchor_at_[token];
      if (there == kNoAnchor) {
        is_modifier = true;
      } else if (!(anchors_[there].is_nationality && !anchor.is_nationality)) {
        top = head_of(anchors_[there].tokens);
        is_modifier = false;
        token = top;
      }
    }
    if (anchor.is_nationality && !is_modifier && top == token) {
      is_modifier = is_before_noun(anchor, token);
    }
    Group& group = groups_[top];
    group.anchors.push_back(index);
    group.is_modifier = group.is_modifier || is_modifier;
  }

  // "Iranian-backed", "pro-Russian": parts of an adjective.
  bool is_before_noun(const Anchor& anchor, std::uint32_t top) const {
    if (!anchor.tokens.holds(top)) return false;
    const std::uint32_t after = anchor.tokens.end;
    const bool hyphen_after = after < tokens_.size() && word(after) == "-";
    const bool hyphen_before = anchor.tokens.begin > 0 && word(anchor.tokens.begin - 1) == "-";
    const Deprel relation = tokens_[top].deprel;
    return hyphen_after || hyphen_before || relation == Deprel::kAmod;
  }

  Phrase phrase_of(std::uint32_t top, const Group& group) const {
    Phrase phrase;
    phrase.head = top;
    const std::uint32_t own = anchor_at_[top];
    phrase.anchor = anchors_[own == kNoAnchor ? group.anchors.front() : own];
    phrase.is_modifier = group.is_modifier;
    phrase.tokens = phrase.anchor.tokens;
    for (std::uint32_t index : group.anchors) {
      const TokenSpan span = anchors_[index].tokens;
      // Only what stands in one stretch with the head.
      if (distance(span, phrase.anchor.tokens) > kReachMax) continue;
      phrase.tokens.begin = std::min(phrase.tokens.begin, span.begin);
      phrase.tokens.end = std::max(phrase.tokens.end, span.end);
    }
    if (!phrase.is_modifier) {
      const TokenSpan core = phrase.tokens;
      for (std::uint32_t t = core.begin; t < core.end; ++t) widen(t, phrase.tokens);
      while (phrase.tokens.begin < phrase.anchor.tokens.begin &&
             tokens_[phrase.tokens.begin].upos == Upos::kPunct) {
        ++phrase.tokens.begin;
      }
    }
    return phrase;
  }

  static std::uint32_t distance(TokenSpan a, TokenSpan b) {
    if (a.touches(b)) return 0;
    return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
  }

  // Takes in determiners, adjectives, numbers and possessors before the token, and the rest of a
  // name after it.
  void widen(std::uint32_t token, TokenSpan& span) const {
    for (std::uint32_t child : tree_.children(token)) {
      if (span.holds(child) || is_other_top(child, span)) continue;
      switch (tokens_[child].deprel) {
        case Deprel::kDet:
        case Deprel::kDetPredet:
        case Deprel::kAmod:
        case Deprel::kCompound:
        case Deprel::kNummod:
        case Deprel::kNmodPoss:
        case Deprel::kNmodDesc:
        case Deprel::kFlat:
        case Deprel::kNmodUnmarked:
        case Deprel::kGoeswith:
          break;
        default:
          continue;
      }
      const TokenSpan subtree = tree_.subtree_span(child);
      if (is_date(child)) continue;
      if (child < token && subtree.begin < span.begin && subtree.end <= span.end + 1 &&
          span.begin - subtree.begin <= kReachMax) {
        span.begin = subtree.begin;
      }
      if (child > token && tokens_[child].deprel == Deprel::kFlat && subtree.begin == span.end &&
          subtree.size() <= 4) {
        span.end = subtree.end;
      }
    }
  }

  // "Monday" in "on Monday Tajik officials": hung on the name, but a date.
  bool is_date(std::uint32_t token) const {
    return tokens_[token].deprel == Deprel::kCompound &&
           actors_.words.has(ActorWordSet::kCalendarWords, lower_case(word(token)));
  }

  // Whether a modifier in the tree is a phrase of its own after all. Possessors may be.
  bool is_other_top(std::uint32_t token, TokenSpan span) const {
    const std::uint32_t anchor = anchor_at_[token];
    if (anchor == kNoAnchor || tokens_[token].deprel == Deprel::kNmodPoss) return false;
    const auto group = groups_.find(head_of(anchors_[anchor].tokens));
    return group != groups_.end() && !group->second.is_modifier && !span.holds(group->first);
  }

  bool is_office(const Phrase& phrase) const {
    return phrase.anchor.role != nullptr && !phrase.anchor.is_plural &&
           phrase.anchor.kind == MentionKind::kPerson;
  }

  // Joins what stands side by side though the parser did not see it: an office and the name after
  // it, a nationality and the noun of office after it.
  void join_neighbours(std::vector<Phrase>& phrases) const {
    std::vector<char> is_gone(phrases.size(), 0);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (is_gone[i] != 0) continue;
      for (std::size_t j = i + 1;
           j < phrases.size() && phrases[j].tokens.begin <= phrases[i].tokens.end; ++j) {
        if (is_gone[j] == 0 && join(phrases[i], phrases[j])) is_gone[j] = 1;
      }
    }
    std::vector<Phrase> kept;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (is_gone[i] == 0) kept.push_back(phrases[i]);
    }
    phrases = std::move(kept);
  }

  // An office before a name makes it a person's, a noun like "ministry" a body's, whatever the
  // tagger took it for: "Colombian Sergeant Pablo Quispe" is no place.
  void mend_kind(Phrase& phrase) const {
    if (!phrase.anchor.is_name || phrase.anchor.is_known) return;
    if (phrase.anchor.kind == MentionKind::kPerson) return;
    for (std::uint32_t t = phrase.tokens.begin; t < phrase.anchor.tokens.begin; ++t) {
      const std::uint32_t index = anchor_at_[t];
      if (index == kNoAnchor || anchors_[index].role == nullptr || anchors_[index].is_plural) {
        continue;
      }
      const bool adjacent = anchors_[index].tokens.end == phrase.anchor.tokens.begin;
      if (adjacent) phrase.anchor.kind = anchors_[index].kind;
    }
    const auto inside = actors_.roles.match(text_, tree_.syntax(), phrase.anchor.tokens);
    // "National Revolt Front", "Union of Teachers": a body, whatever its other words say.
    const auto is_last = [&](const RoleMatch& match) {
      return match.role->kind != RoleNounKind::kPerson &&
             match.role->kind != RoleNounKind::kModifier &&
             (match.tokens.end == phrase.anchor.tokens.end ||
              tokens_[match.tokens.end].upos == Upos::kAdp);
    };
    const bool is_body = std::any_of(inside.begin(), inside.end(), is_last);
    for (const RoleMatch& match : inside) {
      const bool leads = !is_body && match.tokens.end < phrase.anchor.tokens.end &&
                         match.tokens.end <= phrase.head && !match.is_plural;
      // "National" in "National Iodine Study" is no office.
      if (match.role->kind == RoleNounKind::kPerson && leads && match.role->sector != "CVL") {
        phrase.anchor.kind = MentionKind::kPerson;
      } else if (match.role->kind == RoleNounKind::kOrganisation &&
                 (is_body || phrase.anchor.kind == MentionKind::kPlace)) {
        phrase.anchor.kind = MentionKind::kOrganisation;
      }
    }
  }

  // "President Mara Lind"
  bool opens_with_office(const Phrase& phrase) const {
    const std::uint32_t first = anchor_at_[phrase.tokens.begin];
    return first != kNoAnchor && anchors_[first].role != nullptr &&
           phrase.anchor.kind == MentionKind::kPerson;
  }

  // Makes one phrase of two neighbours, in `left`, when they are one.
  bool join(Phrase& left, const Phrase& right) const {
    const bool name_after_office =
        is_office(left) && right.anchor.is_name && right.anchor.kind == MentionKind::kPerson;
    const bool office_after_nationality = left.anchor.is_nationality &&
                                          left.tokens == left.anchor.tokens &&
                                          (right.anchor.role != nullptr || opens_with_office(right));
    // "the African Union envoy": an organisation right before the office is whose it is.
    const bool office_after_body =
        left.anchor.is_name && left.anchor.is_known &&
        left.anchor.kind == MentionKind::kOrganisation && left.head + 1 == right.tokens.begin &&
        right.tokens.begin == right.anchor.tokens.begin && right.anchor.role != nullptr &&
        !right.anchor.role->is_relation && right.anchor.role->kind == RoleNounKind::kPerson;
    if (left.tokens.end != right.tokens.begin) return false;
    if (!name_after_office && !office_after_nationality && !office_after_body) return false;
    const TokenSpan both{left.tokens.begin, right.tokens.end};
    // The head is the one that hangs on something outside.
    const auto hangs_outside = [&](std::uint32_t token) {
      return tokens_[token].head == kNoToken || !both.holds(tokens_[token].head);
    };
    const bool keep_left_head = !hangs_outside(right.head) && hangs_outside(left.head);
    left.is_modifier = right.is_modifier && (left.is_modifier || office_after_nationality);
    left.tokens = both;
    left.anchor = right.anchor;
    if (!keep_left_head) left.head = right.head;
    return true;
  }

  // "of Ukraine" after an office belongs to the phrase, and what belongs to that in turn.
  void add_complement(TokenSpan& span, const Phrase& phrase, int depth) const {
    if (depth >= kComplementDepthMax) return;
    if (phrase.anchor.role == nullptr && !has_role(span) && !is_body_of_country(span)) return;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      for (std::uint32_t child : tree_.children(t)) {
        if (child < span.end || tokens_[child].deprel != Deprel::kNmod) continue;
        const std::uint32_t preposition = tree_.child(child, {Deprel::kCase});
        if (preposition != span.end) continue;
        const std::string_view lemma = tree_.lemma(preposition);
        if (!actors_.words.has(ActorWordSet::kComplements, lemma)) continue;
        // "the former minister Leavasa in Apia": after a name only "of" goes on with it.
        const std::uint32_t last = anchor_at_[span.end - 1];
        const bool ends_in_name = last != kNoAnchor && is_person_name(last);
        if (ends_in_name && !actors_.words.has(ActorWordSet::kOwnerPrepositions, lemma)) continue;
        const TokenSpan inner = base_of(child);
        if (inner.begin != preposition + 1) continue;
        if (!holds_anchor(inner)) {
          // "professor of economics at the University of Lomé": what follows may say whose it is.
          TokenSpan wider{span.begin, inner.end};
          add_complement(wider, phrase, depth + 1);
          if (wider.end == inner.end) continue;
          span.end = wider.end;
          return;
        }
        span.end = inner.end;
        add_complement(span, phrase, depth + 1);
        return;
      }
    }
  }

  // "the Workers' Party of Guyana": a known body whose last word is a noun of office, and a country.
  bool is_body_of_country(TokenSpan span) const {
    const std::uint32_t own = anchor_at_[span.end - 1];
    if (own == kNoAnchor || !anchors_[own].is_known || span.end + 1 >= tokens_.size()) return false;
    const RoleNoun* role = actors_.roles.find(word(span.end - 1));
    const std::uint32_t next = anchor_at_[span.end + 1];
    return role != nullptr && role->kind != RoleNounKind::kPerson &&
           actors_.words.has(ActorWordSet::kOwnerPrepositions, tree_.lemma(span.end)) &&
           next != kNoAnchor && anchors_[next].is_known &&
           anchors_[next].kind == MentionKind::kPlace;
  }

  bool has_role(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (anchor_at_[t] != kNoAnchor && anchors_[anchor_at_[t]].role != nullptr) return true;
    }
    return false;
  }

  bool holds_anchor(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (anchor_at_[t] != kNoAnchor) return true;
    }
    return false;
  }

  // The noun phrase of a token without what follows it; members of a list included.
  TokenSpan base_of(std::uint32_t token) const {
    TokenSpan span{token, token + 1};
    if (anchor_at_[token] != kNoAnchor) {
      const TokenSpan anchor = anchors_[anchor_at_[token]].tokens;
      span = {std::min(span.begin, anchor.begin), std::max(span.end, anchor.end)};
    }
    const TokenSpan core = span;
    for (std::uint32_t t = core.begin; t < core.end; ++t) widen(t, span);
    for (std::uint32_t child : tree_.children(token)) {
      if (tokens_[child].deprel != Deprel::kConj || child < span.end) continue;
      const std::uint32_t conjunction = tree_.child(child, {Deprel::kCc});
      const bool is_near = child - span.end <= 6 && !has_case(child);
      const TokenSpan next = is_near ? base_of(child) : TokenSpan{};
      const bool continues =
          next.begin == span.end + 1 && (conjunction == span.end || word(span.end) == ",");
      if (continues && anchor_at_[child] != kNoAnchor) span.end = next.end;
    }
    return span;
  }

  bool has_case(std::uint32_t token) const { return tree_.has_child(token, Deprel::kCase); }

  // Cuts crossing phrases back to what each holds alone; what cannot be cut goes.
  void uncross(std::vector<Phrase>& phrases) const {
    std::vector<Phrase> kept;
    std::vector<std::size_t> open;  // Indices into `kept`, each inside the one before.
    for (Phrase& phrase : phrases) {
      while (!open.empty() && kept[open.back()].tokens.end <= phrase.tokens.begin) open.pop_back();
      bool fits = true;
      for (std::size_t i = open.size(); i-- > 0 && fits;) {
        Phrase& outer = kept[open[i]];
        if (outer.tokens.holds(phrase.tokens) || !outer.tokens.touches(phrase.tokens)) continue;
        if (tree_.is_within(phrase.head, outer.head) && phrase.tokens.size() <= kReachMax) {
          outer.tokens.end = phrase.tokens.end;
        } else if (phrase.anchor.tokens.begin >= outer.tokens.end &&
                   phrase.head >= outer.tokens.end) {
          phrase.tokens.begin = outer.tokens.end;
        } else if (outer.anchor.tokens.end <= phrase.tokens.begin &&
                   outer.head < phrase.tokens.begin) {
          outer.tokens.end = phrase.tokens.begin;
        } else {
          fits = false;
        }
      }
      if (!fits || phrase.tokens.empty()) continue;
      while (!open.empty() && kept[open.back()].tokens.end <= phrase.tokens.begin) open.pop_back();
      open.push_back(kept.size());
      kept.push_back(phrase);
    }
    phrases = std::move(kept);
    std::sort(phrases.begin(), phrases.end(), in_text_order);
    drop_crossing(phrases);
  }

  // What still crosses after all cutting goes.
  static void drop_crossing(std::vector<Phrase>& phrases) {
    std::vector<std::uint32_t> open;  // Ends, each inside the one before.
    std::erase_if(phrases, [&](const Phrase& phrase) {
      while (!open.empty() && open.back() <= phrase.tokens.begin) open.pop_back();
      if (!open.empty() && phrase.tokens.end > open.back()) return true;
      open.push_back(phrase.tokens.end);
      return false;
    });
  }

  std::string_view text_;
  const Tree& tree_;
  const std::vector<Token>& tokens_;
  const std::vector<Anchor>& anchors_;
  const ActorLexicon& actors_;
  std::vector<std::uint32_t> anchor_at_;
  std::map<std::uint32_t, Group> groups_;  // By top token; ordered, so that the result is.
};

}  // namespace

std::vector<Phrase> build_phrases(std::string_view text, const Tree& tree,
                                  const std::vector<Anchor>& anchors, const ActorLexicon& actors) {
  return PhraseBuilder(text, tree, anchors, actors).build();
}

}  // namespace verbale
