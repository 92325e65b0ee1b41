// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/line_pattern.h"

namespace verbale {

class DataFiles;

// One kind of line that pages put around an article.
struct FurnitureRule {
  enum class Zone : std::uint8_t {
    kAnywhere,
    kTitle,  // Where the title is looked for: only for entries with `above: title`.
    kHead,   // Before the first paragraph of the article.
    kBody,   // After the first paragraph.
    kEnd,    // Where nothing but furniture follows.
  };
  enum class Then : std::uint8_t {
    kNothing,
    kTitles,  // Headlines of other articles follow; they go too.
    kRest,    // The article is over.
  };
  std::string reason;  // "photo credit"
  Zone zone = Zone::kAnywhere;
  Then then = Then::kNothing;
  bool above_title = false;    // Stands above titles too.
  bool may_be_prose = false;   // Such lines may be whole sentences.
  bool only_pasted = false;    // Not where the sender parted title and text already.
  std::size_t words_max = 40;  // Longer lines are prose.
  std::vector<LinePattern> lines;
  std::string file;  // "data/en/furniture/lines.rec"
  int line = 0;
};

// A time zone abbreviation that means one offset everywhere.
struct ZoneOffset {
  std::string name;  // "CET"
  int minutes = 0;   // East of Greenwich.
};

// Words by which a language shows itself.
struct LanguageProfile {
  std::string language;  // ISO 639-1.
  std::vector<std::string> words;
};

// What the engine knows of page furniture, date lines and the look of languages. Read-only after
// loading; its views live as long as it does.
struct Furniture {
  LineWords words;
  LineSlots slots;
  std::vector<FurnitureRule> rules;
  std::vector<FurnitureRule> notices;  // Lines that take a text back or correct it.
  // A line of a rule, by its place in `rules` and among the rule's lines.
  struct RuleLine {
    std::uint32_t rule = 0;
    std::uint32_t line = 0;
  };
  // Lines of rules by a word that what fits them holds, and those without such a word; in the order
  // of the rules.
  std::unordered_map<std::uint32_t, std::vector<RuleLine>> lines_by_word;
  std::vector<RuleLine> lines_for_all;
  std::unordered_map<std::string, int> months;  // Lower case, abbreviations included.
  std::vector<ZoneOffset> zones;
  std::unordered_set<std::string> given_names;  // By which a lone name is known for a person's.
  std::vector<LanguageProfile> languages;
  std::unordered_map<std::string, std::string> outlets;  // Name by domain.
  // Tokens of class and id attributes by which pages mark furniture, and what they mark.
  std::unordered_map<std::string, std::string> furniture_marks;
  std::vector<std::string> body_marks;
  std::vector<std::string> dek_marks;
  std::unordered_set<std::string> date_marks;  // Of dates shown on a page, furniture or not.
};

// Loads data/en/furniture, data/furniture.rec, data/months.tsv, data/languages.tsv, the given names
// and data/sites; errors go to `files`.
Furniture load_furniture(DataFiles& files);

// The rule that a line of this zone fits; null when it is no furniture. `is_given` says that the
// sender parted title and text.
const FurnitureRule* find_furniture(const Furniture& furniture, std::string_view line,
                                    FurnitureRule::Zone zone, bool is_given);

// Whether a line takes its text back ("withdrawal") or corrects it ("correction"); empty when
// neither.
std::string_view notice_in(const Furniture& furniture, std::string_view line);

// The outlet whose page an address or host name is ("https://www.reuters.com/world/…"); empty when
// data/sites/outlets.tsv does not know its domain.
std::string_view outlet_of(const Furniture& furniture, std::string_view url);

// The ISO 639-1 code of the language that `text` is most likely written in; empty when it is too
// short or like none that is known.
std::string guess_language(const Furniture& furniture, std::string_view text);

}  // namespace verbale
