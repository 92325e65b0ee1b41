// SPDX-License-Identifier: Apache-2.0
#include "reader/sentence_reader.h"

#include <algorithm>
#include <string_view>

#include "document/xpos.h"
#include "learning/neural_parser.h"
#include "reader/dateline.h"
#include "reader/plain_words.h"

namespace verbale {

namespace {

constexpr std::string_view kSection = "network";

std::vector<SentenceOutput> run_parser(const NeuralParser& parser,
                                       std::span<const TokenSpan> stretches, const Article& article,
                                       const Syntax& syntax) {
  const PlainWords plain(article, syntax);
  std::vector<std::string_view> words;
  for (const TokenSpan& stretch : stretches) {
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) words.push_back(plain.word(i));
  }
  std::vector<SentenceInput> in;
  std::size_t first = 0;
  for (const TokenSpan& stretch : stretches) {
    in.push_back({std::span(words).subspan(first, stretch.size())});
    first += stretch.size();
  }
  std::vector<SentenceOutput> out(in.size());
  // Megabytes that would else be fetched from the system for every article.
  static thread_local NeuralWorkspace workspace;
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

void SentenceReader::read_sentences(std::span<const std::uint32_t> sentences,
                                    const Article& article, Syntax& syntax) const {
  std::vector<TokenSpan> stretches;
  std::vector<bool> is_dateline;  // The stretch behind it is its clause.
  for (const std::uint32_t s : sentences) {
    const auto [begin, end] = syntax.sentences[s].tokens;
    const auto tokens = std::span(syntax.tokens).subspan(begin, end - begin);
    const std::uint32_t size = dateline_size(tokens, article.text);
    if (size > 0) stretches.push_back({begin, begin + size});
    if (size > 0) is_dateline.push_back(true);
    stretches.push_back({begin + size, end});
    is_dateline.push_back(false);
  }
  const auto read = run_parser(*parser_, stretches, article, syntax);
  std::vector<NameSpan> names;
  std::uint32_t dateline_root = kNoToken;
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    const std::uint32_t root = write_tree(read[s], labels_->deprels, stretches[s], syntax);
    write_tags(read[s], stretches[s], syntax);
    add_names(read[s], stretches[s], names);
    if (dateline_root != kNoToken) {
      syntax.tokens[dateline_root].head = root;
      syntax.tokens[dateline_root].deprel = Deprel::kParataxis;
    }
    dateline_root = is_dateline[s] ? root : kNoToken;
  }
  const auto known = static_cast<std::ptrdiff_t>(syntax.names.size());
  syntax.names.insert(syntax.names.end(), names.begin(), names.end());
  std::inplace_merge(
      syntax.names.begin(), syntax.names.begin() + known, syntax.names.end(),
      [](const NameSpan& a, const NameSpan& b) { return a.tokens.begin < b.tokens.begin; });
}

void SentenceReader::write_tags(const SentenceOutput& read, TokenSpan stretch,
                                Syntax& syntax) const {
  for (std::uint32_t i = 0; i < stretch.size(); ++i) {
    syntax.tokens[stretch.begin + i].upos = labels_->upos[read.upos[i]];
    syntax.tokens[stretch.begin + i].xpos = labels_->xpos[read.xpos[i]];
  }
}

void SentenceReader::add_names(const SentenceOutput& read, TokenSpan stretch,
                               std::vector<NameSpan>& names) const {
  for (std::uint32_t i = 0; i < stretch.size(); ++i) {
    const Labels::Name& name = labels_->names[read.names[i]];
    if (!name.is_name) continue;
    const std::uint32_t token = stretch.begin + i;
    const bool goes_on = !name.is_first && !names.empty() && names.back().tokens.end == token;
    if (goes_on) {
      names.back().tokens.end = token + 1;
    } else {
      names.push_back({{token, token + 1}, name.kind});
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
