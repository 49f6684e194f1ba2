"""Views of what rests on a source: each statement under the record that it belongs to.

Knows claims and words; nothing of which source they rest on.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from engine.kinds.page import SECTIONS
from engine.links import Link
from engine.records import Entry
from engine.resting import Claim
from engine.views.sheet import Sheet
from engine.wording import counted

LONGEST = 160
"""Characters of a sentence that is told as what rests on a source."""


@dataclass(frozen=True)
class Standing:
    """A record, and what of it is meant."""

    link: Link
    parts: tuple[str, ...]


def standing(sheet: Sheet, claims: Sequence[Claim]) -> tuple[Standing, ...]:
    """The claims by record, each in words."""
    return tuple(
        Standing(_link(sheet, entry), tuple(_said(sheet, one) for one in found))
        for entry, found in _by_record(claims)
    )


def in_short(sheet: Sheet, claims: Sequence[Claim]) -> tuple[Standing, ...]:
    """The same, the parts of each record only counted; none where it is the record itself."""
    return tuple(
        Standing(_link(sheet, entry), tuple(_counted(sheet, entry, found)))
        for entry, found in _by_record(claims)
    )


def _by_record(claims: Sequence[Claim]) -> list[tuple[Entry, list[Claim]]]:
    found: dict[str, tuple[Entry, list[Claim]]] = {}
    for claim in claims:
        found.setdefault(claim.entry.document.path, (claim.entry, []))[1].append(claim)
    return list(found.values())


def _said(sheet: Sheet, claim: Claim) -> str:
    words = sheet.story.words
    if claim.part == claim.entry.document.kind:
        return words["claim.itself"]
    text = shorten(sheet.story.filled(claim.text), LONGEST, placeholder=" …")
    return words[f"claim.{claim.part}"].format(text=text)


def _counted(sheet: Sheet, entry: Entry, claims: Sequence[Claim]) -> list[str]:
    counts = Counter(claim.part for claim in claims)
    if list(counts) == [entry.document.kind]:
        return []
    words = sheet.story.words
    itself = counts.pop(entry.document.kind, 0)
    parts = [counted(words, f"claims.{part}", number) for part, number in counts.items()]
    return [words["claim.itself"], *parts] if itself else parts


def _link(sheet: Sheet, entry: Entry) -> Link:
    """A link to what a record became; the engine's pages by the name that the navigation has."""
    assert entry.record is not None, "only what is published is linked"
    if entry.document.kind == "page" and entry.document.id in SECTIONS:
        return sheet.chapter(entry.document.id)
    return sheet.link(entry.record)
