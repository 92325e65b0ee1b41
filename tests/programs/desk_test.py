# SPDX-License-Identifier: Apache-2.0
"""The desk: what is kept, what survives a kill, what is taken back, what a query finds."""
import random
import shutil
import signal
import subprocess
import time

from workplace import EVENTFUL, SAMPLES, contains, equal, json_line

CITIES = ("Cairo", "Lima", "Nairobi", "Hanoi", "Quito", "Riga")


def articles(count):
    """So many short articles, each with events of its own."""
    return "".join(
        json_line(id=f"w{i}", outlet=f"Outlet {i % 7}", published=f"2026-03-{1 + i % 28:02d}",
                  title=f"Talks number {i}",
                  text=f"Police in {CITIES[i % 6]} arrested {i + 2} activists on Monday. "
                       f"Kenya urged Ethiopia to release {i + 3} prisoners.")
        for i in range(count))


def claims(work, *query, store="store"):
    outcome = work.run("claims", *query, "--store", store)
    equal((outcome.status, outcome.err), (0, ""), "claims")
    return outcome


def ingest(work, *arguments, store="store", stdin=b""):
    return work.run("ingest", *arguments, "--store", store, stdin=stdin)


def test_kept_rows_are_those_that_code_writes(work):
    coded = work.run("code", str(SAMPLES))
    outcome = ingest(work, str(SAMPLES))
    equal((outcome.status, outcome.err), (0, ""), "ingest")
    equal(claims(work).raw, coded.raw, "rows of the store")


def test_number_of_jobs_does_not_show(work):
    path = work.write("wire.jsonl", articles(40))
    ingest(work, path, "--jobs", "1", store="one")
    ingest(work, path, "--jobs", "3", store="three")
    equal(claims(work, store="three").raw, claims(work, store="one").raw, "rows")


