"""Article ──▶ terms: what the article defines, abbreviates, or keeps speaking of."""

from __future__ import annotations

from generator.extract.terms.acronyms import Pair, acronyms
from generator.extract.terms.finder import find_terms

__all__ = ["Pair", "acronyms", "find_terms"]
