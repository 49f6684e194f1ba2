"""``rename``: every name of a record follows it, and nothing else changes by a byte."""

import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import build
from engine.arguments import parse
from engine.commands.answer import Asked
from engine.commands.rename import rename
from engine.documents import find_files, read_file
from engine.kinds import FOLDERS
from engine.kinds.page import SECTIONS
from tests.conftest import SITES, Builder, base_site, run, write_site

COUNCIL = SITES / "council"
RECORDS = sorted(
    (FOLDERS[folder], stem, file.path)
    for file in find_files(COUNCIL, FOLDERS)[0]
    for folder, _, stem in [file.path.removesuffix(".md").rpartition("/")]
)
FREE = [one for one in RECORDS if not (one[0] == "page" and one[1] in SECTIONS)]
JANE = "content/people/jane-doe.md"
EVENT = "content/events/2024-03-01-closed.md"


def sources(site: Path) -> dict[str, str]:
    """The site's own files."""
    paths = [*site.glob("content/**/*.md"), *site.glob("seeds/*.md"), site / "site.yaml"]
    return {path.relative_to(site).as_posix(): path.read_bytes().decode() for path in paths}


def without_aliases(files: dict[str, str]) -> dict[str, str]:
    return {name: re.sub(r"^aliases: .*\n", "", text, flags=re.M) for name, text in files.items()}


@pytest.mark.parametrize("record", FREE, ids="/".join)
def test_every_record_of_a_site_can_be_renamed(asked: Asked, record: tuple[str, str, str]) -> None:
    """It says itself whether the site would stay sound; here it is asked without writing."""
    kind, old, _ = record
    options = replace(asked.options, words=(kind, old, "quite-another"))
    answer = rename(replace(asked, options=options))
    assert answer.status == 0, answer.said
    for change in answer.changes:
        left = (change.after or b"").decode().replace(f"aliases: [{old}", "")
        assert not re.search(rf"(?<![\w-]){kind}/{old}(?![\w-])|/{old}\.md", left)


@pytest.fixture(scope="module")
def asked() -> Asked:
    options = parse([], COUNCIL)
    made = build.gather(options)
    return Asked(options, made, lambda: made, partial(read_file, COUNCIL), list)


@settings(max_examples=5)
@given(record=st.sampled_from(FREE))
def test_there_and_back_gives_a_sound_site_and_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, record: tuple[str, str, str]
) -> None:
    kind, old, path = record
    site = tmp_path_factory.mktemp("council") / "site"
    shutil.copytree(COUNCIL, site, ignore=shutil.ignore_patterns("_site", ".cache"))
    before = sources(site)
    assert run(site, "rename", kind, old, "quite-another").status == 0
    between = sources(site)
    moved = path.rpartition("/")[0] + "/quite-another.md"
    assert set(between) == {*before, moved} - {path}
    assert f"aliases: [{old}" in between[moved]
    assert run(site, "check", "--drafts").status == 0
    assert run(site, "rename", kind, "quite-another", old).status == 0
    assert without_aliases(sources(site)) == without_aliases(before)


def test_what_will_change_is_shown_and_a_dry_run_writes_nothing(build_site: Builder) -> None:
    files = base_site()
    files[EVENT] += "[Jane](../people/jane-doe.md#roles)\n"
    site = build_site(files).site
    before = sources(site)
    shown = run(site, "rename", "person", "jane-doe", "jane-roe", "--dry-run")
    assert shown.status == 0
    assert shown.printed == (
        f"{EVENT}:6: jane-doe → jane-roe\n"
        f"{EVENT}:12: ../people/jane-doe.md#roles → ../people/jane-roe.md#roles\n"
        "content/motions/close-bridge.md:13: jane-doe → jane-roe\n"
        f"{JANE}:7: → aliases: [jane-doe]\n"
        f"{JANE} → content/people/jane-roe.md\n"
        "Nothing was written: --dry-run.\n"
    )
    assert sources(site) == before
    done = run(site, "rename", "person", "jane-doe", "jane-roe")
    assert done.printed.splitlines()[:-1] == shown.printed.splitlines()[:-1]
    assert "cast/jane-doe.html" in run(site).files


