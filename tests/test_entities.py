"""Joining names: the cases, the gold texts with their floor, and what always holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, Mark, article, cases, parse

from generator.extract import extract
from generator.extract.terms import find_terms
from generator.link import link
from generator.link.entities import join_names
from generator.link.entities.people import find_roles
from generator.link.entities.whereabouts import whereabouts
from generator.link.index import EntityIndex
from generator.model import Briefing, Correction, Corrections, Date, Findings, Name, Span
from generator.read.corrections import parse_corrections
from generator.render import render
from generator.render.entities import MOST_EACH
from generator.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from generator.model import Article

HERE = Path(__file__).parent
KINDS = ("person", "organisation", "place", "event", "agreement", "work", "product", "demonym")
JOINING_F1 = 0.97  # B-cubed over all gold texts
JOINING_PRECISION = 0.985  # what is joined wrongly is worse than what stays apart
SURE = 0.9  # the support of a marked name that doesn't state its own


@dataclass(frozen=True)
class Told:
    """A corpus with the entity that each of its mentions belongs to."""

    briefing: Briefing
    truth: dict[tuple[str, Span], str]


TEMPLATES = Path(__file__).parent.parent / "templates"


def told(case: Case) -> Told:
    """Return the corpus of a case: articles are separated by a line ``---``, and names come from the marks."""
    findings, truth = [], {}
    for n, (text, marks) in enumerate(articles(case)):
        made = article(text, path=f"seeds/a{n:02}.txt")
        marked = [m for m in marks if m.kind in KINDS]
        names = tuple(named(made, m, marks, countries(case)) for m in marked)
        findings.append(find_terms(Findings(made, names=names)))
        truth |= {(made.id, Span(m.start, m.end)): m.value for m in marked if m.value}
    stories = (tuple(f.article.id for f in findings),) if case.settings.get("story") == "one" else ()
    return Told(find_roles(join_names(Briefing(tuple(findings), corrections(case), stories=stories))), truth)


def countries(case: Case) -> dict[str, tuple[str, str]]:
    """Return the gazetteer of a case, from its setting ``countries: VN Vietnam, US United States``."""
    entries = (entry.split() for entry in case.settings.get("countries", "").split(","))
    return {slug(" ".join(name)): (f"country:{code}", " ".join(name)) for code, *name in filter(None, entries)}


def articles(case: Case) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Return text and marks of each article of a case."""
    start = 0
    for text in case.text.split("\n---\n"):
        end = start + len(text)
        yield (
            text,
            tuple(replace(m, start=m.start - start, end=m.end - start) for m in case.marks if start <= m.start < end),
        )
        start = end + len("\n---\n")


def corrections(case: Case) -> Corrections:
    """Return the corrections of a case: ``same: Xi = Xi Jinping``, ``apart: A = B``, ``kinds: Orca = none``."""

    def pairs(section: str) -> Iterator[Correction]:
        texts = (pair.split("=") for pair in case.settings.get(section, "").split(",") if "=" in pair)
        return (Correction(section, one.strip(), (("", other.strip()),)) for one, other in texts)

    return Corrections(entries=(*pairs("same"), *pairs("apart"), *pairs("kinds")))


def named(made: Article, mark: Mark, marks: tuple[Mark, ...], known: dict[str, tuple[str, str]]) -> Name:
    """Return the name of a mark; titles are the marks ``title`` next to it."""
    demonym = mark.kind == "demonym"
    key, name = known.get(mark.value, (None, mark.text))
    acronym = len(mark.text) > 1 and mark.text.isupper()
    return Name(
        **made.at(mark.start, mark.end),
        kind="place" if demonym else mark.kind,
        form="demonym" if demonym else "acronym" if acronym else "name",
        norm=name if demonym else mark.text,
        key=key,
        titles=tuple(
            made.cite(Span(t.start, t.end)) for t in marks if t.kind == "title" and beside(made.text, t, mark)
        ),
        support=float(mark.more.get("support", SURE)),
        rule="mark",
    )


