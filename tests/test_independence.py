"""Which articles confirm each other: not copies, nor what shares text or retells, nor what comes from one house."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import judged
import pytest
from marked import Case, article, cases

from generator.extract import extract
from generator.independence import Independence
from generator.link import link
from generator.link.origins import find_origins
from generator.link.passages import find_passages
from generator.link.stories import find_stories
from generator.model import Briefing, Corrections, Findings, Stated

HERE = Path(__file__).parent
CASES = cases(HERE / "cases" / "independence.md")
GOLD = sorted((HERE / "gold").glob("clusters-*.md"))
FOUND = 0.9
"""The share of retellings made of our own articles that are found; nothing else may be."""
RETELLINGS = frozenset(
    (
        ("clusters-02.md", "agency", "release"),
        ("clusters-06.md", "agency", "ministry"),
        ("clusters-21.md", "agency", "club"),
        ("clusters-31.md", "ardan", "tashkent"),
    )
)
"""Articles of different houses of which, as read, one retells the other, or both retell one text, without a copy."""

# What a writer changes who has a text before him and may not copy it: other words, another order of the parts.
_OTHERWISE = (
    (re.compile(r"\bsaid\b"), "stated"),
    (re.compile(r"\bkilled\b"), "left dead"),
    (re.compile(r"\bkilling\b"), "taking the lives of"),
    (re.compile(r"\bmore than\b"), "over"),
    (re.compile(r"\babout\b"), "around"),
    (re.compile(r"\bpeople\b"), "persons"),
    (re.compile(r"\bwill\b"), "is to"),
    (re.compile(r"\bhas been\b"), "was"),
    (re.compile(r"\bhave\b"), "now have"),
    (re.compile(r"\bbut\b"), "although"),
    (re.compile(r"\bwhich\b"), "that"),
    (re.compile(r"\bbefore\b"), "ahead of"),
    (re.compile(r"\bafter\b"), "following"),
    (re.compile(r"\bof the\b"), "of its"),
    (re.compile(r"\bin the\b"), "within the"),
    (re.compile(r"\bon (?=[A-Z])"), "this "),
    (re.compile(r"\bat the\b"), "near the"),
    (re.compile(r"\bthat the\b"), "how the"),
    (re.compile(r"\bfor the\b"), "for each"),
    (re.compile(r"\bto the\b"), "towards the"),
    (re.compile(r"\bwas\b"), "got"),
    (re.compile(r"\bwere\b"), "have been"),
    (re.compile(r"\band\b"), "as well as"),
)


def _briefing(*findings: Findings) -> Briefing:
    return find_origins(find_stories(find_passages(Briefing(findings))))


def _read(text: str, name: str) -> Findings:
    return extract(replace(article(text, f"seeds/{name}.txt"), id=name))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    texts = case.text.removesuffix("---").strip().split("\n\n---\n\n")
    briefing = _briefing(*(_read(text, f"a{n}") for n, text in enumerate(texts)))
    found = Independence(briefing).articles(a.id for a in briefing.articles)
    assert ("independent" if len(found) > 1 else "dependent") == case.settings["expect"], (
        case.where,
        [o.because for o in briefing.origins],
    )


def _retold(text: str) -> str:
    """Return a text told again: every third sentence left out, half of the words between the facts changed."""
    paragraphs = []
    for number, paragraph in enumerate(text.split("\n\n")):
        if number % 4 == 3:
            continue
        changed = paragraph
        for pattern, other in _OTHERWISE:
            changed = pattern.sub(other, changed)
        paragraphs.append(changed)
    return "\n\n".join((*paragraphs, "What this means for everybody else will have to be seen in the weeks ahead."))


def test_retellings_of_our_own_articles_are_found_and_nothing_else() -> None:
    found, missed = 0, []
    for path in GOLD:
        cluster = judged.read(path)
        copies = {pair for group in cluster.origins for pair in combinations(sorted(group), 2)}
        houses = {a.id: getattr(a.publisher, "value", a.id) for a in cluster.briefing.articles}
        for origin in cluster.briefing.origins:
            for other in origin.beside:
                a, b = sorted((origin.articles[0], other.removeprefix("origin-")))
                expected = (a, b) in copies or (path.name, a, b) in RETELLINGS or houses[a] == houses[b]
                assert expected, (path.name, a, b, origin.because)
        for number, told in enumerate(cluster.briefing.findings):
            again = _read(_retold(told.article.text), f"retold{number}")
            pair = {o.id: o for o in _briefing(told, again).origins}
            if any(o.state != "independent" for o in pair.values()):
                found += 1
            else:
                missed.append((path.name, told.article.id))
    assert found >= FOUND * (found + len(missed)), missed


def _published(text: str, name: str, publisher: str) -> Findings:
    found = extract(replace(article(text, f"seeds/{name}.txt"), id=name))
    return replace(found, article=replace(found.article, publisher=Stated(publisher, (), "its file")))


ONE = "Anna Keller resigned as head of the port of Orre on 2 May 2024, after a crane had fallen into the harbour."
TWO = "Over a fallen crane and two sunken barges Anna Keller resigned on 2 May 2024, and Orre has to find a new head."


def test_a_house_confirms_itself_never() -> None:
    for publishers, status in ((("Orre Wire", "Orre Wire"), "single"), (("Orre Wire", "The Sund"), "agreed")):
        findings = tuple(_published(t, f"a{n}", p) for n, (t, p) in enumerate(zip((ONE, TWO), publishers, strict=True)))
        briefing = link(findings, Corrections())
        told = [e for e in briefing.events if len({x.article for x in e.evidence}) > 1]
        assert [e.status for e in told] == [status]


def test_what_stands_in_a_shared_passage_confirms_nothing_and_the_rest_does() -> None:
    passage = "The crane had been inspected in March by a firm from Lund that has since gone out of business for good."
    findings = tuple(
        _read(f"{text} {passage} {own}", f"a{n}")
        for n, (text, own) in enumerate(
            ((ONE, "Nobody was on the quay."), (TWO, "Two swans were found dead below it on the next morning."))
        )
    )
    briefing = link(findings, Corrections())
    independence = Independence(briefing)
    articles = {a.id: a for a in briefing.articles}
    sides = [[a.cite(s) for s in a.sentences] for a in articles.values()]
    assert len(independence.voices([sides[0][1], sides[1][1]])) == 1, "the passage"
    assert len(independence.voices([sides[0][0], sides[1][0]])) > 1, "what each tells in its own words"


WIRE = (
    "A ferry with 214 passengers ran onto the reef of Tangen in thick fog on Wednesday, the police said. Lifeboats "
    "took everybody off within three hours, and eleven people were treated for cuts. The ship carried 46 cars and two "
    "lorries with salmon, and divers found a gash in the hull."
)


CREDITED = f"KVERN (QNS) - {WIRE}"


@pytest.mark.parametrize(
    ("copy", "copied", "text", "original"),
    [
        (
            *(CREDITED, {"publisher": "The Anchor", "published": "2026-02-04"}),
            *(f"{CREDITED} It was foggy.", {"publisher": "QNS", "published": "2026-02-04"}),
        ),
        (
            *(WIRE, {"publisher": "The Anchor", "published": "2026-02-05"}),
            *(WIRE, {"publisher": "The Zenith", "published": "2026-02-04"}),
        ),
        (WIRE, {"publisher": "The Anchor"}, WIRE, {"publisher": "The Zenith", "published": "2026-02-04"}),
        (
            *(WIRE, {"publisher": "The Anchor", "published": "2026-02-05"}),
            *(CREDITED, {"publisher": "Quayside Newsdesk", "published": "2026-02-04"}),
        ),
    ],
    ids=[
        "the agency that the copy credits",
        "the older one",
        "the one with a date",
        "the agency whose letters aren't only its initials",
    ],
)
def test_the_original_stands_before_its_copy(
    copy: str, copied: dict[str, str], text: str, original: dict[str, str]
) -> None:
    found = [
        extract(article(copy, "seeds/anchor.txt", **copied).named("anchor")),
        extract(article(text, "seeds/z.txt", **original).named("z")),
    ]
    (origin,) = link(tuple(found), Corrections()).origins
    assert origin.articles == ("z", "anchor")
