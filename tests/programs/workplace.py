# SPDX-License-Identifier: Apache-2.0
"""What a test of the command line works with: a folder of its own and the program."""
import dataclasses
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "samples"
EVENTFUL = "Egyptian police arrested four opposition activists in Cairo on Monday."


class Skipped(Exception):
    """The test cannot be run here; the message says why."""


@dataclasses.dataclass
class Outcome:
    status: int
    out: str
    err: str
    raw: bytes  # What was written to standard output, byte for byte.

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


class Workplace:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def write(self, name, content):
        """Makes a file of text or bytes; returns its path."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run(self, *arguments, stdin=b"", env=None, seconds=300):
        stdin = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run([self.program, *arguments], input=stdin, capture_output=True,
                              env={**os.environ, **(env or {})}, timeout=seconds, check=False,
                              cwd=self.folder)
        assert done.returncode >= 0, f"killed by signal {-done.returncode}: {arguments}"
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace"),
                       done.stdout)

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def read_lines(self, name):
        return [json.loads(line) for line in self.read(name).splitlines()]


def json_line(**fields):
    return json.dumps(fields) + "\n"


def samples(*suffixes):
    return [str(path) for path in sorted(SAMPLES.iterdir()) if path.suffix in suffixes]


def equal(found, expected, what=""):
    assert found == expected, f"{what}: expected {expected!r}, got {found!r}"


def contains(text, part):
    assert part in text, f"expected '{part}' in: {text[:600]!r}"
