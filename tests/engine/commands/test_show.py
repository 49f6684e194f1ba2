"""``show``: which pages show a record, what it names, and what names it."""

import re
from html import unescape
from pathlib import Path

import pytest

import build
from engine.arguments import parse
from engine.binding import URL as WHOLE
from engine.commands.show import showing
from engine.composition import Composition
from engine.kinds.event import Event
from engine.kinds.motion import Motion
from engine.kinds.person import Person
from engine.pages import lay_out
from tests.conftest import SITES, Builder, base_site, run

EVENT = "content/events/2024-03-01-closed.md"


def test_a_record_is_shown_with_its_pages_and_names(build_site: Builder) -> None:
    site = build_site(base_site()).site
    shown = run(site, "show", "event/2024-03-01-closed")
    assert shown.status == 0
    assert shown.printed == (
        "event/2024-03-01-closed: The bridge is closed\n"
        f"  {EVENT}\n"
        "\n"
        "Published at timeline/2024-03-01-closed.html; also shown or linked on: 4\n"
        "  timeline.html\n"
        "  cast/jane-doe.html\n"
        "  governance/council.html\n"
        "  sources/report.html\n"
        "\n"
        "Names 3\n"
        "  person/jane-doe  content/people/jane-doe.md (line 6)\n"
        "  organization/council  content/organizations/council.md (line 7)\n"
        "  source/report  seeds/report.md (line 9)\n"
        "\n"
        "Named in 0 places\n"
    )


@pytest.mark.parametrize("word", [EVENT, f"./{EVENT}", f"some/where/{EVENT}", "2024-03-01-closed"])
def test_a_record_is_found_by_its_path_or_its_id(build_site: Builder, word: str) -> None:
    site = build_site(base_site()).site
    assert run(site, "show", word).printed.startswith("event/2024-03-01-closed: ")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("jane-do", "there is no record 'jane-do'; did you mean 'jane-doe'?"),
        ("person/jane-do", "did you mean 'person/jane-doe'?"),
        ("content/people/jane-do.md", "did you mean 'content/people/jane-doe.md'?"),
        ("council", "more than one record is called 'council': name one of organization/council,"),
    ],
)
def test_what_is_not_there_is_said(build_site: Builder, word: str, said: str) -> None:
    files = {**base_site(), "content/terms/council.md": "---\ntitle: C\nsummary: A body.\n---\n"}
    refused = run(build_site(files).site, "show", word)
    assert (refused.status, said in refused.said) == (2, True)


def test_what_is_not_published_is_said(build_site: Builder) -> None:
    files = base_site()
    draft = "---\ntitle: T\nsummary: x\ndraft: true\n---\n"
    files["content/terms/deck.md"] = draft
    site = build_site(files).site
    assert "it is a draft" in run(site, "show", "deck").printed
    (site / EVENT).write_text(files[EVENT].replace("jane-doe", "jane-do"), "utf-8")
    assert "as long as there is an error" in run(site, "show", "john-roe").printed


@pytest.fixture(scope="module")
def council() -> Composition:
    return build.compose(parse([], SITES / "council"))


def test_pages_laid_out_twice_are_the_same(council: Composition) -> None:
    """Else every page would seem to show every record."""
    once, again = ([blank.page for blank in lay_out(council.story)] for _ in range(2))
    assert once == again


def words_of(page: bytes) -> str:
    """What a page says, drawings and labels included, without its marks."""
    text = page.decode().partition("<main")[2]
    labels = " ".join(re.findall(r'(?:aria-label|alt)="([^"]*)"', text))
    return " ".join(unescape(re.sub("<[^>]+>", "", text) + " " + labels).split())


@pytest.mark.parametrize("kind", [Event, Motion, Person])
def test_every_page_that_says_a_title_is_found(
    council: Composition, kind: type[Event | Motion | Person]
) -> None:
    """Unless an author wrote the same words in a text of another record."""
    graph = council.story.graph
    pages = {one.path: words_of(one.content) for one in council.outputs if one.path[-5:] == ".html"}
    own = " ".join((SITES / "council" / e.document.path).read_text("utf-8") for e in graph.entries)
    for record in graph.all(kind)[:3]:  # each is laid out twice
        (entry,) = [one for one in graph.entries if one.record is record]
        shown = showing(council.story, entry)
        said = {path for path, words in pages.items() if record.title in words} - {WHOLE}
        assert said, record.id
        if own.count(record.title) == 1:
            assert said <= shown, record.id


def test_a_record_that_nothing_shows_is_on_its_own_page_alone(build_site: Builder) -> None:
    files = {**base_site(), "content/pages/about.md": "---\ntitle: Us\nnav: false\n---\nWords.\n"}
    shown = run(build_site(files).site, "show", "about").printed
    assert "Published at about.html; also shown or linked on: 0\n" in shown


def test_only_twenty_pages_are_listed(tmp_path: Path) -> None:
    shown = run(SITES / "council", "show", "gazette").printed
    assert re.search(r"^  and \d+ more$", shown, re.M)
