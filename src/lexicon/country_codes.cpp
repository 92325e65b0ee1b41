// SPDX-License-Identifier: Apache-2.0
#include "lexicon/country_codes.h"

#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {

CountryTable load_country_table(DataFiles& files) {
  constexpr std::string_view kFile = "ontology/countries.tsv";
  Table table = parse_table(files.text(kFile), files.shown_name(kFile));
  const std::size_t iso3 = table.column("iso3"), name = table.column("name"),
                    iso2 = table.column("iso2"), numeric = table.column("numeric"),
                    cow = table.column("cow"), gw = table.column("gw"), fips = table.column("fips");
  CountryTable countries;
  for (const TableRow& row : table.rows) {
    countries.try_emplace(row.cells[iso3],
                          CountryCodes{row.cells[name], row.cells[iso2], row.cells[numeric],
                                       row.cells[cow], row.cells[gw], row.cells[fips]});
  }
  return countries;
}

}  // namespace verbale
