# SPDX-License-Identifier: Apache-2.0
"""The ledger, the measures and the dossiers: what twelve articles of one negotiation leave behind.

The articles and what the ledger must hold after each stand in tests/desk/negotiation."""
import json
import random
import re

from workplace import ROOT, contains, equal, json_line

FOLDER = ROOT / "tests" / "desk" / "negotiation"


def articles():
    """The articles as lines of JSON, in the order of publication."""
    lines = []
    for path in sorted(FOLDER.glob("*.txt")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines())
        lines.append(json_line(**fields, text=text))
    return lines


def coded(work):
    """The event rows of each article."""
    rows = {json.loads(line)["id"]: [] for line in articles()}
    outcome = work.run("code", work.write("wire.jsonl", "".join(articles())))
    equal((outcome.status, outcome.err), (0, ""), "code")
    for row in outcome.out.splitlines(keepends=True):
        rows[json.loads(row)["document"]["id"]].append(row)
    return rows


def ask(work, command, *arguments, stdin=b""):
    outcome = work.run(command, *arguments, stdin=stdin)
    equal((outcome.status, outcome.err), (0, ""), command)
    return outcome


def expected():
    """{article: its table} of ledger.md; a row is a list of cells."""
    tables = {}
    for part in (FOLDER / "ledger.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = part.partition("\n")
        rows = [line for line in body.splitlines() if line.startswith("| ")]
        tables[name] = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[1:]]
    return tables


def cells_of(item):
    def names(sides):
        return ", ".join(sorted(side["country"] or side["name"] for side in sides))
    reports = {report["document"] for report in item["history"] if report["document"]}
    return [item["state"], item["kind"], names(item["holders"]), names(item["counterparts"]),
            item["object"]["text"], str(len(reports)), (item["due"] or {"end": ""})["end"],
            "yes" if item["disputed"] else ""]


def holds(cells, row):
    return (row[4].lower() in cells[4].lower() and
            cells[:4] + cells[5:] == row[:4] + row[5:])


def test_state_after_each_article(work):
    rows, so_far = coded(work), ""
    for article, table in expected().items():
        so_far += "".join(rows[article])
        found = [cells_of(item) for item in ask(work, "ledger", "-", stdin=so_far).lines()]
        told = "\n".join(" | ".join(cells) for cells in found)
        left = list(found)
        for row in table:
            match = next((cells for cells in left if holds(cells, row)), None)
            assert match, f"after {article}: no item {' | '.join(row)} in\n{told}"
            left.remove(match)
        equal(left, [], f"items too many after {article}")


def test_order_of_arrival_does_not_show(work):
    rows = [row for group in coded(work).values() for row in group]
    for command in (["ledger"], ["measures"], ["dossier", "Oscar Mamani"]):
        straight = ask(work, *command, "-", stdin="".join(rows))
        shuffled = list(rows)
        random.Random(3).shuffle(shuffled)
        again = ask(work, *command, "-", stdin="".join(shuffled + shuffled[:9]))
        equal(again.raw, straight.raw, command[0])


def test_as_of_knows_nothing_learned_later(work):
    rows = coded(work)
    everything = "".join(row for group in rows.values() for row in group)
    so_far = ""
    for line in articles():
        article = json.loads(line)
        so_far += "".join(rows[article["id"]])
        for command in (["ledger"], ["measures"], ["dossier", "Oscar Mamani"]):
            then = ask(work, *command, "--as-of", article["published"], "-", stdin=everything)
            known = ask(work, *command, "-", stdin=so_far)
            equal(then.raw, known.raw, f"{command[0]} as of {article['published']}")


