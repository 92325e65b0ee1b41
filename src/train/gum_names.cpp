// SPDX-License-Identifier: Apache-2.0
#include "train/gum_names.h"

#include <charconv>
#include <cstddef>

namespace verbale {

namespace {

struct Entity {
  std::string_view number;
  std::string_view kind;
  std::string_view main_words;  // "1,2": counted from 1 within the entity.
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string_view marks_of(std::string_view misc) {
  constexpr std::string_view kName = "Entity=";
  std::size_t at = misc.starts_with(kName) ? 0 : misc.find("|Entity=");
  if (at == std::string_view::npos) return {};
  if (at > 0) ++at;
  const std::string_view rest = misc.substr(at + kName.size());
  return rest.substr(0, rest.find('|'));
}

// "84-person-giv:act-nnnnn-cf1-1,2-coref-Jacob": number, kind, …, main words sixth.
Entity opened_by(std::string_view mark, std::size_t begin) {
  Entity entity;
  entity.begin = begin;
  for (int field = 0; field < 6 && !mark.empty(); ++field) {
    const std::size_t dash = mark.find('-');
    const std::string_view value = mark.substr(0, dash);
    if (field == 0) entity.number = value;
    if (field == 1) entity.kind = value;
    if (field == 5) entity.main_words = value;
    mark.remove_prefix(dash == std::string_view::npos ? mark.size() : dash + 1);
  }
  return entity;
}

void close(std::string_view number, std::size_t end, std::vector<Entity>& open,
           std::vector<Entity>& closed) {
  for (std::size_t i = open.size(); i-- > 0;) {
    if (open[i].number != number) continue;
    closed.push_back(open[i]);
    closed.back().end = end;
    open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

// "(84-person-…(85-place-…)" opens 84 and 85 and closes 85; "84)" closes 84.
void read_marks(std::string_view marks, std::size_t word, std::vector<Entity>& open,
                std::vector<Entity>& closed) {
  while (!marks.empty()) {
    const bool opens = marks[0] == '(';
    if (opens) marks.remove_prefix(1);
    const std::size_t stop = marks.find_first_of("()");
    const std::string_view mark = marks.substr(0, stop);
    if (opens) open.push_back(opened_by(mark, word));
    const bool closes = stop != std::string_view::npos && marks[stop] == ')';
    if (closes) close(mark.substr(0, mark.find('-')), word + 1, open, closed);
    marks.remove_prefix(stop == std::string_view::npos ? marks.size() : stop + (closes ? 1 : 0));
  }
}

std::string_view class_of(std::string_view kind) {
  if (kind == "person") return "PER";
  if (kind == "organization") return "ORG";
  if (kind == "place") return "LOC";
  return {};
}

bool is_proper(const std::vector<GumWord>& words, std::size_t at) {
  return words[at].upos == "PROPN";
}

void mark_name(const Entity& entity, const std::vector<GumWord>& words,
               std::vector<std::string>& labels) {
  const std::string_view kind = class_of(entity.kind);
  std::size_t first = 0;
  const char* from = entity.main_words.data();
  if (kind.empty() ||
      std::from_chars(from, from + entity.main_words.size(), first).ec != std::errc() ||
      first == 0 || entity.begin + first > entity.end) {
    return;
  }
  std::size_t begin = entity.begin + first - 1;
  if (!is_proper(words, begin)) return;
  if (kind == "PER" && words[begin].is_plural) return;  // "the Velmians": a people, no person.
  std::size_t end = begin + 1;
  // A person's name stops at the place or organisation before it ("Zubland President Ona Velmar").
  const auto is_free = [&](std::size_t at) { return kind != "PER" || labels[at] == "O"; };
  while (begin > entity.begin && is_proper(words, begin - 1) && is_free(begin - 1)) --begin;
  while (end < entity.end && is_proper(words, end)) ++end;
  for (std::size_t i = begin; i < end; ++i) {
    labels[i] = (i == begin ? "B-" : "I-") + std::string(kind);
  }
  // A name that was cut by this one starts anew behind it.
  if (end < labels.size() && labels[end].starts_with("I-")) labels[end][0] = 'B';
}

}  // namespace

std::vector<std::string> gum_names(const std::vector<GumWord>& words) {
  std::vector<Entity> open, closed;
  for (std::size_t i = 0; i < words.size(); ++i) {
    read_marks(marks_of(words[i].misc), i, open, closed);
  }
  std::vector<std::string> labels(words.size(), "O");
  // Inner entities close before those around them; outer ones are written later and win:
  // "Gulf of Farden" around "Farden".
  for (const Entity& entity : closed) mark_name(entity, words, labels);
  return labels;
}

}  // namespace verbale
