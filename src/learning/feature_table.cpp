// SPDX-License-Identifier: Apache-2.0
#include "learning/feature_table.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "learning/feature_hash.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace verbale {
namespace {

// The place of `mark` among the sixteen at `marks`; 16 when it is not there.
unsigned find_mark(const std::uint16_t* marks, std::uint16_t mark) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(mark));
  const auto* words = reinterpret_cast<const __m128i*>(marks);
  const __m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(words), wanted);
  const __m128i high = _mm_cmpeq_epi16(_mm_loadu_si128(words + 1), wanted);
  const auto bits = static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
  return bits == 0 ? 16u : static_cast<unsigned>(__builtin_ctz(bits));
#else
  return static_cast<unsigned>(std::find(marks, marks + FeatureMarks::kBucket, mark) - marks);
#endif
}

}  // namespace

FeatureMarks::FeatureMarks(std::span<const std::uint16_t> marks)
    : marks_(marks), buckets_(marks.size() / kBucket) {
  VERBALE_CHECK(marks.size() % kBucket == 0);
}

std::uint32_t FeatureMarks::row_of(std::uint64_t hash) const {
  if (buckets_ == 0) return kNoRow;
  const std::size_t first = bucket_of(hash) * kBucket;
  const unsigned place = find_mark(marks_.data() + first, mark_of(hash));
  return place == kBucket ? kNoRow : static_cast<std::uint32_t>(first + place);
}

std::vector<std::uint16_t> FeatureMarks::place(std::span<const std::uint64_t> by_worth,
                                               std::size_t rows) {
  VERBALE_CHECK(rows % kBucket == 0 && rows > 0);
  std::vector<std::uint16_t> marks(rows, 0);
  const FeatureMarks shape{std::span<const std::uint16_t>(marks)};
  for (std::uint64_t hash : by_worth) {
    std::uint16_t* bucket = marks.data() + shape.bucket_of(hash) * kBucket;
    std::uint16_t* end = bucket + kBucket;
    std::uint16_t* free = std::find(bucket, end, std::uint16_t{0});
    if (free == end || std::find(bucket, free, mark_of(hash)) != free) continue;
    *free = mark_of(hash);
  }
  return marks;
}

Result<FeatureTable> FeatureTable::load(const ModelFile& file, std::string_view name) {
  const std::string marks_name = std::string(name) + ".marks";
  const std::string weights_name = std::string(name) + ".weights";
  const auto marks = file.array<std::uint16_t>(marks_name);
  FeatureTable table;
  table.weights_ = file.array<std::int8_t>(weights_name);
  const bool fits = !marks.empty() && marks.size() % FeatureMarks::kBucket == 0 &&
                    table.weights_.size() % marks.size() == 0;
  if (fits) table.lanes_ = table.weights_.size() / marks.size();
  if (!fits || table.lanes_ == 0 || table.lanes_ % 16 != 0 || table.lanes_ > kLanesMax) {
    return Error{file.origin(),
                 "has no usable sections '" + marks_name + "' and '" + weights_name + "'",
                 "fetch the model again, or make it with 'verbale train'"};
  }
  const auto probe = file.array<std::uint64_t>(std::string(name) + ".probe");
  if (probe.size() != 1 || probe[0] != kFeatureProbe) {
    return Error{file.origin(), "was made by another version of the program",
                 "fetch the model of this version, or make it with 'verbale train'"};
  }
  table.marks_ = FeatureMarks(marks);
  return table;
}

template <std::size_t kLanes>
void FeatureTable::add_rows(std::span<const std::uint32_t> rows, std::int16_t* scores) const {
#if defined(__SSE2__)
  __m128i sums[kLanes / 8];
  for (__m128i& sum : sums) sum = _mm_setzero_si128();
  for (std::uint32_t row : rows) {
    const std::int8_t* weights = weights_.data() + std::size_t{row} * kLanes;
    for (std::size_t i = 0; i < kLanes / 16; ++i) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights) + i);
      const __m128i low = _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
      const __m128i high = _mm_srai_epi16(_mm_unpackhi_epi8(bytes, bytes), 8);
      sums[2 * i] = _mm_add_epi16(sums[2 * i], low);
      sums[2 * i + 1] = _mm_add_epi16(sums[2 * i + 1], high);
    }
  }
  for (std::size_t i = 0; i < kLanes / 8; ++i) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(scores) + i, sums[i]);
  }
#else
  std::fill(scores, scores + kLanes, std::int16_t{0});
  for (std::uint32_t row : rows) {
    const std::int8_t* weights = weights_.data() + std::size_t{row} * kLanes;
    for (std::size_t i = 0; i < kLanes; ++i) {
      scores[i] = static_cast<std::int16_t>(scores[i] + weights[i]);
    }
  }
#endif
}

void FeatureTable::score(std::span<const std::uint64_t> features,
                         std::span<std::int16_t> scores) const {
  VERBALE_CHECK(features.size() <= kFeaturesMax && scores.size() == lanes_);
  // Three walks, each asking for memory that the next one needs: marks, weights, sums.
  for (std::uint64_t hash : features) marks_.prefetch(hash);
  std::array<std::uint32_t, kFeaturesMax> rows;
  std::size_t count = 0;
  for (std::uint64_t hash : features) {
    const std::uint32_t row = marks_.row_of(hash);
    if (row == FeatureMarks::kNoRow) continue;
    __builtin_prefetch(weights_.data() + std::size_t{row} * lanes_);
    rows[count++] = row;
  }
  const std::span<const std::uint32_t> found(rows.data(), count);
  switch (lanes_) {
    case 16:
      return add_rows<16>(found, scores.data());
    case 32:
      return add_rows<32>(found, scores.data());
    case 48:
      return add_rows<48>(found, scores.data());
    case 64:
      return add_rows<64>(found, scores.data());
    default:
      return;
  }
}

}  // namespace verbale
