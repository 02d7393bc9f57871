"""A word of a paragraph, with what the language says of it there."""

from typing import NamedTuple

from generator.model import Name
from generator.text import VerbGroup, Word
from generator.text.words import WHO


class Token(NamedTuple):
    """A word, a punctuation mark, or (``stretch`` ≥ 0) a whole quoted stretch, with its part of speech.

    ``name`` is the name found that it is part of; the head of a verb group has its ``group``, a word of a noun phrase
    where that ``phrase`` begins and ends: both counted in tokens of the paragraph.
    """

    start: int
    end: int
    word: Word
    stretch: int = -1
    name: Name | None = None
    part: str = ""
    group: VerbGroup | None = None
    phrase: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        """The word as it is written, or what stands between the marks."""
        return self.word.text

    @property
    def low(self) -> str:
        """The word in small letters, with a straight apostrophe."""
        return self.word.low

    @property
    def is_word(self) -> bool:
        """Whether this is a word or a number."""
        return self.stretch < 0 and self.word.shape in ("word", "number")

    @property
    def is_capital(self) -> bool:
        """Whether this is a word with a capital initial."""
        return self.stretch < 0 and self.word.capital

    @property
    def named(self) -> bool:
        """Whether this is part of a name, and not of *it*, *the company* or *French*."""
        return self.name is not None and self.name.form == "name"

    @property
    def role(self) -> bool:
        """Whether this is a noun for somebody or something that can speak."""
        return not self.word.kinds.isdisjoint(WHO)

    def is_kind(self, kind: str) -> bool:
        """Tell whether this is a word of a class of ``words.tsv``, in a name or out of one."""
        return kind in self.word.kinds

    @property
    def denied(self) -> bool:
        """Whether it is a verb that tells what nobody did: ``never said``."""
        return self.group is not None and self.group.denied

    @property
    def speech(self) -> bool:
        """Whether this is a verb of speech here, and no noun or adjective: not ``his call``, ``the reported plan``."""
        return "speech" in self.word.kinds and (self.group is not None or self.part == "participle")

    @property
    def form(self) -> str:
        """The form of a verb: ``past``, ``participle``, ``present``, ``base`` or ``ing``."""
        kinds = self.word.kinds
        if self.part == "verb":
            return "past" if "past" in kinds else "present"
        if self.part == "inner":
            return next((form for form in ("participle", "base") if form in kinds), "ing")
        return self.part

    def is_a(self, *kinds: str) -> bool:
        """Tell whether this is a word, of no name, of one of the classes of ``words.tsv``."""
        return not self.named and not self.word.kinds.isdisjoint(kinds)
