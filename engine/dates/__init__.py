"""Dates of an EDTF profile: read, laid on the line of time, compared with terms, said in words."""

from engine.dates.date import (
    Date,
    DateFault,
    Kind,
    Open,
    Point,
    Precision,
    Qualifier,
    parse,
    parse_bound,
)
from engine.dates.spans import (
    DAY,
    EVER,
    HOUR,
    LAST_DAY,
    Bound,
    Held,
    Span,
    holds,
    local_day,
    possible_span,
    runs_backwards,
    sort_key,
    span,
)
from engine.dates.words import (
    clock_in_words,
    in_short,
    in_words,
    machine,
    precision_in_words,
)

__all__ = [
    "Bound", "DAY", "Date", "DateFault", "EVER", "HOUR", "Held", "Kind", "LAST_DAY", "Open",
    "Point", "Precision", "Qualifier", "Span", "clock_in_words", "holds", "in_short", "in_words",
    "local_day", "machine", "parse", "parse_bound", "possible_span", "precision_in_words",
    "runs_backwards", "sort_key", "span",
]  # fmt: skip
