// SPDX-License-Identifier: Apache-2.0
#include "lexicon/act_pattern.h"

#include <algorithm>

#include "formats/records.h"

namespace verbale {
namespace {

bool is_slot(std::string_view text) { return text.starts_with('<'); }

int demands_of(const Filler& filler) {
  switch (filler.slot) {
    case Slot::kNothing: return 0;
    case Slot::kWords: return 4;
    case Slot::kAct: return filler.types != 0 ? 4 : 3;
    case Slot::kClause: return filler.asks_modal ? 3 : 2;
    case Slot::kAnything: return 1;
    case Slot::kActor:
    case Slot::kRecipient:
    case Slot::kActors: return 1;
  }
  return 0;
}

constexpr std::size_t kVariantsMax = 16;

bool mixes_words_and_slots(std::string_view text) {
  return text.find('<') != std::string_view::npos && text.find('|') != std::string_view::npos &&
         !text.starts_with("<act");
}

int demands_of(const ActPattern& pattern) {
  int demands = demands_of(pattern.subject) + demands_of(pattern.clause) +
                demands_of(pattern.indirect);
  if (!pattern.object_is_optional) demands += demands_of(pattern.object);
  for (const PhrasePattern& phrase : pattern.phrases) {
    if (!phrase.is_optional) demands += 1 + demands_of(phrase.filler);
  }
  return demands;
}

}  // namespace

ActPatternReader::ActPatternReader(Vocabulary& vocabulary, const WordClasses& classes,
                                   ActLexicon& lexicon)
    : vocabulary_(vocabulary), classes_(classes), lexicon_(lexicon) {
  if (const std::vector<Term>* terms = classes.find("prepositions")) {
    for (const Term& term : *terms) known_prepositions_.push_back(term.front());
  }
  std::sort(known_prepositions_.begin(), known_prepositions_.end());
}

void ActPatternReader::fail(std::string what, std::string how) {
  if (!trouble.empty()) return;
  trouble = std::move(what);
  cure = std::move(how);
}

// "home|<recipient>" stands for two patterns, one with the words and one with the slot.
void ActPatternReader::add_item(std::vector<std::vector<Item>>& variants, Item item) {
  if (!mixes_words_and_slots(item.text)) {
    for (auto& items : variants) items.push_back(item);
    return;
  }
  std::string words;
  std::vector<std::vector<Item>> grown;
  for (std::string_view part : split_list(item.text, '|')) {
    if (!is_slot(part)) {
      words += (words.empty() ? "" : "|") + std::string(part);
      continue;
    }
    for (auto items : variants) {
      items.push_back({part, item.is_optional});
      grown.push_back(std::move(items));
    }
  }
  if (!words.empty()) {
    const std::string_view kept = vocabulary_.word(vocabulary_.intern(words));
    for (auto items : variants) {
      items.push_back({kept, item.is_optional});
      grown.push_back(std::move(items));
    }
  }
  variants = std::move(grown);
}

// Items of the line. "[with] <actors>" has an optional preposition alone: it stands for two
// patterns, one with and one without. "[on <recipient>]" is one optional place.
std::vector<std::vector<ActPatternReader::Item>> ActPatternReader::split(std::string_view text) {
  std::vector<std::vector<Item>> variants(1);
  while (!(text = trim(text)).empty()) {
    if (text.front() != '[') {
      const std::size_t end = std::min(text.find(' '), text.size());
      add_item(variants, {text.substr(0, end), false});
      text.remove_prefix(end);
      continue;
    }
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) {
      fail("'[' without ']'", "close the optional part");
      return {};
    }
    const auto parts = split_list(text.substr(1, close - 1), ' ');
    const bool is_lone_word = parts.size() == 1 && !is_slot(parts[0]);
    const std::size_t count = variants.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (is_lone_word) variants.push_back(variants[i]);
      for (std::string_view part : parts) variants[i].push_back({part, !is_lone_word});
    }
    if (variants.size() > kVariantsMax) {
      fail("too many optional words", "write two patterns");
      return {};
    }
    text.remove_prefix(close + 1);
  }
  return variants;
}

bool ActPatternReader::read_words(std::string_view text, TermSetId& set) {
  const auto found = set_ids_.find(std::string(text));
  if (found != set_ids_.end()) {
    set = found->second;
    return true;
  }
  std::vector<Term> terms;
  for (std::string_view word : split_list(text, '|')) {
    if (!word.starts_with('&')) {
      if (word.find_first_of("<>[]*") != std::string_view::npos) {
        fail("'" + std::string(word) + "' is no word", "slots stand alone: <actor>");
        return false;
      }
      add_term(word, vocabulary_, terms);
      continue;
    }
    const std::vector<Term>* members = classes_.find(word.substr(1));
    if (members == nullptr) {
      fail("no class '" + std::string(word) + "' in data/en/classes.rec",
           suggest(word.substr(1), classes_.names()));
      return false;
    }
    terms.insert(terms.end(), members->begin(), members->end());
  }
  set = static_cast<TermSetId>(lexicon_.term_sets.size());
  lexicon_.term_sets.push_back(std::move(terms));
  set_ids_.emplace(text, set);
  return true;
}

