"""A sentence's answer to a question ──▶ a claim, with what it is compared by."""

from dataclasses import dataclass

from generator.cache import remembered
from generator.link.differences.corpus import Corpus, Line, is_land
from generator.link.differences.values import agree
from generator.model import Attribute, Claim, Date, Figure, Span, Unknown, Verdict
from generator.text import read_text

Found = tuple[Verdict, str]
"""How two answers compare, and why."""

_UNNUMBERED = (Attribute.CAUSE, Attribute.DONE, Attribute.PLAN, Attribute.DATE)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with the sentence that gives it, and the findings that it is read from.

    ``subject`` and ``asked`` are those of the claim: answers are compared where both are the same. ``question`` asks
    in the words of the sentence, where ``asked`` has stems; ``what`` is what else an attribute compares, such as ids;
    ``denied`` and ``modality`` are those of the claim.
    """

    attribute: Attribute
    subject: str
    asked: str
    line: Line
    value: str
    number: float = 0.0
    figure: Figure | None = None
    date: Date | None = None
    question: str = ""
    what: tuple[str, ...] = ()
    denied: bool = False
    modality: str = ""

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.line.article


def claim_of(corpus: Corpus, told: Told) -> Claim:
    """Return an answer as data."""
    figure, line = told.figure, told.line
    article = corpus.article(line.article)
    place = told.figure or told.date
    said = next((q for q in corpus.quotes_in(line) if q.speaker), None)
    speaker = corpus.index.named(said.speaker) if said and said.speaker else None
    dated = told.date or (figure.period if figure else None)
    return Claim(
        attribute=told.attribute,
        subject=told.subject,
        asked=told.question or told.asked,
        value=told.value,
        evidence=line.sentence,
        number=None if told.attribute in _UNNUMBERED else told.number,
        unit=figure.unit if figure else "",
        hedge=figure.hedge.text if figure and figure.hedge else "",
        time=dated.value if dated else None,
        places=tuple(sorted(corpus.places(line))),
        denied=told.denied,
        modality=told.modality or (_modality(corpus, line, place.span) if place else ""),
        speaker=speaker.id if speaker else None,
        house="" if isinstance(article.house, Unknown) else article.house.value,
    )


def _modality(corpus: Corpus, line: Line, place: Span) -> str:
    """Return what the verb of some words says of how sure they are; it is kept."""

    def read() -> str:
        at = read_text(corpus.article(line.article)).sentences[line.index]
        verb = at.verb_of(at.within(place)[0])
        return verb.modality if verb else ""

    key = f"{corpus.keys[line.article]} {line.index} {place.start} {place.end}"
    return remembered().kept("modality", key, read, str) if line.index >= 0 else ""


def words_of(figure: Figure) -> str:
    """Return the words of a figure with those that bound it: ``at least 40``."""
    hedge = figure.hedge.text if figure.hedge and figure.hedge.text not in figure.text else ""
    return " ".join(f"{hedge} {figure.text}".split())


def same_answer(one: Told, other: Told) -> bool:
    """Tell whether two numbers can both be right."""
    if one.attribute is Attribute.CAUSE:
        return one.what == other.what
    if one.figure and other.figure and agree(one.figure, other.figure):
        return True
    return one.number == other.number


def of_one_story(corpus: Corpus, one: str, other: str) -> bool:
    """Tell whether two articles are of one story, however long it went on, or of few on one subject.

    Where it isn't known how long that was, they must be of the same days.
    """
    if corpus.days_apart(one, other) is None:
        return corpus.of_one_subject(one, other)
    return corpus.is_small or corpus.story(one) == corpus.story(other) is not None


def lead_places(corpus: Corpus, article: str) -> frozenset[str]:
    """Return the places below countries that the first sentences of an article name."""
    named = (n_e for line in corpus.lead(article) for n_e in line.names)
    return frozenset(e.id for n, e in named if e.kind == "place" and n.form == "name" and not is_land(e))
