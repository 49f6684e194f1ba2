"""Common other ways to write a date → the way in which we write it.

Knows forms only. A guess is offered to the author, never taken.
"""

import re
import unicodedata

from engine.dates.forms import MONTHS, is_end, is_point, is_unspecified

_WEEKDAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[.,]* )?"
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_NAME = f"(?P<name>{_NAMES}|Sept)[.,]?"
_YEAR, _MONTH = "(?P<year>[0-9]{4})", "(?P<month>[0-9]{1,2})"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:(?:T|,? | at )(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)? ?(?P<zone>Z|UTC|GMT|[+-][0-9]{1,2}(?::?[0-9]{2})?)?)?"
)
_YEAR_LAST = f"{_WEEKDAY}{_DAY}[-/. ]{_MONTH}[-/. ]{_YEAR}{_CLOCK}"
_MOMENTS = (
    f"{_YEAR}年",
    f"{_YEAR}[-/. 年] ?{_MONTH}(?:[-/. 月] ?{_DAY}日?)?月?{_CLOCK}",
    f"{_MONTH}[-/. ]{_YEAR}",
    f"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_CLOCK}",
    _YEAR_LAST,
    f"{_WEEKDAY}{_DAY}[- ]{_NAME}[- ]{_YEAR}{_CLOCK}",
    f"{_WEEKDAY}{_NAME} {_DAY},? {_YEAR}{_CLOCK}",
    f"{_NAME} {_YEAR}",
)
_PHRASES = (
    ("(?:c[.]|ca[.]?|circa|about|around|approx(?:[.]|imately)?|~) ?(.+)", "{}~"),
    ("(.+?)(?: ?[-\\u2013\\u2014/] ?| to | until )(?:now|today|present)", "{}/.."),
    ("(?:from )?(.+?)(?: ?[\\u2013\\u2014/] ?| - | to | until )(.+)", "{}/{}"),
    ("([0-9]{4})-([0-9]{4})", "{}/{}"),
    ("(?:before|until|by) (.+)", "../{}"),
    ("(?:since|from|after) (.+)", "{}/.."),
)


def meant(text: str) -> list[str]:
    """The dates which a text may mean, in our form; empty if that is anybody's guess."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if moments := _moments(plain):
        return moments
    for pattern, form in _PHRASES:
        if match := re.fullmatch(pattern, plain, re.IGNORECASE):
            parts = [_moments(part.strip()) for part in match.groups()]
            guesses = [form.format(*(part[0] for part in parts))] if all(parts) else []
            if guesses and _is_whole(guesses[0]) and max(map(len, parts)) == 1:
                return guesses
    return []


def _is_whole(text: str) -> bool:
    sides = text.split("/")
    if len(sides) == 1:
        return is_point(text)
    return all(side == ".." or is_end(side) for side in sides)


def _moments(text: str) -> list[str]:
    if is_point(text.upper()) or is_unspecified(text.upper()):
        return [text.upper()]
    for pattern in _MOMENTS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            return [reading for reading in _readings(match) if is_point(reading)]
    return []


def _readings(match: re.Match[str]) -> list[str]:
    """The text in our form; twice if its day and its month may have changed places."""
    part = match.groupdict("")
    year, day, clock = part["year"], part.get("day", ""), _clock(part)
    month = part.get("month") or _month(part.get("name", ""))
    if not (month and day):
        return [f"{year}-{month:0>2}{clock}" if month else year]
    first = f"{year}-{month:0>2}-{day:0>2}{clock}"
    second = f"{year}-{day:0>2}-{month:0>2}{clock}"
    has_order = "name" in part or (match.string.startswith(year) and is_point(first))
    return [first] if has_order or first == second else [first, second]


def _month(name: str) -> str:
    starts = [month[:3] for month in MONTHS]
    return str(starts.index(name[:3].capitalize()) + 1) if name else ""


def _clock(part: dict[str, str]) -> str:
    """The time of a guess with its zone: ``T14:30+02:00``; empty without one."""
    if not part.get("hour"):
        return ""
    hour = int(part["hour"])
    if half := part["half"].lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    digits = part["zone"][1:].replace(":", "")
    zone = part["zone"] and "Z"
    if digits.isdigit():
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        zone = f"{part['zone'][0]}{hours:0>2}:{minutes}"
    return f"T{hour:02}:{part['minute']}{zone}"
