// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/event.h"
#include "lexicon/ontology.h"
#include "lexicon/vocabulary.h"

namespace verbale {

class DataFiles;

// docs/formats/acts.md says what entries and patterns mean.

enum class PredicateKind : std::uint8_t { kVerb, kNoun, kAdjective };

// What fills a place of a pattern.
enum class Slot : std::uint8_t {
  kNothing,    // The pattern does not speak of this place.
  kActor,
  kRecipient,
  kActors,     // A side of something mutual.
  kAnything,
  kAct,        // An act that the lexicon knows.
  kClause,     // Any clause or event.
  kWords,      // Nouns of a set.
};

// Index of a set of terms: ActLexicon::term_sets.
using TermSetId = std::uint32_t;

struct Filler {
  Slot slot = Slot::kNothing;
  TermSetId words = 0;        // For kWords, and for kClause with `asks_modal`.
  bool asks_modal = false;    // For kClause: what it says must stand under one of `words`, and who
                              // is to do it is the recipient: "said that Iran must answer".
  std::uint32_t types = 0;    // For kAct: bit set of PloverType; 0 means any.
};

// A place with a preposition: `on|against <recipient>`.
struct PhrasePattern {
  std::vector<WordId> prepositions;
  Filler filler;
  bool is_optional = false;
};

struct ActPattern {
  std::uint32_t entry = 0;
  int line = 0;
  PredicateKind kind = PredicateKind::kVerb;
  TermSetId predicate = 0;
  Filler subject;
  Filler object;
  Filler indirect;
  bool object_is_optional = false;
  bool is_plain = false;  // A verb that covers no noun made from it.
  std::vector<PhrasePattern> phrases;
  Filler clause;  // kAct or kClause without preposition.
  int demands = 0;  // How much the pattern asks for; the one that asks for most wins.
};

enum class PartyNeed : std::uint8_t {
  kPolitical,  // One side must be a state, an organisation, an official, an armed group …
  kAny,        // People of any kind will do.
  kPublic,     // As political, but a country's people and firms do not count: "doctors warned Britons".
  kOfficial,   // The actor must be one of those, no mere people: "tourists visited Greece" is none.
};

struct ActExample {
  std::string_view text;  // With brackets: "[Iran|actor] [tested|act] …".
  int line = 0;
};

struct ActEntry {
  std::string_view file;
  int line = 0;
  PloverType act = PloverType::kAgree;
  bool is_nothing = false;  // "act: none": what its patterns fit is no event, whatever else fits.
  std::string_view mode;
  std::string_view cameo;
  bool mode_by_content = false;
  bool cameo_by_content = false;
  bool needs_recipient = false;
  bool needs_actor = false;
  bool needs_several_actors = false;
  PartyNeed parties = PartyNeed::kPolitical;
  std::optional<Factuality> factuality;  // What the words say of themselves: "is expected in".
  std::vector<ActExample> examples;
  std::vector<ActExample> counter_examples;
};

// "attack" (noun) → "attack" (verb), whose object follows "on" or "against" beside "of".
struct Nominalisation {
  WordId verb = kNoWord;
  std::vector<WordId> object_prepositions;
};

enum class LightKind : std::uint8_t {
  kDo,       // The subject does what the noun says: launch, hold, stage.
  kUndergo,  // The subject undergoes it: suffer, face.
  kOccur,    // The noun as subject happens: take place.
  kEnd,      // It stops or is undone: end, call off.
};

struct LightVerb {
  Term rest;  // Particle or preposition after the verb: "carry" + "out".
  LightKind kind = LightKind::kDo;
};

// All that data/en/acts and its tables say. Read-only after loading.
struct ActLexicon {
  std::vector<ActEntry> entries;
  std::vector<ActPattern> patterns;
  // Terms of each set. Of a verb the first word is the verb, of a noun the last is the head.
  std::vector<std::vector<Term>> term_sets;
  std::unordered_map<WordId, std::vector<Nominalisation>> nominalisations;  // By noun.
  std::unordered_map<WordId, std::vector<LightVerb>> light_verbs;           // By verb.
  std::unordered_map<WordId, WordId> verb_forms;  // Inflected form → lemma.

  // Patterns whose predicate has this word as head, in file order. Empty for none.
  const std::vector<std::uint32_t>& candidates(PredicateKind kind, WordId head) const;

  // The word that patterns are looked up by for a token with this lemma and form.
  WordId lemma_word(const Vocabulary& vocabulary, std::string_view lemma, WordId form,
                    bool is_verb) const;

  std::unordered_map<WordId, std::vector<std::uint32_t>> patterns_by_head[3];
};

// Where the head of a noun term stands: its last word, or the one before `of` ("state of emergency").
std::size_t noun_head(const Term& term, WordId of);

ActLexicon load_act_lexicon(DataFiles& files, Vocabulary& vocabulary, const WordClasses& classes,
                            const Ontology& ontology);

}  // namespace verbale
