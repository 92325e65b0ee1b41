// SPDX-License-Identifier: Apache-2.0
#include "document/references.h"

#include "core/check.h"

namespace verbale {

std::string_view name_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::kPerson: return "person";
    case MentionKind::kOrganisation: return "organisation";
    case MentionKind::kGroup: return "group";
    case MentionKind::kPlace: return "place";
    case MentionKind::kDate: return "date";
  }
  VERBALE_CHECK(false);
}

std::string_view name_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kWorldRegion: return "world region";
    case PlaceKind::kCountry: return "country";
    case PlaceKind::kRegion: return "region";
    case PlaceKind::kWater: return "water";
    case PlaceKind::kCity: return "city";
    case PlaceKind::kSite: return "site";
  }
  VERBALE_CHECK(false);
}

std::string_view name_of(DateType type) {
  switch (type) {
    case DateType::kDate: return "DATE";
    case DateType::kTime: return "TIME";
    case DateType::kDuration: return "DURATION";
    case DateType::kSet: return "SET";
  }
  VERBALE_CHECK(false);
}

}  // namespace verbale
