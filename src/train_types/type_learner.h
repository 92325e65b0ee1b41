// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace verbale {

// A case to learn from: the features of a sentence, as numbers, and the type that is right.
struct TypeCase {
  std::vector<std::uint32_t> features;
  std::size_t type = 0;
};

// Softmax regression by stochastic gradient descent with a falling rate. The same cases in the same
// order give the same weights.
class TypeLearner {
 public:
  TypeLearner(std::size_t features, std::size_t types);

  void learn(const std::vector<TypeCase>& cases);
  double weight(std::uint32_t feature, std::size_t type) const {
    return weights_[feature * types_ + type];
  }

 private:
  void see(const TypeCase& each, double rate);

  std::size_t types_;
  std::vector<double> weights_;
  std::vector<double> odds_;
};

}  // namespace verbale
