// SPDX-License-Identifier: Apache-2.0
#include "journey/check_examples.h"

#include <algorithm>

#include "journey/code_article.h"

namespace verbale {
namespace {

struct MarkedSpan {
  ByteSpan span;
  std::string_view role;  // "act", "actor", "recipient", "date", "place".
};

struct MarkedText {
  std::string text;
  std::vector<MarkedSpan> spans;
};

// "[Iran|actor] [tested|act] a missile." → the text without brackets, and where they stood.
MarkedText strip_brackets(std::string_view marked) {
  MarkedText stripped;
  while (!marked.empty()) {
    const std::size_t open = marked.find('[');
    stripped.text += marked.substr(0, open);
    if (open == std::string_view::npos) break;
    marked.remove_prefix(open + 1);
    const std::size_t bar = marked.find('|'), close = marked.find(']');
    if (bar == std::string_view::npos || close == std::string_view::npos || close < bar) continue;
    const auto begin = static_cast<std::uint32_t>(stripped.text.size());
    stripped.text += marked.substr(0, bar);
    stripped.spans.push_back({{begin, static_cast<std::uint32_t>(stripped.text.size())},
                              marked.substr(bar + 1, close - bar - 1)});
    marked.remove_prefix(close + 1);
  }
  return stripped;
}

class ExampleChecker {
 public:
  explicit ExampleChecker(const Knowledge& knowledge)
      : knowledge_(knowledge), lexicon_(knowledge.coding.acts) {}

  ExampleReport check() {
    for (std::uint32_t e = 0; e < lexicon_.entries.size(); ++e) {
      const ActEntry& entry = lexicon_.entries[e];
      for (const ActExample& example : entry.examples) check_example(e, example);
      for (const ActExample& counter : entry.counter_examples) check_counter_example(e, counter);
    }
    return std::move(report_);
  }

 private:
  Document code(const std::string& text) const {
    Article article;
    article.id = "example";
    article.text = text;
    return code_clean_article(std::move(article), knowledge_);
  }

  // The entry that made the event.
  std::uint32_t entry_of(const Event& event) const {
    for (const ActPattern& pattern : lexicon_.patterns) {
      const ActEntry& entry = lexicon_.entries[pattern.entry];
      if (pattern.line == event.rule.line && entry.file == event.rule.file) return pattern.entry;
    }
    return static_cast<std::uint32_t>(-1);
  }

  void fail(const ActEntry& entry, int line, std::string trouble) {
    report_.failures.push_back(
        {std::string(entry.file) + ":" + std::to_string(line), std::move(trouble), ""});
  }

  void check_example(std::uint32_t index, const ActExample& example) {
    ++report_.checked;
    const ActEntry& entry = lexicon_.entries[index];
    const MarkedText marked = strip_brackets(example.text);
    const Document document = code(marked.text);
    std::string trouble = "the example is not coded";
    for (const Event& event : document.events) {
      const std::uint32_t made_by = entry_of(event);
      if (made_by != index) {
        const ActEntry& other = lexicon_.entries[made_by];
        if (fits(event, marked).empty()) {
          trouble = "the example is coded as " + std::string(name_of(other.act)) + " by " +
                    std::string(other.file) + ":" + std::to_string(event.rule.line);
          // Another entry of the same meaning will do.
          const bool is_same_mode = other.mode == entry.mode || other.mode_by_content ||
                                    entry.mode_by_content;
          if (other.act == entry.act && is_same_mode) return;
        }
        continue;
      }
      const std::string misfit = fits(event, marked);
      if (misfit.empty()) return;
      trouble = misfit;
    }
    fail(entry, example.line, trouble);
  }

  // Empty when every marked span overlaps the event's own; else what does not.
  static std::string fits(const Event& event, const MarkedText& marked) {
    for (const MarkedSpan& span : marked.spans) {
      const auto overlaps = [&](const EventParty& side) { return side.span.touches(span.span); };
      bool fits = true;
      if (span.role == "act") {
        fits = event.trigger.touches(span.span);
      } else if (span.role == "actor") {
        fits = std::any_of(event.actors.begin(), event.actors.end(), overlaps);
      } else if (span.role == "recipient") {
        fits = std::any_of(event.recipients.begin(), event.recipients.end(), overlaps);
      }
      if (!fits) {
        return "the example is coded, but without '" +
               std::string(span.span.of(marked.text)) + "' as " + std::string(span.role);
      }
    }
    return "";
  }

  void check_counter_example(std::uint32_t index, const ActExample& counter) {
    ++report_.checked;
    const MarkedText marked = strip_brackets(counter.text);
    const Document document = code(marked.text);
    const bool is_nothing = lexicon_.entries[index].is_nothing;
    for (const Event& event : document.events) {
      if (!is_nothing && entry_of(event) != index) continue;
      fail(lexicon_.entries[index], counter.line,
           "the counter-example is coded by line " + std::to_string(event.rule.line));
      return;
    }
  }

  const Knowledge& knowledge_;
  const ActLexicon& lexicon_;
  ExampleReport report_;
};

}  // namespace

ExampleReport check_examples(const Knowledge& knowledge) {
  return ExampleChecker(knowledge).check();
}

}  // namespace verbale
