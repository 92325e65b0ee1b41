// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desk/story_desk.h"
#include "formats/json_reader.h"
#include "formats/json_writer.h"

namespace verbale {
namespace {

constexpr const char* kSplit = "split";
constexpr const char* kJoin = "join";

void write_ids(JsonWriter& json, std::string_view name, const std::vector<std::string>& ids) {
  json.key(name);
  json.begin_array();
  for (const std::string& id : ids) json.string(id);
  json.end_array();
}

std::vector<std::string> ids_of(const JsonValue& subject, std::string_view name) {
  std::vector<std::string> ids;
  const JsonValue* list = subject.find(name);
  if (list == nullptr) return ids;
  for (const JsonValue& item : list->items) ids.push_back(item.string);
  return ids;
}

}  // namespace

Result<std::vector<FuseDecision>> fuse_decisions(Store& store) {
  std::vector<FuseDecision> all;
  for (const char* kind : {kSplit, kJoin}) {
    const auto kept = store.decisions(kind);
    if (!kept.ok()) return kept.error();
    for (const Decision& decision : kept.value()) {
      const auto subject = parse_json(decision.subject);
      if (!subject.ok()) continue;
      all.push_back({decision.number,
                     kind == kSplit ? FuseDecision::Kind::kApart : FuseDecision::Kind::kJoin,
                     ids_of(subject.value(), "claims"), ids_of(subject.value(), "others"),
                     decision.reason, decision.who});
    }
  }
  std::sort(all.begin(), all.end(),
            [](const FuseDecision& a, const FuseDecision& b) { return a.number < b.number; });
  return all;
}

Decision stored_decision(const FuseDecision& decision) {
  Decision stored;
  stored.kind = decision.kind == FuseDecision::Kind::kApart ? kSplit : kJoin;
  JsonWriter json(stored.subject);
  json.begin_object();
  write_ids(json, "claims", decision.claims);
  write_ids(json, "others", decision.others);
  json.end_object();
  stored.reason = decision.reason;
  stored.who = decision.who;
  return stored;
}

}  // namespace verbale
