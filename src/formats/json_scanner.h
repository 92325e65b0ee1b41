// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

// Finds its way through a JSON object or list that comes in pieces, by brackets outside of strings:
// where it ends, and where the list of records starts that an answer of a news service or a JSON
// feed wraps ("items": [{ …). Checks nothing else.
class JsonScanner {
 public:
  enum class Found : std::uint8_t {
    kNothing,  // Read on.
    kEnd,      // The bracket that closes the whole.
    kList,     // The bracket that opens such a list; its first object comes next.
  };
  enum class Lists : std::uint8_t { kPassed, kTold };

  explicit JsonScanner(Lists lists = Lists::kPassed) : lists_(lists) {}
  // Starts within a list that `depth` brackets enclose, itself not counted.
  static JsonScanner within(int depth);

  // Reads on up to the next thing of note.
  Found read(std::string_view bytes);
  // Bytes read so far, up to after the bracket that was found.
  std::size_t consumed() const { return consumed_; }
  // Brackets open where it stands.
  int depth() const { return depth_; }

 private:
  void read_string(char c);
  bool opens_list(char c);

  Lists lists_;
  std::size_t consumed_ = 0;
  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  std::string word_;            // The string read last.
  bool is_named_ = false;       // A colon followed it, and nothing else yet.
  std::size_t list_begin_ = 0;  // After the bracket of a list of fitting name; 0 for none.
  bool has_text_ = false;       // The outermost object holds a text of its own.
};

}  // namespace verbale
