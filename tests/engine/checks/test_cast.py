"""Who is told as a stranger, whatever the prose."""

from hypothesis import example, given
from hypothesis import strategies as st

from engine.checks.cast import check_strangers
from engine.documents import File, read_document
from engine.graph import Graph
from engine.links import Addresses
from engine.records import decode_record
from engine.settings import read_settings

PEOPLE = ("Jane Doe", "John Q. Roe", "サム アルトマン", "1 2", "O’Neil-Poe Ann")
NAMES = (*PEOPLE, "Doe", "Mr Roe", "Ms Doe’s", "John Roe", "Jane Doe, who", "Dr. Doe")
PLAIN = ("In June", "When", "the council", "said", "The Low Bridge", "BBC", ".", ",", "and", "left")


def strangers(prose: str) -> list[str]:
    """The messages about strangers in the body of one event."""
    texts = {
        f"content/people/p{number}.md": f'---\nname: "{name}"\nsummary: x\n---\n'
        for number, name in enumerate(PEOPLE)
    }
    head = "title: x\nsummary: x\ndate: 2024\nstatus: reported"
    texts["content/events/e.md"] = f"---\n{head}\n---\n{prose}"
    documents = [
        read_document(
            File(path, text.encode("utf-8", "replace")),
            path.split("/")[1].replace("people", "person").removesuffix("s"),
        )
        for path, text in texts.items()
    ]
    settings, _ = read_settings(File("site.yaml", b"title: a\ndescription: b\n"))
    graph = Graph(settings, tuple(map(decode_record, documents)))
    return [fault.message for fault in check_strangers(graph, Addresses(graph, frozenset()))]


@given(st.text())
@example("Mr ’s")
@example("Mr")
@example("A B, who")
def test_no_text_makes_the_rule_fail(prose: str) -> None:
    strangers(prose)


@given(st.lists(st.sampled_from([*NAMES, *PLAIN]), max_size=12))
def test_the_cast_and_common_words_are_never_strangers(words: list[str]) -> None:
    assert strangers(" and then ".join(words)) == []


@given(st.sampled_from(["Mr {}", "Dr. {}", "Dame Kay {}", "He met Kay {}, who left"]))
def test_a_person_with_a_sign_of_one_is_told(form: str) -> None:
    assert len(strangers(form.format("Moe"))) == 1
