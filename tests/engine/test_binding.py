"""The page that holds all: every page once, its links and ids at home in it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import Builder, base_site


class Survey(HTMLParser):
    """The ids of a page, and what refers to one."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.fragments: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name == "aria-labelledby" and value:
                self.fragments += value.split()
            elif name == "href" and value and value.startswith("#"):
                self.fragments.append(value[1:])


@pytest.fixture
def whole(build_site: Builder) -> str:
    return build_site(base_site()).files["print.html"]


def test_every_page_of_the_story_is_there_once_in_reading_order(whole: str) -> None:
    assert re.findall(r'class="chapter" id="([^"]+)"', whole) == [
        "index",
        "timeline",
        "timeline.2024-03-01-closed",
        "cast",
        "cast.ann-poe",
        "cast.jane-doe",
        "cast.john-roe",
        "governance",
        "governance.council",
        "sources",
        "sources.report",
    ]


def test_a_link_between_pages_leads_to_the_chapter(whole: str) -> None:
    assert '<a href="#cast.jane-doe">Jane Doe</a>' in whole
    assert '<a href="#governance_motion-close-bridge">' in whole


def test_the_mark_of_a_citation_leads_to_its_passage_without_a_note_between(whole: str) -> None:
    chapter = whole.partition('id="timeline.2024-03-01-closed"')[2]
    assert 'href="#sources.report_p1" aria-label="note 1: source passage 1"' in chapter
    assert "#note-" not in whole


def test_notes_on_passages_are_left_out_and_those_that_a_mark_has_only_the_number_of_are_not(
    whole: str, build_site: Builder
) -> None:
    assert 'role="note"' not in whole
    letter = "---\ntitle: A letter\ntype: document\nsummary: It asks for lamps.\n---\n"
    event = base_site()["content/events/2024-03-01-closed.md"] + "It was dark. [@letter]\n"
    changed = {"content/sources/letter.md": letter, "content/events/2024-03-01-closed.md": event}
    numbered = build_site({**base_site(), **changed}).files["print.html"]
    assert 'id="timeline.2024-03-01-closed_note-2" value="2"' in numbered


NUMBERED = re.compile(r'<a class="c" [^>]*>(?:<i>\w+</i> )?\[(\d+)\]</a>')


def test_every_mark_that_is_a_number_has_its_note_in_its_chapter(
    story: Path, other_story: Path
) -> None:
    for text in sites(story, other_story):
        chapters = text.split('<div class="chapter"')[1:]
        found = [set(NUMBERED.findall(chapter)) for chapter in chapters]
        assert any(found)
        for chapter, numbers in zip(chapters, found, strict=True):
            noted = set(re.findall(r'<li id="[^"]*_note-\d+" value="(\d+)"', chapter))
            assert numbers <= noted, chapter[:60]


def test_what_only_a_screen_needs_is_left_out(whole: str) -> None:
    main = whole.partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main and "<nav" not in main


def test_a_section_among_hundreds_is_no_landmark(whole: str) -> None:
    main = whole.partition("<main")[2].partition("</main>")[0]
    assert '<section class="sec">' in main
    assert not re.search(r"<section[^>]*aria-labelledby", main)
    assert re.search(r"<svg[^>]*aria-labelledby", main)


def sites(story: Path, other_story: Path) -> Iterator[str]:
    for site in (story, other_story):
        yield (site / "print.html").read_text("utf-8")


def test_every_id_is_there_once_and_every_reference_leads_to_one(
    story: Path, other_story: Path
) -> None:
    for text in sites(story, other_story):
        survey = Survey(text)
        assert len(survey.ids) == len(set(survey.ids))
        assert set(survey.fragments) <= set(survey.ids)


def test_nothing_is_lost_where_a_page_could_not_be_rendered(build_site: Builder) -> None:
    broken = {**base_site(), "templates/pages/cast.html": "{{ 1 / 0 }}"}
    built = build_site(broken)
    assert built.status == 1
    assert "print.html" not in built.said, "only the template is told"
