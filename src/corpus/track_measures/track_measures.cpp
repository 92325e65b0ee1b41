// SPDX-License-Identifier: Apache-2.0
#include "corpus/track_measures/track_measures.h"

#include <algorithm>
#include <map>

#include "core/hash.h"
#include "corpus/track_measures/measure_claims.h"
#include "document/claim_articles.h"

namespace verbale {
namespace {

// Descriptions so near in time are of the same doing.
constexpr std::chrono::days kRivalDays{14};

bool is_general(MeasureKind kind) { return kind == MeasureKind::kSanctions; }

// "Sanctions" may be any kind but tariffs, which nobody calls so.
bool may_be_one(MeasureKind one, MeasureKind other) {
  if (one == other) return true;
  const bool has_tariffs = one == MeasureKind::kTariffs || other == MeasureKind::kTariffs;
  return !has_tariffs && (is_general(one) || is_general(other));
}

template <typename Value>
void add_once(std::vector<Value>& list, const Value& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

class MeasureBook {
 public:
  void enter(const ToldArticle& article, const DeskWords& words,
             const std::vector<std::string>& states) {
    spoken_of_.clear();
    for (const MeasureEntry& entry : measure_entries_of(article, words, states)) {
      if (entry.targets.empty()) {
        const MeasureTarget nobody;
        if (const auto known = find(entry, nobody)) report(*known, entry);
      }
      for (const MeasureTarget& target : entry.targets) {
        const auto known = find(entry, target);
        if (known || names_something(target)) report(known ? *known : open(entry, target), entry);
      }
    }
  }

  std::vector<Measure> close(std::optional<Day> today) {
    std::map<std::string, int> ids;
    std::vector<Measure> measures;
    for (Page& page : pages_) {
      Measure& measure = page.measure;
      std::string content(kMeasureRule);
      for (const ClaimSide& side : page.first_authorities) content += '|' + side.key;
      content += "|>|" + page.first_target + '|' + std::string(name_of(page.first_kind));
      const int same = ids[content]++;
      if (same > 0) content += '#' + std::to_string(same);
      measure.id = hash_hex(content);
      settle(measure, today);
      describe(measure);
      measures.push_back(std::move(measure));
    }
    return measures;
  }

 private:
  struct Page {
    Measure measure;
    std::vector<std::string> names;
    bool is_state = false;
    std::vector<ClaimSide> first_authorities;
    std::string first_target;
    MeasureKind first_kind = MeasureKind::kSanctions;
  };

  static bool names_something(const MeasureTarget& target) {
    return target.is_state || !target.names.empty();
  }

  bool is_same_authority(const Page& page, const MeasureEntry& entry) const {
    const auto& known = page.measure.authorities;
    return known.empty() || entry.authorities.empty() || share_side(known, entry.authorities);
  }

  static bool is_target(const Page& page, const MeasureTarget& target) {
    if (page.is_state != target.is_state) return false;
    if (target.is_state) return page.measure.target_country == target.country;
    if (!target.id.empty() && target.id == page.measure.target_id) return true;
    return std::any_of(target.names.begin(), target.names.end(), [&](const std::string& name) {
      return std::find(page.names.begin(), page.names.end(), name) != page.names.end();
    });
  }

  std::optional<std::size_t> find(const MeasureEntry& entry, const MeasureTarget& target) const {
    const auto fits = [&](std::size_t index) {
      return is_same_authority(pages_[index], entry) &&
             may_be_one(pages_[index].measure.kind, entry.kind);
    };
    // Many may have sanctions on one state: whose they are that an earlier article spoke of, without
    // saying whose, a later one does not tell.
    const auto is_anybodys = [&](std::size_t index) {
      const bool is_here = std::find(spoken_of_.begin(), spoken_of_.end(), index) != spoken_of_.end();
      return target.is_state && !is_here && pages_[index].measure.authorities.empty() &&
             !entry.authorities.empty();
    };
    if (names_something(target)) {
      for (std::size_t index = pages_.size(); index-- > 0;) {
        if (fits(index) && is_target(pages_[index], target) && !is_anybodys(index)) return index;
      }
      return std::nullopt;
    }
    // "The sanctions", "sanctions on the company": those the article spoke of last, else the only ones.
    for (std::size_t i = spoken_of_.size(); i-- > 0;) {
      if (fits(spoken_of_[i])) return spoken_of_[i];
    }
    std::optional<std::size_t> only;
    for (std::size_t index = 0; index < pages_.size(); ++index) {
      if (!fits(index) || pages_[index].measure.authorities.empty()) continue;
      if (only) return std::nullopt;
      only = index;
    }
    return entry.authorities.empty() ? std::nullopt : only;
  }

  std::size_t open(const MeasureEntry& entry, const MeasureTarget& target) {
    Page page;
    page.names = target.names;
    page.is_state = target.is_state;
    page.measure.kind = page.first_kind = entry.kind;
    page.measure.authorities = page.first_authorities = entry.authorities;
    page.measure.target = page.first_target = target.is_state ? target.country : target.name;
    page.measure.target_id = target.id;
    page.measure.target_country = target.country;
    pages_.push_back(std::move(page));
    return pages_.size() - 1;
  }

  void report(std::size_t index, const MeasureEntry& entry) {
    Measure& measure = pages_[index].measure;
    if (measure.authorities.empty()) measure.authorities = entry.authorities;
    if (is_general(measure.kind)) measure.kind = entry.kind;
    std::erase(spoken_of_, index);
    spoken_of_.push_back(index);
    const Claim& claim = *entry.claim;
    for (MeasureReport& known : measure.history) {
      if (known.document != claim.document.id || known.move != entry.move) continue;
      add_once(known.claims, claim.id);
      if (!known.when) known.when = entry.when;
      return;
    }
    MeasureReport& report = measure.history.emplace_back();
    report.move = entry.move;
    report.claims = {claim.id};
    report.document = claim.document.id;
    report.outlet = claim.document.outlet;
    report.day = claim.document.day;
    report.when = entry.when;
    report.background = claim.background;
    for (const ClaimSource& source : claim.attribution) add_once(report.sources, source.source);
    report.words = entry.words;
    report.quote = quote_of(claim.sentence.text, kQuotePointsMax);
  }

  // The day or days from which a report tells something to hold: those it gives, else up to its own.
  static std::optional<DayRange> since(const MeasureReport& report) {
    if (!report.when) return std::nullopt;
    DayRange days = *report.when;
    if (report.day && days.end > *report.day) {
      // "until May 15" tells the end, not the beginning.
      if (days.start == *report.day) return std::nullopt;
    }
    return days;
  }

  static std::optional<Day> until(const MeasureReport& report) {
    const bool is_ahead = report.when && report.day && report.when->end > *report.day &&
                          report.when->start <= *report.day;
    return is_ahead && report.when->start == *report.day ? std::optional(report.when->end)
                                                         : std::nullopt;
  }

  static void settle(Measure& measure, std::optional<Day> today) {
    bool is_lifted = false, is_real = false;
    for (const MeasureReport& report : measure.history) {
      switch (report.move) {
        case MeasureMove::kImposed:
          is_real = true;
          if (!measure.start) measure.start = since(report);
          if (!report.background) is_lifted = false;
          break;
        case MeasureMove::kAnnounced:
        case MeasureMove::kConsidered: break;
        case MeasureMove::kWaived:
        case MeasureMove::kSuspended:
        case MeasureMove::kExtended: is_real = true; add_spell(measure, report); break;
        case MeasureMove::kLifted:
          is_real = is_lifted = true;
          measure.end = since(report);
          break;
        default: is_real = true;  // Nobody asks to lift what is not there.
      }
    }
    measure.status = is_lifted  ? MeasureStatus::kLifted
                     : is_real ? MeasureStatus::kInForce
                               : MeasureStatus::kAnnounced;
    if (!is_lifted) measure.end.reset();
    for (const MeasureSpell& spell : measure.spells) {
      const bool is_over = spell.end && today && *spell.end < *today;
      if (!is_lifted && !is_over) measure.status = spell.status;
    }
  }

  static void add_spell(Measure& measure, const MeasureReport& report) {
    const MeasureStatus status = report.move == MeasureMove::kSuspended ? MeasureStatus::kSuspended
                                                                        : MeasureStatus::kWaived;
    if (measure.spells.empty()) {
      measure.spells.push_back({status, std::nullopt, std::nullopt, {}, {}});
    }
    MeasureSpell& spell = measure.spells.back();
    spell.claims.insert(spell.claims.end(), report.claims.begin(), report.claims.end());
    const std::optional<Day> end = until(report);
    if (end && spell.end && *end != *spell.end) spell.former_ends.push_back(*spell.end);
    if (end) spell.end = end;
    if (!spell.start && report.move != MeasureMove::kExtended) spell.start = since(report);
  }

  // One account a move; two that exclude each other and lie near in time are rivals.
  static void describe(Measure& measure) {
    for (const MeasureReport& report : measure.history) {
      auto known = std::find_if(measure.descriptions.begin(), measure.descriptions.end(),
                                [&](const auto& each) { return each.move == report.move; });
      if (known == measure.descriptions.end()) {
        known = measure.descriptions.insert(known, {report.move, {}, {}, {}});
      }
      add_once(known->words, report.words);
      for (const std::string& source : report.sources) add_once(known->sources, source);
      if (report.sources.empty() && !report.outlet.empty()) add_once(known->sources, report.outlet);
      known->claims.insert(known->claims.end(), report.claims.begin(), report.claims.end());
      for (const MeasureReport& other : measure.history) {
        const bool is_near = !other.day || !report.day ||
                             (*other.day - *report.day <= kRivalDays && other.day >= report.day);
        if (is_near && excludes(report.move, other.move)) measure.has_rivals = true;
      }
    }
  }

  static bool excludes(MeasureMove one, MeasureMove other) {
    const auto is_easing = [](MeasureMove move) {
      return move == MeasureMove::kWaived || move == MeasureMove::kSuspended ||
             move == MeasureMove::kLifted || move == MeasureMove::kEased;
    };
    return is_easing(one) && is_easing(other) && one != other;
  }

  std::vector<Page> pages_;
  std::vector<std::size_t> spoken_of_;
};

}  // namespace

std::string_view name_of(MeasureKind kind) {
  constexpr std::string_view kNames[] = {"sanctions",    "asset freeze", "travel ban",
                                         "arms embargo", "tariffs",      "trade restrictions"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(MeasureMove move) {
  constexpr std::string_view kNames[] = {
      "imposed", "announced", "considered", "waived",          "suspended",        "extended",
      "eased",   "lifted",    "lifting planned", "lifting demanded", "lifting refused"};
  return kNames[static_cast<std::size_t>(move)];
}

std::string_view name_of(MeasureStatus status) {
  constexpr std::string_view kNames[] = {"announced", "in force", "waived", "suspended", "lifted"};
  return kNames[static_cast<std::size_t>(status)];
}

std::vector<Measure> track_measures(const std::vector<Claim>& claims, const MeasureWish& wish,
                                    const DeskWords& words) {
  MeasureBook book;
  std::optional<Day> today = wish.as_of;
  const std::vector<ToldArticle> articles = articles_in_order(claims, wish.as_of);
  std::vector<const Claim*> all;
  for (const ToldArticle& article : articles) all.insert(all.end(), article.begin(), article.end());
  const std::vector<std::string> states = state_words(all);
  for (const ToldArticle& article : articles) {
    if (!wish.as_of && article.front()->document.day) today = article.front()->document.day;
    book.enter(article, words, states);
  }
  return book.close(today);
}

}  // namespace verbale
