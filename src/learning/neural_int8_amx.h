// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "learning/neural_int8.h"

namespace verbale {

// Whether this processor multiplies tiles of whole numbers (AMX) and the system lets us. Asks the
// system for leave the first time.
bool may_multiply_tiles();

// Whether multiply_tiles takes a product of these sizes: whole tiles must fit into it.
bool fits_tiles(std::size_t count, const Int8Matrix& matrix);

// multiply_int8 by tiles. REQUIRES: may_multiply_tiles(), fits_tiles(count, matrix).
void multiply_tiles(const std::int8_t* rows, std::size_t count, const Int8Matrix& matrix,
                    std::int32_t* sums);

}  // namespace verbale
