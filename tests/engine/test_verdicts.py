"""Corrections by verdict: each once, what changes the story first, and no page too long."""

import re
from collections.abc import Mapping, Sequence

from engine.kinds.correction import VERDICTS
from engine.verdicts import ROOM
from tests.conftest import Builder, base_site

CORRECTION = """---
title: Place {id}
source: report
passages: [p1]
claim: It is said.
finding: {finding}
verdict: {verdict}
{more}about: [event/2024-03-01-closed]
cites: [report#p1]
---
"""


def many(
    lengths: Sequence[tuple[str, int]], more: str = "", page: str | None = None
) -> dict[str, str]:
    """A site with corrections of some verdicts and lengths."""
    site = base_site()
    for n, (verdict, length) in enumerate(lengths):
        text = CORRECTION.format(id=n, finding="x" * length, verdict=verdict, more=more)
        site[f"content/corrections/c{n}.md"] = text
    if page:
        site["content/pages/corrections.md"] = page
    return site


def whole(files: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pages on which a correction stands in full, with its id."""
    return [
        (url, id_)
        for url, text in files.items()
        if url.startswith("corrections")
        for id_ in re.findall(r'<li id="(c\d+)"><p class="refs">', text)
    ]


def test_a_group_for_which_there_is_no_room_stands_apart(build_site: Builder) -> None:
    sized = [("outdated", ROOM), ("unproven", ROOM), ("garbled", 9), ("contradicts-itself", ROOM)]
    prose = "---\ntitle: Wrong\n---\n[One](#c1), and [another](#c0).\n"
    built = build_site(many(sized, page=prose), "check")
    assert built.status == 0, built.said
    built = build_site({})
    assert whole(built.files) == [
        ("corrections-contradicts-itself.html", "c3"),
        ("corrections-garbled.html", "c2"),
        ("corrections-unproven.html", "c1"),
        ("corrections.html", "c0"),
    ]
    page = built.files["corrections.html"]
    assert re.findall(r'id="(c\d)"', page) == ["c0", "c1", "c2", "c3"]
    assert '<a href="corrections-unproven.html#c1">One</a>, and <a href="#c0">another</a>' in page
    event = built.files["timeline/2024-03-01-closed.html"]
    assert '<a href="../corrections-garbled.html#c2">' in event


def test_few_corrections_stand_on_one_page_in_the_order_of_verdicts(build_site: Builder) -> None:
    built = build_site(many([(verdict, 9) for verdict in reversed(VERDICTS)]))
    assert [url for url in built.files if url.startswith("corrections")] == ["corrections.html"]
    page = built.files["corrections.html"]
    assert re.findall(r'<h2 id="([^"]+)"', page) == list(VERDICTS)


def test_what_changes_the_story_stands_first_and_once(build_site: Builder) -> None:
    site = many([(verdict, 9) for verdict in VERDICTS])
    path = "content/corrections/c4.md"
    site[path] = site[path].replace("about:", "key: true\nabout:")
    built = build_site(site)
    page = built.files["corrections.html"]
    assert re.findall(r'<h2 id="([^"]+)"', page) == ["key", *VERDICTS[:-1]]
    assert whole(built.files)[0] == ("corrections.html", "c4")
    assert "<b>At odds with itself.</b>" in page
