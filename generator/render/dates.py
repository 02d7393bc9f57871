"""EDTF dates in words, whatever stands in their place."""

from __future__ import annotations

from generator import edtf


def readable(value: str | None) -> str:
    """Return an EDTF date as people write it, what isn't one as it is, and ``undated`` for None."""
    if value is None:
        return "undated"
    return edtf.format_value(value) if edtf.valid(value) else value
