"""data/site.json: Popolo's names, every reference at home, and nothing surer than it is."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Builder, base_site
from tests.engine.exports.shapes import CLASSES

JOHN = "content/people/john-roe.md"
MOTION = "content/motions/close-bridge.md"
Objects = list[dict[str, object]]


def read(site: Path) -> dict[str, Objects]:
    found: dict[str, Objects] = json.loads((site / "data/site.json").read_text("utf-8"))
    return found


@pytest.fixture(params=["story", "other_story"])
def whole(request: pytest.FixtureRequest) -> dict[str, Objects]:
    return read(request.getfixturevalue(request.param))


@pytest.mark.parametrize("name", CLASSES)
def test_each_object_is_as_popolo_has_it(whole: dict[str, Objects], name: str) -> None:
    Draft202012Validator.check_schema(CLASSES[name])
    judge = Draft202012Validator(CLASSES[name])
    assert whole[name], "a list without an object shows nothing"
    assert [fault.message for one in whole[name] for fault in judge.iter_errors(one)] == []


def test_what_is_referred_to_is_there(whole: dict[str, Objects]) -> None:
    known = {name: {one["id"] for one in whole[name]} for name in CLASSES}
    assert all(len(known[name]) == len(whole[name]) for name in CLASSES)
    kinds = {"person_id": "persons", "organization_id": "organizations", "post_id": "posts",
             "motion_id": "motions"}  # fmt: skip
    for name in CLASSES:
        for one in whole[name]:
            for key, other in kinds.items():
                assert one.get(key) is None or one[key] in known[other], one["id"]
    sources = {str(one["id"]): one for one in whole["sources"]}
    for name in (*CLASSES, "evidence", "corrections"):
        for one in whole[name]:
            ours = one.get("explainer", one)
            assert isinstance(ours, dict)
            for cite in ours.get("cites", ()):
                source, _, passage = cite.partition("#")
                passages = sources[source].get("passages", [])
                assert isinstance(passages, list)
                assert not passage or passage in {p["id"] for p in passages}


def one(built: Path, name: str, id_: str) -> dict[str, object]:
    return next(one for one in read(built / "_site")[name] if one["id"] == id_)


@pytest.mark.parametrize(
    ("bound", "told"),
    [("2020", "2020"), ("2020-03", "2020-03"), ("2020-03-01", "2020-03-01"),
     ("2020-03-01T10:00", "2020-03-01"), ("2020?", None), ("2019/2020", None), ("..", None),
     ("[2019,2020]", None), ("20XX", None)],
)  # fmt: skip
def test_a_term_begins_on_no_day_that_is_not_known(
    build_site: Builder, bound: str, told: str | None
) -> None:
    site = base_site()
    site[JOHN] = site[JOHN].replace("from: 2020-03", f'from: "{bound}"')
    term = one(build_site(site).site, "memberships", "john-roe-1")
    assert term.get("start_date") == told
    ours = term["explainer"]
    assert isinstance(ours, dict)
    assert ours["from"] == bound


def test_an_implied_vote_does_not_look_cast(build_site: Builder) -> None:
    site = base_site()
    site[MOTION] = site[MOTION].replace(
        "{voter: john-roe, option: yes}", "{voter: john-roe, option: yes, implied: true}"
    )
    votes = one(build_site(site).site, "vote_events", "close-bridge")["votes"]
    assert isinstance(votes, list)
    assert votes[0] == {"voter_id": "jane-doe", "option": "yes", "explainer": {"option": "yes"}}
    assert votes[1] == {"voter_id": "john-roe", "explainer": {"option": "yes", "implied": True}}


def test_a_rumour_keeps_its_mark_where_only_the_name_is_read(build_site: Builder) -> None:
    site = base_site()
    event = "content/events/2024-03-01-closed.md"
    site[event] = site[event].replace("status: reported", "status: rumour")
    assert one(build_site(site).site, "events", "2024-03-01-closed")["name"].startswith("Rumour: ")  # type: ignore[attr-defined]
