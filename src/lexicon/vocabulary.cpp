// SPDX-License-Identifier: Apache-2.0
#include "lexicon/vocabulary.h"

#include <algorithm>

#include "core/edit_distance.h"
#include "core/utf8.h"
#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

struct ClassText {
  std::string_view name;
  std::string_view file;
  int line;
  std::vector<std::string_view> words;
};

// Gathers the words of `wanted`, going into the classes it names; `open` guards against circles.
class ClassExpander {
 public:
  ClassExpander(const std::vector<ClassText>& texts, DataFiles& files, Vocabulary& vocabulary)
      : texts_(texts), files_(files), vocabulary_(vocabulary) {}

  void expand(const ClassText& text, std::vector<Term>& terms, int depth = 0) {
    for (std::string_view word : text.words) {
      if (!word.starts_with('&')) {
        add_term(word, vocabulary_, terms);
        continue;
      }
      const ClassText* other = find(word.substr(1));
      if (other == nullptr) {
        files_.add_error(text.file, text.line, "no class '" + std::string(word.substr(1)) + "'",
                         "write 'class: " + std::string(word.substr(1)) + "' with its words");
      } else if (depth > 8) {
        files_.add_error(text.file, text.line,
                         "class '" + std::string(text.name) + "' contains itself", "");
        return;
      } else {
        expand(*other, terms, depth + 1);
      }
    }
  }

 private:
  const ClassText* find(std::string_view name) const {
    for (const ClassText& text : texts_) {
      if (text.name == name) return &text;
    }
    return nullptr;
  }

  const std::vector<ClassText>& texts_;
  DataFiles& files_;
  Vocabulary& vocabulary_;
};

}  // namespace

WordId Vocabulary::intern(std::string_view word) {
  const auto found = ids_.find(word);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(word);
  ids_.emplace(std::string(word), id);
  return id;
}

WordId Vocabulary::find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? kNoWord : found->second;
}

WordId Vocabulary::find_lemma(std::string_view lemma) const {
  const std::string lowered = lower_case(lemma);
  const WordId plain = find(lowered);
  return plain != kNoWord ? plain : find(lowered + "e");
}

const std::vector<Term>* WordClasses::find(std::string_view name) const {
  const auto found = classes.find(name);
  return found == classes.end() ? nullptr : &found->second;
}

std::vector<std::string_view> WordClasses::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, terms] : classes) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

Term parse_term(std::string_view text, Vocabulary& vocabulary) {
  Term term;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("_ ");
    if (end != 0) term.push_back(vocabulary.intern(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return term;
}

void add_term(std::string_view text, Vocabulary& vocabulary, std::vector<Term>& terms) {
  terms.push_back(parse_term(text, vocabulary));
  if (text.find('-') == std::string_view::npos) return;
  std::string parted;
  for (const char letter : text) {
    if (letter == '-') parted += "_-_";
    else parted += letter;
  }
  terms.push_back(parse_term(parted, vocabulary));
}

WordClasses load_word_classes(DataFiles& files, Vocabulary& vocabulary) {
  std::vector<ClassText> texts;
  for (std::string_view name : {"en/classes.rec", "en/function_words.rec"}) {
    const std::string_view shown = files.shown_name(name);
    RecordFile parsed = parse_records(files.text(name), shown);
    files.add_errors(parsed.errors);
    for (const Record& record : parsed.records) {
      ClassText text{record.get("class"), shown, record.line, {}};
      for (const RecordField& field : record.fields) {
        if (field.name != "words") continue;
        for (std::string_view word : split_list(field.value, ',')) {
          // The record dies with this loop; the vocabulary keeps the word.
          text.words.push_back(vocabulary.word(vocabulary.intern(word)));
        }
      }
      if (text.name.empty() || text.words.empty()) {
        files.add_error(shown, record.line, "a class without 'class:' or 'words:'",
                        "write both: 'class: NAME', 'words: a, b'");
        continue;
      }
      text.name = vocabulary.word(vocabulary.intern(text.name));
      texts.push_back(std::move(text));
    }
  }
  WordClasses classes;
  ClassExpander expander(texts, files, vocabulary);
  for (const ClassText& text : texts) {
    std::vector<Term>& terms = classes.classes[text.name];
    if (!terms.empty()) {
      files.add_error(text.file, text.line,
                      "class '" + std::string(text.name) + "' stands twice", "join the two");
    }
    expander.expand(text, terms);
  }
  return classes;
}

}  // namespace verbale
