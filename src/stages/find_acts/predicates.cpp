// SPDX-License-Identifier: Apache-2.0
#include "stages/find_acts/predicates.h"

#include <algorithm>
#include <optional>

#include "document/xpos.h"

namespace verbale {
namespace {

// How far up a verb is looked for, in phrases.
constexpr int kPhrasesUpMax = 4;

class CandidateFinder {
 public:
  CandidateFinder(const Tree& tree, const TokenWords& words, const ActLexicon& lexicon,
                  const Possibilities* possible, std::uint32_t token)
      : tree_(tree), words_(words), lexicon_(lexicon), possible_(possible), token_(token) {}

  std::vector<Candidate> find() {
    switch (tree_.token(token_).upos) {
      case Upos::kVerb: find_verbs(); break;
      case Upos::kNoun:
      case Upos::kPropn: find_nouns(); break;
      default: break;
    }
    if (tree_.has_child(token_, Deprel::kCop) || tree_.token(token_).upos == Upos::kAdj) {
      find_adjectives();
    }
    return std::move(found_);
  }

 private:
  // Pattern indices for lemma and form, each once, in file order.
  std::vector<std::uint32_t> patterns_for(PredicateKind kind) const {
    std::vector<std::uint32_t> patterns;
    const bool is_nominal = kind == PredicateKind::kNoun;
    const auto add = [&](WordId word) {
      for (std::uint32_t pattern : lexicon_.candidates(kind, word)) {
        if (is_possible(pattern, word, is_nominal)) patterns.push_back(pattern);
      }
    };
    add(words_.lemma(token_));
    if (words_.form(token_) != words_.lemma(token_)) {
      add(words_.form(token_));
      std::sort(patterns.begin(), patterns.end());
      patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    }
    return patterns;
  }

  bool is_possible(std::uint32_t pattern, WordId head, bool is_nominal) const {
    return possible_ == nullptr ||
           possible_->needs.may_fit(pattern, head, is_nominal, possible_->words);
  }

  void find_verbs() {
    std::optional<Frame> frame;
    for (std::uint32_t pattern : patterns_for(PredicateKind::kVerb)) {
      for (const Term& term : lexicon_.term_sets[lexicon_.patterns[pattern].predicate]) {
        Predicate predicate;
        predicate.words = {token_};
        if (!words_.is_verb_term(token_, term, predicate.words, predicate.phrase)) continue;
        if (!frame) frame = verb_frame(tree_, token_);
        predicate.frame = *frame;
        add_roles_of_rest(predicate);
        found_.push_back({std::move(predicate), pattern});
      }
    }
    keep_verbs_with_particle();
  }

  // "said sorry to Chad", "let go a nun": what hangs on the words that belong to the verb.
  void add_roles_of_rest(Predicate& predicate) const {
    const bool has_object = predicate.frame.find(RoleKind::kObject) != nullptr;
    for (std::uint32_t word : predicate.words) {
      if (word == token_ || word == predicate.phrase) continue;
      for (std::uint32_t child : tree_.children(word)) {
        const Deprel relation = tree_.token(child).deprel;
        const std::uint32_t marker = marker_of(tree_, child);
        if (relation == Deprel::kObl && marker != kNoToken) {
          predicate.frame.roles.push_back({RoleKind::kOblique, child, marker, kNoToken, false});
        } else if (relation == Deprel::kObj && !has_object) {
          predicate.frame.roles.push_back({RoleKind::kObject, child, kNoToken, kNoToken, false});
        }
      }
    }
  }

  // "ruled out": where the lexicon knows the verb with its particle, the verb alone is another, unless
  // it names its object: "break off relations" breaks them.
  void keep_verbs_with_particle() {
    const auto has_particle = [&](const Candidate& candidate) {
      const auto& words = candidate.predicate.words;
      return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) {
        return word == token_ + 1 && name_of_xpos(tree_.token(word).xpos) == "RP";
      });
    };
    if (std::none_of(found_.begin(), found_.end(), has_particle)) return;
    std::erase_if(found_, [&](const Candidate& candidate) {
      const bool names_object = lexicon_.patterns[candidate.pattern].object.slot == Slot::kWords;
      return !has_particle(candidate) && !names_object;
    });
  }

