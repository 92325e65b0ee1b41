// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_places/resolve_places.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "stages/resolve_places/choose_meaning.h"
#include "stages/resolve_places/find_names.h"

namespace verbale {
namespace {

// Countries and regions are no points: what the words leave open stays open.
Place place_of(const GazetteerEntry& entry) {
  Place place;
  place.name = entry.name;
  place.kind = entry.kind;
  place.country = entry.country;
  place.region = entry.region;
  if (entry.kind == PlaceKind::kCity || entry.kind == PlaceKind::kSite) {
    place.latitude = std::round(static_cast<double>(entry.latitude) * 1e4) / 1e4;
    place.longitude = std::round(static_cast<double>(entry.longitude) * 1e4) / 1e4;
    if (entry.geonames != 0) place.geonames = entry.geonames;
  }
  return place;
}

// A settlement whose country or region is told, and no more.
Place unknown_place(std::string_view words, const MeaningChooser::Whereabouts& whereabouts) {
  Place place;
  place.name = words;
  place.country = whereabouts.country;
  place.region = whereabouts.region;
  return place;
}

std::string_view words_of(TokenSpan tokens, const Article& article, const Syntax& syntax) {
  const ByteSpan span{syntax.tokens[tokens.begin].span.begin,
                      syntax.tokens[tokens.end - 1].span.end};
  return span.of(article.text);
}

// The token of a name that hangs on a word outside it; the last without a tree.
std::uint32_t head_of(TokenSpan tokens, const Syntax& syntax) {
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    const std::uint32_t head = syntax.tokens[at].head;
    if (head != kNoToken && !tokens.holds(head)) return at;
  }
  return tokens.end - 1;
}

}  // namespace

References resolve_places(References references, const Article& article, const Syntax& syntax,
                          const Places& places) {
  const std::vector<FoundName> names = find_names(references, article, syntax, places);
  MeaningChooser chooser(references, names, article, syntax, places);
  auto& mentions = references.mentions;
  std::uint32_t entity = 0;
  for (const Mention& mention : mentions) entity = std::max(entity, mention.entity + 1);
  std::map<PlaceIndex, std::uint32_t> entities;  // Of places that got their first mention here.
  const std::size_t given = mentions.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const FoundName& name = names[i];
    const auto meaning = chooser.choose(i);
    const auto whereabouts = meaning ? std::nullopt : chooser.whereabouts(i);
    if (name.mention != FoundName::kNoMention) {
      Mention& mention = mentions[name.mention];
      mention.is_dateline = mention.is_dateline || name.is_dateline;
      if (meaning) {
        mention.place = place_of(places.entry(*meaning));
      } else if (whereabouts && mention.kind == MentionKind::kPlace) {
        mention.place = unknown_place(words_of(name.tokens, article, syntax), *whereabouts);
      }
      if (meaning) {
        if (mention.kind == MentionKind::kPlace) entities.emplace(*meaning, mention.entity);
      }
      continue;
    }
    if (!meaning && !whereabouts) continue;
    Mention mention;
    mention.entity = entity;
    if (meaning) {
      mention.entity = entities.emplace(*meaning, entity).first->second;
      mention.place = place_of(places.entry(*meaning));
    } else {
      mention.place = unknown_place(words_of(name.tokens, article, syntax), *whereabouts);
    }
    entity += mention.entity == entity ? 1 : 0;
    mention.tokens = name.tokens;
    mention.head = head_of(name.tokens, syntax);
    mention.kind = MentionKind::kPlace;
    mention.is_dateline = name.is_dateline;
    mentions.push_back(std::move(mention));
  }
  // Text order; of two that begin together the wider first.
  std::inplace_merge(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(given),
                     mentions.end(), [](const Mention& a, const Mention& b) {
                       return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                               : a.tokens.end > b.tokens.end;
                     });
  return references;
}

}  // namespace verbale
