// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "document/article.h"
#include "document/syntax.h"
#include "lexicon/places.h"
#include "stages/resolve_places/find_names.h"

namespace verbale {

// Chooses among the places of a name: by what stands beside it ("Paris, Texas", "the Syrian city of
// Homs"), by how it was meant before in the article, by the countries the article speaks of, and by
// how well known it is.
class MeaningChooser {
 public:
  MeaningChooser(const References& references, const std::vector<FoundName>& names,
                 const Article& article, const Syntax& syntax, const Places& places);

  // The place that names[i] means; nothing when it is no place, or none that is known. REQUIRES:
  // asked in text order.
  std::optional<PlaceIndex> choose(std::size_t i);

  // What the words say of a place that the gazetteer does not have: "Stroud, Ontario", "the Syrian
  // town of Tell Abyad".
  struct Whereabouts {
    std::string_view country;
    std::string_view region;
  };
  std::optional<Whereabouts> whereabouts(std::size_t i) const;

 private:
  void count_countries();
  std::optional<Whereabouts> qualifier_after(std::size_t i) const;
  bool fits(const GazetteerEntry& entry, const Whereabouts& qualifier) const;
  std::string_view adjective_near(const FoundName& name) const;
  double score(const GazetteerEntry& entry, std::string_view folded, std::string_view near) const;
  bool may_be_place(const Mention& mention, const GazetteerEntry& best) const;
  bool is_place(const FoundName& name, const GazetteerEntry& best, bool qualified) const;
  std::string_view text_of(std::uint32_t token) const {
    return syntax_.tokens[token].span.of(article_.text);
  }

  const References& references_;
  const std::vector<FoundName>& names_;
  const Article& article_;
  const Syntax& syntax_;
  const Places& places_;
  std::set<std::string_view> signed_;  // Names that stand somewhere as places do: "in Chad".
  std::set<std::string_view>
      surnames_;  // Names that stand somewhere as people's do: "Jim Harrison".
  std::set<std::string_view> regions_;                    // Divisions that the article names.
  std::map<std::string_view, double> countries_;          // How much the article speaks of each.
  std::map<std::string, PlaceIndex, std::less<>> meant_;  // What a name meant with its qualifier.
};

}  // namespace verbale
