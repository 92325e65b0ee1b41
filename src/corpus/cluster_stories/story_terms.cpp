// SPDX-License-Identifier: Apache-2.0
#include "corpus/cluster_stories/story_terms.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "core/utf8.h"
#include "core/words.h"

namespace verbale {
namespace {

constexpr std::size_t kTermsMax = 96;
constexpr double kTitleWeight = 3;
// News tells first what is new: a word so far down weighs half.
constexpr double kHalfWeightAt = 100;
constexpr std::size_t kBodyWordsMax = 400;
// Names tell stories apart better than other words do.
constexpr double kNameFactor = 2;
constexpr double kNameShare = 0.8;
constexpr double kClaimWeight = 1;
// An article has about so many sentences; no word is rarer than one in so many articles.
constexpr double kSentencesOfArticle = 20;
constexpr double kRarest = 1.0 / 5000;
// What is known of words in general counts like so many articles seen.
constexpr double kArticlesKnown = 400;
// Weights are kept in these steps, so that what was packed is what was computed.
constexpr double kWeightSteps = 256;
constexpr std::uint32_t kNameBit = 1u << 15;

struct Use {
  double weight = 0;
  std::size_t inside = 0;  // Within sentences, where a capital letter tells a name.
  std::size_t capital = 0;
};

float stepped(double weight) {
  return static_cast<float>(std::round(weight * kWeightSteps) / kWeightSteps);
}

// "assault RUS>UKR": what the article says was done, whatever the words.
std::string key_of(const Claim& claim) {
  std::set<std::string> sides[2];
  for (const ClaimParty& party : claim.actors) sides[0].insert(party.party.country);
  for (const ClaimParty& party : claim.recipients) sides[1].insert(party.party.country);
  if (sides[0].empty() || sides[1].empty()) return {};
  std::string key = "claim " + std::string(name_of(claim.act));
  for (const auto& side : sides) {
    key += '>';
    for (const std::string& country : side) (key += country) += ' ';
  }
  return key;
}

std::unordered_map<std::string, Use> uses_of(std::string_view title, std::string_view body) {
  std::unordered_map<std::string, Use> uses;
  for (const std::string& word : words_of(title)) uses[word].weight += kTitleWeight;
  std::size_t at = 0;
  for (const CasedWord& cased : cased_words_of(body)) {
    if (at == kBodyWordsMax) break;
    Use& use = uses[cased.word];
    use.weight += 1 / (1 + static_cast<double>(at) / kHalfWeightAt);
    if (!cased.is_first) {
      ++use.inside;
      use.capital += cased.is_capital;
    }
    ++at;
  }
  return uses;
}

}  // namespace

double term_worth(std::uint32_t key, double holders, double articles, const WordSentences& common) {
  const auto found = common.counts.find(key);
  double known = kRarest;
  if (found != common.counts.end() && common.sentences > 0) {
    const double share = static_cast<double>(found->second) / static_cast<double>(common.sentences);
    known = std::max(kRarest, 1 - std::pow(1 - share, kSentencesOfArticle));
  }
  return std::max(0.0, -std::log((holders + kArticlesKnown * known) / (articles + kArticlesKnown)));
}

std::vector<StoryTerm> story_terms(std::string_view title, std::string_view body,
                                   const std::vector<const Claim*>& claims,
                                   const WordSentences& common) {
  std::unordered_map<std::uint32_t, StoryTerm> found;
  for (const auto& [word, use] : uses_of(title, body)) {
    if (word.size() < 2) continue;
    const bool is_name = use.inside > 0 && static_cast<double>(use.capital) >=
                                               kNameShare * static_cast<double>(use.inside);
    const double weight = use.weight * (is_name ? kNameFactor : 1);
    const std::uint32_t key = word_key(word);
    found[key] = {key, stepped(weight > 1 ? 1 + std::log(weight) : weight), is_name};
  }
  for (const Claim* claim : claims) {
    const std::string words = claim->background ? std::string() : key_of(*claim);
    const std::uint32_t key = word_key(words);
    if (!words.empty()) found[key] = {key, stepped(kClaimWeight), false};
  }
  std::vector<StoryTerm> terms;
  for (const auto& [key, term] : found) terms.push_back(term);
  const auto value = [&](const StoryTerm& term) {
    return term.weight * term_worth(term.key, 0, 0, common);
  };
  std::sort(terms.begin(), terms.end(), [&](const StoryTerm& a, const StoryTerm& b) {
    const double first = value(a), second = value(b);
    return first != second ? first > second : a.key < b.key;
  });
  if (terms.size() > kTermsMax) terms.resize(kTermsMax);
  std::sort(terms.begin(), terms.end(),
            [](const StoryTerm& a, const StoryTerm& b) { return a.key < b.key; });
  return terms;
}

std::string pack_terms(const std::vector<StoryTerm>& terms) {
  std::string bytes;
  for (const StoryTerm& term : terms) {
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(term.key >> (8 * i));
    auto steps = static_cast<std::uint32_t>(std::min(term.weight * kWeightSteps, kNameBit - 1.0));
    if (term.is_name) steps |= kNameBit;
    for (int i = 0; i < 2; ++i) bytes += static_cast<char>(steps >> (8 * i));
  }
  return bytes;
}

std::vector<StoryTerm> unpack_terms(std::string_view bytes) {
  constexpr std::size_t kBytes = 6;
  std::vector<StoryTerm> terms;
  if (bytes.size() % kBytes != 0) return terms;
  const auto byte_at = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
  };
  for (std::size_t at = 0; at < bytes.size(); at += kBytes) {
    StoryTerm term;
    for (std::size_t i = 0; i < 4; ++i) term.key |= byte_at(at + i) << (8 * i);
    const std::uint32_t steps = byte_at(at + 4) | byte_at(at + 5) << 8;
    term.weight = static_cast<float>((steps & (kNameBit - 1)) / kWeightSteps);
    term.is_name = (steps & kNameBit) != 0;
    terms.push_back(term);
  }
  return terms;
}

}  // namespace verbale
