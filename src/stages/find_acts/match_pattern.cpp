// SPDX-License-Identifier: Apache-2.0
#include "stages/find_acts/match_pattern.h"

#include <algorithm>

namespace verbale {
namespace {

bool is_nominal(const Tree& tree, std::uint32_t token) {
  switch (tree.token(token).upos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kPron:
    case Upos::kNum:
    case Upos::kDet:
    case Upos::kAdj:
    case Upos::kX:
    case Upos::kSym: return true;
    default: return false;
  }
}

// Matches one pattern on one predicate; `act` is filled as places are found.
class Matcher {
 public:
  Matcher(const MatchContext& context, const Predicate& predicate, const ActPattern& pattern)
      : context_(context), predicate_(predicate), pattern_(pattern) {}

  bool match() {
    act.head = predicate_.frame.head;
    act.support = predicate_.support;
    act.words = predicate_.words;
    act.is_attended = predicate_.is_attended && is_mutual_pattern();
    if (pattern_.is_plain && predicate_.is_nominal) return fail(Misfit::Place::kPredicate);
    if (!match_subject()) return fail(Misfit::Place::kSubject);
    if (!match_object()) return fail(Misfit::Place::kObject);
    if (!match_indirect()) return fail(Misfit::Place::kIndirect);
    if (!match_phrases()) return fail(Misfit::Place::kPhrase);
    if (!match_clause()) return fail(Misfit::Place::kClause);
    take_default_sides();
    take_owners();
    return true;
  }

  FoundAct act;
  Misfit misfit;

 private:
  bool fail(Misfit::Place place) {
    misfit.place = place;
    misfit.things = act.things.size();
    return false;
  }

  const Frame& frame() const { return predicate_.frame; }

  // Fills `filler` with the phrase of `role`; false when it does not fit.
  bool fill(const Filler& filler, const Role& role) {
    switch (filler.slot) {
      case Slot::kNothing: return true;
      case Slot::kActor: return add_side(act.actors, role, false);
      case Slot::kRecipient: return add_side(act.recipients, role, false);
      case Slot::kActors: return add_side(act.actors, role, true);
      case Slot::kAnything: return is_nominal(context_.tree, role.head);
      case Slot::kWords: return take_words(filler.words, role.head);
      case Slot::kAct:
      case Slot::kClause: return take_content(filler, role.head);
    }
    return false;
  }

  bool add_side(std::vector<SideHead>& sides, const Role& role, bool is_mutual) {
    if (!is_nominal(context_.tree, role.head)) return false;
    sides.push_back({role.head, is_mutual, role.is_shared});
    return true;
  }

  // A noun of the set, alone or beside others ("sanctions and restrictions").
  bool take_words(TermSetId set, std::uint32_t head) {
    const auto& terms = context_.lexicon.term_sets[set];
    const std::uint32_t noun = context_.words.counted(head);
    std::vector<std::uint32_t> candidates = {head, noun};
    for (std::uint32_t child : context_.tree.children(noun)) {
      if (context_.tree.token(child).deprel == Deprel::kConj) candidates.push_back(child);
    }
    for (std::uint32_t candidate : candidates) {
      if (!context_.words.is_in_noun_set(candidate, terms)) continue;
      act.words.push_back(candidate);
      act.things.push_back(candidate);
      return true;
    }
    return false;
  }

