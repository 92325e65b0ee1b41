// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actor_dictionary.h"

#include <algorithm>
#include <map>

#include "core/utf8.h"
#include "formats/records.h"
#include "lexicon/data_files.h"
#include "lexicon/dictionary_codes.h"

namespace verbale {
namespace {

// Old dictionaries are of one byte a letter where they are no UTF-8.
std::string as_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string out;
  for (char c : text) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

class DictionaryReader {
 public:
  DictionaryReader(std::string_view shown, DataFiles& files, ActorLexicon& lexicon)
      : shown_(shown), lexicon_(lexicon) {
    read_sectors(files);
    for (const auto& [iso3, id] : lexicon.countries) {
      country_of_.emplace(lexicon.actor(id).code, lexicon.actor(id).country);
    }
  }

  DictionaryReport read(std::string_view text) {
    while (!text.empty() && !is_done_) {
      const std::size_t end = text.find('\n');
      ++line_;
      read_line(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    finish_entry();
    return std::move(report_);
  }

 private:
  void error(std::string trouble, std::string cure = "") {
    report_.errors.push_back(
        {std::string(shown_) + ":" + std::to_string(line_), std::move(trouble), std::move(cure)});
  }

  // The sector that PLOVER has for a CAMEO role: its own row, else the first one written so.
  void read_sectors(DataFiles& files) {
    Table table = parse_table(files.text("ontology/sectors.tsv"), "sectors.tsv");
    const std::size_t sector_at = table.column("sector"), cameo_at = table.column("cameo");
    for (const TableRow& row : table.rows) {
      const std::string_view sector = row.cells[sector_at], cameo = row.cells[cameo_at];
      if (sector == cameo) sector_of_[std::string(cameo)] = sector;
      sector_of_.emplace(cameo, sector);
    }
  }

  void read_line(std::string_view line) {
    std::string kept = without_comment(line);
    const std::string_view text = trimmed(kept);
    if (text.empty() || text.front() == '/') return;
    if (text.starts_with("~FINISH") || text.starts_with("~~FINISH")) {
      is_done_ = true;
      return;
    }
    if (text.front() == '<') {
      // "<NOUN>" … "</NOUN>": words without codes.
      is_in_section_ = text.size() > 1 && text[1] != '/';
      return;
    }
    if (is_in_section_) return;
    const std::size_t bracket = text.find('[');
    if (text.front() == '!' && text.find('=') != std::string_view::npos &&
        bracket == std::string_view::npos) {
      read_marker(text);
    } else if (bracket == 0) {
      add_codes(text);
    } else if (text.front() == '+') {
      if (names_.empty()) return error("a synonym before any name", "put the name first");
      names_.push_back(std::string(trimmed(text.substr(1, bracket - 1))));
      if (bracket != std::string_view::npos) add_codes(text.substr(bracket));
    } else {
      finish_entry();
      names_.push_back(std::string(trimmed(text.substr(0, bracket))));
      first_line_ = line_;
      if (bracket != std::string_view::npos) add_codes(text.substr(bracket));
    }
  }

  // Without "; …", "# …" and "<!-- … -->", which may span lines.
  std::string without_comment(std::string_view line) {
    std::string kept;
    while (!line.empty()) {
      if (is_in_comment_) {
        const std::size_t close = line.find("-->");
        if (close == std::string_view::npos) return kept;
        line.remove_prefix(close + 3);
        is_in_comment_ = false;
      }
      const std::size_t open = line.find("<!");
      kept += line.substr(0, open);
      if (open == std::string_view::npos) break;
      // "<!" without hyphens comments out the rest of the line.
      if (!line.substr(open).starts_with("<!--")) break;
      line.remove_prefix(open + 4);
      is_in_comment_ = true;
    }
    std::erase(kept, '\0');
    return kept.substr(0, kept.find_first_of(";#"));
  }

  // "!PERSON!=MAN,MEN,WOMAN"
  void read_marker(std::string_view text) {
    const std::size_t equals = text.find('=');
    auto& words = markers_[std::string(trimmed(text.substr(0, equals)))];
    for (std::string_view word : split_list(text.substr(equals + 1), ',')) words.emplace_back(word);
  }

  void add_codes(std::string_view text) {
    if (names_.empty()) return error("a code before any name", "put the name first");
    auto codes = parse_dictionary_codes(text);
    if (!codes.ok()) {
      is_bad_ = true;
      return error(codes.error().trouble, codes.error().cure);
    }
    for (const DictionaryCode& code : codes.value()) {
      if (code.is_compound) error("of a compound code only the first member counts");
      codes_.push_back(code);
    }
  }

  void finish_entry() {
    if (names_.empty()) return;
    const bool is_agent = std::any_of(codes_.begin(), codes_.end(),
                                      [](const DictionaryCode& code) { return code.is_agent; });
    if (codes_.empty() && is_bad_) {
      // Told already.
    } else if (codes_.empty()) {
      std::swap(line_, first_line_);
      error("'" + names_.front() + "' has no code", "write one behind it: [RUSGOV]");
      std::swap(line_, first_line_);
    } else if (is_agent) {
      for (const std::string& name : names_) add_agent(name, codes_.front());
    } else {
      add_actor();
    }
    names_.clear();
    codes_.clear();
    is_bad_ = false;
  }

  // "POLICE_OFFICER {POLICE_OFFICERS}", "CONGRESS!PERSON!"
  void add_agent(const std::string& entry, const DictionaryCode& code) {
    const std::size_t brace = entry.find('{');
    std::string words = entry.substr(0, brace);
    std::optional<std::string> plural;
    if (brace != std::string::npos) {
      plural = entry.substr(brace + 1, entry.find('}') - brace - 1);
    }
    const std::size_t mark = words.find('!');
    const std::size_t close = mark == std::string::npos ? mark : words.find('!', mark + 1);
    if (close == std::string::npos) return add_noun(words, plural, code);
    const std::string marker = words.substr(mark, close - mark + 1);
    const auto found = markers_.find(marker);
    if (found == markers_.end()) return error("no words for " + marker, "define it: !PERSON!=MAN");
    for (const std::string& word : found->second) {
      add_noun(words.substr(0, mark) + word + words.substr(close + 1), std::string(), code);
    }
  }

  void add_noun(std::string_view words, const std::optional<std::string>& plural,
                const DictionaryCode& code) {
    RoleNoun role;
    role.words = keep(lower_case(phrase_of(words)));
    if (role.words.empty() || code.code.empty()) return;
    role.cameo = keep(code.code);
    role.sector = sector_of(code.code);
    std::string many = plural ? lower_case(phrase_of(*plural)) : plural_of(role.words);
    lexicon_.roles.add_noun(role, many);
    ++report_.agents;
  }

  static std::string plural_of(std::string_view words) {
    std::string many(words);
    if (many.ends_with('y')) {
      many.pop_back();
      return many + "ies";
    }
    return many + (many.ends_with('s') ? "es" : "s");
  }

  void add_actor() {
    std::erase_if(codes_, [](const DictionaryCode& code) { return code.code.empty(); });
    if (codes_.empty()) return;  // "[---]": nobody.
    const bool is_dated = std::any_of(codes_.begin(), codes_.end(), [](const DictionaryCode& code) {
      return code.from || code.to;
    });
    const DictionaryCode& last = codes_.back();
    const std::string country = country_of(last.code);
    // "ASTANA [KAZ]": a name of the country itself.
    const Actor* state = last.code.size() == 3 ? lexicon_.country(country) : nullptr;
    NameSense sense{0, NameForm::kName, {}};
    if (state != nullptr && !is_dated) {
      sense = {lexicon_.countries.at(state->country), NameForm::kCity, {}};
    } else {
      Actor actor;
      actor.kind = is_dated ? ActorKind::kPerson : ActorKind::kGroup;
      actor.name = keep(shown_of(names_.front()));
      actor.id = keep("dictionary:" + lower_case(fold_name(actor.name)));
      actor.country = keep(country);
      if (!is_dated) {
        actor.code = keep(last.code);
        actor.sector = sector_of(last.code);
      }
      for (const DictionaryCode& code : codes_) {
        if (is_dated) {
          actor.offices.push_back({{},
                                   keep(country_of(code.code)),
                                   sector_of(code.code),
                                   keep(code.code),
                                   code.from,
                                   code.to});
        }
      }
      sense.actor = static_cast<ActorId>(lexicon_.actors.size());
      lexicon_.actors.push_back(actor);
    }
    for (const std::string& name : names_) add_name(name, sense);
  }

  void add_name(const std::string& entry, NameSense sense) {
    const std::string plain = phrase_of(entry);
    if (plain.empty()) return;
    ++report_.actors;
    lexicon_.names.add(plain, sense);
    // A short word in small letters is too often another word: "US", "WHO".
    constexpr std::size_t kShort = 3;
    if (plain.size() > kShort) lexicon_.names.add(shown_of(entry), sense);
  }

  // The words of a phrase: "NORTH_AND_SOUTH_KOREA_" → "NORTH AND SOUTH KOREA".
  static std::string phrase_of(std::string_view entry) {
    std::string words;
    for (char c : entry) {
      const bool is_gap = c == '_' || is_space(c);
      if (c == '=' || (is_gap && (words.empty() || words.back() == ' '))) continue;
      words += is_gap ? ' ' : c;
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  }

  // As articles write it: "NORTH_AND_SOUTH_KOREA" → "North and South Korea".
  std::string shown_of(std::string_view entry) const {
    const std::string words = lower_case(phrase_of(entry));
    std::string shown;
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = words.find_first_of(" -", at);
      end = end == std::string::npos ? words.size() : end + 1;
      std::string word = words.substr(at, end - at);
      const std::string_view bare = trimmed(word);
      const bool is_small = at > 0 && (lexicon_.words.has(ActorWordSet::kNameParticles, bare) ||
                                       lexicon_.words.has(ActorWordSet::kSmallWords, bare));
      if (!is_small && is_ascii_lower(word.front())) word.front() -= 'a' - 'A';
      shown += word;
      at = end;
    }
    return shown;
  }

  // Alpha-3 of the block that a code begins with; empty where it is none that we know.
  std::string country_of(std::string_view code) const {
    const auto found = country_of_.find(std::string(code.substr(0, 3)));
    if (found != country_of_.end()) return found->second;
    for (std::string_view above : {"IGO", "NGO", "NGM", "MNC", "IMG", "ISM"}) {
      if (code.starts_with(above)) return std::string(above);
    }
    return {};
  }

  // Of the last block that is a role.
  std::string_view sector_of(std::string_view code) const {
    for (std::size_t at = code.size(); at >= 3; at -= 3) {
      const auto found = sector_of_.find(std::string(code.substr(at - 3, 3)));
      const bool is_role = found != sector_of_.end() && (at > 3 || code.size() == 3);
      if (is_role) return found->second;
    }
    return {};
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    lexicon_.kept.emplace_back(text);
    return lexicon_.kept.back();
  }

  std::string_view shown_;
  ActorLexicon& lexicon_;
  DictionaryReport report_;
  std::map<std::string, std::string> country_of_;      // By CAMEO code.
  std::map<std::string, std::string_view> sector_of_;  // By CAMEO role.
  std::map<std::string, std::vector<std::string>> markers_;
  std::vector<std::string> names_;  // Of the entry being read.
  std::vector<DictionaryCode> codes_;
  int line_ = 0, first_line_ = 0;
  bool is_in_comment_ = false, is_in_section_ = false, is_done_ = false;
  bool is_bad_ = false;  // The entry has a code that was left out.
};

}  // namespace

DictionaryReport add_dictionary(std::string_view text, std::string_view shown, DataFiles& files,
                                ActorLexicon& lexicon) {
  return DictionaryReader(shown, files, lexicon).read(as_utf8(text));
}

}  // namespace verbale
