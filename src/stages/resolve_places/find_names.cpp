// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_places/find_names.h"

#include <algorithm>

#include "core/utf8.h"
#include "grammar/dateline.h"

namespace verbale {
namespace {

constexpr std::uint32_t kNameTokensMax = 7;

// What the tokens of a document are to names, found once.
enum class TokenShape : std::uint8_t { kOther, kLower, kCapital, kPossessive, kSign };

class NameFinder {
 public:
  NameFinder(const References& references, const Article& article, const Syntax& syntax,
             const Places& places)
      : references_(references),
        article_(article),
        syntax_(syntax),
        places_(places),
        dateline_(find_dateline(article)) {}

  std::vector<FoundName> find() {
    mark_mentions();
    for (std::size_t i = 0; i < syntax_.sentences.size(); ++i) find_in_sentence(i);
    return std::move(found_);
  }

 private:
  std::string_view text_of(std::uint32_t token) const {
    return syntax_.tokens[token].span.of(article_.text);
  }

  std::string_view text_of(TokenSpan tokens) const {
    return std::string_view(article_.text)
        .substr(syntax_.tokens[tokens.begin].span.begin,
                syntax_.tokens[tokens.end - 1].span.end - syntax_.tokens[tokens.begin].span.begin);
  }

  TokenShape shape_of(std::uint32_t token) const {
    const std::string_view text = text_of(token);
    if (text == "'s" || text == "’s" || text == "'" || text == "’") return TokenShape::kPossessive;
    const CodePoint first = decode_at(text, 0);
    if (is_upper(first.value)) return TokenShape::kCapital;
    if (is_letter(first.value)) return TokenShape::kLower;
    return is_digit(text[0]) ? TokenShape::kOther : TokenShape::kSign;
  }

  // For every token: the innermost named mention that covers it.
  void mark_mentions() {
    owner_.assign(syntax_.tokens.size(), FoundName::kNoMention);
    for (std::size_t i = 0; i < references_.mentions.size(); ++i) {
      const Mention& mention = references_.mentions[i];
      if (mention.kind == MentionKind::kDate || mention.is_pronoun) continue;
      for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) owner_[t] = i;
    }
  }

  void find_in_sentence(std::size_t number) {
    const Sentence& sentence = syntax_.sentences[number];
    is_title_ = looks_like_title(sentence);
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end;) {
      const std::size_t owner = owner_[at];
      if (owner != FoundName::kNoMention && is_place_mention(owner) &&
          references_.mentions[owner].tokens.begin == at) {
        at = add_marked(owner, number);
        continue;
      }
      const std::uint32_t end =
          shape_of(at) == TokenShape::kCapital ? longest_name(at, sentence) : at;
      if (end == at) {
        ++at;
        continue;
      }
      add_name({at, end}, number, sentence);
      at = end;
    }
  }

  bool is_place_mention(std::size_t i) const {
    return references_.mentions[i].kind == MentionKind::kPlace;
  }

