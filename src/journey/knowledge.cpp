// SPDX-License-Identifier: Apache-2.0
#include "journey/knowledge.h"

#include "core/file.h"
#include "lexicon/actor_dictionary.h"

namespace verbale {

Result<std::unique_ptr<Knowledge>> load_knowledge(
    const std::string& data_directory, const std::vector<std::string>& dictionaries) {
  auto knowledge = std::make_unique<Knowledge>();
  knowledge->files = std::make_unique<DataFiles>(data_directory);
  DataFiles& files = *knowledge->files;

  auto model = ModelFile::open(files.path("models/en.model"));
  if (!model.ok()) return model.error();
  knowledge->model = std::make_unique<ModelFile>(model.take());
  auto split = SplitModel::load(*knowledge->model);
  if (!split.ok()) return split.error();
  knowledge->split = split.take();
  auto tags = TagModel::load(*knowledge->model);
  if (!tags.ok()) return tags.error();
  knowledge->tags = tags.take();
  auto parses = ParseModel::load(*knowledge->model);
  if (!parses.ok()) return parses.error();
  knowledge->parses = parses.take();

  knowledge->furniture = load_furniture(files);
  knowledge->actors = load_actor_lexicon(files);
  for (const std::string& path : dictionaries) {
    auto text = read_file(path);
    if (!text.ok()) return text.error();
    DictionaryReport report = add_dictionary(text.value(), path, files, knowledge->actors);
    auto& errors = knowledge->dictionary_errors;
    errors.insert(errors.end(), report.errors.begin(), report.errors.end());
  }
  knowledge->places = load_places(files);
  knowledge->dates = load_date_words(files);
  knowledge->coding = load_coding_words(files);
  knowledge->triggers = TriggerWords(
      knowledge->coding.acts, knowledge->coding.vocabulary, knowledge->coding.needs,
      [&tags = knowledge->tags](std::string_view word) { return tags.lemmas_of(word); });
  return knowledge;
}

}  // namespace verbale
