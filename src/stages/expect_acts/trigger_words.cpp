// SPDX-License-Identifier: Apache-2.0
#include "stages/expect_acts/trigger_words.h"

#include <algorithm>

#include "core/hash.h"
#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::uint64_t kNumberBits = 0xFFFF;

}  // namespace

TriggerWords::TriggerWords(const ActLexicon& acts, const Vocabulary& vocabulary,
                           const ActNeeds& needs, Lemmas lemmas)
    : acts_(&acts),
      vocabulary_(&vocabulary),
      needs_(&needs),
      lemmas_(std::move(lemmas)),
      memory_(std::make_unique<Memory>()) {
  memory_->profiles.reserve(Memory::kProfilesMax);
}

const std::vector<PossibleWord>& TriggerWords::words_of(std::string_view form) const {
  const std::uint64_t hash = hash64(form);
  const std::uint64_t mark = hash & ~kNumberBits;
  std::atomic<std::uint64_t>& slot = memory_->slots[hash % Memory::kSlots];
  const std::uint64_t known = slot.load(std::memory_order_acquire);
  if ((known & kNumberBits) != 0 && (known & ~kNumberBits) == mark) {
    return *memory_->profiles[(known & kNumberBits) - 1];
  }
  static thread_local Profile unkept;
  unkept = profile_of(form);
  const Profile* kept = keep(unkept, slot, mark);
  return kept != nullptr ? *kept : unkept;
}

void TriggerWords::add_listed_words(std::string_view form, std::vector<PossibleWord>& words) const {
  const WordId own = vocabulary_->find(lower_case(form));
  if (own == kNoWord) return;
  words.push_back({own, true, true});
  const auto verb = acts_->verb_forms.find(own);
  if (verb != acts_->verb_forms.end()) words.push_back({verb->second, true, false});
}

const TriggerWords::Profile* TriggerWords::keep(const Profile& profile,
                                                std::atomic<std::uint64_t>& slot,
                                                std::uint64_t mark) const {
  const std::lock_guard<std::mutex> lock(memory_->adding);
  std::vector<const Profile*>& profiles = memory_->profiles;
  if (profiles.size() == Memory::kProfilesMax) return nullptr;
  const auto [found, is_new] = memory_->numbers.emplace(profile, profiles.size() + 1);
  if (is_new) profiles.push_back(&found->first);
  slot.store(mark | found->second, std::memory_order_release);
  return &found->first;
}

TriggerWords::Profile TriggerWords::profile_of(std::string_view form) const {
  Profile profile;
  const auto add = [&profile](PossibleWord added) {
    if (added.word == kNoWord) return;
    for (PossibleWord& known : profile) {
      if (known.word != added.word) continue;
      known.is_verb |= added.is_verb;
      known.is_noun |= added.is_noun;
      return;
    }
    profile.push_back(added);
  };
  const WordId own = vocabulary_->find(lower_case(form));
  add({own, true, true});
  const bool has_letters = std::any_of(form.begin(), form.end(), [](char letter) {
    return is_ascii_lower(letter) || is_ascii_upper(letter) || (letter & 0x80) != 0;
  });
  if (!has_letters) return profile;
  for (const auto& [upos, lemma] : lemmas_(form)) {
    const bool is_verb = upos == Upos::kVerb;
    add({acts_->lemma_word(*vocabulary_, lemma, own, is_verb), is_verb,
         upos == Upos::kNoun || upos == Upos::kPropn});
  }
  return profile;
}

bool TriggerWords::may_name_act(const PossibleWord& word, const WordSet& words) const {
  return (word.is_verb && may_fit(PredicateKind::kVerb, word.word, words)) ||
         (word.is_noun && (may_fit(PredicateKind::kNoun, word.word, words) ||
                           may_fit_as_noun_of_verb(word.word, words))) ||
         // Any word may be said of a subject: "is at war".
         may_fit(PredicateKind::kAdjective, word.word, words);
}

bool TriggerWords::heads_pattern(const PossibleWord& word) const {
  const auto names_act = [&](PredicateKind kind, WordId head) {
    const auto& patterns = acts_->candidates(kind, head);
    return std::any_of(patterns.begin(), patterns.end(), [&](std::uint32_t pattern) {
      return !acts_->entries[acts_->patterns[pattern].entry].is_nothing;
    });
  };
  if (word.is_verb && names_act(PredicateKind::kVerb, word.word)) return true;
  if (names_act(PredicateKind::kAdjective, word.word)) return true;
  if (!word.is_noun) return false;
  const auto made = acts_->nominalisations.find(word.word);
  return names_act(PredicateKind::kNoun, word.word) ||
         (made != acts_->nominalisations.end() &&
          std::any_of(made->second.begin(), made->second.end(), [&](const Nominalisation& noun) {
            return names_act(PredicateKind::kVerb, noun.verb);
          }));
}

bool TriggerWords::may_fit(std::uint32_t pattern, WordId head, bool is_nominal,
                           const WordSet& words) const {
  // What only says that something is no act makes no sentence worth a parse.
  return !acts_->entries[acts_->patterns[pattern].entry].is_nothing &&
         !needs_->needs_act(pattern, is_nominal) &&
         needs_->may_fit(pattern, head, is_nominal, words);
}

bool TriggerWords::may_fit(PredicateKind kind, WordId word, const WordSet& words) const {
  const auto& patterns = acts_->candidates(kind, word);
  return std::any_of(patterns.begin(), patterns.end(), [&](std::uint32_t pattern) {
    return may_fit(pattern, word, kind == PredicateKind::kNoun, words);
  });
}

bool TriggerWords::may_fit_as_noun_of_verb(WordId word, const WordSet& words) const {
  const auto made = acts_->nominalisations.find(word);
  if (made == acts_->nominalisations.end()) return false;
  return std::any_of(made->second.begin(), made->second.end(), [&](const Nominalisation& noun) {
    const auto& patterns = acts_->candidates(PredicateKind::kVerb, noun.verb);
    return std::any_of(patterns.begin(), patterns.end(), [&](std::uint32_t pattern) {
      return may_fit(pattern, noun.verb, true, words);
    });
  });
}

}  // namespace verbale
