// SPDX-License-Identifier: Apache-2.0
#include "evaluate/floors.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/file.h"
#include "formats/records.h"

namespace verbale {
namespace {

// Room for the noise of another machine or compiler: none is expected, so it is small.
constexpr double kRoom = 0.005;

using Floors = std::map<std::pair<std::string, std::string>, double>;

Floors read_floors(const std::string& file) {
  Floors floors;
  auto text = read_file(file);
  if (!text.ok()) return floors;
  Table table = parse_table(text.value(), file);
  const std::size_t suite_at = table.column("suite"), figure_at = table.column("figure"),
                    floor_at = table.column("floor");
  for (const TableRow& row : table.rows) {
    double floor = 0;
    const std::string_view cell = row.cells[floor_at];
    std::from_chars(cell.data(), cell.data() + cell.size(), floor);
    floors[{std::string(row.cells[suite_at]), std::string(row.cells[figure_at])}] = floor;
  }
  return floors;
}

bool write_floors(const std::string& file, const Floors& floors) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  if (out == nullptr) return false;
  std::fputs("# Figures that `verbale evaluate --gate` must not fall below; errors must not rise above.\n"
             "# Floors only rise, those of errors only fall.\n"
             "suite\tfigure\tfloor\n", out);
  for (const auto& [key, floor] : floors) {
    std::fprintf(out, "%s\t%s\t%.3f\n", key.first.c_str(), key.second.c_str(), floor);
  }
  return std::fclose(out) == 0;
}

bool is_worse(double value, double than, bool is_error) {
  return is_error ? value > than : value < than;
}

// The floor that a figure earns: a little worse than what was reached, to three digits.
double earned_floor(const Figure& figure) {
  if (figure.is_error) return std::ceil((figure.value + kRoom) * 1000) / 1000;
  return std::floor((figure.value - kRoom) * 1000) / 1000;
}

}  // namespace

int check_floors(const std::vector<SuiteReport>& reports, const std::string& file, bool raise) {
  Floors floors = read_floors(file);
  int status = 0;
  for (const SuiteReport& report : reports) {
    for (const Figure& figure : report.figures) {
      const auto key = std::make_pair(report.name, figure.name);
      const auto floor = floors.find(key);
      if (floor != floors.end() && is_worse(figure.value, floor->second, figure.is_error)) {
        std::printf("%s: %s is %s, %s its floor %s\n", report.name.c_str(), figure.name.c_str(),
                    three_digits(figure.value).c_str(), figure.is_error ? "above" : "below",
                    three_digits(floor->second).c_str());
        status = 1;
      }
      if (!raise) continue;
      const double earned = earned_floor(figure);
      if (floor == floors.end() || is_worse(floor->second, earned, figure.is_error)) {
        floors[key] = earned;
      }
    }
  }
  if (raise && !write_floors(file, floors)) {
    std::fprintf(stderr, "verbale: %s cannot be written\n", file.c_str());
    return 2;
  }
  return status;
}

}  // namespace verbale
