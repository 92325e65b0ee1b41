# SPDX-License-Identifier: Apache-2.0
"""Every layout is read back by the reader its users have, and tells what the rows tell."""
import csv
import io
import json
import xml.etree.ElementTree

from workplace import SAMPLES, contains, equal, json_line

TEXT = ("Kenya's foreign minister met Ethiopian officials in Nairobi on Tuesday. "
        "Chadian police killed 12 protesters in N'Djamena on Monday. "
        "Peru did not arrest the rebels.")


def store(work):
    work.run("ingest", "-", str(SAMPLES), "--store", "store", stdin=json_line(
        id="=a1", url="https://faro.example/a1", outlet="El \"Faro\", Lima",
        published="2026-03-04T23:30:00-05:00", text=TEXT))
    return work


def export(work, layout, *more):
    outcome = work.run("export", "--format", layout, "--store", "store", *more)
    equal(outcome.status, 0, "status")
    return outcome


def rows_of(work, *query):
    return work.run("claims", *query, "--store", "store").lines()


def tabs(text):
    return [line.split("\t") for line in text.splitlines()]


def test_csv_reads_back_and_holds_no_formula(work):
    rows = rows_of(store(work))
    table = list(csv.DictReader(io.StringIO(export(work, "csv").out)))
    equal([line["id"] for line in table], [row["id"] for row in rows], "ids")
    for line, row in zip(table, rows):
        equal(line["type"], row["type"], "type")
        equal(line["actors"], "; ".join(side["name"] for side in row["actors"]), "actors")
        equal(float(line["plover_2023"]), row["scores"]["plover_2023"], "score")
        assert None not in line and len(line["sentence"]) <= 201, "cells"
    documents = {line["document"] for line in table}
    assert "'=a1" in documents and "=a1" not in documents, "a formula"
    equal({line["outlet"] for line in table if "Faro" in line["outlet"]}, {'El "Faro", Lima'}, "outlet")


def test_gdelt_has_its_columns(work):
    store(work)
    lines = tabs(export(work, "gdelt", "type:ASSAULT", "actor:TCD").out)
    equal({len(line) for line in lines}, {61}, "columns")
    line = lines[0]
    equal(line[1:5], ["20260302", "202603", "2026", "2026.2521"], "dates")
    equal((line[5], line[7], line[12]), ("TCDCOP", "TCD", "COP"), "first actor")
    equal(line[26:29], [line[26], line[26][:3], line[26][:2]], "codes")
    equal(line[29], "4", "quad class")
    equal((line[51], line[53]), ("4", "CD"), "place: a city, with the FIPS code of Chad")
    equal(line[59], "20260305043000", "added: the instant of publication, in UTC")
    equal(line[60], "https://faro.example/a1", "address")
    mentions = tabs(export(work, "gdelt-mentions", "type:ASSAULT", "actor:TCD").out)
    equal({len(line) for line in mentions}, {16}, "columns of mentions")
    equal(mentions[0][0], line[0], "the same event")


def test_old_layouts_hold_no_act_that_did_not_happen(work):
    store(work)
    assert "negated" in {row["factuality"] for row in rows_of(work, "actor:PER")}, "no such row"
    for layout in ("gdelt", "icews", "polecat", "keds", "quads"):
        assert "Peru" not in export(work, layout, "document:=a1").out, layout
    contains(export(work, "polecat", "document:=a1", "factuality:negated").out, "Peru")


def test_polecat_and_icews_have_their_columns(work):
    store(work)
    polecat = tabs(export(work, "polecat").out)
    equal({len(line) for line in polecat}, {40}, "columns of polecat")
    equal((polecat[0][0], polecat[0][5], polecat[0][39]), ("Event ID", "Quad Code", "Version"), "names")
    assert {line[5] for line in polecat[1:]} <= {
        "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}
    assert "" not in {cell for line in polecat[1:] for cell in line}, "a missing value is None"
    icews = tabs(export(work, "icews").out)
    equal({len(line) for line in icews}, {20}, "columns of icews")
    equal((icews[0][0], icews[0][6], icews[0][19]), ("Event ID", "CAMEO Code", "Longitude"), "names")


def test_maps_graphs_and_plover_parse(work):
    rows = rows_of(store(work))
    points = json.loads(export(work, "geojson").out)["features"]
    equal(len(points), sum(bool(row["place"] and row["place"]["lat"]) for row in rows), "points")
    tree = xml.etree.ElementTree.fromstring(export(work, "graphml").out)
    names = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in tree.iter(names + "node")}
    edges = list(tree.iter(names + "edge"))
    assert edges and {edge.get("source") for edge in edges} <= nodes, "an edge of nobody"
    records = export(work, "plover").lines()
    assert {record["quad_code"] for record in records} <= {1, 2, 3, 4}
    equal({len(line) for line in tabs(export(work, "quads").out)}, {4}, "columns of quads")


def test_verify_says_identical_until_something_changes(work):
    store(work)
    export(work, "gdelt", "type:ASSAULT", "--out", "out.tsv", "--manifest", "manifest.json")
    outcome = work.run("verify", "manifest.json", "--store", "store")
    equal(outcome.status, 0, "status")
    contains(outcome.out, "identical")
    work.run("withdraw", "=a1", "--reason", "a hoax", "--store", "store")
    outcome = work.run("verify", "manifest.json", "--store", "store")
    equal(outcome.status, 1, "status after a change")
    contains(outcome.out, "different")
    equal(work.run("verify", "out.tsv", "--store", "store").status, 2, "status of no manifest")


def test_suppressed_person_is_nowhere(work):
    said = json_line(id="a", text="President Juma Barasa of Kenya met Ethiopian officials. "
                                  "Chadian police arrested Juma Barasa.")
    work.run("ingest", "-", "--store", "store", stdin=said)
    contains(work.run("claims", "--store", "store").out, "Barasa")
    work.run("suppress", "juma barasa", "--reason", "their wish", "--store", "store")
    work.run("ingest", "-", "--store", "store", stdin=said.replace('"a"', '"b"'))
    for command in (["claims"], ["export"], ["search", "Barasa"]):
        equal(work.run(*command, "--store", "store").out, "", " ".join(command))
    work.run("suppress", "juma barasa", "--lift", "--reason", "a mistake", "--store", "store")
    contains(work.run("claims", "--store", "store").out, '"id":"a"')
    assert '"id":"b"' not in work.run("claims", "--store", "store").out
