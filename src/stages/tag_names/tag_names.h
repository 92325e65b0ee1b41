// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/result.h"
#include "document/article.h"
#include "document/names.h"
#include "document/syntax.h"
#include "learning/model_file.h"

namespace verbale {

class NameTagger;

// What tag_names has learnt. Reads from `file`, which must outlive it. Threads may share it.
class NameModel {
 public:
  static Result<NameModel> load(const ModelFile& file);
  const NameTagger& tagger() const { return *tagger_; }

 private:
  std::shared_ptr<const NameTagger> tagger_;
};

// The proper names of persons, organisations and places, in text order; they never overlap nor
// reach across sentences. Needs tags.
std::vector<NameSpan> tag_names(const Syntax& syntax, const Article& article,
                                const NameModel& model);

}  // namespace verbale