def beside(text: str, title: Mark, name: Mark) -> bool:
    """Tell whether a title stands just before a name, or after it and a comma."""
    before, after = text[title.end : name.start], text[name.end : title.start]
    return (title.end < name.start and before == " ") or (
        name.end < title.start and after in (", ", ", the ", " (", " – ")
    )


def chosen(made: Briefing) -> dict[tuple[str, Span], str]:
    """Return the entity of every mention."""
    return {(m.article, m.span): e.id for e in made.entities for m in e.mentions}


def b_cubed(corpora: Iterable[Told]) -> tuple[float, float]:
    """Return B-cubed precision and recall over all marked mentions (Bagga and Baldwin 1998)."""
    precision = recall = total = 0.0
    for n, corpus in enumerate(corpora):
        ours = chosen(corpus.briefing)
        true = {place: f"{n} {value}" for place, value in corpus.truth.items()}
        for place, value in true.items():
            mine = {p for p in true if ours.get(p, p) == ours.get(place, place)}
            theirs = {p for p, v in true.items() if v == value}
            precision += len(mine & theirs) / len(mine)
            recall += len(mine & theirs) / len(theirs)
            total += 1
    return precision / total, recall / total


CASES = (*cases(HERE / "cases" / "entities.md"), *cases(HERE / "cases" / "entities-spelling.md"))


@pytest.mark.parametrize("case", CASES, ids=[f"{c.where} {c.title}" for c in CASES])
def test_names_that_are_the_same_are_joined_and_no_others(case: Case) -> None:
    corpus = told(case)
    ours = chosen(corpus.briefing)
    joined: dict[str, set[str]] = {}
    for place, value in corpus.truth.items():
        joined.setdefault(value, set()).add(ours[place])
    text = {(m.article, m.span): m.text for e in corpus.briefing.entities for m in e.mentions}
    shown = {f"{text[p]} ({p[0]}:{p[1].start})": f"{v} ──▶ {ours[p]}" for p, v in corpus.truth.items()}
    assert all(len(ids) == 1 for ids in joined.values()), shown
    assert len({min(ids) for ids in joined.values()}) == len(joined), shown


def test_the_gold_texts_are_joined_as_well_as_they_were() -> None:
    corpora = [told(c) for path in sorted((HERE / "gold").glob("entities-*.md")) for c in cases(path)]
    precision, recall = b_cubed(corpora)
    f1 = 2 * precision * recall / (precision + recall)
    assert precision >= JOINING_PRECISION, (precision, recall, f1)
    assert f1 >= JOINING_F1, (precision, recall, f1)


GIVEN = ("Anna", "Jonas", "Mei", "Tomás", "J.", "Anna Maria")
FAMILY = ("Keller", "Carvalho", "Nguyen", "al-Sayed", "O’Neil")
SHORT = ("Keller", "Anna", "Jonas", "Carvalho", "BEF", "Communist Party", "Nepal")
OTHERS = ("Baltic Energy Forum", "Communist Party of Nepal", "Norvik AS", "Norvik", "Labour Party")


@st.composite
def corpora(draw: st.DrawFn) -> list[list[tuple[str, str]]]:
    """Return articles as lists of names with their kinds."""
    people = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)).map(lambda n: (" ".join(n), "person"))
    shorts = st.sampled_from(SHORT).map(lambda n: (n, "person" if n in SHORT[:4] else "organisation"))
    names = st.one_of(people, shorts, st.sampled_from(OTHERS).map(lambda n: (n, "organisation")))
    return draw(st.lists(st.lists(names, max_size=8), min_size=1, max_size=6))


def corpus(names: list[list[tuple[str, str]]]) -> tuple[Findings, ...]:
    """Return articles in which some names follow each other."""
    marked = "\n---\n".join(" and ".join(f"[{n}]({kind})" for n, kind in article) or "Nobody" for article in names)
    text, marks = parse(marked)
    case = Case("", "", {}, text, marks)
    return told(case).briefing.findings


