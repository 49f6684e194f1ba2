"""feed.xml: an Atom feed by the rules of RFC 4287."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Builder, base_site

ATOM = "{http://www.w3.org/2005/Atom}"
EVENT = "content/events/2024-03-01-closed.md"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
BASE = "https://example.org/a/"


def text(element: ET.Element, name: str) -> str:
    found = element.findall(ATOM + name)
    assert len(found) == 1, f"exactly one {name} (RFC 4287, section 4)"
    return "".join(found[0].itertext())


def sound(root: ET.Element) -> list[ET.Element]:
    """The entries of a feed that keeps to the RFC."""
    assert root.tag == ATOM + "feed"
    assert [link.get("rel") for link in root.findall(ATOM + "link")] == ["self", "alternate"]
    assert text(root.find(ATOM + "author") or root, "name")
    entries = root.findall(ATOM + "entry")
    for element in (root, *entries):
        assert text(element, "id").startswith("https://")
        assert text(element, "title")
        assert STAMP.fullmatch(text(element, "updated"))
    assert len({text(entry, "id") for entry in entries}) == len(entries)
    return entries


def test_the_feed_of_a_whole_story_is_sound(other_story: Path) -> None:
    entries = sound(ET.fromstring((other_story / "feed.xml").read_bytes()))
    assert len(entries) == len(list((other_story / "timeline").glob("*.html")))
    for entry in entries:
        link = entry.find(ATOM + "link")
        assert link is not None
        url = str(link.get("href")).removeprefix("https://example.org/council/")
        assert (other_story / url).is_file()


def test_an_entry_says_when_how_well_known_who_disagrees_and_where(build_site: Builder) -> None:
    site = base_site()
    more = 'date: "2024-03~"\ndisputed: "The clerk <disagrees> & so on."'
    site[EVENT] = site[EVENT].replace("date: 2024-03-01", more)
    (entry,) = sound(ET.fromstring(build_site(site, "--base-url", BASE).files["feed.xml"]))
    assert text(entry, "content") == (
        "<p>about March 2024. Reported.</p><p>No more traffic.</p>"
        "<p>Disputed: The clerk &lt;disagrees&gt; &amp; so on.</p>"
        f'<p><a href="{BASE}sources/report.html#p3">A report on the bridge, ¶3</a></p>'
    )
    assert [c.get("term") for c in entry.findall(ATOM + "category")] == ["works", "reported"]


@pytest.mark.parametrize(
    ("reviewed", "updated"),
    [("reviewed: 2024-07-01\n", "2024-06-30T23:00:00Z"), ("", "2024-03-01T00:00:00Z")],
)
def test_its_dates_are_from_the_records(build_site: Builder, reviewed: str, updated: str) -> None:
    site = base_site()
    site["site.yaml"] += reviewed
    root = ET.fromstring(build_site(site, "--base-url", BASE).files["feed.xml"])
    assert {text(one, "updated") for one in (root, *sound(root))} == {updated}


def test_without_an_address_there_is_no_feed(build_site: Builder) -> None:
    built = build_site(base_site())
    assert "feed.xml" not in built.files
    assert "feed.xml" not in built.files["index.html"]
