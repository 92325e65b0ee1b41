// SPDX-License-Identifier: Apache-2.0
#include "train/train_splitter.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/utf8.h"
#include "formats/conllu_text.h"
#include "learning/perceptron_trainer.h"
#include "stages/split_text/splitter.h"

namespace verbale {
namespace {

// A yes-or-no question: the features it is asked with, and the answer.
struct Question {
  std::vector<std::uint64_t> features;
  bool answer = false;
};

bool is_plain(std::string_view word) {
  return word.find('\'') == std::string_view::npos && word.find("\u2019") == std::string_view::npos;
}

// Words written as one that count as two and show it by no mark: "cannot", "gonna".
std::vector<std::uint64_t> contraction_slots(std::span<const ConlluSentence> sentences) {
  struct Seen {
    std::uint32_t joined = 0;
    std::uint32_t simple = 0;
    std::size_t cut = 0;
  };
  std::map<std::string, Seen> seen;
  for (const ConlluSentence& sentence : sentences) {
    for (const ConlluRange& range : sentence.ranges) {
      if (range.last != range.first + 1 || !is_plain(range.form)) continue;
      Seen& word = seen[lower_case(range.form)];
      ++word.joined;
      word.cut = sentence.words[range.first].form.size();
    }
  }
  for (const ConlluSentence& sentence : sentences) {
    for (const ConlluWord& word : sentence.words) {
      const auto found = seen.find(lower_case(word.form));
      if (found != seen.end()) ++found->second.simple;
    }
  }
  std::map<std::uint64_t, std::uint16_t> cuts;
  for (const auto& [word, counts] : seen) {
    if (counts.joined < 2 || counts.joined <= counts.simple) continue;
    cuts[SplitWords::contraction_key(word)] = static_cast<std::uint16_t>(counts.cut);
  }
  return HashValues::build(cuts);
}

std::vector<std::uint64_t> abbreviation_slots(const SplitterTraining& options) {
  std::map<std::uint64_t, std::uint16_t> known;
  for (const auto& [word, kind] : options.abbreviations) {
    std::string shouted = word;
    for (char& c : shouted) {
      if (is_ascii_lower(c)) c = static_cast<char>(c - 'a' + 'A');
    }
    // "GEN." of a headline; but "NO." may be the whole of an answer.
    if (kind != DotKind::kUnsure) {
      known.emplace(SplitWords::abbreviation_key(shouted), static_cast<std::uint16_t>(kind));
    }
    known[SplitWords::abbreviation_key(word)] = static_cast<std::uint16_t>(kind);
  }
  return HashValues::build(known);
}

void ask_cuts(const ConlluText& gold, const SplitWords& words, std::vector<Question>& questions) {
  FeatureList features;
  std::size_t next = 0;
  for (const ByteSpan& span : chunks_of(gold.text)) {
    std::uint32_t begin = 0;
    const std::string_view chunk = span.of(gold.text);
    const ChunkFacts facts = facts_of(gold.text, span);
    for (std::uint32_t place : places_in(chunk, words)) {
      while (next < gold.words.size() && gold.words[next].begin < span.begin + place) ++next;
      const bool cuts = next < gold.words.size() && gold.words[next].begin == span.begin + place;
      if (!keeps_dot(chunk, begin, place, words)) {
        gather_cut_features({facts, place, begin}, words, features);
        questions.push_back({{features.all().begin(), features.all().end()}, cuts});
      }
      if (cuts) begin = place;
    }
  }
}

void ask_ends(const ConlluText& gold, const SplitWords& words, std::vector<Question>& questions) {
  FeatureList features;
  std::size_t first = 0;
  // Paragraph by paragraph, as the stage does.
  for (std::size_t i = 1; i <= gold.words.size(); ++i) {
    const bool parts = i == gold.words.size() ||
                       gap_between(gold.text, gold.words[i - 1], gold.words[i]) == Gap::kEmptyLine;
    if (!parts) continue;
    const std::span<const ByteSpan> paragraph = std::span(gold.words).subspan(first, i - first);
    SentenceSoFar so_far;
    for (std::uint32_t at = 0; at < paragraph.size(); ++at) {
      step_over(gold.text, paragraph[at], so_far);
      const auto word = static_cast<std::uint32_t>(first + at);
      const auto sentence =
          std::partition_point(gold.sentences.begin(), gold.sentences.end(),
                               [&](const TokenSpan& tokens) { return tokens.end <= word; });
      const bool ends = sentence != gold.sentences.end() && sentence->end == word + 1;
      if (may_end_after(gold.text, paragraph, at, words)) {
        gather_end_features(gold.text, paragraph, at, so_far, words, features);
        questions.push_back({{features.all().begin(), features.all().end()}, ends});
      }
      if (ends) so_far = {at + 1, so_far.open_quotes, 0};
    }
    first = i;
  }
}

struct Lesson {
  std::string_view name;
  std::size_t rows = 0;
  std::size_t rounds = 0;
  std::uint64_t seed = 0;
};

void learn(const std::vector<Question>& questions, const Lesson& lesson, const Progress& progress,
           ModelWriter& writer) {
  std::vector<std::uint64_t> met;
  for (const Question& question : questions) {
    met.insert(met.end(), question.features.begin(), question.features.end());
  }
  const auto frequent = frequent_features(met, 2);
  met = {};
  PerceptronTrainer trainer(frequent, lesson.rows, 16);
  std::vector<std::uint32_t> order(questions.size());
  std::iota(order.begin(), order.end(), 0u);
  SeededOrder random(lesson.seed);
  std::array<float, 16> scores{};
  for (std::size_t round = 1; round <= lesson.rounds; ++round) {
    random.shuffle(order);
    std::size_t right = 0;
    for (std::uint32_t i : order) {
      const Question& question = questions[i];
      trainer.score(question.features, scores);
      trainer.tick();
      // Answers that are right by a hair are learnt too.
      const float margin = question.answer ? scores[0] : -scores[0];
      right += margin > 0;
      if (margin <= 1.0f) trainer.update(question.features, 0, question.answer ? 1.0f : -1.0f);
    }
    progress(
        std::string(lesson.name) + "s: round " + std::to_string(round) + ", " +
        std::to_string(100.0 * static_cast<double>(right) / static_cast<double>(questions.size())) +
        "% right while learning");
  }
  trainer.write(writer, lesson.name);
}

}  // namespace

void train_splitter(std::span<const ConlluSentence> sentences, const SplitterTraining& options,
                    const Progress& progress, ModelWriter& writer) {
  const std::vector<std::uint64_t> abbreviations = abbreviation_slots(options);
  const std::vector<std::uint64_t> contractions = contraction_slots(sentences);
  writer.add_array("split.abbreviations", abbreviations);
  writer.add_array("split.contractions", contractions);
  const SplitWords words{HashValues(abbreviations), HashValues(contractions)};

  std::vector<Question> cuts;
  std::vector<Question> ends;
  std::size_t turn = 0;
  for (const auto& document : documents_of(sentences)) {
    const ConlluText plain = text_of(document);
    ask_cuts(plain, words, cuts);
    ask_ends(plain, words, ends);
    // The same as mail programs and careless writers break it.
    const ConlluTextOptions broken = turn++ % 2 == 0 ? ConlluTextOptions{.line_bytes = 60}
                                                     : ConlluTextOptions{.tight_paragraphs = true};
    ask_ends(text_of(document, broken), words, ends);
  }
  const ConlluText examples = text_of(options.examples);
  for (std::size_t i = 0; i < options.example_weight; ++i) {
    ask_cuts(examples, words, cuts);
    ask_ends(examples, words, ends);
  }
  learn(cuts, {"cut", options.cut_rows, options.rounds, options.seed}, progress, writer);
  learn(ends, {"end", options.end_rows, options.rounds, options.seed}, progress, writer);
}

}  // namespace verbale
