// SPDX-License-Identifier: Apache-2.0
#include "show/show_dossier.h"

#include "show/desk_lines.h"
#include "show/show_measures.h"

namespace verbale {
namespace {

constexpr std::size_t kTypeColumns = 10, kFactualityColumns = 11, kQuoteColumns = 90;

void show_facts(std::string& out, const char* title, const std::vector<DossierFact>& facts) {
  if (facts.empty()) return;
  out += std::string("\n") + title + "\n";
  for (const DossierFact& fact : facts) {
    out += "  " + day_or_dashes(fact.first) + " .. " + day_or_dashes(fact.last) + "  " + fact.text +
           " · articles: " + std::to_string(fact.articles) + "\n";
  }
}

void show_acts(std::string& out, const char* title, const std::vector<DossierAct>& acts) {
  if (acts.empty()) return;
  out += std::string("\n") + title + "\n";
  for (const DossierAct& act : acts) {
    out += "  " + day_or_dashes(act.day) + "  " + padded_to(name_of(act.type), kTypeColumns) +
           padded_to(name_of(act.factuality), kFactualityColumns) + act.outlet;
    if (!act.sources.empty()) out += " · says " + joined_texts(act.sources, " ← ");
    if (act.background) out += " · background";
    out += "\n              “" + one_line(act.quote, kQuoteColumns) + "”\n";
  }
}

}  // namespace

std::string show_dossier(const Dossier& dossier, const std::vector<Measure>& measures) {
  std::string out = dossier.asked + ": as reported, not official\n";
  if (dossier.names.empty()) out += "No claim names " + dossier.asked + ".\n";
  show_facts(out, "Names", dossier.names);
  show_facts(out, "Offices, by the days of the articles that give them", dossier.roles);
  show_facts(out, "Codes", dossier.codes);
  if (!measures.empty()) out += "\n" + show_measures(measures);
  if (!dossier.counterparts.empty()) out += "\nCounterparts\n";
  for (const DossierCounterpart& counterpart : dossier.counterparts) {
    out += "  " + counterpart.side.name + " · articles: " + std::to_string(counterpart.articles) +
           " · last " + day_or_dashes(counterpart.last) + "\n";
  }
  show_acts(out, "What it did", dossier.acts);
  show_acts(out, "What others did or said", dossier.said_of);
  show_acts(out, "What it says of others", dossier.says);
  if (!dossier.namesakes.empty()) {
    out += "\nNot to be taken for: " + joined_texts(dossier.namesakes, ", ") + "\n";
  }
  return out;
}

}  // namespace verbale
