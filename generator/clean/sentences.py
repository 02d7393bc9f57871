"""Where the sentences of a block begin and end."""

from __future__ import annotations

from nupunkt import sent_spans

from generator.model import Span


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``text`` within a span, without surrounding white space."""
    part = text[span.start : span.end]
    spans = []
    for start, end in sent_spans(part):
        raw = part[start:end]
        if raw.strip():
            lead = len(raw) - len(raw.lstrip())
            spans.append(Span(span.start + start + lead, span.start + start + len(raw.rstrip())))
    return tuple(spans)
