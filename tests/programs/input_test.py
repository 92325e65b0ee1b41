# SPDX-License-Identifier: Apache-2.0
"""What goes in: every form of input, and everything that can be wrong with it."""
import gzip
import struct

from workplace import EVENTFUL, SAMPLES, contains, equal, json_line

FORBIDDEN_IN_PAGE = ("We use cookies", "Most read", "Sign up for our newsletter", "Terms")


def zstd_frame(data):
    """A Zstandard frame whose blocks hold the data as it is."""
    blocks = [data[i:i + 100000] for i in range(0, len(data), 100000)]
    frame = struct.pack("<IBI", 0xFD2FB528, 0xA0, len(data))
    for number, block in enumerate(blocks):
        is_last = number == len(blocks) - 1
        frame += struct.pack("<I", is_last | len(block) << 3)[:3] + block
    return frame


def reject_of(outcome):
    """The one line on standard error, which says what was rejected and why."""
    lines = outcome.err.strip().splitlines()
    equal(len(lines), 1, f"lines on standard error ({outcome.err!r})")
    return lines[0]


def test_plain_text_file(work):
    path = work.write("article.txt", EVENTFUL + "\n")
    outcome = work.run("code", "--published", "2026-03-03", path)
    equal(outcome.status, 0, "status")
    equal([event["act"] for event in outcome.lines()], ["COERCE"], "acts")
    equal(outcome.lines()[0]["date"]["start"], "2026-03-02", "date")


def test_no_date_is_guessed_without_a_day_of_publication(work):
    path = work.write("article.txt", EVENTFUL + "\n")
    event = work.run("code", path).lines()[0]
    assert event["date"] is None or event["date"]["start"] is None, f"date {event['date']}"


def test_plain_text_on_standard_input(work):
    outcome = work.run("code", "-", stdin=EVENTFUL + "\n")
    equal((outcome.status, len(outcome.lines())), (0, 1), "status and events")


def test_json_lines_on_standard_input(work):
    lines = json_line(id="a", text=EVENTFUL) + json_line(id="b", text=EVENTFUL)
    outcome = work.run("code", "-", stdin=lines)
    equal([event["document"]["id"] for event in outcome.lines()], ["a", "b"], "documents")


def test_json_fields_reach_the_event(work):
    line = json_line(id="x1", url="https://example.org/a", title="Arrests in Cairo",
                     outlet="Nile Wire", published="2026-03-03T08:00:00+02:00", text=EVENTFUL)
    event = work.run("code", "-", stdin=line).lines()[0]
    document = event["document"]
    equal((document["id"], document["url"], document["outlet"]),
          ("x1", "https://example.org/a", "Nile Wire"), "document")
    equal(document["title"], "Arrests in Cairo", "title")
    contains(document["published"], "2026-03-03")


def test_html_in_a_json_line(work):
    page = (f"<html><body><nav>Home | Sport</nav><article><h1>Arrests</h1><p>{EVENTFUL}</p>"
            "</article></body></html>")
    outcome = work.run("code", "-", stdin=json_line(id="h", html=page))
    equal([event["act"] for event in outcome.lines()], ["COERCE"], "acts")


def test_html_page_is_cleaned(work):
    documents = work.run("read", str(SAMPLES / "sanctions-waiver.html")).lines()
    equal(len(documents), 1, "documents")
    document = documents[0]
    equal(document["title"], "Washington waives sanctions on Venezuelan minister before talks",
          "title")
    contains(document["byline"] or "", "Denise Okafor")
    contains(document["published"] or "", "2026-04-09")
    equal(document["outlet"], "The Harbour Post", "outlet")
    contains(document["text"], "temporarily lifted sanctions on Venezuelan Oil Minister")
    for words in FORBIDDEN_IN_PAGE:
        assert words not in document["text"], f"furniture in the text: {words}"
    assert document["removed"], "nothing was removed from a page full of furniture"
    for part in document["removed"]:
        assert part["text"] and part["reason"], f"removed without text or reason: {part}"


def test_pasted_page_is_cleaned(work):
    document = work.run("read", str(SAMPLES / "analysis-envoy-page.txt")).lines()[0]
    contains(document["title"], "Turkish Envoy Expected in Yerevan")
    contains(document["byline"] or "", "Marit Solheim")
    contains(document["published"] or "", "2026-02-18")
    assert document["text"].startswith(document["title"]), "the title is the first line"
    for words in ("Trending now", "Sign up with your email", "Copy link", "All rights reserved",
                  "night trains"):
        assert words not in document["text"], f"furniture in the text: {words}"
    contains(document["text"], "A thaw with conditions")


