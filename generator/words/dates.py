"""EDTF dates in the words of the pages' language: month names and their order from the locale data of Unicode."""

from datetime import date

from babel.dates import format_date, get_month_names

from generator import edtf
from generator.words import ENGLISH, _, language, locale


def dated(value: str) -> str:
    """Return an EDTF value in words: ``14. April 2025`` in German."""
    return edtf.format_value(value) if language() == ENGLISH else edtf.format_value(value, edtf.Tongue(_, _named))


def _named(stem: str) -> str:
    """Return a day or a month of a year."""
    year, month, *day = stem.split("-")
    if day:
        return format_date(date.fromisoformat(stem), "long", locale())
    return f"{get_month_names('wide', 'stand-alone', locale())[int(month)]} {year.lstrip('0')}"
