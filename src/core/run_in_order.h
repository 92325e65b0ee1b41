// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace verbale {

// Takes items from `next` (called by one thread at a time, until it gives nothing), works on `jobs`
// of them at once, and hands the results to `write` in the order of the items: the output does not
// depend on the number of jobs. At most a few items a job are held at a time.
template <typename Next, typename Work, typename Write>
void run_in_order(unsigned jobs, Next next, Work work, Write write) {
  if (jobs <= 1) {
    while (auto item = next()) write(work(std::move(*item)));
    return;
  }
  using Item = typename decltype(next())::value_type;
  using Made = decltype(work(std::declval<Item>()));
  struct Waiting {
    std::optional<Made> made;
  };
  constexpr std::size_t kHeldPerJob = 8;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Waiting> slots;  // Results not yet written; the first is the oldest item.
  std::size_t first = 0;   // Number of the item that slots.front() belongs to.
  bool is_exhausted = false;

  const auto toil = [&] {
    while (true) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return is_exhausted || slots.size() < kHeldPerJob * jobs; });
      if (is_exhausted) return;
      auto item = next();
      if (!item) {
        is_exhausted = true;
        changed.notify_all();
        return;
      }
      const std::size_t number = first + slots.size();
      slots.emplace_back();
      lock.unlock();
      Made made = work(std::move(*item));
      lock.lock();
      slots[number - first].made = std::move(made);
      changed.notify_all();
    }
  };

  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(toil);
  std::unique_lock lock(mutex);
  while (true) {
    changed.wait(lock, [&] {
      return (!slots.empty() && slots.front().made) || (is_exhausted && slots.empty());
    });
    if (slots.empty()) break;
    Made made = std::move(*slots.front().made);
    slots.pop_front();
    ++first;
    changed.notify_all();
    lock.unlock();
    write(std::move(made));
    lock.lock();
  }
}

}  // namespace verbale
