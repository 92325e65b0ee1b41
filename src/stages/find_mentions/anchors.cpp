// SPDX-License-Identifier: Apache-2.0
#include "stages/find_mentions/anchors.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/utf8.h"
#include "document/xpos.h"
#include "lexicon/name_parts.h"

namespace verbale {
namespace {

MentionKind kind_of(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return MentionKind::kPerson;
    case NameKind::kOrganisation:
      return MentionKind::kOrganisation;
    case NameKind::kPlace:
      return MentionKind::kPlace;
  }
  return MentionKind::kOrganisation;
}

// Gathers anchors source by source; what comes first keeps its tokens.
class AnchorFinder {
 public:
  AnchorFinder(std::string_view text, const Tree& tree, const ActorLexicon& actors)
      : text_(text),
        tree_(tree),
        syntax_(tree.syntax()),
        actors_(actors),
        taken_(syntax_.tokens.size(), 0) {
    for (const Sentence& sentence : syntax_.sentences) {
      in_capitals_.push_back(has_mostly_capitals(sentence.tokens) ? 1 : 0);
      in_title_case_.push_back(has_title_case(sentence.tokens) ? 1 : 0);
    }
  }

  std::vector<Anchor> find(std::span<const NameSpan> tagged) {
    add_known_and_tagged(tagged);
    add_roles();
    for (const Sentence& sentence : syntax_.sentences) add_runs(sentence.tokens);
    add_introduced();
    std::sort(anchors_.begin(), anchors_.end(),
              [](const Anchor& a, const Anchor& b) { return a.tokens < b.tokens; });
    return std::move(anchors_);
  }

 private:
  std::string_view word(std::uint32_t token) const { return syntax_.tokens[token].span.of(text_); }
  bool is_free(TokenSpan span) const {
    return std::all_of(taken_.begin() + span.begin, taken_.begin() + span.end,
                       [](std::uint32_t taken) { return taken == 0; });
  }
  bool is_taken(std::uint32_t token) const { return taken_[token] != 0; }
  bool is_capitalised(std::uint32_t token) const {
    return is_upper(decode_at(text_, syntax_.tokens[token].span.begin).value);
  }

  void add(Anchor anchor) {
    if (anchor.tokens.empty() || !is_free(anchor.tokens)) return;
    anchors_.push_back(anchor);
    std::fill(taken_.begin() + anchor.tokens.begin, taken_.begin() + anchor.tokens.end,
              static_cast<std::uint32_t>(anchors_.size()));
  }

  static bool is_place(std::span<const NameSense> senses, const ActorLexicon& actors) {
    return std::all_of(senses.begin(), senses.end(), [&](const NameSense& sense) {
      return actors.actor(sense.actor).kind == ActorKind::kCountry &&
             (sense.form == NameForm::kName || sense.form == NameForm::kCapital ||
              sense.form == NameForm::kCity);
    });
  }

  // Whether a word of that class may be a name: parsers take "Turkey" for a noun, never for "it".
  bool may_be_name(TokenSpan span) const {
    if (span.size() > 1) return true;
    switch (syntax_.tokens[span.begin].upos) {
      case Upos::kPropn:
      case Upos::kNoun:
      case Upos::kAdj:
      case Upos::kX:
      case Upos::kNum:
        return true;
      default:
        return false;
    }
  }

  // "Split", "Nice" at the start of a sentence: another word that only looks like the place.
  bool is_careless(std::uint32_t token) const {
    const Upos upos = syntax_.tokens[token].upos;
    return upos != Upos::kPropn && upos != Upos::kAdj &&
           actors_.careful_names.contains(fold_name(word(token)));
  }

  // A sentence whose letters are nearly all capitals: there "US" may be "us".
  bool is_in_capitals(std::uint32_t token) const {
    return in_capitals_[tree_.sentence_of(token)] != 0;
  }

  bool has_mostly_capitals(TokenSpan tokens) const {
    std::size_t lower = 0, upper = 0;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      for (char c : word(t)) {
        lower += is_ascii_lower(c);
        upper += is_ascii_upper(c);
      }
    }
    return upper > 4 * lower && upper > 8;
  }