@given(corpora(), st.randoms())
@settings(max_examples=80, deadline=None)
def test_joining_does_not_depend_on_the_order_of_files(names: list[list[tuple[str, str]]], chance: Random) -> None:
    findings = list(corpus(names))
    one = join_names(Briefing(tuple(sorted(findings, key=lambda f: f.article.id))))
    chance.shuffle(findings)
    assert join_names(Briefing(tuple(findings))).entities == one.entities


@given(corpora())
@settings(max_examples=80, deadline=None)
def test_every_mention_is_verbatim_and_in_one_entity(names: list[list[tuple[str, str]]]) -> None:
    findings = corpus(names)
    made = join_names(Briefing(findings))
    text = {f.article.id: f.article.text for f in findings}
    mentions = [m for e in made.entities for m in e.mentions]
    assert sorted((m.article, m.span) for m in mentions) == sorted(
        (f.article.id, n.span) for f in findings for n in f.names
    )
    for e in made.entities:
        assert any(e.name in text[m.article] for m in e.mentions)
        assert {a.text for a in e.aliases} == {m.text for m in e.mentions}
        assert all(a.because and a.articles for a in e.aliases)
        assert all(text[m.article][m.span.start : m.span.end] == m.text for m in e.mentions)
    assert len({e.id for e in made.entities}) == len(made.entities)


@given(corpora(), corpora())
@settings(max_examples=80, deadline=None)
def test_another_article_never_splits_an_entity(
    names: list[list[tuple[str, str]]], more: list[list[tuple[str, str]]]
) -> None:
    """What an article's own text joins, and what is written alike, stays together.

    Only a name that was joined because all sources had one candidate may open again when another one comes.
    """
    before = chosen(join_names(Briefing(corpus(names))))
    after = chosen(join_names(Briefing(corpus(names + more))))
    text = {(n.article, n.span): n.text for f in corpus(names) for n in f.names}
    for one, other in combinations(before, 2):
        same_words = (
            text[one] == text[other] and " " in text[one] and text[one] not in ("Communist Party", "Labour Party")
        )
        if before[one] == before[other] and (one[0] == other[0] or same_words):
            assert after[one] == after[other], (text[one], text[other])


def read(text: str, marked: Corrections | None = None, **settings: str) -> Briefing:
    """Return the entities of a marked text, with an editor's corrections."""
    plain, marks = parse(text)
    made = told(Case("", "", settings, plain, marks)).briefing
    return find_roles(join_names(replace(made, corrections=marked or Corrections(), entities=(), problems=())))


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The prime minister, Ana Rojas, arrived. The minister said the port would close.", []),
        ("The prime minister, Ana Rojas, arrived. The prime minister said the port would close.", ["Ana Rojas"]),
        ("The acting mayor, Ana Rojas, arrived. The mayor said the port would close.", []),
        ("The acting mayor, Ana Rojas, arrived. The acting mayor said the port would close.", ["Ana Rojas"]),
        ("The attorney general, Ana Rojas, arrived. The general said the port would close.", []),
    ],
)
def test_a_title_is_the_whole_of_it(text: str, called: list[str]) -> None:
    found = link((extract(article(text)),), Corrections())
    assert [e.name for e in found.entities for m in e.mentions if m.form == "description"] == called


def test_an_editor_decides_what_is_no_name_and_of_which_kind() -> None:
    edited = parse_corrections("kinds: {Orca: none, Paris Hill: place}")
    made = read("[Orca](organisation: orca) and [Paris Hill](person: hill) met.", edited)
    assert [(e.id, e.kind) for e in made.entities] == [("paris-hill", "place")]


def test_a_name_that_no_source_uses_is_the_editors() -> None:
    made = read("[Ada](person: ada) sang.", parse_corrections("same: {Ada Moss: Ada}"))
    assert [(e.id, e.name, e.aliases[0].text) for e in made.entities] == [("ada-moss", "Ada Moss", "Ada")]
    assert "corrections.yml" in made.entities[0].aliases[0].because


