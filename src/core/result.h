// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/check.h"

namespace verbale {

// Why something outside (a file, a line of data, an option) cannot be used, told to a person.
struct Error {
  std::string where;    // "data/en/acts/protest.rec:12", a path, or empty.
  std::string trouble;  // "no ':' in 'words march'"
  std::string cure;     // "write 'name: value', or start the line with '#'"; may be empty.

  // "where: trouble (cure)"
  std::string message() const {
    std::string text = where.empty() ? trouble : where + ": " + trouble;
    return cure.empty() ? text : text + " (" + cure + ")";
  }
};

// A value, or the reason there is none. Reading the value of a failed result is our mistake and
// aborts; ask ok() first.
template <typename Value>
class [[nodiscard]] Result {
 public:
  Result(Value value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<Value>(state_); }
  const Value& value() const {
    VERBALE_CHECK(ok());
    return std::get<Value>(state_);
  }
  Value take() {
    VERBALE_CHECK(ok());
    return std::move(std::get<Value>(state_));
  }
  const Error& error() const {
    VERBALE_CHECK(!ok());
    return std::get<Error>(state_);
  }

 private:
  std::variant<Value, Error> state_;
};

// For what yields nothing but may fail.
struct Done {};

}  // namespace verbale
