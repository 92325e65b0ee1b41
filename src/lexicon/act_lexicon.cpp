// SPDX-License-Identifier: Apache-2.0
#include "lexicon/act_lexicon.h"

#include <algorithm>
#include <array>

#include "formats/records.h"
#include "lexicon/act_pattern.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 15> kFields = {
    "act", "mode", "cameo", "verb", "plain", "noun", "adjective", "actor", "recipient", "parties",
    "factuality", "example", "not", "from", "edited"};

// What firms and people do to the good of one another is no politics; what they give up, or do to
// harm, may be.
PartyNeed default_parties(const ActEntry& entry) {
  switch (entry.act) {
    case PloverType::kAgree:
    case PloverType::kConsult:
    case PloverType::kSupport:
    case PloverType::kCooperate:
    case PloverType::kAid: return PartyNeed::kPublic;
    default: return PartyNeed::kPolitical;
  }
}

// Reads the entries of one file after another into a lexicon.
class EntryLoader {
 public:
  EntryLoader(DataFiles& files, Vocabulary& vocabulary, const WordClasses& classes,
              const Ontology& ontology, ActLexicon& lexicon)
      : files_(files), vocabulary_(vocabulary), ontology_(ontology), lexicon_(lexicon),
        reader_(vocabulary, classes, lexicon) {}

  void load(const std::string& name) {
    file_ = files_.shown_name(name);
    RecordFile parsed = parse_records(files_.text(name), file_);
    files_.add_errors(parsed.errors);
    for (const Record& record : parsed.records) load_entry(record);
  }

 private:
  void complain(int line, std::string trouble, std::string cure = "") {
    files_.add_error(file_, line, std::move(trouble), std::move(cure));
  }

  // Records die with their file's loop; the vocabulary keeps the text.
  std::string_view kept(std::string_view text) {
    return vocabulary_.word(vocabulary_.intern(text));
  }

  void load_entry(const Record& record) {
    const bool is_nothing = record.get("act") == "none";
    const auto type = plover_type_of(record.get("act"));
    if (!type && !is_nothing) {
      std::vector<std::string_view> names;
      for (std::size_t i = 0; i < kPloverTypeCount; ++i) {
        names.push_back(name_of(static_cast<PloverType>(i)));
      }
      complain(record.line, "unknown act '" + std::string(record.get("act")) + "'",
               suggest(record.get("act"), names));
      return;
    }
    ActEntry entry;
    entry.file = file_;
    entry.line = record.line;
    entry.is_nothing = is_nothing;
    if (type) entry.act = *type;
    entry.needs_recipient = record.get("recipient") == "required";
    entry.needs_several_actors = record.get("actor") == "several";
    entry.needs_actor = entry.needs_several_actors || record.get("actor") == "required";
    const std::string_view parties = record.get("parties");
    entry.parties = parties == "any"         ? PartyNeed::kAny
                    : parties == "public"    ? PartyNeed::kPublic
                    : parties == "official"  ? PartyNeed::kOfficial
                    : parties == "political" ? PartyNeed::kPolitical
                                             : default_parties(entry);
    read_codes(record, entry);
    if (const RecordField* factuality = record.find("factuality")) {
      entry.factuality = factuality_of(factuality->value);
      if (!entry.factuality) {
        complain(factuality->line, "unknown factuality '" + factuality->value + "'",
                 "one of happened, planned, possible, demanded, threatened, negated");
      }
    }
    for (const RecordField& field : record.fields) read_field(field, entry);
    check_examples(record, entry);
    lexicon_.entries.push_back(std::move(entry));
  }

  void check_examples(const Record& record, const ActEntry& entry) {
    if (entry.is_nothing && entry.counter_examples.empty()) {
      complain(record.line, "an entry of nothing without 'not:'",
               "write a sentence that must be no event");
    }
    if (!entry.is_nothing && entry.examples.empty()) {
      complain(record.line, "an entry without 'example:'",
               "write a sentence that it must code, its spans in brackets");
    }
  }

