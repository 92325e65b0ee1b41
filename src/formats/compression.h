// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "formats/byte_source.h"

namespace verbale {

// The plain bytes of `source`, which may be gzip (of any number of members), zstd (of any number
// of frames) or neither; its first bytes tell. Memory does not grow with the stream (a zstd frame
// may ask for a window of at most 128 MiB). What stands before a broken place is read; then comes
// an error. Its `where` is empty.
std::unique_ptr<ByteSource> decompress(std::unique_ptr<ByteSource> source);

}  // namespace verbale
