// SPDX-License-Identifier: Apache-2.0
#include "corpus/keep_ledger/item_object.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

bool is_number(const std::string& word) { return !word.empty() && is_digit(word[0]); }

bool is_known(const std::vector<std::string>& list, const std::string& word) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& each) { return are_alike(each, word); });
}

// Without the words that embed the object and small words before it: "pushed for a ceasefire".
std::size_t skip_embedding_words(const std::string& sentence, std::size_t begin,
                                 const DeskWords& words) {
  const std::vector<RowWord> all = split_row_words(std::string_view(sentence).substr(begin));
  std::size_t i = 1;
  while (i < all.size() && words.holds(DeskClass::kSmall, all[i].lower) && !all[i].is_capital) ++i;
  return i < all.size() ? begin + all[i].begin : begin;
}

std::size_t byte_in_sentence(const Claim& claim, std::size_t point) {
  const std::size_t from = claim.sentence.start;
  return slice_points(claim.sentence.text, 0, point > from ? point - from : 0).size();
}

// Where the next claim of the sentence begins, or the phrase ends by itself.
std::size_t end_of(const Claim& told, std::size_t begin, const std::vector<const Claim*>& article,
                   const DeskWords& words) {
  const std::string& sentence = told.sentence.text;
  std::size_t end = std::max(words.phrase_end(sentence, begin), begin);
  for (const Claim* other : article) {
    if (other->sentence.start != told.sentence.start || other->trigger.start < told.trigger.end) {
      continue;
    }
    const std::size_t at = byte_in_sentence(*other, other->trigger.start);
    if (at > begin) end = std::min(end, at);
  }
  // Small words at its end belong to what was cut off: "… and to".
  const std::vector<RowWord> all =
      split_row_words(std::string_view(sentence).substr(begin, end - begin));
  std::size_t last = all.size();
  while (last > 1 && !all[last - 1].is_capital &&
         (words.holds(DeskClass::kSmall, all[last - 1].lower) ||
          words.holds(DeskClass::kPhraseEnds, all[last - 1].lower)) &&
         begin + all[last - 1].begin >= byte_in_sentence(told, told.trigger.end)) {
    --last;
  }
  return all.empty() ? end : begin + all[last - 1].end;
}

bool is_for_a_time(const Claim& told, std::size_t begin, const std::string& object,
                   const DeskWords& words) {
  constexpr std::size_t kBefore = 16;  // Bytes: "temporarily" stands there.
  const std::string before =
      told.sentence.text.substr(begin > kBefore ? begin - kBefore : 0, std::min(begin, kBefore));
  if (words.any(DeskClass::kTemporary, split_row_words(before))) return true;
  const std::vector<RowWord> said = split_row_words(object);
  for (const DeskClass each : {DeskClass::kTemporary, DeskClass::kWaivers, DeskClass::kEasings,
                               DeskClass::kSuspensions, DeskClass::kExtensions}) {
    if (words.any(each, said)) return true;
  }
  return false;
}

}  // namespace

ItemObject object_of(const Claim& claim, const Claim* content, bool own_act,
                     const std::vector<const Claim*>& article, const WordingKnowledge& known) {
  const DeskWords& words = known.words;
  const Claim& told = content != nullptr ? *content : claim;
  ItemObject object;
  object.claim = told.id;
  object.has_act = content != nullptr || own_act;
  if (object.has_act) {
    object.act = told.act;
    object.mode = told.mode;
  }
  const std::string& sentence = told.sentence.text;
  std::size_t begin = byte_in_sentence(told, told.trigger.start);
  if (!object.has_act) begin = skip_embedding_words(sentence, begin, words);
  object.words = sentence.substr(begin, end_of(told, begin, article, words) - begin);
  object.is_partial = object.has_act && is_for_a_time(told, begin, object.words, words);
  bool is_first = true;
  for (const RowWord& word : split_row_words(object.words)) {
    const bool is_act = is_first && object.has_act;
    is_first = false;
    if (!is_act && (words.holds(DeskClass::kSmall, word.lower) || is_number(word.lower) ||
                    (word.is_capital && is_state_word(known.states, word.lower)))) {
      continue;
    }
    object.signature.push_back(word.lower);
    if (word.is_capital && !is_act) object.names.push_back(word.lower);
  }
  return object;
}

double likeness(const ItemObject& one, const ItemObject& other) {
  const auto shared = [](const std::vector<std::string>& a, const std::vector<std::string>& b,
                         std::size_t skip_a, std::size_t skip_b) {
    const std::vector<std::string> rest(b.begin() + static_cast<std::ptrdiff_t>(skip_b), b.end());
    return std::count_if(a.begin() + static_cast<std::ptrdiff_t>(skip_a), a.end(),
                         [&](const std::string& word) { return is_known(rest, word); });
  };
  if (!one.names.empty() && !other.names.empty() &&
      shared(one.names, other.signature, 0, 0) == 0 && shared(other.names, one.signature, 0, 0) == 0) {
    return 0;
  }
  const bool same_act = one.has_act && other.has_act && one.act == other.act &&
                        (one.mode == other.mode || one.mode.empty() || other.mode.empty());
  // The words of the act itself tell nothing more where they agree.
  const bool same_word = same_act && !one.signature.empty() && !other.signature.empty() &&
                         are_alike(one.signature[0], other.signature[0]);
  const std::size_t skip_one = same_word || (same_act && one.signature.size() == 1) ? 1 : 0;
  const std::size_t skip_other = same_word || (same_act && other.signature.size() == 1) ? 1 : 0;
  const std::size_t rest_one = one.signature.size() - skip_one;
  const std::size_t rest_other = other.signature.size() - skip_other;
  const std::size_t smaller = std::min(rest_one, rest_other);
  constexpr double kBarely = 0.5, kWordsAlone = 0.5;
  if (same_act && smaller == 0) return kBarely;
  if (smaller == 0) return 0;
  const auto count = shared(one.signature, other.signature, skip_one, skip_other);
  const double share = static_cast<double>(count) / static_cast<double>(smaller);
  if (same_act) return share >= kBarely ? share : 0;
  // Without a common act two telling words at least must agree.
  return count >= 2 && share > kWordsAlone ? share : 0;
}

bool is_new_wording(const ItemObject& known, const ItemObject& other) {
  return known.signature != other.signature || known.has_act != other.has_act ||
         known.mode != other.mode;
}

}  // namespace verbale
