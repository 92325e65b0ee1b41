// SPDX-License-Identifier: Apache-2.0
#include "stages/find_acts/tell_misfit.h"

#include <algorithm>

namespace verbale {
namespace {

class Teller {
 public:
  Teller(const Predicate& predicate, const Tree& tree, std::string_view text,
         const Vocabulary& vocabulary)
      : predicate_(predicate), tree_(tree), text_(text), vocabulary_(vocabulary) {}

  std::string subject(const Filler& filler) const { return place("subject", kSubjects, filler); }
  std::string object(const Filler& filler) const { return place("object", kObjects, filler); }

  std::string phrase(const PhrasePattern& pattern) const {
    std::string prepositions;
    for (WordId word : pattern.prepositions) {
      if (!prepositions.empty()) prepositions += " or ";
      prepositions += quoted(vocabulary_.word(word));
    }
    for (const Role& role : predicate_.frame.roles) {
      if (role.marker == kNoToken || !has_lemma(pattern.prepositions, role.marker)) continue;
      return "what follows " + word_of(role.marker) + ", " + word_of(role.head) + ", is " +
             unwanted(pattern.filler);
    }
    return "no phrase with " + prepositions + " belongs to it";
  }

 private:
  using Kinds = std::initializer_list<RoleKind>;
  static constexpr Kinds kSubjects = {RoleKind::kSubject};
  static constexpr Kinds kObjects = {RoleKind::kObject, RoleKind::kIndirect, RoleKind::kClause};

  std::string place(std::string_view name, Kinds kinds, const Filler& filler) const {
    for (const Role& role : predicate_.frame.roles) {
      if (std::find(kinds.begin(), kinds.end(), role.kind) == kinds.end()) continue;
      // Where the pattern does not speak of the place, what stands there is too much.
      if (filler.slot == Slot::kNothing) {
        return "it has the " + std::string(name) + " " + word_of(role.head) +
               ", where the pattern has none";
      }
      return "its " + std::string(name) + " " + word_of(role.head) + " is " + unwanted(filler);
    }
    return "it has no " + std::string(name);
  }

  static std::string unwanted(const Filler& filler) {
    switch (filler.slot) {
      case Slot::kAct: return "no act that fits";
      case Slot::kClause: return "no clause that fits";
      case Slot::kWords: return "none of the words that the pattern asks for";
      default: return "nothing that the pattern asks for";
    }
  }

  bool has_lemma(const std::vector<WordId>& words, std::uint32_t token) const {
    return std::any_of(words.begin(), words.end(), [&](WordId word) {
      return vocabulary_.word(word) == tree_.lemma(token);
    });
  }

  std::string word_of(std::uint32_t token) const {
    return quoted(tree_.token(token).span.of(text_));
  }
  static std::string quoted(std::string_view word) { return "“" + std::string(word) + "”"; }

  const Predicate& predicate_;
  const Tree& tree_;
  std::string_view text_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::string tell_misfit(const Misfit& misfit, const Predicate& predicate, const ActPattern& pattern,
                        const Tree& tree, std::string_view text, const Vocabulary& vocabulary) {
  const Teller teller(predicate, tree, text, vocabulary);
  switch (misfit.place) {
    case Misfit::Place::kPredicate: return "it is a noun, and must be a verb";
    case Misfit::Place::kSubject: return teller.subject(pattern.subject);
    case Misfit::Place::kObject: return teller.object(pattern.object);
    case Misfit::Place::kIndirect: return "nobody is named whom it goes to";
    case Misfit::Place::kPhrase: return teller.phrase(*misfit.phrase);
    case Misfit::Place::kClause: return "it embeds no act or clause that fits";
  }
  return "";
}

int nearness_of(const Misfit& misfit) {
  constexpr std::size_t kThingsCounted = 2;
  const int things = static_cast<int>(std::min(misfit.things, kThingsCounted));
  return static_cast<int>(misfit.place) + 2 * things;
}

}  // namespace verbale
