"""Linked data: what a page tells search engines is said in words that schema.org has.

The vocabulary is that of the package pydantic2-schemaorg, which is made from schema.org's own
file: a class for each type, with its properties and what they may hold. It is read, not run.
"""

import ast
import importlib.util
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.namespace import SDO

from tests.conftest import Builder, base_site

EVENT = "content/events/2024-03-01-closed.md"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HERE = "https://example.org/council/"
SCHEMA = Namespace("https://schema.org/")
PLAIN = {"str": str, "Text": str, "AnyUrl": str, "URL": str, "Date": str, "DateTime": str,
         "Integer": int}  # fmt: skip
"""What values that are no objects may be."""
Node = dict[str, object]


@dataclass(frozen=True)
class Type:
    """A type: those above it, and for each of its own properties what it may hold."""

    above: tuple[str, ...]
    properties: dict[str, set[str]]


@cache
def vocabulary(name: str) -> Type:
    package = importlib.util.find_spec("pydantic2_schemaorg")
    assert package is not None and package.submodule_search_locations
    path = Path(package.submodule_search_locations[0]) / f"{name}.py"
    assert path.is_file(), f"schema.org has no type {name}"
    tree = ast.parse(path.read_text("utf-8"))
    (found,) = (one for one in tree.body if isinstance(one, ast.ClassDef))
    properties = {}
    for one in found.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            parts = list(ast.walk(one.annotation))
            names = {part.id for part in parts if isinstance(part, ast.Name)}
            texts = {str(part.value) for part in parts if isinstance(part, ast.Constant)}
            properties[one.target.id] = names | texts
    return Type(tuple(base.id for base in found.bases if isinstance(base, ast.Name)), properties)


def lineage(name: str) -> list[str]:
    """A type and all above it."""
    above = vocabulary(name).above if name != "SchemaOrgBase" else ()
    found = [name]
    for one in above:
        if one != "SchemaOrgBase":
            found += lineage(one)
    return found


