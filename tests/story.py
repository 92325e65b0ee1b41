# SPDX-License-Identifier: Apache-2.0
"""Reads stories (tests/stories/*.md) and says what of them an engine's events do not meet."""
import calendar
import dataclasses
import pathlib
import re

FACTUALITIES = ("happened", "planned", "possible", "demanded", "threatened", "negated")
COLUMNS = ("act", "type", "actors", "recipients", "parties", "factuality", "background", "date", "place",
           "says", "conditions", "cameo", "context", "quad", "trigger", "killed", "injured",
           "arrested", "participants", "amount", "duration")
MAGNITUDES = ("killed", "injured", "arrested", "participants", "amount", "duration")


@dataclasses.dataclass
class Story:
    """One title with its text (or the sample it speaks of) and what must come out."""
    id: str  # "voice.md#3"
    file: str
    line: int
    title: str
    text: str = ""
    published: str = ""
    outlet: str = ""
    sample: str = ""  # "samples/x.txt", or "samples/x.jsonl#id"; instead of a text.
    rows: list = dataclasses.field(default_factory=list)  # {column: cell}, filled cells only
    forbidden: list = dataclasses.field(default_factory=list)
    no_events: bool = False
    no_others: bool = False


class StoryError(Exception):
    """A story that cannot be read; the message names file and line."""


def read_stories(folder):
    """All stories under `folder`, held-back ones too, in the order of their paths."""
    stories = []
    for path in sorted(pathlib.Path(folder).rglob("*.md")):
        if path.name != "README.md":
            stories += read_file(path, str(path.relative_to(folder)))
    return stories


def read_file(path, name):
    stories, columns = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path}:{number}"
        if line.startswith("## "):
            stories.append(Story(f"{name}#{len(stories) + 1}", name, number, line[3:].strip()))
            columns = None
        elif stories:
            columns = read_line(stories[-1], line, columns, where)
    for story in stories:
        check_story(story, path)
    return stories


