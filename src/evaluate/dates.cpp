// SPDX-License-Identifier: Apache-2.0
#include "evaluate/dates.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + key.size();
  return tag.substr(begin, tag.find('"', begin) - begin);
}

std::string_view element(std::string_view xml, std::string_view name) {
  const std::string open = "<" + std::string(name);
  const std::size_t at = xml.find(open + ">");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + open.size() + 1;
  const std::size_t end = xml.find("</" + std::string(name) + ">", begin);
  return xml.substr(begin, end == std::string_view::npos ? end : end - begin);
}

void append_entity(std::string& text, std::string_view entity) {
  if (entity == "amp")
    text += '&';
  else if (entity == "lt")
    text += '<';
  else if (entity == "gt")
    text += '>';
  else if (entity == "quot")
    text += '"';
  else if (entity == "apos")
    text += '\'';
  else
    text += ' ';
}

double ratio(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

}  // namespace

TimexDocument read_timeml(std::string_view xml) {
  TimexDocument document;
  const std::string_view created = element(xml, "DCT");
  document.article.published = attribute(created, "value");
  document.article.published_day = parse_iso_day(document.article.published);
  std::string& text = document.article.text;
  const std::string_view body = element(xml, "TEXT");
  TimexMark mark;
  for (std::size_t at = 0; at < body.size();) {
    if (body[at] == '<') {
      const std::size_t end = std::min(body.find('>', at), body.size() - 1);
      const std::string_view tag = body.substr(at, end - at + 1);
      if (tag.starts_with("<TIMEX3")) {
        mark = {{static_cast<std::uint32_t>(text.size()), 0},
                std::string(attribute(tag, "type")),
                std::string(attribute(tag, "value"))};
      } else if (tag.starts_with("</TIMEX3")) {
        mark.span.end = static_cast<std::uint32_t>(text.size());
        document.marks.push_back(mark);
      }
      at = end + 1;
    } else if (body[at] == '&') {
      const std::size_t end = body.find(';', at);
      if (end == std::string_view::npos || end - at > 8) {
        text += body[at++];
        continue;
      }
      append_entity(text, body.substr(at + 1, end - at - 1));
      at = end + 1;
    } else {
      text += body[at++];
    }
  }
  text = repair_utf8(text);
  return document;
}

double DateScores::found_f1() const {
  const double precision = ratio(answers_right, answers), recall = ratio(marks_found, marks);
  return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

double DateScores::value_f1() const {
  return found_f1() * ratio(values_right, marks_found);
}

void DateScores::add(const DateScores& other) {
  marks += other.marks;
  answers += other.answers;
  marks_found += other.marks_found;
  answers_right += other.answers_right;
  spans_right += other.spans_right;
  types_right += other.types_right;
  values_right += other.values_right;
  misses.insert(misses.end(), other.misses.begin(), other.misses.end());
}

std::string comparable_timex(std::string_view value) {
  // "P1DE" and "P10Y", "P2Q" and "P6M" are the same.
  std::string text(value);
  if (text.starts_with('P') && text.size() > 2) {
    int count = 0;
    std::size_t at = 1;
    while (at < text.size() && is_digit(text[at]) && count < 100000)
      count = count * 10 + (text[at++] - '0');
    const std::string_view unit = std::string_view(text).substr(at);
    if (at > 1 && unit == "DE") return "P" + std::to_string(count * 10) + "Y";
    if (at > 1 && unit == "CE") return "P" + std::to_string(count * 100) + "Y";
    if (at > 1 && unit == "Q") return "P" + std::to_string(count * 3) + "M";
  }
  return text;
}

DateScores score_dates(const TimexDocument& document, const Syntax& syntax,
                       const References& references) {
  DateScores scores;
  const std::string& text = document.article.text;
  scores.marks = static_cast<int>(document.marks.size());
  std::vector<bool> matched(document.marks.size(), false);
  for (const Mention& mention : references.mentions) {
    if (mention.kind != MentionKind::kDate) continue;
    ++scores.answers;
    const ByteSpan span{syntax.tokens[mention.tokens.begin].span.begin,
                        syntax.tokens[mention.tokens.end - 1].span.end};
    bool right = false;
    // "from 2014 to 2016" is one answer for two marks.
    std::string_view rest = mention.date->timex;
    for (std::size_t i = 0; i < document.marks.size(); ++i) {
      const TimexMark& mark = document.marks[i];
      if (!mark.span.touches(span)) continue;
      right = true;
      if (matched[i] || rest.empty()) continue;
      matched[i] = true;
      const std::size_t slash = rest.find('/');
      const std::string value(rest.substr(0, slash));
      rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
      ++scores.marks_found;
      if (mark.span == span) ++scores.spans_right;
      if (mark.type == name_of(mention.date->type)) ++scores.types_right;
      if (comparable_timex(mark.value) == comparable_timex(value)) {
        ++scores.values_right;
      } else {
        scores.misses.push_back("value: " + std::string(span.of(text)) + " | " + value + " for " +
                                mark.value + " (" + std::string(mark.span.of(text)) + ") written " +
                                document.article.published + " in …" +
                                text.substr(span.begin - std::min(span.begin, 90U), 160));
      }
    }
    if (right) {
      ++scores.answers_right;
    } else {
      scores.misses.push_back("extra: " + std::string(span.of(text)) + " | " + mention.date->timex +
                              " in …" + text.substr(span.begin - std::min(span.begin, 40U), 90));
    }
  }
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    if (!matched[i]) {
      const ByteSpan span = document.marks[i].span;
      scores.misses.push_back("missed: " + std::string(span.of(text)) + " | " +
                              document.marks[i].value + " in …" +
                              text.substr(span.begin - std::min(span.begin, 40U), 90));
    }
  }
  return scores;
}

}  // namespace verbale
