// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/resolve_dates.h"

#include <algorithm>

#include "grammar/dateline.h"
#include "stages/resolve_dates/bound_dates.h"
#include "stages/resolve_dates/clause_tense.h"
#include "stages/resolve_dates/date_atoms.h"
#include "stages/resolve_dates/match_dates.h"
#include "stages/resolve_dates/read_meaning.h"

namespace verbale {
namespace {

class DateResolver {
 public:
  DateResolver(const Article& article, const Syntax& syntax, const DateWords& words)
      : article_(article), syntax_(syntax), words_(words), dateline_(find_dateline(article)) {
    frame_.anchor = article.published_day;
    frame_.day_before_month = words.day_before_month;
  }

  std::vector<Mention> resolve() {
    read_dateline();
    for (const Sentence& sentence : syntax_.sentences) read_sentence(sentence);
    return std::move(dates_);
  }

 private:
  // The day of the dateline is the day the article was written.
  void read_dateline() {
    if (!dateline_) return;
    if (!cut_date_atoms(article_.text, *dateline_, words_, atoms_)) return;
    read_atoms(article_.text, atoms_, readings_);
    for (const DateMatch& match : match_dates(atoms_, readings_, words_)) {
      const auto value = read_meaning(match, frame_, words_);
      if (!value || !value->range || value->range->start != value->range->end) continue;
      // A dateline far from the day of publication is no dateline.
      constexpr std::chrono::days kFar{60};
      const Day day = value->range->start;
      if (!frame_.anchor || (day <= *frame_.anchor + kFar && day >= *frame_.anchor - kFar)) {
        frame_.anchor = day;
      }
    }
  }

  void read_sentence(const Sentence& sentence) {
    if (!cut_date_atoms(article_.text, sentence.span, words_, atoms_)) return;
    read_atoms(article_.text, atoms_, readings_);
    std::vector<ReadDate> found;
    std::uint32_t token = sentence.tokens.begin;
    for (DateMatch& match : match_dates(atoms_, readings_, words_)) {
      ReadDate date;
      date.begin = match.begin;
      date.end = match.end;
      date.tokens = tokens_of({atoms_[match.begin].span.begin, atoms_[match.end - 1].span.end},
                              sentence, token);
      if (date.tokens.empty()) continue;
      date.head = head_of(date.tokens);
      date.is_dateline = dateline_ && dateline_->holds(atoms_[match.begin].span);
      date.is_month = match.has(DateClass::kMonth);
      read_bound(atoms_, readings_, date);
      frame_.tense = tense_of(date, sentence);
      auto value = read_meaning(match, frame_, words_);
      if (!value) continue;
      date.value = std::move(*value);
      remember(date);
      found.push_back(std::move(date));
    }
    join_spans(readings_, found);
    join_shifts(readings_, found);
    for (ReadDate& date : found) {
      apply_bound(date, frame_.anchor);
      finish(date);
    }
  }

  Tense tense_of(const ReadDate& date, const Sentence& sentence) const {
    if (date.bound_is_ahead) return Tense::kFuture;
    if (article_.title_span.holds(sentence.span)) return Tense::kUnknown;
    const Tense tense = clause_tense(syntax_, sentence, date.head, words_);
    // "Will sell under a June agreement": the agreement is of no tense.
    if (date.is_month && is_modifier(date)) return Tense::kUnknown;
    return tense;
  }

  // "The following day" counts from the date told last.
  void remember(const ReadDate& date) {
    const bool is_date = date.value.type == DateType::kDate || date.value.type == DateType::kTime;
    if (is_date && date.value.range && !date.value.is_vague && !date.is_dateline) {
      frame_.told = date.value.range;
      if (date.value.timex.find("-Q") != std::string::npos) {
        frame_.told_quarter = date.value.range->start;
      }
    }
  }

