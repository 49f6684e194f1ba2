"""The vote by hand: everybody who could vote, as they did, for a reader to change."""

from dataclasses import dataclass

from engine.drawing.figure import plural
from engine.kinds.motion import Motion
from engine.views.sheet import Sheet

MOST = 15
"""A larger body is not voted for by hand, name by name."""


@dataclass(frozen=True)
class Elector:
    """A seat, and whether it is on record as for the motion, against it, or neither."""

    name: str
    choice: str
    """``yes``, ``no`` or ``none``."""


@dataclass(frozen=True)
class Tally:
    """A motion to vote on: ``yes`` votes are for it as it is on record."""

    id: str
    title: str
    electors: tuple[Elector, ...]
    needed: int
    yes: int
    said: tuple[tuple[str, str], ...]
    """The sentences for carried, carried with no vote to spare, and not carried."""

    @property
    def outcome(self) -> str:
        """What the sentences say of the votes as they are on record."""
        said = dict(self.said)
        key = "fails" if self.yes < self.needed else "just" if self.yes == self.needed else "passes"
        return said[key].replace("{yes}", str(self.yes))


def tally(sheet: Sheet, motion: Motion) -> Tally | None:
    """The vote by hand; None for a large body."""
    if motion.seats > MOST:
        return None
    graph, words = sheet.story.graph, sheet.story.words
    votes = [vote for vote in motion.votes if graph.by_key(("person", vote.voter.id))]
    electors = [Elector(graph[v.voter].name, _choice(v.option)) for v in votes[: motion.seats]]
    unnamed = range(len(electors) + 1, motion.seats + 1)
    electors += [Elector(words["figure.sums.unnamed"].format(n=n), "none") for n in unnamed]
    needed = plural(words, "tally.needed", motion.needed).format(n=motion.needed)
    return Tally(
        f"tally-{motion.id}",
        motion.title,
        tuple(electors),
        motion.needed,
        sum(elector.choice == "yes" for elector in electors),
        tuple(
            (key, words[f"tally.{key}"].format(yes="{yes}", seats=motion.seats, needed=needed))
            for key in ("passes", "just", "fails")
        ),
    )


def _choice(option: str) -> str:
    return option if option in ("yes", "no") else "none"
