# SPDX-License-Identifier: Apache-2.0
"""What comes out: the record's contract, the same bytes always, quiet pipes, other commands."""
import subprocess
import threading

from record_contract import DOCUMENT_FIELDS, document_troubles, event_troubles
from workplace import EVENTFUL, SAMPLES, contains, equal, json_line, samples

ALL = (".txt", ".html", ".jsonl")


def code_samples(work, *arguments, env=None):
    outcome = work.run("code", *arguments, *samples(*ALL), env=env)
    equal((outcome.status, outcome.err), (0, ""), "status and standard error")
    assert outcome.raw, "the samples gave no events"
    return outcome


def test_samples_keep_the_contract(work):
    outcome = code_samples(work, "--documents", "documents.jsonl")
    documents = {document["id"]: document for document in work.read_lines("documents.jsonl")}
    equal(len(documents), len(samples(".txt", ".html")) + 3, "documents")
    for document in documents.values():
        equal(document_troubles(document), [], "document")
    ids = set()
    for event in outcome.lines():
        equal(event_troubles(event, documents[event["document"]["id"]]["text"]), [], "event")
        assert event["id"] not in ids, f"two events have the id {event['id']}"
        ids.add(event["id"])


def test_rules_name_lines_that_exist(work):
    root = SAMPLES.parent
    for rule in {event["rule"] for event in code_samples(work).lines()}:
        file, line = rule.rsplit(":", 1)
        path = root / file if (root / file).exists() else root / "data" / file
        assert path.exists(), f"rule {rule}: no such file"
        assert 1 <= int(line) <= len(path.read_text().splitlines()), f"rule {rule}: no such line"


def test_jobs_change_nothing(work):
    one = code_samples(work, "--jobs", "1")
    assert one.raw == code_samples(work, "--jobs", "2").raw, "--jobs 2 gives other bytes"
    assert one.raw == code_samples(work, "-j", "7").raw, "-j 7 gives other bytes"


def test_surroundings_change_nothing(work):
    plain = code_samples(work)
    for env in ({"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LANG": "de_DE.UTF-8"},
                {"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Adak"}, {"HOME": "/nonexistent"},
                {"TERM": "dumb", "COLUMNS": "20"}):
        assert plain.raw == code_samples(work, env=env).raw, f"{env} gives other bytes"


def test_order_and_company_change_no_event(work):
    first, second = samples(".txt")[:2]
    together = work.run("code", second, first).raw
    apart = work.run("code", second).raw + work.run("code", first).raw
    assert together == apart, "an article is coded otherwise in company"


def test_out_writes_the_same_bytes(work):
    path = samples(".txt")[0]
    outcome = work.run("code", "--out", "events.jsonl", path)
    equal((outcome.status, outcome.out), (0, ""), "status and output")
    equal((work.folder / "events.jsonl").read_bytes(), work.run("code", path).raw, "bytes")


