"""Small stories for the tests of figures: front matter texts through the engine to a Graph."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from engine.documents import File, find_files
from engine.graph import Graph
from engine.kinds import FOLDERS
from engine.kinds.record import STATUSES
from engine.records import read_entry
from engine.settings import read_settings
from engine.wording import read_words

ROOT = Path(__file__).parents[3]
SITE = "title: A story\ndescription: A story to draw.\ntimezone: Europe/London\n"
MOTION = """
title: To leave
summary: They leave.
status: official
cites: [a]
organization: board
date: {date}
text: We leave.
requirement: majority
seats: 3
result: pass
"""
"""A matter put to the board on a date."""


@cache
def words() -> Mapping[str, str]:
    """The words of the interface, as a build has them."""
    path = ROOT / "templates" / "strings.en.yaml"
    found, faults = read_words(path.read_text(encoding="utf-8"), path.name)
    assert not faults
    return found


def story(files: Mapping[str, str], site: str = SITE) -> Graph:
    """The graph of a site: ``files`` maps ``events/id`` to front matter."""
    texts = {f"content/{path}.md": f"---\n{text.strip()}\n---\n" for path, text in files.items()}
    return _graph([File(path, text.encode()) for path, text in texts.items()], site)


def events(*rows: str, site: str = SITE) -> Graph:
    """A story of events only: ``id | date | status``, and more front matter after another ``|``.

    The title is the id in words; ``key`` alone makes a key event.
    """
    return story(dict(event(*row.split("|")) for row in rows), site)


def event(id_: str, date: str, status: str = "reported", *more: str) -> tuple[str, str]:
    """The path and the front matter of an event."""
    lines = [
        f"title: {id_.strip().replace('-', ' ').capitalize()}",
        "summary: It happened.",
        f"date: '{date.strip()}'",
        f"status: {status.strip()}",
        "cites: [a]",
        *("key: true" if word.strip() == "key" else word.strip() for word in more),
    ]
    return f"events/{id_.strip()}", "\n".join(lines)


def site_of(folder: Path) -> Graph:
    """The graph of a site's folder."""
    files, _ = find_files(folder, FOLDERS)
    return _graph(files, (folder / "site.yaml").read_text(encoding="utf-8"))


def _graph(files: Iterable[File], site: str) -> Graph:
    settings, faults = read_settings(File("site.yaml", site.encode()))
    entries = [read_entry(file) for file in files]
    assert not faults
    assert [fault for entry in entries for fault in entry.faults] == []
    return Graph(settings, tuple(entries))


_days = st.dates()
_minutes = st.integers(0, 1439)
dates = st.one_of(
    _days.map(str),
    st.builds("{}{}".format, _days, st.sampled_from("?~%")),
    _days.map(lambda day: str(day)[:7]),
    _days.map(lambda day: str(day)[:4]),
    _days.map(lambda day: f"{str(day)[:7]}-XX"),
    _days.map(lambda day: f"../{day}"),
    _days.map(lambda day: f"{day}/.."),
    _days.map(lambda day: f"/{day}"),
    _days.map(lambda day: f"{day}/"),
    st.lists(_days, min_size=2, max_size=2, unique=True).map(lambda d: f"{min(d)}/{max(d)}"),
    st.lists(_days, min_size=2, max_size=3, unique=True).map(
        lambda d: f"[{','.join(map(str, d))}]"
    ),
    st.builds(lambda day, m: f"{day}T{m // 60:02}:{m % 60:02}", _days, _minutes),
)
"""Dates as authors give them, in every form."""

titles = st.sampled_from(
    ["Fire", "The council votes", "A letter comes from the other side of the sea", "会議は踊る"]
)


_clocks = st.one_of(
    st.sampled_from(["", "", "?"]),
    st.builds("T{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
)
near_dates = (
    st.builds("2024-02-2{}{}".format, st.integers(0, 9), _clocks),
    st.builds("2024-{:02}-{:02}{}".format, st.integers(1, 12), st.integers(1, 28), _clocks),
    st.builds("20{:02}-{:02}".format, st.integers(0, 99), st.integers(1, 12)),
)
"""Dates within ten days, a year and a century."""


@st.composite
def stories(draw: st.DrawFn, most: int = 25) -> Graph:
    """Stories of some events, near each other in time or far apart."""
    when = draw(st.sampled_from((dates, *near_dates)))
    files = {}
    for number in range(draw(st.integers(1, most))):
        path, front = event(f"e{number}", draw(when), draw(st.sampled_from(STATUSES)))
        front = front.replace(f"title: E{number}", f"title: {draw(titles)} {number}")
        files[path] = front + ("\nkey: true" if draw(st.integers(0, 3)) == 0 else "")
    return story(files)