def test_killed_fifty_times_loses_and_doubles_nothing(work):
    path = work.write("wire.jsonl", articles(400))
    begin = time.monotonic()
    ingest(work, path, store="whole")
    whole_run = time.monotonic() - begin
    whole = claims(work, store="whole").raw
    chance = random.Random(7)
    partial = 0  # Stores that a kill left with some of the articles.
    for _ in range(50):
        process = subprocess.Popen([work.program, "ingest", path, "--store", "store"],
                                   cwd=work.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            process.wait(whole_run * chance.uniform(0.1, 1.0))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            if (work.folder / "store" / "verbale.sqlite").exists():
                kept = work.run("claims", "--store", "store").raw
                partial += bool(kept) and kept != whole
                assert whole.startswith(kept), "what was committed is no beginning of the whole"
            continue
        process.communicate()
        equal(claims(work).raw, whole, "rows of a run that came to its end")
        shutil.rmtree(work.folder / "store")
    assert partial > 0, "no kill came in the middle"
    outcome = ingest(work, path)
    equal(outcome.status, 0, "status of the last run")
    equal(claims(work).raw, whole, "rows")
    equal(work.run("status", "--store", "store").out, work.run("status", "--store", "whole").out,
          "counts")
    contains(ingest(work, path).out, "0 articles kept, 400 known already")

def test_bad_articles_are_listed_and_the_rest_kept(work):
    path = work.write("wire.jsonl", json_line(id="a", text=EVENTFUL) + "{broken\n" +
                      json_line(id="b", title="No text"))
    outcome = ingest(work, path)
    equal(outcome.status, 1, "status")
    contains(outcome.err, "wire.jsonl:2")
    contains(outcome.out, "1 articles kept, 2 rejected")
    contains(work.run("status", "--store", "store").out, "1 articles (1 versions)")
    contains(work.run("status", "--store", "store").out, "2 rejects")


def test_correction_replaces_and_withdrawal_removes(work):
    ingest(work, "-", stdin=json_line(id="a", published="2026-03-04", text=EVENTFUL))
    ingest(work, "-", stdin=json_line(id="a", published="2026-03-05",
                                      text="Egyptian police denied arresting activists in Cairo."))
    factualities = {row["factuality"] for row in claims(work, "type:COERCE").lines()}
    equal(factualities, {"negated"}, "what holds")
    before = claims(work, "type:COERCE", "as-of:2026-03-04").lines()
    equal({row["factuality"] for row in before}, {"happened"}, "what held then")
    outcome = ingest(work, "-", stdin=json_line(id="a", text="", pubStatus="canceled"))
    contains(outcome.out, "1 withdrawn")
    equal(claims(work).out, "", "after the withdrawal")


def test_withdrawn_by_hand(work):
    ingest(work, "-", stdin=json_line(id="a", text=EVENTFUL))
    equal(work.run("withdraw", "a", "--reason", "a hoax", "--store", "store").status, 0, "status")
    equal(claims(work).out, "", "after the withdrawal")
    again = work.run("withdraw", "a", "--reason", "a hoax", "--store", "store")
    equal(again.status, 2, "status of withdrawing again")
    contains(again.err, "no article of this store")


def test_queries_narrow_and_say_what_is_wrong(work):
    ingest(work, work.write("wire.jsonl", articles(6)))
    equal(len(claims(work, "actor:KEN", "recipient:ETH").lines()), 6, "pairs")
    equal(len(claims(work, "type:COERCE", "Quito").lines()), 1, "type and words")
    equal(len(claims(work, "outlet:Outlet 3", "type:COERCE").lines()), 1, "a name of two words")
    wrong = work.run("claims", "typ:COERCE", "--store", "store")
    equal(wrong.status, 2, "status")
    contains(wrong.err, "did you mean type?")
    equal(work.run("claims", "--store", "nowhere").status, 2, "status without a store")


def test_texts_can_be_left_out(work):
    ingest(work, "-", "--no-text", stdin=json_line(id="a", text=EVENTFUL))
    equal(work.run("search", "activists", "--store", "store").out, "", "search")
    equal(len(claims(work, "type:COERCE").lines()), 1, "claims")


def test_relation_can_be_computed_again_from_its_rows(work):
    ingest(work, work.write("wire.jsonl", articles(60)))
    rows = {row["id"]: row for row in claims(work).lines()}
    outcome = work.run("relation", "KEN", "ETH", "--by", "week", "--store", "store")
    periods = [line for line in outcome.lines() if line["kind"] == "period"]
    assert sum(period["happenings"] for period in periods) == 60, "happenings"
    for period in periods:
        scores = [rows[id]["scores"]["plover_2023"] for id in period["claims"]]
        equal(len(scores), period["happenings"], "claims of a period")
        if scores:
            equal(round(sum(scores) / len(scores), 9), round(period["plover_2023"]["mean"], 9),
                  "mean")
    equal({line["from"] for line in periods}, {"KEN"}, "direction")
    table = work.run("relation", "KEN", "ETH", "--format", "table", "--store", "store").out
    contains(table, "ETH → KEN: nothing told")


def test_diff_names_what_changed_and_why(work):
    ingest(work, "-", stdin=json_line(
        id="a", outlet="El Faro", published="2026-03-03",
        text="Egyptian police arrested four opposition activists in Cairo on Monday."))
    ingest(work, "-", stdin=json_line(
        id="b", outlet="Nile Post", published="2026-03-05",
        text="In Cairo on Monday, four opposition activists were arrested by Egyptian police, "
             "their lawyer said. Peru recalled its ambassador to Chile on Wednesday."))

    def changes(*arguments):
        lines = work.run("diff", *arguments, "--store", "store").lines()
        return sorted((line["kind"], len(line["added"]), len(line["removed"])) for line in lines)

    equal(changes("--since", "2026-03-05"), [], "nothing since")
    equal(changes("--since", "2026-03-03"), [("new", 1, 0), ("strengthened", 1, 0)], "since a day")
    work.run("withdraw", "b", "--reason", "a mistake", "--day", "2026-03-06", "--store", "store")
    equal(changes("--since", "2026-03-05"), [("weakened", 0, 1), ("withdrawn", 0, 1)], "taken back")
    equal(work.run("diff", "--since", "lately", "--store", "store").status, 2, "no day")


def test_a_day_that_is_none_is_refused(work):
    ingest(work, "-", stdin=json_line(id="a", text=EVENTFUL))
    for command in (["claims"], ["search", "police"], ["export"], ["relation", "EGY", "KEN"],
                    ["diff", "--since", "2026-03-01"], ["ledger"], ["events"]):
        outcome = work.run(*command, "--as-of", "yesterday", "--store", "store")
        equal(outcome.status, 2, f"status of {command[0]}")
        contains(outcome.err, "--as-of yesterday: is no day")
