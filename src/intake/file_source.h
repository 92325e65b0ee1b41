// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "formats/byte_source.h"

namespace verbale {

// The bytes of a file or pipe, as they lie there. An error says whether it is missing, a
// directory, or may not be read.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

std::unique_ptr<ByteSource> standard_input();

}  // namespace verbale
