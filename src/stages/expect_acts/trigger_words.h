// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/syntax.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/act_needs.h"
#include "lexicon/vocabulary.h"

namespace verbale {

// A word of the lexicon that a token may turn out to be, and as what.
struct PossibleWord {
  WordId word = kNoWord;
  bool is_verb = false;
  bool is_noun = false;
  auto operator<=>(const PossibleWord&) const = default;
};

// Tells which words of the lexicon a token may be before anybody knows its tag: its form, and every
// lemma that a tag of a word with content would give it. Remembers answers; threads may share it.
// Lexicon and vocabulary must outlive it.
class TriggerWords {
 public:
  // The lemmas that a word may get, each with the part of speech it has then.
  using Lemma = std::pair<Upos, std::string>;
  using Lemmas = std::function<std::vector<Lemma>(std::string_view word)>;

  TriggerWords() = default;
  TriggerWords(const ActLexicon& acts, const Vocabulary& vocabulary, const ActNeeds& needs,
               Lemmas lemmas);

  const std::vector<PossibleWord>& words_of(std::string_view form) const;
  // Those of them that the lexicon itself lists, without asking for lemmas: quick.
  void add_listed_words(std::string_view form, std::vector<PossibleWord>& words) const;

  // Whether some pattern may fit on a token that may be `word`, in a sentence that may hold
  // `words`, and needs no other act there.
  bool may_name_act(const PossibleWord& word, const WordSet& words) const;

  // Whether the word calls up any pattern of an act, whatever else the sentence holds.
  bool heads_pattern(const PossibleWord& word) const;

  const Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  using Profile = std::vector<PossibleWord>;
  // What was found out already, by hash of the form.
  struct Memory {
    static constexpr std::size_t kSlots = std::size_t{1} << 17;
    static constexpr std::size_t kProfilesMax = std::size_t{1} << 15;

    // The hash's upper bits, and one more than the profile's number below; 0 is free. A later form
    // takes the place of an earlier one.
    std::array<std::atomic<std::uint64_t>, kSlots> slots{};
    std::map<Profile, std::uint64_t> numbers;
    std::vector<const Profile*> profiles;  // By number; never grows beyond what is reserved.
    std::mutex adding;
  };

  Profile profile_of(std::string_view form) const;
  const Profile* keep(const Profile& profile, std::atomic<std::uint64_t>& slot,
                      std::uint64_t mark) const;
  bool may_fit(PredicateKind kind, WordId word, const WordSet& words) const;
  bool may_fit(std::uint32_t pattern, WordId head, bool is_nominal, const WordSet& words) const;
  bool may_fit_as_noun_of_verb(WordId word, const WordSet& words) const;

  const ActLexicon* acts_ = nullptr;
  const Vocabulary* vocabulary_ = nullptr;
  const ActNeeds* needs_ = nullptr;
  Lemmas lemmas_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace verbale
