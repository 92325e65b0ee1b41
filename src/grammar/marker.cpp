// SPDX-License-Identifier: Apache-2.0
#include "grammar/frame.h"

namespace verbale {

std::uint32_t marker_of(const Tree& tree, std::uint32_t head) {
  const std::uint32_t own = tree.child(head, {Deprel::kCase, Deprel::kMark});
  if (own != kNoToken) return own;
  // "with the premier Lea Varga": the preposition may hang on another part of the name.
  for (std::uint32_t part : tree.children(head)) {
    const Deprel relation = tree.token(part).deprel;
    if (relation != Deprel::kFlat && relation != Deprel::kNmodDesc) continue;
    const std::uint32_t marker = tree.child(part, {Deprel::kCase});
    if (marker != kNoToken && marker < head) return marker;
  }
  return kNoToken;
}

}  // namespace verbale
