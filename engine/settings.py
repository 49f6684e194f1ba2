"""site.yaml → Settings. Knows what a microsite is, nothing of its records."""

import re
from pathlib import PurePosixPath
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, Field, PlainValidator

from engine.dates import Date, Kind, Precision, Qualifier
from engine.diagnostics import Diagnostic, Place
from engine.documents import File, decode_text
from engine.fields import Part, decode, names
from engine.nodes import Mapping, Text, read_mapping
from engine.spelling import did_you_mean
from engine.urls import wrong_base
from engine.values import Address, Bound, Line, When, line, refuse

NAME = "site.yaml"


def _zone(value: object) -> ZoneInfo:
    name = line(value)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        refuse("unknown-timezone", f"no time zone is called '{name}'",
               did_you_mean(name, available_timezones()))  # fmt: skip


def _language(value: object) -> str:
    name = line(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", name):
        refuse("wrong-type", f"'{name}' is not a language tag", "write en, ja or pt-BR")
    return str(name)


def _folder(value: object) -> str:
    name = line(value)
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or path == PurePosixPath("."):
        refuse("wrong-type", f"'{name}' is not a folder inside the site", "write _site")
    return str(path)


class Labelled(Part):
    """An id and the words that stand for it."""

    id: Line
    label: Line


class Era(Labelled):
    """A named span of the timeline."""

    from_: Bound | None = Field(None, alias="from")
    until: Bound | None = None


def _whole_day(when: Date) -> Date:
    exact = when.precision is Precision.DAY and when.qualifier is Qualifier.NONE
    if when.kind is not Kind.POINT or not exact:
        refuse("bad-date", f"'{when.text}' is not one certain day", "write 2024-05-03")
    return when


class StateDay(Part):
    """A day at whose end the structure is shown."""

    date: Annotated[When, AfterValidator(_whole_day)]
    """One certain day."""
    label: Line | None = None
    """What is said of it in a few words."""


def _root(url: str) -> str:
    if told := wrong_base(url):
        refuse("bad-address", *told)
    return url


class Settings(Part):
    """What this microsite is."""

    title: Line
    """The name of the site."""
    description: Line
    """For search engines and cards."""
    tagline: Line | None = None
    base_url: Annotated[Address, AfterValidator(_root)] | None = None
    """Only for what must be absolute: 404, canonical addresses, sitemap, feed, cards."""
    language: Annotated[str, PlainValidator(_language, json_schema_input_type=str)] = "en"
    """BCP 47."""
    timezone: Annotated[ZoneInfo, PlainValidator(_zone, json_schema_input_type=str)] | None = None
    """Needed as soon as a time without a zone is used."""
    publisher: Line | None = None
    """Who answers for the site."""
    editor: Line | None = None
    contact: Line | None = None
    """For corrections and complaints."""
    reviewed: When | None = None
    """Authored, never the clock."""
    repository: Address | None = None
    licence: Line | None = None
    groups: tuple[Labelled, ...] = ()
    """Of people, in the order of the cast page."""
    strands: tuple[Labelled, ...] = ()
    """Of events."""
    eras: tuple[Era, ...] = ()
    """Named spans of the timeline."""
    board: Line | None = None
    """The organization whose seats the figures show; default: that of the first motion."""
    motion: Line | None = None
    """What the front page leads with; default: the latest."""
    states: tuple[StateDay, ...] = ()
    """The days of which the structure is shown; default: those at which it changes."""
    nav: tuple[Line, ...] = ("timeline", "cast", "governance", "explanations", "sources")
    """The main pages, in the order of the navigation."""
    domain: Line | None = None
    """An own domain; writes CNAME."""
    output: Annotated[str, PlainValidator(_folder, json_schema_input_type=str)] = "_site"
    """The folder that is written."""

    refused: tuple[str, ...] = Field((), alias=" refused", exclude=True)
    """Fields that could not be read: what seems to be missing in them is not told."""

    @property
    def zone(self) -> ZoneInfo:
        """The site's zone; UTC where none is given."""
        return self.timezone or ZoneInfo("UTC")


def read_settings(file: File | None) -> tuple[Settings, list[Diagnostic]]:
    """The settings, and the faults that stand against them.

    With faults the settings hold only what was right, so that the other files can be read.
    """
    if file is None:
        message, hint = "there is no site.yaml here", "write one with 'title' and 'description'"
        return _rest(), [Diagnostic(Place(NAME), "missing-settings", message, hint)]
    text, faults = decode_text(file)
    if faults:
        return _rest(), faults
    parsed = read_mapping(text, file.path)
    faults = list(parsed.faults)
    if parsed.mapping is None:
        return _rest(), faults
    decoded = decode(Settings, parsed.mapping)
    faults += decoded.faults
    if decoded.record is not None:
        return decoded.record, faults
    return _rest(parsed.mapping), faults


def _rest(mapping: Mapping | None = None) -> Settings:
    """Settings from those fields alone that can be read by themselves; all others are refused."""
    place = Place(NAME)
    sound = Mapping({key: Text("?", place) for key in ("title", "description")}, place)
    refused = [] if mapping is not None else names(Settings)
    for key, value in (mapping or {}).items():
        trial = Mapping({**sound, key: value}, place)
        if decode(Settings, trial).record is not None:
            sound = trial
        else:
            refused.append(key)
    settings = decode(Settings, sound, {" refused": tuple(refused)}).record
    assert settings is not None, "each of its fields was tried"
    return settings
