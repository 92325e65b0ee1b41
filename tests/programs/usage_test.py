# SPDX-License-Identifier: Apache-2.0
"""Help, wrong usage, and the data that scholars edit."""
import shutil

from workplace import EVENTFUL, ROOT, Skipped, contains, equal

COMMANDS = ("read", "parse", "code", "annotate", "explain", "check-data", "train", "evaluate",
            "fit-confidence", "version")


def test_help(work):
    outcome = work.run("--help")
    equal((outcome.status, outcome.err), (0, ""), "status and standard error")
    for command in COMMANDS:
        contains(outcome.out, command)


def test_help_of_each_command(work):
    for command in COMMANDS:
        outcome = work.run(command, "--help")
        equal(outcome.status, 0, f"status of {command} --help")
        assert len(outcome.out) > 40, f"{command} --help says nothing"


def test_help_names_options(work):
    helped = work.run("code", "--help").out
    for option in ("--rejects", "--documents", "--jobs", "--format", "--published", "--data"):
        contains(helped, option)


def test_dictionary(work):
    actors = work.write("old.actors", "ILMARIN_TROVE\n  [ESTGOV >20200101]\nBROKEN [XX]\n")
    article = work.write("a.txt", "Ilmarin Trove criticised Latvia on Monday.")
    outcome = work.run("code", "--dictionary", actors, "--published", "2026-03-04", article)
    equal([party["code"] for party in outcome.lines()[0]["actors"]], ["ESTGOV"], "code")
    contains(outcome.err, "old.actors:3")


def test_version(work):
    outcome = work.run("version")
    equal((outcome.status, outcome.err), (0, ""), "status and standard error")
    assert any(character.isdigit() for character in outcome.out), outcome.out


def test_wrong_usage(work):
    article = work.write("a.txt", EVENTFUL)
    for arguments in ((), ("cook",), ("code", "--no-such-option", article),
                      ("code", "--jobs", "0", article), ("code", "--jobs", "many", article),
                      ("code", "--format", "xml", article), ("train",),
                      ("code", "--published", "tomorrow", article)):
        outcome = work.run(*arguments)
        equal((outcome.status, outcome.out), (2, ""), f"status and output of {arguments}")
        assert outcome.err, f"nothing was said of {arguments}"


def test_code_without_files(work):
    outcome = work.run("code")
    assert outcome.status in (0, 2), f"status {outcome.status}"


def test_data_folder_that_is_not_there(work):
    outcome = work.run("code", "--data", "no-such-folder", work.write("a.txt", EVENTFUL))
    equal((outcome.status, outcome.out), (2, ""), "status and output")
    contains(outcome.err, "no-such-folder")


def test_output_that_cannot_be_opened(work):
    article = work.write("a.txt", EVENTFUL)
    for option in ("--out", "--documents", "--rejects"):
        outcome = work.run("code", option, "no/such/folder/file", article)
        assert outcome.status in (1, 2), f"status {outcome.status} with {option}"
        contains(outcome.err, "no/such/folder/file")


def test_train_without_its_treebank(work):
    outcome = work.run("train", "--treebank", "no-such.conllu", "--out", "model.bin")
    assert outcome.status in (1, 2), f"status {outcome.status}"
    contains(outcome.err, "no-such.conllu")


def test_evaluate_without_gold_data(work):
    outcome = work.run("evaluate", "--shared", "no-such-folder")
    assert outcome.status in (0, 1, 2), f"status {outcome.status}"
    contains(outcome.out + outcome.err, "no-such-folder")


def data_copy(work):
    if not (ROOT / "data/en/acts/assault.rec").exists():
        raise Skipped("the act files are not there")
    shutil.copytree(ROOT / "data", work.folder / "data")
    return work.folder / "data"


def test_check_data_holds_as_it_lies(work):
    outcome = work.run("check-data")
    # Which examples fail is scripts/test's concern; the files themselves hold no mistake.
    contains(outcome.out, " 0 mistakes in the data")


def test_wrong_code_in_the_lexicon(work):
    data = data_copy(work)
    file = data / "en/acts/assault.rec"
    line = len(file.read_text().splitlines()) + 2
    with file.open("a") as act_file:
        act_file.write("\nact:     ASSUALT\nverb:    <actor> clobber <recipient>\n"
                       "example: [Iran|actor] [clobbered|act] [Oman|recipient].\n"
                       "from:    a slip\nedited:  2026-11-23 test\n")
    check_complaint(work, data, f"en/acts/assault.rec:{line}", "ASSAULT")


def test_wrong_field_in_the_lexicon(work):
    data = data_copy(work)
    file = data / "en/acts/assault.rec"
    line = len(file.read_text().splitlines()) + 3
    with file.open("a") as act_file:
        act_file.write("\nact:     ASSAULT\nverbs:   <actor> clobber <recipient>\n"
                       "example: [Iran|actor] [clobbered|act] [Oman|recipient].\n"
                       "from:    a slip\nedited:  2026-11-23 test\n")
    check_complaint(work, data, f"en/acts/assault.rec:{line}", "verb")


def test_line_without_a_colon(work):
    data = data_copy(work)
    file = data / "en/acts/consult.rec"
    line = len(file.read_text().splitlines()) + 2
    with file.open("a") as act_file:
        act_file.write("\nact CONSULT\n")
    check_complaint(work, data, f"en/acts/consult.rec:{line}", "name: value")


def test_example_that_does_not_hold(work):
    data = data_copy(work)
    file = data / "en/acts/assault.rec"
    line = len(file.read_text().splitlines()) + 4
    with file.open("a") as act_file:
        act_file.write("\nact:     ASSAULT\nverb:    <actor> clobber <recipient>\n"
                       "example: [Iran|actor] [ate|act] [Oman|recipient].\n"
                       "from:    a slip\nedited:  2026-11-23 test\n")
    check_complaint(work, data, f"en/acts/assault.rec:{line}", "example")


def test_an_entry_of_ones_own_fires(work):
    data = data_copy(work)
    with (data / "en/acts/assault.rec").open("a") as act_file:
        act_file.write("\nact:     ASSAULT\nmode:    beat\nverb:    <actor> clobber <recipient>\n"
                       "example: [Iran|actor] [clobbered|act] [Oman|recipient].\n"
                       "from:    a scholar\nedited:  2026-11-23 test\n")
    outcome = work.run("code", "--data", str(data), "-",
                       stdin="Soldiers clobbered Libyan policemen on the border.")
    acts = [(event["act"], event["mode"]) for event in outcome.lines()]
    equal(acts, [("ASSAULT", "beat")], "acts")
    contains(outcome.lines()[0]["rule"], "assault.rec:")


def check_complaint(work, data, place, cure):
    """check-data names the place and the cure, and code refuses to run on such data."""
    outcome = work.run("check-data", "--data", str(data))
    equal(outcome.status, 1, "status of check-data")
    told = outcome.out + outcome.err
    contains(told, place)
    contains(told[told.index(place):], cure)