def test_events_are_written_as_soon_as_the_article_is_done(work):
    process = subprocess.Popen([work.program, "code", "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdin.write(json_line(id="a", text=EVENTFUL).encode())
    process.stdin.flush()
    got = []
    reader = threading.Thread(target=lambda: got.append(process.stdout.readline()), daemon=True)
    reader.start()
    reader.join(60)
    process.stdin.close()
    process.wait(60)
    reader.join(60)
    process.stdout.close()
    assert not reader.is_alive() and got and got[0], "no event came out"
    contains(got[0].decode(), '"a"')


def test_reader_that_goes_away(work):
    process = subprocess.Popen([work.program, "code", *samples(*ALL)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    process.stdout.close()
    error = process.stderr.read().decode()
    status = process.wait(120)
    assert status in (0, 1, 2, 141, -13), f"status {status}: {error}"
    process.stderr.close()


def test_full_disk_is_told(work):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([work.program, "code", *samples(".txt")], stdout=full,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode in (1, 2), f"status {done.returncode} though nothing could be written"
    assert done.stderr, "nothing was said"


def test_table_for_people(work):
    outcome = work.run("code", "--format", "table", str(SAMPLES / "brief-diplomats.txt"))
    equal(outcome.status, 0, "status")
    contains(outcome.out, "SANCTION")
    assert not outcome.out.startswith("{"), "a table is no JSON"
    assert "\x1b" not in outcome.out, "colours in a pipe"


def test_read_writes_documents_only(work):
    outcome = work.run("read", *samples(*ALL))
    equal((outcome.status, outcome.err), (0, ""), "status and standard error")
    for document in outcome.lines():
        equal(sorted(set(DOCUMENT_FIELDS) - set(document)), [], "missing fields")


def test_read_explain_tells_what_went(work):
    outcome = work.run("read", "--explain", str(SAMPLES / "analysis-envoy-page.txt"))
    equal(outcome.status, 0, "status")
    contains(outcome.out, "Trending now")


def test_annotate_shows_everything(work):
    outcome = work.run("annotate", str(SAMPLES / "wire-border-clash.txt"))
    equal(outcome.status, 0, "status")
    everything = outcome.lines()
    equal(len(everything), 1, "lines")
    check_annotation(everything[0])
    coded = work.run("code", str(SAMPLES / "wire-border-clash.txt")).lines()
    equal([event["id"] for event in everything[0]["events"]], [event["id"] for event in coded],
          "events")


def check_annotation(everything):
    text = everything["document"]["text"]
    assert everything["sentences"] and everything["mentions"] and everything["events"], "a part"
    for sentence in everything["sentences"]:
        count = len(sentence["tokens"])
        for token in sentence["tokens"]:
            assert sentence["start"] <= token["start"] < token["end"] <= sentence["end"], token
            assert 0 <= token["head"] <= count, f"head {token['head']} of {count}"
            assert token["upos"] and token["deprel"] and token["lemma"], token
        equal([token["head"] for token in sentence["tokens"]].count(0), 1, "roots of a sentence")
    for mention in everything["mentions"]:
        equal(text[mention["start"]:mention["end"]], mention["text"], "mention")
        assert mention["kind"] in ("person", "organisation", "group", "place", "date"), mention


def test_explain_names_the_rule(work):
    outcome = work.run("explain", work.write("a.txt", EVENTFUL))
    equal(outcome.status, 0, "status")
    contains(outcome.out, ".rec:")
    contains(outcome.out, "COERCE")


def test_explain_tells_of_sentences_without_events(work):
    outcome = work.run("explain", str(SAMPLES / "sport-final.txt"))
    equal(outcome.status, 0, "status")
    contains(outcome.out, "The crowd of 60,000")


def why_none(work, sentence):
    outcome = work.run("explain", work.write("a.txt", sentence + "\n"))
    equal(outcome.status, 0, "status")
    return outcome.out


def test_explain_names_the_place_that_did_not_fit(work):
    told = why_none(work, "The cook arrested a spoon.")
    contains(told, "whom it is done to, “spoon”, is no known party (data/en/acts/coerce.rec:")
    told = why_none(work, "The tailor imposed a button.")
    contains(told, "its object “button” is none of the words that the pattern asks for")
    told = why_none(work, "Chad imposed a levy of thanks.")
    contains(told, "no phrase with “on” or “against”")


def test_explain_names_the_entry_that_makes_a_word_none(work):
    told = why_none(work, "A storm hit Fiji on Monday.")
    contains(told, "no act by “hit”: in such words it is none (data/en/acts/none.rec:")


def test_explain_tells_what_the_first_pass_lets_go(work):
    contains(why_none(work, "Marmalade and tulips."), "no word here may name an act")
    told = why_none(work, "The tailor imposed a button.")
    contains(told, "may name an act, but not without other words, which are not here")
    assert "first pass" not in why_none(work, "The cook arrested a spoon."), "it may be an act"


def test_explain_shows_the_nearest_first(work):
    reasons = [line for line in why_none(work, "The cook arrested a spoon.").splitlines()
               if line.startswith("    no ")]
    contains(reasons[0], "is no known party")


def test_parse_writes_conllu(work):
    outcome = work.run("parse", work.write("a.txt", EVENTFUL))
    equal(outcome.status, 0, "status")
    rows = [line.split("\t") for line in outcome.out.splitlines()
            if line and not line.startswith("#")]
    assert rows and all(len(row) == 10 for row in rows), "ten columns a token"
    equal([row[1] for row in rows][-1], ".", "last token")
    equal([row[6] for row in rows].count("0"), 1, "roots")


def test_parse_keeps_given_tokens(work):
    forms = "We ca n't do x.y . now !".split()
    given = "# sent_id = s1\n" + "".join(
        f"{number}\t{form}" + "\t_" * 8 + "\n" for number, form in enumerate(forms, 1)) + "\n"
    outcome = work.run("parse", "--pretokenized", work.write("a.conllu", given))
    equal(outcome.status, 0, "status")
    rows = [line.split("\t") for line in outcome.out.splitlines()
            if line and not line.startswith("#")]
    equal([row[1] for row in rows], forms, "tokens")
    assert all(row[3] != "_" and row[7] != "_" for row in rows), "tags and relations"


def test_html_entities_do_not_stay(work):
    document = work.run("read", str(SAMPLES / "coup-sahel.html")).lines()[0]
    contains(document["text"], "president’s office")
    assert "&#" not in document["text"] and "&ldquo;" not in document["text"], "entities"


def test_read_explains_every_block(work):
    page = ("Arrests in Cairo\n\nBy Lena Brandt\n\n3 March 2026\n\nPolice in Cairo arrested nine "
            "protesters on Monday after a march.\n\nAdvertisement\n\nThe march had been banned by "
            "the governor, officials said.\n\nAll rights reserved.\n")
    shown = work.run("read", "--explain", work.write("page.txt", page)).out
    verdicts = [line.split()[0] for line in shown.split("\n\n", 1)[1].strip().splitlines()]
    equal(verdicts, ["title", "removed", "removed", "text", "removed", "text", "removed"], "verdicts")
    contains(shown, "advertisement: Advertisement")


def story_articles():
    """The texts of the stories, as JSON lines."""
    from story import read_file  # The stories' own reader; held-back ones are left alone.
    lines = ""
    for path in sorted((SAMPLES.parent / "tests" / "stories").glob("*.md")):
        if path.name == "README.md":
            continue
        for story in read_file(path, path.name):
            if story.text:
                lines += json_line(id=story.id, text=story.text, published=story.published)
    return lines


def test_skipping_hopeless_sentences_loses_no_event(work):
    articles = work.write("stories.jsonl", story_articles())
    for files in (samples(*ALL), [articles]):
        quick, full = work.run("code", *files), work.run("code", "--full", *files)
        assert quick.raw, "no events at all"
        assert quick.raw == full.raw, "--full gives other events"


def test_a_sentence_without_end_takes_no_time_without_end(work):
    clause = "Kenyan police arrested four activists and the drought went on and "
    for words in (5_000, 50_000):
        text = clause * (words // 11) + "nobody knew."
        outcome = work.run("code", "-", stdin=text, seconds=60)
        equal(outcome.status, 0, f"status for {words} words")
        assert outcome.raw, f"no event in {words} words"


def test_every_instruction_set_gives_the_same_bytes(work):
    plain = code_samples(work)
    for name in ("portable", "avx2", "avx512"):
        assert plain.raw == code_samples(work, env={"VERBALE_SIMD": name}).raw, name
