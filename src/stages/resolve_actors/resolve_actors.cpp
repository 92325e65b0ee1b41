// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/resolve_actors.h"

#include <utility>

#include "stages/resolve_actors/resolver.h"

namespace verbale {

References resolve_actors(References references, const Article& article, const Tree& tree,
                          const ActorLexicon& actors) {
  return ActorResolver(std::move(references), article, tree, actors).resolve();
}

}  // namespace verbale
