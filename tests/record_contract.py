# SPDX-License-Identifier: Apache-2.0
"""What every event and document must hold, whatever the text (docs: the record)."""
from story import FACTUALITIES

QUADS = {1: "AGREE CONSULT SUPPORT CONCEDE", 2: "COOPERATE AID RETREAT",
         3: "REQUEST ACCUSE REJECT THREATEN", 4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT"}
QUAD_OF = {kind: quad for quad, kinds in QUADS.items() for kind in kinds.split()}
SOURCE_KINDS = ("outlet", "person", "organisation", "unnamed")
EVENT_FIELDS = ("id document type act mode contexts cameo quad scores factuality background actors "
                "recipients date place attribution conditions content magnitude trigger sentence rule "
                "confidence").split()
PARTY_FIELDS = "name text start end code country sector role id".split()
DOCUMENT_FIELDS = ("id url title byline outlet section published language text removed").split()


def event_troubles(event, text):
    """What is wrong with the event's form, a line each. `text` is the document's clean text."""
    missing = [field for field in EVENT_FIELDS if field not in event]
    if missing:
        return ["an event lacks " + ", ".join(missing)]
    troubles = value_troubles(event)
    for name, part in spans_of(event):
        if text[part["start"]:part["end"]] != part["text"]:
            troubles.append(f"{name} '{part['text']}' is not what stands at "
                            f"{part['start']}..{part['end']}: "
                            f"'{text[part['start']:part['end']]}'")
    sentence, trigger = event["sentence"], event["trigger"]
    if not sentence["start"] <= trigger["start"] < trigger["end"] <= sentence["end"]:
        troubles.append(f"trigger '{trigger['text']}' lies outside its sentence")
    return troubles


def value_troubles(event):
    troubles = []
    if event["act"] not in QUAD_OF or event["type"] not in QUAD_OF:
        troubles.append(f"no such type: {event['act']}/{event['type']}")
    elif event["quad"] != QUAD_OF[event["type"]]:
        troubles.append(f"{event['type']} has quad {event['quad']}")
    if event["factuality"] not in FACTUALITIES:
        troubles.append(f"no such factuality: {event['factuality']}")
    if not isinstance(event["background"], bool):
        troubles.append("background is no truth value")
    if not 0 <= event["confidence"] <= 1:
        troubles.append(f"confidence {event['confidence']} is not in 0..1")
    for link in event["attribution"]:
        if link["kind"] not in SOURCE_KINDS:
            troubles.append(f"no such kind of source: {link['kind']}")
    for side in ("actors", "recipients"):
        for party in event[side]:
            lacking = [field for field in PARTY_FIELDS if field not in party]
            if lacking:
                troubles.append("a party lacks " + ", ".join(lacking))
    date = event["date"]
    if date and date["start"] and not date["start"] <= date["end"]:
        troubles.append(f"date {date['start']}..{date['end']} runs backwards")
    if ":" not in event["rule"]:
        troubles.append(f"rule '{event['rule']}' names no line")
    return troubles


def spans_of(event):
    """Each part of the event that claims to stand in the text."""
    yield "trigger", event["trigger"]
    yield "sentence", event["sentence"]
    for side in ("actors", "recipients", "attribution", "conditions"):
        for part in event[side]:
            yield side, part


def document_troubles(document):
    missing = [field for field in DOCUMENT_FIELDS if field not in document]
    return ["a document lacks " + ", ".join(missing)] if missing else []