  Anchor anchor_of(const NameMatch& match) const {
    Anchor anchor;
    anchor.tokens = match.tokens;
    anchor.is_name = anchor.is_known = true;
    // A name proper comes before a place of that name: "Abkhazia" is a body and a region.
    auto proper = std::find_if(match.senses.begin(), match.senses.end(),
                               [](const NameSense& each) { return each.form == NameForm::kName; });
    if (proper == match.senses.end()) {
      proper = std::find_if(match.senses.begin(), match.senses.end(), [](const NameSense& each) {
        return each.form != NameForm::kCity && each.form != NameForm::kSurname;
      });
    }
    const NameSense& sense = proper == match.senses.end() ? match.senses.front() : *proper;
    anchor.is_nationality = sense.form == NameForm::kAdjective;
    switch (actors_.actor(sense.actor).kind) {
      case ActorKind::kCountry:
        anchor.kind = sense.form == NameForm::kMetonym ? MentionKind::kOrganisation
                      : sense.form == NameForm::kName || sense.form == NameForm::kCapital ||
                              sense.form == NameForm::kCity
                          ? MentionKind::kPlace
                          : MentionKind::kGroup;
        if (sense.form == NameForm::kDemonym) {
          anchor.is_plural = is_plural_noun(match.tokens);
          anchor.kind = anchor.is_plural ? MentionKind::kGroup : MentionKind::kPerson;
        }
        break;
      case ActorKind::kGroup:
        anchor.kind = MentionKind::kGroup;
        break;
      case ActorKind::kPerson:
        anchor.kind = MentionKind::kPerson;
        break;
      case ActorKind::kOrganisation:
      case ActorKind::kOutlet:
        anchor.kind = MentionKind::kOrganisation;
        break;
    }
    return anchor;
  }

  // By its Penn tag: NNS, NNPS.
  bool is_plural_noun(TokenSpan span) const {
    const std::uint32_t last = span.end - 1;
    return name_of_xpos(syntax_.tokens[last].xpos).ends_with('S');
  }

  void add_known_and_tagged(std::span<const NameSpan> tagged) {
    std::vector<Anchor> known;
    for (const NameMatch& match : actors_.names.match(text_, syntax_)) {
      const bool is_surname =
          std::all_of(match.senses.begin(), match.senses.end(),
                      [](const NameSense& sense) { return sense.form == NameForm::kSurname; });
      if (is_surname || !may_be_name(match.tokens)) continue;
      if (is_word_of_longer_name(text_, syntax_, match, actors_)) continue;
      if (is_part_of_longer_name(text_, syntax_, match.tokens, actors_)) {
        Anchor longer = anchor_of(match);
        --longer.tokens.begin;
        known.push_back(longer);
        continue;
      }
      if (match.tokens.size() == 1 && is_place(match.senses, actors_) &&
          (is_part_of_person_name(text_, syntax_, match.tokens.begin, actors_) ||
           is_careless(match.tokens.begin))) {
        continue;
      }
      if (match.tokens.size() == 1 && is_in_capitals(match.tokens.begin) &&
          actors_.words.has(ActorWordSet::kCommonWords, lower_case(word(match.tokens.begin)))) {
        continue;
      }
      known.push_back(anchor_of(match));
      // "Obiang Mbasogo Nze" is not who is called Obiang alone.
      if (known.back().kind == MentionKind::kPerson && match.tokens.size() == 1) {
        known.back().tokens = with_rest_of_name(match.tokens);
      }
    }
    // A tagged name that goes on beyond a known one is another name ("Ghana Gold Board"), unless
    // the known one is itself of several words.
    std::size_t next = 0;
    for (const NameSpan& marked : tagged) {
      const NameSpan name{without_loose_end(marked.tokens), marked.kind};
      while (next < known.size() && known[next].tokens.end <= name.tokens.begin) ++next;
      bool wider = true;
      for (std::size_t i = next; i < known.size() && known[i].tokens.begin < name.tokens.end; ++i) {
        wider = wider && name.tokens.holds(known[i].tokens) && name.tokens != known[i].tokens &&
                is_shortened_by(name, known[i]);
      }
      if (!wider || is_no_name(name)) continue;
      Anchor anchor;
      anchor.tokens = with_rest_of_name(name.tokens);
      anchor.kind = starts_like_person(anchor.tokens) ? MentionKind::kPerson
                    : ends_like_body(anchor.tokens)   ? MentionKind::kOrganisation
                                                      : kind_of(name.kind);
      anchor.is_name = true;
      add(anchor);
    }
    for (const Anchor& anchor : known) add(anchor);
  }

