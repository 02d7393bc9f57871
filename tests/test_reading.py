"""What holds of every text: a title holds nobody, a dateline never speaks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article

from generator.extract import extract
from generator.model import Findings, Unknown

TITLES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Governor",
    "Senator",
    "Mayor",
    "Police chief",
    "Dr",
    "Chancellor",
)
NAMES = (
    "Ana Rojas",
    "Lindiwe Dube",
    "Ivo Lenz",
    "Mette Sund",
    "Pham Van Dat",
    "Okoth Oduya",
    "Amina Diallo",
    "Jo Park",
)
TOWNS = ("HANOI", "NAIROBI, Kenya", "LA PAZ", "Oslo", "PORT AZURA, Chile")
CREDITS = (" (Reuters) -", ", May 3 (Xinhua) --", " —", ", 3 May 2024 (Coastal News) –", ", March 14 (AP) -")
DAYS = (
    "3 May",
    "May 3",
    "the 3rd of May",
    "Friday, 3 May",
    "3-5 May",
    "May",
    "early May",
    "3 and 4 May",
    "the spring of",
)
YEARS = ("2019", ", 2021", " 1998", " of 2003")
ENDS = ("met on Friday", "said that the well is dry", "opened the dam", "were not there")
FEW = settings(max_examples=80, deadline=None)
people = st.lists(st.tuples(st.sampled_from(TITLES), st.sampled_from(NAMES)), min_size=1, max_size=4)


def read(text: str) -> Findings:
    return extract(article(f"A week in the valley of the river\n\n{text}\n", published="2024-05-03"))


@FEW
@given(named=people, end=st.sampled_from(ENDS), behind=st.booleans())
def test_no_title_holds_a_person(named: list[tuple[str, str]], end: str, *, behind: bool) -> None:
    parts = [f"{name}, {title.lower()} of Orland" if behind else f"{title} {name}" for title, name in named]
    found = read(f"{', '.join(parts[:-1])}{' and ' if parts[:-1] else ''}{parts[-1]} {end}.")
    titles = [t for n in found.names for t in n.titles]
    assert [t.text for t in titles if any(t.span.meets(n.span) for n in found.names if n.kind == "person")] == []


@FEW
@given(st.sampled_from(TOWNS), st.sampled_from(CREDITS), st.sampled_from(NAMES), st.sampled_from(ENDS))
def test_no_speaker_stands_in_the_dateline(town: str, credit: str, name: str, end: str) -> None:
    found = read(
        f"{town}{credit} The council {end} and said it may close. “We will rebuild the old bridge,” {name} added."
    )
    line = found.article.dateline
    places = () if isinstance(line, Unknown) else line.evidence
    speakers = [q.speaker for q in found.quotes if q.speaker]
    assert [s.text for s in speakers if any(s.span.meets(e.span) for e in places)] == []
    assert not {s.text for s in speakers} & {town, town.partition(",")[0]}
