"""Two voices are told apart wherever a reader meets them; one voice alone is not named."""

import re
from pathlib import Path

from tests.conftest import Builder, base_site

BADGE = "</b>From the record</span>"
LETTER = "---\ntitle: A letter\npublisher: The office\ndate: 2024-02\n---\n"
WARNING = """---
title: The engineer warns
summary: A letter names the frost.
date: 2024-02-20
status: first-person
key: true
cites: [letter]
---
"""
HOME = """---
title: Why?
answer:
  - {text: It was old., status: reported, cites: [report#p1]}
  - {text: There was a warning., status: first-person, cites: [letter]}
---
"""


def two_voices() -> dict[str, str]:
    site = base_site()
    site["content/sources/letter.md"] = LETTER
    site["content/events/warning.md"] = WARNING
    site["content/pages/index.md"] = HOME
    return site


def test_lists_and_answers_name_what_rests_on_the_record_alone(build_site: Builder) -> None:
    files = build_site(two_voices()).files
    for item in re.findall(r'<li class="ev .*?</li>', files["timeline.html"], re.DOTALL):
        assert (BADGE in item) == ("The engineer warns" in item)
    answers = re.findall(r"<li>(<span class=\"k\">.*?)</li>", files["index.html"], re.DOTALL)
    assert [BADGE in answer for answer in answers] == [False, True]


def test_the_front_page_says_which_mark_is_whose(build_site: Builder) -> None:
    site = two_voices()
    assert "<p>¶ leads to a passage of the source" in build_site(site).files["index.html"]
    own = HOME.replace("answer:", "sections:\n  voices: {text: Ours and theirs.}\nanswer:")
    page = build_site({"content/pages/index.md": own}).files["index.html"]
    assert "<p>Ours and theirs.</p>" in page
    assert "¶ leads to" not in page


def drawn(page: str) -> dict[str, tuple[str, ...]]:
    """What the wide drawing of a timeline says of each symbol, and what it is drawn with."""
    drawing = page.partition('class="wide"')[2].partition('class="tall"')[0]
    found = re.findall(r"<title>([^<]*)</title>(.*?)</g>", drawing, re.DOTALL)
    return {said: tuple(re.findall(r'href="#(\w+)"', uses)) for said, uses in found}


def test_a_drawing_sets_in_brackets_what_the_record_alone_tells(build_site: Builder) -> None:
    page = build_site(two_voices()).files["timeline.html"]
    marks = drawn(page)
    assert len(marks) > 1
    for said, symbols in marks.items():
        is_record = "The engineer warns" in said
        assert (symbols[0] == "kr", len(symbols)) == (is_record, 1 + is_record)
        assert ("First person, from the record)" in said) == is_record
    assert page.count("A symbol in brackets is") == 1


def test_of_several_events_as_one_mark_some_may_be_of_the_record(build_site: Builder) -> None:
    site = two_voices()
    for number, cites in enumerate(("report#p1", "report#p1", "letter", "letter")):
        event = WARNING.replace("The engineer warns", f"Warning {number}")
        site[f"content/events/warning-{number}.md"] = event.replace("[letter]", f"[{cites}]")
    told = drawn(build_site(site).files["timeline.html"])
    mixed = next(symbols for said, symbols in told.items() if "Warning 0" in said)
    assert mixed == ("kl", "k2")


def test_a_mark_of_the_record_leads_to_a_note_that_names_its_source(build_site: Builder) -> None:
    page = build_site(two_voices()).files["timeline/warning.html"]
    (number,) = re.findall(r'href="#note-(\d+)" aria-label="[^"]*"><i>record</i> \[', page)
    note = re.search(rf'<li id="note-{number}" value="{number}">(.*)</li>', page)
    assert note is not None
    words = re.sub(r"<[^>]+>", "", note[1])
    assert words.strip() == "A letter (The office, February 2024)."
    assert '<a href="../sources/letter.html">' in note[1]


def test_on_paper_a_mark_of_the_record_leads_to_its_source(build_site: Builder) -> None:
    page = build_site(two_voices()).files["print.html"]
    assert 'href="#note-' not in page
    assert re.search(r'href="#sources.letter" aria-label="[^"]*"><i>record</i> \[', page)


def test_a_site_of_one_voice_names_none(build_site: Builder) -> None:
    site = {k: t for k, t in two_voices().items() if "seeds" not in k and "report" not in t}
    lone = site["content/events/warning.md"] + "\n## What the record shows\n\nIt. [@letter]\n"
    built = build_site({**site, "content/events/warning.md": lone})
    assert built.status == 0, built.said
    for text in built.files.values():
        assert "From the record" not in text
        assert 'class="record"' not in text
        assert "<i>record</i>" not in text
        assert "from the record" not in text
        assert 'href="#kr"' not in text


def test_no_story_of_ours_shows_a_voice_that_it_has_not(story: Path, other_story: Path) -> None:
    def shown(site: Path) -> bool:
        return "From the record" in (site / "index.html").read_text("utf-8")

    has_other = any((Path(__file__).parents[2] / "content" / "sources").glob("*.md"))
    assert (shown(story), shown(other_story)) == (has_other, True)
