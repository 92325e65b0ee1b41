// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/side_finder.h"

#include <algorithm>

#include "grammar/frame.h"

namespace verbale {
namespace {

constexpr int kNestingMax = 4;

ByteSpan bytes_of(const Tree& tree, TokenSpan tokens) {
  return {tree.token(tokens.begin).span.begin, tree.token(tokens.end - 1).span.end};
}

bool has_settled_party(const Mention& mention) {
  return mention.party && !(mention.party->code.empty() && mention.party->country.empty() &&
                            mention.party->sector.empty() && mention.party->name.empty());
}

std::vector<std::string_view> sorted_words(std::string_view name, const Vocabulary& vocabulary,
                                           const WordClasses& classes) {
  std::vector<std::string_view> words;
  if (const std::vector<Term>* terms = classes.find(name)) {
    for (const Term& term : *terms) words.push_back(vocabulary.word(term.front()));
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

bool is_same_party(const EventParty& a, const EventParty& b) {
  if (!a.party.id.empty() && a.party.id == b.party.id) return true;
  return a.party.name == b.party.name && a.party.code == b.party.code;
}

void add_party(std::vector<EventParty>& parties, EventParty party) {
  for (const EventParty& known : parties) {
    if (is_same_party(known, party)) return;
  }
  parties.push_back(std::move(party));
}

SideFinder::SideFinder(const Tree& tree, std::string_view text, const References& references,
                       const MentionIndex& mentions, const Vocabulary& vocabulary,
                       const WordClasses& classes, std::span<const ByteSpan> given)
    : tree_(tree), text_(text), references_(references), mentions_(mentions), given_(given) {
  partitives_ = sorted_words("partitives", vocabulary, classes);
  money_units_ = sorted_words("money_units", vocabulary, classes);
  whereabouts_ = sorted_words("whereabouts", vocabulary, classes);
  border_nouns_ = sorted_words("border_nouns", vocabulary, classes);
  source_marks_ = sorted_words("source_marks", vocabulary, classes);
  origins_ = sorted_words("origin_participles", vocabulary, classes);
  owning_verbs_ = sorted_words("owning_verbs", vocabulary, classes);
  place_prepositions_ = sorted_words("place_prepositions", vocabulary, classes);
}

std::vector<EventParty> SideFinder::parties_of(std::uint32_t head) const {
  std::vector<EventParty> parties;
  add_phrase(head, parties, 0);
  return parties;
}

bool SideFinder::is_unresolved_pronoun(std::uint32_t head) const {
  const Upos upos = tree_.token(head).upos;
  return (upos == Upos::kPron || upos == Upos::kDet) && parties_of(head).empty();
}

EventParty SideFinder::phrase_as_party(std::uint32_t head) const {
  TokenSpan span{head, head + 1};
  for (std::uint32_t child : tree_.children(head)) {
    if (child > head || tree_.token(child).deprel == Deprel::kCase) continue;
    span.begin = std::min(span.begin, tree_.subtree_span(child).begin);
  }
  while (span.begin < head && tree_.token(span.begin).upos == Upos::kPunct) ++span.begin;
  EventParty side;
  side.span = bytes_of(tree_, span);
  side.party.name = side.span.of(text_);
  return side;
}

std::vector<EventParty> SideFinder::parties_around(std::uint32_t head, bool with_places,
                                                   std::span<const EventParty> except) const {
  Around around{with_places, except, {}};
  add_around(head, 0, around);
  return std::move(around.parties);
}

bool SideFinder::belongs_to(std::uint32_t head, const EventParty& owner) const {
  for (std::uint32_t child : tree_.children(head)) {
    if (tree_.token(child).deprel != Deprel::kNmodPoss) continue;
    const Mention* possessor = mentions_.innermost(child);
    if (possessor != nullptr && possessor->entity == owner.entity) return true;
  }
  return false;
}

bool SideFinder::is_owned_by(const EventParty& thing, const EventParty& owner) const {
  for (const Mention& mention : references_.mentions) {
    if (bytes_of(tree_, mention.tokens) != thing.span) continue;
    for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
      if (tree_.token(token).deprel != Deprel::kNmodPoss) continue;
      const Mention* possessor = mentions_.innermost(token);
      if (possessor != nullptr && possessor->entity == owner.entity) return true;
    }
  }
  return false;
}

bool SideFinder::is_group(std::uint32_t head) const {
  const Mention* mention = mention_at(head);
  return mention != nullptr && mention->kind == MentionKind::kGroup;
}

bool SideFinder::is_location(std::uint32_t head) const {
  const std::uint32_t marker = tree_.child(head, {Deprel::kCase});
  return marker != kNoToken && std::binary_search(place_prepositions_.begin(),
                                                  place_prepositions_.end(), tree_.lemma(marker));
}

bool SideFinder::is_whereabouts(std::uint32_t head) const {
  const std::uint32_t marker = tree_.child(head, {Deprel::kCase});
  return marker != kNoToken && std::binary_search(whereabouts_.begin(), whereabouts_.end(),
                                                  tree_.lemma(marker));
}

bool SideFinder::is_source(std::uint32_t head) const {
  const std::uint32_t marker = tree_.child(head, {Deprel::kCase});
  return marker != kNoToken && std::binary_search(source_marks_.begin(), source_marks_.end(),
                                                  tree_.lemma(marker));
}

void SideFinder::add_around(std::uint32_t head, int depth, Around& around) const {
  if (depth > kNestingMax) return;
  add_owner(head, around.parties, depth);
  drop_excepted(around);
  if (around.parties.empty()) add_makers(head, around.parties);
  drop_excepted(around);
  // "to lend troops to Chad": who gets something comes before what is given.
  for (const bool is_given : {true, false}) {
    for (std::uint32_t child : tree_.children(head)) {
      if (!around.parties.empty()) return;
      const bool is_goal = tree_.token(head).upos == Upos::kVerb &&
                           tree_.token(child).deprel == Deprel::kObl &&
                           tree_.child(child, Deprel::kCase, "to") != kNoToken;
      if (is_goal == is_given) add_phrase_below(child, depth, around);
    }
  }
}

void SideFinder::drop_excepted(Around& around) const {
  std::erase_if(around.parties, [&](const EventParty& party) {
    return std::any_of(around.except.begin(), around.except.end(), [&](const EventParty& other) {
      return is_same_party(party, other) || is_owned_by(party, other);
    });
  });
}

// "an appeal filed by lawyers", "a plan put forward by the premier"
void SideFinder::add_makers(std::uint32_t head, std::vector<EventParty>& parties) const {
  for (std::uint32_t child : tree_.children(head)) {
    if (tree_.token(child).deprel != Deprel::kAcl) continue;
    const std::uint32_t agent = tree_.child(child, {Deprel::kOblAgent});
    if (agent != kNoToken) add_phrase(agent, parties, 1);
  }
}

// What hangs on a phrase, and what hangs on that: "a ceasefire in the east of the country".
void SideFinder::add_phrase_below(std::uint32_t child, int depth, Around& around) const {
  if (std::binary_search(origins_.begin(), origins_.end(), tree_.lemma(child)) &&
      tree_.token(child).deprel == Deprel::kAmod) {
    return;
  }
  switch (tree_.token(child).deprel) {
    case Deprel::kNmod:
    case Deprel::kObl:
    case Deprel::kObj:
    case Deprel::kNsubj:
    case Deprel::kNsubjPass:
      if (is_location(child) && !around.with_places) return;
      add_phrase(child, around.parties, depth + 1);
      drop_excepted(around);
      break;
    case Deprel::kAcl:
      // What somebody does beside it says nothing of it: "a truce, echoing the premier's words".
      if (!is_passive(tree_, child) && marker_of(tree_, child) == kNoToken) return;
      break;
    case Deprel::kCcomp:
    case Deprel::kXcomp:
    case Deprel::kCompound:
    case Deprel::kAmod: break;
    default: return;
  }
  if (around.parties.empty()) add_around(child, depth + 1, around);
}

// The mention that `head` heads; else the widest that holds it and that it ties to the words
// around: the tree may hang a name on another of its words.
const Mention* SideFinder::mention_at(std::uint32_t head) const {
  if (const Mention* mention = mentions_.headed_by(head)) return mention;
  const Mention* mention = mentions_.innermost(head);
  const std::uint32_t above = tree_.token(head).head;
  const bool ties = mention != nullptr && (above == kNoToken || !mention->tokens.holds(above));
  // "the State of Togo" is Togo.
  const bool is_state = mention != nullptr && mention->kind == MentionKind::kPlace &&
                        mention->party && mention->party->sector.empty();
  return ties || is_state ? mention : nullptr;
}

bool SideFinder::is_counter(std::uint32_t head) const {
  return std::binary_search(partitives_.begin(), partitives_.end(), tree_.lemma(head));
}

void SideFinder::add_phrase(std::uint32_t head, std::vector<EventParty>& parties,
                            int depth) const {
  if (depth > kNestingMax) return;
  const Mention* mention = mention_at(head);
  const bool is_known =
      add_given(head, parties) || (mention != nullptr && add_mention(*mention, parties));
  // "hackers sponsored by Togo": who they are is known by their master alone.
  if (is_known && !parties.empty() && parties.back().party.code.empty() &&
      parties.back().party.country.empty()) {
    add_masters(head, parties, depth);
  }
  // A name that nobody knows is still somebody: "Flynn".
  if (!is_known && !add_owner(head, parties, depth) && mention != nullptr && !mention->place &&
      tree_.token(head).upos == Upos::kPropn) {
    EventParty side{{}, bytes_of(tree_, mention->tokens), mention->entity};
    side.party.name = side.span.of(text_);
    add_party(parties, std::move(side));
  }
  if (mention != nullptr) add_joined_before(*mention, head, parties);
  for (std::uint32_t child : tree_.children(head)) {
    const Upos upos = tree_.token(child).upos;
    const bool is_noun = upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron ||
                         upos == Upos::kNum || upos == Upos::kAdj;
    const bool is_beside = tree_.token(child).deprel == Deprel::kConj || is_joined(child);
    if (is_beside && is_noun) add_phrase(child, parties, depth + 1);
  }
}

// "both Putin and Ukrainian President Zelensky": the first name stands before "and" and hangs, as
// the parser has it, somewhere on the second.
void SideFinder::add_joined_before(const Mention& mention, std::uint32_t head,
                                   std::vector<EventParty>& parties) const {
  const std::uint32_t first = mention.tokens.begin;
  if (first < 2 || tree_.token(first - 1).deprel != Deprel::kCc) return;
  const std::uint32_t before = first - 2;
  const bool is_part = tree_.is_within(before, head) && before != head &&
                       tree_.token(before).deprel != Deprel::kConj;
  const Mention* other = is_part ? mention_at(before) : nullptr;
  if (other != nullptr && other->tokens.end == first - 1) add_mention(*other, parties);
}

// "along with Estonia", "together with its allies", "as well as Chad"
bool SideFinder::is_joined(std::uint32_t child) const {
  const Deprel relation = tree_.token(child).deprel;
  if (relation != Deprel::kNmod && relation != Deprel::kObl) return false;
  const std::uint32_t marker = tree_.child(child, {Deprel::kCase});
  if (marker == kNoToken) return false;
  const std::string_view word = tree_.lemma(marker);
  if (word == "along" || word == "together" || word == "alongside") return true;
  return marker > 0 && word == "with" &&
         (tree_.lemma(marker - 1) == "along" || tree_.lemma(marker - 1) == "together");
}

// What the sender marked as a party is one, under its own words where nothing else is known.
bool SideFinder::add_given(std::uint32_t head, std::vector<EventParty>& parties) const {
  const ByteSpan word = tree_.token(head).span;
  for (const ByteSpan& span : given_) {
    if (!span.touches(word)) continue;
    const Mention* mention = mention_at(head);
    EventParty side{{}, span, 0, true};
    if (mention != nullptr && has_settled_party(*mention)) {
      side.party = *mention->party;
      side.entity = mention->entity;
    } else {
      side.party.name = span.of(text_);
    }
    add_party(parties, std::move(side));
    return true;
  }
  return false;
}

bool SideFinder::add_mention(const Mention& mention, std::vector<EventParty>& parties) const {
  if (mention.is_team) return false;
  if (!mention.members.empty()) {
    for (std::uint32_t member : mention.members) {
      for (const Mention& other : references_.mentions) {
        if (other.entity != member || !has_settled_party(other) || other.is_pronoun) continue;
        add_party(parties, {*other.party, bytes_of(tree_, mention.tokens), member});
        break;
      }
    }
    return true;
  }
  if (!has_settled_party(mention)) return add_place(mention, parties);
  const TokenSpan tokens = mention.is_pronoun ? name_for(mention) : mention.tokens;
  add_party(parties, {*mention.party, bytes_of(tree_, tokens), mention.entity});
  return true;
}

// A place that is done something to stands for its country: "an attack on the Gaza Strip".
bool SideFinder::add_place(const Mention& mention, std::vector<EventParty>& parties) const {
  if (!mention.place || mention.place->country.empty()) return false;
  EventParty side{{}, bytes_of(tree_, mention.tokens), mention.entity};
  side.party.name = mention.place->name;
  side.party.country = side.party.code = mention.place->country;
  add_party(parties, std::move(side));
  return true;
}

// Where the same sentence names whom a pronoun speaks of; else the pronoun.
TokenSpan SideFinder::name_for(const Mention& pronoun) const {
  const std::size_t sentence = tree_.sentence_of(pronoun.tokens.begin);
  for (const Mention& other : references_.mentions) {
    if (other.tokens.begin >= pronoun.tokens.begin) break;
    const bool names = other.entity == pronoun.entity && !other.is_pronoun && other.party;
    if (names && tree_.sentence_of(other.tokens.begin) == sentence) return other.tokens;
  }
  return pronoun.tokens;
}

// Whom a thing belongs to: its possessor, its nationality, the one after "of" or "from".
bool SideFinder::add_owner(std::uint32_t head, std::vector<EventParty>& parties, int depth) const {
  // "12 million US dollars" are not America's.
  if (std::binary_search(money_units_.begin(), money_units_.end(), tree_.lemma(head))) return false;
  const std::size_t before = parties.size();
  if (add_neighbour(head, parties, depth)) return true;
  add_owner_before(head, parties, depth);
  if (parties.size() > before) return true;
  for (std::uint32_t child : tree_.children(head)) {
    if (tree_.token(child).deprel != Deprel::kNmod) continue;
    const std::uint32_t marker = tree_.child(child, {Deprel::kCase});
    if (marker == kNoToken) continue;
    const std::string_view preposition = tree_.lemma(marker);
    const bool is_owner = preposition == "of" || preposition == "by" || preposition == "from";
    if (preposition == "of" || (is_owner && !is_counter(head))) {
      add_phrase(child, parties, depth + 1);
    }
  }
  if (parties.size() == before) add_masters(head, parties, depth);
  return parties.size() > before;
}

// What stands before the thing and owns it: "Chad's navy", "Chadian game wardens".
void SideFinder::add_owner_before(std::uint32_t head, std::vector<EventParty>& parties,
                                  int depth) const {
  for (std::uint32_t child : tree_.children(head)) {
    const Deprel relation = tree_.token(child).deprel;
    if (std::binary_search(origins_.begin(), origins_.end(), tree_.lemma(child))) continue;
    if (relation == Deprel::kNmodPoss || relation == Deprel::kAmod ||
        relation == Deprel::kCompound || relation == Deprel::kNmodDesc ||
        relation == Deprel::kFlat || relation == Deprel::kAppos) {
      const Mention* mention = mentions_.headed_by(child);
      if (mention == nullptr) {
        const bool may_own = relation == Deprel::kCompound && depth < kNestingMax;
        if (may_own) add_owner_before(child, parties, depth + 1);
      } else if (relation == Deprel::kAppos) {
        add_phrase(child, parties, depth + 1);  // "the rivals Togo and Chad"
      } else {
        add_mention(*mention, parties);
      }
    }
  }
}

// "its border with Chad": the other side is whom it is about.
bool SideFinder::add_neighbour(std::uint32_t head, std::vector<EventParty>& parties, int depth) const {
  if (!std::binary_search(border_nouns_.begin(), border_nouns_.end(), tree_.lemma(head))) return false;
  const std::size_t before = parties.size();
  for (std::uint32_t child : tree_.children(head)) {
    if (tree_.token(child).deprel != Deprel::kNmod) continue;
    if (tree_.child(child, Deprel::kCase, "with") != kNoToken) add_phrase(child, parties, depth + 1);
  }
  return parties.size() > before;
}

// "a unit run by the army", "ships owned by Togo"
void SideFinder::add_masters(std::uint32_t head, std::vector<EventParty>& parties, int depth) const {
  for (std::uint32_t child : tree_.children(head)) {
    if (tree_.token(child).deprel != Deprel::kAcl) continue;
    if (!std::binary_search(owning_verbs_.begin(), owning_verbs_.end(), tree_.lemma(child))) continue;
    const std::uint32_t agent = tree_.child(child, {Deprel::kOblAgent});
    if (agent != kNoToken) add_phrase(agent, parties, depth + 1);
  }
}

}  // namespace verbale
