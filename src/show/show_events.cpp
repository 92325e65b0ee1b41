// SPDX-License-Identifier: Apache-2.0
#include "show/show_events.h"

#include "show/text_layout.h"

namespace verbale {
namespace {

constexpr std::size_t kTypeColumns = 21;
constexpr std::size_t kFactualityColumns = 11;

Tint tint_of(Factuality factuality) {
  switch (factuality) {
    case Factuality::kHappened: return Tint::kGreen;
    case Factuality::kPlanned: return Tint::kBlue;
    case Factuality::kPossible: return Tint::kCyan;
    case Factuality::kDemanded: return Tint::kYellow;
    case Factuality::kThreatened: return Tint::kMagenta;
    case Factuality::kNegated: return Tint::kRed;
  }
  return Tint::kPlain;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

// "CONSULT visit"; where the rules make another type of it, "AGREE (CONSULT visit)".
std::string type_of(const Event& event) {
  std::string act(name_of(event.act));
  if (!event.mode.empty()) act += " " + std::string(event.mode);
  if (event.type == event.act) return act;
  return std::string(name_of(event.type)) + " (" + act + ")";
}

std::string days_of(const DateValue& value) {
  if (!value.range) return "";
  const std::string start = iso_day(value.range->start), end = iso_day(value.range->end);
  return start == end ? start : start + ".." + end;
}

std::string says_of(const Event& event) {
  std::string says;
  for (const Attribution& link : event.attribution) {
    says += says.empty() ? "says " : " ← ";
    says += link.source;
  }
  return says;
}

std::string conditions_of(const Event& event, std::string_view text) {
  std::string conditions;
  for (const Condition& condition : event.conditions) {
    conditions += conditions.empty() ? "depends on “" : "; “";
    conditions += one_line(condition.span.of(text), 70) + "”";
  }
  return conditions;
}

std::string circumstances_of(const Event& event) {
  std::vector<std::string> parts;
  if (event.date) parts.push_back(days_of(event.date->value));
  if (event.place) parts.push_back("in " + event.place->place.name);
  parts.push_back(says_of(event));
  if (event.background) parts.push_back("background");
  return joined(parts, " · ");
}

// The sentence around the trigger, cut to fit.
std::string evidence_of(const Event& event, const Document& document, std::size_t columns) {
  const std::string_view text = document.article.text;
  const ByteSpan sentence = document.syntax.sentences[event.sentence].span;
  ByteSpan window = sentence;
  constexpr std::uint32_t kBefore = 40;
  if (event.trigger.begin > sentence.begin + kBefore) {
    window.begin = event.trigger.begin - kBefore;
    while (window.begin < event.trigger.begin && text[window.begin] != ' ') ++window.begin;
  }
  const bool is_cut = window.begin > sentence.begin;
  return (is_cut ? "…" : "") + one_line(window.of(text), columns);
}

void show_event(std::string& out, const Event& event, const Document& document,
                const ShowOptions& options) {
  const std::string_view text = document.article.text;
  const std::string margin(2 + kTypeColumns + kFactualityColumns, ' ');
  out += "  " + tinted(padded_to(type_of(event), kTypeColumns), Tint::kBold, options.colours);
  out += " ";
  out += tinted(padded_to(name_of(event.factuality), kFactualityColumns - 1),
                tint_of(event.factuality), options.colours);
  out += show_parties(event.actors, text);
  if (!event.recipients.empty()) out += " → " + show_parties(event.recipients, text);
  out += "\n";
  for (const std::string& line : {circumstances_of(event), conditions_of(event, text)}) {
    if (!line.empty()) out += margin + line + "\n";
  }
  const std::size_t columns = options.width_max > margin.size() + 20
                                  ? options.width_max - margin.size()
                                  : 20;
  out += margin + tinted(evidence_of(event, document, columns), Tint::kDim, options.colours) + "\n";
}

}  // namespace

std::string show_parties(const std::vector<EventParty>& parties, std::string_view text) {
  std::string shown;
  for (const EventParty& side : parties) {
    if (!shown.empty()) shown += ", ";
    shown += side.party.name.empty() ? one_line(side.span.of(text), 60) : side.party.name;
    if (!side.party.code.empty()) shown += " [" + side.party.code + "]";
    else if (!side.party.sector.empty()) shown += " [" + side.party.sector + "]";
  }
  return shown.empty() ? "–" : shown;
}

std::string show_events(const Document& document, const ShowOptions& options) {
  const Article& article = document.article;
  std::string out;
  const std::string title = article.title.empty() ? article.id : article.title;
  out += tinted(one_line(title, options.width_max), Tint::kBold, options.colours) + "\n";
  const std::string source =
      joined({article.outlet, article.published, article.section, article.byline}, " · ");
  if (!source.empty()) out += tinted(source, Tint::kDim, options.colours) + "\n";
  if (document.events.empty()) out += "  no events\n";
  for (const Event& event : document.events) show_event(out, event, document, options);
  for (const Diagnostic& diagnostic : document.diagnostics) {
    out += "  note: " + diagnostic.trouble + "\n";
  }
  return out + "\n";
}

}  // namespace verbale
