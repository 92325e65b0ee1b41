// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "core/file.h"
#include "train/train.h"

namespace verbale {
namespace {

Result<std::vector<TrainInput::File>> read_all(const std::vector<std::string>& paths) {
  std::vector<TrainInput::File> files;
  for (const std::string& path : paths) {
    auto text = read_file(path);
    if (!text.ok()) return text.error();
    files.push_back({path, text.take()});
  }
  return files;
}

}  // namespace

int run_train(const Options& options) {
  TrainInput input;
  auto treebank = read_all(options.treebank);
  if (!treebank.ok()) return fail(treebank.error());
  input.treebank = treebank.take();
  auto names = read_all(options.names);
  if (!names.ok()) return fail(names.error());
  input.names = names.take();
  auto dev = read_all(options.dev);
  if (!dev.ok()) return fail(dev.error());
  input.dev = dev.take();
  auto abbreviations = read_file(data_directory(options) + "/en/abbreviations.tsv");
  if (!abbreviations.ok()) return fail(abbreviations.error());
  input.abbreviations = abbreviations.take();
  auto examples = read_file(data_directory(options) + "/en/split_examples.txt");
  if (!examples.ok()) return fail(examples.error());
  input.split_examples = examples.take();
  auto forms = read_file(data_directory(options) + "/en/verb_forms.tsv");
  if (!forms.ok()) return fail(forms.error());
  input.verb_forms = forms.take();
  input.seed = options.seed;

  const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
  const auto show = [&](std::string_view line) {
    if (is_terminal) std::fprintf(stderr, "\r\033[K%.*s", static_cast<int>(line.size()), line.data());
  };
  auto model = train_model(input, show);
  if (is_terminal) std::fputs("\r\033[K", stderr);
  if (!model.ok()) return fail(model.error());
  auto out = OutputFile::open(options.out_file, stdout);
  if (!out.ok()) return fail(out.error());
  OutputFile file = out.take();
  file.write(model.value());
  if (!file.flush()) return fail({options.out_file, "could not be written to its end", ""});
  return kAllRead;
}

}  // namespace verbale
