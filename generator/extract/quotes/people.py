"""Which phrases of a sentence stand for people, and what their words say about gender and number."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.phrases import Phrase
from generator.extract.quotes.tokens import Token
from generator.text.gender import gender, gender_alone

# how many words beside a name are asked for what it is
NEAR = 3
SINGULAR = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
SUBJECTS = ("he", "she")
PLURAL = frozenset(("they", "their"))
NEUTER = frozenset(("it", "its"))
# how often pronouns must tell a gender, and how many times as often as the other one
TOLD = 2

Genders = frozenset[tuple[str, str]]
"""Last words of names, with the genders that they are seen with: ``reyes`` is ``f`` where somebody is *Ms Reyes*.

Where two bear one, whole names.
"""


def genders(paragraphs: Sequence[Paragraph]) -> Genders:
    """Return what the article shows of who is a man or a woman: by titles, appositions, and the pronouns behind names.

    A pronoun counts in sentences that name one person only, and where nothing else tells.
    """
    every = ((p.tokens, n) for p in paragraphs for n in people_in(p.tokens, 0, len(p.tokens)))
    whole = {_whole(tokens, n): tokens[n.head].low for tokens, n in every}
    borne = Counter(head for name, head in whole.items() if name != head)
    shown: set[tuple[str, str]] = set()
    votes: Counter[tuple[str, str]] = Counter()
    for paragraph in paragraphs:
        for n, (first, end) in enumerate(paragraph.sentences):
            tokens = paragraph.tokens[first:end]
            named = people_in(tokens, 0, len(tokens))
            for p in named:
                name = tokens[p.head].low if borne[tokens[p.head].low] <= 1 else _whole(tokens, p)
                shown |= {(name, g) for g in (*_gender_before(tokens, p), _gender_beside(tokens, p.first, p.last)) if g}
            heads = {tokens[p.head].low for p in named}
            behind = tokens[min((p.last for p in named), default=len(tokens)) :]
            told = {SINGULAR[t.low] for t in behind if t.low in SINGULAR}
            next_one = paragraph.tokens[end].low if n + 1 < len(paragraph.sentences) else ""
            if len(heads) == 1 and next_one in SUBJECTS and not told - {SINGULAR[next_one]}:
                votes[heads.pop(), SINGULAR[next_one]] += TOLD
            elif len(heads) == len(told) == 1:
                votes[heads.pop(), told.pop()] += 1
    others = {"m": "f", "f": "m"}
    told_of = {head for head, _ in shown}
    least = {h: TOLD * (1 + (h in told_of)) for h, _ in votes}
    sure = {(h, g) for (h, g), n in votes.items() if n >= max(least[h], TOLD * votes[h, others[g]])}
    relatives = {(h, others[g]) for h, g in sure}  # Thurman is she all along, and Robert Thurman her father
    return frozenset((shown - relatives) | sure)


def _whole(tokens: Sequence[Token], phrase: Phrase) -> str:
    return " ".join(t.low for t in tokens[phrase.first : phrase.last])


def _gender_before(tokens: Sequence[Token], phrase: Phrase) -> set[str]:
    """Return the genders of the word before a last name and of those in it: Said is somebody's, *said Lee* is not."""
    return {gender(t.low) for t in tokens[max(phrase.first - 1, 0) : phrase.head] if not t.speech} - {""}


def _gender_beside(tokens: Sequence[Token], i: int, j: int) -> str:
    """Return the gender that an apposition shows: ``a girl of 16, [Mara Tamm]``, ``[Mara Tamm], a girl of 16``."""
    beside: list[Token] = []
    if j + 1 < len(tokens) and tokens[j].text == "," and tokens[j + 1].is_a("det"):
        beside.extend(takewhile(_within_phrase, tokens[j + 2 : j + 2 + NEAR]))
    if i > 1 and tokens[i - 1].text == ",":
        beside.extend(takewhile(_within_phrase, reversed(tokens[max(0, i - 2 - NEAR) : i - 1])))
    return next((g for t in beside if (g := gender(t.low))), "")


def _within_phrase(token: Token) -> bool:
    return token.is_word and not token.is_a("poss", "subject", "conj", "sub")


def people_in(tokens: Sequence[Token], first: int, end: int) -> list[Phrase]:
    """Return the names of people in a part of a sentence, outside its quotations; possessives last."""
    named = groupby(range(first, end), key=lambda i: tokens[i].name)
    runs = (tuple(run) for name, run in named if name and name.kind == "person")
    found = (Phrase(run[0], run[-1] + 1, "name", run[-1]) for run in runs)
    return sorted(found, key=lambda p: p.last < end and tokens[p.last].part == "genitive")


def kind_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the kind of the name that some words are or hold, ``person`` before others, or an empty string."""
    kinds = [t.name.kind for t in tokens[first:last] if t.name]
    return "person" if "person" in kinds else (kinds[0] if kinds else "")


def agrees(genders: Genders, tokens: Sequence[Token], phrase: Phrase, pronoun: str) -> bool:
    """Tell whether a phrase can be what a pronoun stands for, by number and by the gender that its words show."""
    if pronoun in PLURAL or is_plural(tokens, phrase):
        return pronoun in PLURAL and is_plural(tokens, phrase)
    shown = shown_genders(genders, tokens, phrase)
    return _is_body(tokens, phrase) if pronoun in NEUTER else not shown or SINGULAR[pronoun] in shown


def _is_body(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase stands for an organisation or a text."""
    kind = kind_of(tokens, phrase.first, phrase.last)
    head = tokens[phrase.head]
    return not head.is_kind("person") and (kind == "organisation" or (kind != "person" and head.is_kind("source")))


def shown_genders(genders: Genders, tokens: Sequence[Token], phrase: Phrase) -> set[str]:
    """Return the genders that a phrase shows: by a title or given name, elsewhere, beside it, or by its only word."""
    alone = phrase.kind != "name" or phrase.last == phrase.first + 1
    before = _gender_before(tokens, phrase)
    head = tokens[phrase.head]
    elsewhere = {g for g in "fm" if {(head.low, g), (_whole(tokens, phrase), g)} & genders}
    beside = _gender_beside(tokens, phrase.first, phrase.last) if phrase.kind == "name" else ""
    return before or elsewhere or {beside or gender_alone(head.low) * alone} - {""}


def is_plural(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is a description of several people."""
    joined = any(t.low == "and" for t in tokens[phrase.first : phrase.last])
    head = tokens[phrase.head]
    many = tokens[phrase.first].part == "number" or head.is_kind("plural")
    return joined or (phrase.kind == "description" and head.role and many)