def test_every_join_says_why_and_where() -> None:
    made = read("[Ada Moss](person: ada) sang. [Moss](person: ada) left.")
    (entity,) = made.entities
    assert [a.text for a in entity.aliases] == ["Ada Moss", "Moss"]
    assert entity.aliases[1].because == "“Ada Moss” is the only full name with “Moss” in its article"
    assert entity.aliases[1].articles == ("a00",)


def test_what_is_weakly_supported_gets_no_page_and_says_so() -> None:
    made = read("[Moss](person: moss; support=0.5) sang. [Ada Reed](person: reed) left.")
    assert {e.id: e.page for e in made.entities} == {"ada-reed": True, "moss": False}
    assert "only once" in {e.id: e.because for e in made.entities}["moss"]


def test_initials_that_fit_a_firm_without_its_legal_form_in_two_articles_tell_it_in_a_third() -> None:
    both = "[Orlan Data Systems Corp.](organisation: ods) grew. [ODS](organisation: ods; form=acronym) has 40 people."
    alone = "[ODS](organisation: ods; form=acronym) grew. [ODS](organisation: ods; form=acronym) shrank."
    once = read(f"{both}\n---\n{alone}")
    twice = read(f"{both}\n---\n{both}\n---\n{alone}")
    assert [len(made.entities) for made in (once, twice)] == [2, 1]


def test_a_scene_gets_a_page_where_two_sources_place_it_in_two_ways() -> None:
    at, near = "They met at Varmsel on Monday.", "They came from Varmsel on Monday. The bus to Varmsel was full."
    texts = {"two ways": (at, near), "one way": (at, at), "in one source": (f"{at} {near}",)}
    found = {how: join_names(Briefing(tuple(map(told_in, several, "ab")))).entities for how, several in texts.items()}
    pages = {how: {e.name: e.page for e in entities}.get("Varmsel") for how, entities in found.items()}
    assert pages == {"two ways": True, "one way": False, "in one source": False}


def told_in(text: str, name: str) -> Findings:
    return extract(article(text, path=f"seeds/{name}.txt"))


def test_somebody_of_a_single_name_gets_a_page_where_sources_call_them_so_three_times() -> None:
    twice = read("His brother [Vitor](person: v) left. [Vitor](person: v) sang.")
    thrice = read("His brother [Vitor](person: v) left. [Vitor](person: v) sang. [Vitor](person: v) slept.")
    assert [e.page for made in (twice, thrice) for e in made.entities] == [False, True]


def test_whoever_only_the_lists_tell_has_no_page_if_a_body_is_called_so() -> None:
    clinic = "[Ada Moss](person: ada; support=0.83) is full. She left [Ada Moss](person: ada; support=0.83)."
    called = read(f"{clinic}\n---\nThe [Ada Moss Clinic](organisation: clinic) grew.")
    alone = read(clinic)
    assert [{e.name: e.page for e in made.entities}["Ada Moss"] for made in (called, alone)] == [False, True]


def test_a_body_that_many_towns_have_has_no_page_without_its_owner() -> None:
    bare = read("The [Superior Court](organisation: court) met. The [Superior Court](organisation: court) rose.")
    owned = read("[Lima](place: lima)'s [Superior Court](organisation: court) met.")
    pages = [[e.page for e in made.entities if e.kind == "organisation"] for made in (bare, owned)]
    assert pages == [[False], [True]]


def test_a_firm_has_the_fuller_of_its_names() -> None:
    made = read("[Orlan](organisation: o) grew. [Orlan](organisation: o) shrank. [Orlan](organisation: o) is old.")
    fuller = (
        "[Orlan Foods](organisation: o) grew. [Orlan](organisation: o) shrank. [Orlan Foods](organisation: o) sold."
    )
    both = read(f"{fuller}\n---\n[Orlan](organisation: o) grew. [Orlan](organisation: o) is old.")
    assert [e.name for e in (*made.entities, *both.entities)] == ["Orlan", "Orlan Foods"]


