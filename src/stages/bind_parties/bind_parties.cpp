// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/bind_parties.h"

#include <algorithm>
#include <unordered_map>

#include "document/xpos.h"
#include "grammar/frame.h"
#include "stages/bind_parties/borrowed_sides.h"
#include "stages/bind_parties/clause_parties.h"
#include "stages/bind_parties/describe_event.h"
#include "stages/bind_parties/party_kinds.h"
#include "stages/bind_parties/side_finder.h"
#include "stages/bind_parties/wider_recipients.h"

namespace verbale {
namespace {

// Rounds in which acts that embed acts may find theirs bound.
constexpr int kRoundsMax = 5;

using Sign = ConfidenceSign;

class Binder {
 public:
  Binder(const std::vector<FoundAct>& acts, const Tree& tree, std::string_view text,
         const References& references,
         const ActLexicon& lexicon, const Ontology& ontology, const Vocabulary& vocabulary,
         const WordClasses& classes, std::span<const ByteSpan> given, Refusals refusals)
      : acts_(acts), tree_(tree), text_(text), lexicon_(lexicon), ontology_(ontology),
        mentions_(references, tree.syntax()),
        sides_(tree, text, references, mentions_, vocabulary, classes, given),
        wider_(tree, sides_),
        borrowed_(tree, sides_, vocabulary, classes), refusals_(refusals) {}

  std::vector<Event> bind() {
    gather_contents();
    for (int round = 0; round < kRoundsMax; ++round) {
      const std::size_t before = events_.size();
      for (std::size_t first = 0; first < acts_.size();) {
        std::size_t end = first;
        while (end < acts_.size() && acts_[end].head == acts_[first].head) ++end;
        if (!by_head_.contains(acts_[first].head)) bind_first(first, end, round);
        first = end;
      }
      if (round > 0 && events_.size() == before) break;
    }
    events_ = sorted_by_text(std::move(events_));
    return std::move(events_);
  }

 private:
  const ActPattern& pattern_of(const FoundAct& act) const { return lexicon_.patterns[act.pattern]; }
  const ActEntry& entry_of(const FoundAct& act) const {
    return lexicon_.entries[pattern_of(act).entry];
  }

  void gather_contents() {
    for (const FoundAct& act : acts_) {
      if (act.content != kNoToken) is_content_[act.content] = true;
    }
  }

  void bind_first(std::size_t first, std::size_t end, int round) {
    for (std::size_t i = first; i < end; ++i) {
      // An act that embeds another waits until that one is bound, but not for ever.
      const bool waits = acts_[i].content != kNoToken && round + 1 < kRoundsMax &&
                         !event_at(acts_[i].content) && may_bind_later(acts_[i].content);
      if (waits && round == 0) return;
      if (bind_act(acts_[i])) {
        note_rivals(first, end, i, events_.back());
        return;
      }
    }
  }

  // What else the words of one head may mean.
  void note_rivals(std::size_t first, std::size_t end, std::size_t chosen, Event& event) const {
    for (std::size_t i = first; i < end; ++i) {
      const ActEntry& entry = entry_of(acts_[i]);
      if (entry.act != event.act) event.signs.add(Sign::kRivalType);
      else if (pattern_of(acts_[i]).entry != pattern_of(acts_[chosen]).entry) {
        event.signs.add(Sign::kSameTypeTwice);
      }
    }
  }

  bool may_bind_later(std::uint32_t content) const {
    return std::any_of(acts_.begin(), acts_.end(), [&](const FoundAct& act) {
      return act.head == content || act.anchor() == content;
    });
  }

  std::optional<std::size_t> event_at(std::uint32_t token) const {
    const auto found = by_head_.find(token);
    if (found != by_head_.end()) return found->second;
    const auto by_anchor = by_anchor_.find(token);
    if (by_anchor != by_anchor_.end()) return by_anchor->second;
    return std::nullopt;
  }

