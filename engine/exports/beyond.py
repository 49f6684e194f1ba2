"""What data/site.json says beyond Popolo: statuses, doubt and passages, explanations and sources.

Knows our own names for things; which of them Popolo has, ``popolo`` knows.
"""

from collections.abc import Iterable, Mapping

from engine.dates import Bound, Open
from engine.exports.traces import Object, given, page_of, traces
from engine.kinds.correction import Correction
from engine.kinds.evidence import Evidence
from engine.kinds.explanation import Explanation, Proponent
from engine.kinds.record import Named, Record, Status
from engine.kinds.source import Passage, Source
from engine.markdown import Citation
from engine.views.story import Story


def beyond(story: Story) -> Object:
    """The lists that Popolo does not know, each with our names."""
    graph = story.graph
    return {
        "explanations": [_explanation(story, one) for one in graph.all(Explanation)],
        "evidence": [
            ours(story, one, {"id": one.id, "title": one.title, "bears_on": dict(one.bears_on)})
            for one in graph.all(Evidence)
        ],
        "corrections": [_correction(story, one) for one in graph.all(Correction)],
        "sources": [_source(story, one) for one in graph.all(Source)],
    }


def ours(story: Story, record: Record, more: Mapping[str, object]) -> Object:
    """What every record may carry and Popolo has no name for."""
    shared = {
        "page": page_of(story, record),
        "disputed": record.disputed,
        "attribution": record.attribution,
    }
    return said(record.status, record.cites, {**more, **shared})


def said(status: Status | None, cites: Iterable[Citation], more: Mapping[str, object]) -> Object:
    """Something with its status and its passages, as an author cites them."""
    written = [f"{c.source}#{c.passage}" if c.passage else c.source for c in cites]
    return given({**more, "status": status and status.value, "cites": written})


def in_text(bound: Bound) -> str | None:
    """A bound as an author writes it: left out is not known, ``..`` is open."""
    if isinstance(bound, Open):
        return str(bound.value)
    return bound.text if bound else None


def other_names(record: Named) -> list[Object]:
    """The other spellings of a name; which language each is in, Popolo does not ask."""
    return [
        given({"name": other.name, "note": other.note, "explainer": given({"lang": other.lang})})
        for other in record.other_names
    ]


def sources(story: Story, citations: Iterable[Citation]) -> list[Object]:
    """Links as Popolo has them: where the source can be read, else what this site says of it."""
    found = traces(story, citations)
    return [{"url": trace.outside or trace.page, "note": trace.words} for trace in found]


def _explanation(story: Story, one: Explanation) -> Object:
    verdict = one.verdict and {"title": one.verdict.title, "text": one.verdict.text}
    more = {
        "id": one.id,
        "title": one.title,
        "summary": one.summary,
        "proponents": [_proponent(proponent) for proponent in one.proponents],
        "missing": one.missing,
        "settled_by": one.settled_by,
        "verdict": verdict,
    }
    return ours(story, one, more)


def _proponent(one: Proponent) -> Object:
    named = {
        "person": one.person and one.person.id,
        "organization": one.organization and one.organization.id,
        "source": one.source and one.source.id,
        "words": one.words,
    }
    return said(one.status, one.cites, named)


def _correction(story: Story, one: Correction) -> Object:
    more = {
        "id": one.id,
        "title": one.title,
        "source": one.source.id,
        "passages": list(one.passages),
        "claim": one.claim,
        "finding": one.finding,
        "verdict": one.verdict,
        "certainty": one.certainty,
        "about": list(one.about),
    }
    return ours(story, one, more)


def _source(story: Story, one: Source) -> Object:
    more = {
        "id": one.id,
        "title": one.title,
        "author": one.author,
        "publisher": one.publisher,
        "url": one.url,
        "archive_url": one.archive_url,
        "date": one.date and one.date.text,
        "accessed": one.accessed and one.accessed.text,
        "language": one.language,
        "type": one.type,
        "anonymous": one.anonymous or None,
        "repeats": one.repeats and one.repeats.id,
        "sha256": one.sha256,
        "passages": [_passage(passage) for passage in one.passages],
    }
    return ours(story, one, more)


def _passage(one: Passage) -> Object:
    return given(
        {
            "id": one.id,
            "gist": one.gist,
            "kind": [kind.value for kind in one.kind],
            "duplicate_of": one.duplicate_of,
        }
    )
