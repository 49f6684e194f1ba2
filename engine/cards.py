"""Graph → pictures as pages to be: a card for each main page, and the icon.

Knows what stands where, in the units of the picture; not what it looks like.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from engine.drawing.figure import wrap
from engine.figures.board_table import BoardTable, Moment, board_table
from engine.figures.seal import PITCH, Logo, LogoSeat, logo
from engine.figures.ticks import Ticks
from engine.links import main_pages
from engine.typeface import PLAIN, can_set, face
from engine.views.page import Page
from engine.views.story import Story

SIZES = (132, 120, 108, 98, 88, 78, 68, 58, 48)
"""Of a title: the largest that fits is taken."""
LEADING = 0.99
"""From line to line, in parts of the size."""
TOP, RISE, ROOM = 130, 0.8, 330
"""Where a title begins, down to its first base line in parts of the size, how high it may be."""
BESIDE, ALONE = 610, 1060
"""How wide a title may be: beside a figure, and alone."""
WITH_TABLE = {"index": Moment.AFTER, "cast": Moment.BEFORE, "governance": Moment.AFTER}
"""The pages whose card shows the table, and when."""
SMALL, LINE, GAP, FOOT = 28, 38, 62, 520
"""Of the words below: their size, from line to line, from the title to them, the last base line."""
TOUCH, MARGIN = 180, 3
"""Pixels across the icon for a phone; units around its seats."""


@dataclass(frozen=True)
class Row:
    """A line of text, and its base line."""

    text: str
    y: float


@dataclass(frozen=True)
class CardView:
    """What ``pages/card.html`` shows; words that the font cannot set are left out."""

    logo: Logo
    site: str
    """The name of the site, small, on every card but its own."""
    size: int
    title: tuple[Row, ...]
    words: tuple[Row, ...]
    """The tagline, or what the page says of itself."""
    table: BoardTable | None
    ticks: Ticks | None


@dataclass(frozen=True)
class IconView:
    """What ``pages/icon.html`` shows."""

    box: str
    seats: tuple[LogoSeat, ...]
    width: int | None = None
    """Pixels; None: as large as it is shown."""


def lay_out_pictures(story: Story, pages: Sequence[Page]) -> Iterator[Page]:
    """The icon; where the site's address is known also that for a phone, and the cards.

    There is a card for each main page. Without that address nobody can show one.
    """
    icon = _icon(logo(story.graph))
    yield replace(pages[0], url="icon.svg", template="icon", view=icon)
    if not story.settings.base_url:
        return
    touch = replace(icon, width=TOUCH)
    yield replace(pages[0], url="touch-icon.svg", template="icon", view=touch)
    for page in pages:
        name = page.url.removesuffix(".html")
        if name in main_pages(story.graph):
            view = _card(story, name, page)
            yield replace(page, url=f"cards/{name}.svg", template="card", view=view)


def _icon(drawn: Logo) -> IconView:
    """The seats of the board in a square, in the order of the logo."""
    columns = ceil(sqrt(len(drawn.seats)))
    rows = ceil(len(drawn.seats) / columns)
    side = PITCH * columns + 2 * MARGIN
    drop = (columns - rows) / 2
    seats = (
        replace(seat.spot, x=PITCH * (n % columns + 0.5), y=PITCH * (n // columns + 0.5 + drop))
        for n, seat in enumerate(drawn.seats)
    )
    placed = (replace(seat, spot=spot) for seat, spot in zip(drawn.seats, seats, strict=True))
    box = f"-{MARGIN} -{MARGIN} {side} {side}"
    return IconView(box, tuple(placed))


def _card(story: Story, name: str, page: Page) -> CardView:
    settings, meta, is_home = story.settings, page.meta, name == "index"
    table = board_table(story.graph, WITH_TABLE[name], story.words) if name in WITH_TABLE else None
    table = table if table and all(map(can_set, _labels(table))) else None
    width = BESIDE if table else ALONE
    size, title = _title(meta.title, width)
    own = (settings.tagline or settings.description) if is_home else meta.description
    rests = max(meta.rests, key=lambda one: one.ticks.cited, default=None)
    return CardView(
        meta.logo,
        settings.title if not is_home and can_set(settings.title) else "",
        size,
        title,
        _words(own, title, width),
        table,
        rests.ticks if rests else None,
    )


def _labels(table: BoardTable) -> Iterator[str]:
    """All that is written on a table."""
    yield from (table.score, table.score_word)
    for chair in table.chairs:
        yield chair.initials
    for label in (*table.sides, table.word, *(w for c in table.chairs for w in (c.label, c.word))):
        yield from label.lines


def _title(text: str, width: float) -> tuple[int, tuple[Row, ...]]:
    """The largest size in which a title fits, and its lines, as even as they can be."""
    if not can_set(text):
        return SIZES[-1], ()
    for size in SIZES:
        lines = wrap(text, width, face(size))
        if len(lines) * size * LEADING <= ROOM and not _is_cut(lines):
            break
    tries = (wrap(text, width * part / 20, face(size)) for part in range(10, 20))
    even = (one for one in tries if len(one) == len(lines) and not _is_cut(one))
    lines = next(even, lines)
    first = TOP + size * RISE
    return size, tuple(Row(line, first + n * size * LEADING) for n, line in enumerate(lines))


def _is_cut(lines: Sequence[str]) -> bool:
    return any(line.endswith("…") for line in lines)


def _words(text: str, title: Sequence[Row], width: float) -> tuple[Row, ...]:
    """As many whole sentences below the title as there is room for: a half one may mislead."""
    first = (title[-1].y if title else TOP) + GAP
    most = int((FOOT - first) / LINE) + 1
    sentences = re.split(r"(?<=[.!?]) ", text) if can_set(text) else []
    for count in range(len(sentences), 0, -1):
        lines = wrap(" ".join(sentences[:count]), width, face(SMALL, PLAIN), len(text))
        if len(lines) <= most:
            return tuple(Row(line, first + n * LINE) for n, line in enumerate(lines))
    return ()