def read_line(story, line, columns, where):
    """Takes one line into the story; returns the columns of the table it stands in, if any."""
    if line.startswith(">"):
        read_quote(story, line[1:].strip())
    elif line.startswith("|"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if columns is None:
            unknown = [cell for cell in cells if cell not in COLUMNS]
            if unknown:
                raise StoryError(f"{where}: no such column: {', '.join(unknown)} "
                                 f"(columns are {', '.join(COLUMNS)})")
            return cells
        if not all(set(cell) <= set("-: ") for cell in cells) or not any(cells):
            if len(cells) != len(columns):
                raise StoryError(f"{where}: {len(cells)} cells under {len(columns)} columns")
            story.rows.append({column: cell for column, cell in zip(columns, cells) if cell})
        return columns
    elif line.startswith("Sample:"):
        story.sample = line[7:].strip()
    elif line.startswith("Not:"):
        story.forbidden.append(read_forbidden(line[4:].strip(), where))
    elif line.strip() == "No events.":
        story.no_events = True
    elif line.strip() == "No other events.":
        story.no_others = True
    return None


def read_quote(story, line):
    date = re.fullmatch(r"(\d{4}-\d\d-\d\d\S*)(?:,\s*(.+))?", line)
    if not story.text and not story.published and date:
        story.published, story.outlet = date.group(1), date.group(2) or ""
    else:
        separator = " " if line and story.text and not story.text.endswith("\n") else ""
        story.text += separator + line if line else "\n\n"


def read_forbidden(words, where):
    """`ASSAULT happened`, `COERCE arrest`, `SANCTION by IRN`: an event that must not be there."""
    forbidden, side = {}, None
    for word in words.split():
        if side:
            forbidden[side], side = word, None
        elif word in ("by", "to"):
            side = "actors" if word == "by" else "recipients"
        elif word in FACTUALITIES:
            forbidden["factuality"] = word
        elif word.isupper():
            forbidden["kind"] = word
        else:
            forbidden["mode"] = word
    if not forbidden or side:
        raise StoryError(f"{where}: cannot read 'Not: {words}'")
    return forbidden


def check_story(story, path):
    where = f"{path}:{story.line}"
    if bool(story.text) == bool(story.sample):
        raise StoryError(f"{where}: '{story.title}' needs a text in a quote, or a Sample: line")
    if not (story.rows or story.forbidden or story.no_events):
        raise StoryError(f"{where}: '{story.title}' expects nothing")
    if story.no_events and story.rows:
        raise StoryError(f"{where}: '{story.title}' has rows and 'No events.'")


def complaints(story, events):
    """What of the story the events do not meet, a line each; empty when it passes."""
    found = []
    if story.no_events and events:
        found.append(f"expected no events, got {len(events)}")
    matched = match_rows(story.rows, events)
    for index, row in enumerate(story.rows):
        if index not in matched:
            found.append("no event for the row " + show_row(row) + near_miss(row, events))
    for forbidden in story.forbidden:
        if any(is_forbidden(event, forbidden) for event in events):
            found.append("there is an event " + " ".join(forbidden.values()) + ", and none may be")
    if story.no_others and len(events) > len(matched):
        others = [show_event(event) for number, event in enumerate(events)
                  if number not in matched.values()]
        found.append("events that no row expects: " + "; ".join(others))
    return found


def match_rows(rows, events):
    """The largest pairing of rows with distinct events: {row: event}, by their numbers."""
    fits = [[number for number, event in enumerate(events) if not misses(row, event)]
            for row in rows]
    row_of = {}

    def place(row, tried):
        for event in fits[row]:
            if event not in tried:
                tried.add(event)
                if event not in row_of or place(row_of[event], tried):
                    row_of[event] = row
                    return True
        return False

    for row in range(len(rows)):
        place(row, set())
    return {row: event for event, row in row_of.items()}


def misses(row, event):
    """The columns of the row that the event does not meet."""
    return [column for column, cell in row.items() if not meets(column, cell, event)]


def meets(column, cell, event):
    if column in ("actors", "recipients"):
        return has_parties(cell, event[column])
    if column == "parties":
        return has_parties(cell, event["actors"] + event["recipients"])
    if column == "says":
        return says(cell, event["attribution"])
    return any(meets_one(column, choice.strip(), event) for choice in re.split(r"\s+or\s+", cell))


def meets_one(column, cell, event):
    if column == "act":
        kind, _, mode = cell.partition(" ")
        return event["act"] == kind and (not mode or same_mode(mode, event["mode"]))
    if column == "background":
        return event["background"] == (cell == "yes")
    if column == "date":
        return has_date(cell, event)
    if column == "place":
        return has_place(cell, event["place"])
    if column == "conditions":
        texts = [condition["text"].lower() for condition in event["conditions"]]
        return not texts if cell == "none" else any(cell.lower() in text for text in texts)
    if column == "context":
        return cell in event["contexts"]
    if column == "trigger":
        return cell.lower() in event["trigger"]["text"].lower()
    if column in MAGNITUDES:
        return has_amount(cell, (event["magnitude"] or {}).get(column))
    value = event[column]
    return value is None if cell == "none" else str(value) == cell


def same_mode(expected, mode):
    return expected == (mode or "none").replace("_", "-")


def has_parties(cell, parties):
    """`none`; or parties parted by commas, all there; with `only` before them, no others."""
    if cell == "none":
        return not parties
    only = cell.startswith("only ")
    wanted = [name.strip() for name in cell[5 * only:].split(",")]
    if only and len(parties) != len(wanted):
        return False
    return all(any(is_party(choice.strip(), party) for party in parties
                   for choice in re.split(r"\s+or\s+", name)) for name in wanted)


def is_party(name, party):
    if name.startswith('"'):
        part = name.strip('"').lower()
        return part in (party["name"] or "").lower() or part in party["text"].lower()
    code, country = (party["code"] or "").lower(), (party["country"] or "").lower()
    name = name.lower()
    if name in (code, country, (party["name"] or "").lower()):
        return True
    # Codes run from general to special: EGYGOVMIL is an EGYGOV. CAMEO spells some countries in its
    # own way (ROM); stories use ISO 3166 (ROU).
    return len(name) > 5 and (code.startswith(name) or (country + code[3:]).startswith(name))


def says(cell, attribution):
    """Compares the chain of sources; articles do not count, quoted names need only be part."""
    if cell == "none":
        return not attribution
    wanted = [name.strip() for name in cell.split(" < ")]
    if len(wanted) != len(attribution):
        return False
    return all(any(is_source(choice.strip(), link) for choice in re.split(r"\s+or\s+", name))
               for name, link in zip(wanted, attribution))


def is_source(name, link):
    texts = [bare(link["source"]), bare(link["text"])]
    if name.startswith('"'):
        return any(bare(name.strip('"')) in text for text in texts)
    return bare(name) in texts


def bare(name):
    return re.sub(r"^(the|an?|its|their|his|her)\s+", "", name.lower().strip())


def has_date(cell, event):
    if cell == "background":
        return event["background"]
    date = event["date"]
    if cell == "none" or date is None:
        return cell == "none" and date is None
    start, end = date_range(cell)
    return (date["start"], date["end"]) == (start, end)


def date_range(cell):
    """`2026-03-02`, `2026-03`, `2022` or `start..end` as two ISO days."""
    if ".." in cell:
        first, last = cell.split("..")
        return date_range(first)[0], date_range(last)[1]
    parts = [int(part) for part in cell.split("-")]
    if len(parts) == 1:
        return f"{cell}-01-01", f"{cell}-12-31"
    if len(parts) == 2:
        return f"{cell}-01", f"{cell}-{calendar.monthrange(*parts)[1]:02}"
    return cell, cell


def has_place(cell, place):
    if cell == "none" or place is None:
        return cell == "none" and place is None
    names = [(place[key] or "").lower() for key in ("name", "text", "country")]
    return cell.lower() in names


def has_amount(cell, amount):
    """`none`, `some`, `12`, `12..` (at least), `..40`, `24..99`, each with a unit if wanted."""
    if cell == "none" or amount is None:
        return cell == "none" and amount is None
    if cell == "some":
        return True
    value, _, unit = cell.partition(" ")
    low, dots, high = value.partition("..")
    high = high if dots else low
    return ((not low or float(low) == amount["low"]) and
            (not high or float(high) == amount["high"]) and
            (not unit or unit == amount["unit"]))


def is_forbidden(event, forbidden):
    return (forbidden.get("kind") in (None, event["act"], event["type"]) and
            forbidden.get("factuality") in (None, event["factuality"]) and
            ("mode" not in forbidden or same_mode(forbidden["mode"], event["mode"])) and
            all(side not in forbidden or has_parties(forbidden[side], event[side])
                for side in ("actors", "recipients")))


def near_miss(row, events):
    """Names the event that comes closest, and the columns in which it differs."""
    scored = [(len(misses(row, event)), number) for number, event in enumerate(events)]
    if not scored:
        return ""
    count, number = min(scored)
    if count == len(row):
        return ""
    differing = ", ".join(misses(row, events[number]))
    return f"\n      closest is event {number + 1}, but for {differing}"


def failing_columns(story, events):
    """What each row without an event misses: the columns of the closest event, or `no event`."""
    matched = match_rows(story.rows, events)
    kinds = []
    for index, row in enumerate(story.rows):
        if index in matched:
            continue
        closest = min((misses(row, event) for event in events), key=len, default=list(row))
        is_near = events and len(closest) < len(row) and "act" not in closest
        kinds.append(closest if is_near else ["no such act"])
    if any(is_forbidden(event, forbidden) for event in events for forbidden in story.forbidden):
        kinds.append(["forbidden event"])
    if story.no_events and events:
        kinds.append(["events from nothing"])
    return kinds


def show_row(row):
    return "| " + " | ".join(f"{column}: {cell}" for column, cell in row.items()) + " |"


def show_event(event):
    """One line that a person can compare with a row."""
    def parties(side):
        return ", ".join(f"{p['name']} ({p['code'] or p['country'] or '?'})" for p in event[side])

    parts = [event["act"] + (" " + event["mode"] if event["mode"] else ""),
             event["type"], parties("actors") + " -> " + parties("recipients"),
             event["factuality"] + (", background" if event["background"] else "")]
    if event["date"]:
        parts.append(f"{event['date']['start']}..{event['date']['end']}")
    if event["place"]:
        parts.append("in " + str(event["place"]["name"]))
    if event["attribution"]:
        parts.append("says " + " < ".join(link["source"] for link in event["attribution"]))
    if event["conditions"]:
        parts.append("if " + "; ".join(c["text"] for c in event["conditions"]))
    amounts = {key: value for key, value in (event["magnitude"] or {}).items() if value}
    if amounts:
        parts.append(", ".join(f"{key} {a['low']:g}..{a['high']:g} {a['unit']}"
                               for key, a in amounts.items()))
    return f"{' | '.join(parts)} | '{event['trigger']['text']}' by {event['rule']}"
