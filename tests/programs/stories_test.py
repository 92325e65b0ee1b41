# SPDX-License-Identifier: Apache-2.0
"""One story once: copies, stories, events told by many, and what a person decides about them."""
import random

from workplace import contains, equal, json_line

REPORTERS = ("Gunmen", "Armed men", "Militants")
ENDINGS = ("Parents gathered at the school gate and waited for news.",
           "Soldiers searched the hills north of the town through the night.",
           "The governor promised that the pupils would be found soon.",
           "No group said that it was behind the raid on the school.")


def kidnapping(number):
    """One of many reports on one kidnapping, each with its own words around it."""
    return json_line(
        id=f"k{number}", outlet=f"Outlet {number}", published=f"2031-04-{15 + number % 3}",
        title="Schoolgirls kidnapped in Sokode",
        text=f"{REPORTERS[number % 3]} kidnapped {200 + number % 2 * 30} schoolgirls from a school "
             "in Sokode, Togo, on April 14. "
             f"{ENDINGS[number % 4]} {ENDINGS[(number + 1) % 4]}")


def other_kidnapping(number):
    return json_line(
        id=f"o{number}", outlet=f"Paper {number}", published="2031-04-15",
        title="Traders abducted in Kara",
        text="Gunmen kidnapped 12 traders from a market in Kara, Togo, on April 14. "
             "Police in Kara closed the market and asked the traders' families for patience.")


def wire_copy(number):
    """The same text from many sites, each with something of its own around it."""
    own = " ".join(f"site{number}word{i}" for i in range(6))
    return json_line(
        id=f"w{number:03d}", outlet=f"Site {number}", published="2031-05-02",
        title="Togo and Benin sign fishing accord",
        text="Togo and Benin signed an accord on fishing in Lagos on Friday after two years of talks. "
             "The ministers said boats of both countries may fish up to twenty miles off the other's "
             "coast, and that a joint patrol would begin in June. Fishermen in Cotonou welcomed the "
             "accord but asked for lower fees. " + own + ".")


def rows(work, command, store="store", *more):
    outcome = work.run(command, "--store", store, *more)
    equal((outcome.status, outcome.err), (0, ""), command)
    return outcome.lines()


def ingest(work, lines, store="store"):
    equal(work.run("ingest", "-", "--store", store, stdin="".join(lines)).status, 0, "ingest")


def abductions(work, store="store"):
    return [row for row in rows(work, "events", store) if row["mode"] == "abduct"]


def test_many_reports_of_one_kidnapping_are_one_event(work):
    ingest(work, [kidnapping(i) for i in range(366)] + [other_kidnapping(i) for i in range(5)])
    found = abductions(work)
    equal(sorted(len(row["reports"]) for row in found), [5, 366], "reports")
    event = max(found, key=lambda row: len(row["reports"]))
    equal((event["first_seen"], event["last_seen"]), ("2031-04-15", "2031-04-17"), "seen")
    equal({row["field"] for row in event["contradictions"]}, {"arrested"}, "contradictions")
    equal(event["outlets"], 366, "outlets")


def test_two_happenings_are_two_stories(work):
    ingest(work, [kidnapping(i) for i in range(8)] + [wire_copy(i) for i in range(3)])
    stories = rows(work, "stories")
    equal(sorted(len(row["documents"]) for row in stories), [3, 8], "articles by story")
    equal({row["title"] for row in stories},
          {"Schoolgirls kidnapped in Sokode", "Togo and Benin sign fishing accord"}, "titles")


def test_one_text_on_many_sites_is_one_origin(work):
    ingest(work, [wire_copy(i) for i in range(150)])
    stories = rows(work, "stories")
    equal([(len(row["documents"]), row["origins"]) for row in stories], [(150, 1)], "stories")
    for event in rows(work, "events"):
        equal(event["origins"], 1, "origins of an event")


def test_order_of_arrival_does_not_show(work):
    lines = ([kidnapping(i) for i in range(40)] + [other_kidnapping(i) for i in range(5)] +
             [wire_copy(i) for i in range(10)])
    ingest(work, lines, "one")
    random.Random(3).shuffle(lines)
    ingest(work, lines, "other")
    for command in ("stories", "events"):
        equal(work.run(command, "--store", "other").raw, work.run(command, "--store", "one").raw,
              command)
    equal(work.run("fuse", "--store", "other").out, work.run("fuse", "--store", "one").out, "fuse")


def test_a_merge_can_be_undone_and_made_again(work):
    ingest(work, [kidnapping(i) for i in range(6)])
    event, = abductions(work)
    claim = event["reports"][2]["claim"]
    decided = ("--reason", "another school of that name", "--who", "ada", "--store", "store")
    equal(work.run("split", event["id"], claim, *decided).status, 0, "split")
    equal(sorted(len(row["reports"]) for row in abductions(work)), [1, 5], "after the split")
    ingest(work, [kidnapping(i) for i in range(6, 9)])
    apart = abductions(work)
    equal(len(apart), 2, "after more reports")
    assert all(row["decisions"] for row in apart), "the decision is told"
    equal(work.run("join", *(row["id"] for row in apart), *decided).status, 0, "join")
    equal([len(row["reports"]) for row in abductions(work)], [9], "after the join")


def test_decisions_on_what_is_not_there_are_refused(work):
    ingest(work, [kidnapping(0)])
    decided = ("--reason", "why", "--who", "ada", "--store", "store")
    outcome = work.run("split", "nothing", "else", *decided)
    equal(outcome.status, 2, "status")
    contains(outcome.err, "is no event of this store")


def test_events_are_made_of_rows_alone(work):
    path = work.write("wire.jsonl", "".join(kidnapping(i) for i in range(4)))
    coded = work.run("code", path)
    outcome = work.run("events", work.write("rows.jsonl", coded.out))
    equal([len(row["reports"]) for row in outcome.lines() if row["mode"] == "abduct"], [4],
          "reports")


def test_nothing_published_later_is_known(work):
    ingest(work, [kidnapping(i) for i in range(3)])
    early, = [row for row in rows(work, "events", "store", "--as-of", "2031-04-15")
              if row["mode"] == "abduct"]
    equal(len(early["reports"]), 1, "reports by then")
