// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "document/article.h"
#include "document/references.h"
#include "document/syntax.h"
#include "lexicon/places.h"

namespace verbale {

// A place name as a corpus marks it, with the point it means.
struct ToponymMark {
  ByteSpan span;
  double latitude = 0;
  double longitude = 0;
};

struct ToponymDocument {
  std::string corpus;  // "GeoVirus", "LGL"
  Article article;
  std::vector<ToponymMark> marks;
};

// Reads one line of places/geovirus-lgl.jsonl; an empty text when it cannot be read.
ToponymDocument read_toponyms(std::string_view json_line);

struct PlaceScores {
  int marks = 0;
  int answers = 0;          // Places with a meaning.
  int marks_found = 0;      // Overlapped by an answer.
  int answers_right = 0;    // Overlap a mark.
  int countries_known = 0;  // Found, and the mark's country can be told by its point.
  int countries_right = 0;
  int near = 0;                     // Found, and within 161 km (100 miles) of the mark.
  std::vector<std::string> misses;  // What went wrong, one line each, for people.

  double found_f1() const;
  void add(const PlaceScores& other);
};

PlaceScores score_places(const ToponymDocument& document, const Syntax& syntax,
                         const References& references, const Places& places);

// Kilometres along the great circle.
double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

}  // namespace verbale
