"""What to tell an author whose date is in none of our forms: what it is instead, how to mend it.

Knows other ways to write a date, not what a date means.
"""

import re

from engine.dates.forms import LIST, POINT, UNSPECIFIED, impossible, is_end, is_member, is_point
from engine.dates.guesses import meant

FORMS = "write 2024, 2024-05, 2024-05-03, 2024-05-03T14:30, 2018/2019, 2019/.. or ../2024"
LONGEST_QUOTE = 60

Told = tuple[str, str]
"""A message and a hint."""


def complaint(text: str) -> Told:
    """The message and the hint for a text which is none of the forms of a date."""
    told = _as_other_edtf(text) or _as_impossible(text)
    if guesses := meant(text):
        message = told[0] if told else f"{quoted(text)} is a date in another form"
        return message, f"did you mean {' or '.join(guesses)}?"
    told = told or _as_list(text) or _as_interval(text) or _as_part(text)
    return told or (f"{quoted(text)} is not a date", FORMS)


def quoted(text: str) -> str:
    """The author's words in quotation marks, on one line, the end of a long text left out."""
    plain = " ".join(text.split())
    return f"'{plain[:LONGEST_QUOTE]}…'" if len(plain) > LONGEST_QUOTE else f"'{plain}'"


_YEARS = "write a year from 0001 to 9999"
_LIST = "write the dates themselves: [2024-05-03,2024-05-04]"
_SIGN, _PAIR = "[?~%]?", "[0-9X]{2}"
_DIGITS = f"(?=.*X)[0-9X]{{4}}(-{_PAIR}){{0,2}}"
_SIGNED = f"(?=.*[?~%].){_SIGN}[0-9X]{{4}}{_SIGN}(-{_SIGN}{_PAIR}{_SIGN}(-{_SIGN}{_PAIR}{_SIGN})?)?"

_OTHER_EDTF = (
    ("0000.*|-[0-9]{4}.*", "a year before 0001", _YEARS),
    ("Y-?[0-9]+(E[0-9]+)?(S[0-9]+)?", "a year marked with Y", _YEARS),
    ("[0-9]{4}S[0-9]+", "a count of significant digits", "write the span: 1900/1999"),
    ("[0-9]{4}-(2[1-9]|3[0-9]|4[01])[?~%]?", "a season", "write its months: 2024-06/2024-08"),
    ("[0-9]{3}X", "an unspecified year of a decade", "write the span: 2020/2029"),
    ("[0-9]{4}-XX-XX", "an unspecified month and day", "write 2024-XX, or only the year"),
    (_DIGITS + "[?~%]", "doubt about unspecified digits", "write 2024-05~ or 2024-05-XX"),
    (_DIGITS, "this use of X", "write 2024-05-XX, 2024-XX or 20XX"),
    (_SIGNED, "doubt about a part of a date", "put the mark at the end: 2024-05-03~"),
    ("[0-9-]{10}T[0-9:]{8}(Z|[+-][0-9:]{2,5})?", "a time with seconds", FORMS),
    (r"\{.*\}", "a set in braces", "write one date, or a span: 2024-05-03/2024-05-04"),
    (r"\[.*\.\..*\]", "'..' in a list", _LIST),
)
"""Pattern, what it is, what to write: EDTF beyond our part of it. The first that fits counts."""


def _as_other_edtf(text: str) -> Told | None:
    if UNSPECIFIED.fullmatch(text):
        return None
    for pattern, what, hint in _OTHER_EDTF:
        if re.fullmatch(pattern, text):
            return _unsupported(text, what, hint)
    return None


def _unsupported(text: str, what: str, hint: str) -> Told:
    return f"{quoted(text)} is EDTF, but {what} is not supported here", hint


def _as_impossible(text: str) -> Told | None:
    """A text in the form of a date which no calendar or clock has."""
    match = POINT.fullmatch(text) or UNSPECIFIED.fullmatch(text)
    reason = impossible(match) if match else ""
    hint = "midnight is T00:00 of the day that begins" if "T24:00" in text else FORMS
    return (f"{quoted(text)} is not a date: {reason}", hint) if reason else None


def _as_list(text: str) -> Told | None:
    """A list in brackets which is too short, says a date twice or has a wrong member."""
    if not (match := LIST.fullmatch(text)):
        return None
    members = [member.strip() for member in match[1].split(",")]
    for member in members:
        if UNSPECIFIED.fullmatch(member) or (is_point(member) and not is_member(member)):
            return _unsupported(text, "doubt, X or a time in a list", _LIST)
        if not is_member(member):
            return complaint(member) if member else (f"a date is missing in {quoted(text)}", _LIST)
    if len(members) == 1:
        return f"{quoted(text)} is a list of one date", f"write {members[0]}"
    return f"{quoted(text)} names one date twice", "write each date once"


def _as_interval(text: str) -> Told | None:
    """Two sides, one of which is wrong; or neither of which is a date."""
    sides = text.split("/")
    if len(sides) != 2:
        return None
    for side in sides:
        if is_point(side) and not is_end(side):
            return f"{quoted(text)}: a span between times is not supported here", (
                "write its days: 2024-05-03/2024-05-04"
            )
        if UNSPECIFIED.fullmatch(side):
            return _unsupported(text, "X in a span", "write its months or years: 2024-05/2025")
        if side not in ("", "..") and not is_end(side):
            return complaint(side)
    return f"{quoted(text)} has a date on neither side", "write 2019/.. or ../2024"


def _as_part(text: str) -> Told | None:
    """What lacks a part: an open bound, a time without its day, a zone which is only named."""
    if text == "..":
        return "'..' alone is not a date", "write 2019/.. or ../2024"
    if re.fullmatch(r"(?i)noon|midnight|[0-9]{1,2}:[0-9]{2}.*|[0-9]{1,2} ?[ap]\.?m\.?", text):
        return f"{quoted(text)} is a time without its day", "write the day too: 2024-05-03T12:00"
    if re.fullmatch(r"[0-9-]{10}[T ][0-9:]{4,8} ?[A-Za-z/_]+", text):
        hint = "write its distance from UTC: 2024-05-03T14:30+02:00"
        return f"{quoted(text)} names its zone", hint
    return None
