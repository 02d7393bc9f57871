"""The timeline in the form that TimelineJS reads."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from generator import edtf
from generator.model import Page
from generator.render.markdown import printable
from generator.render.places import where
from generator.render.tables import MOST

if TYPE_CHECKING:
    from datetime import date

    from generator.model import Event
    from generator.render.cite import On
    from generator.render.lookup import Lookup
    from generator.render.page import PageMaker

Row = dict[str, Any]


def timeline_js(maker: PageMaker, on: On) -> Page:
    """Return ``data/timelinejs.json`` (for TimelineJS 3), where texts are HTML; each slide leads to its sentences."""
    events, title = maker.briefing.events, maker.site
    slides = [_slide(e, maker.lookup, on) for e in events if e.date and edtf.bounds(e.date)]
    return Page("data/timelinejs.json", _dumped({"title": {"text": {"headline": _html(title)}}, "events": slides}))


def _slide(event: Event, lookup: Lookup, on: On) -> Row:
    value = event.date or ""
    covered = edtf.bounds(value)
    precision = edtf.precision(value)
    first, last = (covered.first, covered.last) if covered else (None, None)
    marks = [w for w in (event.mode, event.status) if w not in ("happened", "agreed", "single")]
    first_of = {e.article: e for e in sorted(event.evidence, key=lambda e: (e.article, e.span), reverse=True)}
    links = [
        f'<a href="{html.escape(on(*where(lookup.articles[a], first_of[a].span.start)))}">{_html(lookup.labels[a])}</a>'
        for a in sorted(first_of)[:MOST]
    ]
    slide = {
        "unique_id": event.id,
        "group": event.kind or "other",
        "start_date": _point(first or last, precision),
        "text": {
            "headline": _html(event.headline.text),
            "text": f"<p>{_html('; '.join((*marks, event.because)))}</p><p>{' · '.join(links)}</p>",
        },
        "display_date": _html(edtf.format_value(value)),
    }
    if first and last and first != last:
        slide["end_date"] = _point(last, "day")
    return slide


def _point(day: date | None, precision: str) -> Row:
    if day is None:
        return {}
    parts = {"year": day.year, "month": day.month, "day": day.day}
    kept = {"year": 1, "decade": 1, "century": 1, "month": 2}.get(precision, 3)
    return dict(list(parts.items())[:kept])


def _html(text: str) -> str:
    return html.escape(printable(text))


def _dumped(data: Row) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
