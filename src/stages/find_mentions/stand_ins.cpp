// SPDX-License-Identifier: Apache-2.0
#include "stages/find_mentions/stand_ins.h"

#include <optional>

#include "core/utf8.h"

namespace verbale {
namespace {

class StandInFinder {
 public:
  StandInFinder(std::string_view text, const Tree& tree, const ActorLexicon& actors)
      : text_(text), tree_(tree), words_(actors.words) {}

  std::vector<Mention> find() const {
    std::vector<Mention> found;
    const auto count = static_cast<std::uint32_t>(tree_.syntax().tokens.size());
    for (std::uint32_t t = 0; t < count; ++t) {
      auto mention = pronoun(t);
      if (!mention) mention = sides(t);
      if (!mention) mention = age(t);
      if (mention) found.push_back(std::move(*mention));
    }
    return found;
  }

 private:
  std::string lower(std::uint32_t token) const {
    return lower_case(tree_.token(token).span.of(text_));
  }

  std::optional<Mention> pronoun(std::uint32_t t) const {
    const Token& token = tree_.token(t);
    if (token.upos != Upos::kPron || token.deprel == Deprel::kExpl) return std::nullopt;
    const std::string word = lower(t);
    Mention mention;
    if (words_.has(ActorWordSet::kSpeakerPronouns, word) && is_told(t)) {
      mention.kind = MentionKind::kGroup;
    } else if (words_.has(ActorWordSet::kMalePronouns, word) ||
        words_.has(ActorWordSet::kFemalePronouns, word)) {
      mention.kind = MentionKind::kPerson;
    } else if (words_.has(ActorWordSet::kPluralPronouns, word)) {
      mention.kind = MentionKind::kGroup;
    } else if (words_.has(ActorWordSet::kThingPronouns, word)) {
      mention.kind = MentionKind::kOrganisation;
    } else {
      return std::nullopt;
    }
    mention.tokens = {t, t + 1};
    mention.head = t;
    mention.is_pronoun = true;
    return mention;
  }

  // Somebody says the clause that the token stands in.
  bool is_told(std::uint32_t t) const {
    while (t != kNoToken && tree_.token(t).deprel != Deprel::kCcomp) t = tree_.token(t).head;
    return t != kNoToken;
  }

  // "both sides", "the two leaders", "neither side", "both", "the two".
  std::optional<Mention> sides(std::uint32_t t) const {
    const std::string word = lower(t);
    TokenSpan span{t, t + 1};
    if (words_.has(ActorWordSet::kSides, word)) {
      const std::uint32_t mark = side_mark(t);
      if (mark == kNoToken) return std::nullopt;
      span.begin = mark;
      if (tree_.token(mark).upos == Upos::kNum && !widen_to_definite(t, span)) return std::nullopt;
      // "the two Korean leaders" says itself who they are; "the two countries' armies" does not.
      for (std::uint32_t child : tree_.children(t)) {
        const Deprel relation = tree_.token(child).deprel;
        if (relation == Deprel::kCompound || relation == Deprel::kNmod) return std::nullopt;
        if (relation == Deprel::kAmod &&
            is_upper(decode_at(text_, tree_.token(child).span.begin).value)) {
          return std::nullopt;
        }
      }
    } else if (is_side_mark(t) && stands_alone(t)) {
      if (tree_.token(t).upos == Upos::kNum && !widen_to_definite(t, span)) return std::nullopt;
    } else {
      return std::nullopt;
    }
    Mention mention;
    mention.kind = MentionKind::kGroup;
    mention.tokens = span;
    mention.head = t;
    mention.is_pronoun = true;
    return mention;
  }

  bool is_side_mark(std::uint32_t token) const {
    return words_.has(ActorWordSet::kSideMarks, lower(token)) ||
           words_.has(ActorWordSet::kTrioMarks, lower(token));
  }

  // "both with power" is no noun phrase.
  bool is_unbroken(std::uint32_t first, std::uint32_t noun) const {
    for (std::uint32_t t = first + 1; t < noun; ++t) {
      const Upos upos = tree_.token(t).upos;
      if (upos == Upos::kAdp || upos == Upos::kVerb || upos == Upos::kPunct ||
          upos == Upos::kCconj) {
        return false;
      }
    }
    return true;
  }

  // "both" before the noun.
  std::uint32_t side_mark(std::uint32_t noun) const {
    for (std::uint32_t child : tree_.children(noun)) {
      if (child < noun && noun - child <= 4 && is_side_mark(child) && is_unbroken(child, noun)) {
        return child;
      }
    }
    return kNoToken;
  }

  // Takes in "the" or a possessive; without one "two officials" are any two.
  bool widen_to_definite(std::uint32_t noun, TokenSpan& span) const {
    const std::uint32_t definite =
        tree_.child(noun, {Deprel::kDet, Deprel::kNmodPoss, Deprel::kDetPredet});
    if (definite == kNoToken || definite > noun) return false;
    const std::string word = lower(definite);
    if (!words_.has(ActorWordSet::kDefinites, word) &&
        !words_.has(ActorWordSet::kPluralPronouns, word)) {
      return false;
    }
    span.begin = std::min(span.begin, definite);
    return true;
  }

  // "Both want an end to the war": a subject or object by itself.
  bool stands_alone(std::uint32_t t) const {
    const Token& token = tree_.token(t);
    if (token.deprel != Deprel::kNsubj && token.deprel != Deprel::kNsubjPass &&
        token.deprel != Deprel::kObj) {
      return false;
    }
    return token.upos != Upos::kCconj && !tree_.has_child(t, Deprel::kNmod);
  }

  // "the 54-year-old"
  std::optional<Mention> age(std::uint32_t t) const {
    // "54-year-old" as one token, or as "54", "-", "year", "-", "old".
    const std::string word = lower(t);
    const std::size_t hyphen = word.find('-');
    const bool one_token = hyphen != std::string::npos && is_digit(word.front()) &&
                           words_.has(ActorWordSet::kAgeWords, word.substr(hyphen + 1));
    const bool is_last = words_.has(ActorWordSet::kAgeWords, word) && t >= 4 &&
                         lower(t - 1) == "-" && words_.has(ActorWordSet::kAgeWords, lower(t - 2));
    if (!one_token && !is_last) return std::nullopt;
    const std::uint32_t first = one_token ? t : t - 4;
    if (first == 0 || !words_.has(ActorWordSet::kDefinites, lower(first - 1))) return std::nullopt;
    // Before a noun it is an adjective: "the 54-year-old banker".
    const Deprel relation = tree_.token(t).deprel;
    const bool modifies = relation == Deprel::kAmod || relation == Deprel::kCompound;
    const std::uint32_t after = t + 1;
    const bool ends_phrase =
        after < tree_.syntax().tokens.size() &&
        (tree_.token(after).upos == Upos::kVerb || tree_.token(after).upos == Upos::kAux);
    if (modifies && !ends_phrase) return std::nullopt;
    Mention mention;
    mention.tokens = {first - 1, t + 1};
    mention.head = t;
    mention.kind = MentionKind::kPerson;
    mention.is_pronoun = true;
    return mention;
  }

  std::string_view text_;
  const Tree& tree_;
  const ActorWords& words_;
};

}  // namespace

std::vector<Mention> find_stand_ins(std::string_view text, const Tree& tree,
                                    const ActorLexicon& actors) {
  return StandInFinder(text, tree, actors).find();
}

}  // namespace verbale
