// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace verbale {

struct DecodedText {
  std::string text;   // Valid UTF-8, without byte order mark.
  std::string doubt;  // What had to be guessed or repaired, for a person; empty when nothing.
};

// Text from bytes of any encoding. A byte order mark settles it, then being UTF-8, then
// `declared` (a charset name from a page or header; may be empty or unknown), then the look of the
// bytes. Text that is UTF-8 but for a few bytes stays UTF-8, with U+FFFD for those.
DecodedText decode_text(std::string_view bytes, std::string_view declared);

// The charset that an HTML page declares in its first 4,096 bytes ("windows-1251"); empty when it
// declares none.
std::string_view charset_declared_in(std::string_view html);

// `text` in Unicode normal form C. REQUIRES: valid UTF-8.
std::string to_nfc(std::string_view text);

}  // namespace verbale
