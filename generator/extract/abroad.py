"""Articles in a few other languages ──▶ whole days and sums, which the locale data of Unicode tells surely."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name

from generator.lexicons import table
from generator.model import RUNNING, Article, Date, Figure, Findings, Problem, Span, value_of
from generator.text.pubdate import find_dates, month_names

LANGUAGES = ("de", "fr", "es", "it", "pt")
"""They write the comma before decimals; the months, currencies and scales of each are known."""

CODES = tuple(
    "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR JPY KRW MXN NOK NZD PLN SEK SGD TRY UAH USD ZAR".split()  # noqa: SIM905
)

SIGNS = {"€": "EUR", "£": "GBP", "%": "%"}
_DAY = "2024-05-03"
_WORD = re.compile(r"[^\W\d_]+")
_GROUPS = {"fr": r"[.\u00a0\u202f\x20]"}  # 12 000, as a rule with a space that doesn't break
_GROUP = r"[.\u00a0\u202f]"  # 12.000
_BESIDE = re.compile(r"[^\W\d_]+|[~<>≈/–-]")
NEAR = 3  # words before a number that may round or bound it: *plus de la moitié des 3 millions*
REACH = 60  # characters in which these stand


@dataclass(frozen=True, slots=True)
class _Speech:
    """What is known of a language: its units by their names, its scales, and the words that make a number unsure."""

    units: dict[str, str]
    scales: dict[str, Decimal]
    unsure: frozenset[str]
    after: frozenset[str]
    pattern: re.Pattern[str]


def find_abroad(findings: Findings) -> Findings:
    """Return the findings with the whole days, sums and percentages of an article in one of ``LANGUAGES``.

    What may be rounded, a bound or a part of a range is left out, and so is what the words don't tell surely.
    """
    article = findings.article
    told = f"not read: {article.unread}; its text is shown, and its names that others have"
    findings = replace(findings, problems=(*findings.problems, Problem(article.path, told)))
    code = value_of(article.language)
    if code not in LANGUAGES:
        return findings
    spans = [s for b in article.blocks if b.kind in RUNNING for s in b.sentences]
    dates = tuple(d for s in spans for d in _days(article, s, code))
    return replace(findings, dates=dates, figures=tuple(f for s in spans for f in _sums(article, s, code)))


def _days(article: Article, span: Span, code: str) -> Iterator[Date]:
    months = month_names((code,))
    for found in find_dates(article.text[span.start : span.end]):
        at = article.at(span.start + found.start, span.start + found.end)
        if len(found.value) == len(_DAY) and any(w.lower() in months for w in _WORD.findall(at["text"])):
            yield Date(
                **at, kind="date", value=found.value, basis="stated", rule="whole day abroad", because="as written"
            )


def _sums(article: Article, span: Span, code: str) -> Iterator[Figure]:
    speech = _speech(code)
    for match in speech.pattern.finditer(article.text, span.start, span.end):
        if _is_unsure(article.text[max(span.start, match.start() - REACH) : match.start()], speech.unsure, -NEAR):
            continue
        if _is_unsure(article.text[match.end() : min(span.end, match.end() + REACH)], speech.after, 1):
            continue
        scale = speech.scales[" ".join(match["scale"].lower().split())] if match["scale"] else Decimal(1)
        number = Decimal(re.sub(r"[.\s\u00a0\u202f]", "", match["number"]).replace(",", "."))
        named = " ".join((match["unit"] or match["sign"]).split())
        unit = named if named in CODES else speech.units[named.lower()]
        because = f"as {Locale('en').languages[code]} writes numbers"
        kind = "percent" if unit == "%" else "money"
        value, at = number * scale, article.at(match.start(), match.end())
        value = value.to_integral_value() if value % 1 == 0 else value
        yield Figure(**at, value=value, unit=unit, kind=kind, rule="sum abroad", because=because)


def _is_unsure(beside: str, words: frozenset[str], near: int) -> bool:
    """Tell whether a word beside a number makes it unsure; ``near`` of them are looked at, from the end if negative."""
    found = [w.lower() for w in _BESIDE.findall(beside)]
    return any(w in words or not w.isalpha() for w in (found[near:] if near < 0 else found[:near]))


@cache
def _speech(code: str) -> _Speech:
    rows = [(kind, word, "".join(value)) for lang, kind, word, *value in table("figures-abroad") if lang == code]
    scales = {word: Decimal(value) for kind, word, value in rows if kind == "scale"}
    unsure, after = (frozenset(word for kind, word, _ in rows if kind == name) for name in ("unsure", "after"))
    # a dollar alone is none of the currencies
    units = {get_currency_name(c, count=n, locale=code).lower(): c for c in CODES for n in (1, 2)}
    units |= {**SIGNS, **{word: value for kind, word, value in rows if kind == "unit"}}
    group = _GROUPS.get(code, _GROUP)
    pattern = re.compile(
        rf"""
        (?<![\w.,:/€£$%+-])(?<!\d[\ \u00a0\u202f])(?:(?P<sign>[€£])[\ \u00a0]?)?                    # € 4,6 Mio.
        (?P<number>\d{{1,3}}(?:{group}\d{{3}}){{1,4}}(?:,\d{{1,2}})?|\d{{1,6}}(?:,\d{{1,2}})?)  # 1.200,50
        (?![.,\u00a0\u202f]?\d)
        (?:[\ \u00a0\u202f](?P<scale>{_any(scales)})(?!\w))?                 # 4,6 Millionen
        (?(sign)(?![\ \u00a0]?[€£%])
          |[\ \u00a0\u202f]?(?:d[ei’'][\ \u00a0]?)?(?P<unit>(?-i:{"|".join(CODES)})|{_any(units)})(?!\w))  # d’euros, %
        """,
        re.VERBOSE | re.IGNORECASE,
    )
    return _Speech(units, scales, unsure, after, pattern)


def _any(words: dict[str, str] | dict[str, Decimal]) -> str:
    written = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"[\ \u00a0]") for w in written)
