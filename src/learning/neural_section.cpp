// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_section.h"

#include <array>
#include <cstring>
#include <string_view>

#include "learning/neural_features.h"

namespace verbale {

namespace {

constexpr std::string_view kMagic = "VNEURAL2";
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kTableBytesMax = std::size_t{1} << 30;

// The sizes at the section's start, after the magic.
struct Header {
  std::array<std::uint32_t, 12> shape{};
  std::uint32_t name_bytes = 0;  // All label names, each ended by a line feed.
  std::uint32_t word_rows = 0;
  std::uint32_t word_slots = 0;
  std::uint32_t part_rows = 0;
  std::uint32_t part_slots = 0;
  std::uint32_t tag_pairs = 0;
};

std::array<std::uint32_t*, 12> fields_of(NeuralShape& shape) {
  return {&shape.word_width, &shape.part_width, &shape.layers,       &shape.hidden,
          &shape.tag_layer,  &shape.name_layer, &shape.arc_width,    &shape.label_width,
          &shape.upos_count, &shape.xpos_count, &shape.deprel_count, &shape.name_count};
}

// Takes arrays from the bytes, in the order in which the writer put them.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <typename Element>
  void array(std::span<const Element>& out, std::size_t count) {
    at_ = (at_ + kAlignment - 1) / kAlignment * kAlignment;
    const std::size_t size = count * sizeof(Element);
    if (at_ > bytes_.size() || size > bytes_.size() - at_) {
      is_whole_ = false;
      return;
    }
    out = {reinterpret_cast<const Element*>(bytes_.data() + at_), count};
    at_ += size;
  }
  bool is_whole() const { return is_whole_; }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
  bool is_whole_ = true;
};

class Writer {
 public:
  template <typename Element>
  void array(const std::span<const Element>& in, std::size_t) {
    text_.resize((text_.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
    text_.append(reinterpret_cast<const char*>(in.data()), in.size_bytes());
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

template <typename Visitor>
void visit_matrix(Visitor& visitor, Int8Matrix& matrix, std::size_t inputs, std::size_t outputs) {
  matrix.inputs = inputs;
  matrix.outputs = Int8Matrix::padded(outputs);
  visitor.array(matrix.weights, matrix.inputs * matrix.outputs);
  visitor.array(matrix.scales, matrix.outputs);
  visitor.array(matrix.sums, matrix.outputs);
}

template <typename Visitor>
void visit_table(Visitor& visitor, NeuralSection::Table& table, std::size_t slots, std::size_t rows,
                 std::size_t width) {
  visitor.array(table.slots, slots);
  visitor.array(table.values, rows * width);
  visitor.array(table.scales, rows);
}

// The one place that knows the order of the arrays.
template <typename Visitor>
void visit_arrays(Visitor& visitor, const Header& header, NeuralSection& section) {
  const NeuralShape& shape = section.shape;
  const std::size_t state = shape.state();
  visitor.array(section.tag_pairs, 2 * std::size_t{header.tag_pairs});
  visit_table(visitor, section.words, header.word_slots, header.word_rows, shape.word_width);
  visit_table(visitor, section.parts, header.part_slots, header.part_rows, shape.part_width);
  section.layers.resize(shape.layers);
  for (NeuralSection::Layer& layer : section.layers) {
    visit_matrix(visitor, layer.weights, state, shape.gates());
    for (auto* vector :
         {&layer.forget_state, &layer.reset_state, &layer.forget_bias, &layer.reset_bias}) {
      visitor.array(*vector, state);
    }
  }
  visit_matrix(visitor, section.tags, state, shape.tags());
  visitor.array(section.tag_bias, shape.tags());
  visit_matrix(visitor, section.name_weights, state, shape.name_count);
  visitor.array(section.name_bias, shape.name_count);
  visit_matrix(visitor, section.views, state, shape.views());
  visitor.array(section.view_bias, shape.views());
  visit_matrix(visitor, section.arcs, shape.arc_width, shape.arc_width);
  visitor.array(section.arc_bias, shape.arc_width);
  visit_matrix(visitor, section.distances, shape.arc_width, NeuralShape::kDistances);
  visitor.array(section.distance_bias, NeuralShape::kDistances);
  visitor.array(section.arc_root, shape.arc_width);
  visit_matrix(visitor, section.labels, shape.label_width, shape.deprel_count);
  visitor.array(section.label_bias, shape.deprel_count);
  visitor.array(section.label_root, shape.label_width);
}

std::vector<std::string> lines_of(std::span<const char> text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back().push_back(c);
    }
  }
  lines.pop_back();
  return lines;
}

// Deals the names out to the four lists; false when their number does not fit the shape.
bool deal_names(const std::vector<std::string>& all, NeuralSection& section) {
  const NeuralShape& shape = section.shape;
  if (all.size() != shape.tags() + shape.deprel_count + shape.name_count) return false;
  auto from = all.begin();
  const auto take = [&from](std::vector<std::string>& list, std::size_t count) {
    list.assign(from, from + static_cast<std::ptrdiff_t>(count));
    from += static_cast<std::ptrdiff_t>(count);
  };
  take(section.upos, shape.upos_count);
  take(section.xpos, shape.xpos_count);
  take(section.deprels, shape.deprel_count);
  take(section.names, shape.name_count);
  return true;
}

bool are_sound_pairs(std::span<const std::uint8_t> pairs, const NeuralShape& shape) {
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    if (pairs[i] >= shape.upos_count || pairs[i + 1] >= shape.xpos_count) return false;
  }
  return !pairs.empty();
}

Error broken(std::string trouble) {
  return {"neural section", std::move(trouble), "train the model again"};
}

}  // namespace

Result<NeuralSection> read_neural_section(std::span<const std::byte> bytes) {
  VERBALE_CHECK(reinterpret_cast<std::uintptr_t>(bytes.data()) % 4 == 0);
  Reader reader(bytes);
  std::span<const char> magic;
  std::span<const Header> headers;
  reader.array(magic, kMagic.size());
  reader.array(headers, 1);
  if (!reader.is_whole() || std::string_view(magic.data(), magic.size()) != kMagic) {
    return broken("does not start as one");
  }
  const Header& header = headers[0];
  NeuralSection section;
  const auto fields = fields_of(section.shape);
  for (std::size_t i = 0; i < fields.size(); ++i) *fields[i] = header.shape[i];
  if (!is_usable(section.shape)) return broken("has sizes that do not fit one another");
  std::span<const char> names;
  reader.array(names, header.name_bytes);
  if (!reader.is_whole() || !deal_names(lines_of(names), section)) {
    return broken("has not as many labels as it says");
  }
  visit_arrays(reader, header, section);
  if (!reader.is_whole()) return broken("ends too early");
  if (!FeatureIndex::is_sound(section.words.slots, header.word_rows) ||
      !FeatureIndex::is_sound(section.parts.slots, header.part_rows)) {
    return broken("has a feature index that cannot be searched");
  }
  if (!are_sound_pairs(section.tag_pairs, section.shape)) return broken("pairs unknown tags");
  return section;
}

std::string write_neural_section(const NeuralSection& section) {
  NeuralSection copy = section;
  Header header;
  const auto fields = fields_of(copy.shape);
  for (std::size_t i = 0; i < fields.size(); ++i) header.shape[i] = *fields[i];
  std::string names;
  for (const auto* list : {&copy.upos, &copy.xpos, &copy.deprels, &copy.names}) {
    for (const std::string& name : *list) names += name + "\n";
  }
  VERBALE_CHECK(copy.words.values.size() < kTableBytesMax);
  header.name_bytes = static_cast<std::uint32_t>(names.size());
  header.word_rows = static_cast<std::uint32_t>(copy.words.scales.size());
  header.word_slots = static_cast<std::uint32_t>(copy.words.slots.size());
  header.part_rows = static_cast<std::uint32_t>(copy.parts.scales.size());
  header.tag_pairs = static_cast<std::uint32_t>(copy.tag_pairs.size() / 2);
  header.part_slots = static_cast<std::uint32_t>(copy.parts.slots.size());
  Writer writer;
  writer.array(std::span(kMagic), 0);
  writer.array(std::span<const Header>(&header, 1), 0);
  writer.array(std::span<const char>(names), 0);
  visit_arrays(writer, header, copy);
  return writer.take();
}

}  // namespace verbale
