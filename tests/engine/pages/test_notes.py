"""The notes of a page: each there once, and for a mark that is there too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest


def notes(*sites: Path) -> Iterator[tuple[Path, str, list[str]]]:
    """Each page, its text, and the ids of its notes."""
    for site in sites:
        for path in site.rglob("*.html"):
            text = path.read_text("utf-8")
            yield path, text, re.findall(r'<li id="(note-[0-9]+)"', text)


def test_every_note_stands_once(story: Path, other_story: Path) -> None:
    for path, _, ids in notes(story, other_story):
        assert len(ids) == len(set(ids)), path


def test_a_text_has_its_notes_beside_it_whatever_list_has_cited_them_first(
    story: Path, other_story: Path
) -> None:
    for path, text, ids in notes(story, other_story):
        if 'class="beside"' not in text or path.name == "print.html":
            continue
        whole = text.replace("</table></div>", "</table>")
        body = " ".join(re.findall(r'<div class="text">(.*?)</div>', whole, re.DOTALL))
        foot = text.partition("<footer")[2]
        for id_ in ids:
            assert (f'href="#{id_}"' in body) == (f'id="{id_}"' not in foot), (path, id_)


NOTE = re.compile(r'<li id="note-(\d+)"[^>]*>(.*?)</li>', re.DOTALL)


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_a_page_has_no_note_but_on_what_it_shows(
    which: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(which)
    idle = []
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8")
        for number, note in NOTE.findall(page) if path.name != "print.html" else ():
            to = note.partition('href="')[2].partition('"')[0]
            if f'href="#note-{number}"' not in page and page.count(f'href="{to}"') == 1:
                idle.append(f"{path.relative_to(site)}: note {number}")
    assert idle == []
