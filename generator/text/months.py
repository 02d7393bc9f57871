"""The names of the months, from the locale data of Unicode (CLDR)."""

from functools import cache

from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "id", "pl", "sv", "tr")
"""Those whose newspapers we have looked at; English first, so that it wins."""
_MORE = {"sept": 9}
_SHORTEST = 3  # letters; "5" is no month's name


@cache
def month_names(languages: tuple[str, ...] = LANGUAGES) -> dict[str, int]:
    """Return the numbers of the months by their full and short names, in small letters and without full stops."""
    found: dict[str, int] = {}
    for code in languages:
        for width in ("wide", "abbreviated"):
            for number, name in Locale(code).months["format"][width].items():
                found.setdefault(name.lower().rstrip("."), number)
    return {name: number for name, number in {**found, **_MORE}.items() if len(name) >= _SHORTEST}
