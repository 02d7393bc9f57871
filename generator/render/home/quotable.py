"""Lines to quote: the words, how safely they can be quoted, and from whom."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model import Evidence, Quote, Utterance
from generator.render.home.centre import CONCERNS
from generator.render.home.focus import Focus
from generator.render.home.lines import Line
from generator.render.home.sides import differences_of
from generator.render.home.telling import untold
from generator.render.home.weights import Weights
from generator.render.page import Row
from generator.render.statements import told, trimmed
from generator.render.then import told_then
from generator.text.fold import small
from generator.words import _, ngettext

WHOLE = ("quotation", "nested", "echo")
NAMING = ("noun", "name", "number")
_WORD = re.compile(r"\w+")


def quotable(weights: Weights, about: Focus, told: Iterable[Evidence]) -> list[Row]:
    """Return quotations of a readable length by speakers with a name, and how safe they are: what most tell first.

    None that the page has ``told`` in other words; what comes behind the best is none the better for it.
    """
    quotas = weights.quotas
    found: dict[Line, Row] = {}
    counts: Counter[str] = Counter()
    for utterance, quote in sorted(_quotable(weights, about), key=lambda found: _rank(found, weights)):
        speaker = utterance.speaker or ""
        if counts[speaker] < quotas.quotes_each and len(found) < quotas.quotes:
            counts[speaker] += 1
            how, words = tuple(integrity(quote, utterance, weights)), trimmed(quote.words, weights.lookup)
            row = {"utterance": utterance, "quote": quote, "words": words, "integrity": how}
            found[Line(words, (quote.words,), whole=False)] = row
    return [found[line] for line in untold(found, told, about, little=0)]  # the words themselves are what is told


def _quotable(weights: Weights, about: Focus) -> Iterator[tuple[Utterance, Quote]]:
    """Yield each utterance of a speaker with a name that is quoted in full, with its most carried version."""
    named = weights.lookup.named
    for utterance in (u for u in weights.lookup.briefing.utterances if u.speaker in named):
        every = (q for q in utterance.versions if q.kind == "quotation" and q.article in about.own)
        whole = [q for q in every if _is_readable(q, weights)]
        if len(whole) > 1:
            whole.sort(key=lambda q: (-_carried(q, utterance, weights), bool(q.pronoun), q.article))
        if whole and told_then(whole[0], weights.lookup) is None and _concerns(whole[0], utterance, weights, about):
            yield utterance, whole[0]


def _concerns(quote: Quote, utterance: Utterance, weights: Weights, about: Focus) -> bool:
    """Tell whether two origins quote somebody, where there are two, or the words or their sentence are on the news."""
    near = (about.centre.printed(quote.words), about.centre.passage(quote.words))
    shared = weights.lookup.backing(utterance.versions).origins >= min(weights.origins, 2)
    return shared or any(about.closeness(p) >= CONCERNS for p in near)


def _is_readable(quote: Quote, weights: Weights) -> bool:
    """Tell whether a quotation is of some length, begins like a sentence, names something, and how it is said."""
    quotas, words = weights.quotas, quote.words.text
    fits = quotas.shortest_quote <= len(words.split()) <= quotas.longest_quote
    if not fits or words[0].islower() or words.endswith("?") or any(differences_of(quote, weights)):
        return False
    sentence = weights.lookup.grammar(quote.words)
    if sentence is None or not sentence.verbs_in(quote.words.span):
        return False
    inside = range(*sentence.within(quote.words.span))
    names = any(sentence.parts[i] in NAMING and "verb" not in sentence.words[i].kinds for i in inside)
    return names and told(quote, weights.lookup) is not None


def _rank(found: tuple[Utterance, Quote], weights: Weights) -> tuple[int, bool, float, str]:
    utterance, quote = found
    known = weights.shares.get(utterance.speaker or "", 0.0)
    weak = bool(quote.pronoun) or "[" in quote.words.text
    return (-weights.lookup.backing(utterance.versions).origins, weak, -known, utterance.id)


def _carried(quote: Quote, utterance: Utterance, weights: Weights) -> int:
    return weights.lookup.backing(v for v in utterance.versions if v.kind in WHOLE and in_full(quote, v)).origins


def integrity(quote: Quote, utterance: Utterance, weights: Weights) -> Iterator[str]:
    """Yield in plain words how many origins have all of a quotation, if several have, and how its speaker is known."""
    whole = _carried(quote, utterance, weights)
    if whole > 1:
        yield ngettext("quoted in full by {n} origin", "quoted in full by {n} origins", whole)
    if quote.pronoun:
        yield _("the speaker is inferred from “{pronoun}”", pronoun=quote.pronoun.text)


def in_full(quote: Quote, version: Quote) -> bool:
    """Tell whether a version has all words of a quotation, in their order and none between them."""
    words, there = (" ".join(_WORD.findall(small(q.words.text))) for q in (quote, version))
    return f" {words} " in f" {there} "