  bool bind_act(const FoundAct& act) {
    if (asks_a_day(act)) return refuse(act, "a day is nobody");
    Event event;
    bool is_shared = false;
    if (!bind_side(act.actors, event.actors, is_shared, !is_nominal(act)) &&
        !take_author(act, event)) {
      return refuse_side(act, "who does it", act.actors);
    }
    if (!bind_side(act.recipients, event.recipients, is_shared, requires_recipient(act)) &&
        !take_target(act, event)) {
      return refuse_side(act, "whom it is done to", act.recipients);
    }
    const std::uint32_t speech = take_speaker(act, event);
    if (is_nominal(act) && act.support == kNoToken) {
      const std::size_t before = event.actors.size() + event.recipients.size();
      borrowed_.take(act.head, entry_of(act).act, is_mutual(act), events_, event);
      event.signs.add(Sign::kBorrowedSide, event.actors.size() + event.recipients.size() > before);
    }
    if (act.content != kNoToken) event.content = event_at(act.content);
    if (event.content && speaks_of_itself(act, event)) {
      return refuse(act, "it speaks of what the actor itself does");
    }
    if (event.recipients.empty() && act.content != kNoToken) take_addressee(act, event);
    const bool is_settled = is_mutual(act) && event.actors.size() > 1;
    if (event.recipients.empty() && act.content != kNoToken && !is_settled) {
      if (event.content) take_recipients_of_content(event);
      else take_recipients_of_clause(act.content, event);
      event.signs.add(Sign::kRecipientOfContent, !event.recipients.empty());
    }
    const bool has_own = keeps_own(act) && drop_own_from_recipients(event);
    const bool asks_itself = has_own && pattern_of(act).clause.asks_modal;
    const bool is_for_itself = (drop_actors_from_recipients(event) || asks_itself) &&
                               event.recipients.empty();
    if (event.actors.empty() && event.recipients.empty()) take_those_who_ask(act, event);
    // Where a meeting is attended, its phrase says where, not with whom.
    if (act.is_attended) event.recipients.clear();
    take_companions(act, event);
    if (entry_of(act).act == PloverType::kProtest) wider_.prefer_addressed(act, event);
    const bool is_widened = event.recipients.empty() && !event.actors.empty() && !is_for_itself &&
                            widens(act, event) && wider_.take(act, entry_of(act).act, event);
    if (const char* trouble = inadmissible(act, event)) return refuse(act, trouble);
    const Event* content = event.content ? &events_[*event.content] : nullptr;
    describe(act, lexicon_, ontology_, tree_, content, event);
    if (speech != kNoToken) event.anchor = speech;
    event.signs.add(Sign::kSharedSide, is_shared);
    event.signs.add(Sign::kWidenedRecipient, is_widened);
    add_signs(act, pattern_of(act), is_nominal(act), is_mutual(act), event);
    by_head_[act.head] = events_.size();
    by_anchor_.emplace(act.anchor(), events_.size());
    events_.push_back(std::move(event));
    return true;
  }

  bool is_nominal(const FoundAct& act) const {
    const Upos upos = tree_.token(act.head).upos;
    return upos == Upos::kNoun || upos == Upos::kPropn;
  }

  // A phrase that stands where a side is due and is nobody: "the drought hit Kenya" has no actor.
  bool requires_recipient(const FoundAct& act) const {
    const ActPattern& pattern = pattern_of(act);
    return !is_nominal(act) && (entry_of(act).needs_recipient ||
                                (pattern.object.slot == Slot::kRecipient &&
                                 !pattern.object_is_optional));
  }

  // "called his counterpart on Tuesday to assure him": nobody was called on.
  bool asks_a_day(const FoundAct& act) const {
    const auto& phrases = pattern_of(act).phrases;
    const bool must_name = std::any_of(phrases.begin(), phrases.end(), [](const auto& phrase) {
      return phrase.filler.slot == Slot::kRecipient && !phrase.is_optional;
    });
    return must_name && !act.recipients.empty() &&
           std::all_of(act.recipients.begin(), act.recipients.end(),
                       [&](const SideHead& side) { return sides_.is_date(side.token); });
  }

  bool bind_side(const std::vector<SideHead>& heads, std::vector<EventParty>& parties,
                 bool& is_shared, bool is_strict) const {
    bool has_nobody = false;
    for (const SideHead& side : heads) {
      // "the town of Walikale in Congo": a name that says nothing gives way to one that does.
      const bool is_settled = std::any_of(parties.begin(), parties.end(), [](const EventParty& party) {
        return !party.party.country.empty() || !party.party.sector.empty() || party.entity == 0;
      });
      if (side.is_alternative && is_settled) continue;
      auto found = sides_.parties_of(side.token);
      if (side.is_alternative && !parties.empty()) {
        if (found.empty() || found.front().party.country.empty()) continue;
        parties.clear();
      }
      if (found.empty() && !side.is_owner && !sides_.is_unresolved_pronoun(side.token)) {
        has_nobody = true;
      }
      for (EventParty& party : found) add_party(parties, std::move(party));
      is_shared |= side.is_shared;
    }
    return !(is_strict && has_nobody && parties.empty());
  }

