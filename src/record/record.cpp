// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <cmath>

#include "core/hash.h"
#include "core/utf8.h"
#include "formats/json_writer.h"

namespace verbale {
namespace {

constexpr double kConfidenceStep = 1000;  // Three decimals are kept.

// Writes the parts of one document; knows how to count its code points.
class RecordWriter {
 public:
  RecordWriter(std::string& out, const Document& document, const Ontology& ontology)
      : json_(out), document_(document), ontology_(ontology), points_(document.article.text) {}

  void annotation() {
    json_.begin_object();
    json_.key("document");
    json_.begin_object();
    write_article(json_, document_.article);
    json_.end_object();
    json_.key("sentences");
    json_.begin_array();
    for (const Sentence& each : document_.syntax.sentences) sentence(each);
    json_.end_array();
    json_.key("mentions");
    json_.begin_array();
    for (const Mention& each : document_.references.mentions) mention(each);
    json_.end_array();
    json_.key("events");
    json_.begin_array();
    for (std::size_t i = 0; i < document_.events.size(); ++i) event(i);
    json_.end_array();
    json_.end_object();
  }

  void event(std::size_t index) {
    const Event& event = document_.events[index];
    json_.begin_object();
    json_.member("id", event_id(document_, event));
    source_document();
    codes(event);
    sides("actors", event.actors);
    sides("recipients", event.recipients);
    when_and_where(event);
    claims(event);
    magnitude(event.magnitude);
    evidence(event);
    json_.end_object();
  }

  static void write_article(JsonWriter& json, const Article& article) {
    json.member("id", article.id);
    json.member_or_null("url", article.url);
    json.member_or_null("title", article.title);
    json.member_or_null("byline", article.byline);
    json.member_or_null("outlet", article.outlet);
    json.member_or_null("section", article.section);
    json.member_or_null("published", article.published);
    json.member_or_null("published_from", article.published_from);
    json.member_or_null("modified", article.modified);
    json.member_or_null("modified_from", article.modified_from);
    json.member_or_null("language", article.language);
    json.member_or_null("notice", article.notice);
    json.member("truncated", article.truncated);
    json.member("text", article.text);
    json.key("removed");
    json.begin_array();
    for (const RemovedText& removed : article.removed) {
      json.begin_object();
      json.member("text", removed.text);
      json.member("reason", removed.reason);
      json.end_object();
    }
    json.end_array();
    write_sections(json, article);
    json.key("diagnostics");
    json.begin_array();
    for (const std::string& doubt : article.doubts) json.string(doubt);
    json.end_array();
  }

 private:
  static void write_sections(JsonWriter& json, const Article& article) {
    json.key("sections");
    json.begin_array();
    if (!article.sections.empty()) {
      const CodePointIndex points(article.text);
      for (const DatedSection& section : article.sections) {
        json.begin_object();
        json.member_or_null("published", section.published);
        json.member_or_null("clock", section.clock);
        json.member("start", points.at(section.span.begin));
        json.member("end", points.at(section.span.end));
        json.end_object();
      }
    }
    json.end_array();
  }

  std::string_view text() const { return document_.article.text; }

  void offsets(ByteSpan span) {
    json_.member("start", points_.at(span.begin));
    json_.member("end", points_.at(span.end));
  }
  void words_and_offsets(ByteSpan span) {
    json_.member("text", span.of(text()));
    offsets(span);
  }

  void source_document() {
    const Article& article = document_.article;
    json_.key("document");
    json_.begin_object();
    json_.member("id", article.id);
    json_.member_or_null("url", article.url);
    json_.member_or_null("title", article.title);
    json_.member_or_null("outlet", article.outlet);
    json_.member_or_null("published", article.published);
    json_.end_object();
  }

