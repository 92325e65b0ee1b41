// SPDX-License-Identifier: Apache-2.0
#include "corpus/track_measures/measure_claims.h"

#include <algorithm>

namespace verbale {
namespace {

// "temporarily" stands at most so many code points before the act.
constexpr std::size_t kBefore = 16;

std::size_t byte_of(const Claim& claim, std::size_t point) {
  const std::size_t from = claim.sentence.start;
  return slice_points(claim.sentence.text, 0, point > from ? point - from : 0).size();
}

class ArticleMeasures {
 public:
  ArticleMeasures(const std::vector<const Claim*>& claims, const DeskWords& words,
                  const std::vector<std::string>& states)
      : claims_(claims), words_(words), states_(states) {}

  std::vector<MeasureEntry> all() const {
    std::vector<MeasureEntry> entries;
    for (const bool is_headline : {false, true}) {
      for (const Claim* claim : claims_) {
        if ((claim->sentence.text == claim->document.title) != is_headline) continue;
        if (auto entry = read(*claim)) entries.push_back(std::move(*entry));
      }
    }
    return entries;
  }

 private:
  std::optional<MeasureEntry> read(const Claim& claim) const {
    MeasureEntry entry;
    const std::size_t begin = byte_of(claim, claim.trigger.start);
    const std::string& sentence = claim.sentence.text;
    const std::size_t end = std::max(words_.phrase_end(sentence, begin),
                                     byte_of(claim, claim.trigger.end));
    entry.words = sentence.substr(begin, end - begin);
    const std::vector<RowWord> said = split_row_words(entry.words);
    const bool is_sanction = claim.act == PloverType::kSanction;
    if (!words_.any(DeskClass::kMeasures, said) && !(is_sanction && claim.cameo == "163")) {
      return std::nullopt;
    }
    const std::vector<RowWord> before = split_row_words(
        sentence.substr(begin > kBefore ? begin - kBefore : 0, std::min(begin, kBefore)));
    if (is_sanction) {
      if (!imposed(claim, entry)) return std::nullopt;
    } else if (eases(claim)) {
      ease(claim, said, before, entry);
    } else {
      return std::nullopt;
    }
    if (words_.any(DeskClass::kTemporary, before)) {
      entry.words = sentence.substr(begin - (end > begin ? temporary_length(sentence, begin) : 0),
                                    end - begin + temporary_length(sentence, begin));
    }
    entry.kind = kind_of(split_row_words(claim.trigger.text));
    entry.claim = &claim;
    entry.authorities = sides_of(claim.actors, true);
    add_targets(claim, said, entry);
    if (claim.date) entry.when = claim.date->range;
    return entry;
  }

  // How many bytes before the act its word for "for a time" begins.
  std::size_t temporary_length(const std::string& sentence, std::size_t begin) const {
    for (const RowWord& word : split_row_words(sentence.substr(0, begin))) {
      if (word.begin + kBefore >= begin && words_.holds(DeskClass::kTemporary, word.lower)) {
        return begin - word.begin;
      }
    }
    return 0;
  }

  // Who resigns over a quota or frees a prisoner lifts no measure.
  static bool eases(const Claim& claim) {
    return claim.act == PloverType::kConcede ||
           (claim.act == PloverType::kRetreat && (claim.mode.empty() || claim.mode == "access"));
  }

  static bool imposed(const Claim& claim, MeasureEntry& entry) {
    switch (claim.factuality) {
      case Factuality::kHappened: entry.move = MeasureMove::kImposed; return true;
      case Factuality::kPlanned:
      case Factuality::kThreatened: entry.move = MeasureMove::kAnnounced; return true;
      case Factuality::kPossible: entry.move = MeasureMove::kConsidered; return true;
      default: return false;
    }
  }

  void ease(const Claim& claim, const std::vector<RowWord>& said,
            const std::vector<RowWord>& before, MeasureEntry& entry) const {
    switch (claim.factuality) {
      case Factuality::kDemanded: entry.move = MeasureMove::kLiftingDemanded; return;
      case Factuality::kNegated: entry.move = MeasureMove::kLiftingRefused; return;
      case Factuality::kPlanned:
      case Factuality::kPossible:
      case Factuality::kThreatened: entry.move = MeasureMove::kLiftingPlanned; return;
      case Factuality::kHappened: break;
    }
    const std::vector<RowWord> trigger = split_row_words(claim.trigger.text);
    if (words_.any(DeskClass::kExtensions, trigger)) entry.move = MeasureMove::kExtended;
    else if (words_.any(DeskClass::kWaivers, said)) entry.move = MeasureMove::kWaived;
    else if (words_.any(DeskClass::kTemporary, before)) entry.move = MeasureMove::kWaived;
    else if (words_.any(DeskClass::kSuspensions, trigger)) entry.move = MeasureMove::kSuspended;
    else if (words_.any(DeskClass::kEasings, said)) entry.move = MeasureMove::kEased;
    else entry.move = MeasureMove::kLifted;
  }

