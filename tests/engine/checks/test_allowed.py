"""What ``allow`` silences, and what it never can."""

from hypothesis import given
from hypothesis import strategies as st

from engine.checks.allowed import heeded
from engine.diagnostics import Diagnostic, Place, Severity
from engine.documents import File, read_document
from engine.graph import Graph
from engine.records import decode_record
from engine.rules import RULES
from engine.settings import read_settings

NAMES = [rule.name for rule in RULES]
FAULTS = st.builds(
    Diagnostic,
    st.builds(Place, st.sampled_from(["content/people/jane-doe.md", "content/people/b.md"])),
    st.sampled_from(NAMES),
    st.just("wrong"),
    st.just(""),
    st.sampled_from(Severity),
)


def graph(allowed: list[str]) -> Graph:
    allow = "".join(f"  {name}: It is so.\n" for name in allowed)
    text = f"---\nname: Jane Doe\nsummary: x\nallow:\n{allow}---\n"
    file = File("content/people/jane-doe.md", text.encode())
    settings, _ = read_settings(File("site.yaml", b"title: a\ndescription: b\n"))
    return Graph(settings, (decode_record(read_document(file, "person")),))


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(FAULTS), st.booleans())
def test_only_warnings_of_the_record_itself_are_silenced(
    allowed: list[str], faults: list[Diagnostic], is_sound: bool
) -> None:
    kept = heeded(graph(allowed), faults, is_sound=is_sound)
    for fault in faults:
        is_allowed = fault.rule in allowed and fault.place.path == "content/people/jane-doe.md"
        assert (fault in kept) is not (is_allowed and fault.severity is Severity.WARNING)


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(FAULTS))
def test_every_silencing_is_needed_or_told(allowed: list[str], faults: list[Diagnostic]) -> None:
    kept = heeded(graph(allowed), faults, is_sound=True)
    needless = {
        fault.message for fault in kept if fault.rule == "needless-allow" and fault not in faults
    }
    for rule in RULES:
        if rule.name in allowed and rule.may_be_allowed:
            is_needed = any(
                fault.rule == rule.name
                and fault.severity is Severity.WARNING
                and fault.place.path == "content/people/jane-doe.md"
                for fault in faults
            )
            said = f"'{rule.name}' is allowed here, and nothing needs it"
            assert (said in needless) is not is_needed