  void codes(const Event& event) {
    json_.member("type", name_of(event.type));
    json_.member("act", name_of(event.act));
    json_.member_or_null("mode", event.mode);
    json_.key("contexts");
    json_.begin_array();
    for (std::string_view context : event.contexts) json_.string(context);
    json_.end_array();
    json_.member_or_null("cameo", event.cameo);
    json_.member("quad", ontology_.facts(event.type).quad);
    scores(event);
    json_.member("factuality", name_of(event.factuality));
    json_.member("background", event.background);
  }

  void scores(const Event& event) {
    double plover = ontology_.facts(event.type).score;
    if (event.type == event.act) {
      const PloverMode* mode = ontology_.mode(event.act, event.mode);
      if (mode != nullptr && mode->score) plover = *mode->score;
    }
    json_.key("scores");
    json_.begin_object();
    json_.member("plover_2023", plover);
    const auto cameo = ontology_.cameo.find(event.cameo);
    json_.key("goldstein_icews");
    if (cameo != ontology_.cameo.end() && cameo->second.goldstein_icews) {
      json_.number(*cameo->second.goldstein_icews);
    } else {
      json_.null();
    }
    json_.end_object();
  }

  void party_fields(const Party& party) {
    json_.member_or_null("code", party.code);
    json_.member_or_null("country", party.country);
    json_.member_or_null("sector", party.sector);
    json_.member_or_null("role", party.role);
    json_.member_or_null("id", party.id);
  }

  void sides(std::string_view name, const std::vector<EventParty>& parties) {
    json_.key(name);
    json_.begin_array();
    for (const EventParty& side : parties) {
      json_.begin_object();
      json_.member("name", side.party.name.empty() ? side.span.of(text())
                                                   : std::string_view(side.party.name));
      words_and_offsets(side.span);
      party_fields(side.party);
      json_.end_object();
    }
    json_.end_array();
  }

  void place_fields(const Place& place) {
    json_.member("name", place.name);
    json_.member_or_null("country", place.country);
    optional_number("lat", place.latitude);
    optional_number("lon", place.longitude);
    json_.key("geonames");
    if (place.geonames)
      json_.integer(*place.geonames);
    else
      json_.null();
  }

  void optional_number(std::string_view name, const std::optional<double>& value) {
    json_.key(name);
    if (value)
      json_.number(*value);
    else
      json_.null();
  }

  void days(const DateValue& value) {
    json_.member_or_null("start", value.range ? iso_day(value.range->start) : std::string());
    json_.member_or_null("end", value.range ? iso_day(value.range->end) : std::string());
  }

  void when_and_where(const Event& event) {
    json_.key("date");
    if (event.date && event.date->value.range) {
      json_.begin_object();
      json_.member("text", event.date->span.of(text()));
      days(event.date->value);
      json_.end_object();
    } else {
      json_.null();
    }
    json_.key("place");
    if (!event.place) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.member("text", event.place->span.of(text()));
    place_fields(event.place->place);
    json_.end_object();
  }

  void claims(const Event& event) {
    json_.key("attribution");
    json_.begin_array();
    for (const Attribution& link : event.attribution) {
      json_.begin_object();
      json_.member("source", link.source);
      json_.member("kind", name_of(link.kind));
      words_and_offsets(link.span);
      json_.end_object();
    }
    json_.end_array();
    json_.key("conditions");
    json_.begin_array();
    for (const Condition& condition : event.conditions) {
      json_.begin_object();
      json_.member_or_null("event", condition.event
                                        ? event_id(document_, document_.events[*condition.event])
                                        : std::string());
      words_and_offsets(condition.span);
      json_.end_object();
    }
    json_.end_array();
    json_.member_or_null("content", event.content
                                        ? event_id(document_, document_.events[*event.content])
                                        : std::string());
  }

  void amount(std::string_view name, const std::optional<Amount>& amount) {
    json_.key(name);
    if (!amount) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.member("low", amount->low);
    if (std::isfinite(amount->high)) {
      json_.member("high", amount->high);
    } else {
      json_.key("high");
      json_.null();
    }
    json_.member("unit", amount->unit);
    json_.member("text", amount->span.of(text()));
    json_.end_object();
  }

