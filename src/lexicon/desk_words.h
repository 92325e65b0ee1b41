// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace verbale {

class DataFiles;

// The classes of data/en/desk.rec.
enum class DeskClass : std::uint8_t {
  kSmall, kPhraseEnds, kOffers, kPromises, kAskNouns, kOfferNouns, kDealNouns, kWithdrawals,
  kDeadlines, kMeasures, kAssetFreeze, kTravelBan, kArmsEmbargo, kTariffs, kTrade, kWaivers,
  kTemporary, kSuspensions, kExtensions, kEasings, kJoins, kInfinitiveMarks,
};
inline constexpr std::size_t kDeskClassCount = 22;

// A word of a row's text.
struct RowWord {
  std::string lower;
  std::size_t begin = 0, end = 0;  // Bytes.
  bool is_capital = false;
};

// The words of a text; digits count as letters, marks inside a word stay: "U.S.", "short-term".
std::vector<RowWord> split_row_words(std::string_view text);

// True when they are forms of one word as far as their letters show: "withdraw" and "withdrawal",
// "lift" and "lifting".
bool are_alike(std::string_view one, std::string_view other);

// Words by which the desk reads the wording of rows. Read-only after loading.
class DeskWords {
 public:
  bool holds(DeskClass which, std::string_view lower_word) const;
  bool any(DeskClass which, const std::vector<RowWord>& words) const;

  // How far the phrase that starts at byte `begin` of a sentence goes: to the end of its clause as
  // marks and the words of kPhraseEnds show it. A name set off by commas belongs to it.
  std::size_t phrase_end(std::string_view sentence, std::size_t begin) const;

 private:
  friend DeskWords load_desk_words(DataFiles& files);
  struct List {
    std::unordered_set<std::string> words;
    std::vector<std::string> beginnings;
  };
  std::array<List, kDeskClassCount> lists_;
};

DeskWords load_desk_words(DataFiles& files);

}  // namespace verbale
