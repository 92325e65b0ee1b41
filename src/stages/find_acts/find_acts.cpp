// SPDX-License-Identifier: Apache-2.0
#include "stages/find_acts/find_acts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "stages/find_acts/match_pattern.h"
#include "stages/find_acts/predicates.h"
#include "stages/find_acts/tell_misfit.h"
#include "stages/find_acts/token_words.h"

namespace verbale {
namespace {

// How deep acts may embed acts: "refused to demand that they stop threatening to attack".
constexpr int kNestingMax = 4;

bool embeds(const ActPattern& pattern) {
  const auto is_content = [](const Filler& filler) {
    return filler.slot == Slot::kAct || filler.slot == Slot::kClause;
  };
  if (is_content(pattern.clause) || is_content(pattern.object) || is_content(pattern.subject)) {
    return true;
  }
  return std::any_of(pattern.phrases.begin(), pattern.phrases.end(),
                     [&](const PhrasePattern& phrase) { return is_content(phrase.filler); });
}

class ActFinder {
 public:
  ActFinder(const Tree& tree, const ActLexicon& lexicon, const ActNeeds& needs,
            const TokenWords& words, WordSet& in_sentence, std::string_view text,
            const Vocabulary& vocabulary, Refusals refusals)
      : lexicon_(lexicon), possible_{needs, in_sentence}, in_sentence_(in_sentence),
        context_{tree, words, lexicon, known_}, text_(text), vocabulary_(vocabulary),
        refusals_(refusals) {}

  std::vector<FoundAct> find() {
    gather_candidates();
    match_nothing();
    match_plain();
    match_embedding();
    drop_named_things();
    drop_misread_infinitives();
    sort();
    return std::move(acts_);
  }

 private:
  void gather_candidates() {
    for (const Sentence& sentence : context_.tree.syntax().sentences) {
      if (!sentence.parsed) continue;
      gather_words(sentence.tokens);
      // Who asks why gets to know of the impossible too.
      const Possibilities* possible = refusals_ == nullptr ? &possible_ : nullptr;
      for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        for (Candidate& candidate :
             candidates_at(context_.tree, context_.words, lexicon_, possible, token)) {
          candidates_.push_back(std::move(candidate));
        }
      }
    }
  }

  bool is_nothing(const Candidate& candidate) const {
    return lexicon_.entries[lexicon_.patterns[candidate.pattern].entry].is_nothing;
  }

  // "beat the eggs", "killed in a crash": a word that an entry of nothing fits is no act. It must be
  // known before the acts that embed acts are looked for.
  void match_nothing() {
    for (const Candidate& candidate : candidates_) {
      Misfit misfit;
      if (!is_nothing(candidate)) continue;
      if (!match_pattern(context_, candidate.predicate, candidate.pattern, misfit)) continue;
      const std::uint32_t head = candidate.predicate.frame.head;
      if (silenced_.insert(head).second && refusals_ != nullptr) {
        refusals_->push_back({head, candidate.pattern, "in such words it is none", Refusal::kSettled});
      }
    }
    const auto stays_silent = [&](const Candidate& candidate) {
      return is_nothing(candidate) || silenced_.contains(candidate.predicate.frame.head);
    };
    std::erase_if(candidates_, stays_silent);
    matched_.assign(candidates_.size(), false);
  }

  void gather_words(TokenSpan tokens) {
    in_sentence_.clear();
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      in_sentence_.add(context_.words.lemma(token));
      in_sentence_.add(context_.words.form(token));
    }
  }