  // The tokens that hold the bytes; `from` moves along, as matches come in order.
  TokenSpan tokens_of(ByteSpan bytes, const Sentence& sentence, std::uint32_t& from) const {
    while (from < sentence.tokens.end && syntax_.tokens[from].span.end <= bytes.begin) ++from;
    TokenSpan tokens{from, from};
    while (tokens.end < sentence.tokens.end && syntax_.tokens[tokens.end].span.begin < bytes.end) {
      ++tokens.end;
    }
    return tokens;
  }

  // The token of the phrase that hangs on a word outside it; the last without a tree.
  std::uint32_t head_of(TokenSpan tokens) const {
    for (std::uint32_t at = tokens.end; at-- > tokens.begin;) {
      const std::uint32_t head = syntax_.tokens[at].head;
      if (head != kNoToken && !tokens.holds(head)) return at;
    }
    return tokens.end - 1;
  }

  void finish(ReadDate& date) {
    DateValue& value = date.value;
    if (value.range && frame_.anchor && date.value.bound != DateBound::kSince) {
      const int year = year_of_day(*frame_.anchor);
      value.is_background = value.is_background || year_of_day(value.range->end) < year - 1;
      // "its 2024 invasion": a year before a noun tells which, not when.
      value.is_background =
          value.is_background ||
          (is_modifier(date) && year_of_day(value.range->end) < year && value.timex.size() == 4);
    }
    Mention mention;
    mention.tokens = date.tokens;
    mention.head = date.head;
    mention.kind = MentionKind::kDate;
    mention.is_dateline = date.is_dateline;
    mention.date = std::move(value);
    dates_.push_back(std::move(mention));
  }

  static int year_of_day(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
  }

  bool is_modifier(const ReadDate& date) const {
    switch (syntax_.tokens[date.head].deprel) {
      case Deprel::kCompound:
      case Deprel::kNummod:
      case Deprel::kAmod:
        return true;
      default:
        return false;
    }
  }

  const Article& article_;
  const Syntax& syntax_;
  const DateWords& words_;
  std::optional<ByteSpan> dateline_;
  DateFrame frame_;
  std::vector<DateAtom> atoms_;
  DateReadings readings_;
  std::vector<Mention> dates_;
};

bool crosses(TokenSpan a, TokenSpan b) {
  return a.touches(b) && !a.holds(b) && !b.holds(a);
}

// Leaves out dates that cross a mention or are part of a name ("the September 11 Commission").
bool fits_among(const Mention& date, const References& references, const Syntax& syntax) {
  for (const Mention& mention : references.mentions) {
    if (mention.tokens.begin >= date.tokens.end) break;
    if (!mention.tokens.touches(date.tokens)) continue;
    if (crosses(mention.tokens, date.tokens)) return false;
    const bool is_named = mention.kind == MentionKind::kPerson ||
                          mention.kind == MentionKind::kOrganisation ||
                          mention.kind == MentionKind::kGroup;
    if (!is_named || mention.is_pronoun || !mention.tokens.holds(date.tokens)) continue;
    if (mention.tokens == date.tokens) return false;
    const std::uint32_t next = date.tokens.end;
    if (mention.tokens.holds(next) && syntax.tokens[next].upos == Upos::kPropn) return false;
  }
  return true;
}

}  // namespace

References resolve_dates(References references, const Article& article, const Syntax& syntax,
                         const DateWords& words) {
  std::vector<Mention> dates = DateResolver(article, syntax, words).resolve();
  std::erase_if(dates, [&](const Mention& date) { return !fits_among(date, references, syntax); });
  auto& mentions = references.mentions;
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  std::uint32_t entity = 0;
  for (const Mention& mention : mentions) entity = std::max(entity, mention.entity + 1);
  for (Mention& date : dates) {
    date.entity = entity++;
    mentions.push_back(std::move(date));
  }
  // Text order; of two that begin together the wider first.
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                               : a.tokens.end > b.tokens.end;
                     });
  return references;
}

}  // namespace verbale
