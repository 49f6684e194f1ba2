"""The notes of a page: each there once, and for a mark that is there too."""

import re
from collections.abc import Iterator
from pathlib import Path


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