bool ActPatternReader::read_types(std::string_view names, Filler& filler) {
  for (std::string_view name : split_list(names, '|')) {
    const auto type = plover_type_of(name);
    if (!type) {
      fail("unknown PLOVER type '" + std::string(name) + "'", "types are in capitals: AID");
      return false;
    }
    filler.types |= 1u << static_cast<unsigned>(*type);
  }
  return true;
}

bool ActPatternReader::read_filler(std::string_view text, Filler& filler) {
  if (!is_slot(text)) {
    filler.slot = Slot::kWords;
    return read_words(text, filler.words);
  }
  if (text == "<actor>") filler.slot = Slot::kActor;
  else if (text == "<recipient>") filler.slot = Slot::kRecipient;
  else if (text == "<actors>") filler.slot = Slot::kActors;
  else if (text == "<anything>") filler.slot = Slot::kAnything;
  else if (text == "<clause>") filler.slot = Slot::kClause;
  else if (text.starts_with("<clause:&") && text.ends_with('>')) {
    filler.slot = Slot::kClause;
    filler.asks_modal = true;
    return read_words(text.substr(8, text.size() - 9), filler.words);
  } else if (text == "<act>") filler.slot = Slot::kAct;
  else if (text.starts_with("<act:") && text.ends_with('>')) {
    filler.slot = Slot::kAct;
    return read_types(text.substr(5, text.size() - 6), filler);
  } else {
    fail("unknown slot '" + std::string(text) + "'",
         "one of <actor>, <recipient>, <actors>, <anything>, <act>, <act:TYPE>, <clause>, "
         "<clause:&class>");
    return false;
  }
  return true;
}

bool ActPatternReader::is_preposition(std::string_view word) const {
  const WordId id = vocabulary_.find(word);
  return id != kNoWord &&
         std::binary_search(known_prepositions_.begin(), known_prepositions_.end(), id);
}

std::vector<WordId> ActPatternReader::prepositions(std::string_view text) {
  std::vector<WordId> found;
  for (std::string_view word : split_list(text, '|')) {
    // "out_of" is known by its first word; "imposed_on" stands for a participle, which the frame
    // brings to its preposition by itself.
    const std::size_t joint = word.find('_');
    std::string_view first = word.substr(0, joint);
    if (joint != std::string_view::npos && !is_preposition(first)) {
      if (!is_preposition(word.substr(word.rfind('_') + 1))) return {};
      continue;
    }
    if (!is_preposition(first)) return {};
    found.push_back(vocabulary_.find(first));
  }
  return found;
}

bool ActPatternReader::read_subject(const std::vector<Item>& items, std::size_t& at,
                                    ActPattern& pattern) {
  if (at < items.size() && items[at].text == "the" && at + 1 < items.size()) {
    ++at;
    return read_filler(items[at++].text, pattern.subject);
  }
  if (at < items.size() && is_slot(items[at].text)) {
    return read_filler(items[at++].text, pattern.subject);
  }
  return true;
}

// A slot or words right after the predicate: the object; a second one makes the first the receiver
// ("give <recipient> &aid").
bool ActPatternReader::read_bare(const Item& item, const Filler& filler, ActPattern& pattern) {
  if (filler.slot == Slot::kAct || filler.slot == Slot::kClause) {
    pattern.clause = filler;
    return true;
  }
  if (pattern.object.slot != Slot::kNothing) {
    if (pattern.indirect.slot != Slot::kNothing) {
      fail("a third object: '" + std::string(item.text) + "'", "put a preposition before it");
      return false;
    }
    pattern.indirect = pattern.object;
  }
  pattern.object = filler;
  pattern.object_is_optional = item.is_optional;
  return true;
}

bool ActPatternReader::read_place(const std::vector<Item>& items, std::size_t& at,
                                  ActPattern& pattern) {
  const Item& item = items[at++];
  Filler filler;
  std::vector<WordId> before;
  if (!is_slot(item.text)) before = prepositions(item.text);
  if (before.empty() || at == items.size()) {
    if (item.text == "the" && at < items.size()) return read_place(items, at, pattern);
    return read_filler(item.text, filler) && read_bare(item, filler, pattern);
  }
  if (items[at].text == "the") ++at;
  if (at == items.size()) {
    fail("nothing after '" + std::string(item.text) + "'", "say what follows it");
    return false;
  }
  if (!read_filler(items[at++].text, filler)) return false;
  pattern.phrases.push_back({std::move(before), filler, item.is_optional});
  return true;
}

std::vector<ActPattern> ActPatternReader::read(PredicateKind kind, std::string_view text) {
  trouble.clear();
  cure.clear();
  std::vector<ActPattern> patterns;
  for (const auto& items : split(text)) {
    ActPattern pattern;
    pattern.kind = kind;
    std::size_t at = 0;
    if (!read_subject(items, at, pattern)) return {};
    if (at == items.size() || is_slot(items[at].text)) {
      fail("no word for the act in '" + std::string(text) + "'",
           "write it after the subject: <actor> attack <recipient>");
      return {};
    }
    if (!read_words(items[at++].text, pattern.predicate)) return {};
    while (at < items.size()) {
      if (!read_place(items, at, pattern)) return {};
    }
    pattern.demands = demands_of(pattern);
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

}  // namespace verbale
