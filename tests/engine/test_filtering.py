"""What a timeline can be filtered by, and that the style sheet knows each of the numbers."""

import re

import build
from engine.filtering import MOST
from engine.kinds.record import STATUSES
from tests.conftest import Builder, base_site

EVENT = """---
title: Event {n}
summary: Something.
date: 2024-03-{n:02}
status: {status}
people: [{people}]
strand: {strand}
cites: [report#p3]
---
"""


def many(*events: tuple[str, str, str]) -> dict[str, str]:
    site = base_site()
    site["site.yaml"] += "  - {id: money, label: Money}\n"
    for n, (status, people, strand) in enumerate(events, 2):
        text = EVENT.format(n=n, status=status, people=people, strand=strand)
        site[f"content/events/event-{n}.md"] = text
    return site


SIX = (
    ("reported", "jane-doe, john-roe", "works"),
    ("rumour", "john-roe", "money"),
    ("official", "john-roe", "works"),
    ("rumour", "ann-poe", "money"),
    ("rumour", "", "money"),
)


def test_people_are_numbered_by_how_often_they_take_part(build_site: Builder) -> None:
    page = build_site(many(*SIX)).files["timeline.html"]
    chosen = re.findall(r'name="person" value="([^"]*)" (?:id="(P\d)")?', page)
    assert chosen == [("", ""), ("john-roe", "P1"), ("jane-doe", "P2")]


def test_only_what_there_is_can_be_chosen(build_site: Builder) -> None:
    page = build_site(many(*SIX)).files["timeline.html"]
    assert re.findall(r'name="status" value="([^"]*)"', page) == ["official", "reported", "rumour"]
    assert re.findall(r'name="strand" value="([^"]*)"', page) == ["", "works", "money"]


def test_an_event_has_the_classes_of_its_choices(build_site: Builder) -> None:
    page = build_site(many(*SIX)).files["timeline.html"]
    assert '<li class="ev f p1 p2 t1 x3" id="event-2">' in page
    assert '<li class="ev f x6 t2"' not in page
    assert '<li class="ev f t2 x6" id="event-6">' in page


def test_few_events_have_no_filters(build_site: Builder) -> None:
    page = build_site(many(*SIX[:3])).files["timeline.html"]
    assert 'id="Filter"' not in page and "<script src" not in page


def test_the_style_sheet_knows_every_number() -> None:
    sheet = (build.HERE / "static/css/timeline.css").read_text("utf-8")
    for n in range(1, len(STATUSES) + 1):
        assert f"#X{n}:not(:checked)) .x{n}" in sheet
    for n in range(1, MOST + 1):
        assert f"#P{n}:checked) .f:not(.p{n})" in sheet
        assert f"#T{n}:checked) .f:not(.t{n})" in sheet
    assert f"#P{MOST + 1}" not in sheet
