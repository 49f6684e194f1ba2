"""The page of the structure draws what stood before the motion, and nothing that came later."""

from tests.conftest import Builder, base_site

FUND = """---
name: {name}
summary: Pays for works.
row: 2
order: {order}
{more}---
"""
TIE = "ties: [{{kind: pays, to: council, label: {label}, {when}, cites: [report#p1]}}]\n"


def test_only_what_may_have_stood_then_is_drawn(build_site: Builder) -> None:
    council = base_site()["content/organizations/council.md"].replace("posts:", "row: 1\nposts:")
    site = {
        **base_site(),
        "content/organizations/council.md": council,
        "content/organizations/old-fund.md": FUND.format(
            name="Old Fund", order=1, more=TIE.format(label="gifts", when="until: 2024-05")
        ),
        "content/organizations/gone-fund.md": FUND.format(
            name="Gone Fund", order=2, more="dissolved: 2020\n"
        ),
        "content/organizations/new-fund.md": FUND.format(
            name="New Fund", order=3, more="founded: 2025\n"
        ),
        "content/organizations/vague-fund.md": FUND.format(
            name="Vague Fund", order=4, more=TIE.format(label="loans", when="from: 2025")
        ),
    }
    page = build_site(site).files["governance.html"]
    drawn = page.partition('class="wide"')[2].partition("</div>")[0]
    assert "Old Fund" in drawn and "gifts" in drawn
    assert "Vague Fund" in drawn and "loans" not in drawn
    assert "Gone Fund" not in drawn and "New Fund" not in drawn
