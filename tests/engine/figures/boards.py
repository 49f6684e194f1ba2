"""Small boards for the tests of figures: rows of members → a Graph with a board and a motion."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.drawing.faces import BOLD, Face
from engine.drawing.figure import Label, text_width
from engine.graph import Graph
from tests.engine.figures.stories import SITE, story, words

SIDES = ("inside", "outside")
SIX = (
    "Ann Ash | inside | | 2023-11-17 removed | no",
    "Bob Birch | inside | | 2023-11-17 removed | no",
    "Cem Cedar | inside | | .. | yes",
    "Dee Dogwood | outside | | .. | yes",
    "Eve Elm | outside | | .. | yes",
    "Flo Fir | outside | | .. | yes",
)
"""Three against three, of whom two are removed by four votes to two."""
FOUR_TO_TWO = {"counts": "{yes: 4, no: 2}"}
SITE_WORDS = words()


def board(
    rows: Sequence[str],
    sides: Sequence[str] = SIDES,
    motion: Mapping[str, str] | None = None,
    posts: str = "",
) -> Graph:
    """A board and a motion of 17 November 2023; ``motion`` are more or other fields of it.

    Each row is ``name | side | from | until ended | vote``; what is left out is not said.
    """
    members = [_member(number, row) for number, row in enumerate(rows)]
    votes = "".join(f"\n  - {{voter: {m.id}, option: {m.vote}}}" for m in members if m.vote)
    fields = {
        "title": "Remove two",
        "summary": "It was put.",
        "status": "reported",
        "cites": "[a]",
        "organization": "board",
        "date": "2023-11-17",
        "text": "They go.",
        "requirement": "majority",
        "seats": str(len(members)),
        "result": "pass",
        **(motion or {}),
        **({"votes": votes} if votes else {}),
    }
    files = {f"people/{m.id}": m.front for m in members}
    files["organizations/board"] = _organization(sides, posts)
    files["motions/remove"] = "\n".join(f"{key}: {value}" for key, value in fields.items())
    return story(files, f"{SITE}board: board\n")


def _organization(sides: Sequence[str], posts: str) -> str:
    named = ", ".join(f"{{id: {side}, label: {side.capitalize()} people}}" for side in sides)
    return f"name: The Board\nsummary: It sits.\nsides: [{named}]\n{posts}"


@dataclass(frozen=True)
class Member:
    """A person of a board's story."""

    id: str
    front: str
    vote: str


def _member(number: int, row: str) -> Member:
    name, side, start, end, vote = [*map(str.strip, row.split("|")), *[""] * 4][:5]
    until, _, ended = end.partition(" ")
    fields = {"side": side, "from": start, "until": until, "ended": ended}
    term = "".join(f", {key}: '{value}'" for key, value in fields.items() if value)
    front = (
        f"name: {json.dumps(name, ensure_ascii=False)}\nsummary: A person.\n"
        f"memberships: [{{organization: board, cites: [a], post: seat{term}}}]"
    )
    return Member(f"p{number:02}", front, vote)


@dataclass(frozen=True)
class Area:
    """A rectangle that something takes."""

    what: str = field(compare=False)
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Area") -> bool:
        """Whether two have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def is_within(self, other: "Area") -> bool:
        """Whether it lies in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


def lines(label: Label, face: Face = BOLD) -> Iterator[Area]:
    """What each line of a label takes; base lines are 17 units apart."""
    for number, text in enumerate(label.lines):
        width, y = text_width(text, face), label.y + 17 * number
        left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        yield Area(text, left, y - 11, left + width, y + 4)


def view(box: str) -> Area:
    """What a view box shows."""
    left, top, width, height = map(float, box.split())
    return Area("view", left, top, left + width, top + height)
