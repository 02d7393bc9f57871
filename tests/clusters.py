"""Clusters of short articles in the marked-text form, and the briefing that they make.

A case holds several articles, each after a line ``--- name`` or ``--- name 2024-05-02`` (its date of publication).
Marks: ``person``, ``organisation``, ``place``, ``demonym`` (value: the entity's id, else the words), ``date`` (EDTF
value, or none; ``offset=``, ``rule=``), ``told`` (value: the event; ``date=``, ``mode=``, ``status=``), ``headline``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from marked import article

from generator.model import Briefing, Date, Entity, Findings, Name, Span, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marked import Case, Mark

NAMES = ("person", "organisation", "place", "demonym")
_HEAD = re.compile(r"(?m)^--- (?P<name>[\w-]+)(?: (?P<published>\S+))?\n")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Told:
    """An expected telling: which article, the span in it, the event's key, its date and mode."""

    article: str
    span: Span
    key: str
    date: str | None
    mode: str
    status: str | None = None


def briefing(case: Case) -> tuple[Briefing, tuple[Told, ...], tuple[str, ...]]:
    """Return the articles of a case with their names, dates and entities, what is told, and the headlines expected."""
    findings: list[Findings] = []
    mentions: dict[tuple[str, str], list[Name]] = {}
    told: list[Told] = []
    headlines: list[str] = []
    for name, published, text, marks in _parts(case):
        found = replace(article(text, path=f"seeds/{name}.txt"), id=name)
        if published:
            found = replace(found, published=Stated(published, (), "its file"))
        dates = tuple(_date(found.at(m.start, m.end), m) for m in marks if m.kind == "date")
        names = tuple(_name(found.at(m.start, m.end), m) for m in marks if m.kind in NAMES)
        for mention in names:
            mentions.setdefault((mention.kind, mention.norm), []).append(mention)
        findings.append(Findings(found, dates=dates, names=names))
        told += [
            Told(
                name,
                Span(m.start, m.end),
                m.value,
                m.more.get("date"),
                m.more.get("mode", "happened"),
                m.more.get("status"),
            )
            for m in marks
            if m.kind == "told"
        ]
        headlines += [m.text for m in marks if m.kind == "headline"]
    entities = tuple(
        Entity(id=norm, kind=kind, name=found[0].text, aliases=(), mentions=tuple(found))  # type: ignore[arg-type]
        for (kind, norm), found in mentions.items()
    )
    findings.sort(key=lambda f: f.article.id)
    return Briefing(tuple(findings), entities=entities), tuple(told), tuple(headlines)


def _parts(case: Case) -> Iterator[tuple[str, str | None, str, tuple[Mark, ...]]]:
    heads = list(_HEAD.finditer(case.text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        end = following.start() if following else len(case.text)
        inside = tuple(
            replace(m, start=m.start - head.end(), end=m.end - head.end())
            for m in case.marks
            if head.end() <= m.start and m.end <= end
        )
        yield head["name"], head["published"], case.text[head.end() : end], inside


def _date(located: dict, mark: Mark) -> Date:  # type: ignore[type-arg]
    basis = "relative" if "offset" in mark.more else "stated"
    return Date(
        **located,
        kind="date",
        value=mark.value or None,
        basis=basis if mark.value else "unresolved",
        offset=mark.more.get("offset"),
        rule=mark.more.get("rule", "case"),
    )


def _name(located: dict, mark: Mark) -> Name:  # type: ignore[type-arg]
    kind = "place" if mark.kind == "demonym" else mark.kind
    norm = mark.value or _NOT_WORD.sub("-", mark.text.lower()).strip("-")
    return Name(
        **located, kind=kind, form="demonym" if mark.kind == "demonym" else "name", norm=norm, support=1.0, rule="case"
    )
