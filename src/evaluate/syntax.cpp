// SPDX-License-Identifier: Apache-2.0
#include "evaluate/syntax.h"

#include <string>
#include <tuple>
#include <utility>

#include "document/xpos.h"
#include "formats/conllu_text.h"

namespace verbale {
namespace {

std::string_view without_subtype(Deprel relation) {
  const std::string_view name = name_of(relation);
  return name.substr(0, name.find(':'));
}

// A document as the treebank has it, its words without tags and heads.
struct Gold {
  Article article;
  Syntax words;  // Tokens and sentences only.
  Syntax truth;
  std::vector<bool> negates;  // For each word.
};

Gold gold_of(std::span<const ConlluSentence> sentences) {
  ConlluText text = text_of(sentences);
  Gold gold;
  gold.article.text = std::move(text.text);
  for (const ByteSpan& word : text.words) gold.words.tokens.push_back({.span = word});
  for (const TokenSpan& tokens : text.sentences) {
    gold.words.sentences.push_back(
        {.tokens = tokens,
         .span = {text.words[tokens.begin].begin, text.words[tokens.end - 1].end}});
  }
  gold.truth = gold.words;
  std::uint32_t first = 0;
  for (const ConlluSentence& sentence : sentences) {
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
      const ConlluWord& word = sentence.words[i];
      Token& token = gold.truth.tokens[first + i];
      token.upos = upos_of(word.upos);
      token.xpos = xpos_of(word.xpos);
      token.head = word.head == 0 ? kNoToken : first + word.head - 1;
      token.deprel = deprel_of(word.deprel);
      gold.truth.lemmas.push_back(word.lemma);
      gold.negates.push_back(word.feats.find("Polarity=Neg") != std::string::npos &&
                             token.deprel == Deprel::kAdvmod);
    }
    first += static_cast<std::uint32_t>(sentence.words.size());
  }
  return gold;
}

void count_totals(Counts& counts, std::size_t predicted, std::size_t gold) {
  counts.predicted += static_cast<double>(predicted);
  counts.gold += static_cast<double>(gold);
}

// Compares two readings of one text, word by word where they cover the same letters.
class Comparison {
 public:
  Comparison(const Gold& gold, const Syntax& made, SyntaxScores& scores)
      : truth_(gold.truth), negates_(gold.negates), made_(made), scores_(scores) {}

  void run() {
    align();
    for (Counts* counts : {&scores_.words, &scores_.upos, &scores_.xpos, &scores_.lemmas,
                           &scores_.heads, &scores_.labels, &scores_.universal_labels}) {
      count_totals(*counts, made_.tokens.size(), truth_.tokens.size());
    }
    for (const Token& token : made_.tokens) relation(token).predicted += 1;
    for (std::uint32_t word = 0; word < truth_.tokens.size(); ++word) {
      relation(truth_.tokens[word]).gold += 1;
      scores_.negations.gold += negates_[word];
      if (partner_[word] != kNoToken) compare(word, partner_[word]);
    }
    compare_sentences();
  }

 private:
  Counts& relation(const Token& token) {
    return scores_.by_relation[static_cast<std::size_t>(token.deprel)];
  }

  void align() {
    partner_.assign(truth_.tokens.size(), kNoToken);
    std::uint32_t made = 0;
    for (std::uint32_t word = 0; word < truth_.tokens.size(); ++word) {
      const ByteSpan span = truth_.tokens[word].span;
      while (made < made_.tokens.size() && made_.tokens[made].span.begin < span.begin) ++made;
      if (made < made_.tokens.size() && made_.tokens[made].span == span) partner_[word] = made;
    }
  }

