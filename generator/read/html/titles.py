"""A page ──▶ its headline: the visible first heading that agrees with what the page states, else what it states."""

import re

from generator.lexicons import table
from generator.model import Statement
from generator.read.html.page import Page, alike, fold, parts, sites

AGREES = 0.6  # of the shorter one's words; a site edits its headline for the search engines
_DIGITS = re.compile(r"\d{1,5}")  # 404: Page not found
FEWEST_WORDS = 4  # of a heading that nothing agrees with; shorter ones are names of sites and sections


def title(page: Page) -> Statement | None:
    """Return the headline, without the site's name before or after it."""
    known = sites(page)
    stated = [_bare(s, known) for s in _stated(page)]
    heads = [Statement("title", words, f"line {line}, <h1>") for words, line in page.heads if fold(words) not in known]
    ranked = sorted(heads, key=lambda h: -_agreement(h, stated))  # the first of equals stays first
    if ranked and _agreement(ranked[0], stated) >= AGREES:
        return _without_section(ranked[0], stated)
    alone = [h for h in heads if len(h.value.split()) >= FEWEST_WORDS or not stated]
    if len(heads) == 1 and alone:
        return alone[0]
    return next((s for s in stated if s.value), alone[0] if alone else None)


def stands_in(page: Page) -> str:
    """Return what a page is whose headline says that the article isn't on it; empty for other pages."""
    told = [words for words, _ in page.heads] + (parts(page.title.value) if page.title else [])
    known = {row[0]: row[1] for row in table("read-no-articles")}
    return next((known[words] for text in told if (words := fold(_DIGITS.sub("", text))) in known), "")


def _stated(page: Page) -> list[Statement]:
    items = [i for i in page.items if i.is_article and i.headline]
    found = [Statement("title", i.headline, f"line {i.line}, JSON-LD headline") for i in items]
    found += [Statement("title", m.value, m.place) for m in page.meta("title")]
    if page.title:
        found.append(Statement("title", page.title.value, page.title.place))
    return sorted(found, key=lambda s: _is_cut(s, found))


def _is_cut(said: Statement, others: list[Statement]) -> bool:
    """Tell whether a title is the beginning of another: a quotation mark in it ended the attribute."""
    return any(o.value != said.value and o.value.startswith((f'{said.value} "', f'{said.value}"')) for o in others)


def _bare(said: Statement, known: frozenset[str]) -> Statement:
    """Return a title without the site's name at its end or beginning."""
    value = said.value
    pieces = parts(value)
    while len(pieces) > 1 and fold(pieces[-1]) in known:
        value = value[: value.rindex(pieces.pop())].rstrip(" |\u2013\u2014»·•:-")
    if len(pieces) > 1 and fold(pieces[0]) in known:
        value = value[value.index(pieces[1]) :]
    return Statement(said.field, value, said.place)


def _agreement(head: Statement, stated: list[Statement]) -> float:
    """Return how well a heading agrees with what is stated; two words that agree by chance are none."""
    return max((alike(head.value, s.value) * min(1.0, _long(head, s)) for s in stated), default=0.0)


def _long(one: Statement, other: Statement) -> float:
    """Return 1 for two titles of like length, less where one is a short part of the other."""
    lengths = sorted((len(fold(one.value)), len(fold(other.value))))
    return 2 * lengths[0] / lengths[1] if lengths[1] else 0.0


def _without_section(head: Statement, stated: list[Statement]) -> Statement:
    """Return a heading without the section before it (``Politics | The headline``) if a stated title lacks it."""
    pieces = parts(head.value)
    whole = {fold(s.value) for s in stated}
    if len(pieces) > 1 and fold(head.value) not in whole:
        rest = head.value[head.value.index(pieces[1], len(pieces[0])) :]
        return Statement(head.field, rest, head.place) if fold(rest) in whole else head
    return head
