"""How dates are written here: the patterns, and what no calendar has.

Knows the forms and their bounds, not what a date means, how it is shown or how a fault is told.
The forms are a part of EDTF (https://www.loc.gov/standards/datetime/), and beyond it a minute
without seconds, in doubt or without a zone.
"""

import re
from calendar import monthrange

POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
    r"(?P<qualifier>[?~%])?"
)
UNSPECIFIED = re.compile(r"(?P<year>[0-9]{4})-(?:(?P<month>[0-9]{2})-)?XX|(?P<century>[0-9]{2})XX")
LIST = re.compile(r"\[([^][]*)\]")

_POINT, _UNSPECIFIED = (re.sub(r"\?P<[a-z]+>", "?:", one.pattern) for one in (POINT, UNSPECIFIED))
_SIDE = rf"(?:{_POINT}|\.\.)?"
FORM = rf"{_POINT}|{_UNSPECIFIED}|{_SIDE}/{_SIDE}|\[[^\[\]]*\]"
"""All forms as one pattern, in what Python and JavaScript share, for an editor."""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip
"""For the author, whose diagnostics are in English; a reader's words come from the strings."""

FARTHEST_OFFSET = 14
"""Hours: no clock on Earth is further from UTC."""


def is_point(text: str) -> bool:
    """Whether the text is one year, month, day or minute, with or without a mark of doubt."""
    match = POINT.fullmatch(text)
    return match is not None and not impossible(match)


def is_unspecified(text: str) -> bool:
    """Whether the text is a date with its last digits marked as not given."""
    match = UNSPECIFIED.fullmatch(text)
    return match is not None and not impossible(match)


def is_end(text: str) -> bool:
    """Whether the text may stand on one side of an interval: a point without a time."""
    return is_point(text) and "T" not in text


def is_member(text: str) -> bool:
    """Whether the text may stand in a list: a point without a time and without doubt."""
    return is_end(text) and text[-1] not in "?~%"


def impossible(match: re.Match[str]) -> str:
    """What no calendar or clock has in a match of a pattern above; empty if all is well."""
    year = number(match, "year", number(match, "century", 0) * 100)
    month, day = number(match, "month", 1), number(match, "day", 1)
    if year == 0:
        return "there is no year 0"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    days = monthrange(year, month)[1]
    if not 1 <= day <= 31:
        return f"there is no day {day}"
    if day > days:
        return f"{MONTHS[month - 1]} {year} has {days} days"
    return _impossible_time(match)


def _impossible_time(match: re.Match[str]) -> str:
    hour, minute, offset = number(match, "hour"), number(match, "minute"), offset_of(match) or 0
    if hour > 23:
        return f"there is no hour {hour}"
    if minute > 59:
        return f"there is no minute {minute}"
    if abs(offset) > FARTHEST_OFFSET * 60 or (match.groupdict().get("offset") or "Z")[4:] > "59":
        return f"there is no offset {match['offset']}"
    return ""


def number(match: re.Match[str], name: str, default: int = 0) -> int:
    """The digits of a group as a number; the default where the form lacks the group."""
    text = match.groupdict().get(name)
    return int(text) if text else default


def offset_of(match: re.Match[str]) -> int | None:
    """Minutes east of UTC; None where no zone is written."""
    text = match.groupdict().get("offset")
    if text is None:
        return None
    minutes = 0 if text == "Z" else int(text[1:3]) * 60 + int(text[4:])
    return -minutes if text.startswith("-") else minutes
