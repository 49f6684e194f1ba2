"""The two readings of the timeline: every event once, on pages of a size that can be read."""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from engine.kinds.record import STATUSES
from engine.links import Addresses
from engine.pages.known import KnownView, known_page
from engine.pages.timeline import LeafView, TimelineView, timeline_page
from engine.views.days import MOST
from engine.views.page import Page
from engine.views.story import Story
from tests.conftest import Builder, base_site
from tests.engine.figures.stories import MOTION, SITE, event, words
from tests.engine.figures.stories import story as graph_of

AFTER = (
    SITE
    + """eras:
  - {id: before, label: Before, until: 2022}
  - {id: long, label: The long one, from: 2023, until: 2026}
"""
)


AROUND = SITE + "eras:\n  - {id: then, label: Then, from: 2027, until: 2027}\n"


def story(*rows: str, site: str = SITE, more: Mapping[str, str] = MappingProxyType({})) -> Story:
    files = dict(event(*row.split("|")) for row in rows)
    graph = graph_of({**files, **more, "sources/a": "title: A source"}, site)
    return Story(graph, Addresses(graph, frozenset()), words())


def rows(count: int, *years: int) -> list[str]:
    return [f"e{n}|{years[n % len(years)]}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(count)]


def written(made: Story) -> list[Page]:
    return [blank.page for blank in timeline_page(made)]


def listed(page: Page) -> list[str]:
    view = page.view
    assert isinstance(view, TimelineView | LeafView | KnownView)
    eras = [view.era] if isinstance(view, LeafView) else view.eras
    return [item.id for era in eras for row in era.rows for item in row.events]


def test_a_timeline_that_fits_is_one_page() -> None:
    (page,) = written(story(*rows(MOST, 2023, 2024)))
    assert len(listed(page)) == MOST


def test_a_longer_one_without_eras_is_parted_by_years() -> None:
    first, *leaves = written(story(*rows(320, 1990, 1991, 1992, 1993)))
    assert [page.url for page in leaves] == [
        "timeline-1990.html", "timeline-1991.html", "timeline-1992.html", "timeline-1993.html",
    ]  # fmt: skip
    assert listed(first) == []
    (era,) = first.view.eras  # type: ignore[attr-defined]
    first_link = era.pages[0]
    assert (first_link.url, first_link.title) == ("timeline-1990.html", "All 80 events, 1990")
    (before, after) = (leaves[1].meta.before, leaves[1].meta.after)
    assert before and before.url == "timeline-1990.html"
    assert after and after.url == "timeline-1992.html"


@pytest.mark.parametrize(("site", "missing"), [(SITE, 0), (AFTER, 0), (AROUND, 40)])
def test_events_leave_a_timeline_only_for_an_era_that_holds_the_motion(
    site: str, missing: int
) -> None:
    more = {
        "organizations/board": "name: The board\nsummary: A board.",
        "motions/leave": MOTION.format(date="2027-05-03"),
    }
    made = story(*rows(80, 2024, 2027), site=site, more=more)
    first, *leaves = written(made)
    assert len(listed(first)) == 80 - missing
    assert sum(len(listed(leaf)) for leaf in leaves) == missing


def test_short_years_share_a_page_that_is_named_by_the_first() -> None:
    _, *leaves = written(story(*rows(160, 1990, 1991, 1992, 1993)))
    assert [page.url for page in leaves] == ["timeline-1990.html", "timeline-1993.html"]
    assert leaves[0].meta.title == "Events, 1990–1992"


def test_eras_have_a_page_each_and_one_that_is_too_long_is_parted_by_years() -> None:
    some = [*rows(5, 2021), *[row.replace("e", "f", 1) for row in rows(400, 2023, 2024, 2025)]]
    _, *leaves = written(story(*some, "g|2030", site=AFTER))
    assert [page.url for page in leaves] == [
        "timeline-before.html", "timeline-long-2023.html", "timeline-long-2024.html",
        "timeline-long-2025.html", "timeline-events.html",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [3, 150, 151, 500])
@pytest.mark.parametrize("site", [SITE, AFTER], ids=["no eras", "eras"])
def test_every_event_is_listed_once_in_the_order_of_time(count: int, site: str) -> None:
    pages = written(story(*rows(count, 2021, 2023, 2024, 2025, 2027), site=site))
    found = [id_ for page in pages for id_ in listed(page)]
    assert Counter(found) == Counter(f"e{n}" for n in range(count))
    assert all(len(listed(page)) <= MOST for page in pages)


def test_without_an_event_that_was_learned_later_there_is_no_second_reading() -> None:
    assert list(known_page(story("a|2024-05-01"))) == []


def test_the_second_reading_has_every_event_once_under_the_day_it_was_learned() -> None:
    (blank,) = known_page(
        story(
            "a|2024-05-01|reported|known: 2024-06-02", "b|2024-05-03", "c|2024-06", "d|2024-06-02"
        )
    )
    view = blank.page.view
    assert isinstance(view, KnownView)
    told = [(row.label, [(i.id, i.happened) for i in row.events]) for row in view.eras[0].rows]
    assert told == [
        ("Fri 3 May 2024", [("b", "")]),
        ("Jun 2024", [("c", "")]),
        ("Sun 2 Jun 2024", [("a", "Happened: 1 May 2024"), ("d", "")]),
    ]


def test_a_parted_timeline_is_whole_with_every_link(build_site: Builder) -> None:
    site = base_site()
    for row in rows(160, 2021, 2022):
        id_, date = row.split("|")
        site[f"content/events/{id_}.md"] = (
            f"---\ntitle: {id_}\nsummary: It is.\ndate: {date}\nstatus: {STATUSES[len(id_) % 2]}\n"
            "cites: ['report#p3']\n---\n"
        )
    built = build_site(site, "check")
    assert built.status == 0, built.said
    built = build_site({})
    leaf = built.files["timeline-2021.html"]
    assert 'rel="next" href="timeline-2022.html"' in leaf
    assert 'href="timeline-2021.html">All 80 events, 2021' in built.files["timeline.html"]
    assert "filters.js" in leaf
    assert "filters.js" not in built.files["timeline.html"]


def test_of_many_events_other_eras_show_those_that_are_key_and_lead_to_all(
    build_site: Builder,
) -> None:
    site = base_site()
    site["site.yaml"] += (
        "eras:\n  - {id: then, label: Then, until: 2024-03-01}\n"
        "  - {id: next, label: Next, from: 2024-03-02}\n"
    )
    for row in rows(70, 2025):
        id_, date = row.split("|")
        key = "key: true\n" if id_.endswith("7") else ""
        site[f"content/events/{id_}.md"] = (
            f"---\ntitle: {id_}\nsummary: It is.\ndate: {date}\n{key}"
            f"status: {'rumour' if key else 'reported'}\n"
            "cites: ['report#p3']\n---\n"
        )
    files = build_site(site).files
    shown = re.findall(r'<li class="ev [^"]*" id="([^"]+)"', files["timeline.html"])
    keys = [row.split("|")[0] for row in rows(70, 2025) if row.split("|")[0].endswith("7")]
    assert sorted(shown) == sorted(["2024-03-01-closed", *keys])
    assert f"of {len(shown)} events shown" in files["timeline.html"]
    assert 'href="timeline-next.html">All 70 events, 2025' in files["timeline.html"]
    every = re.findall(r'<li class="ev [^"]*" id="([^"]+)"', files["timeline-next.html"])
    assert len(every) == 70