  void find_nouns() {
    std::optional<Predicate> noun;
    for (std::uint32_t pattern : patterns_for(PredicateKind::kNoun)) {
      const auto& terms = lexicon_.term_sets[lexicon_.patterns[pattern].predicate];
      if (!words_.is_in_noun_set(token_, terms)) continue;
      if (!noun) noun = noun_predicate();
      found_.push_back({*noun, pattern});
    }
    find_nominalisations(noun);
  }

  void find_nominalisations(std::optional<Predicate>& noun) {
    auto made = lexicon_.nominalisations.find(words_.lemma(token_));
    if (made == lexicon_.nominalisations.end()) {
      made = lexicon_.nominalisations.find(words_.form(token_));
    }
    if (made == lexicon_.nominalisations.end()) return;
    for (const Nominalisation& nominalisation : made->second) {
      const auto& patterns = lexicon_.candidates(PredicateKind::kVerb, nominalisation.verb);
      if (patterns.empty()) continue;
      if (!noun) noun = noun_predicate();
      Predicate as_verb = *noun;
      mark_objects(as_verb.frame, nominalisation);
      for (std::uint32_t pattern : patterns) {
        if (is_possible(pattern, nominalisation.verb, true) &&
            has_plain_term(pattern, nominalisation.verb)) {
          found_.push_back({as_verb, pattern});
        }
      }
    }
  }