  void read_codes(const Record& record, ActEntry& entry) {
    entry.mode_by_content = record.get("mode") == "by content";
    entry.cameo_by_content = record.get("cameo") == "by content";
    if (const RecordField* mode = record.find("mode"); mode && !entry.mode_by_content) {
      const PloverMode* known = ontology_.mode(entry.act, mode->value);
      if (known == nullptr) {
        complain(mode->line, "no mode '" + mode->value + "' of " + std::string(name_of(entry.act)),
                 "see data/ontology/plover_modes.tsv");
      } else {
        entry.mode = known->name;
      }
    }
    if (const RecordField* cameo = record.find("cameo"); cameo && !entry.cameo_by_content) {
      const auto known = ontology_.cameo.find(std::string_view(cameo->value));
      if (known == ontology_.cameo.end()) {
        complain(cameo->line, "unknown CAMEO code '" + cameo->value + "'",
                 "see data/ontology/cameo.tsv");
      } else {
        entry.cameo = known->first;
      }
    }
  }

  void read_field(const RecordField& field, ActEntry& entry) {
    if (std::find(kFields.begin(), kFields.end(), field.name) == kFields.end()) {
      complain(field.line, "unknown field '" + std::string(field.name) + "'",
               suggest(field.name, {kFields.begin(), kFields.end()}));
    } else if (field.name == "example") {
      entry.examples.push_back({kept(field.value), field.line});
    } else if (field.name == "not") {
      entry.counter_examples.push_back({kept(field.value), field.line});
    } else if (field.name == "verb") {
      read_pattern(PredicateKind::kVerb, field);
    } else if (field.name == "plain") {
      const std::size_t first = lexicon_.patterns.size();
      read_pattern(PredicateKind::kVerb, field);
      for (std::size_t i = first; i < lexicon_.patterns.size(); ++i) {
        lexicon_.patterns[i].is_plain = true;
      }
    } else if (field.name == "noun") {
      read_pattern(PredicateKind::kNoun, field);
    } else if (field.name == "adjective") {
      read_pattern(PredicateKind::kAdjective, field);
    }
  }

  void read_pattern(PredicateKind kind, const RecordField& field) {
    for (ActPattern& pattern : reader_.read(kind, kept(field.value))) {
      pattern.entry = static_cast<std::uint32_t>(lexicon_.entries.size());
      pattern.line = field.line;
      lexicon_.patterns.push_back(std::move(pattern));
    }
    if (!reader_.trouble.empty()) complain(field.line, reader_.trouble, reader_.cure);
  }

  DataFiles& files_;
  Vocabulary& vocabulary_;
  const Ontology& ontology_;
  ActLexicon& lexicon_;
  ActPatternReader reader_;
  std::string_view file_;
};

void index_patterns(ActLexicon& lexicon, WordId of) {
  for (std::uint32_t p = 0; p < lexicon.patterns.size(); ++p) {
    const ActPattern& pattern = lexicon.patterns[p];
    auto& by_head = lexicon.patterns_by_head[static_cast<std::size_t>(pattern.kind)];
    for (const Term& term : lexicon.term_sets[pattern.predicate]) {
      if (term.empty()) continue;
      const WordId head =
          pattern.kind == PredicateKind::kVerb ? term.front() : term[noun_head(term, of)];
      std::vector<std::uint32_t>& list = by_head[head];
      if (list.empty() || list.back() != p) list.push_back(p);
    }
  }
}

void load_nominalisations(DataFiles& files, Vocabulary& vocabulary, ActLexicon& lexicon) {
  const std::string_view shown = files.shown_name("en/nominalisations.tsv");
  Table table = parse_table(files.text("en/nominalisations.tsv"), shown);
  const std::size_t noun_at = table.column("noun"), verb_at = table.column("verb"),
                    object_at = table.column("object");
  for (const TableRow& row : table.rows) {
    Nominalisation made{vocabulary.intern(row.cells[verb_at]), {}};
    for (std::string_view preposition : split_list(row.cells[object_at], ';')) {
      made.object_prepositions.push_back(vocabulary.intern(preposition));
    }
    lexicon.nominalisations[vocabulary.intern(row.cells[noun_at])].push_back(std::move(made));
  }
  files.add_errors(table.errors);
}

