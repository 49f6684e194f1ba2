"""The command line: what each command does, says and returns."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import build
from engine.arguments import COMMANDS
from tests.conftest import Builder, base_site, run, write_site

EVENT = "content/events/2024-03-01-closed.md"


def broken() -> dict[str, str]:
    files = base_site()
    files[EVENT] = files[EVENT].replace("jane-doe", "jane-do")
    return files


def test_a_sound_site_is_built_and_summed_up(build_site: Builder) -> None:
    built = build_site(base_site())
    assert built.status == 0
    assert "15 pages in" in built.said
    assert {"index.html", "timeline.html", "404.html", "static/site.css"} <= set(built.files)


def test_a_second_run_writes_nothing(build_site: Builder) -> None:
    first = build_site(base_site())
    again = run(first.site)
    assert "0 files written" in again.said
    assert again.files == first.files


def test_a_fault_leaves_the_last_good_site(build_site: Builder) -> None:
    good = build_site(base_site())
    bad = build_site(broken())
    assert bad.status == 1
    assert "1 error, 0 warnings; nothing was written" in bad.said
    assert bad.files == good.files


def test_a_page_whose_record_is_gone_goes_too(build_site: Builder) -> None:
    built = build_site(base_site())
    (built.site / EVENT).unlink()
    text = (built.site / "content/motions/close-bridge.md").read_text()
    (built.site / "content/motions/close-bridge.md").write_text(
        text.replace("cites: [report#p2]", "cites: [report#p1, report#p2, report#p3]")
    )
    again = run(built.site)
    assert again.status == 0
    assert not [name for name in again.files if name.startswith("timeline")]
    assert "timeline" not in again.files["index.html"]


def test_json_has_one_object_a_line_and_nothing_else(build_site: Builder) -> None:
    built = build_site(broken(), "--format", "json")
    (row,) = [json.loads(line) for line in built.printed.splitlines()]
    assert row == {
        "path": EVENT,
        "line": 6,
        "column": 10,
        "severity": "error",
        "rule": "unknown-reference",
        "message": "no person is called 'jane-do'",
        "hint": "did you mean 'jane-doe'? (content/people/jane-doe.md)",
    }


def test_github_gets_an_annotation(build_site: Builder) -> None:
    built = build_site(broken(), "--format=github")
    assert built.printed.startswith(f"::error file={EVENT},line=6,col=10,title=unknown-reference::")


def test_github_itself_gets_it_by_its_place_in_the_repository(
    build_site: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = build_site(broken()).site
    monkeypatch.setenv("GITHUB_WORKSPACE", str(site.parent))
    assert run(site, "--format=github").printed.startswith(f"::error file=site/{EVENT},line=6,")


def test_strict_makes_a_warning_fail(build_site: Builder) -> None:
    files = base_site()
    files["content/people/ann-poe.md"] = "---\nname: Ann Poe\nsummary: Sits there.\n---\n"
    assert build_site(files).status == 0
    strict = build_site(files, "--strict")
    assert (strict.status, "0 errors, 1 warning" in strict.said) == (1, True)


def test_options_stand_before_or_after_the_word(build_site: Builder) -> None:
    site = build_site(base_site()).site
    assert build.main(["--quiet", "--site", str(site), "check"]) == 0
    assert build.main(["check", "--site", str(site), "--quiet"]) == 0


def test_check_writes_nothing(build_site: Builder) -> None:
    sound = base_site()
    built = build_site(sound, "check")
    assert (built.status, built.files) == (0, {})
    files = {p.relative_to(built.site).as_posix() for p in built.site.rglob("*") if p.is_file()}
    assert {name for name in files if not name.startswith(".cache")} == set(sound)


def test_clean_removes_what_builds_wrote(build_site: Builder) -> None:
    built = build_site(base_site())
    assert run(built.site, "clean").files == {}
    assert not (built.site / "_site").exists()
    assert not (built.site / ".cache").exists()


def test_drafts_are_published_only_when_asked(build_site: Builder) -> None:
    files = base_site()
    files["content/events/later.md"] = (
        "---\ntitle: Later\nsummary: Not yet.\ndate: 2024-04\nstatus: rumour\ndraft: true\n---\n"
    )
    assert "timeline/later.html" not in build_site(files).files
    assert "timeline/later.html" in build_site(files, "--drafts").files


def test_out_is_relative_to_where_the_command_is_given(
    build_site: Builder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site = build_site(base_site()).site
    here = tmp_path / "somewhere"
    here.mkdir()
    monkeypatch.chdir(here)
    assert build.main(["--site", str(site), "--out", "public", "--quiet"]) == 0
    assert (here / "public" / "index.html").is_file()


def test_an_output_folder_that_is_not_ours_is_refused(
    build_site: Builder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    site = build_site(base_site()).site
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "cat.jpg").write_bytes(b"miaow")
    assert build.main(["--site", str(site), "--out", str(photos)]) == 2
    assert "not ours" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("bulid", "there is no command 'bulid'; did you mean 'build'?"),
        ("--drats", "there is no option '--drats'; did you mean '--drafts'?"),
        ("--draft", "there is no option '--draft'; did you mean '--drafts'?"),
        ("build x", "'build' stands alone, and 'x' follows it; build.py --help lists them"),
        ("show", "'show' is asked for like this: build.py show RECORD"),
        ("new event The board meets",
         "'new' is asked for like this: build.py new KIND TITLE"
         " (several words in one place go between quotes)"),
        ("--dry-run", "--dry-run goes with 'rename' alone"),
        ("rename --date 2024 a b c", "--date goes with 'new' alone"),
        ("build --source x", "--source goes with 'check' alone"),
    ],
)  # fmt: skip
def test_wrong_use_is_2_and_one_sentence(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build.main(words.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"build.py: {sentence}\n"


def test_a_site_that_is_not_there_is_wrong_use() -> None:
    assert build.main(["--site", "/nowhere/at/all"]) == 2


def test_help_has_a_line_for_each_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build.main(["--help"])
    assert ended.value.code == 0
    listed = capsys.readouterr().out.partition("commands:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines()] == [
        *(command.name for command in COMMANDS),
        "test",
    ]


def test_base_url_makes_absolute_only_what_must_be(build_site: Builder) -> None:
    built = build_site(base_site(), "--base-url", "https://example.org/story")
    assert 'href="/story/static/site.css"' in built.files["404.html"]
    assert 'rel="canonical" href="https://example.org/story/cast.html"' in built.files["cast.html"]
    assert "<loc>https://example.org/story/cast/jane-doe.html</loc>" in built.files["sitemap.xml"]
    assert "Sitemap: https://example.org/story/sitemap.xml" in built.files["robots.txt"]
    links = built.files["cast.html"].replace('rel="canonical" href="https://', "")
    assert 'href="https://example.org' not in links
    assert '="https://example.org' not in links.partition("</head>")[2]
    assert "https://example.org/story/cast.html</a></p></details>" in links, "what is to be cited"


def test_an_address_of_a_template_that_cannot_be_read_is_told(build_site: Builder) -> None:
    template = (
        '{% extends "engine/pages/cast.html" %}'
        '{% block main %}<a href="http://[x">x</a>{{ super() }}{% endblock %}'
    )
    built = build_site({**base_site(), "templates/pages/cast.html": template})
    assert built.status == 0
    assert "'http://[x' leads nowhere [broken-link]" in run(built.site, "check").said


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "example.com/x", "ftp://x", "https://x y/", "http://[x",
     "https://x/?a", "https://x/#a"],
)  # fmt: skip
def test_a_base_url_that_is_none_is_refused_in_one_sentence(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build.main(["--base-url", url])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(f"build.py: argument --base-url: '{url}' is not ")
    assert said.count("\n") == 1


def test_a_copy_of_a_seed_is_compared(
    build_site: Builder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    site = build_site(base_site()).site
    copy = tmp_path / "copy.txt"
    copy.write_text("The bridge is old.\n\nThe council voted.\n\nOn Friday it was closed.\n")
    assert build.main(["check", "--site", str(site), "--source", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "not the same text" in said
    assert "p3  line 5" in said
    assert "3 of 3 passages found." in said


def test_a_site_needs_only_its_yaml_and_one_record(build_site: Builder) -> None:
    built = build_site(
        {
            "site.yaml": "title: Small\ndescription: As small as can be.\n",
            "content/people/jane-doe.md": "---\nname: Jane Doe\nsummary: Somebody.\n---\n",
        }
    )
    assert built.status == 0
    assert {name for name in built.files if name.endswith(".html")} == {
        "index.html",
        "cast.html",
        "cast/jane-doe.html",
        "404.html",
        "print.html",
        "search.html",
        "index-a-z.html",
    }


def test_an_alias_leads_on(build_site: Builder) -> None:
    files = base_site()
    person = "content/people/jane-doe.md"
    files[person] = files[person].replace("group:", "aliases: [jane-smith]\ngroup:")
    built = build_site(files)
    assert 'content="0; url=jane-doe.html"' in built.files["cast/jane-smith.html"]


def test_a_template_of_the_site_lies_over_ours(build_site: Builder) -> None:
    files = {**base_site(), "templates/pages/404.html": "Gone, {{ site.title }}.\n"}
    assert build_site(files).files["404.html"] == "Gone, The bridge.\n"


@pytest.mark.parametrize(
    ("template", "place", "message"),
    [
        ("{{ site.titel }}\n", "1:9", "Settings has no 'titel' (on the page 404.html)"),
        ("line\n{% if %}\n", "2:1", "a value is missing here"),
        ("line\n{{ nothing }}\n", "2:4", "nothing is called 'nothing' here (on the page 404.html)"),
    ],
)
def test_a_fault_of_a_template_is_told_with_its_line(
    build_site: Builder, template: str, place: str, message: str
) -> None:
    built = build_site({**base_site(), "templates/pages/404.html": template})
    assert built.status == 1
    assert f"templates/pages/404.html:{place}: error: {message}" in built.said
    assert "Traceback" not in built.said


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    write_site(tmp_path / "site", base_site())
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, str(build.HERE / "build.py"), "--site", str(tmp_path / "site")]
        environment = {"PYTHONHASHSEED": seed, "BUILD_NO_BOOTSTRAP": "1", "PATH": ""}
        subprocess.run([*command, "--out", str(out), "--quiet"], check=True, env=environment)
        made.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert made[0] == made[1]


def test_two_files_of_one_path_are_told(build_site: Builder) -> None:
    built = build_site({**base_site(), "static/Site.css": "p { color: red }\n"})
    assert built.status == 1
    assert "two files would be published as" in built.said


def test_test_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--quiet", "test"]) == 2
    assert "'test' comes first" in capsys.readouterr().err
