// SPDX-License-Identifier: Apache-2.0
// How fast the store takes articles in and answers: store_bench FOLDER COUNT. Made-up articles of
// about 100 words, every third with two claims; nothing is coded, only kept. See bench/README.md.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "record/claim_record.h"
#include "store/store.h"

namespace verbale {
namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// The same made-up corpus on every machine.
class Corpus {
 public:
  Article article(std::size_t number) {
    Article article;
    article.id = "made-" + std::to_string(number);
    const std::string site = std::to_string(number % 500);
    article.url = "https://site" + site + ".example/" + std::to_string(number);
    article.outlet = "Site " + site;
    article.published_day = Day(std::chrono::days(18'000 + draw(2'000)));
    article.published = iso_day(*article.published_day);
    article.title = words(8);
    article.text = article.title + "\n\n" + words(100);
    return article;
  }

  NewDocument::Row row(const Article& article, std::size_t number) {
    const std::string first = country(), second = country();
    const auto side = [](const std::string& code) {
      return R"({"name":"State )" + code + R"(","text":"State )" + code +
             R"(","start":0,"end":9,"code":")" + code + R"(GOV","country":")" + code +
             R"(","sector":"GOV","role":null,"id":"country:)" + code + R"("})";
    };
    const std::string& day = article.published;
    NewDocument::Row row;
    row.json = R"({"id":")" + article.id + "-" + std::to_string(number) +
               R"(","document":{"id":")" + article.id + R"(","url":")" + article.url +
               R"(","title":")" + article.title + R"(","outlet":")" + article.outlet +
               R"(","published":")" + day +
               R"("},"type":"REQUEST","act":"REQUEST","mode":"yield","contexts":["diplomatic"],)"
               R"("cameo":"105","quad":3,"scores":{"plover_2023":-1,"goldstein_icews":-5},)"
               R"("factuality":"happened","background":false,"actors":[)" +
               side(first) + R"(],"recipients":[)" + side(second) +
               R"(],"date":{"text":"on Monday","start":")" + day + R"(","end":")" + day +
               R"("},"place":null,"attribution":[],"conditions":[],"content":null,)"
               R"("magnitude":null,"trigger":{"text":"demanded","start":10,"end":18},)"
               R"("sentence":{"text":")" + words(25) + R"(","start":0,"end":150},)"
               R"("rule":"data/en/acts/request.rec:43","confidence":0.8})";
    row.claim = read_claim(row.json).take();
    return row;
  }

  std::string country() {
    const auto code = draw(180);
    return {static_cast<char>('A' + code / 26), static_cast<char>('A' + code % 26), 'X'};
  }

 private:
  std::size_t draw(std::size_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % below;
  }

  // Few words are frequent, most are rare.
  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t rank = draw(1 + draw(1 + draw(30'000)));
      text += (i == 0 ? "w" : " w") + std::to_string(rank);
    }
    return text;
  }

  std::uint64_t state_ = 1;
};

void time_query(Store& store, const std::string& text) {
  ClaimQuery query = parse_claim_query(text).take();
  std::vector<double> times;
  std::size_t rows = 0;
  for (int round = 0; round < 5; ++round) {
    rows = 0;
    const auto begin = Clock::now();
    const auto done = store.read_claims(query, [&](const StoredClaim&) {
      ++rows;
      return true;
    });
    if (!done.ok()) std::fprintf(stderr, "%s\n", done.error().message().c_str());
    times.push_back(seconds_since(begin));
  }
  std::sort(times.begin(), times.end());
  std::printf("%-58s %9zu rows %9.1f ms\n", text.c_str(), rows, 1000 * times[2]);
}

int run(const std::string& folder, std::size_t count) {
  auto opened = Store::open(folder, Store::Access::kWrite);
  if (!opened.ok()) {
    std::fprintf(stderr, "%s\n", opened.error().message().c_str());
    return 2;
  }
  Store& store = *opened.value();
  Corpus corpus;
  std::size_t claims = 0;
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < count; ++i) {
    const Article article = corpus.article(i);
    NewDocument document;
    document.article = &article;
    document.input_hash = article.id;
    for (std::size_t row = 0; i % 3 == 0 && row < 2; ++row) {
      document.rows.push_back(corpus.row(article, row));
      ++claims;
    }
    store.add(document);
    if (i % 128 == 127 && !store.commit().ok()) return 1;
  }
  if (!store.commit().ok()) return 1;
  const double taken = seconds_since(begin);
  std::uintmax_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) bytes += file.file_size();
  std::printf("%zu articles, %zu claims kept in %.0f s: %.0f articles/s; %.0f bytes an article, all told\n",
              count, claims, taken, static_cast<double>(count) / taken,
              static_cast<double>(bytes) / static_cast<double>(count));
  for (const char* query : {"actor:ABX recipient:BCX", "between:ABX,BCX", "actor:ABX since:2022-01",
                            "actor:ABX w17", "w29000", "\"w3 w5\" type:REQUEST",
                            "document:made-3", "as-of:2021-01 between:ABX,BCX"}) {
    time_query(store, query);
  }
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory %ld MiB\n", usage.ru_maxrss / 1024);
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: store_bench FOLDER COUNT\n");
    return 2;
  }
  return verbale::run(argv[1], std::strtoull(argv[2], nullptr, 10));
}