  void magnitude(const Magnitude& magnitude) {
    json_.key("magnitude");
    if (magnitude.empty()) {
      json_.null();
      return;
    }
    json_.begin_object();
    amount("killed", magnitude.killed);
    amount("injured", magnitude.injured);
    amount("arrested", magnitude.arrested);
    amount("participants", magnitude.participants);
    amount("amount", magnitude.amount);
    amount("duration", magnitude.duration);
    json_.end_object();
  }

  void evidence(const Event& event) {
    json_.key("trigger");
    json_.begin_object();
    words_and_offsets(event.trigger);
    json_.end_object();
    json_.key("sentence");
    json_.begin_object();
    words_and_offsets(document_.syntax.sentences[event.sentence].span);
    json_.end_object();
    json_.member("rule", std::string(event.rule.file) + ":" + std::to_string(event.rule.line));
    const double rounded =
        static_cast<double>(static_cast<std::int64_t>(event.confidence * kConfidenceStep + 0.5));
    json_.member("confidence", rounded / kConfidenceStep);
  }

  void sentence(const Sentence& sentence) {
    json_.begin_object();
    offsets(sentence.span);
    json_.key("tokens");
    json_.begin_array();
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = document_.syntax.tokens[t];
      json_.begin_object();
      offsets(token.span);
      json_.member("lemma", document_.syntax.lemmas[t]);
      json_.member("upos", name_of(token.upos));
      json_.member("head", token.head == kNoToken ? 0u : token.head - sentence.tokens.begin + 1);
      json_.member("deprel", name_of(token.deprel));
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void mention(const Mention& mention) {
    const auto& tokens = document_.syntax.tokens;
    const ByteSpan span{tokens[mention.tokens.begin].span.begin,
                        tokens[mention.tokens.end - 1].span.end};
    json_.begin_object();
    offsets(span);
    json_.member("text", span.of(text()));
    json_.member("kind", name_of(mention.kind));
    json_.member("entity", mention.entity);
    if (mention.party) {
      json_.key("party");
      json_.begin_object();
      json_.member_or_null("name", mention.party->name);
      party_fields(*mention.party);
      json_.end_object();
    }
    if (mention.place) {
      json_.key("place");
      json_.begin_object();
      place_fields(*mention.place);
      json_.end_object();
    }
    if (mention.date) {
      json_.key("date");
      json_.begin_object();
      json_.member("type", name_of(mention.date->type));
      json_.member("value", mention.date->timex);
      days(*mention.date);
      json_.end_object();
    }
    json_.end_object();
  }

  JsonWriter json_;
  const Document& document_;
  const Ontology& ontology_;
  const CodePointIndex points_;
};

void append_sides(std::string& key, const std::vector<EventParty>& sides) {
  for (const EventParty& side : sides) {
    key += side.party.id + '\x1f' + std::to_string(side.span.begin) + '\x1e';
  }
  key += '\x1d';
}

}  // namespace

std::string event_id(const Document& document, const Event& event) {
  std::string key = document.article.id + '\x1d';
  key += std::string(name_of(event.act)) + '\x1d' + std::string(event.mode) + '\x1d';
  key += std::string(name_of(event.factuality)) + '\x1d';
  key += std::to_string(event.trigger.begin) + '-' + std::to_string(event.trigger.end) + '\x1d';
  key += std::string(event.trigger.of(document.article.text)) + '\x1d';
  append_sides(key, event.actors);
  append_sides(key, event.recipients);
  return hash_hex(key);
}

void write_document(std::string& out, const Article& article) {
  JsonWriter json(out);
  json.begin_object();
  RecordWriter::write_article(json, article);
  json.end_object();
}

void write_event(std::string& out, const Document& document, std::size_t index,
                 const Ontology& ontology) {
  RecordWriter(out, document, ontology).event(index);
}

void write_annotation(std::string& out, const Document& document, const Ontology& ontology) {
  RecordWriter(out, document, ontology).annotation();
}

}  // namespace verbale
