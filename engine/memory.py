"""What pure functions made of which inputs, kept from one build to the next.

Knows no stage and no file: equal inputs, equal results, and nothing else makes it right.
"""

import pickle
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple, cast

R = TypeVar("R")
Inputs = TypeVarTuple("Inputs")


class Afresh:
    """Remembers nothing: for a single build, which meets each input once."""

    def recall(self, make: Callable[[*Inputs], R], *inputs: *Inputs) -> R:
        """What the function makes of these inputs."""
        return make(*inputs)


AFRESH = Afresh()


class Memory(Afresh):
    """Remembers what the last good build asked for, the build before this one, and this one."""

    def __init__(self) -> None:
        """Nothing remembered yet."""
        self._last: dict[bytes, object] = {}
        self._before: dict[bytes, object] = {}
        self._now: dict[bytes, object] = {}

    def begin(self) -> None:
        """Before a build: of those since the last good one only the one before it is kept."""
        self._before, self._now = self._now, {}

    def forget(self) -> None:
        """After a good build: keep what it asked for, and nothing that is older."""
        self._last, self._before, self._now = self._now, {}, {}

    def recall(self, make: Callable[[*Inputs], R], *inputs: *Inputs) -> R:
        """What a pure function made of these inputs last time, else what it makes now.

        Inputs are told apart by their pickled bytes, not by ``==``, for which 1 is 1.0 and safe
        HTML is the same text unescaped. Inputs that cannot be pickled are never remembered.
        """
        key = _bytes(make, inputs)
        if key is None:
            return make(*inputs)
        for known in (self._now, self._before, self._last):
            if key in known:
                made = cast("R", known[key])
                break
        else:
            made = make(*inputs)
        self._now[key] = made
        return made


def _bytes(*inputs: object) -> bytes | None:
    try:
        return pickle.dumps(inputs, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None


def kept(most: int) -> Callable[[Callable[[*Inputs], R]], Callable[[*Inputs], R]]:
    """Makes a pure function keep what it last made of so many inputs, told apart as above.

    For the few that take long and stand too deep for a memory to be handed to; like ``cache`` of
    functools, it can be seen by nothing but the clock.
    """

    def keeping(make: Callable[[*Inputs], R]) -> Callable[[*Inputs], R]:
        known: dict[bytes, R] = {}

        @wraps(make)
        def recall(*inputs: *Inputs) -> R:
            key = _bytes(*inputs)
            if key is None:
                return make(*inputs)
            known[key] = made = known.pop(key) if key in known else make(*inputs)
            if len(known) > most:
                del known[next(iter(known))]
            return made

        return recall

    return keeping