  // "Iran must answer", "Iran has to answer": the clause that says who must do what, seen from
  // `head`; who must is the recipient. kNoToken where no word of the set stands.
  std::uint32_t bidden_clause(const Filler& filler, std::uint32_t head) {
    const Tree& tree = context_.tree;
    const std::uint32_t subject = tree.child(head, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (subject == kNoToken || tree.has_child(head, Deprel::kNsubjPass)) return kNoToken;
    const std::uint32_t below = tree.child(head, {Deprel::kXcomp});
    std::uint32_t clause = kNoToken;
    for (const Term& term : context_.lexicon.term_sets[filler.words]) {
      for (std::uint32_t child : tree.children(head)) {
        // "should Iran answer" bids nothing.
        const bool is_modal = tree.token(child).deprel == Deprel::kAux && term.size() == 1 &&
                              child > subject;
        if (is_modal && context_.words.is(child, term.front())) clause = head;
      }
      const bool is_verb = term.size() > 1 && context_.words.is(head, term.front());
      if (is_verb && below != kNoToken && tree.child(below, Deprel::kMark, "to") != kNoToken) {
        clause = below;
      }
    }
    if (clause != kNoToken) act.recipients.push_back({.token = subject});
    return clause;
  }

  bool take_content(const Filler& filler, std::uint32_t head) {
    if (filler.asks_modal) {
      act.content = bidden_clause(filler, head);
      return act.content != kNoToken;
    }
    const std::uint32_t noun = context_.words.counted(head);
    const auto known = context_.known.find(noun);
    if (known == context_.known.end()) {
      if (filler.slot == Slot::kAct || is_nominal(context_.tree, noun)) return false;
    } else if (filler.types != 0 && (known->second & filler.types) == 0) {
      return false;
    }
    act.content = noun;
    return true;
  }

  bool match_subject() {
    const Role* role = frame().find(RoleKind::kSubject);
    if (role == nullptr && is_false_passive()) role = frame().find(RoleKind::kObject);
    const bool is_slot = pattern_.subject.slot == Slot::kActor ||
                         pattern_.subject.slot == Slot::kRecipient ||
                         pattern_.subject.slot == Slot::kActors;
    if (role == nullptr) {
      act.is_passive_without_agent = frame().is_passive || predicate_.is_nominal;
      return is_slot || pattern_.subject.slot == Slot::kNothing;
    }
    if (predicate_.is_nominal) {
      // A noun may have several: "Russia's drone attack", "U.S.-China talks".
      for (const Role& each : frame().roles) {
        if (each.kind == RoleKind::kSubject) take_subject(each);
      }
      return is_slot || pattern_.subject.slot == Slot::kNothing;
    }
    if (pattern_.subject.slot == Slot::kNothing && names_actor_elsewhere()) return false;
    if (!fill(pattern_.subject, *role)) return false;
    if (pattern_.subject.slot == Slot::kWords) subject_thing_ = act.things.back();
    return true;
  }

  // "Troops clashed with rebels", taken for a passive: where the pattern leaves no room for an object
  // and no auxiliary stands, nobody was clashed.
  bool is_false_passive() const {
    const std::uint32_t verb = predicate_.frame.head;
    return frame().is_passive && !predicate_.is_nominal && pattern_.object.slot == Slot::kNothing &&
           pattern_.subject.slot != Slot::kNothing &&
           context_.tree.token(verb).deprel == Deprel::kRoot &&
           !context_.tree.has_child(verb, Deprel::kAuxPass);
  }

  // Of a passive without agent: "were expelled from <actor>".
  bool names_actor_elsewhere() const {
    return pattern_.object.slot == Slot::kActor ||
           std::any_of(pattern_.phrases.begin(), pattern_.phrases.end(), [](const auto& phrase) {
             return phrase.filler.slot == Slot::kActor;
           });
  }

  void take_subject(const Role& role) {
    const bool is_mutual = is_mutual_pattern();
    std::vector<SideHead>& sides =
        pattern_.subject.slot == Slot::kRecipient ? act.recipients : act.actors;
    add_side(sides, role, is_mutual);
  }

  bool is_mutual_pattern() const {
    if (pattern_.subject.slot == Slot::kActors || pattern_.object.slot == Slot::kActors) return true;
    return std::any_of(pattern_.phrases.begin(), pattern_.phrases.end(), [](const auto& phrase) {
      return phrase.filler.slot == Slot::kActors;
    });
  }

  bool match_object() {
    if (pattern_.object.slot == Slot::kNothing) {
      // "France and Italy met" is a meeting; "Spain met its target" is none.
      const Role* object = frame().find(RoleKind::kObject);
      const bool is_own_word = object != nullptr && std::find(act.words.begin(), act.words.end(),
                                                              object->head) != act.words.end();
      return predicate_.is_nominal || object == nullptr || object->is_shared || is_own_word ||
             pattern_.clause.slot != Slot::kNothing || !is_mutual_pattern();
    }
    if (predicate_.phrase != kNoToken) {
      Role role{RoleKind::kObject, predicate_.phrase, kNoToken, kNoToken, false};
      if (fill_object(role)) return true;
    }
    // "fined Chad two million": whom comes before how much.
    if (is_side(pattern_.object) && pattern_.indirect.slot == Slot::kNothing) {
      for (const Role& role : frame().roles) {
        if (role.kind == RoleKind::kIndirect && fill_object(role)) return true;
      }
    }
    for (const Role& role : frame().roles) {
      if (role.kind == RoleKind::kObject && fill_object(role)) return true;
    }
    // "urged Italy to invest": who is asked may be parsed as indirect object.
    const bool has_object = frame().find(RoleKind::kObject) != nullptr;
    for (const Role& role : frame().roles) {
      if (!has_object && role.kind == RoleKind::kIndirect && fill_object(role)) return true;
    }
    // A noun need not say its object: "Russia's invasion".
    const bool is_side = pattern_.object.slot == Slot::kActor ||
                         pattern_.object.slot == Slot::kActors ||
                         pattern_.object.slot == Slot::kRecipient;
    return pattern_.object_is_optional || (predicate_.is_nominal && is_side);
  }

  bool fill_object(const Role& role) {
    if (!fill(pattern_.object, role)) return false;
    object_head_ = role.head;
    if (pattern_.object.slot == Slot::kWords) object_thing_ = act.things.back();
    return true;
  }

  bool match_indirect() {
    if (pattern_.indirect.slot == Slot::kNothing) return true;
    for (const Role& role : frame().roles) {
      const bool is_to = role.kind == RoleKind::kOblique && role.marker != kNoToken &&
                         (context_.tree.lemma(role.marker) == "to" ||
                          context_.tree.lemma(role.marker) == "for");
      // "called Chad a bully", "gave Chad tanks", where the parser sees two objects.
      const bool is_first_of_two = role.kind == RoleKind::kObject && role.head < object_head_ &&
                                   object_head_ != kNoToken && !frame().is_passive;
      const bool fits = role.kind == RoleKind::kIndirect || is_to || is_first_of_two;
      if (fits && fill(pattern_.indirect, role)) return true;
    }
    return predicate_.is_nominal;
  }

  bool match_phrases() {
    for (const PhrasePattern& phrase : pattern_.phrases) {
      misfit.phrase = &phrase;
      if (!match_phrase(phrase) && !phrase.is_optional) return false;
    }
    return true;
  }

  // Several phrases may stand after a preposition that fits: "for this trip … on the envoy". The
  // nearest behind the act counts; the others only when that is nobody.
  // What is "of" a phrase that the pattern does not speak of is that phrase's alone: "summoned the
  // envoy over the loss of a boat".
  bool is_part_of_other_phrase(const Role& role) const {
    if (role.via == kNoToken || context_.tree.token(role.via).deprel != Deprel::kObl) return false;
    return context_.words.is(role.marker, context_.words.of()) &&
           std::find(act.words.begin(), act.words.end(), role.via) == act.words.end();
  }

  bool match_phrase(const PhrasePattern& phrase) {
    bool is_matched = false;
    for (const bool behind : {true, false}) {
      for (const Role& role : frame().roles) {
        if ((role.head > act.head) != behind || !takes_preposition(phrase, role)) continue;
        if (!behind && role.kind == RoleKind::kClause) continue;
        if (is_part_of_other_phrase(role)) continue;
        const std::size_t actors = act.actors.size(), recipients = act.recipients.size();
        if (!fill(phrase.filler, role)) continue;
        if (is_copular(phrase, role)) add_subject_of(role);
        if (is_matched) {
          mark_alternatives(act.actors, actors);
          mark_alternatives(act.recipients, recipients);
        }
        is_matched = true;
        if (phrase.filler.slot == Slot::kWords && !act.things.empty()) {
          phrase_thing_ = act.things.back();
        }
        if (!is_side(phrase.filler)) return true;
      }
    }
    return is_matched;
  }

  static bool is_side(const Filler& filler) {
    return filler.slot == Slot::kActor || filler.slot == Slot::kRecipient ||
           filler.slot == Slot::kActors;
  }

  static void mark_alternatives(std::vector<SideHead>& sides, std::size_t first) {
    for (std::size_t i = first; i < sides.size(); ++i) sides[i].is_alternative = true;
  }

  bool takes_preposition(const PhrasePattern& phrase, const Role& role) const {
    const bool names_act = phrase.filler.slot == Slot::kAct || phrase.filler.slot == Slot::kClause;
    if (role.kind == RoleKind::kIndirect && !names_act) {
      return std::find(phrase.prepositions.begin(), phrase.prepositions.end(),
                       context_.words.to()) != phrase.prepositions.end();
    }
    const bool is_phrase = role.kind == RoleKind::kOblique || role.kind == RoleKind::kClause ||
                           role.kind == RoleKind::kSubject;
    if (is_copular(phrase, role) || is_undergone(phrase, role)) return true;
    // "said Chad was not behind the raid"
    const bool is_denied = context_.tree.has_child(role.head, Deprel::kCop) &&
                           context_.tree.child(role.head, Deprel::kAdvmod, "not") != kNoToken;
    return is_phrase && !is_denied && role.marker != kNoToken &&
           context_.words.is_one_of(role.marker, phrase.prepositions);
  }

  // "was the target of a bombing": whom a noun is done to needs no preposition.
  bool is_undergone(const PhrasePattern& phrase, const Role& role) const {
    return predicate_.is_nominal && role.kind == RoleKind::kObject && role.is_shared &&
           phrase.filler.slot == Slot::kRecipient;
  }

  // "said Chad's raid was a provocation", for "say be &slur": what a clause says of its subject, who
  // is then the recipient.
  bool is_copular(const PhrasePattern& phrase, const Role& role) const {
    if (role.kind != RoleKind::kClause || role.via != kNoToken) return false;
    const Tree& tree = context_.tree;
    const std::uint32_t copula = tree.child(role.head, {Deprel::kCop});
    if (copula == kNoToken || tree.child(role.head, Deprel::kAdvmod, "not") != kNoToken) return false;
    // "said Chad was behind the raid", for "say behind &attack"
    const std::uint32_t marker = tree.child(role.head, {Deprel::kCase});
    return context_.words.is_one_of(marker != kNoToken ? marker : copula, phrase.prepositions);
  }

  void add_subject_of(const Role& clause) {
    const std::uint32_t subject = context_.tree.child(clause.head, {Deprel::kNsubj});
    if (subject == kNoToken) return;
    add_side(act.recipients, {RoleKind::kSubject, subject, kNoToken, kNoToken, false}, false);
  }

  bool match_clause() {
    if (pattern_.clause.slot == Slot::kNothing) return true;
    if (predicate_.phrase != kNoToken && take_content(pattern_.clause, predicate_.phrase)) {
      return true;
    }
    for (const Role& role : frame().roles) {
      // What is shared from a clause above was said of that clause's own verb.
      const bool is_own_clause = role.kind == RoleKind::kClause && role.via == kNoToken;
      const bool fits = is_own_clause || (role.kind == RoleKind::kObject && !role.is_shared);
      if (!fits || (role.kind == RoleKind::kClause && is_adverbial(role))) continue;
      if (take_content(pattern_.clause, role.head)) return true;
    }
    // "the threat of sanctions", "calls for talks" as a noun.
    for (const Role& role : frame().roles) {
      if (!predicate_.is_nominal || role.kind != RoleKind::kOblique) continue;
      const std::string_view preposition = context_.tree.lemma(role.marker);
      if (preposition != "of" && preposition != "for") continue;
      if (take_content(pattern_.clause, role.head)) return true;
    }
    return false;
  }

  // "after", "while", "if": clauses that tell when or whether, not what.
  bool is_adverbial(const Role& role) const {
    return context_.tree.token(role.head).deprel == Deprel::kAdvcl;
  }

  // Sides that no pattern need name: "talks between X and Y", "talks with X".
  void take_default_sides() {
    if (!predicate_.is_nominal && !is_mutual_pattern()) return;
    for (const Role& role : frame().roles) {
      if (role.kind != RoleKind::kOblique || is_taken(role.head)) continue;
      const std::string_view preposition = context_.tree.lemma(role.marker);
      if (preposition == "between" || preposition == "among" ||
          (preposition == "with" && is_mutual_pattern())) {
        add_side(act.actors, role, true);
      }
    }
  }

  // Whose the things are that the pattern names by words: "a Turkish drone hit …" is Turkey's act;
  // where the pattern says "of <recipient>", "froze Danish funds" is done to Denmark.
  void take_owners() {
    // "the deployment of Chadian troops": Chad deploys them.
    if (predicate_.is_nominal && phrase_thing_ != kNoToken) {
      // "the attack on Togo's computers": what the pattern says is done to their owner.
      const bool is_done_to = names_owner_as(Slot::kRecipient, context_.words.of());
      std::vector<SideHead>& side = is_done_to ? act.recipients : act.actors;
      if (side.empty()) side.push_back({.token = phrase_thing_, .is_owner = true});
    }
    if (subject_thing_ != kNoToken && act.actors.empty()) {
      act.actors.push_back({.token = subject_thing_, .is_owner = true});
    }
    if (phrase_thing_ != kNoToken && !predicate_.is_nominal && act.actors.empty() && lacks_doer()) {
      take_doers_of(phrase_thing_);
    }
    if (object_thing_ != kNoToken && names_owner_as(Slot::kRecipient, context_.words.of())) {
      if (act.recipients.empty()) {
        take_owner_of_phrase();
        const bool is_second = !act.recipients.empty();
        if (!is_second || has_possessor(object_thing_)) {
          act.recipients.push_back(
              {.token = object_thing_, .is_alternative = is_second, .is_owner = true});
        }
      } else if ((names_owner_as(Slot::kRecipient, context_.words.by()) || is_place_named()) &&
                 has_possessor(object_thing_)) {
        put_owner_first(object_thing_);
      }
    }
    // "came to Togo's rescue"
    if (phrase_thing_ != kNoToken && !predicate_.is_nominal && act.recipients.empty() &&
        pattern_.object.slot == Slot::kNothing &&
        names_owner_as(Slot::kRecipient, context_.words.of())) {
      act.recipients.push_back({.token = phrase_thing_, .is_owner = true});
    }
    // "marched on the Chadian consulate in Lomé"
    if (object_thing_ == kNoToken && phrase_thing_ != kNoToken && !predicate_.is_nominal &&
        !act.recipients.empty() && names_owner_as(Slot::kRecipient, context_.words.of()) &&
        is_place_named() && has_possessor(phrase_thing_)) {
      put_owner_first(phrase_thing_);
    }
    if (object_thing_ != kNoToken && act.actors.empty() &&
        names_owner_as(Slot::kActor, context_.words.of())) {
      act.actors.push_back({.token = object_thing_, .is_owner = true});
    }
  }

  // "threw its weight behind Chad's bid": whose the last thing is.
  void take_owner_of_phrase() {
    if (predicate_.is_nominal || phrase_thing_ == kNoToken) return;
    act.recipients.push_back({.token = phrase_thing_, .is_owner = true});
  }

  // "criticised Qatar's treatment of maids" is about Qatar, who did it, as "by Qatar" would say;
  // "the arrest of monks", about the monks.
  bool has_possessor(std::uint32_t thing) const {
    const std::uint32_t owner =
        context_.tree.child(thing, {Deprel::kNmodPoss, Deprel::kCompound, Deprel::kAmod});
    return owner != kNoToken && context_.tree.token(owner).upos != Upos::kPron;
  }

  void put_owner_first(std::uint32_t thing) {
    mark_alternatives(act.recipients, 0);
    act.recipients.insert(act.recipients.begin(), {.token = thing, .is_owner = true});
  }

  // In "burned Kurdish homes in Syria" the place is not whose they are.
  bool is_place_named() const {
    const std::uint32_t marker = marker_of(context_.tree, act.recipients.front().token);
    return marker != kNoToken && context_.words.is_place_marker(marker);
  }

  // "were killed", "died": nobody is named who did it.
  bool lacks_doer() const {
    if (pattern_.subject.slot == Slot::kRecipient) return !names_actor_elsewhere();
    return act.is_passive_without_agent && pattern_.subject.slot == Slot::kActor;
  }

  // "were killed in a Chadian air raid": who does what the phrase names.
  void take_doers_of(std::uint32_t deed) {
    for (const Role& role : noun_frame(context_.tree, deed).roles) {
      if (role.kind != RoleKind::kSubject) continue;
      act.actors.push_back({.token = role.head, .is_owner = true});
    }
  }

  bool names_owner_as(Slot side, WordId preposition) const {
    return std::any_of(pattern_.phrases.begin(), pattern_.phrases.end(), [&](const auto& phrase) {
      return phrase.filler.slot == side &&
             std::find(phrase.prepositions.begin(), phrase.prepositions.end(), preposition) !=
                 phrase.prepositions.end();
    });
  }

  bool is_taken(std::uint32_t head) const {
    const auto is_head = [&](const SideHead& side) { return side.token == head; };
    return std::any_of(act.actors.begin(), act.actors.end(), is_head) ||
           std::any_of(act.recipients.begin(), act.recipients.end(), is_head) ||
           act.content == head;
  }

  const MatchContext& context_;
  const Predicate& predicate_;
  const ActPattern& pattern_;
  std::uint32_t subject_thing_ = kNoToken;  // Head of the words that fill the subject.
  std::uint32_t object_head_ = kNoToken;    // What fills the object.
  std::uint32_t phrase_thing_ = kNoToken;   // Head of the words that fill a phrase.
  std::uint32_t object_thing_ = kNoToken;   // Head of the words that fill the object.
};

}  // namespace

std::optional<FoundAct> match_pattern(const MatchContext& context, const Predicate& predicate,
                                      std::uint32_t pattern, Misfit& misfit) {
  Matcher matcher(context, predicate, context.lexicon.patterns[pattern]);
  if (!matcher.match()) {
    misfit = matcher.misfit;
    return std::nullopt;
  }
  matcher.act.pattern = pattern;
  return std::move(matcher.act);
}

}  // namespace verbale
