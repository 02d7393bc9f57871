"""Whether an article may name somebody in another form: a part of the name, its initials, or as its own publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from generator.model import Article

SMALL = frozenset(("of", "the", "for", "and", "in", "on", "de", "la", "del", "du", "des", "und", "für"))
"""Words inside a name that have no letter in its initials."""
LONG = 3
"""Letters of a word that tells of whom it is a part."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Forms:
    """The words of an article with a capital, the initials of its words in a row, and who published and wrote it."""

    words: AbstractSet[str]
    initials: str
    makers: str

    def may_name(self, names: Iterable[str]) -> bool:
        """Tell whether any part of some names, or their initials written out or short, stands in the article."""
        return any(map(self._may_name, names))

    def _may_name(self, name: str) -> bool:
        parts = [w for w in _WORD.findall(name) if w.lower() not in SMALL]
        whole = [w.casefold() for w in parts if len(w) >= LONG]
        short = "".join(w[0] for w in parts if w[0].isupper())
        if not self.words.isdisjoint(whole) or any(w in self.makers for w in whole):
            return True
        written_out = any(w.isupper() and len(w) >= LONG and w in self.initials for w in parts)
        return written_out or (len(short) >= LONG and short.casefold() in self.words)


def forms_of(article: Article) -> Forms:
    """Return what of an article may name somebody."""
    words = _WORD.findall(article.text)
    initials = "".join(w[0] if w[0].isupper() else " " for w in words if w not in SMALL)
    stated = (value_of(x) or "" for x in (article.publisher, article.house, article.byline))
    return Forms(frozenset(w.casefold() for w in words if w[0].isupper()), initials, " ".join(stated).casefold())
