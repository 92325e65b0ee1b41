// SPDX-License-Identifier: Apache-2.0
#include "stages/find_mentions/find_mentions.h"

#include <algorithm>

#include "stages/find_mentions/anchors.h"
#include "stages/find_mentions/phrases.h"
#include "stages/find_mentions/stand_ins.h"

namespace verbale {
namespace {

Mention mention_of(const Phrase& phrase) {
  Mention mention;
  mention.tokens = phrase.tokens;
  mention.head = phrase.head;
  mention.kind = phrase.anchor.kind;
  mention.is_modifier = phrase.is_modifier;
  return mention;
}

bool in_text_order(const Mention& a, const Mention& b) {
  if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
  return a.tokens.end > b.tokens.end;
}

// Puts the stand-ins among the mentions; one with the head of another mention takes its place,
// because it says more than the role noun in it: "the two leaders".
void add_stand_ins(std::vector<Mention> stand_ins, std::size_t token_count,
                   std::vector<Mention>& mentions) {
  std::vector<char> is_stand_in(token_count, 0);
  for (const Mention& stand_in : stand_ins) is_stand_in[stand_in.head] = 1;
  std::erase_if(mentions, [&](const Mention& mention) {
    return !mention.is_modifier && is_stand_in[mention.head] != 0;
  });
  // What begins before a stand-in of several words and ends within it is cut off, never the
  // stand-in; a token that begins inside and ends outside shortens the stand-in to its head.
  std::vector<std::uint32_t> end_at(token_count + 1, 0);
  for (const Mention& mention : mentions) {
    end_at[mention.tokens.begin] = std::max(end_at[mention.tokens.begin], mention.tokens.end);
  }
  for (Mention& stand_in : stand_ins) {
    for (std::uint32_t t = stand_in.tokens.begin; t < stand_in.tokens.end; ++t) {
      if (end_at[t] > stand_in.tokens.end && t > stand_in.tokens.begin) {
        stand_in.tokens = {stand_in.head, stand_in.head + 1};
      }
    }
  }
  std::vector<std::uint32_t> begin_of(token_count, 0);
  for (const Mention& stand_in : stand_ins) {
    for (std::uint32_t t = stand_in.tokens.begin; t < stand_in.tokens.end; ++t) {
      begin_of[t] = stand_in.tokens.begin + 1;
    }
  }
  std::erase_if(mentions, [&](const Mention& mention) {
    const std::uint32_t begin = begin_of[mention.tokens.end - 1];
    const bool cut = begin > mention.tokens.begin + 1 && mention.tokens.end < token_count &&
                     begin_of[mention.tokens.end] == begin;
    return cut;
  });
  for (Mention& stand_in : stand_ins) mentions.push_back(std::move(stand_in));
  std::sort(mentions.begin(), mentions.end(), in_text_order);
}

}  // namespace

References find_mentions(const Article& article, const Tree& tree, std::span<const NameSpan> names,
                         const ActorLexicon& actors) {
  const auto anchors = find_anchors(article.text, tree, names, actors);
  std::vector<Mention> mentions;
  for (const Phrase& phrase : build_phrases(article.text, tree, anchors, actors)) {
    mentions.push_back(mention_of(phrase));
  }
  add_stand_ins(find_stand_ins(article.text, tree, actors), tree.syntax().tokens.size(), mentions);
  return {std::move(mentions)};
}

}  // namespace verbale
