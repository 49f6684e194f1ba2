"""Popolo's classes as JSON Schemas, written from its specification, for what we publish of them.

https://www.popoloproject.com/specs/ has them with more properties; no package ships them. What is
not Popolo's may stand under ``explainer`` alone, so that a slip in a name is found.
"""

TEXT = {"type": "string", "minLength": 1}
NUMBER = {"type": "integer", "minimum": 0}
DAY = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
TIME = {
    "type": "string",
    "pattern": r"^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}"
    r"(Z|[+-][0-9]{2}(:[0-9]{2})?))$",
}
OURS = {"type": "object", "minProperties": 1}
Schema = dict[str, object]


def shape(required: str, **properties: object) -> Schema:
    """An object with these properties and ours, and no others."""
    return {
        "type": "object",
        "properties": {**properties, "explainer": OURS},
        "required": required.split(),
        "additionalProperties": False,
    }


def several(item: object) -> Schema:
    """A list that is not empty: what is empty is left out."""
    return {"type": "array", "items": item, "minItems": 1}


LINK = shape("url", url=TEXT, note=TEXT)
OTHER_NAME = shape("name", name=TEXT, note=TEXT)
COUNT = shape("option value", option=TEXT, value=NUMBER)
OPTION = {"enum": ["yes", "no", "abstain", "absent", "not voting", "paired"]}
VOTE = shape("voter_id", voter_id=TEXT, option=OPTION)
NAMED = {"id": TEXT, "name": TEXT, "other_names": several(OTHER_NAME), "sources": several(LINK)}

CLASSES: dict[str, Schema] = {
    "persons": shape(
        "id name", **NAMED, sort_name=TEXT, summary=TEXT, image=TEXT, links=several(LINK)
    ),
    "organizations": shape(
        "id name",
        **NAMED,
        classification=TEXT,
        founding_date=DAY,
        dissolution_date=DAY,
        description=TEXT,
    ),
    "memberships": shape(
        "id person_id organization_id",
        id=TEXT,
        person_id=TEXT,
        organization_id=TEXT,
        role=TEXT,
        post_id=TEXT,
        start_date=DAY,
        end_date=DAY,
        sources=several(LINK),
    ),
    "posts": shape("id label organization_id", id=TEXT, label=TEXT, organization_id=TEXT),
    "motions": shape(
        "id organization_id text requirement result",
        id=TEXT,
        organization_id=TEXT,
        text=TEXT,
        date=TIME,
        requirement=TEXT,
        result={"enum": ["pass", "fail"]},
        sources=several(LINK),
    ),
    "vote_events": shape(
        "id motion_id organization_id result",
        id=TEXT,
        motion_id=TEXT,
        organization_id=TEXT,
        start_date=TIME,
        result={"enum": ["pass", "fail"]},
        counts=several(COUNT),
        votes=several(VOTE),
        sources=several(LINK),
    ),
    "events": shape(
        "id name",
        id=TEXT,
        name=TEXT,
        description=TEXT,
        start_date=TIME,
        end_date=TIME,
        location=TEXT,
        classification=TEXT,
        sources=several(LINK),
    ),
}