FORMS = {
    "in quotation marks": ("people: [jane-doe]", "people: ['jane-doe', \"john-roe\"]"),
    "in a list of lines": ("people: [jane-doe]", "people:\n  - jane-doe"),
    "in a text like the target": (
        "The bridge had",
        "[../people/jane-doe.md](../people/jane-doe.md) and [again]( ../people/jane-doe.md ) had",
    ),
    "in a definition": (
        "The bridge had",
        "[Jane][j] and [her][j] had\n\n[j]: ../people/jane-doe.md\n\nX",
    ),
    "between angles": ("The bridge had", "[Jane](<../people/jane-doe.md>) had"),
    "with line ends of Windows": ("\n", "\r\n"),
    "after the same word": ("title: The", "title: jane-doe ../people/jane-doe.md The"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_found_however_it_is_written(build_site: Builder, form: str) -> None:
    files: dict[str, str] = base_site()
    files[EVENT] = files[EVENT].replace(*FORMS[form])
    site = build_site({name: text.encode() for name, text in files.items()}).site
    before = sources(site)
    assert run(site, "rename", "person", "jane-doe", "jane-roe").status == 0
    assert run(site, "check").status == 0
    kept = before[EVENT].count("\r\n"), len(before[EVENT])
    after = sources(site)[EVENT]
    assert (after.count("\r\n"), len(after)) == kept
    assert run(site, "rename", "person", "jane-roe", "jane-doe").status == 0
    assert sources(site)[EVENT] == before[EVENT]


ALIASES = {
    "": "aliases: [jane-doe]",
    "aliases:\n": "aliases: [jane-doe]",
    "aliases: []\n": "aliases: [jane-doe]",
    "aliases: [one, two]\n": "aliases: [jane-doe, one, two]",
    "aliases:\n  - one\n": "aliases:\n  - jane-doe\n  - one",
    "aliases: [one, jane-roe]\n": "aliases: [one, jane-doe]",
}


@pytest.mark.parametrize("given_", ALIASES)
def test_the_old_id_becomes_an_alias(build_site: Builder, given_: str) -> None:
    files = base_site()
    files[JANE] = files[JANE].replace("group:", f"{given_}group:")
    site = build_site(files).site
    assert run(site, "rename", "person", "jane-doe", "jane-roe").status == 0
    assert ALIASES[given_] in (site / "content/people/jane-roe.md").read_text("utf-8")
    assert run(site, "check").status == 0


def test_records_that_are_parts_of_a_page_are_found_by_their_fragments(
    build_site: Builder,
) -> None:
    files = base_site()
    files["content/pages/about.md"] = (
        "---\ntitle: About\n---\n[The vote](governance.md#motion-close-bridge).\n"
    )
    site = build_site(files).site
    assert run(site, "rename", "motion", "close-bridge", "shut-it").status == 0
    about = (site / "content/pages/about.md").read_text("utf-8")
    assert "(governance.md#motion-shut-it)" in about
    assert run(site, "check").status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("persn jane-doe x", "there is no kind 'persn'; did you mean 'person'?"),
        ("person jane-do x", "there is no person 'jane-do'; did you mean 'jane-doe'?"),
        ("person jane-doe X", "'X' cannot be an id"),
        ("person jane-doe ann-poe", "'ann-poe' is taken: content/people/ann-poe.md"),
        ("person jane-doe jane-doe", "'jane-doe' is taken"),
        ("page about index", "'index' is the name of a page that the engine makes"),
        ("page about 404", "would be at fault: '404.html' is also the address of"),
        ("person jane-doe old-john", "'cast/old-john.html' is also the address of"),
    ],
)
def test_what_cannot_be_renamed_is_said_and_stays(
    build_site: Builder, words: str, said: str
) -> None:
    files = base_site()
    files["content/pages/about.md"] = "---\ntitle: About\n---\nWords.\n"
    john = "content/people/john-roe.md"
    files[john] = files[john].replace("group:", "aliases: [old-john]\ngroup:")
    site = build_site(files).site
    before = sources(site)
    refused = run(site, "rename", *words.split())
    assert refused.status == 2
    assert said in refused.said
    assert sources(site) == before


def test_a_site_at_fault_is_mended_first(build_site: Builder) -> None:
    files = base_site()
    files[EVENT] = files[EVENT].replace("date:", "dat:")
    site = build_site(files).site
    refused = run(site, "rename", "person", "jane-doe", "jane-roe")
    assert (refused.status, "mend what build.py check tells" in refused.said) == (2, True)


def test_a_name_that_cannot_be_told_from_another_text_is_left_alone(build_site: Builder) -> None:
    """The link in code comes first and reads the same: it must not be taken for the real one."""
    files = base_site()
    files[EVENT] += "`[Jane](../people/jane-doe.md)` makes [Jane](../people/jane-doe.md)\n"
    site = build_site(files).site
    before = sources(site)
    refused = run(site, "rename", "person", "jane-doe", "jane-roe")
    assert refused.status == 2
    assert "Nothing was changed" in refused.said
    assert sources(site) == before


def test_a_draft_is_renamed_and_what_it_names_follows(build_site: Builder) -> None:
    files = base_site()
    files["content/events/later.md"] = (
        "---\ntitle: Later\nsummary: x\ndate: 2025\nstatus: rumour\ndraft: true\n"
        "people: [jane-doe]\n---\n[Jane](../people/jane-doe.md)\n"
    )
    site = build_site(files).site
    assert run(site, "rename", "person", "jane-doe", "jane-roe").status == 0
    assert run(site, "rename", "event", "later", "much-later").status == 0
    later = (site / "content/events/much-later.md").read_text("utf-8")
    assert later.count("jane-roe") == 2
    assert run(site, "check", "--drafts").status == 0


def test_a_site_without_records_has_none_to_rename(tmp_path: Path) -> None:
    write_site(tmp_path, {"site.yaml": "title: x\ndescription: y\n"})
    refused = run(tmp_path, "rename", "person", "a", "b")
    assert (refused.status, "there is no person 'a'" in refused.said) == (2, True)
