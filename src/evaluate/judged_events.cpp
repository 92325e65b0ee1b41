// SPDX-License-Identifier: Apache-2.0
#include "evaluate/judged_events.h"

#include <algorithm>
#include <map>
#include <set>

#include "evaluate/gold_rows.h"
#include "formats/records.h"
#include "journey/code_article.h"

namespace verbale {
namespace {

struct NamedSides {
  std::string actors;      // Names as they stand in the text, parted by ';'.
  std::string recipients;
};

bool names_one_of(std::string_view text, std::string_view names,
                  const std::vector<EventParty>& sides) {
  for (std::string_view name : split_list(names, ';')) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) continue;
    const ByteSpan span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())};
    const auto is_named = [&](const EventParty& side) { return side.span.touches(span); };
    if (std::any_of(sides.begin(), sides.end(), is_named)) return true;
  }
  return false;
}

// The event is one that the record speaks of, whatever its type.
bool is_on_record(const Event& event, std::string_view text, const NamedSides& record) {
  if (!names_one_of(text, record.actors, event.actors)) return false;
  return record.recipients.empty() || names_one_of(text, record.recipients, event.recipients) ||
         (event.recipients.empty() && names_one_of(text, record.recipients, event.actors));
}

}  // namespace

Document code_sentence(std::string_view text, std::string_view day, const Knowledge& knowledge) {
  Article article;
  article.id = "gold";
  article.text = text;
  article.published_day = parse_iso_day(day);
  return code_clean_article(std::move(article), knowledge);
}

std::vector<JudgedEvent> judge_pairs(const std::vector<PairCase>& cases) {
  std::vector<JudgedEvent> judged;
  for (const PairCase& each : cases) {
    if (each.predicted.empty()) continue;
    judged.push_back({each.confidence, each.predicted == each.gold, each.signs});
  }
  return judged;
}

std::vector<JudgedEvent> judge_records(const std::vector<JsonValue>& rows,
                                       const Knowledge& knowledge) {
  std::map<std::string, std::vector<std::pair<std::string, NamedSides>>> records;
  for (const JsonValue& row : rows) {
    const std::string root = gold_root(row);
    if (root.empty()) continue;
    records[std::string(row.text_of("text"))].push_back(
        {root, {std::string(row.text_of("source_actor_text")),
                std::string(row.text_of("target_actor_text"))}});
  }
  std::vector<JudgedEvent> judged;
  for (const auto& [text, told] : records) {
    const Document document = code_sentence(text, "", knowledge);
    for (const Event& event : document.events) {
      bool is_told = false, is_right = false;
      for (const auto& [root, sides] : told) {
        is_told |= is_on_record(event, document.article.text, sides);
        is_right |= root == root_of(event.type);
      }
      if (!is_told) continue;
      judged.push_back({event.confidence, is_right, event.signs});
    }
  }
  return judged;
}

std::vector<JudgedEvent> judge_unselected(const std::vector<JsonValue>& rows,
                                          const Knowledge& knowledge) {
  std::map<std::string, std::set<std::string>> roots;
  for (const JsonValue& row : rows) {
    std::set<std::string>& held = roots[std::string(row.text_of("text"))];
    const JsonValue* extra = row.find("extra");
    if (extra == nullptr) continue;
    const auto code = knowledge.coding.ontology.cameo.find(extra->text_of("cameo"));
    if (code == knowledge.coding.ontology.cameo.end() || !code->second.type) continue;
    held.insert(root_of(*code->second.type));
  }
  std::vector<JudgedEvent> judged;
  for (const auto& [text, held] : roots) {
    const Document document = code_sentence(text, "", knowledge);
    for (const Event& event : document.events) {
      const bool is_right =
          held.contains(root_of(event.type)) || held.contains(root_of(event.act));
      judged.push_back({event.confidence, is_right, event.signs});
    }
  }
  return judged;
}

}  // namespace verbale
