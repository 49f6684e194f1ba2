"""The documentation says what the code does: the field lists are made from the types."""

import inspect
import re
import shlex
from pathlib import Path

import pytest

import build
from engine.described import described, in_words
from engine.fields import Part
from engine.kinds import KINDS
from engine.kinds.page import SECTIONS
from engine.kinds.record import Record
from engine.rules import GROUPS
from engine.rules import in_words as gravity
from engine.rules.rule import Rule
from engine.settings import Settings
from tests.conftest import CASES, Builder, base_site, read_case

DOCS = build.HERE / "docs"
MARK = "<!-- made by tests/test_docs.py from the types: build.py test --update -->"


def test_content_types_are_documented_as_they_are(request: pytest.FixtureRequest) -> None:
    is_as_made("content-types.md", MARK, fields_in_words(), request)


def is_as_made(name: str, mark: str, made: str, request: pytest.FixtureRequest) -> None:
    """A document ends, below a mark, in what was made for it; ``--update`` writes it anew."""
    path = DOCS / name
    text = f"{path.read_text('utf-8').partition(mark)[0]}{mark}\n\n{made}"
    if request.config.getoption("--update"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


RULES_MARK = "<!-- made by tests/test_docs.py from engine/rules and tests/cases: --update -->"


def test_diagnostics_are_documented_as_they_are_told(request: pytest.FixtureRequest) -> None:
    """Every example is what a case expects, and each case is built: the build really says it."""
    is_as_made("diagnostics.md", RULES_MARK, rules_in_words(), request)


def rules_in_words() -> str:
    rows = []
    for title, rules in GROUPS.items():
        rows.append(f"## {title}\n")
        for rule in rules:
            allowed = " It can be allowed." if rule.may_be_allowed else ""
            case, told = example(rule)
            rows += [
                f"### {rule.name}\n",
                f"{rule.means}\n{rule.mend}\n{gravity(rule).capitalize()}.{allowed}\n",
                f"```text\n{told}```\n",
                f"Case: [{case}](../tests/cases/{case}.txt)\n",
            ]
    return "\n".join(rows)


def example(rule: Rule) -> tuple[str, str]:
    """The case that shows a rule, the one of its name first, and what is said there."""
    cases = sorted(CASES.glob("*.txt"), key=lambda path: (path.stem != rule.name, path.stem))
    for path in cases:
        for told in re.split(r"^(?=\S)", read_case(path).get("diagnostics", ""), flags=re.M):
            if told.partition("\n")[0].endswith(f" [{rule.name}]"):
                return path.stem, told
    raise AssertionError(f"no case tells of {rule.name}")


TEMPLATES = build.HERE / "templates"
BLOCK_TAG = re.compile(r"{% block (\w+) %}")
TEMPLATES_MARK = "<!-- made by tests/test_docs.py from the templates: build.py test --update -->"


def test_templates_are_documented_by_what_they_say_of_themselves(
    request: pytest.FixtureRequest,
) -> None:
    path = DOCS / "templates.md"
    text = path.read_text("utf-8").partition(TEMPLATES_MARK)[0] + TEMPLATES_MARK + "\n\n"
    text += "| template | is | macros |\n|---|---|---|\n" + "".join(template_rows())
    if request.config.getoption("--update"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def template_rows() -> list[str]:
    rows = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        source = path.read_text("utf-8")
        said = re.match(r"{# (.*?) #}\n", source)
        assert said, f"{path} does not say what it is"
        macros = ", ".join(f"`{name}`" for name in re.findall(r"{% macro (\w+)", source))
        rows.append(f"| `{path.relative_to(TEMPLATES).as_posix()}` | {said[1]} | {macros} |\n")
    return rows


def test_every_block_is_documented_with_the_templates_that_have_it() -> None:
    told = {}
    for row in re.findall(r"^\| `(\w+)` \| (.*?) \|", (DOCS / "templates.md").read_text(), re.M):
        told[row[0]] = set(re.findall(r"`([\w/.-]+)`", row[1]))
    found: dict[str, set[str]] = {}
    for path in TEMPLATES.rglob("*.html"):
        for name in BLOCK_TAG.findall(path.read_text("utf-8")):
            found.setdefault(name, set()).add(path.relative_to(TEMPLATES).as_posix())
    pages = {one for one in found["main"] if one.startswith("pages/")}
    bare = {"pages/alias.html", "pages/card.html", "pages/icon.html"}  # no pages for a reader
    assert pages == {f"pages/{path.name}" for path in TEMPLATES.glob("pages/*.html")} - bare
    found["main"] -= pages
    assert told == found


def test_a_block_of_ours_is_changed_as_the_document_says(build_site: Builder) -> None:
    written = re.findall(
        r"^```jinja (\S+)\n(.*?)^```", (DOCS / "templates.md").read_text(), re.M | re.S
    )
    person = (
        '{% extends "engine/pages/person.html" %}{% block main %}{{ super() }}<hr>{% endblock %}'
    )
    over = {**dict(written), "templates/pages/person.html": person}
    files = build_site(
        {**base_site(), **over, "static/css/tokens.css": ":root{}"}, "--strict"
    ).files
    word = '<p class="wrap">A word of ours above the foot.</p>'
    pages = [text for name, text in files.items() if name.endswith(".html")]
    assert all(word in text and "<footer" in text for text in pages)
    assert [name for name, text in files.items() if "<hr>" in text] == [
        "cast/ann-poe.html",
        "cast/jane-doe.html",
        "cast/john-roe.html",
        "print.html",
    ]
    assert "@layer tokens {\n:root{}\n}" in files["static/site.css"]


EXAMPLES = {
    "event": "content/events/boiler-patched.md",
    "person": "content/people/hester-bloor.md",
    "organization": "content/organizations/baths-trust.md",
    "motion": "content/motions/sell-freehold.md",
    "explanation": "content/explanations/county-money.md",
    "evidence": "content/evidence/two-counts.md",
    "correction": "content/corrections/p08-marjorie.md",
    "source": "content/sources/tapsell-letter.md",
    "term": "content/terms/lease.md",
    "change": "content/changes/letter-added.md",
    "page": "content/pages/how-dates-are-read.md",
}
"""A file of each kind from the site on another subject, which every run of the tests builds."""


def fields_in_words() -> str:
    parts: dict[str, type[Part]] = {}
    rows = ["## site.yaml\n", table(Settings, parts, set())]
    shared = set(Record.model_fields)
    rows += ["## Every record\n", table(Record, parts, set())]
    for kind in KINDS:
        folders = " or ".join(f"`{folder}/`" for folder in kind.folders)
        rows.append(f"## {kind.kind}\n")
        rows.append(f"{kind.__doc__}\nIn {folders}, published at `{kind.address}`.\n")
        own = {name for name in shared if not kind.model_fields[name].is_required()}
        rows += [table(kind, parts, own), sample(kind)]
    rows.append("## Sections of the pages that the engine makes\n")
    rows += [
        f"- `{name}`: " + ", ".join(f"`{id_}`" for id_ in ids) for name, ids in SECTIONS.items()
    ]
    rows.append("\nThe ids of eras are sections of `timeline` and of `known` too,")
    rows.append("those of groups of `cast`.\n")
    done: set[str] = set()
    rows.append("## Parts\n")
    while set(parts) - done:
        name = sorted(set(parts) - done)[0]
        done.add(name)
        about = inspect.getdoc(parts[name])
        rows += [f"### {name}\n", f"{about}\n", table(parts[name], parts, set())]
    return "\n".join(rows)


def table(model: type[Part], parts: dict[str, type[Part]], without: set[str]) -> str:
    def linked(part: type[Part]) -> str:
        parts[part.__name__] = part
        return f"[{part.__name__}](#{part.__name__.lower()})"

    rows = ["| field | holds | |", "|---|---|---|"]
    for field in described(model):
        if field.name not in without:
            star = "\\*" if field.is_required else ""
            holds = in_words(field.type, linked)
            rows.append(f"| `{field.name}`{star} | {holds} | {field.told} |")
    return "\n".join(rows) + "\n"


def sample(kind: type[Record]) -> str:
    path = f"tests/sites/council/{EXAMPLES[kind.kind]}"
    text = (build.HERE / path).read_text("utf-8")
    fence = "`" * 4 if "```" in text else "```"
    return f"[An example](../{path}):\n\n{fence}markdown\n{text}{fence}\n"


def test_the_examples_are_published(other_story: Path) -> None:
    """Strictly built, so none of them is a draft or at fault."""
    for kind in KINDS:
        url, _, part = kind.address.format(id=Path(EXAMPLES[kind.kind]).stem).partition("#")
        page = (other_story / url).read_text("utf-8")
        assert f'id="{part}"' in page or not part


def test_every_file_that_the_documents_name_is_there() -> None:
    for path in [*build.HERE.glob("*.md"), *DOCS.rglob("*.md")]:
        text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.M | re.S)
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name} → {target}"