  void compare(std::uint32_t word, std::uint32_t made) {
    const Token& gold = truth_.tokens[word];
    const Token& ours = made_.tokens[made];
    scores_.words.right += 1;
    scores_.upos.right += gold.upos == ours.upos;
    scores_.xpos.right += gold.xpos == ours.xpos;
    scores_.lemmas.right += made_.lemmas.size() > made && truth_.lemmas[word] == made_.lemmas[made];
    if (negates_[word]) scores_.negations.predicted += ours.deprel == Deprel::kAdvmod;
    const std::uint32_t head = gold.head == kNoToken ? kNoToken : partner_[gold.head];
    const bool is_lost = gold.head != kNoToken && head == kNoToken;
    if (is_lost || ours.head != head) return;
    scores_.heads.right += 1;
    if (gold.deprel == ours.deprel) {
      scores_.labels.right += 1;
      relation(gold).right += 1;
      scores_.negations.right += negates_[word];
    }
    scores_.universal_labels.right += without_subtype(gold.deprel) == without_subtype(ours.deprel);
  }

  void compare_sentences() {
    count_totals(scores_.sentences, made_.sentences.size(), truth_.sentences.size());
    std::size_t made = 0;
    for (const Sentence& sentence : truth_.sentences) {
      while (made < made_.sentences.size() &&
             made_.sentences[made].span.begin < sentence.span.begin) {
        ++made;
      }
      if (made == made_.sentences.size()) break;
      scores_.sentences.right += made_.sentences[made].span == sentence.span;
    }
  }

  const Syntax& truth_;
  const std::vector<bool>& negates_;
  const Syntax& made_;
  SyntaxScores& scores_;
  std::vector<std::uint32_t> partner_;
};

}  // namespace

SyntaxScores score_from_words(std::span<const ConlluSentence> gold, const SyntaxStages& stages) {
  SyntaxScores scores;
  for (const auto& sentences : documents_of(gold)) {
    const Gold document = gold_of(sentences);
    Syntax made = stages.tag(document.words, document.article);
    made = stages.parse(std::move(made), document.article);
    Comparison(document, made, scores).run();
  }
  return scores;
}

SyntaxScores score_from_text(std::span<const ConlluSentence> gold, const SyntaxStages& stages) {
  SyntaxScores scores;
  for (const auto& sentences : documents_of(gold)) {
    const Gold document = gold_of(sentences);
    Syntax made = stages.split(document.article);
    made = stages.tag(std::move(made), document.article);
    made = stages.parse(std::move(made), document.article);
    Comparison(document, made, scores).run();
  }
  return scores;
}

namespace {

struct NamedDocument {
  Article article;
  Syntax words;
  std::vector<NameSpan> names;
};

bool kind_of_mark(std::string_view mark, NameKind& kind) {
  const std::string_view name = mark.size() > 2 ? mark.substr(2) : std::string_view();
  if (name == "PER") kind = NameKind::kPerson;
  if (name == "ORG") kind = NameKind::kOrganisation;
  if (name == "LOC") kind = NameKind::kPlace;
  return name == "PER" || name == "ORG" || name == "LOC";
}

void add_sentence(const Iob2Sentence& sentence, NamedDocument& document) {
  std::string& text = document.article.text;
  const auto first = static_cast<std::uint32_t>(document.words.tokens.size());
  const auto start = static_cast<std::uint32_t>(text.size());
  bool is_open = false;
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += sentence.words[i];
    document.words.tokens.push_back({.span = {begin, static_cast<std::uint32_t>(text.size())}});
    text += ' ';
    NameKind kind{};
    const bool is_name = kind_of_mark(sentence.marks[i], kind);
    const bool goes_on =
        is_name && is_open && sentence.marks[i][0] == 'I' && document.names.back().kind == kind;
    if (goes_on) {
      document.names.back().tokens.end = first + i + 1;
    } else if (is_name) {
      document.names.push_back({{first + i, first + i + 1}, kind});
    }
    is_open = is_name;
  }
  const auto end = static_cast<std::uint32_t>(document.words.tokens.size());
  document.words.sentences.push_back(
      {.tokens = {first, end}, .span = {start, static_cast<std::uint32_t>(text.size() - 1)}});
}

