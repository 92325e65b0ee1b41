// SPDX-License-Identifier: Apache-2.0
#include "learning/model_file.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "core/check.h"
#include "core/hash.h"

namespace verbale {
namespace {

static_assert(std::endian::native == std::endian::little, "models are stored little-endian");

constexpr std::string_view kMagic = "VBLMODEL";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kSectionsMax = 256;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t file_size;
};

struct Entry {
  std::array<char, 24> name;
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t checksum;
};

constexpr std::string_view kTrainAgain = "fetch the model again, or make it with 'verbale train'";

std::size_t aligned(std::size_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

std::string_view view_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Error trouble_with(const std::string& origin, std::string trouble) {
  return {origin, std::move(trouble), std::string(kTrainAgain)};
}

Result<Header> read_header(std::span<const std::byte> bytes, const std::string& origin) {
  Header header{};
  if (bytes.size() < sizeof header) return trouble_with(origin, "is too short to be a model");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
    return trouble_with(origin, "is no model of Verbale");
  }
  if (header.version != kVersion) {
    return trouble_with(origin, "has model format " + std::to_string(header.version) +
                                    ", this program reads format " + std::to_string(kVersion));
  }
  if (header.file_size != bytes.size()) {
    return trouble_with(origin,
                        "was cut short or has bytes too many: " + std::to_string(bytes.size()) +
                            " bytes, should be " + std::to_string(header.file_size));
  }
  const std::size_t room = (bytes.size() - sizeof header) / sizeof(Entry);
  if (header.section_count > kSectionsMax || header.section_count > room) {
    return trouble_with(origin, "is damaged: its table of sections does not fit");
  }
  return header;
}

}  // namespace

Result<ModelFile> ModelFile::from_bytes(std::span<const std::byte> bytes,
                                        const std::string& origin) {
  const Result<Header> header = read_header(bytes, origin);
  if (!header.ok()) return header.error();
  ModelFile model;
  model.origin_ = origin;
  for (std::size_t i = 0; i < header.value().section_count; ++i) {
    Entry entry{};
    std::memcpy(&entry, bytes.data() + sizeof(Header) + i * sizeof(Entry), sizeof entry);
    const std::string name(entry.name.data(), ::strnlen(entry.name.data(), entry.name.size()));
    if (entry.offset % kAlignment != 0 || entry.offset > bytes.size() ||
        entry.size > bytes.size() - entry.offset) {
      return trouble_with(origin, "is damaged: section '" + name + "' lies outside the file");
    }
    const std::span<const std::byte> content = bytes.subspan(entry.offset, entry.size);
    if (hash64(view_of(content)) != entry.checksum) {
      return trouble_with(origin, "is damaged: the checksum of section '" + name + "' is wrong");
    }
    model.sections_.push_back({name, content});
  }
  return model;
}

Result<ModelFile> ModelFile::open(const std::string& path) {
  Result<MappedFile> mapped = MappedFile::open(path);
  if (!mapped.ok()) return mapped.error();
  Result<ModelFile> model = from_bytes(mapped.value().bytes(), path);
  if (!model.ok()) return model.error();
  ModelFile file = model.take();
  file.mapped_.push_back(mapped.take());
  return file;
}

const ModelFile::Section* ModelFile::find(std::string_view name) const {
  for (const Section& section : sections_) {
    if (section.name == name) return &section;
  }
  return nullptr;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  const Section* found = find(name);
  return found == nullptr ? std::span<const std::byte>{} : found->bytes;
}

std::vector<std::string_view> ModelFile::names() const {
  std::vector<std::string_view> names;
  for (const Section& section : sections_) names.push_back(section.name);
  return names;
}

void ModelWriter::add(std::string_view name, std::string bytes) {
  VERBALE_CHECK(!name.empty() && name.size() < sizeof(Entry::name));
  VERBALE_CHECK(!has(name) && sections_.size() < kSectionsMax);
  sections_.push_back({std::string(name), std::move(bytes)});
}

void ModelWriter::add_all(const ModelFile& model) {
  for (std::string_view name : model.names()) {
    if (!has(name)) add(name, std::string(model.text(name)));
  }
}

bool ModelWriter::has(std::string_view name) const {
  for (const Section& section : sections_) {
    if (section.name == name) return true;
  }
  return false;
}

std::string ModelWriter::bytes() const {
  std::vector<Entry> entries;
  std::size_t end = sizeof(Header) + sections_.size() * sizeof(Entry);
  for (const Section& section : sections_) {
    Entry entry{};
    section.name.copy(entry.name.data(), section.name.size());
    entry.offset = aligned(end);
    entry.size = section.bytes.size();
    entry.checksum = hash64(section.bytes);
    end = entry.offset + entry.size;
    entries.push_back(entry);
  }
  Header header{};
  kMagic.copy(header.magic.data(), kMagic.size());
  header.version = kVersion;
  header.section_count = static_cast<std::uint32_t>(sections_.size());
  header.file_size = end;

  std::string file(end, '\0');
  std::memcpy(file.data(), &header, sizeof header);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::memcpy(file.data() + sizeof header + i * sizeof(Entry), &entries[i], sizeof(Entry));
    std::memcpy(file.data() + entries[i].offset, sections_[i].bytes.data(), entries[i].size);
  }
  return file;
}

}  // namespace verbale
