"""changes.xml is a feed as RFC 4287 wants it, and its moments are those of the records."""

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.conftest import Builder, base_site

ATOM = "{http://www.w3.org/2005/Atom}"
IRI = re.compile(r"https://[^\s<>\"{}|\\^`]+")
MOMENT = re.compile(r"\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")
ONCE = {"id", "title", "updated"}
MANY = {"link", "author", "category"}


def check_common(element: ElementTree.Element, also: set[str]) -> None:
    """What RFC 4287, 4.1.1 and 4.1.2, asks of a feed and of an entry alike."""
    names = [child.tag.removeprefix(ATOM) for child in element]
    assert all(child.tag.startswith(ATOM) for child in element)
    for name in ONCE:
        assert names.count(name) == 1, name
    assert set(names) <= ONCE | MANY | also
    assert names.count("summary") <= 1
    title, id_, updated = (
        element.findtext(ATOM + name) or "" for name in ("title", "id", "updated")
    )
    assert title.strip()
    assert IRI.fullmatch(id_)
    assert MOMENT.fullmatch(updated)
    links = element.findall(ATOM + "link")
    assert all(IRI.fullmatch(link.get("href", "")) for link in links)
    kinds = [
        (link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in links
    ]
    assert len(kinds) == len(set(kinds)), "no two alternates of one type and language"
    assert "alternate" in {rel for rel, *_ in kinds}, "there is no content besides the page"
    assert all(one.get("term") for one in element.findall(ATOM + "category"))


def check_feed(text: str) -> list[ElementTree.Element]:
    """The entries of a feed, which is valid."""
    feed = ElementTree.fromstring(text.encode())
    assert feed.tag == ATOM + "feed"
    check_common(feed, {"entry", "rights"})
    entries = feed.findall(ATOM + "entry")
    assert [child.tag for child in feed][-len(entries) :] == [ATOM + "entry"] * len(entries)
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None, "entries have no author of their own"
    for entry in entries:
        check_common(entry, {"summary"})
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    assert len(ids) == len(set(ids))
    moments = [entry.findtext(ATOM + "updated") or "" for entry in entries]
    assert feed.findtext(ATOM + "updated") == max(moments)
    assert moments == sorted(moments, reverse=True)
    return entries


def test_the_feed_is_valid_and_leads_to_its_page(other_story: Path) -> None:
    text = (other_story / "changes.xml").read_text("utf-8")
    entries = check_feed(text)
    page = (other_story / "changes.html").read_text("utf-8")
    base = "https://example.org/council/"
    assert f'href="{base}changes.xml"' in text
    assert 'type="application/atom+xml"' in page
    for entry in entries:
        address = entry.findtext(ATOM + "id") or ""
        assert address.startswith(f"{base}changes.html#")
        assert f'<li class="day" id="{address.partition("#")[2]}">' in page


CHANGE = "---\ntitle: {title}\ndate: {date}\nsort: update\n---\n{body}"


def test_coarse_dates_awkward_words_and_a_text_without_summary(build_site: Builder) -> None:
    site = base_site()
    site["site.yaml"] += "base_url: https://example.org\n"
    site["content/changes/a.md"] = CHANGE.format(
        title="A & B <c>", date="2024-05", body="Said “so”."
    )
    site["content/changes/b.md"] = CHANGE.format(title="B", date="2024~", body="")
    site["content/changes/c.md"] = CHANGE.format(title="C", date="2024-05-01T00:30", body="")
    built = build_site(site)
    entries = check_feed(built.files["changes.xml"])
    assert [entry.findtext(ATOM + "title") for entry in entries] == ["C", "A & B <c>", "B"]
    assert [entry.findtext(ATOM + "updated") for entry in entries] == [
        "2024-04-30T23:30:00Z",
        "2024-04-30T23:00:00Z",
        "2024-01-01T00:00:00Z",
    ]
    assert entries[1].findtext(ATOM + "summary") == "Said “so”."


def test_without_the_sites_address_there_is_no_feed(build_site: Builder) -> None:
    site = base_site()
    site["content/changes/a.md"] = CHANGE.format(title="A", date="2024-05-01", body="")
    built = build_site(site)
    assert "changes.xml" not in built.files
    assert "atom" not in built.files["changes.html"]
    assert '<a href="changes.html">Changes</a>' in built.files["index.html"]
