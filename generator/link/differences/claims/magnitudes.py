"""How strong the earthquake was that an article reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import Claim, is_lead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus

STRONGEST = 10.0
"""Magnitudes are below."""

_QUAKE = re.compile(r"(?i)\b(?:earth)?quakes?\b|\btremors?\b|\btemblors?\b")
_SIZE = re.compile(
    r"""(?xi)
    \b magnitude (?:\ of|-|\ -)? \ ? (?P<behind> [0-9] \. [0-9] ) \b            # a magnitude of 6.1, magnitude-6.1
    | (?<![0-9.,]) (?P<before> [0-9] \. [0-9] ) \ ? -? \ ? magnitude \b         # a 6.1-magnitude quake
    | \b (?: measured | measuring | registered | registering ) \ (?: a\ | at\ )?
      (?P<scale> [0-9] \. [0-9] ) \ on \ the \ (?: Richter | open-ended )       # measured 6.1 on the Richter scale
    """
)
_AFTER = re.compile(
    r"(?i)\baftershocks?\b|\bforeshocks?\b|\bago\b|\blast\b|\bsecond\b|\bearlier\b|\b(?:19|20)[0-9]{2}\b|\bsince\b"
)


def magnitudes(corpus: Corpus) -> Iterator[Claim]:
    """Yield the magnitude that the first sentences of an article give."""
    for article in corpus.briefing.articles:
        for index in range(min(4, len(article.sentences))):
            line = corpus.line(article.id, index)
            sizes = [next(g for g in m.groups() if g) for m in _SIZE.finditer(line.text)]
            if len(sizes) == 1 and is_lead(line) and _QUAKE.search(line.text) and not _AFTER.search(line.text):
                yield Claim("How strong was the earthquake?", "", line, sizes[0], float(sizes[0]), days=0)
