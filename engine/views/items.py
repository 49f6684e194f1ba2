"""Views that several pages show: an event in a list, a section's words, a person with a seal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.figures.seal import Seal, seal
from engine.filtering import classes
from engine.kinds.event import Event
from engine.kinds.page import Page
from engine.kinds.person import Person
from engine.kinds.record import Named, Status
from engine.links import Link
from engine.markdown import Html, upright
from engine.views.halves import Shown
from engine.views.page import Mark, Moment
from engine.views.sheet import Sheet
from engine.voices import Voice, voice_of

_NO = Html("")


@dataclass(frozen=True)
class SectionWords:
    """What stands at the head of a section: its id, topic, finding, text and note."""

    id: str
    tag: str
    title: str
    text: Html
    note: Html


@dataclass(frozen=True)
class Opening:
    """What stands at the head of a page that the engine makes."""

    title: str
    lede: str
    spine: "Spine | None"
    body: Html


@dataclass(frozen=True)
class Spine:
    """A source's own words beside the title."""

    text: Html
    lang: str | None
    gloss: str | None


@dataclass(frozen=True)
class EventItem:
    """An event in a list."""

    id: str
    link: Link
    moment: Moment
    known: Moment | None
    """When the public learned it, if later."""
    status: Status
    voice: Voice | None
    summary: str
    disputed: str | None
    marks: tuple[Mark, ...]
    people: tuple[Link, ...]
    classes: str
    """Names by which the filters find it."""


@dataclass(frozen=True)
class PersonItem:
    """A person in a list."""

    link: Link
    seal: Seal
    native: "Spelling | None"
    voice: Voice | None
    summary: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Spelling:
    """One way in which a source writes a name."""

    name: str
    lang: str | None
    note: str | None
    marks: tuple[Mark, ...]


def opening(sheet: Sheet, name: str) -> Opening:
    """The title, lede and spine of one of the engine's pages: the author's, else ours."""
    story, page = sheet.story, sheet.story.page_words(name)
    if page is None:
        return Opening(story.words[f"page.{name}.title"], "", None, Html(""))
    return Opening(
        story.filled(page.title),
        story.filled(page.summary or ""),
        spine_of(page),
        sheet.prose(page.body, below=1),
    )


def spine_of(page: Page) -> Spine | None:
    """The words beside the title, if the page has any; figures in them stand upright."""
    spine = page.spine
    return Spine(upright(spine.text), spine.lang, spine.gloss) if spine else None


def section(sheet: Sheet, name: str, id_: str, title: str = "") -> SectionWords:
    """Begin a section of one of the engine's pages.

    Its words are the author's, else ``title``, else the interface's.
    """
    words = section_words(sheet, name, id_, title)
    sheet.enter(id_, words.tag or words.title)
    return words


def section_words(sheet: Sheet, name: str, id_: str, title: str = "") -> SectionWords:
    """The words of a section that is not in the table of contents."""
    story, page = sheet.story, sheet.story.page_words(name)
    own = page.sections.get(id_) if page else None
    if own is None:
        title = title or story.words[f"section.{name}.{id_}"]
        return SectionWords(id_, "", title, Html(""), Html(""))
    return SectionWords(
        id_,
        story.filled(own.tag or ""),
        story.filled(own.title or title or story.words.get(f"section.{name}.{id_}", id_)),
        sheet.prose(own.text),
        sheet.prose(own.note),
    )


def parts(
    sheet: Sheet, kind: str, shown: Mapping[str, object], told: Voice | None = None
) -> dict[str, SectionWords]:
    """Begin the sections of a record's page, in their order: those that have anything to show.

    ``told`` is the voice of the record; where it is that of the record alone, no section is
    headed as the account.
    """
    found, words = {}, sheet.story.words
    for id_, content in ((id_, content) for id_, content in shown.items() if content):
        is_alone = id_ == "account" and told is Voice.RECORD
        key = "voice.alone" if is_alone else f"part.{kind}.{id_}"
        if isinstance(content, Shown):
            part = SectionWords(content.id, words["voice.tag"], words["voice.shows"], _NO, _NO)
        else:
            part = SectionWords(id_, words[f"{key}.tag"], words[key], _NO, _NO)
        sheet.enter(part.id, part.tag)
        found[id_] = part
    return found


def touched(sheet: Sheet, about: Iterable[str]) -> tuple[Link, ...]:
    """Links to the records that a correction or a change touches."""
    refs = [one.partition("/") for one in about]
    records = [sheet.story.graph.by_key((kind, id_)) for kind, _, id_ in refs]
    return tuple(sheet.link(record) for record in records if record is not None)


def event_item(sheet: Sheet, event: Event) -> EventItem:
    """An event as a list shows it."""
    return EventItem(
        event.id,
        sheet.link(event),
        sheet.moment(event.date),
        sheet.moment(event.known) if event.known else None,
        event.status,
        sheet.voice(event.cites),
        event.summary,
        event.disputed,
        sheet.marks(event.cites),
        sheet.links(event.people),
        classes(sheet.story.graph, (event,)),
    )


def event_items(sheet: Sheet, events: Iterable[Event]) -> tuple[EventItem, ...]:
    """Events as a list shows them."""
    return tuple(event_item(sheet, event) for event in events)


def person_item(sheet: Sheet, person: Person) -> PersonItem:
    """A person as a list shows them, with the first spelling in another language."""
    return PersonItem(
        sheet.link(person),
        seal(sheet.story.graph, person),
        native_spelling(sheet, person),
        voice_of(sheet.story.graph, person),
        person.summary,
        sheet.marks(person.cites),
    )


def native_spelling(sheet: Sheet, record: Named) -> Spelling | None:
    """The first spelling in another language than the site's."""
    language = sheet.story.settings.language
    for other in record.other_names:
        if other.lang and other.lang != language:
            return Spelling(other.name, other.lang, None, ())
    return None


def spellings(sheet: Sheet, record: Named) -> tuple[Spelling, ...]:
    """Every spelling of a name, and where it stands."""
    return tuple(
        Spelling(other.name, other.lang, other.note, sheet.marks(other.cites))
        for other in record.other_names
    )
