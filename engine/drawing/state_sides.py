"""States → the two sides of a board's table at the end of a day, with who has come and gone since.

Knows no place in the drawing.
"""

from collections.abc import Iterator

from engine.dates import Held
from engine.drawing.board_sides import Place, Score, Sides, column, spoken_sides
from engine.drawing.figure import Words, initials
from engine.drawing.marks import day_words
from engine.drawing.seats import columns, short_names
from engine.graph import Graph, Seat
from engine.seating import State as Sitting
from engine.seating import side
from engine.states import State

SUREST = (Held.YES, Held.UNKNOWN, Held.NO)
Terms = dict[str, tuple[Held, Seat]]
"""For each person by id the term that counts, and whether it runs."""


def state_sides(graph: Graph, before: State | None, now: State, words: Words) -> Sides | None:
    """The site's board in a state; None without one, or if nobody sits there or has left."""
    board = graph.board
    places = tuple(_places(graph, before, now, words))
    if board is None or not places:
        return None
    halves = columns(board, [place.side for place in places])
    left, right = (column(board, [places[n] for n in half]) for half in halves)
    sure = sum(place.state in (Sitting.SITS, Sitting.JOINED) for place in places)
    said = words["figure.state.held"].format(n=sure)
    title = words["figure.state.table"].format(board=board.name, date=day_words(now.day, words))
    sentences = (*spoken_sides(left, "left", words), *spoken_sides(right, "right", words), said)
    is_known = all(place.state is not Sitting.UNKNOWN for place in places)
    word = words["figure.board.held" if is_known else "figure.board.sure"]
    score = Score(str(sure), word, said)
    return Sides(title, sentences, left, right, score)


def _places(graph: Graph, before: State | None, now: State, words: Words) -> Iterator[Place]:
    then = _terms(before) if before else {}
    shown = []
    for id_, (held, seat) in _terms(now).items():
        was = then[id_][0] if before else None
        if held is not Held.NO or was in (Held.YES, Held.UNKNOWN):
            shown.append((seat, _state(held, was, seat)))
    names = short_names([seat.person for seat, _ in shown])
    for seat, state in shown:
        how, person = seat.membership.ended, seat.person
        key = how if state is Sitting.LEFT and how in ("resigned", "expired") else state
        word = "" if state is Sitting.SITS else words[f"figure.seat.{key}"]
        at = side(graph.board, seat.membership) if graph.board else None
        yield Place(names[person.id], initials(person.name), state, word, at)


def _terms(state: State) -> Terms:
    """Of several terms the one that runs most surely."""
    found: Terms = {}
    for row in state.seats:
        id_ = row.what.person.id
        if id_ not in found or SUREST.index(row.held) < SUREST.index(found[id_][0]):
            found[id_] = (row.held, row.what)
    return found


def _state(held: Held, was: Held | None, seat: Seat) -> Sitting:
    if held is Held.YES:
        return Sitting.JOINED if was is Held.NO else Sitting.SITS
    if held is Held.UNKNOWN:
        return Sitting.UNKNOWN
    return Sitting.REMOVED if seat.membership.ended == "removed" else Sitting.LEFT
