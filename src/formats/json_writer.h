// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// Appends JSON (RFC 8259) to a string, members in the order they are written, no white space: the
// same calls give the same bytes on every machine.
//
//   JsonWriter json(line);
//   json.begin_object();
//   json.member("id", "a1");
//   json.key("place");
//   json.null();
//   json.end_object();                      // {"id":"a1","place":null}
//
// Containers may nest to any depth. Unbalanced calls, a value without a key in an object or a key
// outside of one are mistakes of ours and abort.
class JsonWriter {
 public:
  // `out` must outlive the writer; what it holds already stays.
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  // Bytes that are no UTF-8 become U+FFFD. U+2028 and U+2029 are escaped, so that a line of output
  // is a line for every reader.
  void string(std::string_view text);
  // The shortest digits that read back as the same double; null for what JSON cannot hold
  // (infinity, not a number).
  void number(double value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  // `text` when it has any, else null: the record's way of saying "not settled by the text".
  void string_or_null(std::string_view text);
  // Text that is JSON already, one value.
  void raw(std::string_view json);

  void member(std::string_view name, std::string_view text) { key(name), string(text); }
  void member(std::string_view name, const char* text) { key(name), string(text); }
  void member(std::string_view name, double value) { key(name), number(value); }
  void member(std::string_view name, std::int64_t value) { key(name), integer(value); }
  void member(std::string_view name, std::uint32_t value) { key(name), integer(value); }
  void member(std::string_view name, std::size_t value) {
    key(name), integer(static_cast<std::int64_t>(value));
  }
  void member(std::string_view name, int value) { key(name), integer(value); }
  void member(std::string_view name, bool value) { key(name), boolean(value); }
  // A list of texts.
  void member(std::string_view name, const std::vector<std::string>& texts) {
    key(name), begin_array();
    for (const std::string& text : texts) string(text);
    end_array();
  }
  void member_or_null(std::string_view name, std::string_view text) {
    key(name), string_or_null(text);
  }

 private:
  enum class Place : std::uint8_t { kObject, kArray };
  struct Level {
    Place place;
    bool has_members = false;
    bool key_waits = false;
  };
  void before_value();

  std::string& out_;
  std::vector<Level> levels_;
};

}  // namespace verbale