def faults(node: Node, as_property: str = "") -> list[str]:
    """What schema.org would not understand in a node and in those below it."""
    kind = str(node["@type"])
    types, found = lineage(kind), []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        ranges = [vocabulary(t).properties[name] for t in types if name in vocabulary(t).properties]
        # A role stands between two things, and has the property that it stands in once more.
        if not ranges and name == as_property and "Role" in types:
            ranges = [{"Thing"}]
        if not ranges:
            found.append(f"{kind} has no {name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            found += wrong_value(f"{kind}.{name}", one, ranges[0], name)
    return found


def wrong_value(place: str, value: object, may_hold: set[str], name: str) -> list[str]:
    if not isinstance(value, dict):
        is_right = any(type(value) is plain for key, plain in PLAIN.items() if key in may_hold)
        return [] if is_right else [f"{place} may not hold {value!r}"]
    types = lineage(str(value["@type"]))
    if may_hold & set(types) or "Role" in types or "Thing" in may_hold:
        return faults(value, name)
    return [f"{place} may not hold a {types[0]}"]


def blocks(site: Path) -> dict[str, Node]:
    """The data of every page, by its address."""
    found = {}
    for path in site.rglob("*.html"):
        for block in BLOCK.findall(path.read_text("utf-8")):
            found[path.relative_to(site).as_posix()] = json.loads(block)
    return found


def nodes(data: Node) -> list[Node]:
    graph = data["@graph"]
    assert isinstance(graph, list)
    return graph


@pytest.mark.parametrize("which", ["story", "other_story"])
def test_schema_org_has_every_type_and_property(which: str, request: pytest.FixtureRequest) -> None:
    found = blocks(request.getfixturevalue(which))
    assert len(found) > 40
    assert {url: wrong for url, data in found.items() for node in nodes(data)
            if (wrong := faults(node))} == {}  # fmt: skip


def test_the_test_knows_a_wrong_property_and_a_wrong_value() -> None:
    assert faults({"@type": "Person", "startDate": "2024"}) == ["Person has no startDate"]
    assert faults({"@type": "Event", "startDate": 2024}) == ["Event.startDate may not hold 2024"]
    place: Node = {"@type": "Article", "publisher": {"@type": "Place"}}
    assert faults(place) == ["Article.publisher may not hold a Place"]


def test_every_page_but_those_that_nobody_is_to_find_has_data(other_story: Path) -> None:
    pages = {p.relative_to(other_story).as_posix() for p in other_story.rglob("*.html")}
    without = pages - blocks(other_story).keys()
    texts = {path: (other_story / path).read_text("utf-8") for path in without}
    aliases = {path for path, text in texts.items() if 'http-equiv="refresh"' in text}
    assert without - aliases == {"404.html", "print.html"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib’s own
def test_a_reader_of_rdf_finds_the_same_terms(other_story: Path) -> None:
    graph = Graph()
    for url, data in blocks(other_story).items():
        text = json.dumps({**data, "@context": {"@vocab": str(SCHEMA)}})  # nothing is fetched
        graph.parse(data=text, format="json-ld", publicID=HERE + url)
    types = set(graph.objects(None, RDF.type))
    assert [one for one in types if not SDO.__contains__(str(one))] == []
    names = ("Article", "Event", "Person", "Organization", "OrganizationRole", "DefinedTerm",
             "BreadcrumbList", "ListItem", "WebSite", "CreativeWork")  # fmt: skip
    assert {SCHEMA[name] for name in names} <= types
    removed = URIRef(HERE + "timeline/lease-carried.html#event")
    assert list(graph.objects(removed, SCHEMA.startDate))


def thing(built: dict[str, str], url: str) -> Node:
    """What a page is about."""
    (block,) = BLOCK.findall(built[url])
    about = nodes(json.loads(block))[0]["about"]
    assert isinstance(about, dict)
    return about


def test_a_text_cannot_end_the_script_or_begin_another(build_site: Builder) -> None:
    site = base_site()
    site[EVENT] = site[EVENT].replace("No more traffic.", "</script><!-- <script>alert(1)</script>")
    page = build_site(site).files["timeline/2024-03-01-closed.html"]
    assert page.count("</script") == 1
    assert "<!--" not in page
    about = thing({"page": page}, "page")
    assert about["description"] == "</script><!-- <script>alert(1)</script>"


def test_a_membership_is_a_role_with_its_dates(build_site: Builder) -> None:
    built = dict(build_site(base_site()).files)
    assert thing(built, "cast/john-roe.html")["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "Member",
            "startDate": "2020-03",
            "memberOf": {
                "@type": "Organization",
                "@id": "../governance/council.html#organization",
                "name": "The council",
            },
        }
    ]


@pytest.mark.parametrize("doubt", ["2020-03?", "2019~", "[2019,2021]", "../2020", "/2020"])
def test_a_date_in_doubt_is_not_told_as_one(build_site: Builder, doubt: str) -> None:
    site = base_site()
    john = site["content/people/john-roe.md"].replace("from: 2020-03", f'from: "{doubt}"')
    site["content/people/john-roe.md"] = john
    site[EVENT] = site[EVENT].replace("date: 2024-03-01", f'date: "{doubt}"')
    built = dict(build_site(site).files)
    assert "startDate" not in json.dumps(thing(built, "cast/john-roe.html"))
    assert "startDate" not in thing(built, "timeline/2024-03-01-closed.html")


def test_a_rumour_is_called_one_or_left_out(build_site: Builder) -> None:
    site = base_site()
    site[EVENT] = site[EVENT].replace("status: reported", "status: rumour")
    jane = site["content/people/jane-doe.md"].replace("until: ..,", "until: .., status: rumour,")
    site["content/people/jane-doe.md"] = jane
    built = dict(build_site(site).files)
    about = thing(built, "timeline/2024-03-01-closed.html")
    assert about["name"] == "Rumour: The bridge is closed"
    assert "Rumour" in str(about["disambiguatingDescription"])
    assert "memberOf" not in thing(built, "cast/jane-doe.html")


def test_the_way_to_a_page_is_told_with_whole_addresses(other_story: Path) -> None:
    (way,) = (n for n in nodes(blocks(other_story)["timeline/lease-carried.html"])
              if n["@type"] == "BreadcrumbList")  # fmt: skip
    items = way["itemListElement"]
    assert isinstance(items, list)
    assert [item["item"].removeprefix(HERE) for item in items] == [
        "index.html",
        "timeline.html",
        "timeline/lease-carried.html",
    ]


def test_a_page_cites_the_sources_that_it_rests_on(build_site: Builder) -> None:
    (block,) = BLOCK.findall(build_site(base_site()).files["timeline/2024-03-01-closed.html"])
    source = {"@type": "CreativeWork", "@id": "../sources/report.html#source",
              "name": "A report on the bridge"}  # fmt: skip
    assert nodes(json.loads(block))[0]["citation"] == [source]


def test_cards_and_canonical_addresses_need_the_sites_own(build_site: Builder) -> None:
    url = "cast/jane-doe.html"
    at_home = build_site(base_site()).files[url]
    assert "og:title" in at_home
    assert "canonical" not in at_home
    assert "og:image" not in at_home
    assert "webmanifest" not in at_home
    abroad = build_site(base_site(), "--base-url", "https://example.org/a/").files
    assert '<link rel="canonical" href="https://example.org/a/cast/jane-doe.html">' in abroad[url]
    assert 'og:image" content="https://example.org/a/cards/cast.png"' in abroad[url]
    assert "cards/cast.png" in abroad
    assert 'og:type" content="website"' in abroad["index.html"]


def test_every_file_that_a_head_names_is_published(other_story: Path) -> None:
    for path in other_story.rglob("*.html"):
        if path.name == "404.html":
            continue
        text = path.read_text("utf-8")
        for url in re.findall(r'<link rel="[\w -]+"[^>]* href="([^"]+)"', text):
            target = other_story / url.removeprefix(HERE) if "://" in url else path.parent / url
            assert target.is_file(), (path, url)
        for url in re.findall(r'"og:image" content="([^"]+)"', text):
            assert (other_story / url.removeprefix(HERE)).is_file(), url