def test_store_and_rows_tell_the_same(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    work.run("ingest", work.write("wire.jsonl", "".join(articles())), "--store", "store")
    for command in (["ledger"], ["ledger", "--between", "BOL,CHL"], ["measures"],
                    ["dossier", "Oscar Mamani"]):
        equal(ask(work, *command, "--store", "store").raw, ask(work, *command, "-", stdin=rows).raw,
              " ".join(command))


def test_a_side_or_a_topic_narrows_the_ledger(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    everything = ask(work, "ledger", "-", stdin=rows).lines()
    between = ask(work, "ledger", "--between", "BOL,CHL", "-", stdin=rows).lines()
    left_out = [item for item in everything if item not in between]
    equal({side["id"] for item in left_out for side in item["holders"]}, {"NOR"}, "left out")
    about = ask(work, "ledger", "--topic", "soybean tariff", "-", stdin=rows).lines()
    equal([item["kind"] for item in about if item["object"]["act"] == "CONCEDE"], ["offer"], "topic")


def test_conditions_name_the_items_they_wait_for(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    items = {item["id"]: item for item in ask(work, "ledger", "-", stdin=rows).lines()}
    crossing = next(item for item in items.values() if "Paso Chungara" in item["object"]["text"])
    awaited = [items[each["item"]] for each in crossing["conditions"] if each["item"]]
    equal([(each["kind"], each["state"]) for each in awaited], [("precondition", "met")], "awaited")
    contains(awaited[0]["unblocks"], crossing["id"])


def test_evidence_stands_behind_every_move(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    ids = {json.loads(row)["id"] for row in rows.splitlines()}
    for item in ask(work, "ledger", "-", stdin=rows).lines():
        for report in item["history"]:
            assert report["claims"] or report["move"] == "lapsed", report
            assert set(report["claims"]) <= ids and len(report["quote"] or "") <= 200, report


def test_a_waiver_that_is_extended(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    measures = ask(work, "measures", "--target", "Oscar Mamani", "-", stdin=rows).lines()
    equal([measure["status"] for measure in measures], ["waived"], "measures against the chairman")
    equal([spell["end"] for spell in measures[0]["spells"]], ["2026-05-15"], "end of the waiver")
    equal([report["move"] for report in measures[0]["history"]],
          ["imposed", "waived", "lifting planned", "extended"], "history")
    miner = ask(work, "measures", "--target", "Litio Andino", "-", stdin=rows).lines()
    equal([measure["status"] for measure in miner], ["lifted"], "measures against the miner")
    equal({measure["basis"] for measure in measures + miner}, {"reported, not official"}, "basis")


def test_dossier_of_one_under_sanctions(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    [dossier] = ask(work, "dossier", "oscar mamani", "-", stdin=rows).lines()
    equal([measure["status"] for measure in dossier["measures"]], ["waived"], "measures")
    contains([role["text"] for role in dossier["roles"]], "chairman")
    [early] = ask(work, "dossier", "Oscar Mamani", "--as-of", "2026-03-05", "-", stdin=rows).lines()
    equal([measure["status"] for measure in early["measures"]], ["in force"], "measures then")


def test_tables_for_people(work):
    rows = "".join(row for group in coded(work).values() for row in group)
    table = ask(work, "ledger", "--format", "table", "-", stdin=rows).out
    assert re.search(r"refused +offer +CHL → BOL", table), table
    contains(ask(work, "measures", "--format", "table", "-", stdin=rows).out, "not official")


def test_mistakes_are_told(work):
    outcome = work.run("ledger")
    equal(outcome.status, 2, "status without claims")
    contains(outcome.err, "--store DIR")
    outcome = work.run("ledger", "--between", "BOL", "-")
    equal(outcome.status, 2, "status with one side")
    outcome = work.run("ledger", "-", stdin="{}\n")
    equal(outcome.status, 2, "status with a row that is none")
    contains(outcome.err, "-:1")


def test_measures_of_other_states_stay_apart(work):
    work.run("ingest", "-", "--store", "store", stdin="".join((
        json_line(id="a", published="2026-03-02",
                  text="Peru demanded the lifting of sanctions as a condition for talks."),
        json_line(id="b", published="2026-03-05",
                  text="Iceland's fisheries minister resigned on Monday over a quota."),
        json_line(id="c", published="2026-03-06",
                  text="Armenia said it was ready to open an embassy if Turkey lifts its trade embargo."))))
    for measure in work.run("measures", "--store", "store").lines():
        moves = [step["move"] for step in measure["history"]]
        assert len(moves) == 1, f"unlike measures in one: {measure['history']}"
        assert measure["target"]["country"] != "ISL" and "lifted" not in moves, moves