  void match_plain() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!embeds(lexicon_.patterns[candidates_[i].pattern])) try_candidate(i);
    }
  }

  // Acts that embed acts become known only after those; so again until nothing is added.
  void match_embedding() {
    for (int round = 0; round < kNestingMax; ++round) {
      const std::size_t before = acts_.size();
      for (std::size_t i = 0; i < candidates_.size(); ++i) {
        if (!matched_[i] && embeds(lexicon_.patterns[candidates_[i].pattern])) try_candidate(i);
      }
      if (acts_.size() == before) return;
    }
  }

  void try_candidate(std::size_t i) {
    Misfit misfit;
    auto act = match_pattern(context_, candidates_[i].predicate, candidates_[i].pattern, misfit);
    if (!act) {
      if (refusals_ != nullptr) refuse(candidates_[i], misfit);
      return;
    }
    matched_[i] = true;
    const ActPattern& pattern = lexicon_.patterns[act->pattern];
    const std::uint32_t type = 1u << static_cast<unsigned>(lexicon_.entries[pattern.entry].act);
    known_[act->head] |= type;
    known_[act->anchor()] |= type;
    acts_.push_back(std::move(*act));
  }

  void refuse(const Candidate& candidate, const Misfit& misfit) {
    refusals_->push_back({candidate.predicate.frame.head, candidate.pattern,
                          tell_misfit(misfit, candidate.predicate,
                                      lexicon_.patterns[candidate.pattern], context_.tree, text_,
                                      vocabulary_),
                          nearness_of(misfit)});
  }

  PloverType type_of(const FoundAct& act) const {
    return lexicon_.entries[lexicon_.patterns[act.pattern].entry].act;
  }

  // "lifted sanctions": the sanctions are a thing of that act, no act of their own. But what is
  // demanded, refused, threatened or agreed is: "demanded the lifting of sanctions".
  void drop_named_things() {
    std::unordered_set<std::uint32_t> things;
    std::unordered_map<std::uint32_t, PloverType> contents;
    std::unordered_map<std::uint32_t, std::uint32_t> holders;  // "lodged" of "lodged a protest".
    for (FoundAct& act : acts_) {
      const bool embeds = speaks_of_others(type_of(act));
      for (std::uint32_t thing : act.things) {
        if (!embeds) {
          things.insert(thing);
          continue;
        }
        contents.emplace(thing, type_of(act));
        holders.emplace(thing, act.head);
        if (act.content == kNoToken && known_.contains(thing)) act.content = thing;
      }
    }
    std::erase_if(acts_, [&](const FoundAct& act) {
      if (context_.tree.token(act.head).upos == Upos::kVerb) return false;
      const auto holder = holders.find(act.head);
      if (holder != holders.end() && holder->second == act.support) return true;
      const auto content = contents.find(act.head);
      return things.contains(act.head) ||
             (content != contents.end() && content->second == type_of(act));
    });
  }

  static bool speaks_of_others(PloverType type) {
    return type == PloverType::kRequest || type == PloverType::kReject ||
           type == PloverType::kThreaten || type == PloverType::kAgree ||
           type == PloverType::kAccuse;
  }

  // "threatened to strike the port" is no strike of workers: what the infinitive does to somebody says
  // more than its word.
  void drop_misread_infinitives() {
    const auto is_misread = [&](std::uint32_t thing) {
      const auto known = known_.find(thing);
      const std::uint32_t assault = 1U << static_cast<unsigned>(PloverType::kAssault);
      return known != known_.end() && known->second == assault &&
             context_.tree.token(thing).upos == Upos::kVerb &&
             context_.tree.has_child(thing, Deprel::kObj);
    };
    std::erase_if(acts_, [&](const FoundAct& act) {
      return type_of(act) == PloverType::kThreaten &&
             std::any_of(act.things.begin(), act.things.end(), is_misread);
    });
  }

  void sort() {
    std::stable_sort(acts_.begin(), acts_.end(), [&](const FoundAct& a, const FoundAct& b) {
      if (a.head != b.head) return a.head < b.head;
      const int a_demands = lexicon_.patterns[a.pattern].demands;
      const int b_demands = lexicon_.patterns[b.pattern].demands;
      return a_demands != b_demands ? a_demands > b_demands : a.pattern < b.pattern;
    });
  }

  const ActLexicon& lexicon_;
  const Possibilities possible_;
  WordSet& in_sentence_;
  KnownActs known_;
  MatchContext context_;
  std::vector<Candidate> candidates_;
  std::vector<bool> matched_;
  std::unordered_set<std::uint32_t> silenced_;  // Heads that an entry of nothing fits.
  std::vector<FoundAct> acts_;
  std::string_view text_;
  const Vocabulary& vocabulary_;
  Refusals refusals_;
};

}  // namespace

std::vector<FoundAct> find_acts(const Tree& tree, std::string_view text, const ActLexicon& lexicon,
                                const ActNeeds& needs, const Vocabulary& vocabulary,
                                const WordClasses& classes, Refusals refusals) {
  const TokenWords words(tree, vocabulary, text, classes, lexicon);
  WordSet in_sentence(vocabulary);
  return ActFinder(tree, lexicon, needs, words, in_sentence, text, vocabulary, refusals).find();
}

}  // namespace verbale