  // "adopted a resolution urging Chad to obey": who makes a text says what stands in it; but not
  // who turns it down.
  bool take_author(const FoundAct& act, Event& event) const {
    const PloverType type = entry_of(act).act;
    const bool is_said = type == PloverType::kRequest || type == PloverType::kAccuse ||
                         type == PloverType::kThreaten || type == PloverType::kReject ||
                         type == PloverType::kConcede || type == PloverType::kAid ||
                         type == PloverType::kSanction || type == PloverType::kSupport;
    const std::uint32_t verb = is_said ? maker_of_text(tree_, act.head) : kNoToken;
    if (verb == kNoToken) return false;
    const bool turns_down = std::any_of(acts_.begin(), acts_.end(), [&](const FoundAct& other) {
      const PloverType kind = entry_of(other).act;
      return other.head == verb && (kind == PloverType::kReject || kind == PloverType::kAccuse);
    });
    if (turns_down) return false;
    const Frame frame = verb_frame(tree_, verb);
    const Role* subject = frame.find(RoleKind::kSubject);
    if (subject == nullptr) return false;
    event.actors = sides_.parties_of(subject->head);
    return !event.actors.empty();
  }

  // "Chad will pay a heavy price, Mali said": what only names whom a threat is for is the speaker's
  // threat, made by saying so; "Chad bears the blame, Mali said" is Mali's reproach. The verb of
  // saying; kNoToken when there is none.
  std::uint32_t take_speaker(const FoundAct& act, Event& event) const {
    const PloverType type = entry_of(act).act;
    const bool is_doom = entry_of(act).needs_actor &&
                         pattern_of(act).subject.slot == Slot::kRecipient;
    if (!is_doom || !event.actors.empty()) return kNoToken;
    const std::uint32_t helper = tree_.child(act.head, {Deprel::kAux});
    const bool lies_ahead =
        helper != kNoToken && name_of_xpos(tree_.token(helper).xpos) == "MD";
    if (lies_ahead ? type != PloverType::kThreaten : type != PloverType::kAccuse) return kNoToken;
    const bool is_told = tree_.token(act.head).deprel == Deprel::kCcomp;
    const std::uint32_t speech = is_told ? tree_.token(act.head).head
                                         : tree_.child(act.head, {Deprel::kParataxis});
    if (speech == kNoToken || tree_.token(speech).upos != Upos::kVerb) return kNoToken;
    const Frame frame = verb_frame(tree_, speech);
    const Role* subject = frame.find(RoleKind::kSubject);
    if (subject == nullptr) return kNoToken;
    event.actors = sides_.parties_of(subject->head);
    return event.actors.empty() ? kNoToken : speech;
  }

  // What armed people attack or seize is a target, whoever owns it: "militants stormed a village"; so is
  // whom a state or a court coerces: "jailed fifteen people";
  // and officials speak to groups that the text does not resolve: "urged both sides".
  bool take_target(const FoundAct& act, Event& event) const {
    const PloverType type = entry_of(act).act;
    // "trucked fuel to villages in Chad"
    if (type == PloverType::kAid && !act.recipients.empty()) {
      const std::uint32_t goal = act.recipients.front().token;
      if (tree_.child(goal, Deprel::kCase, "for") != kNoToken) return false;
      event.recipients = sides_.parties_around(goal, true, event.actors);
      return !event.recipients.empty();
    }
    if (type != PloverType::kAssault && type != PloverType::kCoerce) {
      const bool is_said = type == PloverType::kRequest || type == PloverType::kAccuse ||
                           type == PloverType::kThreaten || type == PloverType::kSupport;
      const bool speaks = std::any_of(event.actors.begin(), event.actors.end(), is_official);
      if (!is_said || !speaks || act.recipients.empty()) return false;
      const std::uint32_t group = act.recipients.front().token;
      if (!sides_.is_group(group)) return false;
      event.recipients.push_back(sides_.phrase_as_party(group));
      event.signs.add(Sign::kUnknownTarget);
      return true;
    }
    const bool is_armed = std::any_of(
        event.actors.begin(), event.actors.end(), [&](const EventParty& actor) {
          const std::string& sector = actor.party.sector;
          const std::string_view mode = entry_of(act).mode;
          const bool is_state = (mode == "arrest" || mode == "deport") && is_official(actor);
          if (is_state && !act.recipients.empty()) {
            const std::uint32_t whom = act.recipients.front().token;
            if (sides_.is_group(whom) || tree_.has_child(whom, Deprel::kNummod)) return true;
          }
          return sector == "MIL" || sector == "REB" || sector == "UAF" || sector == "COP";
        });
    if (!is_armed || act.recipients.empty()) return false;
    event.recipients.push_back(sides_.phrase_as_party(act.recipients.front().token));
    event.signs.add(Sign::kUnknownTarget);
    return true;
  }

