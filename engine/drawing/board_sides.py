"""Graph → the two sides of a board's table in words: who sits where, and the score.

Knows no place in the drawing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.dates import Held
from engine.drawing.figure import Words, initials, listed
from engine.drawing.seats import Shape, columns, shape, short_names
from engine.graph import Graph
from engine.kinds.motion import Motion
from engine.kinds.organization import Organization
from engine.seating import Moment, Sitter, State, seating

EMPTY = "empty"
"""The state of a seat for which nobody is named."""
OPTIONS = ("yes", "no", "abstain", "absent")


@dataclass(frozen=True)
class Place:
    """What is said at one seat."""

    name: str
    initials: str
    state: str
    """A ``State``, or ``empty``."""
    word: str
    """What has become of the seat; empty where that goes without saying."""
    side: int | None

    @property
    def shape(self) -> Shape:
        """Square on the first side."""
        return shape(self.side)

    @property
    def is_lost(self) -> bool:
        """Whether somebody had to leave it, or left."""
        return self.state in (State.REMOVED, State.LEFT)

    @property
    def spoken(self) -> str:
        """The name and what has become of the seat."""
        return f"{self.name} ({self.word})" if self.word else self.name


@dataclass(frozen=True)
class Column:
    """The seats on the left or on the right."""

    label: str
    """What their side is called; empty if they are not all of one."""
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Score:
    """What stands on the table, the word for it, and both in a sentence."""

    text: str
    word: str
    sentence: str


@dataclass(frozen=True)
class Sides:
    """All that is to be drawn."""

    title: str
    sentences: tuple[str, ...]
    left: Column
    right: Column
    score: Score

    @property
    def places(self) -> tuple[Place, ...]:
        """Every seat."""
        return self.left.places + self.right.places


def board_sides(graph: Graph, moment: Moment, words: Words) -> Sides | None:
    """The site's board at its motion; None without one, or if nobody is known to sit there."""
    board, motion = graph.board, graph.motion
    if board is None or motion is None:
        return None
    found = seating(graph, board, motion)
    sitters = [s for s in found if moment is Moment.AFTER or s.before is not Held.NO]
    if not sitters:
        return None
    empty = max(_seats(board, motion) - len(sitters), 0)
    places = [*_places(sitters, moment, words), *[_empty(words)] * empty]
    halves = columns(board, [place.side for place in places])
    left, right = (column(board, [places[n] for n in half]) for half in halves)
    votes = moment is Moment.AFTER and motion.counts is not None
    score = _votes(motion, words) if votes else _held(board, places, words)
    title = words[f"figure.board.title.{moment}"].format(board=board.name, motion=motion.title)
    said = (
        *spoken_sides(left, "left", words),
        *spoken_sides(right, "right", words),
        score.sentence,
    )
    return Sides(title, said, left, right, score)


def _seats(board: Organization, motion: Motion) -> int:
    voting = motion.seats if motion.organization.id == board.id else 0
    return max(voting, sum(post.seats or 0 for post in board.posts))


def _places(sitters: Sequence[Sitter], moment: Moment, words: Words) -> Iterator[Place]:
    names = short_names([sitter.person for sitter in sitters])
    for sitter in sitters:
        person, state, how = sitter.person, sitter.state, sitter.membership.ended
        if moment is Moment.BEFORE:
            state = State.SITS if sitter.before is Held.YES else State.UNKNOWN
        key = how if state is State.LEFT and how in ("resigned", "expired") else state
        is_plain = moment is Moment.BEFORE and state is State.SITS
        word = "" if is_plain else words[f"figure.seat.{key}"]
        yield Place(names[person.id], initials(person.name), state, word, sitter.side)


def _empty(words: Words) -> Place:
    return Place(words["figure.board.chair"], "", EMPTY, words["figure.seat.empty"], None)


def column(board: Organization, places: Sequence[Place]) -> Column:
    """The places of one half of the table, with what their side is called."""
    sides = {place.side for place in places if place.state != EMPTY}
    side = sides.pop() if len(sides) == 1 else None
    return Column("" if side is None else board.sides[side].label, tuple(places))


def spoken_sides(half: Column, where: str, words: Words) -> Iterator[str]:
    """Who sits on one half, as a sentence; nothing if nobody does."""
    if half.places:
        side = half.label or words[f"figure.board.{where}"]
        seats = listed([place.spoken for place in half.places], words)
        yield words["figure.board.side"].format(side=side, seats=seats)


def _votes(motion: Motion, words: Words) -> Score:
    counts = {option: getattr(motion.counts, option) for option in OPTIONS}
    text = words["figure.board.pair"].format(left=counts["yes"], right=counts["no"])
    word = words[f"figure.board.status.{motion.status}"]
    if motion.disputed:
        word = words["figure.board.disputed"].format(status=word)
    said = [words[f"figure.board.{option}"].format(n=n) for option, n in counts.items() if n]
    sentence = words["figure.board.votes"].format(votes=listed(said, words), word=word)
    return Score(text, word, sentence)


def _held(board: Organization, places: Sequence[Place], words: Words) -> Score:
    """Seats against seats where every one has a holder and a side, else how many are held."""
    sure = [p for p in places if p.state in (State.SITS, State.STAYS, State.JOINED)]
    left, right = (len([p for p in sure if p.side == side]) for side in (0, 1))
    if len(board.sides) == 2 and left + right == len(places):
        word = words[f"figure.board.{'even' if left == right else 'seats'}"]
        text = words["figure.board.pair"].format(left=left, right=right)
        said = words["figure.board.facing"].format(left=left, right=right, word=word)
        return Score(text, word, said)
    said = words["figure.board.count"].format(n=len(sure), seats=len(places))
    is_known = all(place.state is not State.UNKNOWN for place in places)
    word = words["figure.board.held" if is_known else "figure.board.sure"]
    return Score(str(len(sure)), word, said)
