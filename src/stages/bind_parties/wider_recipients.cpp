// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/wider_recipients.h"

#include <algorithm>

#include "grammar/frame.h"
#include "stages/bind_parties/clause_parties.h"
#include "stages/bind_parties/party_kinds.h"

namespace verbale {
namespace {

bool is_nominal(const Tree& tree, std::uint32_t token) {
  return tree.token(token).upos == Upos::kNoun || tree.token(token).upos == Upos::kPropn;
}

// What happens to a country happens in it: troops sent there, a siege, a strike from the air.
bool is_done_to_places(PloverType type) {
  return type == PloverType::kAssault || type == PloverType::kCoerce ||
         type == PloverType::kMobilize || type == PloverType::kSanction ||
         type == PloverType::kAid || type == PloverType::kAgree;
}

bool is_done_for_a_purpose(PloverType type) {
  return type == PloverType::kAid || type == PloverType::kAgree || type == PloverType::kMobilize ||
         type == PloverType::kSupport || type == PloverType::kCooperate;
}

}  // namespace

bool WiderRecipients::take(const FoundAct& act, PloverType type, Event& event) const {
  for (const bool with_places : {false, true}) {
    if (with_places && !is_done_to_places(type)) break;
    for (const SideHead& side : act.recipients) take_around(side.token, with_places, event);
    for (std::uint32_t thing : act.things) take_around(thing, with_places, event);
    if (is_nominal(tree_, act.head)) take_around(act.head, with_places, event);
    if (act.content != kNoToken) take_around(act.content, with_places, event);
    take_phrases_of(act.anchor(), with_places, event);
    if (is_done_for_a_purpose(type)) {
      take_purpose_of(act.anchor(), with_places, event);
      for (std::uint32_t thing : act.things) take_purpose_of(thing, with_places, event);
    }
    if (type == PloverType::kProtest && !with_places) take_addressed(act.anchor(), event);
    if (!event.recipients.empty()) return true;
  }
  return take_who_must_first(act.anchor(), event) || take_words(act, type, event);
}

// "will keep the ban until Cuba reforms": who must do something first is the other side.
bool WiderRecipients::take_who_must_first(std::uint32_t verb, Event& event) const {
  for (std::uint32_t head : subjects_of_conditions(tree_, verb)) {
    for (const EventParty& party : sides_.parties_of(head)) add_unless_actor(event, party);
    if (!event.recipients.empty()) return true;
  }
  return false;
}

void WiderRecipients::add_unless_actor(Event& event, const EventParty& party) const {
  for (const EventParty& actor : event.actors) {
    if (is_same_party(actor, party) || sides_.is_owned_by(party, actor)) return;
  }
  add_party(event.recipients, party);
}

void WiderRecipients::take_around(std::uint32_t head, bool with_places, Event& event) const {
  if (!event.recipients.empty()) return;
  for (const EventParty& party : sides_.parties_around(head, with_places, event.actors)) {
    add_unless_actor(event, party);
  }
}

void WiderRecipients::take_phrases_of(std::uint32_t verb, bool with_places, Event& event) const {
  for (std::uint32_t child : tree_.children(verb)) {
    if (!event.recipients.empty()) return;
    if (tree_.token(child).deprel != Deprel::kObl || child < verb) continue;
    if (marker_of(tree_, child) == kNoToken || sides_.is_source(child)) continue;
    if (sides_.is_location(child) && !with_places) continue;
    // "as a precondition for halting fire": another act's matter.
    const std::uint32_t clause = tree_.child(child, {Deprel::kAcl});
    if (clause != kNoToken && marker_of(tree_, clause) != kNoToken) continue;
    for (const EventParty& party : sides_.parties_of(child)) add_unless_actor(event, party);
    take_around(child, with_places, event);
  }
}

// "gave two million to help Chad house refugees", "gave tents and food to help Chad"
void WiderRecipients::take_purpose_of(std::uint32_t verb, bool with_places, Event& event) const {
  for (std::uint32_t child : tree_.children(verb)) {
    const Deprel relation = tree_.token(child).deprel;
    if (relation == Deprel::kConj && is_nominal(tree_, verb)) {
      take_purpose_of(child, with_places, event);
    }
    const bool is_purpose = (relation == Deprel::kAdvcl || relation == Deprel::kXcomp ||
                             (relation == Deprel::kAcl && is_nominal(tree_, verb))) &&
                            tree_.child(child, Deprel::kMark, "to") != kNoToken;
    if (is_purpose) take_around(child, with_places, event);
  }
}

// "rallied in Lomé to demand that the premier resign": against him, not against the town.
void WiderRecipients::prefer_addressed(const FoundAct& act, Event& event) const {
  if (event.recipients.empty()) return;
  for (const SideHead& side : act.recipients) {
    if (!sides_.is_whereabouts(side.token)) return;
  }
  std::vector<EventParty> places = std::move(event.recipients);
  event.recipients.clear();
  take_addressed(act.anchor(), event);
  if (event.recipients.empty()) event.recipients = std::move(places);
}

// "marched to press the premier to resign", "walked out, accusing the ministry of …", "rallied,
// demanding that the king abdicate": to whom it is said.
void WiderRecipients::take_addressed(std::uint32_t verb, Event& event) const {
  for (std::uint32_t clause : tree_.children(verb)) {
    const Deprel relation = tree_.token(clause).deprel;
    const bool is_below = relation == Deprel::kAdvcl || relation == Deprel::kXcomp;
    if (!is_below || clause < verb || tree_.token(clause).upos != Upos::kVerb) continue;
    const std::uint32_t mark = marker_of(tree_, clause);
    if (mark != kNoToken && tree_.lemma(mark) != "to") continue;
    if (tree_.child(clause, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) continue;
    for (const Role& role : verb_frame(tree_, clause).roles) {
      if (role.is_shared || role.kind == RoleKind::kSubject) continue;
      std::uint32_t head = role.head;
      if (role.kind == RoleKind::kClause) head = tree_.child(head, {Deprel::kNsubj});
      if (head == kNoToken || (role.marker != kNoToken && sides_.is_location(head))) continue;
      for (const EventParty& party : sides_.parties_of(head)) add_unless_actor(event, party);
      if (!event.recipients.empty()) return;
    }
  }
}

// "rejected the new draft": only of someone who acts in politics.
bool WiderRecipients::take_words(const FoundAct& act, PloverType type, Event& event) const {
  if (std::none_of(event.actors.begin(), event.actors.end(), is_political)) return false;
  std::vector<std::uint32_t> heads;
  for (const SideHead& side : act.recipients) {
    const bool names_act =
        std::find(act.words.begin(), act.words.end(), side.token) != act.words.end();
    const bool is_gift = side.is_owner && type == PloverType::kAid;
    if (!is_gift && (!names_act || side.is_owner)) heads.push_back(side.token);
  }
  if (act.recipients.empty() && act.content == kNoToken && !is_nominal(tree_, act.head)) {
    const Frame frame = verb_frame(tree_, act.head);
    const Role* object = frame.find(RoleKind::kIndirect);
    if (object == nullptr) object = frame.find(RoleKind::kObject);
    const bool names_act =
        object == nullptr || std::any_of(act.words.begin(), act.words.end(), [&](auto word) {
          return word != act.head && tree_.is_within(word, object->head);
        });
    if (!names_act && !object->is_shared) heads.push_back(object->head);
  }
  // Workers strike over pay and march for a week: neither is whom they strike against.
  if (type == PloverType::kProtest) {
    std::erase_if(heads, [&](std::uint32_t each) { return tells_when_or_why(tree_, each); });
  }
  const auto head = std::find_if(heads.begin(), heads.end(),
                                 [&](std::uint32_t each) { return is_nameable(each, event); });
  if (head == heads.end()) return false;
  for (const EventParty& party : sides_.parties_of(*head)) add_unless_actor(event, party);
  if (event.recipients.empty()) event.recipients.push_back(sides_.phrase_as_party(*head));
  return true;
}

// A noun, no day, and nothing of the actor's own.
bool WiderRecipients::is_nameable(std::uint32_t head, const Event& event) const {
  if (!is_nominal(tree_, head) || sides_.is_date(head)) return false;
  return std::none_of(event.actors.begin(), event.actors.end(), [&](const EventParty& actor) {
    return sides_.belongs_to(head, actor);
  });
}

}  // namespace verbale
