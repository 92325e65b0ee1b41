// SPDX-License-Identifier: Apache-2.0
#include "stages/split_text/splitter.h"

#include <array>

namespace verbale {
namespace {

Error unusable(const ModelFile& file, std::string_view section) {
  return {file.origin(), "has no usable section '" + std::string(section) + "'",
          "fetch the model again, or make it with 'verbale train'"};
}

}  // namespace

Result<Splitter> Splitter::load(const ModelFile& file) {
  Splitter splitter;
  Result<FeatureTable> cuts = FeatureTable::load(file, "cut");
  if (!cuts.ok()) return cuts.error();
  Result<FeatureTable> ends = FeatureTable::load(file, "end");
  if (!ends.ok()) return ends.error();
  splitter.cuts_ = cuts.take();
  splitter.ends_ = ends.take();
  if (splitter.cuts_.lanes() != 16) return unusable(file, "cut.weights");
  if (splitter.ends_.lanes() != 16) return unusable(file, "end.weights");
  splitter.words_ = SplitWords(HashValues(file.array<std::uint64_t>("split.abbreviations")),
                               HashValues(file.array<std::uint64_t>("split.contractions")));
  return splitter;
}

bool Splitter::says_yes(const FeatureTable& table, const FeatureList& features) const {
  std::array<std::int16_t, 16> scores{};
  table.score(features.all(), scores);
  return scores[0] > 0;
}

std::vector<ByteSpan> Splitter::words_of(std::string_view text) const {
  std::vector<ByteSpan> words;
  FeatureList features;
  for (const ByteSpan& span : chunks_of(text)) {
    const std::string_view chunk = span.of(text);
    const ChunkFacts facts = facts_of(text, span);
    std::uint32_t begin = 0;
    for (std::uint32_t place : places_in(chunk, words_)) {
      if (keeps_dot(chunk, begin, place, words_)) continue;
      gather_cut_features({facts, place, begin}, words_, features);
      if (!says_yes(cuts_, features)) continue;
      words.push_back({span.begin + begin, span.begin + place});
      begin = place;
    }
    words.push_back({span.begin + begin, span.end});
  }
  return words;
}

}  // namespace verbale