def test_no_document_names_a_machine() -> None:
    for path in [*build.HERE.glob("*.md"), *DOCS.rglob("*.md"), build.HERE / "requirements.txt"]:
        text = path.read_text("utf-8")
        assert "/home/" not in text
        assert "/root/" not in text
        assert "/tmp/" not in text


def test_the_readme_is_short() -> None:
    assert len(Path(build.HERE / "README.md").read_text("utf-8").split()) <= 450


BLOCK = re.compile(r"^```(console|yaml|markdown)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


def test_the_tutorial_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its files are written and its commands given, in the order of the text."""
    monkeypatch.chdir(tmp_path)
    walk("tutorial.md", capsys)
    assert (tmp_path / "my-story/_site/cast/joan-reed.html").is_file()
    assert (tmp_path / "my-story/_site/cast/jo-reed.html").is_file()


def test_the_way_to_an_own_story_is_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    walk("your-own-story.md", capsys)
    assert (
        tmp_path / "my-story/_site/timeline/2024-04-12-the-school-offers-its-field.html"
    ).is_file()
    assert not (tmp_path / "my-story/_site/timeline/2024-03-flood.html").exists()


def walk(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Do all that a document says, in its order, from the folder where one stands."""
    blocks = BLOCK.findall((DOCS / name).read_text("utf-8"))
    assert [language for language, path, _ in blocks].count("console") >= 4
    for language, path, text in blocks:
        if language == "console":
            for command in re.split(r"^\$ ", text, flags=re.M)[1:]:
                follow(command, capsys)
        else:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, "utf-8")


def follow(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Give a command; each line that the tutorial shows below it is said."""
    line, _, shown = command.partition("\n")
    python, script, *words = shlex.split(line)
    if python == "rm":
        Path(script).unlink()
        return
    assert (python, script) == ("python3", "build.py")
    if not words:
        return  # the story of the clone, which other tests build
    assert "my-story" in words
    status = build.main(words)
    told = capsys.readouterr()
    said = (told.out + told.err).splitlines()
    for row in shown.splitlines():
        pattern = re.escape(row).replace("…", ".*") if "pages in" in row else re.escape(row)
        assert any(re.fullmatch(pattern, one) for one in said), (line, row, said)
    assert (status != 0) == ("errors" in shown), (line, said)
