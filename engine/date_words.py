"""A shim while imports move to engine.dates."""

from engine.dates.words import *  # noqa: F403
from engine.dates.words import Words
