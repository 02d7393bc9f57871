"""A number in digits or words ──▶ its value."""

from functools import lru_cache

from generator.lexicons import numerals


@lru_cache(maxsize=1 << 14)
def value_of(number: str) -> float | None:
    """Return the number that a word in small letters stands for, or None: *nine*, *twenty-six*, *1,200*."""
    parts = [numerals().get(part, part).replace(",", "") for part in number.split("-")]
    return float(sum(map(int, parts))) if all(part.isdecimal() for part in parts) else None
