"""What a timeline says, in words: every event in order, or one for each place of a full one."""

from engine.drawing.lines import Line, headline
from engine.drawing.marks import spoken
from engine.drawing.tracks import Track, Tracks
from engine.drawing.unit_words import reach_in_words

TOLD = 40
"""If a track has more events, one is told for each place."""


def reach(tracks: Tracks) -> str:
    """From when to when the axis to scale reaches."""
    stage = tracks.stage
    return reach_in_words(stage.start, stage.end, tracks.words, tracks.graph.zone)


def description(tracks: Tracks, lines: tuple[Line, ...]) -> str:
    """All that the picture says: first what is to scale, then what is earlier and later."""
    drawn = [track for line in lines for track in line.tracks]
    strips = iter([track for track in drawn if not track.to_scale])
    main = _told(next(track for track in drawn if track.to_scale), tracks)
    said = [tracks.words["figure.timeline.on"].format(span=reach(tracks), events=main)]
    for side, events in (("earlier", tracks.stage.earlier), ("later", tracks.stage.later)):
        if events:
            template = tracks.words[f"figure.timeline.{side}_told"]
            said.append(template.format(events=_told(next(strips), tracks)))
    return " ".join(said)


def _told(track: Track, tracks: Tracks) -> str:
    graph, words = tracks.graph, tracks.words
    if sum(len(place.events) for place in track.places) <= TOLD:
        events = [event for place in track.places for event in place.events]
        return "; ".join(spoken(event, graph, words) for event in events)
    told = []
    for place in track.places:
        event, others = spoken(headline(place), graph, words), len(place.events) - 1
        more = words["figure.timeline.and_more"].format(event=event, n=others)
        told.append(more if others else event)
    return "; ".join(told)
