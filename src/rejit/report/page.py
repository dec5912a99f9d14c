"""A story as one page that needs nothing else: no server, no network.

Bokeh's script is taken out of its Python package, which is not imported. All that is large stands compressed in the
page (deflate, base64), in elements that are scripts of no language; the browser's DecompressionStream unpacks it. The
listings of functions are packed in groups, and a group is unpacked when one of its functions is opened.
"""

from __future__ import annotations

import html
import json
import os
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable
from importlib.util import find_spec

from rejit.report.listing import Disassembler, listings
from rejit.report.story import Function, Story

BOKEH = ("bokeh.min.js", "bokeh-api.min.js")
GROUP_CHARACTERS = 1 << 18  # of listings that are packed together: more than deflate looks back over
PAGE_BYTES = 2_900_000  # of the page; listings get what is left, and the functions that did most come first
ELEMENT_BYTES, PLACE_BYTES = 100, 6  # of a group's element, and of a function's place in it, about
LEVEL = 6  # of deflate: 9 takes twice the time for 2 %
MOST_WORKED = ("level", "calls", "turns")


def page_of(story: Story) -> str:
    """The page's HTML."""
    title = "rejit " + " ".join(story.notes["command"][1:])
    page = _asset("page.html")
    parts = {
        "TITLE": html.escape(title),
        "STYLE": _asset("page.css"),
        "SCRIPT": _asset("page.js"),
        "BOKEH": _packed("bokeh", "\n".join(_bokeh(name) for name in BOKEH)),
    }
    room = PAGE_BYTES - len(page) - sum(map(len, parts.values())) - len(_packed("data", _data(story, title, {})))
    groups, homes = _listings(story, room)
    parts["DATA"] = _packed("data", _data(story, title, homes))
    parts["LISTINGS"] = "\n".join(_element(f"listing-{number}", group) for number, group in enumerate(groups))
    return re.sub("<!-- ([A-Z]+) -->", lambda place: parts[place[1]], page)


def _asset(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _bokeh(name: str) -> str:
    spec = find_spec("bokeh")
    assert spec is not None and spec.submodule_search_locations  # `finish.check` has looked
    with open(os.path.join(spec.submodule_search_locations[0], "server", "static", "js", name), encoding="utf-8") as js:
        return js.read()


def _packed(name: str, text: str) -> str:
    return _element(name, _deflated(text))


def _deflated(text: str) -> str:
    return b64encode(zlib.compress(text.encode("utf-8", "replace"), LEVEL)).decode()


def _element(name: str, content: str) -> str:
    return f'<script type="application/octet-stream" id="{name}">{content}</script>'


def _data(story: Story, title: str, homes: dict[int, tuple[int, int]]) -> str:
    """What page.js draws, as JSON."""
    rows = story.rows
    places = {row: at for at, row in enumerate(rows)}
    data = {
        "title": title,
        "first": story.first,
        "end": story.end,
        "figures": story.figures,
        "rows": rows,
        "leftOut": story.left_out,
        "spans": [[places[s.row], round(s.start, 3), round(s.end, 3), *s[3:]] for s in story.spans],
        "marks": [[places[m.row], round(m.time, 3), *m[2:]] for m in story.marks],
        "memory": [list(sample) for sample in story.memory],
        "modules": [story.modules[number] for number in story.modules],
        "functions": [
            [
                f.name,
                story.modules[f.module],
                f.level,
                f.calls,
                f.exact,
                f.turns,
                f.lines,
                f.size,
                round(sum(body.compile for body in f.bodies), 3),
                f.history,
                f.why,
                list(homes.get(at, ())),
            ]
            for at, f in enumerate(story.functions)
        ],
    }
    return json.dumps(data, separators=(",", ":"))


def _listings(story: Story, room: int) -> tuple[list[str], dict[int, tuple[int, int]]]:
    """Groups of listings, packed, together not above `room`; where those of a function are: (group, place in it)."""
    disassembler = Disassembler()
    groups: list[str] = []
    homes: dict[int, tuple[int, int]] = {}
    for members in _grouped(story, disassembler):
        packed = _deflated("[" + ",".join(text for _, text in members) + "]")
        room -= len(packed) + ELEMENT_BYTES + PLACE_BYTES * len(members)
        if room < 0:
            break
        homes.update((at, (len(groups), place)) for place, (at, _) in enumerate(members))
        groups.append(packed)
    return groups, homes


def _grouped(story: Story, disassembler: Disassembler) -> Iterable[list[tuple[int, str]]]:
    """(place among the functions, its listings as JSON) of those that were linked, those that did most first."""

    def work(at: int) -> tuple[int, ...]:
        function: Function = story.functions[at]
        return tuple(-getattr(function, name) for name in MOST_WORKED)

    members: list[tuple[int, str]] = []
    size = 0
    for at in sorted((at for at, f in enumerate(story.functions) if f.bodies), key=work):
        function = story.functions[at]
        text = json.dumps(listings(function, story.texts.get((function.module, function.key), ""), disassembler))
        members.append((at, text))
        size += len(text)
        if size > GROUP_CHARACTERS:
            yield members
            members, size = [], 0
    if members:
        yield members
