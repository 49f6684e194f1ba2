"""The tables load in pandas with no loss: every cell is what was written."""

import io
from pathlib import Path

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from engine.arguments import parse
from engine.exports.tables import _csv
from engine.kinds.event import Event
from engine.kinds.person import Person
from tests.conftest import SITES, Builder, base_site

ROOTS = {"story": build.HERE, "other_story": SITES / "council"}


def load(content: bytes) -> pandas.DataFrame:
    return pandas.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


@pytest.mark.parametrize("which", ROOTS)
def test_pandas_reads_every_event_and_person(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    graph = build.gather(parse([], ROOTS[which])).story.graph
    events = load((site / "data/events.csv").read_bytes())
    people = load((site / "data/people.csv").read_bytes())
    assert list(events["id"]) == [event.id for event in graph.all(Event)]
    assert list(events["title"]) == [event.title for event in graph.all(Event)]
    assert list(events["summary"]) == [event.summary for event in graph.all(Event)]
    assert list(events["date"]) == [event.date.text for event in graph.all(Event)]
    assert list(people["name"]) == [person.name for person in graph.all(Person)]
    spelled = [[other.name for other in person.other_names] for person in graph.all(Person)]
    assert [cell.split(" | ") if cell else [] for cell in people["other_names"]] == spelled
    cited = [[_cite(c.source, c.passage) for c in event.cites] for event in graph.all(Event)]
    once = [list(dict.fromkeys(row)) for row in cited]
    assert [cell.split(" | ") for cell in events["cites"]] == once


def _cite(source: str, passage: str | None) -> str:
    return f"{source}#{passage}" if passage else source


def test_pandas_reads_the_reach_of_a_date_as_times(other_story: Path) -> None:
    events = load((other_story / "data/events.csv").read_bytes())
    known = events[(events["earliest"] != "") & (events["before"] != "")]
    starts = pandas.to_datetime(known["earliest"], utc=True)
    ends = pandas.to_datetime(known["before"], utc=True)
    assert len(known) > 10
    assert (starts < ends).all()


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_any_text_comes_back(cells: list[tuple[str, str]]) -> None:
    rows = [{"id": f"a{n}", "first": a, "second": b} for n, (a, b) in enumerate(cells)]
    found = load(_csv(rows))
    assert list(zip(found["first"], found["second"], strict=True)) == cells


def test_a_table_has_the_lines_of_its_format(build_site: Builder) -> None:
    built = build_site(base_site())
    content = (built.site / "_site/data/people.csv").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    assert content.startswith(b"id,name,")
    assert "Member: The council, 2020-03 to ?" in content.decode()
    assert "Member: The council, 2019 to .." in content.decode()


def test_what_is_not_there_has_no_table(build_site: Builder) -> None:
    site = base_site()
    del site["content/events/2024-03-01-closed.md"]
    lines = site["seeds/report.md"].splitlines(keepends=True)
    lines = [line for line in lines if "{id: p1" not in line and "{id: p3" not in line]
    site["seeds/report.md"] = "".join(lines)
    built = build_site(site)
    assert built.status == 0
    assert "data/people.csv" in built.files
    assert not built.files.keys() & {"data/events.csv", "data/timeline.json", "timeline.ics"}
    assert "events.csv" not in built.files["index.html"]
