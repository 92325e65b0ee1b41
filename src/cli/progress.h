// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace verbale {

// A line on the terminal that says how far a long run is: count, rate, time left when the total is
// known. Says nothing when standard error is no terminal.
class Progress {
 public:
  explicit Progress(std::string what, std::size_t total = 0);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::size_t count = 1);

 private:
  void show();

  std::string what_;
  std::size_t total_;
  std::size_t count_ = 0;
  bool is_shown_;
  bool has_written_ = false;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace verbale