  MeasureKind kind_of(const std::vector<RowWord>& said) const {
    if (words_.any(DeskClass::kTariffs, said)) return MeasureKind::kTariffs;
    if (words_.any(DeskClass::kAssetFreeze, said)) return MeasureKind::kAssetFreeze;
    if (words_.any(DeskClass::kTravelBan, said)) return MeasureKind::kTravelBan;
    if (words_.any(DeskClass::kArmsEmbargo, said)) return MeasureKind::kArmsEmbargo;
    if (words_.any(DeskClass::kTrade, said)) return MeasureKind::kTrade;
    return MeasureKind::kSanctions;
  }

  // Words that begin with a capital and name no state: "Litio", "Andino".
  std::vector<std::string> names_in(const std::vector<RowWord>& words) const {
    std::vector<std::string> names;
    for (const RowWord& word : words) {
      if (word.is_capital && !is_state_word(states_, word.lower)) names.push_back(word.lower);
    }
    return names;
  }

  void add_targets(const Claim& claim, const std::vector<RowWord>& said,
                   MeasureEntry& entry) const {
    for (const ClaimParty& each : claim.recipients) {
      MeasureTarget target{each.party.name, each.party.id, each.party.country, false, {}};
      const std::vector<RowWord> name = split_row_words(each.party.name);
      target.names = names_in(name);
      target.is_state = is_state(each.party, name, target.names);
      if (target.is_state && has_side(entry.authorities, side_of(each.party).key)) continue;
      // "would not lift the sanctions unless Chad withdraws": Chad is no target.
      if (is_in_condition(claim, each.words)) continue;
      if (!target.is_state) {
        if (target.names.empty() && claim.recipients.size() == 1) {
          std::vector<RowWord> rest = without_date(said, claim);
          if (!rest.empty()) rest.erase(rest.begin());
          target.names = names_in(rest);
          if (!target.names.empty()) target.name = joined_names(rest, target.names);
        }
      }
      entry.targets.push_back(std::move(target));
    }
  }

  // "Russia", but neither "Bolivian mining chief" nor "Oscar Mamani", whatever country they are of.
  static bool is_state(const Party& party, const std::vector<RowWord>& name,
                       const std::vector<std::string>& names) {
    return party.id.starts_with("country:") ||
           (side_of(party).is_state && names.empty() &&
            std::all_of(name.begin(), name.end(), [](const RowWord& word) { return word.is_capital; }));
  }

  static bool is_in_condition(const Claim& claim, const ClaimQuote& words) {
    return std::any_of(claim.conditions.begin(), claim.conditions.end(), [&](const auto& each) {
      return each.words.start <= words.start && words.end <= each.words.end;
    });
  }

  static std::vector<RowWord> without_date(std::vector<RowWord> said, const Claim& claim) {
    if (!claim.date) return said;
    const std::vector<RowWord> date = split_row_words(claim.date->text);
    std::erase_if(said, [&](const RowWord& word) {
      return std::any_of(date.begin(), date.end(),
                         [&](const RowWord& each) { return each.lower == word.lower; });
    });
    return said;
  }

  // The names as they stand in the text.
  static std::string joined_names(const std::vector<RowWord>& words,
                                  const std::vector<std::string>& names) {
    std::string text;
    for (const RowWord& word : words) {
      if (!word.is_capital || std::find(names.begin(), names.end(), word.lower) == names.end()) {
        continue;
      }
      if (!text.empty()) text += ' ';
      text += static_cast<char>(word.lower[0] >= 'a' && word.lower[0] <= 'z' ? word.lower[0] - 32
                                                                              : word.lower[0]);
      text += word.lower.substr(1);
    }
    return text;
  }

  const std::vector<const Claim*>& claims_;
  const DeskWords& words_;
  const std::vector<std::string>& states_;
};

}  // namespace

std::vector<MeasureEntry> measure_entries_of(const std::vector<const Claim*>& claims,
                                             const DeskWords& words,
                                             const std::vector<std::string>& states) {
  return ArticleMeasures(claims, words, states).all();
}

}  // namespace verbale
