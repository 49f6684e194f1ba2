"""Graph → VoteSums: every smallest group of votes that carries the site's motion.

Knows how the groups are sorted and drawn, nothing of who is said to have been in the right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from engine.drawing.figure import Words, listed, plural, text_width
from engine.drawing.seats import Shape, Spot
from engine.drawing.vote_ways import MANY, Kind, Way, Ways
from engine.drawing.voters import Voter, voters
from engine.graph import Graph

CELL, GAP, BETWEEN, ABOVE = 18, 3, 2.5, 4
"""Across a seat at least, between rows, between columns, over the first row."""
ROUNDER, RISE = 0.2, 5
"""How much larger a circle is than a square; from the middle of a seat down to its base line."""


@dataclass(frozen=True)
class Ballot:
    """One seat of a small drawing."""

    spot: Spot
    letter: str
    base: float
    """The letter's base line."""
    is_yes: bool


@dataclass(frozen=True)
class Mini:
    """A group of votes, drawn small."""

    box: str
    """For ``viewBox``."""
    spoken: str
    """Who votes yes."""
    ballots: tuple[Ballot, ...]


@dataclass(frozen=True)
class Group:
    """The ways that need the same dissenters, or as many of them."""

    count: str
    text: str
    """What stands after the count: "need both …"."""
    is_only: bool
    """Whether it needs no dissenter at all."""
    minis: tuple[Mini, ...]


@dataclass(frozen=True)
class Row:
    """One way, in a table."""

    number: int
    members: str
    takes: str
    """What it would take."""


@dataclass(frozen=True)
class VoteSums:
    """Every way to carry a motion with no vote too many."""

    title: str
    sentences: tuple[str, ...]
    """All that the drawings say."""
    total: str
    needed: int
    seats: int
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    """Every way; none if there are too many for a table."""
    legend: str
    """Whom the letters mean; empty where nothing is drawn."""
    sentence: str
    """That each vote of a group is needed as much as any other."""
    is_paired: bool
    """Whether some letters are two, so that the drawings are wider."""

    @property
    def description(self) -> str:
        """All that the drawings say, as one text."""
        return " ".join(self.sentences)


def vote_sums(graph: Graph, words: Words) -> VoteSums | None:
    """Every way to carry the site's motion; None without one, or if nothing could carry it."""
    motion = graph.motion
    if motion is None or not 0 < motion.needed <= motion.seats:
        return None
    ways = Ways(voters(graph, motion, words), motion.needed, motion.seats)
    kinds = list(ways.kinds())
    groups = tuple(_group(ways, kind, words) for kind in kinds)
    total, title = _said(ways.total, words), words["figure.sums.title"]
    sentence = words["figure.sums.sentence"].format(needed=ways.needed, short=ways.needed - 1)
    legend = _legend(ways, words) if any(group.minis for group in groups) else ""
    said = (words["figure.sums.group"].format(count=g.count, text=g.text) for g in groups)
    return VoteSums(
        title=title.format(total=total, needed=ways.needed, seats=ways.seats),
        sentences=(*said, sentence),
        total=total,
        needed=ways.needed,
        seats=ways.seats,
        groups=groups,
        rows=tuple(_rows(ways, kinds, words)) if ways.is_short else (),
        legend=legend,
        sentence=sentence,
        is_paired=any(len(voter.letter) > 1 for voter in ways.voters),
    )


def _said(count: int, words: Words) -> str:
    return str(count) if count <= MANY else words["figure.sums.many"]


def _names(voters: Sequence[Voter], words: Words) -> str:
    return listed([voter.name for voter in voters], words)


def _group(ways: Ways, kind: Kind, words: Words) -> Group:
    shown, text = ways.shown(kind), _takes(ways, kind, kind.count, words)
    if ways.is_only(kind) and len(shown) == 1:
        text = words["figure.sums.named"].format(text=text, names=_names(shown[0], words))
    minis = tuple(_mini(ways, way, words) for way in shown)
    return Group(_said(kind.count, words), text, ways.is_only(kind), minis)


def _takes(ways: Ways, kind: Kind, number: int, words: Words) -> str:
    """What so many ways of a kind need, in words."""
    no = ways.dissenters
    of_few = (("any",), ("without", "with"), ("neither", "either", "both"))
    of_many = ("none", *["some"] * (len(no) - 1), "all")
    key = (of_few[len(no)] if len(no) < len(of_few) else of_many)[kind.number]
    needed = kind.chosen or no
    others = [voter for voter in no if voter not in needed]
    return plural(words, f"figure.sums.{key}", number).format(
        n=kind.number, names=_names(needed, words), others=_names(others, words)
    )


def _rows(ways: Ways, kinds: Sequence[Kind], words: Words) -> Iterator[Row]:
    shown = [(way, _takes(ways, kind, 1, words)) for kind in kinds for way in ways.shown(kind)]
    for number, (way, takes) in enumerate(shown, 1):
        yield Row(number, _names(way, words), takes)


def _legend(ways: Ways, words: Words) -> str:
    """Whom the letters mean, column by column."""
    sides = [
        [
            words["figure.sums.letter"].format(letter=voter.letter, name=voter.name)
            for voter in ways.voters
            if voter.column == column
        ]
        for column in (0, 1)
    ]
    said = [words["figure.list.between"].join(side) for side in sides if side]
    return words["figure.sums.legend"].format(letters=words["figure.list.apart"].join(said))


def _mini(ways: Ways, way: Way, words: Words) -> Mini:
    """A square or circle for each voter; all drawings of a figure have the same size."""
    widest = max((text_width(v.letter) for v in ways.voters if len(v.letter) > 1), default=0)
    cell = max(CELL, ceil(widest) + 2)
    rows = 1 + max(voter.row for voter in ways.voters)
    ballots = []
    for voter in ways.voters:
        x = 1 + cell / 2 + voter.column * (cell + BETWEEN)
        y = ABOVE + cell / 2 + voter.row * (cell + GAP)
        half = cell / 2 + (ROUNDER if voter.shape is Shape.ROUND else 0)
        spot = Spot(voter.shape, x, y, half)
        ballots.append(Ballot(spot, voter.letter, y + RISE, voter in way))
    box = f"0 0 {2 * cell + 2 * BETWEEN:g} {ABOVE + rows * (cell + GAP) + 1:g}"
    return Mini(box, _names(way, words), tuple(ballots))
