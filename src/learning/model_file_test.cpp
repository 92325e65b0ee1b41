// SPDX-License-Identifier: Apache-2.0
#include "learning/model_file.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

std::string two_sections() {
  ModelWriter writer;
  writer.add("first", "some bytes");
  writer.add_array("numbers", std::vector<std::uint32_t>{7, 8, 9});
  return writer.bytes();
}

TEST(ModelFile, HandsOutItsSectionsAligned) {
  const std::string file = two_sections();
  const auto model = ModelFile::from_bytes(bytes_of(file), "x.model");
  ASSERT_TRUE(model.ok());
  EXPECT_EQ(model.value().text("first"), "some bytes");
  const auto numbers = model.value().array<std::uint32_t>("numbers");
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2], 9u);
  const auto offset = reinterpret_cast<const char*>(numbers.data()) - file.data();
  EXPECT_EQ(offset % 64, 0);
}

TEST(ModelFile, HasNothingUnderAnUnknownName) {
  const std::string file = two_sections();
  const auto model = ModelFile::from_bytes(bytes_of(file), "x.model");
  ASSERT_TRUE(model.ok());
  EXPECT_FALSE(model.value().has("third"));
  EXPECT_TRUE(model.value().section("third").empty());
  EXPECT_TRUE(model.value().array<std::uint64_t>("first").empty());
}

TEST(ModelFile, RefusesWhatIsCutShort) {
  const std::string file = two_sections();
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_FALSE(ModelFile::from_bytes(bytes_of(file.substr(0, size)), "x.model").ok()) << size;
  }
}

TEST(ModelFile, RefusesADamagedSectionByName) {
  std::string file = two_sections();
  file.back() ^= 1;
  const auto model = ModelFile::from_bytes(bytes_of(file), "x.model");
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().message(),
            "x.model: is damaged: the checksum of section 'numbers' is wrong (fetch the model "
            "again, or make it with 'verbale train')");
}

TEST(ModelFile, RefusesForeignFilesAndOtherVersions) {
  EXPECT_FALSE(ModelFile::from_bytes(bytes_of(std::string(4096, 'x')), "x.model").ok());
  std::string file = two_sections();
  file[8] = 9;
  const auto model = ModelFile::from_bytes(bytes_of(file), "x.model");
  ASSERT_FALSE(model.ok());
  EXPECT_NE(model.error().message().find("model format 9"), std::string::npos);
}

TEST(ModelFile, NoFlippedBitGetsThroughUnseen) {
  const std::string good = two_sections();
  const auto first = ModelFile::from_bytes(bytes_of(good), "x.model");
  ASSERT_TRUE(first.ok());
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] ^= 0x10;
    const auto model = ModelFile::from_bytes(bytes_of(bad), "x.model");
    if (!model.ok()) continue;
    // Only padding and names may differ; what is handed out is never wrong.
    if (!model.value().has("first")) continue;
    EXPECT_EQ(model.value().text("first"), "some bytes");
  }
}

}  // namespace
}  // namespace verbale
