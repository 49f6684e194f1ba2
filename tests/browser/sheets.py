"""Sheets of figures for the browser: generated corpora through the engine into one page."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from engine.assets import assets, find_static
from engine.drawing.figure import NARROW, WIDE
from engine.figures.board_table import Moment, board_table
from engine.figures.hours import hours
from engine.figures.seats_over_time import seats_over_time
from engine.figures.structure import structure
from engine.figures.timeline import timeline
from engine.figures.vote_sums import vote_sums
from engine.graph import Graph
from engine.kinds.record import STATUSES
from engine.rendering import open_templates
from tests.engine.figures.boards import board
from tests.engine.figures.stories import ROOT, event, story, words

COUNTS = (5, 30, 300)
REACHES = {"day": 1, "year": 365, "forty years": 40 * 365}
SEATS = (3, 6, 9, 15)
BODIES = range(3, 13)
TITLES = (
    "Fire",
    "The council votes",
    "A letter comes from the other side of the sea",
    "Wammawembley Commonwealth withdraws",
    "会議は踊る、されど進まず",
    "Городской совет собирается",
)
NAMES = (
    *("Ann Ash", "Maximilian Wommersley", "Cem Ög", "Bartholomew Mumm-Wagner", "李 明", "Eve Elm"),
    *("Wilhelmina McCammon", "Ho Li", "Ivo Ash", "Жанна Щукина", "Kim Kay", "Lou Mamet"),
    *("Mo Mommsen", "Nan Nym", "Omar Oak"),
)
TIES = ("controls", "invests-in", "owes-duty-to", "pays", "benefits", "appoints", "supplies")
LABELS = ("governs", "a yearly report to all", "money", "two of seven trustees", "")
SORTS = ("charity", "class of beneficiaries", "wholly owned subsidiary, for profit")


def corpora() -> Iterator[Graph]:
    """Stories of few, some and many events within a day, a year and forty years."""
    for count in COUNTS:
        for reach in REACHES.values():
            yield _happened(count, reach)


def _happened(count: int, days: int) -> Graph:
    chance, first = Random(count * days), datetime(1984, 3, 5, tzinfo=UTC)
    rows = []
    for number in range(count):
        at = first + timedelta(minutes=chance.randrange(days * 24 * 60))
        clock = f"{at:%Y-%m-%dT%H:%M}"
        forms = (clock, f"{clock}~", f"{at:%Y-%m-%d}", f"{at:%Y-%m-%d}?", f"{at:%Y-%m}")
        date = chance.choice(forms[: 4 if days == 1 else 5])
        title = f"title: {chance.choice(TITLES)} {number}"
        path, front = event(f"e{number}", date, chance.choice(STATUSES))
        front = "\n".join([title, *front.splitlines()[1:]])
        rows.append((path, front + ("\nkey: true" if chance.random() < 0.2 else "")))
    return story(dict(rows))


def councils() -> Iterator[Graph]:
    """Boards of an odd and an even number of seats, some of which nobody is named for."""
    for seats in SEATS:
        for unnamed in (0, 1):
            rows = [
                f"{name} | {'inside' if n % 2 else 'outside'} | 200{n % 7} | "
                f"{'2023-11-17 removed' if n % 5 == 4 else '..'} | {'no' if n % 5 == 4 else 'yes'}"
                for n, name in enumerate(NAMES[: seats - unnamed])
            ]
            yes = sum(row.endswith("yes") for row in rows)
            counts = f"{{yes: {yes}, no: {len(rows) - yes}}}"
            yield board(rows, motion={"seats": str(seats), "counts": counts})


def orders() -> Iterator[Graph]:
    """Structures of three to twelve bodies in rows of two to four."""
    for count in BODIES:
        yield story(dict(_bodies(count)))


def _bodies(count: int) -> Iterator[tuple[str, str]]:
    chance = Random(count)
    for n in range(count):
        lines = [f"name: {chance.choice(TITLES[:4])} {n}", "summary: A body."]
        lines += [f"classification: {chance.choice(SORTS)}", f"row: {n // 3 + 1}"]
        targets = [t for t in (n + 1, n + 3) if t < count][: 1 + n % 2]
        ties = [
            f"  - {{kind: {chance.choice(TIES)}, to: o{t:02}, cites: [a]"
            + (f", label: {label}" if (label := chance.choice(LABELS)) else "")
            + (", absent: true}" if chance.random() < 0.15 else "}")
            for t in targets
        ]
        lines += ["ties:", *ties] if ties else []
        yield f"organizations/o{n:02}", "\n".join(lines)


Draw = Callable[[Graph, Mapping[str, str], int], object]


def write_sheet(folder: Path) -> Path:
    """A page with every figure of every corpus, as our pages hold them, and its style."""
    static, _ = assets(find_static([ROOT / "static"]))
    (folder / "site.css").write_bytes(next(o.content for o in static if "site.css" in o.path))
    figures = [
        *(_pair(name, draw, graph) for graph in corpora() for name, draw in _DRAWN),
        *(_pair("structure", structure, graph) for graph in orders()),
        *(part for graph in councils() for part in _seats(graph)),
    ]
    body = "\n".join(figures)
    path = folder / "sheet.html"
    path.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Figures</title>'
        f'<meta name="viewport" content="width=device-width"><link rel="stylesheet" '
        f'href="site.css"></head><body>{_paint("parts/sprite", "sprite")}<main id="main">'
        f'<div class="wrap tl">{body}</div></main></body></html>',
        "utf-8",
    )
    return path


_DRAWN: tuple[tuple[str, Draw], ...] = (("timeline", timeline), ("hours", hours))
_TEMPLATES = open_templates([ROOT / "templates"]).environment


def _paint(file: str, macro: str, *given: object) -> str:
    return str(getattr(_TEMPLATES.get_template(f"{file}.html").module, macro)(*given))


def _pair(name: str, draw: Draw, graph: Graph) -> str:
    drawn = [(where, draw(graph, words(), w)) for where, w in (("wide", WIDE), ("tall", NARROW))]
    parts = [
        f'<div class="{where}">{_paint(f"figures/{name}", name, figure, f"{id(figure)}")}</div>'
        for where, figure in drawn
        if figure is not None
    ]
    return f'<figure class="fig full">{"".join(parts)}</figure>'


def _seats(graph: Graph) -> Iterator[str]:
    tables = [board_table(graph, moment, words()) for moment in Moment]
    painted = [_paint("figures/board_table", "board_table", t, f"{id(t)}") for t in tables]
    both = "".join(f'<figure class="fig">{svg}</figure>' for svg in painted)
    yield f'<div class="pair">{both}</div>'
    sums, terms = vote_sums(graph, words()), seats_over_time(graph, words())
    yield f'<figure class="fig">{_paint("figures/vote_sums", "vote_sums", sums)}</figure>'
    over = _paint("figures/seats_over_time", "seats_over_time", terms, f"{id(terms)}")
    yield f'<figure class="fig full">{over}</figure>'