def test_ids_are_the_slugs_of_names_and_differ() -> None:
    made = read(
        "[Tô Lâm](person: lam) met [Lima](person: one) in [Lima](place: lima). [Mr](title) [Kim Roe](person: a) left."
        "\n---\n[Mrs](title) [Kim Roe](person: b) came."
    )
    assert {"to-lam", "lima", "lima-person", "kim-roe", "kim-roe-person"} == {e.id for e in made.entities}


def test_roles_are_verbatim_with_the_date_of_their_sentence() -> None:
    made = read(
        "[Finance Minister](title) [Ada Moss](person: ada) resigned.\n\n"
        "[Mrs](title) [Moss](person: ada), [minister](title), left."
        "\n---\n[finance minister](title) [Ada Moss](person: ada) is back."
    )
    roles = made.entities[0].roles
    assert [r.evidence.text for r in roles] == ["Finance Minister", "minister", "finance minister"]
    assert roles[0].title == roles[2].title
    date = Date(**made.findings[0].article.at(0, 7), kind="date", value="2024-05", basis="stated", rule="mark")
    dated = find_roles(replace(made, findings=(replace(made.findings[0], dates=(date,)), *made.findings[1:])))
    assert [r.date for r in dated.entities[0].roles] == ["2024-05", None, None]


def test_places_know_their_country_and_where_they_are() -> None:
    assert whereabouts("country:VN")[0] == "VN"
    assert whereabouts("city:Hanoi") == ("VN", (21.0, 105.85))
    assert whereabouts("city:Nowhere") == whereabouts(None) == (None, None)


def test_somebody_is_called_by_the_name_with_the_first_given_name() -> None:
    made = read("[Armando Luis Juarez](person: a) came. [Luis Juarez](person: a) wept. [Luis Juarez](person: a) left.")
    assert [e.name for e in made.entities] == ["Armando Luis Juarez"]


def test_words_name_an_entity_only_if_they_are_its_name() -> None:
    made = read("[President](title) [Ada Moss](person: ada)’s aide spoke to the [Baltic Forum](organisation: forum).")
    index = EntityIndex(made.entities)
    article_ = made.findings[0].article

    def named_by(words: str) -> str | None:
        at = article_.text.index(words)
        found = index.named(article_.cite(Span(at, at + len(words))))
        return found.id if found else None

    assert named_by("President Ada Moss") == "ada-moss"
    assert named_by("the Baltic Forum") == "baltic-forum"
    assert named_by("Ada Moss’s aide") is None
    assert named_by("aide spoke to the Baltic Forum") is None


def test_joining_hostile_names_is_linear() -> None:
    text = " and ".join(f"[{'A' * 50}{n % 7} {'(' * 50}{n}](person)" for n in range(2000))
    made = read(text + f" [{'Z ' * 5000}Z](person)")
    assert sum(len(e.mentions) for e in made.entities) == 2001


# --- who gets a page ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Ana Torres opened the port. Ana Torres left. The crews of Ana Torres stayed.", ["Ana Torres"]),
        ("Ana Torres opened the port of Vigo on 3 May 2013. Ana Torres left.", ["Ana Torres"]),
        ("Ana Torres said that the port is open. The crews of Ana Torres stayed.", ["Ana Torres"]),
        ("The crews of Ana Torres stayed. Nobody saw Ana Torres.", []),
        ("Ana Torres said that the port is open.", []),
    ],
)
def test_a_page_is_for_what_has_something_to_tell(text: str, pages: list[str]) -> None:
    found = link((extract(article(text)),), Corrections())
    people = [e for e in found.entities if e.kind == "person"]
    assert [e.name for e in people if e.page] == pages
    assert all(e.because.endswith(" only") for e in people if not e.page)


