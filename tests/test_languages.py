"""Articles in other languages: shown in full, and nothing in them is guessed by English rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import article

from generator.clean import clean, identify
from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections, Findings, Inferred, Source, Unknown
from generator.read import read
from generator.render.text import language

FILES = Path(__file__).parent / "files"
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
NAMED = """Harbour bridge closes
9 March 2024

The harbour bridge of Brightwater will close on Monday, the port authority said. “We have no choice,” said Ruth Okafor,
the engineer of the authority. Ruth Okafor told reporters that the repairs cost 4.6 million euros.
"""


def sample(code: str) -> Findings:
    path = FILES / "languages" / f"{code}.txt"
    return extract(clean(Source(path.name, "0" * 64, path.read_text(encoding="utf-8"), "txt")))


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_read_in_another_language_and_that_is_said(code: str) -> None:
    found = sample(code)
    assert found.article.unread == f"the article is in {LANGUAGES[code]}"
    assert (found.names, found.quotes, found.terms, found.agreements) == ((),) * 4
    assert [p.message.split(";")[0] for p in found.problems] == [f"not read: the article is in {LANGUAGES[code]}"]
    shown = " ".join(found.article.text[b.span.start : b.span.end] for b in found.article.blocks if b.kind != "removed")
    assert shown.split() == found.article.text.split()


@pytest.mark.parametrize("code", LANGUAGES)
def test_sums_are_read_as_the_language_writes_numbers_or_not_at_all(code: str) -> None:
    found = sample(code)
    expected = [("4600000", "EUR")] if code in ("de", "es", "fr", "it", "pt") else []
    assert [(str(f.value), f.unit) for f in found.figures] == expected
    assert found.dates == ()


SMALL = {
    "de": "Das haben sie auch nicht mit uns und der Stadt, sie ist für die Leute bei uns wichtig und nicht nur das.",
    "fr": "Ils sont dans la ville avec les gens qui ne sont pas pour nous, et elle est sur le port depuis une semaine.",
    "es": "Los vecinos no están con el alcalde, porque la ciudad es para todos y no sólo para los que viven allí.",
    "it": "Non sono con il sindaco, perché la città è di tutti e non solo per quelli che vivono nel porto della città.",
    "pt": "Os vizinhos não estão com o prefeito, porque a cidade é para todos e não só para os que vivem no porto.",
}
SUMS = {
    "de": {
        "Es kostet 12.345.678,90 Euro.": "12345678.90 EUR",
        "Es sind 14,5 Prozent.": "14.5 %",
        "Es kostet € 2,5 Mio.": "2500000 EUR",
        "Es kostet 100 Schweizer Franken.": "100 CHF",
        "Es kostet 3 Milliarden US-Dollar.": "3000000000 USD",
    },
    "fr": {
        "Il coûte 12 000 euros.": "12000 EUR",
        "Il coûte 1,5 million de dollars canadiens.": "1500000 CAD",
        "C'est 20 pour cent.": "20 %",
    },
    "es": {"Cuesta 4.600 millones de euros.": "4600000000 EUR", "Cuesta 2 mil millones de euros.": "2000000000 EUR"},
    "it": {"Costa 300 mila euro.": "300000 EUR", "Costa 4,6 miliardi di euro.": "4600000000 EUR"},
    "pt": {"Custa 3 mil milhões de euros.": "3000000000 EUR", "Custa 2,5 bilhões de euros.": "2500000000 EUR"},
}
LEFT_OUT = {
    "de": "mehr als 3 Milliarden Euro; zwischen 4 und 5 Millionen Euro; 4 bis 5 Euro; 300 Euro pro Tag; rund 40 Euro"
    "; -3 %; 1.5 Millionen Euro; Version 2.0 Euro; 7 Dollar; Platz 3 200 Euro; um 4 Prozent; 3 try",
    "fr": "plus de 3 milliards d'euros; entre 4 et 5 millions d’euros; 2 euros le litre; 4.5 %; 1 million de dollars",
    "es": "casi 3 millones de euros; 4.6 millones de euros; 1,200 pesos; mil millones de euros; 3 euros más",
    "it": "circa 3 miliardi di euro; 10 euro al giorno; da 3 a 5 euro",
    "pt": "mais de 4 milhões de euros; cerca de 3 euros; R$ 300",
}


def told(code: str, words: str) -> Findings:
    return extract(article(f"{SMALL[code]}\n\n{SMALL[code]} {words}\n"))


@pytest.mark.parametrize("code", SUMS)
def test_numbers_scales_and_currencies_are_those_of_the_language(code: str) -> None:
    for words, expected in SUMS[code].items():
        assert [f"{f.value} {f.unit}" for f in told(code, words).figures] == [expected], words


@pytest.mark.parametrize("code", LEFT_OUT)
def test_a_sum_that_is_not_sure_is_left_out(code: str) -> None:
    for words in LEFT_OUT[code].split("; "):
        assert told(code, f"{words}.").figures == (), words


DAYS = {
    "de": "3. Mai 2024",
    "fr": "3 mai 2024",
    "es": "3 de mayo de 2024",
    "it": "3 maggio 2024",
    "pt": "3 de maio de 2024",
}


@pytest.mark.parametrize("code", DAYS)
def test_a_day_with_its_month_and_year_is_read_and_no_other(code: str) -> None:
    found = told(code, f"{DAYS[code]}. 2024. 03/05/2024. {DAYS[code].removesuffix(' 2024')}. 2-{DAYS[code]}.")
    assert [(d.text, d.value, d.basis) for d in found.dates] == [(DAYS[code], "2024-05-03", "stated")]


@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "pt", "zh"])
def test_the_day_of_publication_is_read_in_languages_whose_months_are_known(code: str) -> None:
    published = sample(code).article.published
    assert not isinstance(published, Unknown)
    assert published.value == "2024-03-09"


def test_a_day_that_could_be_a_month_is_read_as_the_language_writes_it() -> None:
    published = sample("vi").article.published
    assert isinstance(published, Inferred)
    assert (published.value, published.because) == ("2024-03-09", "the day is read first, as in Vietnamese")


def test_a_language_that_no_list_knows_is_not_taken_for_english() -> None:
    assert sample("et").article.unread == "the article is in a language that isn't known"


def test_english_is_read_and_so_is_a_text_too_short_to_tell() -> None:
    assert article(NAMED).unread == ""
    assert article("Ferry service resumes\n\nThe ferry resumed.").unread == ""


def joined(*codes: str) -> Briefing:
    texts = {"en.txt": NAMED} | {
        f"{c}.txt": (FILES / "languages" / f"{c}.txt").read_text(encoding="utf-8") for c in codes
    }
    sources = [Source(name, name.encode().hex().ljust(64, "0"), text, "txt") for name, text in texts.items()]
    return link(tuple(extract(a) for a in identify(tuple(map(clean, sources)), Corrections())), Corrections())


def test_names_that_stand_elsewhere_in_the_same_form_lead_on_and_nothing_else_is_said() -> None:
    briefing = joined(*LANGUAGES)
    unread = {f.article.id: f for f in briefing.findings if f.article.unread}
    assert len(unread) == len(LANGUAGES)
    for found in unread.values():
        assert "Ruth Okafor" in {n.text for n in found.names}
        assert {n.text for n in found.names} <= {"Ruth Okafor", "Brightwater"}
    assert not any(e.article in unread for event in briefing.events for e in event.evidence)
    assert not briefing.differences
    (okafor,) = [e for e in briefing.entities if e.name == "Ruth Okafor"]
    assert {m.article for m in okafor.mentions} >= set(unread)


def test_the_words_of_an_article_carry_their_language_and_direction() -> None:
    assert str(language(sample("ar").article)) == ' lang="ar" dir="rtl"'
    assert str(language(sample("vi").article)) == ' lang="vi" dir="ltr"'
    assert str(language(article(NAMED))) == ""


def test_what_the_editor_says_of_the_language_decides(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(NAMED, encoding="utf-8")
    (tmp_path / "seeds" / "a.yml").write_text("language: sw\n", encoding="utf-8")
    (source,), _ = read(tmp_path / "seeds", tmp_path)
    assert clean(source).unread == "the article is in Swahili"
