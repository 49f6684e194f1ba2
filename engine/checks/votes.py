"""Votes, counts, seats, requirement and result agree; nobody votes without a seat."""

from collections import Counter
from collections.abc import Iterator

from engine.dates import Held
from engine.diagnostics import Diagnostic, Severity
from engine.graph import Graph, terms_at
from engine.kinds.motion import Counts, Motion
from engine.kinds.organization import Organization
from engine.kinds.person import Person
from engine.links import Addresses

OPTIONS = ("yes", "no", "abstain", "absent")


def check_votes(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """The numbers of each motion agree; what follows from a wrong count is not told."""
    for motion in graph.all(Motion):
        faults = [*_seats(graph, motion), *_counts(motion), *_twice(motion)]
        yield from faults or _result(motion)


def _tally(motion: Motion) -> Counter[str]:
    return Counter(vote.option for vote in motion.votes)


def _counted(counts: Counts) -> dict[str, int]:
    return {option: getattr(counts, option) for option in OPTIONS}


def _seats(graph: Graph, motion: Motion) -> Iterator[Diagnostic]:
    body = graph.find(Organization, motion.organization.id)
    seats = sum(post.seats or 0 for post in body.posts) if body else 0
    if 0 < seats < motion.seats:
        message = f"{motion.seats} seats voted, but '{motion.organization.id}' has {seats}"
        yield Diagnostic(motion.where("seats"), "wrong-count", message, "which is right?")
    if motion.needed > motion.seats:
        message = f"{motion.needed} votes are required of {motion.seats} seats"
        yield Diagnostic(motion.where("requirement"), "wrong-count", message, "which is right?")
    if len(motion.votes) > motion.seats:
        message = f"{len(motion.votes)} votes are listed for {motion.seats} seats"
        yield Diagnostic(motion.where("votes"), "wrong-count", message, "who could not vote?")


def _counts(motion: Motion) -> Iterator[Diagnostic]:
    if motion.counts is None:
        return
    counts, listed, where = _counted(motion.counts), _tally(motion), motion.counts.where
    total = sum(counts.values())
    if total > motion.seats:
        message = f"the counts add up to {total}, more than the {motion.seats} seats"
        yield Diagnostic(where.start, "wrong-count", message, "correct the counts or the seats")
        return
    full = len(motion.votes) == motion.seats and not listed["unknown"]
    for option in OPTIONS:
        if listed[option] > counts[option] or (full and listed[option] < counts[option]):
            message = f"{listed[option]} listed as '{option}', but the count is {counts[option]}"
            place = where(option) if option in where.mapping else where.start
            yield Diagnostic(place, "wrong-count", message, "correct the count or the votes")


def _twice(motion: Motion) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for vote in motion.votes:
        if vote.voter.id in seen:
            message = f"'{vote.voter.id}' is listed twice"
            yield Diagnostic(vote.voter.place, "wrong-count", message, "keep one of the votes")
        seen.add(vote.voter.id)


def _result(motion: Motion) -> Iterator[Diagnostic]:
    listed = _tally(motion)
    full = len(motion.votes) == motion.seats and not listed["unknown"]
    if motion.counts is None and not full:
        return
    yes = motion.counts.yes if motion.counts else listed["yes"]
    follows = "pass" if yes >= motion.needed else "fail"
    if motion.result != follows:
        message = (
            f"the result is '{motion.result}', but {yes} votes in favour "
            f"with {motion.needed} needed give '{follows}'"
        )
        place = motion.where("result")
        yield Diagnostic(place, "wrong-result", message, f"write '{follows}', or mend the counts")


def check_voters(graph: Graph, addresses: Addresses) -> Iterator[Diagnostic]:
    """Nobody votes who certainly held no seat that day."""
    for motion in graph.all(Motion):
        body = graph.find(Organization, motion.organization.id)
        if body is None:
            continue
        for vote in motion.votes:
            person = graph.find(Person, vote.voter.id)
            if person is None:
                continue
            terms = terms_at(body, person)
            held = {graph.held(term, motion.date) for term in terms}
            posts = {post.id for post in body.posts}
            misplaced = [m for m in person.memberships if m.post and m.post not in posts]
            if not held and not misplaced:
                message = f"'{person.id}' votes but has no membership of '{body.id}'"
                hint = f"add one to {person.path}"
                warning = Severity.WARNING
                yield Diagnostic(vote.voter.place, "voter-without-seat", message, hint, warning)
            elif held == {Held.NO}:
                message = f"'{person.id}' held no seat of '{body.id}' on {motion.date.text}"
                hint = f"see 'memberships' in {person.path}"
                yield Diagnostic(vote.voter.place, "voter-without-seat", message, hint)
