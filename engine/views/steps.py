"""The states of the structure as steps: a row of dates, each with its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.dates import parse
from engine.links import Link
from engine.states import State, eve
from engine.views.sheet import Sheet


@dataclass(frozen=True)
class Step:
    """A date in the row."""

    link: Link
    label: str
    """What is said of the state, if anything."""
    is_here: bool


def steps(sheet: Sheet, all_: Sequence[State], here: State | None = None) -> tuple[Step, ...]:
    """Every state in a row, and which of them the page shows."""
    return tuple(Step(state_link(sheet, state), label(sheet, state), state is here)
                 for state in all_)  # fmt: skip


def state_url(state: State) -> str:
    """Where a state is published, from the site's root."""
    return f"governance/on-{state.day.isoformat()}.html"


def state_link(sheet: Sheet, state: State) -> Link:
    """A link to a state, by its date."""
    moment = sheet.moment(parse(state.day.isoformat()))
    return Link(sheet.to(state_url(state)), moment.words)


def label(sheet: Sheet, state: State) -> str:
    """What the author calls a state, else where it stands to the vote; mostly nothing."""
    words, before = sheet.story.words, eve(sheet.story.graph)
    if state.label or before is None:
        return state.label
    return {0: words["state.before"], 1: words["state.after"]}.get((state.day - before).days, "")
