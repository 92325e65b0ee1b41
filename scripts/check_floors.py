#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a file in src/ includes a folder that src/CMakeLists.txt does not let it stand on.

scripts/check_floors.py [REPOSITORY]
"""
import pathlib
import re
import sys

# They wire and print, so they may include everything; nothing includes them.
PROGRAMS = {"cli", "server", "train", "evaluate"}
DECLARATION = re.compile(r"verbale_library\(([^)]*)\)")
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def declared_floors(cmake):
    """Maps each library's folder to the set of folders it may include, itself included."""
    folder_of, allowed = {}, {}
    for words in DECLARATION.findall(re.sub(r"#.*", "", cmake)):
        name, folder, below = parse_declaration(words.split())
        folder_of[name] = folder
        allowed[folder] = {folder}
        for lower in below:
            if lower not in folder_of:
                sys.exit(f"src/CMakeLists.txt: {name} stands on {lower}, which is not declared "
                         "before it")
            allowed[folder] |= allowed[folder_of[lower]]
    return allowed


def parse_declaration(words):
    """Name, folder and the names below of `words`, the arguments of verbale_library()."""
    keyword, parts = "", {"FOLDER": [], "ON": [], "EXTERN": []}
    for word in words[1:]:
        if word in parts:
            keyword = word
        elif keyword:
            parts[keyword].append(word)
    return words[0], (parts["FOLDER"] or words[:1])[0], parts["ON"]


def owner(path, allowed):
    """The declared folder that `path` (relative to src/) lies in, or None."""
    return next((str(parent) for parent in path.parents if str(parent) in allowed), None)


def complaints(source, allowed):
    for file in sorted(source.rglob("*.[hc]*")):
        path = file.relative_to(source)
        if not file.is_file() or path.parts[0] in PROGRAMS:
            continue
        folder = owner(path, allowed)
        if folder is None:
            yield f"src/{path}: lies in no library of src/CMakeLists.txt"
            continue
        for included in INCLUDE.findall(file.read_text(encoding="utf-8")):
            target = owner(pathlib.PurePosixPath(included), allowed)
            if pathlib.PurePosixPath(included).parts[0] in PROGRAMS:
                yield f"src/{path}: includes {included}, but nothing includes a program"
            elif target not in allowed[folder]:
                reason = f"{folder} does not stand on {target}" if target else "no library has it"
                yield f"src/{path}: includes {included}, but {reason}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    allowed = declared_floors((root / "src/CMakeLists.txt").read_text(encoding="utf-8"))
    found = list(complaints(root / "src", allowed))
    for complaint in found:
        print(complaint)
    print(f"check_floors: {len(allowed)} libraries, {len(found)} includes against their floors")
    sys.exit(1 if found else 0)


main()
