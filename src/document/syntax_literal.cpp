// SPDX-License-Identifier: Apache-2.0
#include "document/syntax_literal.h"

#include <charconv>
#include <sstream>
#include <utility>
#include <vector>

#include "core/check.h"
#include "core/utf8.h"
#include "document/xpos.h"

namespace verbale {
namespace {

constexpr std::pair<std::string_view, Upos> kClasses[] = {
    {"NNP", Upos::kPropn}, {"NN", Upos::kNoun},  {"JJ", Upos::kAdj},    {"VB", Upos::kVerb},
    {"MD", Upos::kAux},    {"IN", Upos::kAdp},   {"DT", Upos::kDet},    {"PRP", Upos::kPron},
    {"WP", Upos::kPron},   {"CD", Upos::kNum},   {"POS", Upos::kPart},  {"TO", Upos::kPart},
    {"CC", Upos::kCconj},  {"RB", Upos::kAdv},   {"UH", Upos::kIntj}};

Upos class_of(std::string_view xpos, Deprel relation) {
  if (relation == Deprel::kAux || relation == Deprel::kAuxPass || relation == Deprel::kCop) {
    return Upos::kAux;
  }
  for (const auto& [start, upos] : kClasses) {
    if (xpos.starts_with(start)) return upos;
  }
  return Upos::kPunct;
}

std::vector<std::string> fields_of(const std::string& word) {
  std::vector<std::string> fields;
  std::istringstream in(word);
  for (std::string field; std::getline(in, field, '/');) fields.push_back(field);
  return fields;
}

}  // namespace

SyntaxLiteral syntax_literal(std::string_view lines) {
  SyntaxLiteral made;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    const auto first = static_cast<std::uint32_t>(made.syntax.tokens.size());
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      std::vector<std::string> fields = fields_of(word);
      VERBALE_CHECK(fields.size() == 4);
      const bool is_glued = fields[0].size() > 1 && fields[0].front() == '_';
      if (is_glued) fields[0].erase(0, 1);
      const std::size_t bar = fields[0].find('|');
      const std::string form = fields[0].substr(0, bar);
      Token token;
      token.deprel = deprel_of(fields[3]);
      token.xpos = xpos_of(fields[1]);
      token.upos = class_of(fields[1], token.deprel);
      std::uint32_t head = 0;
      const char* end = fields[2].data() + fields[2].size();
      VERBALE_CHECK(std::from_chars(fields[2].data(), end, head).ptr == end);
      token.head = head == 0 ? kNoToken : first + head - 1;
      if (!made.text.empty() && !is_glued) made.text += ' ';
      token.span.begin = static_cast<std::uint32_t>(made.text.size());
      made.text += form;
      token.span.end = static_cast<std::uint32_t>(made.text.size());
      made.syntax.tokens.push_back(token);
      made.syntax.lemmas.push_back(bar != std::string::npos      ? fields[0].substr(bar + 1)
                                   : token.upos == Upos::kPropn ? form
                                                                : lower_case(form));
    }
    const auto end = static_cast<std::uint32_t>(made.syntax.tokens.size());
    if (end == first) continue;
    const auto& tokens = made.syntax.tokens;
    made.syntax.sentences.push_back(
        {{first, end}, {tokens[first].span.begin, tokens[end - 1].span.end}, true});
  }
  return made;
}

}  // namespace verbale
