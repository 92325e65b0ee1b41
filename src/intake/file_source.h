// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/byte_source.h"

namespace verbale {

// The bytes of a file or pipe, as they lie there. An error says whether it is missing, a
// directory, or may not be read.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

std::unique_ptr<ByteSource> standard_input();

// The files of a directory and of those below it, in the order of their paths. Hidden ones and
// links to directories are left out. `path` itself when it is no directory.
std::vector<std::string> files_below(const std::string& path);

}  // namespace verbale