  // A noun stands for the verb alone, not for the verb with a particle.
  bool has_plain_term(std::uint32_t pattern, WordId verb) const {
    const auto& terms = lexicon_.term_sets[lexicon_.patterns[pattern].predicate];
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return term.size() == 1 && term.front() == verb;
    });
  }

  // "the release of the prisoners", "the attack on Iran": what would be the verb's object.
  void mark_objects(Frame& frame, const Nominalisation& nominalisation) const {
    bool has_agent = false;
    for (Role& role : frame.roles) {
      has_agent |= role.kind == RoleKind::kSubject && role.marker != kNoToken;
      if (role.kind != RoleKind::kOblique) continue;
      if (tree_.lemma(role.marker) == "of" ||
          words_.is_one_of(role.marker, nominalisation.object_prepositions)) {
        role.kind = RoleKind::kObject;
      }
    }
    // "Iran's isolation by the West": with a by-phrase the possessor is the object.
    for (Role& role : frame.roles) {
      if (has_agent && role.kind == RoleKind::kSubject && role.marker == kNoToken) {
        role.kind = RoleKind::kObject;
      }
    }
    // "prisoner release", "troop withdrawal": a common noun before it is the object.
    for (Role& role : frame.roles) {
      const Token& token = tree_.token(role.head);
      if (role.kind == RoleKind::kSubject && token.deprel == Deprel::kCompound &&
          token.upos == Upos::kNoun) {
        role.kind = RoleKind::kObject;
      }
    }
  }

  Predicate noun_predicate() const {
    Predicate predicate;
    predicate.kind = PredicateKind::kNoun;
    predicate.is_nominal = true;
    predicate.frame = noun_frame(tree_, token_);
    predicate.words = {token_};
    take_light_verb(predicate);
    if (predicate.support == kNoToken) take_undergoer(predicate);
    if (predicate.support == kNoToken) take_light_participle(predicate);
    if (predicate.support == kNoToken) take_attendant(predicate);
    return predicate;
  }

  // "played a part in the talks, including those in Riyadh": who does what the clause says was there.
  void take_attendant(Predicate& predicate) const {
    const std::uint32_t marker = tree_.child(token_, {Deprel::kCase});
    if (marker == kNoToken) return;
    const std::string_view word = tree_.lemma(marker);
    if (word != "in" && word != "at" && word != "during" && word != "include") return;
    const std::uint32_t verb = verb_above();
    if (verb == kNoToken || !is_somewhere()) return;
    const Frame above = verb_frame(tree_, verb);
    const Role* subject = above.find(RoleKind::kSubject);
    if (subject == nullptr || predicate.frame.find(RoleKind::kSubject) != nullptr) return;
    predicate.frame.roles.push_back({RoleKind::kSubject, subject->head, kNoToken, kNoToken, true});
    predicate.is_attended = true;
    predicate.support = verb;
  }

  // The verb that the phrase hangs on, directly or through other phrases: "played a role in talks,
  // including those in Riyadh".
  std::uint32_t verb_above() const {
    std::uint32_t at = token_;
    for (int phrases = 0; phrases < kPhrasesUpMax; ++phrases) {
      const Deprel relation = tree_.token(at).deprel;
      const bool is_phrase = relation == Deprel::kObl || relation == Deprel::kObj ||
                             relation == Deprel::kNmod;
      at = tree_.token(at).head;
      if (!is_phrase || at == kNoToken) return kNoToken;
      if (tree_.token(at).upos == Upos::kVerb) return at;
    }
    return kNoToken;
  }

  bool is_somewhere() const {
    for (std::uint32_t child : tree_.children(token_)) {
      const bool is_name = tree_.token(child).upos == Upos::kPropn;
      if (is_name && tree_.child(child, Deprel::kCase, "in") != kNoToken) return true;
    }
    return false;
  }

  void take_light_verb(Predicate& predicate) const {
    std::uint32_t phrase_head = token_;
    std::uint32_t verb = tree_.token(token_).head;
    // "a series of attacks": what is launched is the series.
    if (verb != kNoToken && words_.counted(verb) == token_) {
      phrase_head = verb;
      verb = tree_.token(verb).head;
    }
    if (verb == kNoToken || tree_.token(verb).upos != Upos::kVerb) return;
    const auto lights = lexicon_.light_verbs.find(words_.lemma(verb));
    if (lights == lexicon_.light_verbs.end()) return;
    if (is_ended(lights->second, verb)) return;
    for (const LightVerb& light : lights->second) {
      if (undo_light_verb(predicate, light, verb, phrase_head)) return;
    }
  }

  // "the mayor was the target of an attack", "fell victim to a raid": whom it is done to.
  void take_undergoer(Predicate& predicate) const {
    const std::uint32_t target = tree_.token(token_).head;
    if (target == kNoToken || !words_.is_undergoer(target) || !is_noun_of_clause(target)) return;
    if (tree_.child(token_, {Deprel::kCase}) == kNoToken) return;
    const bool is_said = tree_.has_child(target, Deprel::kCop);
    const std::uint32_t verb = is_said ? target : tree_.token(target).head;
    const Frame above = verb_frame(tree_, verb);
    const Role* subject = above.find(RoleKind::kSubject);
    if (subject == nullptr) return;
    predicate.support = verb;
    predicate.words.push_back(target);
    predicate.frame.roles.insert(predicate.frame.roles.begin(),
                                 {RoleKind::kObject, subject->head, kNoToken, kNoToken, true});
  }

  // Said of a subject, or with a verb: "fell victim".
  bool is_noun_of_clause(std::uint32_t noun) const {
    if (tree_.has_child(noun, Deprel::kCop)) return true;
    const Deprel relation = tree_.token(noun).deprel;
    const std::uint32_t verb = tree_.token(noun).head;
    return (relation == Deprel::kXcomp || relation == Deprel::kObj) &&
           tree_.token(verb).upos == Upos::kVerb && !tree_.has_child(noun, Deprel::kDet);
  }

  // "an attack carried out by rebels": who did it stands with the participle.
  void take_light_participle(Predicate& predicate) const {
    for (std::uint32_t verb : tree_.children(token_)) {
      const bool is_participle = tree_.token(verb).deprel == Deprel::kAcl && is_passive(tree_, verb);
      const auto lights = lexicon_.light_verbs.find(words_.lemma(verb));
      if (!is_participle || lights == lexicon_.light_verbs.end()) continue;
      for (const LightVerb& light : lights->second) {
        std::vector<std::uint32_t> particles;
        std::uint32_t phrase = kNoToken;
        if (light.kind != LightKind::kDo || !words_.has_rest(verb, light.rest, particles, phrase)) {
          continue;
        }
        add_roles_of_verb(predicate.frame, verb_frame(tree_, verb), light.kind, token_);
        return;
      }
    }
  }

  // "was put on hold": what the verb alone would do, its words together undo.
  bool is_ended(const std::vector<LightVerb>& lights, std::uint32_t verb) const {
    return std::any_of(lights.begin(), lights.end(), [&](const LightVerb& light) {
      std::vector<std::uint32_t> particles;
      std::uint32_t phrase = kNoToken;
      return light.kind == LightKind::kEnd && !light.rest.empty() &&
             words_.has_rest(verb, light.rest, particles, phrase);
    });
  }

  bool undo_light_verb(Predicate& predicate, const LightVerb& light, std::uint32_t verb,
                       std::uint32_t phrase_head) const {
    std::vector<std::uint32_t> particles;
    std::uint32_t phrase = kNoToken;
    if (!words_.has_rest(verb, light.rest, particles, phrase)) return false;
    const Frame above = verb_frame(tree_, verb);
    const auto is_noun = [&](const Role& role) { return role.head == phrase_head; };
    const auto role = std::find_if(above.roles.begin(), above.roles.end(), is_noun);
    if (role == above.roles.end()) return false;
    const bool is_object = role->kind == RoleKind::kObject || phrase == phrase_head;
    // "talks resumed", but also "talks were resumed".
    const bool happens = role->kind == RoleKind::kSubject ||
                         (role->kind == RoleKind::kObject && above.is_passive);
    if (light.kind == LightKind::kOccur ? !happens : !is_object) return false;
    if (light.kind == LightKind::kEnd) return false;
    // "made the release a condition": made it something, did not do it.
    const std::uint32_t made = tree_.child(verb, {Deprel::kXcomp});
    if (made != kNoToken && made > token_ && tree_.token(made).upos == Upos::kNoun) return false;
    predicate.support = verb;
    predicate.words.push_back(verb);
    predicate.words.insert(predicate.words.end(), particles.begin(), particles.end());
    add_roles_of_verb(predicate.frame, above, light.kind, phrase_head);
    return true;
  }

  void add_roles_of_verb(Frame& frame, const Frame& above, LightKind kind,
                         std::uint32_t noun) const {
    std::vector<Role> added;
    for (const Role& role : above.roles) {
      if (role.head == noun || role.head == token_) continue;
      if (role.kind == RoleKind::kSubject && kind != LightKind::kOccur) {
        Role side = role;
        if (kind == LightKind::kUndergo) side.kind = RoleKind::kObject;
        added.push_back(side);
      } else if (role.kind == RoleKind::kOblique || role.kind == RoleKind::kIndirect ||
                 role.kind == RoleKind::kClause) {
        const auto same = [&](const Role& own) { return own.head == role.head; };
        if (std::none_of(frame.roles.begin(), frame.roles.end(), same)) added.push_back(role);
      }
    }
    // The verb's subject comes first: it is the actor even when the noun has a modifier.
    frame.roles.insert(frame.roles.begin(), added.begin(), added.end());
  }

  void find_adjectives() {
    for (std::uint32_t pattern : patterns_for(PredicateKind::kAdjective)) {
      const auto& terms = lexicon_.term_sets[lexicon_.patterns[pattern].predicate];
      if (!words_.is_in_noun_set(token_, terms)) continue;
      Predicate predicate;
      predicate.kind = PredicateKind::kAdjective;
      predicate.words = {token_};
      predicate.frame = verb_frame(tree_, token_);
      found_.push_back({std::move(predicate), pattern});
    }
  }

  const Tree& tree_;
  const TokenWords& words_;
  const ActLexicon& lexicon_;
  const Possibilities* possible_;
  const std::uint32_t token_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> candidates_at(const Tree& tree, const TokenWords& words,
                                     const ActLexicon& lexicon, const Possibilities* possible,
                                     std::uint32_t token) {
  return CandidateFinder(tree, words, lexicon, possible, token).find();
}

}  // namespace verbale
