// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>

namespace verbale {

class DataFiles;

// What other tables call a country; empty where they have no code for it.
struct CountryCodes {
  std::string_view name;
  std::string_view iso2;
  std::string_view numeric;
  std::string_view cow;    // Correlates of War
  std::string_view gw;     // Gleditsch and Ward
  std::string_view fips;   // FIPS 10-4
};

// data/ontology/countries.tsv by ISO 3166 alpha-3. Views into the texts of `files`.
using CountryTable = std::unordered_map<std::string_view, CountryCodes>;
CountryTable load_country_table(DataFiles& files);

}  // namespace verbale
