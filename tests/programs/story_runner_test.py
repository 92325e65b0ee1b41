# SPDX-License-Identifier: Apache-2.0
"""The story runner itself: a story that should fail does."""
import pathlib

from story import StoryError, complaints, date_range, read_file
from workplace import equal

STORY = """# A file

## Police deny
> 2026-03-03, Nile Wire
> Egyptian police denied arresting activists
> in Cairo.

| act | actors | recipients | factuality | date | says |
|---|---|---|---|---|---|
| {row} |

{after}
"""


def read(work, row="COERCE arrest | EGYCOP | EGYOPP | negated | 2026-03-02 | none", after=""):
    work.write("a.md", STORY.format(row=row, after=after))
    return read_file(pathlib.Path(work.folder / "a.md"), "a.md")[0]


def party(code):
    return {"code": code, "country": code[:3], "name": "name of " + code, "text": "the words"}


def event(**changes):
    plain = {"act": "COERCE", "type": "COERCE", "mode": "arrest", "factuality": "negated",
             "background": False, "actors": [party("EGYCOP")], "recipients": [party("EGYOPP")],
             "date": {"start": "2026-03-02", "end": "2026-03-02"}, "place": None,
             "attribution": [], "conditions": [], "magnitude": None, "rule": "a.rec:1",
             "trigger": {"text": "arresting"}}
    return {**plain, **changes}


def test_reads_text_and_heading(work):
    story = read(work)
    equal((story.published, story.outlet), ("2026-03-03", "Nile Wire"), "heading")
    equal(story.text, "Egyptian police denied arresting activists in Cairo.", "text")


def test_passes_what_fits(work):
    equal(complaints(read(work), [event()]), [], "complaints")
    equal(complaints(read(work, "COERCE | EGY | \"words\" | happened or negated |  | "),
                     [event()]), [], "complaints")


def test_fails_what_does_not_fit(work):
    for changes in ({"act": "ASSAULT"}, {"mode": None}, {"factuality": "happened"}, {"actors": []},
                    {"recipients": [party("EGYGOV")]}, {"date": None},
                    {"date": {"start": "2026-03-02", "end": "2026-03-03"}},
                    {"attribution": [{"source": "police", "text": "police"}]}):
        assert complaints(read(work), [event(**changes)]), f"passed with {changes}"
    assert complaints(read(work), []), "passed without events"


def test_rows_want_events_of_their_own(work):
    story = read(work, "COERCE |  |  |  |  |  |\n| COERCE | EGYCOP |  |  |  | ")
    assert complaints(story, [event()]), "two rows were met by one event"
    equal(complaints(story, [event(), event(actors=[])]), [], "complaints")
    equal(complaints(story, [event(actors=[]), event()]), [], "complaints")


def test_only_and_none(work):
    story = read(work, "COERCE | only EGYCOP | none |  |  | ")
    equal(complaints(story, [event(recipients=[])]), [], "complaints")
    assert complaints(story, [event()]), "a recipient where none may be"
    two = [party("EGYCOP"), party("EGYMIL")]
    assert complaints(story, [event(actors=two, recipients=[])]), "another actor beside the only"


def test_forbidden_events(work):
    story = read(work, "COERCE |  |  |  |  | ", "Not: COERCE arrest happened by EGY")
    equal(complaints(story, [event()]), [], "complaints")
    assert complaints(story, [event(), event(factuality="happened")]), "a forbidden event passed"
    others = read(work, "COERCE |  |  |  |  | ", "No other events.")
    assert complaints(others, [event(), event(act="AID")]), "another event passed"


def test_chains_of_sources(work):
    story = read(work, "COERCE |  |  |  |  | \"Faro\" < \"officials\"")
    chain = [{"source": "El Faro", "text": "El Faro"},
             {"source": "two officials", "text": "two officials"}]
    equal(complaints(story, [event(attribution=chain)]), [], "complaints")
    assert complaints(story, [event(attribution=chain[::-1])]), "a chain in the wrong order"
    assert complaints(story, [event(attribution=chain[:1])]), "a chain cut short"


def test_date_cells(work):
    equal(date_range("2024-02"), ("2024-02-01", "2024-02-29"), "month")
    equal(date_range("2022"), ("2022-01-01", "2022-12-31"), "year")
    equal(date_range("2026-02-23..2026-03-01"), ("2026-02-23", "2026-03-01"), "days")


def test_bad_stories_are_told_with_their_line(work):
    for row, after in (("COERCE | x", ""), ("COERCE |  |  |  |  | ", "Not: "),
                       ("COERCE |  |  |  |  | ", "No events.")):
        try:
            read(work, row, after)
        except StoryError as error:
            assert "a.md:" in str(error), error
        else:
            raise AssertionError(f"a bad story was read: {row} {after}")
