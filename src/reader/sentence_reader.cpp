// SPDX-License-Identifier: Apache-2.0
#include "reader/sentence_reader.h"

#include <string_view>

#include "document/xpos.h"
#include "learning/neural_parser.h"

namespace verbale {

namespace {

constexpr std::string_view kSection = "network";

std::vector<SentenceOutput> run_parser(const NeuralParser& parser,
                                       std::span<const TokenSpan> stretches, const Article& article,
                                       const Syntax& syntax) {
  std::vector<std::string_view> words;
  for (const TokenSpan& stretch : stretches) {
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
      words.push_back(syntax.tokens[i].span.of(article.text));
    }
  }
  std::vector<SentenceInput> in;
  std::size_t first = 0;
  for (const TokenSpan& stretch : stretches) {
    in.push_back({std::span(words).subspan(first, stretch.size())});
    first += stretch.size();
  }
  std::vector<SentenceOutput> out(in.size());
  NeuralWorkspace workspace;
  parser.parse(in, out, workspace);
  return out;
}

// Answers the root.
std::uint32_t write_tree(const SentenceOutput& read, const std::vector<Deprel>& deprels,
                         TokenSpan stretch, Syntax& syntax) {
  std::uint32_t root = stretch.begin;
  for (std::uint32_t i = 0; i < stretch.size(); ++i) {
    Token& token = syntax.tokens[stretch.begin + i];
    const std::uint32_t head = read.heads[i];
    if (head == 0) root = stretch.begin + i;
    token.head = head == 0 ? kNoToken : stretch.begin + head - 1;
    token.deprel = head == 0 ? Deprel::kRoot : deprels[read.deprels[i]];
  }
  return root;
}

bool name_kind_of(std::string_view mark, NameKind& kind) {
  if (mark == "PER") kind = NameKind::kPerson;
  if (mark == "ORG") kind = NameKind::kOrganisation;
  if (mark == "LOC") kind = NameKind::kPlace;
  return mark == "PER" || mark == "ORG" || mark == "LOC";
}

}  // namespace

Result<SentenceReader> SentenceReader::load(const ModelFile& file) {
  if (!file.has(kSection)) {
    return Error{file.origin(), "has no section 'network'",
                 "fetch the model again, or make it with 'verbale train'"};
  }
  auto parser = NeuralParser::open(file.section(kSection));
  if (!parser.ok()) {
    return Error{file.origin(), parser.error().trouble,
                 "fetch the model again, or make it with 'verbale train'"};
  }
  Labels labels;
  for (const auto& name : parser.value().upos_names()) labels.upos.push_back(upos_of(name));
  for (const auto& name : parser.value().xpos_names()) labels.xpos.push_back(xpos_of(name));
  for (const auto& name : parser.value().deprel_names()) {
    labels.deprels.push_back(deprel_of(name));
  }
  for (const std::string& name : parser.value().name_names()) {
    Labels::Name meaning;
    meaning.is_name =
        name.size() > 2 && name_kind_of(std::string_view(name).substr(2), meaning.kind);
    meaning.is_first = name.starts_with("B-");
    labels.names.push_back(meaning);
  }
  SentenceReader reader;
  reader.parser_ = std::make_shared<const NeuralParser>(parser.take());
  reader.labels_ = std::make_shared<const Labels>(std::move(labels));
  return reader;
}

void SentenceReader::read_sentences(const Article& article, Syntax& syntax) const {
  std::vector<TokenSpan> stretches;
  for (const Sentence& sentence : syntax.sentences) stretches.push_back(sentence.tokens);
  const auto read = run_parser(*parser_, stretches, article, syntax);
  syntax.names.clear();
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    write_tree(read[s], labels_->deprels, stretches[s], syntax);
    for (std::uint32_t i = 0; i < stretches[s].size(); ++i) {
      const std::uint32_t token = stretches[s].begin + i;
      syntax.tokens[token].upos = labels_->upos[read[s].upos[i]];
      syntax.tokens[token].xpos = labels_->xpos[read[s].xpos[i]];
      const Labels::Name& name = labels_->names[read[s].names[i]];
      if (!name.is_name) continue;
      if (name.is_first || syntax.names.empty()) {
        syntax.names.push_back({{token, token + 1}, name.kind});
      } else {
        syntax.names.back().tokens.end = token + 1;
      }
    }
  }
}

std::vector<std::uint32_t> SentenceReader::read_trees(std::span<const TokenSpan> stretches,
                                                      const Article& article,
                                                      Syntax& syntax) const {
  const auto read = run_parser(*parser_, stretches, article, syntax);
  std::vector<std::uint32_t> roots;
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    roots.push_back(write_tree(read[s], labels_->deprels, stretches[s], syntax));
  }
  return roots;
}

}  // namespace verbale
