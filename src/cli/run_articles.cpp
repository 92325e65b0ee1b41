// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "core/run_in_order.h"
#include "core/file.h"
#include "formats/conllu.h"
#include "formats/json_writer.h"
#include "intake/article_files.h"
#include "journey/code_article.h"
#include "record/conllu_record.h"
#include "record/record.h"
#include "show/explain.h"
#include "show/show_events.h"
#include "show/show_reading.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

// What one article, or one thing that was to be an article, comes to.
struct Made {
  std::string out;
  std::string document;
  std::optional<Reject> reject;
  bool is_foreign = false;  // Not English: read, not coded.
};

class ArticleRun {
 public:
  ArticleRun(const Options& options, const Knowledge& knowledge, OutputFile out,
             OutputFile rejects, std::optional<OutputFile> documents)
      : options_(options), knowledge_(knowledge), out_(std::move(out)),
        rejects_(std::move(rejects)), documents_(std::move(documents)),
        show_{out_.is_terminal(), 100} {}

  int run() {
    ArticleFiles files(options_.files, {kArticleBytesMax});
    Progress progress("articles");
    run_in_order(
        options_.jobs, [&] { return files.next(); }, [&](ReadItem item) { return make(std::move(item)); },
        [&](Made made) {
          write(made);
          progress.advance();
        });
    return finish();
  }

 private:
  Made make(ReadItem item) const {
    Made made;
    if (const Reject* reject = std::get_if<Reject>(&item)) {
      made.reject = *reject;
      return made;
    }
    RawArticle& raw = std::get<RawArticle>(item);
    if (raw.published.empty()) raw.published = options_.published;
    const std::string origin = raw.origin, id = raw.id;
    Article article = clean_article(raw, knowledge_.furniture);
    if (article.text.empty()) {
      made.reject = without_text(id, origin);
      return made;
    }
    if (article.notice == "withdrawal") {
      made.reject = Reject{id, origin, "takes an earlier article back: " + first_line_of(article),
                           "what was coded from earlier versions no longer holds"};
      return made;
    }
    if (options_.command == Command::kRead) {
      read(article, made);
      return made;
    }
    if (options_.command == Command::kParse) {
      append_conllu(made.out, parse_article(std::move(article), knowledge_));
      return made;
    }
    std::vector<Refusal> refusals;
    const bool asks_why = options_.command == Command::kExplain;
    const bool is_skimmed = options_.command == Command::kCode && options_.format == "jsonl" &&
                            !options_.full;
    const Document document = code_clean_article(
        std::move(article), knowledge_, asks_why ? &refusals : nullptr,
        is_skimmed ? Depth::kEvents : Depth::kEverything);
    made.is_foreign = document.article.language != "en";
    write_coded(document, refusals, made);
    return made;
  }

  static std::string first_line_of(const Article& article) {
    return "\"" + article.text.substr(0, article.text.find('\n')) + "\"";
  }

  void read(const Article& article, Made& made) const {
    if (options_.explain) {
      made.out = show_reading(article, show_);
      return;
    }
    write_document(made.out, article);
    made.out += '\n';
  }

  void write_coded(const Document& document, const std::vector<Refusal>& refusals,
                   Made& made) const {
    const Ontology& ontology = knowledge_.coding.ontology;
    if (options_.command == Command::kExplain) {
      made.out = explain(document, refusals, outlooks_of(document, knowledge_),
                         knowledge_.coding.acts, show_);
    } else if (options_.command == Command::kAnnotate) {
      write_annotation(made.out, document, ontology);
      made.out += '\n';
    } else if (options_.format == "table") {
      made.out = show_events(document, show_);
    } else {
      for (std::size_t i = 0; i < document.events.size(); ++i) {
        write_event(made.out, document, i, ontology);
        made.out += '\n';
      }
    }
    if (documents_) {
      write_document(made.document, document.article);
      made.document += '\n';
    }
  }

  void write(const Made& made) {
    foreign_ += made.is_foreign;
    if (made.reject) {
      rejected_ += !made.reject->is_notice;
      write_reject(*made.reject);
      return;
    }
    out_.write(made.out);
    if (documents_) documents_->write(made.document);
  }

  void write_reject(const Reject& reject) {
    std::string line;
    if (options_.rejects_file.empty()) {
      line = told(reject);
    } else {
      JsonWriter json(line);
      json.begin_object();
      json.member("id", reject.id.empty() ? reject.origin : reject.id);
      json.member("origin", reject.origin);
      json.member("reason", reject.reason());
      json.end_object();
      line += '\n';
    }
    rejects_.write(line);
  }

  int finish() {
    const bool is_written = out_.flush() & rejects_.flush() &
                            (!documents_ || documents_->flush());
    if (!is_written) {
      std::fputs("verbale: the output could not be written to its end\n", stderr);
      return kSomeRejected;
    }
    if (foreign_ > 0) {
      std::fprintf(stderr, "verbale: %zu not English: read, not coded\n", foreign_);
    }
    return rejected_ > 0 ? kSomeRejected : kAllRead;
  }

  const Options& options_;
  const Knowledge& knowledge_;
  OutputFile out_;
  OutputFile rejects_;
  std::optional<OutputFile> documents_;
  ShowOptions show_;
  std::size_t rejected_ = 0;
  std::size_t foreign_ = 0;
};

// CoNLL-U in, the same tokens out with our tags and trees.
int run_pretokenized(const Options& options, const Knowledge& knowledge, OutputFile& out) {
  int status = kAllRead;
  for (const std::string& file : options.files) {
    auto read = read_file(file == "-" ? "/dev/stdin" : file);
    if (!read.ok()) {
      std::fprintf(stderr, "verbale: %s\n", read.error().message().c_str());
      status = kSomeRejected;
      continue;
    }
    auto sentences = parse_conllu(read.value(), file);
    if (!sentences.ok()) {
      std::fprintf(stderr, "verbale: %s\n", sentences.error().message().c_str());
      status = kSomeRejected;
      continue;
    }
    std::string text;
    append_conllu(text, parse_tokens(document_of_conllu(sentences.value()), knowledge));
    out.write(text);
  }
  out.flush();
  return status;
}

}  // namespace

int run_articles(const Options& options) {
  if (auto trouble = trouble_with_articles(options)) return fail(*trouble);
  const Knowledge* loaded = load_for_run(options);
  if (loaded == nullptr) return kWrongUsage;
  const Knowledge& knowledge = *loaded;
  auto out = OutputFile::open(options.out_file, stdout);
  if (!out.ok()) return fail(out.error());
  if (options.pretokenized) {
    OutputFile plain = out.take();
    return run_pretokenized(options, knowledge, plain);
  }
  auto rejects = OutputFile::open(options.rejects_file, stderr);
  if (!rejects.ok()) return fail(rejects.error());
  std::optional<OutputFile> documents;
  if (!options.documents_file.empty()) {
    auto opened = OutputFile::open(options.documents_file, stdout);
    if (!opened.ok()) return fail(opened.error());
    documents.emplace(opened.take());
  }
  return ArticleRun(options, knowledge, out.take(), rejects.take(), std::move(documents))
      .run();
}

}  // namespace verbale
