"""``new``: a draft that leaves the site sound, and says what is still to be written."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.commands.edits import scalar
from engine.commands.new import LONGEST, made_id
from engine.dates import DateFault, parse
from engine.documents import File, read_document
from engine.kinds import KINDS
from engine.kinds.event import Event
from engine.kinds.person import Person
from engine.kinds.record import Record
from engine.nodes import read_mapping
from engine.prose import ID
from tests.conftest import Builder, base_site, run

NAMES = [kind.kind for kind in KINDS]
WHOLE = {
    **base_site(),
    "content/explanations/age.md": "---\ntitle: Age\nsummary: It was old.\nrank: 1\n---\n",
}


def written(site: Path) -> dict[str, str]:
    """The content files that are not of the site as it was."""
    found = [*site.glob("content/**/*.md"), *site.glob("seeds/*.md")]
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}
    return {name: text for name, text in texts.items() if name not in WHOLE}


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_of_any_kind_leaves_the_site_sound(build_site: Builder, name: str) -> None:
    before = build_site(WHOLE)
    made = run(before.site, "new", name, "Une idée: “new”")
    assert made.status == 0
    ((path, text),) = written(before.site).items()
    assert path.endswith("/une-idee-new.md")
    assert path in made.printed
    assert text.startswith(f"---\n# yaml-language-server: $schema=../../schemas/{name}.json\n")
    after = run(before.site, "--strict")
    assert (after.status, after.files) == (0, before.files)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_each_place_to_be_written_is_told_with_drafts(
    build_site: Builder, kind: type[Record]
) -> None:
    site = build_site(WHOLE).site
    run(site, "new", kind.kind, "A draft")
    ((path, text),) = written(site).items()
    rows = text.splitlines()
    marked = {f"{path}:{n}" for n, row in enumerate(rows, 1) if "<TODO" in row}
    said = run(site, "--drafts").said
    assert set(re.findall(r"^(\S+\.md:\d+):\d+: warning: .*\[unwritten\]$", said, re.M)) == marked
    keys = {row.partition(":")[0] for row in rows if "<TODO" in row} - {"<TODO"}
    required = {n for n, field in kind.model_fields.items() if field.is_required()}
    must = required - {"where", "id", "path", "body", "title", "name"}
    assert keys == must | ({"cites"} if kind.must_cite else set())


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_every_field_is_named_and_those_in_comments_may_be_uncommented(
    build_site: Builder, kind: type[Record]
) -> None:
    site = build_site(WHOLE).site
    run(site, "new", kind.kind, "A draft")
    ((path, text),) = written(site).items()
    opened = re.sub(r"^# (\w+:)  ", r"\1  ", text, flags=re.M)
    front = read_document(File(path, opened.encode()), kind.kind).front
    assert front is not None
    fields = {field.alias or name for name, field in kind.model_fields.items()}
    assert set(front.names) == {name for name in fields if not name.startswith(" ")}
    (site / path).write_text(opened, "utf-8")
    assert run(site).status == 0


def test_a_mark_that_is_left_is_an_error_once_the_draft_is_published(build_site: Builder) -> None:
    site = build_site(WHOLE).site
    run(site, "new", "term", "Deck")
    path = site / "content/terms/deck.md"
    path.write_text(path.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    built = run(site)
    assert built.status == 1
    assert built.said.count("error: this is still to be written [unwritten]") == 2


def test_an_event_begins_with_its_day(build_site: Builder) -> None:
    site = build_site(WHOLE).site
    run(site, "new", "--date", "2024-03-02T10:30~", "event", "The vote")
    text = (site / "content/events/2024-03-02-the-vote.md").read_text("utf-8")
    assert "\ndate: 2024-03-02T10:30~\n" in text


def test_nothing_is_overwritten(build_site: Builder) -> None:
    site = build_site(WHOLE).site
    again = run(site, "new", "person", "Jane Doe")
    assert again.status == 2
    assert "content/people/jane-doe.md is already there" in again.said
    seed = run(site, "new", "source", "Report")
    assert (seed.status, "seeds/report.md is already there" in seed.said) == (2, True)
    assert written(site) == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("evnt", "x"), "there is no kind 'evnt'; did you mean 'event'?"),
        (("event", "x", "--date", "17.11.2023"), "did you mean 2023-11-17?"),
        (("person", "x", "--date", "2023"), "'person' has no field 'date'"),
        (("person", "太郎"), "'太郎' makes no id; write one with --id"),
        (("person", "x", "--id", "X_y"), "'X_y' makes no id; write one with --id"),
        (("person", ""), "makes no id"),
        (("person", "a\u200bb"), "a character that cannot be seen"),
    ],
)
def test_what_cannot_be_made_is_said(build_site: Builder, words: list[str], said: str) -> None:
    built = build_site(WHOLE)
    refused = run(built.site, "new", *words)
    assert refused.status == 2
    assert said in refused.said
    assert written(built.site) == {}


def test_a_word_that_an_editor_guesses_at_is_quoted() -> None:
    assert [scalar(text) for text in ("No", "true", "Not")] == ["'No'", "'true'", "Not"]


def test_an_id_can_be_given(build_site: Builder) -> None:
    site = build_site(WHOLE).site
    assert run(site, "new", "person", "太郎", "--id", "taro").status == 0
    assert "\nname: 太郎\n" in written(site)["content/people/taro.md"]


def test_a_record_that_must_name_another_waits_for_it(build_site: Builder) -> None:
    site = build_site({"site.yaml": WHOLE["site.yaml"]}).site
    refused = run(site, "new", "motion", "To close")
    assert refused.status == 2
    assert 'build.py new organization "…"' in refused.said


def test_the_first_record_of_a_site_is_made_like_any_other(build_site: Builder) -> None:
    site = build_site({"site.yaml": WHOLE["site.yaml"]}).site
    assert run(site, "new", "event", "It begins").status == 0
    assert run(site).status == 0


def test_a_date_of_the_wrong_form_is_told_as_everywhere() -> None:
    with pytest.raises(DateFault, match="is a date in another form"):
        parse("17.11.2023")


@given(st.text(max_size=90), st.sampled_from(["2023", "2023-11", "2023-11-17", "20XX", None]))
def test_an_id_is_well_formed_or_not_made_at_all(title: str, date: str | None) -> None:
    for kind in (Event, Person):
        id_ = made_id(kind, title, date)
        assert re.fullmatch(f"({ID})?", id_)
        assert len(id_) <= LONGEST + len("2023-11-17-")


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1
    )
)
def test_a_title_is_read_as_it_was_given(title: str) -> None:
    plain = " ".join(title.split())
    if plain:
        parsed = read_mapping(f"title: {scalar(plain)}\n", "x.md")
        assert parsed.mapping == {"title": plain}
