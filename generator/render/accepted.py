"""Accepted ──▶ accepted.jsonl: one fact a line, sorted, so that its history reads well."""

import json
from collections.abc import Iterator

from generator.model import ACCEPTED, Accepted


def accepted_file(accepted: Accepted) -> bytes:
    """Return the bytes of the file (see ``generator.read.accepted``); what UTF-8 has no bytes for is escaped."""
    rows = tuple(_rows(accepted))
    head = {"schema": ACCEPTED, "generator": accepted.generator, "editor": accepted.editor, "rows": len(rows)}
    lines = (json.dumps(row, ensure_ascii=False) for row in (head, *rows))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _rows(accepted: Accepted) -> Iterator[dict[str, object]]:
    for content, title in accepted.articles:
        yield {"article": content, "title": title}
    for entry in accepted.corrections:
        yield {"correction": entry}
    for fact in accepted.facts:
        told = {name: getattr(fact, name) for name in ("text", "value", "origins", "id", "claims", "articles")}
        yield {"fact": fact.kind, **told}
    for address in accepted.addresses:
        yield {"address": address.id, "kind": address.kind, "about": address.about}