void load_light_verbs(DataFiles& files, Vocabulary& vocabulary, ActLexicon& lexicon) {
  const std::string_view shown = files.shown_name("en/light_verbs.tsv");
  Table table = parse_table(files.text("en/light_verbs.tsv"), shown);
  const std::size_t verb_at = table.column("verb"), kind_at = table.column("kind");
  for (const TableRow& row : table.rows) {
    const std::string_view kind = row.cells[kind_at];
    LightVerb light;
    if (kind == "do") light.kind = LightKind::kDo;
    else if (kind == "undergo") light.kind = LightKind::kUndergo;
    else if (kind == "occur") light.kind = LightKind::kOccur;
    else if (kind == "end") light.kind = LightKind::kEnd;
    else {
      files.add_error(shown, row.line, "unknown kind '" + std::string(kind) + "'",
                      suggest(kind, {"do", "undergo", "occur", "end"}));
      continue;
    }
    Term term = parse_term(row.cells[verb_at], vocabulary);
    if (term.empty()) continue;
    light.rest.assign(term.begin() + 1, term.end());
    lexicon.light_verbs[term.front()].push_back(std::move(light));
  }
  files.add_errors(table.errors);
}

void load_verb_forms(DataFiles& files, Vocabulary& vocabulary, ActLexicon& lexicon) {
  Table table = parse_table(files.text("en/verb_forms.tsv"), files.shown_name("en/verb_forms.tsv"));
  const std::size_t form_at = table.column("form"), lemma_at = table.column("lemma");
  for (const TableRow& row : table.rows) {
    lexicon.verb_forms.emplace(vocabulary.intern(row.cells[form_at]),
                               vocabulary.intern(row.cells[lemma_at]));
  }
  files.add_errors(table.errors);
}

}  // namespace

std::size_t noun_head(const Term& term, WordId of) {
  for (std::size_t i = 1; i < term.size(); ++i) {
    if (term[i] == of) return i - 1;
  }
  return term.empty() ? 0 : term.size() - 1;
}

const std::vector<std::uint32_t>& ActLexicon::candidates(PredicateKind kind, WordId head) const {
  static const std::vector<std::uint32_t> kNone;
  const auto& by_head = patterns_by_head[static_cast<std::size_t>(kind)];
  const auto found = by_head.find(head);
  return found == by_head.end() ? kNone : found->second;
}

WordId ActLexicon::lemma_word(const Vocabulary& vocabulary, std::string_view lemma, WordId form,
                              bool is_verb) const {
  const WordId word = vocabulary.find_lemma(lemma);
  // A lemma that no pattern speaks of may be the lemmatiser's guess at a form that one does.
  const bool is_guess =
      word == kNoWord || word == form || candidates(PredicateKind::kVerb, word).empty();
  if (!is_guess || !is_verb) return word;
  const auto known = verb_forms.find(form);
  return known == verb_forms.end() ? word : known->second;
}

ActLexicon load_act_lexicon(DataFiles& files, Vocabulary& vocabulary, const WordClasses& classes,
                            const Ontology& ontology) {
  ActLexicon lexicon;
  EntryLoader loader(files, vocabulary, classes, ontology, lexicon);
  for (const std::string& name : files.files_in("en/acts", ".rec")) loader.load(name);
  index_patterns(lexicon, vocabulary.intern("of"));
  load_nominalisations(files, vocabulary, lexicon);
  load_light_verbs(files, vocabulary, lexicon);
  load_verb_forms(files, vocabulary, lexicon);
  return lexicon;
}

}  // namespace verbale
