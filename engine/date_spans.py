"""A shim while imports move to engine.dates."""

from engine.dates.spans import *  # noqa: F403
from engine.dates.spans import Bound, Held, Span
