"""What of a sentence is shown as a line: all of it, or its clause with who says so."""

from dataclasses import replace

from generator.link.events.arguments import Arguments, headline
from generator.link.events.attribution import with_speaker
from generator.link.events.lines import is_torn, stands
from generator.link.events.phrases import Phrase
from generator.link.events.words import Word

Range = tuple[int, int]

LONGEST = 42
"""Words and marks of a sentence that is shown as it stands."""
_OTHER_TIME = frozenset(("after", "before", "since", "until", "although", "though", "because", "if"))
"""What opens a clause of another time than its sentence: ``the biggest march since Ruiz took office in May``."""


def shown_words(scene: Arguments, phrase: Phrase, dated_by: int | None) -> tuple[Range, Range, bool]:
    """Return the characters by which a phrase is compared, those that are shown, and whether they are a line."""
    whole = _whole(scene, phrase, dated_by)
    core = headline(scene, *(whole or (phrase.start, phrase.end)))
    if sentence := _sentence(scene, phrase, dated_by):
        return core, sentence, True
    return core, core, whole is not None and not is_torn(scene.words, whole[1])


def _sentence(scene: Arguments, phrase: Phrase, dated_by: int | None) -> Range | None:
    """Return the sentence of a phrase if it can be read alone and is all of one time: that of the phrase."""
    words, clause = scene.words, phrase.clause
    if clause is None or len(words) > LONGEST or (clause.opener == "sub" and words[clause.start].low in _OTHER_TIME):
        return None
    whole = replace(phrase, start=behind_dateline(words), end=len(words) - (words[-1].text == "."))
    found = headline(scene, whole.start, whole.end)
    cut = found != (words[whole.start].start, words[whole.end - 1].end)
    dated = any(w.date for i, w in enumerate(words) if i != dated_by)
    alone = not (cut or dated) and stands(scene, phrase, dated_by, whole)
    return found if alone and with_speaker(scene, phrase) else None


def _whole(scene: Arguments, phrase: Phrase, dated_by: int | None) -> Range | None:
    """Return the first word and the end of a phrase with who says so; None where it is no line of its own."""
    cut = headline(scene, phrase.start, phrase.end)[0] != scene.words[phrase.start].start if phrase.end else True
    return None if cut or not stands(scene, phrase, dated_by, phrase) else with_speaker(scene, phrase)


def behind_dateline(words: tuple[Word, ...]) -> int:
    """Return where the story begins: behind ``Lima (Peru) / Arua, 3 May 2024 –``, of names, marks and a day alone."""
    end = next((i for i, w in enumerate(words) if w.part == "break"), 0)
    head = words[:end]
    place = (
        head and head[-1].date and all(w.date or w.tag in ("name", "comma") or not w.text[0].isalnum() for w in head)
    )
    return end + 1 if place and end + 1 < len(words) else 0