  // Most words begin with a capital: they tell nothing of names there.
  bool looks_like_title(const Sentence& sentence) const {
    std::uint32_t capitals = 0, words = 0;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const TokenShape shape = shape_of(t);
      const bool is_long = text_of(t).size() > 3;
      capitals += shape == TokenShape::kCapital && is_long;
      words += (shape == TokenShape::kCapital || shape == TokenShape::kLower) && is_long;
    }
    return words >= 3 && capitals * 10 >= words * 8;
  }

  std::uint32_t add_marked(std::size_t owner, std::size_t sentence) {
    const Mention& mention = references_.mentions[owner];
    FoundName name;
    name.mention = owner;
    name.sentence = sentence;
    name.tokens = mention.tokens;
    name.folded = fold_place_name(text_of(name.tokens));
    name.meanings = places_.find(name.folded);
    std::uint32_t end = mention.tokens.end;
    if (name.meanings.empty()) end = read_parts(name, syntax_.sentences[sentence]);
    name.is_dateline = in_dateline(name.tokens);
    name.has_place_sign = true;
    name.is_part_of_name = mention.tokens.end < syntax_.tokens.size() &&
                           places_.named_nouns.contains(lower_case(text_of(mention.tokens.end)));
    found_.push_back(std::move(name));
    return end;
  }

  // A marked phrase that is no name as it stands: "Homs, Syria", "northern Homs province", "the
  // Sea" of "the Sea of Japan". Answers where to read on.
  std::uint32_t read_parts(FoundName& name, const Sentence& sentence) {
    std::uint32_t end = name.tokens.end;
    for (std::uint32_t t = name.tokens.begin + 1; t < name.tokens.end; ++t) {
      if (text_of(t) != ",") continue;
      end = name.tokens.end = t;
      name.folded = fold_place_name(text_of(name.tokens));
      name.meanings = places_.find(name.folded);
      if (!name.meanings.empty()) return end;
    }
    std::uint32_t first = name.tokens.begin;
    while (first < end && shape_of(first) != TokenShape::kCapital) ++first;
    const std::uint32_t longest = first < end ? longest_name(first, sentence) : first;
    if (longest > end) {
      name.tokens = {first, longest};
      name.folded = fold_place_name(text_of(name.tokens));
      name.meanings = places_.find(name.folded);
      return longest;
    }
    shorten(name);
    return end;
  }

  // "northern Homs province", "the Gaza Strip": the known name within the phrase.
  void shorten(FoundName& name) {
    const TokenSpan all = name.tokens;
    for (std::uint32_t begin = all.begin; begin < all.end; ++begin) {
      if (shape_of(begin) != TokenShape::kCapital) {
        continue;
      }
      for (std::uint32_t end = all.end; end > begin; --end) {
        if (!changes_nothing({end, all.end})) break;
        const std::string folded = fold_place_name(text_of({begin, end}));
        const auto meanings = places_.find(folded);
        if (meanings.empty()) continue;
        name.tokens = {begin, end};
        name.folded = folded;
        name.meanings = meanings;
        return;
      }
      if (!changes_nothing({begin, begin + 1})) return;
    }
  }

  // Words beside a name that make no other place of it: "northern", "the", "province".
  bool changes_nothing(TokenSpan tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string word = lower_case(text_of(t));
      if (shape_of(t) != TokenShape::kCapital && !places_.place_nouns.contains(word)) continue;
      if (!places_.part_words.contains(word) && !places_.same_nouns.contains(word) &&
          word != "the") {
        return false;
      }
    }
    return true;
  }

  // The end of the longest name of the gazetteer that starts here; `at` for none.
  std::uint32_t longest_name(std::uint32_t at, const Sentence& sentence) const {
    std::uint32_t best = at;
    const std::uint32_t end_max = std::min(sentence.tokens.end, at + kNameTokensMax);
    for (std::uint32_t end = at + 1; end <= end_max; ++end) {
      const TokenShape shape = shape_of(end - 1);
      if (shape == TokenShape::kPossessive) {  // "People's Republic of …"
        if (!places_.continues(as_beginning(text_of({at, end})))) break;
        continue;
      }
      if (shape == TokenShape::kSign && text_of(end - 1) != "-" && text_of(end - 1) != "." &&
          text_of(end - 1) != ",") {
        break;
      }
      if (shape == TokenShape::kSign) continue;
      const std::string folded = fold_place_name(text_of({at, end}));
      if (folded.empty()) break;
      if (shape == TokenShape::kCapital && !places_.find(folded).empty()) best = end;
      const bool is_possessor = end < end_max && shape_of(end) == TokenShape::kPossessive;
      if (!is_possessor && !places_.continues(as_beginning(text_of({at, end})))) break;
    }
    return best;
  }

  // Folded as what further words follow: "St." is "saint" there.
  static std::string as_beginning(std::string_view text) {
    constexpr std::string_view kWord = " x";
    std::string folded = fold_place_name(std::string(text) + std::string(kWord));
    folded.resize(folded.size() - kWord.size());
    return folded;
  }

  bool in_dateline(TokenSpan tokens) const {
    return dateline_ && dateline_->holds(syntax_.tokens[tokens.begin].span);
  }

  void add_name(TokenSpan tokens, std::size_t number, const Sentence& sentence) {
    FoundName name;
    name.tokens = tokens;
    name.sentence = number;
    name.folded = fold_place_name(text_of(tokens));
    name.meanings = places_.find(name.folded);
    name.is_dateline = in_dateline(tokens);
    if (crosses_mention(tokens) || is_word_like(name) || is_within_name(tokens) ||
        places_.never.contains(name.folded))
      return;
    const std::size_t owner = owner_[tokens.begin];
    if (owner != FoundName::kNoMention && references_.mentions[owner].tokens == tokens) {
      name.mention = owner;
    }
    name.is_part_of_name =
        !name.is_dateline && (has_capital_beside(tokens, sentence) || names_else(tokens, sentence));
    name.follows_name = !name.is_dateline && follows_capital(tokens, sentence);
    name.has_place_sign = name.is_dateline || has_sign_before(tokens, sentence) ||
                          has_division_after(tokens, sentence);
    found_.push_back(std::move(name));
  }

  bool crosses_mention(TokenSpan tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (owner_[t] == FoundName::kNoMention) continue;
      const TokenSpan other = references_.mentions[owner_[t]].tokens;
      if (!other.holds(tokens) && !tokens.holds(other)) return true;
    }
    return false;
  }

  // Short forms count in capitals only: "CAR" is no "Car".
  bool is_word_like(const FoundName& name) const {
    constexpr std::size_t kShort = 3;
    if (name.folded.size() > kShort || name.meanings.empty()) return false;
    if (places_.entry(name.meanings.front().entry).kind != PlaceKind::kCountry) return false;
    const std::string_view text = text_of(name.tokens);
    return std::any_of(text.begin(), text.end(), is_ascii_lower);
  }

  // Part of the name of a person or organisation: "the University of Texas". In "sources in Paris"
  // the place stands after a preposition, and what it hangs on is no name.
  bool is_within_name(TokenSpan tokens) const {
    const std::size_t owner = owner_[tokens.begin];
    if (owner == FoundName::kNoMention) return false;
    const Mention& mention = references_.mentions[owner];
    if (mention.tokens == tokens || !mention.tokens.holds(tokens)) return false;
    if (tokens.begin == mention.tokens.begin) return true;
    if (!places_.place_signs.contains(lower_case(text_of(tokens.begin - 1)))) return true;
    if (text_of(tokens.begin - 1) == "of") return true;
    for (std::uint32_t t = mention.tokens.begin; t + 1 < tokens.begin; ++t) {
      if (shape_of(t) == TokenShape::kCapital) return true;
    }
    return false;
  }

  // A capital right before it that does not just open the sentence.
  bool follows_capital(TokenSpan tokens, const Sentence& sentence) const {
    if (is_title_ || tokens.begin == sentence.tokens.begin) return false;
    const std::uint32_t before = tokens.begin - 1;
    if (shape_of(before) != TokenShape::kCapital || stands_beside_places(before)) return false;
    return before > sentence.tokens.begin || syntax_.tokens[before].upos == Upos::kPropn;
  }

  bool has_capital_beside(TokenSpan tokens, const Sentence& sentence) const {
    if (is_title_) return false;
    if (follows_capital(tokens, sentence)) return true;
    if (tokens.end >= sentence.tokens.end) return false;
    const TokenShape after = shape_of(tokens.end);
    return after == TokenShape::kCapital && !stands_beside_places(tokens.end);
  }

  // "the Marburg virus", "the University of Texas"
  bool names_else(TokenSpan tokens, const Sentence& sentence) const {
    if (tokens.end < sentence.tokens.end &&
        places_.named_nouns.contains(lower_case(text_of(tokens.end)))) {
      return true;
    }
    if (tokens.begin < sentence.tokens.begin + 2) return false;
    std::uint32_t of = tokens.begin - 1;
    if (of > sentence.tokens.begin + 1 && shape_of(of) == TokenShape::kCapital) --of;  // "Southern"
    return text_of(of) == "of" && shape_of(of - 1) == TokenShape::kCapital &&
           places_.owner_nouns.contains(lower_case(text_of(of - 1)));
  }

  // Words that may stand beside a place with a capital and change nothing: "Northern", "Province",
  // "In", "Syrian".
  bool stands_beside_places(std::uint32_t token) const {
    const std::string word = lower_case(text_of(token));
    return places_.part_words.contains(word) || places_.place_nouns.contains(word) ||
           places_.place_signs.contains(word) || !places_.country_of_adjective(word).empty();
  }

  bool has_sign_before(TokenSpan tokens, const Sentence& sentence) const {
    constexpr std::uint32_t kBack = 3;
    std::uint32_t at = tokens.begin;
    for (std::uint32_t i = 0; i < kBack && at > sentence.tokens.begin; ++i) {
      const std::string word = lower_case(text_of(--at));
      if (places_.place_signs.contains(word))
        return word != "of" || i > 0 || is_kind_before(at, sentence);
      const bool is_step = places_.part_words.contains(word) ||
                           places_.place_nouns.contains(word) || word == "the" || word == "-" ||
                           !places_.country_of_adjective(word).empty();
      if (places_.place_nouns.contains(word)) return true;
      if (!is_step) return false;
    }
    return false;
  }

  // "the city of": `of` stands at this token.
  bool is_kind_before(std::uint32_t of, const Sentence& sentence) const {
    return of > sentence.tokens.begin && places_.place_nouns.contains(lower_case(text_of(of - 1)));
  }

  // "Homs, Syria", "Alexandria, Va."
  bool has_division_after(TokenSpan tokens, const Sentence& sentence) const {
    if (tokens.end + 1 >= sentence.tokens.end || text_of(tokens.end) != ",") return false;
    if (division_at(tokens.end + 1, article_, syntax_, places_) != nullptr) return true;
    if (shape_of(tokens.end + 1) != TokenShape::kCapital) return false;
    const std::uint32_t end = longest_name(tokens.end + 1, sentence);
    if (end == tokens.end + 1) return false;
    const auto meanings = places_.find(fold_place_name(text_of({tokens.end + 1, end})));
    return !meanings.empty() && places_.entry(meanings.front().entry).kind != PlaceKind::kCity;
  }

  const References& references_;
  const Article& article_;
  const Syntax& syntax_;
  const Places& places_;
  std::optional<ByteSpan> dateline_;
  std::vector<std::size_t> owner_;
  std::vector<FoundName> found_;
  bool is_title_ = false;
};

}  // namespace

const DivisionForm* division_at(std::uint32_t token, const Article& article, const Syntax& syntax,
                                const Places& places) {
  const std::string_view text = article.text;
  const ByteSpan span = syntax.tokens[token].span;
  auto found = places.divisions.find(span.of(text));
  // "Va" and "." as two tokens.
  if (found == places.divisions.end() && span.end < text.size() && text[span.end] == '.') {
    found = places.divisions.find(text.substr(span.begin, span.end - span.begin + 1));
  }
  return found == places.divisions.end() ? nullptr : &found->second;
}

std::vector<FoundName> find_names(const References& references, const Article& article,
                                  const Syntax& syntax, const Places& places) {
  return NameFinder(references, article, syntax, places).find();
}

}  // namespace verbale
