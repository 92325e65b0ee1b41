// SPDX-License-Identifier: Apache-2.0
#include "train/short_sentences.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/utf8.h"

namespace verbale {

namespace {

// One sentence in so many.
constexpr std::size_t kHeadlineEvery = 6;
constexpr std::size_t kWordsMin = 5;
constexpr std::size_t kWordsMax = 24;
constexpr std::size_t kPhraseMax = 8;
// Titles keep small words small.
constexpr std::size_t kSmallWordBytes = 3;

// The commonest present form of each verb: "meet" → "meets".
std::map<std::string, std::string> present_forms(std::span<const ConlluSentence> sentences) {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const ConlluSentence& sentence : sentences) {
    for (const ConlluWord& word : sentence.words) {
      if (word.xpos == "VBZ" && word.upos == "VERB") ++counts[word.lemma][lower_case(word.form)];
    }
  }
  std::map<std::string, std::string> forms;
  for (const auto& [lemma, by_form] : counts) {
    const auto commonest =
        std::max_element(by_form.begin(), by_form.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    forms[lemma] = commonest->first;
  }
  return forms;
}

bool is_dropped(const ConlluSentence& sentence, std::size_t i) {
  const ConlluWord& word = sentence.words[i];
  const bool is_full_stop = word.upos == "PUNCT" && i + 1 == sentence.words.size();
  const bool is_article = word.deprel == "det" && word.xpos == "DT" && word.form.size() <= 3;
  if (!is_full_stop && !is_article && word.deprel != "aux:pass") return false;
  return std::none_of(sentence.words.begin(), sentence.words.end(),
                      [i](const ConlluWord& other) { return other.head == i + 1; });
}

bool may_head(const ConlluSentence& sentence) {
  const std::size_t count = sentence.words.size();
  return count >= kWordsMin && count <= kWordsMax && sentence.ranges.empty() &&
         std::any_of(sentence.words.begin(), sentence.words.end(), [](const ConlluWord& word) {
           return word.deprel == "root" && word.upos == "VERB";
         });
}

void capitalise(std::string& form) {
  if (!form.empty() && is_ascii_lower(form[0])) form[0] = static_cast<char>(form[0] - 'a' + 'A');
}

ConlluSentence headline_of(const ConlluSentence& sentence,
                           const std::map<std::string, std::string>& presents, bool is_title) {
  ConlluSentence headline;
  std::vector<std::uint32_t> place(sentence.words.size() + 1, 0);
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (is_dropped(sentence, i)) continue;
    headline.words.push_back(sentence.words[i]);
    place[i + 1] = static_cast<std::uint32_t>(headline.words.size());
  }
  for (std::size_t i = 0; i < headline.words.size(); ++i) {
    ConlluWord& word = headline.words[i];
    word.head = place[word.head];
    word.misc.clear();  // Marks of names may have lost their ends.
    const auto present = presents.find(word.lemma);
    if (word.xpos == "VBD" && word.upos == "VERB" && present != presents.end()) {
      word.form = present->second;
      word.xpos = "VBZ";
    }
    if (i == 0 || (is_title && word.form.size() > kSmallWordBytes)) capitalise(word.form);
  }
  return headline;
}

// Whether the word hangs on `above`, directly or through others.
bool is_within(const ConlluSentence& sentence, std::size_t word, std::size_t above) {
  std::size_t steps = 0;
  while (word != above && sentence.words[word].head != 0 && ++steps <= sentence.words.size()) {
    word = sentence.words[word].head - 1;
  }
  return word == above;
}

// Picks the words of a bare clause around a verb; empty when it makes none.
std::vector<bool> words_of_clause(const ConlluSentence& sentence, std::size_t verb) {
  const ConlluWord& head = sentence.words[verb];
  const bool is_finite = head.xpos == "VBD" || head.xpos == "VBZ" || head.xpos == "VBP";
  if (head.upos != "VERB" || !is_finite) return {};
  std::vector<bool> picked(sentence.words.size(), false);
  picked[verb] = true;
  bool has_subject = false, has_rest = false;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const ConlluWord& word = sentence.words[i];
    if (word.head != verb + 1) continue;
    const bool is_subject = word.deprel == "nsubj" && word.upos != "PRON" && i < verb;
    const bool is_rest = (word.deprel == "obj" || word.deprel == "obl") && i > verb;
    if ((!is_subject || has_subject) && !is_rest && word.deprel != "compound:prt") continue;
    std::vector<std::size_t> phrase;
    for (std::size_t j = 0; j < sentence.words.size(); ++j) {
      if (is_within(sentence, j, i)) phrase.push_back(j);
    }
    if (phrase.size() > kPhraseMax) continue;
    for (const std::size_t j : phrase) picked[j] = true;
    has_subject |= is_subject;
    has_rest |= is_rest;
  }
  return has_subject && has_rest ? picked : std::vector<bool>();
}

ConlluSentence clause_of(const ConlluSentence& sentence, std::size_t verb,
                         const std::vector<bool>& picked, bool drops_articles) {
  ConlluSentence clause;
  std::vector<std::uint32_t> place(sentence.words.size() + 1, 0);
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const bool is_article = sentence.words[i].deprel == "det" && is_dropped(sentence, i);
    if (!picked[i] || (drops_articles && is_article)) continue;
    clause.words.push_back(sentence.words[i]);
    place[i + 1] = static_cast<std::uint32_t>(clause.words.size());
  }
  for (ConlluWord& word : clause.words) {
    word.head = place[word.head];
    word.misc.clear();
  }
  ConlluWord& root = clause.words[place[verb + 1] - 1];
  root.head = 0;
  root.deprel = "root";
  capitalise(clause.words.front().form);
  ConlluWord stop;
  stop.form = stop.lemma = stop.xpos = ".";
  stop.upos = "PUNCT";
  stop.deprel = "punct";
  stop.head = place[verb + 1];
  clause.words.push_back(std::move(stop));
  return clause;
}

}  // namespace

std::vector<ConlluSentence> headlines_of(std::span<const ConlluSentence> sentences) {
  const auto presents = present_forms(sentences);
  std::vector<ConlluSentence> headlines;
  for (std::size_t i = 0; i < sentences.size(); i += kHeadlineEvery) {
    if (!may_head(sentences[i])) continue;
    headlines.push_back(headline_of(sentences[i], presents, headlines.size() % 2 == 0));
  }
  return headlines;
}

std::vector<ConlluSentence> clauses_of(std::span<const ConlluSentence> sentences) {
  std::vector<ConlluSentence> clauses;
  for (const ConlluSentence& sentence : sentences) {
    for (std::size_t verb = 0; verb < sentence.words.size(); ++verb) {
      const std::vector<bool> picked = words_of_clause(sentence, verb);
      if (picked.empty()) continue;
      for (const bool drops_articles : {true, false}) {
        clauses.push_back(clause_of(sentence, verb, picked, drops_articles));
      }
    }
  }
  return clauses;
}

}  // namespace verbale