def test_gzip_and_zstd(work):
    lines = json_line(id="a", text=EVENTFUL).encode() * 400
    plain = work.run("code", work.write("a.jsonl", lines))
    packed = work.run("code", work.write("b.jsonl.gz", gzip.compress(lines)))
    framed = work.run("code", work.write("c.jsonl.zst", zstd_frame(lines)))
    equal((plain.status, packed.status, framed.status), (0, 0, 0), "status")
    equal(len(plain.lines()), 400, "events")
    assert plain.raw == packed.raw, "gzip gives other bytes"
    assert plain.raw == framed.raw, "zstd gives other bytes"


def test_truncated_gzip_is_told(work):
    packed = gzip.compress(json_line(id="a", text=EVENTFUL).encode() * 2000)
    outcome = work.run("code", work.write("cut.jsonl.gz", packed[:len(packed) // 2]))
    equal(outcome.status, 1, "status")
    contains(outcome.err, "cut.jsonl.gz")


def test_missing_file(work):
    outcome = work.run("code", "no-such-article.txt")
    equal((outcome.status, outcome.out), (1, ""), "status and output")
    contains(outcome.err, "no-such-article.txt")


def test_missing_file_does_not_stop_the_others(work):
    good = work.write("good.txt", EVENTFUL)
    outcome = work.run("code", "no-such-article.txt", good)
    equal((outcome.status, len(outcome.lines())), (1, 1), "status and events")


def test_directory_without_files(work):
    outcome = work.run("code", str(work.folder))
    equal((outcome.status, outcome.out), (1, ""), "status and output")
    contains(outcome.err, str(work.folder))


def test_directory(work):
    for name in ("b.txt", "a.txt", ".hidden"):
        work.write(name, EVENTFUL)
    outcome = work.run("code", str(work.folder))
    equal((outcome.status, len(outcome.lines())), (0, 2), "status and events")


def test_feed(work):
    item = f"<item><guid>a</guid><title>Arrests</title><description>{EVENTFUL}</description></item>"
    feed = f"<rss><channel><title>Nile Wire</title>{item}<item><guid>b</guid></item></channel></rss>"
    outcome = work.run("code", "-", stdin=feed)
    equal((outcome.status, [event["document"]["id"] for event in outcome.lines()]), (1, ["a"]),
          "status and documents")
    equal(outcome.lines()[0]["document"]["outlet"], "Nile Wire", "outlet")
    contains(reject_of(outcome), "id b: carries no text")


def test_web_archive_packed_by_record(work):
    page = f"<html><body><h1>Arrests</h1><p>{EVENTFUL}</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    moved = "HTTP/1.1 301 Moved\r\n\r\n"
    records = b"".join(
        gzip.compress(f"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: {len(block)}\r\n\r\n"
                      f"{block}\r\n\r\n".encode()) for block in (answer, moved, answer))
    outcome = work.run("code", work.write("crawl.warc.gz", records))
    equal((outcome.status, len(outcome.lines())), (0, 2), "status and events")
    contains(outcome.err, "passed over 1 redirects or errors")
    cut = work.run("code", work.write("cut.warc.gz", records[:-20]))
    equal(cut.status, 1, "status of a cut archive")
    assert len(cut.lines()) >= 1, "nothing was read before the cut"


def test_binary_file(work):
    path = work.write("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 200)
    outcome = work.run("code", path)
    equal((outcome.status, outcome.out), (1, ""), "status and output")
    contains(outcome.err, "image.txt")


def test_broken_utf8_is_read_as_well_as_it_goes(work):
    path = work.write("broken.txt", EVENTFUL.encode() + b" Caf\xe9 \xff\xfe \xc3(.\n")
    outcome = work.run("code", "--published", "2026-03-03", path)
    assert outcome.status in (0, 1), f"status {outcome.status}"
    if outcome.status == 0:
        equal([event["act"] for event in outcome.lines()], ["COERCE"], "acts")


def test_windows_and_utf16_text(work):
    text = "Police in São Tomé arrested the editor of the café’s newspaper on Monday.\n"
    for charset in ("utf-8-sig", "cp1252", "utf-16"):
        outcome = work.run("read", work.write("a.txt", text.encode(charset)))
        equal(outcome.status, 0, f"status of {charset}")
        contains(outcome.lines()[0]["text"], "São Tomé")


def test_json_line_without_text(work):
    lines = json_line(id="a", text=EVENTFUL) + json_line(id="b", title="No text")
    outcome = work.run("code", "-", stdin=lines + json_line(id="c", text=EVENTFUL))
    equal(outcome.status, 1, "status")
    equal([event["document"]["id"] for event in outcome.lines()], ["a", "c"], "documents")
    contains(reject_of(outcome), ":2: ")


def test_broken_json_line(work):
    lines = json_line(id="a", text=EVENTFUL) + '{"id": "b", "text": "cut\n'
    outcome = work.run("code", "-", stdin=lines + json_line(id="c", text=EVENTFUL))
    equal(outcome.status, 1, "status")
    equal([event["document"]["id"] for event in outcome.lines()], ["a", "c"], "documents")
    contains(reject_of(outcome), ":2: ")


def test_json_of_the_wrong_kind(work):
    odd = '[1, 2]\n"text"\n17\nnull\n{"text": 5}\n{"text": null}\n'
    outcome = work.run("code", work.write("odd.jsonl", json_line(text=EVENTFUL) + odd))
    equal((outcome.status, len(outcome.lines())), (1, 1), "status and events")
    equal(len(outcome.err.strip().splitlines()), 6, "rejects")


def test_empty_article(work):
    for content in ("", "\n\n\n", " "):
        outcome = work.run("code", work.write("empty.txt", content))
        assert outcome.status in (0, 1), f"status {outcome.status}"
        equal(outcome.out, "", "output")


def test_empty_standard_input(work):
    outcome = work.run("code", "-", stdin=b"")
    assert outcome.status in (0, 1), f"status {outcome.status}"
    equal(outcome.out, "", "output")


def test_blank_lines_between_json_lines(work):
    lines = "\n" + json_line(text=EVENTFUL) + "\n\n" + json_line(text=EVENTFUL) + "\n"
    outcome = work.run("code", work.write("a.jsonl", lines))
    equal((outcome.status, len(outcome.lines())), (0, 2), "status and events")


def test_windows_line_ends(work):
    lines = json_line(text=EVENTFUL).replace("\n", "\r\n") * 2
    outcome = work.run("code", work.write("a.jsonl", lines))
    equal((outcome.status, len(outcome.lines())), (0, 2), "status and events")


def test_file_names_of_any_kind(work):
    for name in ("with blank.txt", "größe-ü.txt", "quote'\"s.txt"):
        outcome = work.run("code", work.write(name, EVENTFUL))
        equal((outcome.status, len(outcome.lines())), (0, 1), f"status and events of {name}")


def test_rejects_go_to_their_file(work):
    lines = json_line(id="b", title="No text") + json_line(id="c", text=EVENTFUL)
    outcome = work.run("code", "--rejects", "rejects.jsonl", "-", stdin=lines)
    equal((outcome.status, outcome.err), (1, ""), "status and standard error")
    rejects = work.read_lines("rejects.jsonl")
    equal([reject["id"] for reject in rejects], ["b"], "rejected")
    assert rejects[0]["reason"], "a reject without a reason"


def test_documents_go_to_their_file(work):
    lines = json_line(id="a", text="Nothing happened.") + json_line(id="b", text=EVENTFUL)
    outcome = work.run("code", "--documents", "documents.jsonl", "-", stdin=lines)
    equal(outcome.status, 0, "status")
    documents = work.read_lines("documents.jsonl")
    equal([document["id"] for document in documents], ["a", "b"], "documents")
    event = outcome.lines()[0]
    trigger = event["trigger"]
    equal(documents[1]["text"][trigger["start"]:trigger["end"]], trigger["text"], "trigger")


def test_offsets_count_code_points(work):
    text = "Ärzte – 𝔘𝔫𝔦 😀 – told. " + EVENTFUL
    work.run("code", "--documents", "d.jsonl", "--out", "e.jsonl", "-",
             stdin=json_line(id="a", text=text))
    event, document = work.read_lines("e.jsonl")[0], work.read_lines("d.jsonl")[0]
    for part in (event["trigger"], event["sentence"], *event["actors"], *event["recipients"]):
        equal(document["text"][part["start"]:part["end"]], part["text"], "span")


def test_huge_article(work):
    sentence = EVENTFUL + " The weather was fine and the market was full of people. "
    path = work.write("huge.txt", (sentence * 8 + "\n\n") * (50_000_000 // (8 * len(sentence))))
    outcome = work.run("code", "--out", "events.jsonl", path, seconds=900)
    assert outcome.status in (0, 1), f"status {outcome.status}"
    if outcome.status == 1:
        contains(outcome.err, "huge.txt")


def test_one_endless_word_and_one_endless_sentence(work):
    for text in ("a" * 2_000_000, "police " * 200_000, "(" * 100_000 + "." * 100_000):
        outcome = work.run("code", work.write("odd.txt", text), seconds=300)
        assert outcome.status in (0, 1), f"status {outcome.status}"


def test_deeply_nested_html(work):
    page = "<html><body>" + "<div>" * 200_000 + f"<p>{EVENTFUL}</p>"
    outcome = work.run("code", work.write("deep.html", page), seconds=120)
    assert outcome.status in (0, 1), f"status {outcome.status}"


def test_given_parties_count_whatever_is_known_of_them(work):
    text = "The Zorblatt slammed the Quux Collective over the leak."
    marks = [{"start": 0, "end": 12}, {"start": 21, "end": 40}]
    lines = json_line(id="marked", text=text, parties=marks) + json_line(id="bare", text=text)
    events = work.run("code", "-", stdin=lines).lines()
    equal([(event["document"]["id"], event["type"]) for event in events], [("marked", "ACCUSE")],
          "events")
    equal((events[0]["actors"][0]["start"], events[0]["recipients"][0]["end"]), (0, 40), "spans")