  // "University of" without the "of", "Monday Keita" without the day: no name ends or starts so.
  TokenSpan without_loose_end(TokenSpan span) const {
    const auto is_loose = [this](std::uint32_t token) {
      const Upos upos = syntax_.tokens[token].upos;
      return upos == Upos::kAdp || upos == Upos::kCconj || upos == Upos::kDet ||
             upos == Upos::kPunct;
    };
    while (span.size() > 1 && is_loose(span.end - 1)) --span.end;
    while (span.size() > 1 &&
           actors_.words.has(ActorWordSet::kCalendarWords, lower_case(word(span.begin)))) {
      ++span.begin;
    }
    return span;
  }

  // "Svetlana Orlova": a given name with the rest of the name flat on it.
  bool starts_like_person(TokenSpan span) const {
    if (span.size() < 2 || span.size() > 3) return false;
    const Token& second = syntax_.tokens[span.begin + 1];
    return second.deprel == Deprel::kFlat && second.head == span.begin &&
           actors_.words.is_given_name(lower_case(fold_name(word(span.begin))));
  }

  // "Rasmus" of "Rasmus Thygesholm": the tagger stopped short of the word that the tree ties to it.
  TokenSpan with_rest_of_name(TokenSpan span) const {
    const auto is_rest = [this, &span](std::uint32_t token) {
      if (token >= syntax_.tokens.size() || !is_run_word(token)) return false;
      const Token& next = syntax_.tokens[token];
      const Token& last = syntax_.tokens[span.end - 1];
      return actors_.names.find(word(token)).empty() &&
             actors_.roles.find(word(token)) == nullptr &&
             ((next.deprel == Deprel::kFlat && next.head != kNoToken && span.holds(next.head)) ||
              (last.deprel == Deprel::kCompound && last.head == token));
    };
    while (is_rest(span.end)) ++span.end;
    return span;
  }

  // "National Revolt Front": the last word says what it is.
  bool ends_like_body(TokenSpan span) const {
    std::uint32_t last = span.end - 1;
    // "National Union of Burkinabe Teachers"
    for (std::uint32_t t = span.begin + 1; t < span.end; ++t) {
      if (syntax_.tokens[t].upos != Upos::kAdp) continue;
      last = t - 1;
      break;
    }
    if (span.size() < 2 || !is_capitalised(last)) return false;
    const RoleNoun* role = actors_.roles.find(word(last));
    return role != nullptr &&
           (role->kind == RoleNounKind::kOrganisation || role->kind == RoleNounKind::kGroup);
  }

  // What taggers take for a name: "CEO", and headlines of which every word is in capitals.
  bool is_no_name(const NameSpan& name) const {
    const ByteSpan bytes{syntax_.tokens[name.tokens.begin].span.begin,
                         syntax_.tokens[name.tokens.end - 1].span.end};
    if (actors_.roles.find(bytes.of(text_)) != nullptr) return true;
    return name.tokens.size() > 1 && name.kind != NameKind::kPerson &&
           holds_known_place(name.tokens) &&
           (is_title_case(name.tokens.begin) || !is_capitalised(name.tokens.end - 1));
  }

