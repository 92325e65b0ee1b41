// SPDX-License-Identifier: Apache-2.0
#include "grammar/frame.h"

#include <algorithm>
#include <initializer_list>

#include "document/xpos.h"
#include "grammar/phrase_roles.h"

namespace verbale {
namespace {

// How far a missing subject is looked for, in clauses.
constexpr int kClausesUpMax = 6;

bool is_one_of(Deprel relation, std::initializer_list<Deprel> relations) {
  return std::find(relations.begin(), relations.end(), relation) != relations.end();
}

bool is_subject(Deprel relation) {
  return is_one_of(relation, {Deprel::kNsubj, Deprel::kNsubjOuter, Deprel::kCsubj});
}

bool is_verbal(const Tree& tree, std::uint32_t token) {
  return tree.token(token).upos == Upos::kVerb || tree.token(token).upos == Upos::kAux;
}

void add_shared(Frame& frame, RoleKind kind, std::uint32_t head) {
  if (frame.find(kind) == nullptr) frame.roles.push_back({kind, head, kNoToken, kNoToken, true});
}

// "killed at least six people", "called off a summit", "vetoed on Friday a draft": the parser takes
// what follows for a phrase. Behind the verb, without a preposition of its own and no mark parting
// the two but a quotation's, it is the object.
bool is_bare_object(const Tree& tree, std::uint32_t child) {
  const std::uint32_t verb = tree.token(child).head;
  if (child < verb || !is_verbal(tree, verb) || tree.has_child(verb, Deprel::kObj)) return false;
  const std::uint32_t begin = tree.subtree_span(child).begin;
  for (std::uint32_t token = verb + 1; token < child; ++token) {
    const std::string_view tag = name_of_xpos(tree.token(token).xpos);
    if (token <= begin && (tag == ":" || tag == "-LRB-")) return false;
  }
  return true;
}

bool is_bare_noun(const Tree& tree, std::uint32_t token) {
  const Upos upos = tree.token(token).upos;
  return (upos == Upos::kNoun || upos == Upos::kPropn) &&
         tree.child(token, {Deprel::kCop, Deprel::kMark, Deprel::kCase, Deprel::kNsubj}) ==
             kNoToken;
}

void add_own_role(Frame& frame, const Tree& tree, std::uint32_t child) {
  const Deprel relation = tree.token(child).deprel;
  const std::uint32_t head = resolved(tree, child);
  if (is_subject(relation)) {
    add_role(frame, frame.is_passive ? RoleKind::kObject : RoleKind::kSubject, head);
    add_sides_of_subject(frame, tree, child);
  } else if (is_one_of(relation, {Deprel::kNsubjPass, Deprel::kCsubjPass})) {
    add_role(frame, frame.is_passive ? RoleKind::kObject : RoleKind::kSubject, head);
  } else if (relation == Deprel::kObj) {
    add_role(frame, RoleKind::kObject, head);
    add_phrases_of_object(frame, tree, child);
    add_phrases_of_participle(frame, tree, child);
    add_clause_of_object(frame, tree, child);
  } else if (relation == Deprel::kIobj) {
    add_role(frame, RoleKind::kIndirect, head);
  } else if (relation == Deprel::kOblAgent) {
    add_role(frame, RoleKind::kSubject, head);
  } else if (relation == Deprel::kObl || relation == Deprel::kNmod) {
    const std::uint32_t marker = marker_of(tree, child);
    if (frame.is_passive && is_by(tree, marker)) {
      add_role(frame, RoleKind::kSubject, head);
    } else if (marker != kNoToken) {
      add_role(frame, RoleKind::kOblique, head, marker);
      add_phrases_of_object(frame, tree, child);
    } else if (is_bare_object(tree, child)) {
      add_role(frame, RoleKind::kObject, head);
      add_phrases_of_object(frame, tree, child);
    }
  } else if (is_one_of(relation, {Deprel::kXcomp, Deprel::kCcomp})) {
    add_role(frame, RoleKind::kClause, child, marker_of(tree, child));
    // "called Chad a rogue state", "named an ambassador": a noun alone is a thing, not a clause.
    if (relation == Deprel::kXcomp && is_bare_noun(tree, child)) {
      add_role(frame, RoleKind::kObject, child);
      add_phrases_of_object(frame, tree, child);
    }
  } else if (relation == Deprel::kAdvcl) {
    const std::uint32_t marker = marker_of(tree, child);
    const std::uint32_t used = tree.child(child, {Deprel::kObj});
    if (marker != kNoToken) add_role(frame, RoleKind::kClause, child, marker);
    // "killed ten people using drones": the participle does a preposition's work.
    else if (used != kNoToken && tree.lemma(child) == "use") {
      add_role(frame, RoleKind::kOblique, used, child);
    }
  }
}

// "was given asylum": the subject of the passive received, the object was given.
void split_passive_dative(Frame& frame, const Tree& tree) {
  if (!frame.is_passive || !tree.has_child(frame.head, Deprel::kObj)) return;
  for (Role& role : frame.roles) {
    if (role.kind == RoleKind::kObject && tree.token(role.head).deprel != Deprel::kObj) {
      role.kind = RoleKind::kIndirect;
      return;
    }
  }
}

bool is_noun_like(const Tree& tree, std::uint32_t token) {
  const Upos upos = tree.token(token).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron;
}

// Which child is the subject where the parser hung several on the verb, or a bare noun before it
// as if the verb were a noun: the nearest. kNoToken: whatever the relations say.
std::uint32_t only_subject(const Tree& tree, std::uint32_t head) {
  std::uint32_t nearest = kNoToken;
  std::uint32_t bare = kNoToken;
  for (std::uint32_t child : tree.children(head)) {
    if (child > head) break;
    const Deprel relation = tree.token(child).deprel;
    if (is_one_of(relation, {Deprel::kNsubj, Deprel::kNsubjPass})) nearest = child;
    const bool is_bare = is_one_of(relation, {Deprel::kCompound, Deprel::kNmod, Deprel::kAmod}) &&
                         is_noun_like(tree, child) && !tree.has_child(child, Deprel::kCase);
    if (is_bare) bare = child;
  }
  if (nearest != kNoToken) return nearest;
  const std::string_view tag = name_of_xpos(tree.token(head).xpos);
  // Of a participle with an object and no auxiliary the tag is wrong.
  const bool is_finite = tag == "VBD" || tag == "VBZ" || tag == "VBP" ||
                         (tag == "VBN" && tree.has_child(head, Deprel::kObj) &&
                          tree.child(head, {Deprel::kAux, Deprel::kAuxPass}) == kNoToken);
  return is_finite && tree.token(head).upos == Upos::kVerb ? bare : kNoToken;
}

Frame own_frame(const Tree& tree, std::uint32_t head) {
  Frame frame;
  frame.head = head;
  frame.is_passive = is_passive(tree, head);
  const std::uint32_t subject = only_subject(tree, head);
  for (std::uint32_t child : tree.children(head)) {
    const Deprel relation = tree.token(child).deprel;
    if (child == subject && !is_one_of(relation, {Deprel::kNsubj, Deprel::kNsubjPass})) {
      add_role(frame, frame.is_passive ? RoleKind::kObject : RoleKind::kSubject, child);
      continue;
    }
    // "China and his Pakistani counterpart signed": beside each other, parsed as two.
    const bool is_second = subject != kNoToken && child < head && child != subject &&
                           is_one_of(relation, {Deprel::kNsubj, Deprel::kNsubjPass}) &&
                           !tree.has_child(subject, Deprel::kCc);
    if (!is_second) add_own_role(frame, tree, child);
  }
  split_passive_dative(frame, tree);
  return frame;
}

// Prepositions whose gerund is done by the object of the verb: "accused Russia of attacking",
// "stopped them from leaving", "criticised Iran for testing".
bool gives_gerund_to_object(std::string_view preposition) {
  return preposition == "of" || preposition == "from" || preposition == "into" ||
         preposition == "for";
}

std::uint32_t head_of(const Frame& frame, RoleKind kind) {
  const Role* role = frame.find(kind);
  return role == nullptr ? kNoToken : role->head;
}

Frame full_frame(const Tree& tree, std::uint32_t head, int clauses_up);

// "It called on Hamas to free them", "appealed to both sides to stop": who stands right before the
// infinitive, after a preposition.
std::uint32_t asked_one(const Tree& tree, const Frame& above, std::uint32_t clause) {
  for (const Role& role : above.roles) {
    if (role.kind != RoleKind::kOblique || role.via != kNoToken || role.head > clause) continue;
    const std::string_view preposition = tree.lemma(role.marker);
    const bool may_ask = preposition == "on" || preposition == "upon" || preposition == "to" ||
                         preposition == "for" || preposition == "with";
    const bool is_named = tree.token(role.head).upos == Upos::kPropn;
    const bool is_purpose = tree.token(clause).deprel == Deprel::kAdvcl;
    if (may_ask && (!is_purpose || (is_named && (preposition == "on" || preposition == "upon")))) {
      return role.head;
    }
  }
  return kNoToken;
}

// Who does what an infinitive, gerund or participle below `governor` says, or kNoToken.
std::uint32_t controller(const Tree& tree, std::uint32_t clause, std::uint32_t governor,
                         int clauses_up) {
  const Frame above = full_frame(tree, governor, clauses_up + 1);
  const Deprel relation = tree.token(clause).deprel;
  const std::uint32_t marker = marker_of(tree, clause);
  std::uint32_t object = head_of(above, RoleKind::kObject);
  // "urged the council to act": who is asked may be parsed as indirect object.
  if (object == kNoToken) object = head_of(above, RoleKind::kIndirect);
  const std::uint32_t subject = head_of(above, RoleKind::kSubject);
  const bool is_complement = relation == Deprel::kXcomp || relation == Deprel::kCcomp;
  if (is_complement && object != kNoToken && tree.lemma(governor) != "promise") return object;
  const bool is_infinitive = marker != kNoToken && tree.lemma(marker) == "to";
  const std::uint32_t asked = is_infinitive ? asked_one(tree, above, clause) : kNoToken;
  if (asked != kNoToken) return asked;
  if (is_complement) return subject != kNoToken ? subject : object;
  if (marker != kNoToken && object != kNoToken && gives_gerund_to_object(tree.lemma(marker))) {
    return object;
  }
  // "urged Togo to leave", parsed as a purpose: a named object does what the infinitive says.
  const bool names_object = object != kNoToken && (tree.token(object).upos == Upos::kPropn ||
                                                   tree.token(object).upos == Upos::kPron);
  if (marker != kNoToken && tree.lemma(marker) == "to" && names_object && !above.is_passive) {
    return object;
  }
  // The surface subject: of a passive it is what the verb is done to.
  return above.is_passive ? object : (subject != kNoToken ? subject : object);
}

// Roles of a clause that modifies a noun: the noun fills the gap.
void add_antecedent(Frame& frame, const Tree& tree, int clauses_up) {
  const Deprel relation = tree.token(frame.head).deprel;
  const std::uint32_t noun = tree.token(frame.head).head;
  const std::string_view tag = name_of_xpos(tree.token(frame.head).xpos);
  if (relation == Deprel::kAclRelcl) {
    if (frame.find(RoleKind::kSubject) == nullptr && !frame.is_passive) {
      add_shared(frame, RoleKind::kSubject, noun);
    } else if (frame.find(RoleKind::kObject) == nullptr &&
               head_of(frame, RoleKind::kSubject) != noun) {
      add_shared(frame, RoleKind::kObject, noun);
    }
  } else if (frame.is_passive) {
    add_shared(frame, RoleKind::kObject, noun);
  } else if (tag == "VBG" && marker_of(tree, frame.head) == kNoToken) {
    // "is a donor, giving …": the noun is said of its subject.
    const std::uint32_t told = tree.child(noun, {Deprel::kNsubj});
    const bool is_said = tree.has_child(noun, Deprel::kCop) && told != kNoToken;
    add_shared(frame, RoleKind::kSubject, is_said ? told : noun);
  } else if (is_headline_infinitive(tree, frame.head)) {
    add_shared(frame, RoleKind::kSubject, noun);
  } else if (const std::uint32_t marker = marker_of(tree, frame.head); marker != kNoToken) {
    // "Iran's refusal to attend", "their decision to …", "made an effort to …".
    const Frame above = noun_frame(tree, noun);
    std::uint32_t subject = head_of(above, RoleKind::kSubject);
    // "is in the process of leaving": the noun is said of its subject.
    if (tree.has_child(noun, Deprel::kCop)) subject = tree.child(noun, {Deprel::kNsubj});
    const std::uint32_t verb = tree.token(noun).head;
    const Deprel place = tree.token(noun).deprel;
    const bool is_verbs = place == Deprel::kObj || place == Deprel::kObl;
    if (subject == kNoToken && verb != kNoToken && is_verbs) {
      subject = head_of(full_frame(tree, verb, clauses_up + 1), RoleKind::kSubject);
    }
    if (subject != kNoToken) add_shared(frame, RoleKind::kSubject, subject);
  }
}

void add_from_conjunct(Frame& frame, const Tree& tree, int clauses_up) {
  const std::uint32_t first = tree.token(frame.head).head;
  const Frame other = is_verbal(tree, first) || tree.has_child(first, Deprel::kCop)
                          ? full_frame(tree, first, clauses_up + 1)
                          : noun_frame(tree, first);
  // The surface subject is shared; each conjunct has its own voice.
  const std::uint32_t surface =
      head_of(other, other.is_passive ? RoleKind::kObject : RoleKind::kSubject);
  const bool has_own = tree.child(frame.head, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
  const std::string_view tag = name_of_xpos(tree.token(frame.head).xpos);
  // "was arrested and deported": a bare participle shares the auxiliary too.
  if (!has_own && other.is_passive && tag == "VBN" && !tree.has_child(frame.head, Deprel::kObj)) {
    frame.is_passive = true;
  }
  if (!has_own && surface != kNoToken) {
    add_shared(frame, frame.is_passive ? RoleKind::kObject : RoleKind::kSubject, surface);
  }
  // "arrested and deported two envoys": an object to the right of both is shared.
  const std::uint32_t object = tree.child(first, {Deprel::kObj});
  if (!frame.is_passive && object != kNoToken && object > frame.head) {
    add_shared(frame, RoleKind::kObject, resolved(tree, object));
  }
}

// "Jets bombed the port, witnesses said": both subjects may hang on "said"; the first, before the
// clause, is the clause's own.
std::uint32_t stranded_subject(const Tree& tree, std::uint32_t clause, std::uint32_t above) {
  if (clause > above) return kNoToken;
  const std::uint32_t own = only_subject(tree, above);
  for (std::uint32_t child : tree.children(above)) {
    if (child > clause) break;
    const bool is_subject = tree.token(child).deprel == Deprel::kNsubj;
    if (is_subject && child != own && own != kNoToken && own > clause) return child;
  }
  return kNoToken;
}

Frame full_frame(const Tree& tree, std::uint32_t head, int clauses_up) {
  Frame frame = own_frame(tree, head);
  const std::uint32_t above = tree.token(head).head;
  if (above == kNoToken || clauses_up > kClausesUpMax) return frame;
  switch (tree.token(head).deprel) {
    case Deprel::kAcl:
    case Deprel::kAclRelcl:
      add_antecedent(frame, tree, clauses_up);
      break;
    case Deprel::kConj:
      add_from_conjunct(frame, tree, clauses_up);
      break;
    case Deprel::kXcomp:
    case Deprel::kCcomp:
    case Deprel::kAdvcl: {
      if (tree.child(head, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kCsubj}) != kNoToken) break;
      // A finite that-clause or if-clause without subject is a parse gone wrong: leave it, unless
      // its subject hangs on the verb above.
      std::uint32_t subject = stranded_subject(tree, head, above);
      if (subject == kNoToken) subject = controller(tree, head, above, clauses_up);
      if (subject == kNoToken || subject == head) break;
      add_shared(frame, frame.is_passive ? RoleKind::kObject : RoleKind::kSubject, subject);
      break;
    }
    default:
      break;
  }
  return frame;
}

}  // namespace

bool is_relative_pronoun(const Tree& tree, std::uint32_t token) {
  const std::string_view tag = name_of_xpos(tree.token(token).xpos);
  if (tag != "WDT" && tag != "WP" && tag != "WP$") return false;
  return antecedent(tree, token) != kNoToken;
}

Frame verb_frame(const Tree& tree, std::uint32_t head) {
  return full_frame(tree, head, 0);
}

namespace {

// A phrase with a preposition that is said of the noun.
void add_noun_phrase(Frame& frame, const Tree& tree, std::uint32_t phrase) {
  const std::uint32_t marker = marker_of(tree, phrase);
  if (marker == kNoToken) return;
  add_role(frame, is_by(tree, marker) ? RoleKind::kSubject : RoleKind::kOblique,
           resolved(tree, phrase), marker);
}

// "The lifting of sanctions on Mali by Ghana", "the visit of Mara Lind to Chad": what hangs on a
// name below may be the noun's own, and so may any by-phrase.
void add_phrases_below(Frame& frame, const Tree& tree, std::uint32_t phrase, int depth) {
  if (depth == 0) return;
  for (std::uint32_t child : tree.children(phrase)) {
    if (!is_one_of(tree.token(child).deprel, {Deprel::kNmod, Deprel::kAppos, Deprel::kFlat})) {
      continue;
    }
    const std::uint32_t marker = marker_of(tree, child);
    const bool is_below = phrase != frame.head && marker != kNoToken;
    const bool is_name = tree.token(phrase).upos == Upos::kPropn;
    if (is_below && is_by(tree, marker)) {
      if (frame.find(RoleKind::kSubject) == nullptr) {
        add_role(frame, RoleKind::kSubject, resolved(tree, child), marker);
      }
    } else if (is_below && is_name) {
      add_role(frame, RoleKind::kOblique, resolved(tree, child), marker, phrase);
    }
    add_phrases_below(frame, tree, child, depth - 1);
  }
}

// "called for sanctions against Iran": what stands right behind the noun may be its own, though the
// parse hangs it on the verb.
void add_phrases_behind(Frame& frame, const Tree& tree, std::uint32_t head) {
  const std::uint32_t verb = tree.token(head).head;
  const Deprel relation = tree.token(head).deprel;
  const bool hangs_on_verb = relation == Deprel::kObj || relation == Deprel::kObl;
  if (!hangs_on_verb || verb == kNoToken || !is_verbal(tree, verb)) return;
  std::uint32_t end = tree.subtree_span(head).end;
  for (std::uint32_t child : tree.children(verb)) {
    if (child < head || tree.token(child).deprel != Deprel::kObl) continue;
    const TokenSpan words = tree.subtree_span(child);
    if (words.begin != end || marker_of(tree, child) == kNoToken) continue;
    add_noun_phrase(frame, tree, child);
    end = words.end;
  }
}

// "the detention and torture of monks by Togo": what stands behind both nouns belongs to both, and
// so does a possessor before them.
void add_phrases_of_conjunct(Frame& frame, const Tree& tree, std::uint32_t head) {
  const std::uint32_t first = tree.token(head).head;
  if (tree.token(head).deprel != Deprel::kConj || !is_noun_like(tree, first)) return;
  if (!frame.roles.empty()) return;
  for (std::uint32_t child : tree.children(first)) {
    const Deprel relation = tree.token(child).deprel;
    if (relation == Deprel::kNmodPoss) add_role(frame, RoleKind::kSubject, resolved(tree, child));
    if (relation != Deprel::kNmod || child < head) continue;
    add_noun_phrase(frame, tree, child);
    add_phrases_below(frame, tree, child, 2);
  }
}

}  // namespace

Frame noun_frame(const Tree& tree, std::uint32_t head) {
  constexpr int kPhraseDepthMax = 3;
  Frame frame;
  frame.head = head;
  for (std::uint32_t child : tree.children(head)) {
    switch (tree.token(child).deprel) {
      case Deprel::kNmodPoss:
      case Deprel::kAmod:
      case Deprel::kCompound:
      case Deprel::kNsubj:
        add_role(frame, RoleKind::kSubject, resolved(tree, child));
        break;
      case Deprel::kNmod:
      case Deprel::kObl: {
        add_noun_phrase(frame, tree, child);
        // "the suspension of aid to Egypt": the inner phrase may be the noun's own.
        if (marker_of(tree, child) != kNoToken) add_phrases_of_object(frame, tree, child);
        break;
      }
      case Deprel::kAcl:
      case Deprel::kCcomp:
      case Deprel::kXcomp:
        add_role(frame, RoleKind::kClause, child, marker_of(tree, child));
        break;
      default:
        break;
    }
  }
  add_phrases_below(frame, tree, head, kPhraseDepthMax);
  add_phrases_behind(frame, tree, head);
  add_phrases_of_conjunct(frame, tree, head);
  return frame;
}

}  // namespace verbale
