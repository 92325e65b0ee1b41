// SPDX-License-Identifier: Apache-2.0
#include "show/explain.h"

#include <algorithm>
#include <map>
#include <set>

#include "show/text_layout.h"

namespace verbale {
namespace {

constexpr std::size_t kRefusalsShownMax = 6;
constexpr std::size_t kRefusalsOfWordMax = 3;

struct Mark {
  ByteSpan span;
  std::string role;
};

class Explainer {
 public:
  Explainer(const Document& document, const std::vector<Refusal>& refusals,
            const std::vector<Outlook>& outlooks, const ActLexicon& lexicon,
            const ShowOptions& options)
      : document_(document), refusals_(refusals), outlooks_(outlooks), lexicon_(lexicon),
        options_(options) {}

  std::string explain() {
    for (std::size_t s = 0; s < document_.syntax.sentences.size(); ++s) explain_sentence(s);
    return std::move(out_);
  }

 private:
  std::string_view text() const { return document_.article.text; }

  void explain_sentence(std::size_t index) {
    const Sentence& sentence = document_.syntax.sentences[index];
    out_ += marked(index, sentence.span) + "\n";
    bool has_event = false;
    for (const Event& event : document_.events) {
      if (event.sentence != index) continue;
      has_event = true;
      show_event(event);
    }
    if (!has_event) show_why_not(index);
    out_ += "\n";
  }

  // The sentence in bracket notation. Where spans overlap, the first and longest is shown.
  std::string marked(std::size_t index, ByteSpan sentence) const {
    std::vector<Mark> marks;
    for (const Event& event : document_.events) {
      if (event.sentence == index) add_marks(event, marks);
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      return a.span.end > b.span.end;
    });
    std::string line;
    std::uint32_t at = sentence.begin;
    for (const Mark& mark : marks) {
      if (mark.span.begin < at || mark.span.end > sentence.end) continue;
      line += text().substr(at, mark.span.begin - at);
      line += tinted("[" + std::string(mark.span.of(text())) + "|" + mark.role + "]", Tint::kCyan,
                     options_.colours);
      at = mark.span.end;
    }
    line += text().substr(at, sentence.end - at);
    return line;
  }

  static void add_marks(const Event& event, std::vector<Mark>& marks) {
    marks.push_back({event.trigger, std::string(name_of(event.act))});
    for (const EventParty& side : event.actors) marks.push_back({side.span, "actor"});
    for (const EventParty& side : event.recipients) marks.push_back({side.span, "recipient"});
    if (event.date) marks.push_back({event.date->span, "when"});
    if (event.place) marks.push_back({event.place->span, "where"});
    for (const Attribution& link : event.attribution) marks.push_back({link.span, "says"});
  }

  void show_event(const Event& event) {
    out_ += "    " + tinted(std::string(name_of(event.type)), Tint::kBold, options_.colours);
    if (event.type != event.act) out_ += " (act " + std::string(name_of(event.act)) + ")";
    if (!event.mode.empty()) out_ += " " + std::string(event.mode);
    if (!event.cameo.empty()) out_ += " " + std::string(event.cameo);
    out_ += ", " + std::string(name_of(event.factuality)) + ": ";
    out_ += show_parties(event.actors, text());
    if (!event.recipients.empty()) out_ += " → " + show_parties(event.recipients, text());
    out_ += "\n        by " + std::string(event.rule.file) + ":" +
            std::to_string(event.rule.line) + "\n";
  }

  void show_why_not(std::size_t index) {
    const Sentence& sentence = document_.syntax.sentences[index];
    if (!sentence.parsed) {
      line("no event: not read closely; it holds no word that names an act");
      return;
    }
    const bool is_told = show_refusals(sentence);
    const Outlook& outlook = outlooks_[index];
    const std::string party = has_party(sentence) ? "" : ", and no party";
    switch (outlook.kind) {
      case Outlook::Kind::kNoTrigger:
        if (!is_told) line("no event: no word here names an act" + party);
        line("the first pass lets it go: no word here may name an act");
        return;
      case Outlook::Kind::kLacksRest:
        line("the first pass lets it go: " + word_at(outlook.token) +
             " may name an act, but not without other words, which are not here");
        return;
      case Outlook::Kind::kHopeful:
        if (!is_told) {
          line("no event: " + word_at(outlook.token) +
               " may name an act, but not as it is read here" + party);
        }
        return;
    }
  }

  // The nearest to an event first, a few of each word. False when there are none.
  bool show_refusals(const Sentence& sentence) {
    std::vector<const Refusal*> nearest;
    for (const Refusal& refusal : refusals_) {
      if (sentence.tokens.holds(refusal.head)) nearest.push_back(&refusal);
    }
    std::stable_sort(nearest.begin(), nearest.end(), [](const Refusal* a, const Refusal* b) {
      return a->nearness > b->nearness;
    });
    std::set<std::string> told;
    std::map<std::uint32_t, std::size_t> told_of;
    for (const Refusal* refusal : nearest) {
      if (told.size() >= kRefusalsShownMax || told_of[refusal->head] >= kRefusalsOfWordMax) continue;
      const std::string why = describe(*refusal);
      if (!told.insert(why).second) continue;
      ++told_of[refusal->head];
      line(why);
    }
    return !told.empty();
  }

  std::string describe(const Refusal& refusal) const {
    const ActPattern& pattern = lexicon_.patterns[refusal.pattern];
    const ActEntry& entry = lexicon_.entries[pattern.entry];
    const std::string act = entry.is_nothing ? "act" : std::string(name_of(entry.act));
    return "no " + act + " by " + word_at(refusal.head) + ": " + refusal.reason + " (" +
           std::string(entry.file) + ":" + std::to_string(pattern.line) + ")";
  }

  std::string word_at(std::uint32_t token) const {
    return "“" + std::string(document_.syntax.tokens[token].span.of(text())) + "”";
  }

  void line(const std::string& words) {
    out_ += tinted("    " + words + "\n", Tint::kDim, options_.colours);
  }

  bool has_party(const Sentence& sentence) const {
    const auto& mentions = document_.references.mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.party && sentence.tokens.holds(mention.tokens);
    });
  }

  const Document& document_;
  const std::vector<Refusal>& refusals_;
  const std::vector<Outlook>& outlooks_;
  const ActLexicon& lexicon_;
  const ShowOptions& options_;
  std::string out_;
};

}  // namespace

std::string explain(const Document& document, const std::vector<Refusal>& refusals,
                    const std::vector<Outlook>& outlooks, const ActLexicon& lexicon,
                    const ShowOptions& options) {
  return Explainer(document, refusals, outlooks, lexicon, options).explain();
}

}  // namespace verbale