  bool holds_known_place(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      const auto senses = actors_.names.find(word(t));
      if (!senses.empty() && actors_.actor(senses.front().actor).kind == ActorKind::kCountry) {
        return true;
      }
    }
    return false;
  }

  // "Envoy Expected in Washington Amid Peace Talks": hardly a longer word in lower case.
  bool is_title_case(std::uint32_t token) const {
    return in_title_case_[tree_.sentence_of(token)] != 0;
  }

  bool has_title_case(TokenSpan tokens) const {
    std::size_t capitals = 0, others = 0;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (word(t).size() < 4) continue;
      ++(is_capitalised(t) ? capitals : others);
    }
    return capitals >= 4 && others * 4 <= capitals;
  }

  // Whether keeping only the known anchor would cut the tagged name short.
  static bool is_shortened_by(const NameSpan& name, const Anchor& anchor) {
    if (name.kind == NameKind::kPerson) return !anchor.is_nationality;
    return anchor.tokens.size() == 1 && anchor.kind != MentionKind::kPerson;
  }

  void add_roles() {
    for (const Sentence& sentence : syntax_.sentences) {
      for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end;) {
        std::uint32_t end = begin;
        while (end < sentence.tokens.end && !is_taken(end)) ++end;
        for (const RoleMatch& match : actors_.roles.match(text_, syntax_, {begin, end})) {
          add_role(match);
        }
        begin = end + 1;
      }
    }
  }

  void add_role(const RoleMatch& match) {
    if (match.role->kind == RoleNounKind::kModifier || !has_noun(match.tokens)) return;
    Anchor anchor;
    anchor.tokens = match.tokens;
    anchor.role = match.role;
    anchor.is_plural = match.is_plural;
    anchor.kind = match.role->kind == RoleNounKind::kOrganisation ? MentionKind::kOrganisation
                  : match.role->kind == RoleNounKind::kGroup || match.is_plural
                      ? MentionKind::kGroup
                      : MentionKind::kPerson;
    add(anchor);
  }

  bool has_noun(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      const Upos upos = syntax_.tokens[t].upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn) return true;
    }
    // "the displaced", "the wounded": an adjective that stands for people.
    const std::uint32_t last = span.end - 1;
    return syntax_.tokens[last].upos == Upos::kAdj &&
           (tree_.has_child(last, Deprel::kDet) || tree_.has_child(last, Deprel::kNmodPoss)) &&
           syntax_.tokens[last].deprel != Deprel::kAmod;
  }

  // Capitalised words side by side that nobody has claimed: a person when a title, an office, a
  // given name or an apposition says so.
  void add_runs(TokenSpan sentence) {
    for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
      const std::uint32_t end = end_of_run(begin, sentence.end);
      if (end > begin && !is_in_capitals(begin) && is_person_run({begin, end}, sentence)) {
        Anchor anchor;
        anchor.tokens = {begin, end};
        anchor.is_name = true;
        add(anchor);
      }
      begin = std::max(end, begin + 1);
    }
  }

  // "summoned the envoy Monday": a day is no part of a name.
  bool is_run_word(std::uint32_t token) const {
    return !is_taken(token) && syntax_.tokens[token].upos == Upos::kPropn &&
           is_capitalised(token) &&
           !actors_.words.has(ActorWordSet::kCalendarWords, lower_case(word(token)));
  }

  std::uint32_t end_of_run(std::uint32_t begin, std::uint32_t sentence_end) const {
    std::uint32_t end = begin;
    while (end < sentence_end) {
      if (is_run_word(end)) {
        ++end;
        continue;
      }
      // "Jean-Luc", "bin Salman": what joins two words of the name.
      const bool joins =
          end > begin && end + 1 < sentence_end && !is_taken(end) && is_run_word(end + 1) &&
          (word(end) == "-" || actors_.words.has(ActorWordSet::kNameParticles, word(end)));
      if (!joins) break;
      end += 2;
    }
    return end;
  }

  bool is_title(std::uint32_t token) const {
    std::string title = lower_case(word(token));
    while (title.ends_with('.')) title.pop_back();
    return actors_.words.has(ActorWordSet::kMaleTitles, title) ||
           actors_.words.has(ActorWordSet::kFemaleTitles, title) ||
           actors_.words.has(ActorWordSet::kTitles, title);
  }

  bool is_person_run(TokenSpan run, TokenSpan sentence) const {
    if (run.size() > 1 && is_title(run.begin)) return true;
    if (run.begin > sentence.begin) {
      const Anchor* before = anchor_at(run.begin - 1);
      if (before != nullptr && before->role != nullptr && !before->is_plural &&
          before->kind == MentionKind::kPerson) {
        return true;
      }
      if (before == nullptr && is_title(run.begin - 1)) return true;
    }
    if (run.size() > 1 && actors_.words.is_given_name(lower_case(fold_name(word(run.begin))))) {
      return true;
    }
    return has_office_before(run) || (run.size() > 1 && has_person_apposition(run));
  }

  // "Ambassador to the United States Hamdou Keita": the office hangs on the name, or it on that.
  bool has_office_before(TokenSpan run) const {
    for (std::uint32_t t = run.begin; t < run.end; ++t) {
      std::uint32_t office = tree_.child(t, {Deprel::kNmodDesc});
      if (syntax_.tokens[t].deprel == Deprel::kFlat) office = syntax_.tokens[t].head;
      const Anchor* anchor = office == kNoToken ? nullptr : anchor_at(office);
      if (anchor != nullptr && anchor->role != nullptr && office < t &&
          anchor->kind == MentionKind::kPerson) {
        return true;
      }
    }
    return false;
  }

  bool has_person_apposition(TokenSpan run) const {
    for (std::uint32_t t = run.begin; t < run.end; ++t) {
      const std::uint32_t apposition = tree_.child(t, {Deprel::kAppos});
      if (apposition == kNoToken) continue;
      const Anchor* anchor = anchor_at(apposition);
      if (anchor != nullptr && anchor->role != nullptr) {
        return anchor->kind == MentionKind::kPerson;
      }
    }
    return false;
  }

  const Anchor* anchor_at(std::uint32_t token) const {
    return taken_[token] == 0 ? nullptr : &anchors_[taken_[token] - 1];
  }

  // Surnames and acronyms that a full name or brackets introduced, wherever else they stand.
  void add_introduced() {
    std::unordered_set<std::string> surnames, acronyms;
    for (const Anchor& anchor : anchors_) {
      if (!anchor.is_name) continue;
      if (anchor.kind == MentionKind::kPerson && anchor.tokens.size() > 1) {
        const std::string_view last = word(anchor.tokens.end - 1);
        if (last.size() > 2) surnames.emplace(last);
      }
    }
    for (const Anchor& anchor : anchors_) {
      const std::uint32_t open = anchor.tokens.end;
      if (anchor.kind == MentionKind::kPerson || open + 2 >= syntax_.tokens.size()) continue;
      if (word(open) == "(" && word(open + 2) == ")" && is_acronym(word(open + 1))) {
        acronyms.emplace(word(open + 1));
      }
    }
    for (std::uint32_t t = 0; t < syntax_.tokens.size(); ++t) {
      if (is_taken(t) || !is_capitalised(t)) continue;
      const std::string own(word(t));
      Anchor anchor;
      anchor.tokens = {t, t + 1};
      anchor.is_name = true;
      if (acronyms.contains(own)) {
        anchor.kind = MentionKind::kOrganisation;
        add(anchor);
      } else if (surnames.contains(own) && may_be_name(anchor.tokens)) {
        add(anchor);
      }
    }
  }

  static bool is_acronym(std::string_view word) {
    return word.size() >= 2 && word.size() <= 10 &&
           std::count_if(word.begin(), word.end(), is_ascii_upper) >= 2;
  }

  std::string_view text_;
  const Tree& tree_;
  const Syntax& syntax_;
  const ActorLexicon& actors_;
  std::vector<std::uint32_t> taken_;  // Index of the anchor there plus one; 0 for none.
  std::vector<Anchor> anchors_;
  std::vector<char> in_capitals_, in_title_case_;  // By sentence.
};

}  // namespace

std::vector<Anchor> find_anchors(std::string_view text, const Tree& tree,
                                 std::span<const NameSpan> names, const ActorLexicon& actors) {
  return AnchorFinder(text, tree, actors).find(names);
}

}  // namespace verbale