def test_a_page_tells_what_happened_and_was_said_and_folds_the_rest_by_source() -> None:
    text = (
        "Ana Torres opened the port of Vigo on 3 May 2013. Ana Torres said that the quay is too small. Ana Torres left."
    )
    found = link((extract(article(text)),), Corrections())
    made = {p.path: p.content.decode() for p in render(found, (TEMPLATES,))}
    page = made["people/ana-torres.md"]
    titles = (
        "## Timeline",
        "## What Ana Torres said",
        "## What else the sources say",
        "## How this page was put together",
    )
    assert sorted(titles, key=page.index) == list(titles)
    assert "**Ana Torres** *said* " in page
    assert ": 1 sentence</summary>" in page, "two of the three are told above"


def test_a_page_begins_with_the_office_and_the_day_of_its_source() -> None:
    text = "Mayor Ana Reyes opened the port of Vigo. Ana Reyes, mayor of Vigo, left. Ana Reyes praised the port."
    found = link((extract(article(text, published="2013-05-03")),), Corrections())
    page = {p.path: p.content.decode() for p in render(found, (TEMPLATES,))}["people/ana-reyes.md"]
    first = page.partition("{: #h-top}")[2].strip().splitlines()[0]
    assert first.lower().startswith("**mayor of vigo** <small>as of ")
    assert "2013-05-03" in first


def test_a_page_shows_some_sentences_of_a_source_and_leads_to_the_others() -> None:
    plain = (f"The crews of Ana Torres stayed at pier {nth} of the harbour." for nth in "abcdefgh")
    text = " ".join(("Ana Torres opened the port of Vigo on 3 May 2013.", *plain))
    found = link((extract(article(text)),), Corrections())
    made = {p.path: p.content.decode() for p in render(found, (TEMPLATES,))}
    shown = made["people/ana-torres.md"].partition("{: #h-sentences}")[2].partition("\n## ")[0]
    assert shown.count("[sentence ") == MOST_EACH
    assert f"<small>{8 - MOST_EACH} more in [" in shown


