"""What the steps of an axis are called: "noon", "17", "Nov", "Oct to Dec", "2023", "1990s".

Knows the words of the interface, no place in a drawing.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.dates import Precision, in_short, in_words, local_day, parse
from engine.drawing.marks import date_words
from engine.drawing.units import MONTH, ONE_DAY, YEAR, Unit

HEADS = {
    "hour": ONE_DAY, "day": MONTH, "week": MONTH, "month": YEAR, "quarter": YEAR,
}  # fmt: skip
"""The steps that are named in a second row."""

Words = Mapping[str, str]


def step_name(unit: Unit, begin: datetime, words: Words, style: str) -> str:
    """The name of a step under an axis; ``style`` is "" or, for hours in a narrow place, "short_".

    Of a year it says the year, of a month the month alone: the second row says the rest.
    """
    if unit.hours:
        return hour_name(begin.hour, words, style)
    months = words["dates.short_months"].split()
    if unit.name == "quarter":
        first, last = months[begin.month - 1], months[begin.month + 1]
        return words["figure.axis.range"].format(start=first, end=last)
    if unit.months == 1:
        return words["dates.short_month_in_year"].format(month=months[begin.month - 1])
    if unit.days:
        return words["dates.day_in_month"].format(day=begin.day)
    if unit.name == "century":
        return words["figure.axis.range"].format(start=begin.year, end=begin.year + 99)
    template = words["figure.axis.decade" if unit.name == "decade" else "dates.year"]
    return template.format(year=begin.year)


def hour_name(hour: int, words: Words, style: str) -> str:
    """A whole hour on an axis: "6 a.m.", "noon", "midnight"."""
    named = {0: "midnight", 12: "noon"}.get(hour) or ("am" if hour < 12 else "pm")
    template = words[f"figure.axis.{style}{named}"]
    return template.format(hour=(hour - 1) % 12 + 1, hour24=hour)


def head_names(unit: Unit, begin: datetime, words: Words, zone: ZoneInfo) -> tuple[str, ...]:
    """What a step may be called in the second row, the fullest first."""
    said = date_words(words)
    if unit is ONE_DAY:
        day = parse(begin.date().isoformat())
        given = (None, Precision.YEAR, Precision.MONTH)
        return tuple(in_short(day, said, zone, precision) for precision in given)
    if unit is MONTH:
        month = parse(f"{begin.year:04}-{begin.month:02}")
        names = in_words(month, said, zone), in_short(month, said, zone)
        return (*names, in_short(month, said, zone, Precision.YEAR))
    return (words["dates.year"].format(year=begin.year),)


def reach_in_words(start: int, end: int, words: Words, zone: ZoneInfo) -> str:
    """From when to when an axis reaches: days of a short one, months or years of a long one."""
    years = (end - start) / YEAR.minutes
    length = len("2024" if years > 10 else "2024-05" if years > 1 else "2024-05-03")
    days = local_day(start, zone), local_day(end - 1, zone)
    ends = dict.fromkeys(day.isoformat()[:length] for day in days)
    return in_words(parse("/".join(ends)), date_words(words), zone)
