"""What befalls people who are counted, and how a number of them is named with it."""

from functools import cache

from generator.lexicons import mapping, table, wordset
from generator.model import Figure
from generator.text.reading import Sentence

_BOUNDING = frozenset(("det", "adj", "adv", "prep", "sub"))


@cache
def deeds_counted() -> dict[str, str]:
    """Return by word what happened to those who are counted: ``death`` for *killed*."""
    return {word: deed for deed, forms in table("figures-deeds") for word in forms.split()}


def label_of(figure: Figure, sentence: Sentence | None) -> str:
    """Return what a figure measures; of people and the like with what is said to befall them there."""
    text = figure.measure.text if figure.measure else figure.text
    if figure.measure is None or sentence is None or text.lower() not in wordset("measures-bare"):
        return text
    end, before = sentence.within(figure.measure.span)[1], sentence.within(figure.span)[0] - 1
    while sentence.low(before) not in deeds_counted() and before > 0 and sentence.parts[before] in _BOUNDING:
        before -= 1  # killing at least 12 people
    behind = next((range(v.first, v.end) for v in sentence.verbs if v.first == end), range(end, end + 1))
    found = (deeds_counted().get(sentence.low(i)) for i in (*behind, before))
    befallen = mapping("figures-deeds")  # dead, injured, arrested
    return next((f"{text} {befallen[deed].split()[0]}" for deed in found if deed), text)
