"""Events as they appear in a drawing: a symbol for how well they are known, and who was there.

Knows no place in the drawing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from engine.dates import in_words, parse
from engine.filtering import classes
from engine.graph import Graph
from engine.kinds.event import Event
from engine.kinds.record import STATUSES, Status
from engine.links import address
from engine.voices import Voice, voice_of


@dataclass(frozen=True)
class Mark:
    """One event, or several of one status that are drawn as one."""

    ids: tuple[str, ...]
    urls: tuple[str, ...]
    """Their addresses from the site's root."""
    status: Status
    classes: str
    """Names by which the filters find it."""
    spoken: str
    """What the mark says, in words."""
    bracket: str = ""
    """``kr`` on both sides where only the record tells of it, ``kl`` on one where of some."""

    @property
    def symbol(self) -> int:
        """The number of the status, from 1, the firmest."""
        return STATUSES.index(self.status) + 1


def mark(events: Sequence[Event], graph: Graph, words: Mapping[str, str]) -> Mark:
    """The mark of events that have the status of the first."""
    return Mark(
        ids=tuple(event.id for event in events),
        urls=tuple(address(event) for event in events),
        status=events[0].status,
        classes=classes(graph, events),
        spoken="; ".join(spoken(event, graph, words) for event in events),
        bracket=_bracket([is_of_record(event, graph) for event in events]),
    )


def _bracket(of_record: Sequence[bool]) -> str:
    return "kr" if all(of_record) else "kl" if any(of_record) else ""


def spoken(event: Event, graph: Graph, words: Mapping[str, str]) -> str:
    """An event in one phrase: its title, its date, how well it is known, and whose voice it is."""
    template = "figure.event.record" if is_of_record(event, graph) else "figure.event"
    return words[template].format(
        title=event.title,
        date=in_words(event.date, date_words(words), graph.zone),
        status=words[f"status.{event.status}"],
    )


def is_of_record(event: Event, graph: Graph) -> bool:
    """Whether only the record tells of an event, not the account that the site retells."""
    return voice_of(graph, event) is Voice.RECORD


class _DateWords(Mapping[str, str]):
    """The words that dates are said in, as they stand among all: made for each date anew."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def __getitem__(self, key: str) -> str:
        return self._words[f"dates.{key}"]

    def __iter__(self) -> Iterator[str]:
        return (key.removeprefix("dates.") for key in self._words if key.startswith("dates."))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def day_words(day: date, words: Mapping[str, str]) -> str:
    """A day in words."""
    return in_words(parse(day.isoformat()), date_words(words), ZoneInfo("UTC"))


def date_words(words: Mapping[str, str]) -> Mapping[str, str]:
    """The words that dates are said in, by the names that ``engine.dates`` has for them."""
    return _DateWords(words)