# What gets a page as a body, and what doesn't; articles are separated by a line ``---``.
PAGES = (
    ("The GlideBook is thin. Makers of cases like the GlideBook. A new GlideBook costs $900.", set()),
    ("Your Oct. 23 Centennial Journal came. The Oct. 23 Centennial Journal sold.", {"Centennial Journal"}),
    ("So girls know that WOMEN CAN DRIVE TRUCKS. It is why WOMEN CAN DRIVE TRUCKS matters.", set()),
    ("GM cut jobs. General Motors said GM would hire again in May. GM makes cars.", {"General Motors"}),
    ("Critics praised the AZERTY-based model. AZERTY fans cheered. An AZERTY board is wide.", set()),
    ("The club's assistant GM, Ivo Klein, resigned. Klein became assistant GM in 2003.", set()),
    ("A driver in a grey Toyota fled. His Toyota was found, and a blue Fiat behind it. A Fiat burned.", set()),
    ("A driver in a Toyota spoke. Toyota said it would pay. Toyota makes cars.", {"Toyota"}),
    ("Marble from Little Kenya sells well. Shops in Little Kenya open late. They like Little Kenya.", set()),
    ("The island lies on the Atlantic Chain of Vents. Ships avoid the Atlantic Chain of Vents.", set()),
    ("Dan Browns, 41, ran home. Mr. Browns said nothing.", set()),
    (
        "Delmar Projects Inc. said income rose. Delmar Corp. owns 92% of it. Delmar makes pumps.",
        {"Delmar Projects Inc.", "Delmar Corp."},
    ),
    ("Mayor Ana Guardian lives in Perth. Guardian said she was glad. Guardian opened it in May.", set()),
    (
        "The Joint Committee on Chile met on Monday. The Joint Committee on Chile heard two witnesses.",
        {"Joint Committee on Chile"},
    ),
    (
        "The Southern Energy Council meets in Perth. The SEC has nine members. SEC members vote today.",
        {"Southern Energy Council"},
    ),
    (
        "The news agency IRNA said so. The agency IRNA agreed.\n---\nSpeaking to IRNA, he wept. He told IRNA no.",
        {"IRNA"},
    ),
    ("Apple unveiled the Apple Watch. The Apple Watch sold well. Apple said so.", {"Apple"}),
    ("Kraft closed a plant. Kraft Foods said 90 people worked there. Kraft Foods pays them.", {"Kraft Foods"}),
    ("The Bulldogs beat the Falcons. The Bulldogs led early; the Falcons tired.", set()),
    ("Superior Court Judge Ivo Klein ruled. The Superior Court sits again on Monday.", set()),
    ("The PulsePad ships in May. Reviewers of the PulsePad shrugged.", set()),
    ("She wrote a Java-based editor for Linux. The COBOL-based one was slower. COBOL fans wept.", set()),
    ("Police stopped her Mercedes. Witnesses saw a Mercedes turn.", set()),
    ("Jo Warriors, 19, of Perth, won. Ms. Warriors thanked them.", set()),
    (
        "Orrin Holdings PLC will spin off Orrin Textiles. Orrin Textiles makes rope. Orrin Holdings agreed.",
        {"Orrin Holdings PLC", "Orrin Textiles"},
    ),
    ("Lena Independent sings. Independent said she would stop. Independent left.", set()),
    (
        "The Senate Select Committee on Ghana will meet. Members of the Senate Select Committee on Ghana agreed.",
        {"Senate Select Committee on Ghana"},
    ),
    ("The Endangered Rivers Act (ERA) passed. Under the ERA dams are banned. The ERA is old.", set()),
    (
        (
            "The Orrin Crimes Division met at Kelmar Fire & Rescue.\n---\nThe Orrin Crime Division praised Kelmar Fire"
            " and Rescue."
        ),
        {"Orrin Crimes Division", "Kelmar Fire and Rescue"},
    ),
    (
        (
            "The L.A. Courier said so, and the Orrin Police Department agreed.\n---\nThe Los Angeles Courier and the"
            " Orrin Police were silent.\n---\nThe LA Courier left."
        ),
        {"Los Angeles Courier", "Orrin Police"},
    ),
    (
        (
            "The Central Voting Commission of Kelmar met.\n---\nThe Central Voting Commission sat, and TallReed Bank"
            " closed.\n---\nThe Tall Reed Bank opened."
        ),
        {"Central Voting Commission of Kelmar", "Tall Reed Bank"},
    ),
    (
        "The Orrin Hawks won. The Hawks sang.\n---\nThe Hawks lost.\n---\nThe Hawks left, and Hawks fans wept.",
        {"Orrin Hawks"},
    ),
    ("Shares of Tarn Motors fell. Tarn Motors Inc. said nothing. Analysts like Tarn Motors.", {"Tarn Motors"}),
)


@pytest.mark.parametrize(("texts", "expected"), PAGES)
def test_only_one_body_gets_a_page_of_an_organisation(texts: str, expected: set[str]) -> None:
    found = tuple(extract(article(t, path=f"seeds/a{n}.txt")) for n, t in enumerate(texts.split("\n---\n")))
    entities = join_names(Briefing(found)).entities
    assert {e.name for e in entities if e.page and e.kind == "organisation"} == expected


def test_of_a_place_the_sentences_are_told_that_are_about_it() -> None:
    text = (
        "Peru has lost half of its glaciers in ten years, a study found. Mayor Ana Torres was born in Peru. "
        "Ferries to Peru are full. A song was heard in Peru."
    )
    found = link((extract(article(text)),), Corrections())
    page = {p.path: p.content.decode() for p in render(found, (TEMPLATES,))}["places/peru.md"]
    assert "has lost half of its glaciers" in page
    assert "A song was heard" not in page
