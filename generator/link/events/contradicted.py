"""Tellings that an article's own date contradicts: what it tells as coming lies before it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.link.events.telling import Telling
    from generator.model import Article


def contradicted_tellings(tellings: Iterable[Telling], articles: Mapping[str, Article]) -> tuple[Problem, ...]:
    """Return a problem for each plan that is told as still open and has a stated date before the article's own."""
    return tuple(_doubt(t, articles[t.article]) for t in tellings if t.coming and _is_over(t))


def _is_over(telling: Telling) -> bool:
    told = edtf.bounds(telling.value) if telling.value and telling.basis == "stated" else None
    written = edtf.bounds(telling.written) if telling.written else None
    return bool(told and written and told.last and written.first and told.last < written.first)


def _doubt(telling: Telling, article: Article) -> Problem:
    message = (
        f"tells as coming what it dates {edtf.format_value(telling.value or '')}, before its own date, "
        f"{edtf.format_value(telling.written or '')}; check both, and state the right date beside the article"
    )
    return Problem(article.path, message, article.line_at(telling.headline.span.start))
