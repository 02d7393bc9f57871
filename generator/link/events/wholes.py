"""What of a sentence is shown as a line, with who says so and what came of it; where its story begins."""

from dataclasses import replace

from generator.link.events.arguments import Arguments, headline
from generator.link.events.attribution import with_speaker
from generator.link.events.lines import is_torn, stands
from generator.link.events.phrases import Phrase
from generator.link.events.words import Word

Range = tuple[int, int]


def shown_words(scene: Arguments, phrase: Phrase, dated_by: int | None) -> tuple[Range, Range, bool]:
    """Return the characters by which a phrase is compared, those that are shown, and whether they are a line."""
    words = scene.words
    whole, result = _whole(scene, phrase, dated_by), _whole(scene, replace(phrase, end=phrase.result), dated_by)
    core = headline(scene, *(whole or (phrase.start, phrase.end)))
    longer = whole and result and phrase.result > phrase.end
    torn = whole is not None and is_torn(words, phrase.result if longer else whole[1])
    return core, headline(scene, *result) if longer and result else core, whole is not None and not torn


def _whole(scene: Arguments, phrase: Phrase, dated_by: int | None) -> Range | None:
    """Return the first word and the end of a phrase with who says so; None where it is no line of its own."""
    cut = headline(scene, phrase.start, phrase.end)[0] != scene.words[phrase.start].start if phrase.end else True
    return None if cut or not stands(scene, phrase, dated_by) else with_speaker(scene, phrase)


def behind_dateline(words: tuple[Word, ...]) -> int:
    """Return where the story begins: behind ``Lima (Peru) / Arua, 3 May 2024 –``, of names, marks and a day alone."""
    end = next((i for i, w in enumerate(words) if w.part == "break"), 0)
    head = words[:end]
    place = (
        head and head[-1].date and all(w.date or w.tag in ("name", "comma") or not w.text[0].isalnum() for w in head)
    )
    return end + 1 if place and end + 1 < len(words) else 0
