// SPDX-License-Identifier: Apache-2.0
// The last part of PhraseReader: names that the data does not know, and gender.
#include <algorithm>

#include "core/utf8.h"
#include "lexicon/name_parts.h"
#include "stages/resolve_actors/reading.h"

namespace verbale {

// "Ndlovu's spokesman", "the Maseko Fund's chief", where the article itself told who that is.
void PhraseReader::read_unknown_owner(const Mention& mention, const std::vector<Item>& items,
                                      Reading& reading) const {
  if (reading.role == nullptr || reading.role->is_relation || !known_) return;
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    if (tokens_[t].upos != Upos::kPropn || mention.head == t) continue;
    const bool in_item = std::any_of(items.begin(), items.end(),
                                     [&](const Item& item) { return item.tokens.holds(t); });
    if (in_item || is_title(t) || tokens_[t].deprel == Deprel::kFlat) continue;
    // "Xiomarita" in "President Xiomarita Lempiral" is a part of her own name.
    const auto [first, last] = std::minmax(t, mention.head);
    const bool is_own = (t < mention.head || mention.kind == MentionKind::kPerson) &&
                        std::all_of(tokens_.begin() + first + (t < mention.head ? 0 : 1),
                                    tokens_.begin() + last + 1, [](const Token& each) {
                                      return each.upos == Upos::kPropn;
                                    });
    if (is_own) continue;
    std::uint32_t end = t + 1;
    while (end < mention.tokens.end && tokens_[end].deprel == Deprel::kFlat) ++end;
    if (t < mention.head && mention.head < end) continue;
    const ByteSpan bytes{tokens_[t].span.begin, tokens_[end - 1].span.end};
    reading.has_unknown_owner = true;
    if (const auto owner = known_(bytes.of(text_))) {
      reading.owners.push_back(*owner);
      return;
    }
  }
}

// "Western governments", "some 70 countries": officials or states of no one country.
void PhraseReader::read_many(const Mention& mention, Reading& reading) const {
  if (reading.role == nullptr || reading.actor != nullptr || !reading.is_plural) return;
  const bool is_state = reading.role->is_weak && reading.role->kind == RoleNounKind::kGroup;
  const bool is_office = reading.role->sector == "GOV";
  if (!is_state && !is_office) return;
  if (!names_many(mention, reading)) return;
  reading.is_of_many = true;
  reading.sector = reading.cameo = "GOV";
}

// A region before the noun, or of states a number; "Latin American" is not of America.
bool PhraseReader::names_many(const Mention& mention, Reading& reading) const {
  const bool is_office = reading.role->sector == "GOV";
  for (std::uint32_t t = mention.tokens.begin; t < mention.head; ++t) {
    const std::string pair = t + 1 < mention.head ? lower(t) + " " + lower(t + 1) : std::string();
    const bool is_pair = actors_.words.has(ActorWordSet::kRegions, pair);
    if (!is_pair && !actors_.words.has(ActorWordSet::kRegions, lower(t))) continue;
    std::erase_if(reading.owners, [&](const Owner& owner) {
      return is_pair && owner.tokens.holds(t + 1);
    });
    return reading.owners.empty();
  }
  const bool is_definite =
      actors_.words.has(ActorWordSet::kDefinites, lower(mention.tokens.begin));
  if (is_office || is_definite || !reading.owners.empty()) return false;
  for (std::uint32_t t = mention.tokens.begin; t < mention.head; ++t) {
    if (tokens_[t].upos == Upos::kNum && !actors_.words.has(ActorWordSet::kSideMarks, lower(t))) {
      return true;
    }
  }
  return false;
}

// The words of a name that the data does not know: the proper nouns around the head that are no
// title.
void PhraseReader::read_name_words(const Mention& mention, const std::vector<Item>& items,
                                   Reading& reading) const {
  const auto is_name_word = [&](std::uint32_t t) {
    // Taggers take "DRA" for a noun.
    const bool is_acronym = word(t).size() > 1 &&
                            std::all_of(word(t).begin(), word(t).end(), is_ascii_upper);
    if ((tokens_[t].upos != Upos::kPropn && !is_acronym) || is_title(t)) return false;
    return std::none_of(items.begin(), items.end(), [&](const Item& item) {
      const bool is_own = item.place != Place::kCore || mention.kind == MentionKind::kPerson;
      return item.tokens.holds(t) && (mention.kind == MentionKind::kPerson ? is_own : false);
    });
  };
  const auto is_joint = [&](std::uint32_t t) {
    return word(t) == "-" || actors_.words.has(ActorWordSet::kNameParticles, word(t));
  };
  std::uint32_t begin = mention.head, end = mention.head;
  if (!is_name_word(mention.head)) {
    // The office is the head: the name is what follows it.
    if (mention.kind != MentionKind::kPerson) return;
    if (mention.head + 1 < mention.tokens.end && is_name_word(mention.head + 1)) {
      begin = end = mention.head + 1;
      while (end < mention.tokens.end && (is_name_word(end) || is_joint(end))) ++end;
      while (end > begin && is_joint(end - 1)) --end;
      const ByteSpan bytes{tokens_[begin].span.begin, tokens_[end - 1].span.end};
      reading.name = bytes.of(text_);
      return;
    }
    begin = mention.tokens.end;
    while (begin > mention.tokens.begin &&
           (is_name_word(begin - 1) || (begin < mention.tokens.end && is_joint(begin - 1)))) {
      --begin;
    }
    while (begin < mention.tokens.end && is_joint(begin)) ++begin;
    end = mention.tokens.end;
    if (begin <= mention.head) return;
    for (std::uint32_t t = mention.head; t < begin; ++t) {
      if (tokens_[t].upos == Upos::kAdp || tokens_[t].deprel == Deprel::kCase) return;
    }
  } else {
    end = mention.head + 1;
    while (end < mention.tokens.end &&
           (is_name_word(end) ||
            (is_joint(end) && end + 1 < mention.tokens.end && is_name_word(end + 1)))) {
      ++end;
    }
    while (begin > mention.tokens.begin &&
           (is_name_word(begin - 1) ||
            (is_joint(begin - 1) && begin - 1 > mention.tokens.begin && is_name_word(begin - 2)))) {
      --begin;
    }
  }
  if (begin >= end) return;
  const ByteSpan bytes{tokens_[begin].span.begin, tokens_[end - 1].span.end};
  reading.name = bytes.of(text_);
}

void PhraseReader::read_gender(const Mention& mention, Reading& reading) const {
  if (mention.kind != MentionKind::kPerson) return;
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    std::string title = lower(t);
    while (title.ends_with('.')) title.pop_back();
    if (tokens_[t].upos != Upos::kPropn) continue;
    if (actors_.words.has(ActorWordSet::kMaleTitles, title)) reading.gender = Gender::kMale;
    if (actors_.words.has(ActorWordSet::kFemaleTitles, title)) reading.gender = Gender::kFemale;
  }
  if (reading.gender != Gender::kUnknown) return;
  const std::string name =
      reading.actor != nullptr ? std::string(reading.actor->name) : reading.name;
  const std::size_t space = name.find(' ');
  // "Gloria" alone is a given name; a known person's one name need not be.
  if (space == std::string::npos && reading.actor != nullptr) return;
  reading.gender = actors_.words.gender_of(lower_case(fold_name(name.substr(0, space))));
}

}  // namespace verbale