  // "wants to build a base", "claimed to have shelled the port" ask and accuse nobody.
  bool speaks_of_itself(const FoundAct& act, const Event& event) const {
    const PloverType type = entry_of(act).act;
    if (type != PloverType::kRequest && type != PloverType::kAccuse) return false;
    if (!event.recipients.empty()) return false;
    const std::vector<EventParty>& doers = events_[*event.content].actors;
    return !doers.empty() && std::all_of(doers.begin(), doers.end(), [&](const EventParty& doer) {
      return std::any_of(event.actors.begin(), event.actors.end(), [&](const EventParty& actor) {
        return is_same_party(actor, doer);
      });
    });
  }

  // "warned the envoy that he would be expelled": whom the verb has for an object, whatever it says
  // of others.
  void take_addressee(const FoundAct& act, Event& event) const {
    if (is_nominal(act) || !act.recipients.empty()) return;
    const Frame frame = verb_frame(tree_, act.head);
    const Role* object = frame.find(RoleKind::kObject);
    if (object == nullptr || object->is_shared || object->head == act.content) return;
    if (std::find(act.words.begin(), act.words.end(), object->head) != act.words.end()) return;
    for (const EventParty& party : sides_.parties_of(object->head)) {
      wider_.add_unless_actor(event, party);
    }
  }

  // "demanded that Iran release them" asks Iran; "refused to aid Chad" refuses Chad.
  void take_recipients_of_content(Event& event) const {
    const Event& content = events_[*event.content];
    for (const EventParty& party : content.actors) wider_.add_unless_actor(event, party);
    if (!event.recipients.empty()) return;
    for (const EventParty& party : content.recipients) wider_.add_unless_actor(event, party);
  }

  // "demanded that Iran obey", "agreed to provide Peru with seeds": no act that the lexicon knows,
  // but parties all the same.
  void take_recipients_of_clause(std::uint32_t clause, Event& event) const {
    if (tree_.token(clause).upos != Upos::kVerb) return;
    const Frame frame = verb_frame(tree_, clause);
    for (RoleKind kind : {RoleKind::kSubject, RoleKind::kIndirect, RoleKind::kObject,
                          RoleKind::kOblique}) {
      for (const Role& role : frame.roles) {
        if (role.kind != kind || role.is_shared) continue;
        for (const EventParty& party : sides_.parties_of(role.head)) wider_.add_unless_actor(event, party);
      }
      if (!event.recipients.empty()) return;
    }
  }

  // A noun that nothing carries only speaks of an act; two who meet need nobody else.
  bool widens(const FoundAct& act, const Event& event) const {
    if (is_nominal(act) && act.support == kNoToken) return false;
    return !act.is_attended && (!is_mutual(act) || event.actors.size() < 2);
  }

  // "held talks in Oslo with her Danish counterpart": with whom, wherever the parser hung it.
  void take_companions(const FoundAct& act, Event& event) const {
    if (!is_mutual(act) || act.actors.size() != 1 || event.actors.empty()) return;
    const std::size_t known = event.actors.size();
    if (known > 1) return;
    const TokenSpan clause = tree_.subtree_span(act.anchor());
    for (std::uint32_t token = act.anchor() + 1; token < clause.end; ++token) {
      const std::uint32_t marker = tree_.child(token, Deprel::kCase, "with");
      if (marker == kNoToken || marker < act.anchor() || is_below_clause(token, act.anchor())) {
        continue;
      }
      for (EventParty& party : sides_.parties_of(token)) add_party(event.actors, std::move(party));
      if (event.actors.size() > known) return;
    }
  }

  bool is_below_clause(std::uint32_t token, std::uint32_t top) const {
    for (std::uint32_t at = tree_.token(token).head; at != top; at = tree_.token(at).head) {
      if (at == kNoToken || tree_.token(at).upos == Upos::kVerb) return true;
    }
    return false;
  }

  // "demanded the lifting of sanctions": who asks is who gains.
  void take_those_who_ask(const FoundAct& act, Event& event) const {
    for (const FoundAct& other : acts_) {
      const bool asks = entry_of(other).act == PloverType::kRequest &&
                        (other.content == act.head || other.content == act.anchor());
      if (!asks) continue;
      for (const SideHead& side : other.actors) {
        for (EventParty& party : sides_.parties_of(side.token)) {
          add_party(event.recipients, std::move(party));
        }
      }
      return;
    }
  }