void count_names(const std::vector<NameSpan>& names, NameScores& scores, double Counts::*field) {
  for (const NameSpan& name : names) {
    Counts& counts = name.kind == NameKind::kPerson         ? scores.persons
                     : name.kind == NameKind::kOrganisation ? scores.organisations
                                                            : scores.places;
    counts.*field += 1;
    scores.all.*field += 1;
  }
}

}  // namespace

NameScores score_names(std::span<const Iob2Sentence> gold, const SyntaxStages& stages) {
  NameScores scores;
  for (std::size_t begin = 0; begin < gold.size();) {
    NamedDocument document;
    std::size_t end = begin;
    do add_sentence(gold[end++], document);
    while (end < gold.size() && !gold[end].starts_document);
    begin = end;
    const std::vector<NameSpan> made = stages.tag(document.words, document.article).names;
    std::vector<NameSpan> right;
    for (const NameSpan& name : document.names) {
      for (const NameSpan& ours : made) {
        if (ours.tokens == name.tokens && ours.kind == name.kind) right.push_back(name);
      }
    }
    count_names(document.names, scores, &Counts::gold);
    count_names(made, scores, &Counts::predicted);
    count_names(right, scores, &Counts::right);
  }
  return scores;
}

std::vector<Figure> syntax_figures(const SyntaxScores& from_words, const SyntaxScores& from_text) {
  std::vector<Figure> figures;
  const auto add = [&](std::string name, const Counts& counts) {
    const double f1 = counts.f1();
    figures.push_back({std::move(name), f1, f1, f1, static_cast<std::size_t>(counts.gold)});
  };
  add("words UPOS", from_words.upos);
  add("words XPOS", from_words.xpos);
  add("words lemma", from_words.lemmas);
  add("words UAS", from_words.heads);
  add("words LAS", from_words.labels);
  add("words LAS without subtypes", from_words.universal_labels);
  add("text words", from_text.words);
  add("text sentences", from_text.sentences);
  add("text UPOS", from_text.upos);
  add("text LAS", from_text.labels);
  add("text LAS without subtypes", from_text.universal_labels);
  return figures;
}

SuiteTable relation_table(std::string title, const SyntaxScores& scores) {
  constexpr Deprel kShown[] = {
      Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kObj,   Deprel::kIobj,  Deprel::kObl,
      Deprel::kOblAgent, Deprel::kConj,   Deprel::kAcl,   Deprel::kAclRelcl, Deprel::kCcomp,
      Deprel::kXcomp, Deprel::kAdvcl,     Deprel::kNmod,  Deprel::kNmodPoss, Deprel::kCompound};
  SuiteTable table{std::move(title), {"relation", "precision", "recall", "F1", "cases"}, {}};
  const auto add = [&table](std::string_view name, const Counts& counts) {
    table.rows.push_back({std::string(name), three_digits(counts.precision()),
                          three_digits(counts.recall()), three_digits(counts.f1()),
                          std::to_string(static_cast<std::size_t>(counts.gold))});
  };
  for (const Deprel relation : kShown) {
    add(name_of(relation), scores.by_relation[static_cast<std::size_t>(relation)]);
  }
  add("negation", scores.negations);
  return table;
}

std::vector<Figure> name_figures(const NameScores& scores) {
  std::vector<Figure> figures;
  const auto add = [&](std::string name, double value, double cases) {
    figures.push_back({std::move(name), value, value, value, static_cast<std::size_t>(cases)});
  };
  add("persons F1", scores.persons.f1(), scores.persons.gold);
  add("organisations F1", scores.organisations.f1(), scores.organisations.gold);
  add("places F1", scores.places.f1(), scores.places.gold);
  add("precision", scores.all.precision(), scores.all.predicted);
  add("recall", scores.all.recall(), scores.all.gold);
  add("F1", scores.all.f1(), scores.all.gold);
  return figures;
}

}  // namespace verbale
