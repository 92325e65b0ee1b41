// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace verbale {
namespace {

constexpr std::chrono::milliseconds kShowEvery{200};

}  // namespace

Progress::Progress(std::string what, std::size_t total)
    : what_(std::move(what)), total_(total), is_shown_(::isatty(STDERR_FILENO) == 1),
      begin_(std::chrono::steady_clock::now()), last_(begin_) {}

Progress::~Progress() {
  if (has_written_) std::fputs("\r\033[K", stderr);
}

void Progress::advance(std::size_t count) {
  count_ += count;
  if (!is_shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kShowEvery) return;
  last_ = now;
  show();
}

void Progress::show() {
  const double seconds = std::chrono::duration<double>(last_ - begin_).count();
  const double rate = seconds > 0 ? static_cast<double>(count_) / seconds : 0;
  std::fprintf(stderr, "\r\033[K%zu %s, %.0f a second", count_, what_.c_str(), rate);
  if (total_ > count_ && rate > 0) {
    std::fprintf(stderr, ", %.0f s left", static_cast<double>(total_ - count_) / rate);
  }
  std::fflush(stderr);
  has_written_ = true;
}

}  // namespace verbale