  // Acts that nobody does to what is their own: "withdrew its troops from Chad".
  bool keeps_own(const FoundAct& act) const {
    const PloverType type = entry_of(act).act;
    return type == PloverType::kRetreat || type == PloverType::kMobilize ||
           type == PloverType::kAgree || pattern_of(act).clause.asks_modal;
  }

  // "said his country must pay" asks nobody else.
  bool drop_own_from_recipients(Event& event) const {
    return std::erase_if(event.recipients, [&](const EventParty& recipient) {
      return std::any_of(event.actors.begin(), event.actors.end(), [&](const EventParty& actor) {
        return sides_.is_owned_by(recipient, actor);
      });
    }) > 0;
  }

  // True when any was dropped.
  static bool drop_actors_from_recipients(Event& event) {
    return std::erase_if(event.recipients, [&](const EventParty& recipient) {
      return std::any_of(event.actors.begin(), event.actors.end(), [&](const EventParty& actor) {
        return is_same_party(actor, recipient);
      });
    }) > 0;
  }

  bool is_mutual(const FoundAct& act) const {
    return std::any_of(act.actors.begin(), act.actors.end(),
                       [](const SideHead& side) { return side.is_mutual; });
  }

  bool refuse(const FoundAct& act, const char* reason) {
    if (refusals_ != nullptr) {
      refusals_->push_back({act.head, act.pattern, reason, Refusal::kFits});
    }
    return false;
  }

  bool refuse_side(const FoundAct& act, std::string_view who, const std::vector<SideHead>& sides) {
    if (refusals_ == nullptr) return false;
    std::string reason(who);
    for (const SideHead& side : sides) {
      reason += ", “" + std::string(tree_.token(side.token).span.of(text_)) + "”,";
    }
    refusals_->push_back({act.head, act.pattern, reason + " is no known party", Refusal::kFits});
    return false;
  }

  bool has_unresolved_pronoun(const std::vector<SideHead>& sides) const {
    return std::any_of(sides.begin(), sides.end(), [&](const SideHead& side) {
      return sides_.is_unresolved_pronoun(side.token);
    });
  }

  // Why these sides make no event; null when they do.
  const char* inadmissible(const FoundAct& act, const Event& event) const {
    const ActEntry& entry = entry_of(act);
    if (entry.needs_actor && event.actors.empty()) return "it names nobody who does it, and must";
    if (entry.needs_recipient && event.recipients.empty() && !is_mutual(act)) {
      return "it names no recipient, and must";
    }
    if (const char* need = unmet_need(entry.parties, event)) return need;
    const bool needs_two = entry.needs_several_actors ||
                           (!is_nominal(act) && pattern_of(act).object.slot == Slot::kActors &&
                            !pattern_of(act).object_is_optional);
    if (needs_two && event.actors.size() < 2 && !has_unresolved_pronoun(act.actors)) {
      return "it is mutual, and names one side";
    }
    // A noun alone speaks of an act without telling it, unless it names both sides or another act
    // embeds it: "the talks were long".
    if (is_nominal(act) && act.support == kNoToken && !is_content_.contains(act.head) &&
        !borrowed_.is_bargain(act.head)) {
      if (event.actors.size() + event.recipients.size() < 2 && !act.is_attended) {
        return "a noun alone, without both sides, only speaks of an act";
      }
    }
    return nullptr;
  }

  const std::vector<FoundAct>& acts_;
  const Tree& tree_;
  std::string_view text_;
  const ActLexicon& lexicon_;
  const Ontology& ontology_;
  const MentionIndex mentions_;
  const SideFinder sides_;
  const WiderRecipients wider_;
  const BorrowedSides borrowed_;
  std::unordered_map<std::uint32_t, bool> is_content_;
  std::unordered_map<std::uint32_t, std::size_t> by_head_;
  std::unordered_map<std::uint32_t, std::size_t> by_anchor_;
  std::vector<Event> events_;
  Refusals refusals_;
};

}  // namespace

std::vector<Event> bind_parties(const std::vector<FoundAct>& acts, const Tree& tree,
                                std::string_view text,
                                const References& references, const ActLexicon& lexicon,
                                const Ontology& ontology, const Vocabulary& vocabulary,
                                const WordClasses& classes, std::span<const ByteSpan> given,
                                Refusals refusals) {
  return Binder(acts, tree, text, references, lexicon, ontology, vocabulary, classes, given, refusals)
      .bind();
}

}  // namespace verbale
