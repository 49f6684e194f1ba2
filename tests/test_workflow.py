"""The workflows for GitHub: pinned, sparing with rights, and their commands are ours."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

import build
from engine.arguments import parse

FOLDER = build.HERE / ".github"
TEXT = (FOLDER / "workflows" / "pages.yml").read_text("utf-8")
WORKFLOW = yaml.safe_load(TEXT)
JOBS = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
ALL = sorted((FOLDER / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_actions_are_pinned_by_their_commit_with_the_version_beside(path: Path) -> None:
    text = path.read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == sum("uses" in step for job in jobs for step in job["steps"]) > 1
    for one in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one
    versions = dict(re.findall(r"(actions/[a-z-]+)@(\S+)", "".join(p.read_text() for p in ALL)))
    assert all(f"{name}@{version}" in text for name, version in versions.items() if name in text)


def test_the_audit_runs_by_itself_and_by_hand_and_may_only_read() -> None:
    audit = yaml.safe_load((FOLDER / "workflows" / "audit.yml").read_text("utf-8"))
    (job,) = audit["jobs"].values()
    assert {"schedule", "workflow_dispatch"} == set(audit[True])  # YAML's word for "on"
    assert (audit["permissions"], job["permissions"]) == ({}, {"contents": "read"})
    assert job["steps"][0]["with"]["persist-credentials"] is False
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/audit"]
    assert (build.HERE / ".ci/audit").is_file()


def test_only_the_job_that_deploys_may_write_and_never_for_a_pull_request() -> None:
    assert WORKFLOW["permissions"] == {}
    assert JOBS["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert JOBS["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert JOBS["deploy"]["if"] == "github.event_name != 'pull_request'"
    assert JOBS["deploy"]["needs"] == "build"
    assert JOBS["deploy"]["concurrency"]["cancel-in-progress"] is False
    assert STEPS[0]["with"]["persist-credentials"] is False


def test_nothing_of_a_pull_request_is_put_into_a_command() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")


def test_the_commands_are_ones_that_build_py_knows() -> None:
    address = "https://example.org/story"  # the others may be any word
    filled = [step["run"].replace("$ADDRESS", address) for step in STEPS if "run" in step]
    runs = [shlex.split(line) for line in filled]
    ours = [parse(words[2:], build.HERE) for words in runs if words[:2] == ["python3", "build.py"]]
    assert [(one.command, one.strict, one.format) for one in ours] == [
        ("check", True, "github"),
        ("build", True, "github"),
    ]
    assert [".ci/run"] in runs
    assert (build.HERE / ".ci/run").is_file()


def test_what_is_built_is_what_is_handed_over() -> None:
    step = next(step for step in STEPS if step.get("name") == "Build")
    assert step["env"]["OUT"] == STEPS[-2]["with"]["path"] == "${{ runner.temp }}/pages"


def test_packages_are_cached_by_the_lists() -> None:
    given = next(step["with"] for step in STEPS if "setup-python" in step.get("uses", ""))
    assert given["cache"] == "pip"
    assert {path.name for path in build.LISTS} == {
        path.name for path in build.HERE.glob(given["cache-dependency-path"])
    }


def test_dependabot_moves_the_pinned_actions() -> None:
    found = yaml.safe_load((FOLDER / "dependabot.yml").read_text("utf-8"))
    names = {one["package-ecosystem"]: one for one in found["updates"]}
    assert "open-pull-requests-limit" not in names["github-actions"]
    assert names["pip"]["open-pull-requests-limit"] == 0
