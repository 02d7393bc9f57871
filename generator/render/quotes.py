"""Who said what: one card for each utterance, its versions in rows with the differing words marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from generator.model import Evidence, Page, Quote, Span, Utterance
from generator.render.lookup import Lookup
from generator.render.markdown import Markdown
from generator.render.offers import quote_offers
from generator.render.page import PageMaker, Row
from generator.render.paging import KINDS, by_speaker
from generator.render.statements import ADDRESSING, Told, told, verb_told
from generator.render.text import marked, own_words
from generator.render.then import told_then
from generator.words import _
from generator.words.reasons import told as reason

PLAIN = ("", "direct quotation", "named person", "named body")
"""How firmly something is attributed, where that goes without saying."""
QUOTED = ("quotation", "fragment", "nested", "echo")
"""The kinds whose words stand in quotation marks in the source."""

LEAD = 40  # words that are shown of a sentence for a part of it that is quoted

_WORDS = re.compile(r"\w+")  # we, are, safe


@dataclass(frozen=True, slots=True)
class Version:
    """One source's version: the words, with what other versions don't have marked; ``alike`` have the same words.

    ``told`` is how words that are only reported, or quoted in part, hang on the source's verb; ``shown`` are those
    words with what leads to a part; ``kind`` is what else there is to say of them.
    """

    quote: Quote
    shown: Evidence
    words: Markdown
    kind: str
    quoted: bool
    told: Told | None = None
    alike: tuple[Quote, ...] = ()


def quotes_page(maker: PageMaker) -> Page:
    """Return the page of all quotations, by speaker; last what nobody with a page said."""
    lookup = maker.lookup
    said = by_speaker(maker.briefing.utterances, lookup.entities)
    names = {e.id: e.name for e in maker.briefing.entities}
    speakers = [
        {
            "id": id_,
            "name": names.get(id_ or "", _("Others")),
            "cards": tuple(card(utterance, lookup) for _, utterance in found),
        }
        for id_, found in groupby(said, key=lambda one: one[0])
    ]
    return maker.page(
        "quotes.md",
        "quotes.md",
        _("Quotes"),
        speakers=speakers,
        terms=tuple(q for f in maker.briefing.findings for q in f.quotes if q.kind in ("scare", "title")),
        offers=quote_offers((u for _, u in said), names, lookup.articles),
    )


def card(utterance: Utterance, lookup: Lookup) -> Row:
    """Return an utterance with its versions, compared with one another; a part quoted in a report is none.

    ``relation`` tells what they are to one another.
    """
    whole = tuple(q for q in utterance.versions if not any(_holds(other, q) for other in utterance.versions))
    chains = _chains(whole)
    apart = () if _parts(chains) else chains
    found: dict[tuple[str, str], list[Version]] = {}
    for quote in whole:
        others = [v for chain in apart if quote not in chain for v in chain]
        version = _version(quote, others, utterance, lookup, alone=len(whole) == 1)
        found.setdefault((_plain(quote), quote.kind), []).append(version)
    merged = tuple(replace(same[0], alike=tuple(v.quote for v in same[1:])) for same in found.values())
    pronoun = next((q.pronoun.text for q in utterance.versions if q.pronoun and not q.speaker), "")
    relation = _relation(chains, len(merged))
    return {"utterance": utterance, "versions": merged, "relation": relation, "pronoun": pronoun}


def _plain(*quotes: Quote) -> str:
    """Return the words of quotations without case and marks."""
    return " ".join(word for q in quotes for word in _words(q.words.text))


@lru_cache(maxsize=2048)  # each version is compared with all others
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORDS.findall(text))


def _chains(whole: Sequence[Quote]) -> list[list[Quote]]:
    """Return quotations with those that go on with them: what each source quotes of one utterance."""
    chains: dict[tuple[str, Span | None], list[Quote]] = {}
    for quote in whole:
        chain = chains.get((quote.article, quote.continues), [])
        chain.append(quote)
        chains[quote.article, quote.span] = chain
    return list({id(chain): chain for chain in chains.values()}.values())


def _relation(chains: Sequence[Sequence[Quote]], rows: int) -> str:
    """Return what versions are: parts of what one source quotes, the same words again, or other words."""
    told = {_plain(*chain) for chain in chains}
    if len(told) == 1 and rows == max(map(len, chains)) > 1:
        return _("{count} parts of one utterance:", count=rows)
    if _parts(chains):
        return _("one utterance, whole and in parts:")
    if len(told) == 1:
        return _("{count} times in the same words:", count=rows)
    return _("{count} versions of one utterance, the words that differ marked:", count=len(told))


def _parts(chains: Sequence[Sequence[Quote]]) -> bool:
    """Tell whether one source quotes all and others only pieces of it: nothing differs in them."""
    most = max((_plain(*chain) for chain in chains), key=len)
    pieces = {_plain(quote) for chain in chains for quote in chain}
    return len(chains) > 1 and len(pieces) > 1 and all(f" {piece} " in f" {most} " for piece in pieces)


def _nearest(quote: Quote, others: Sequence[Quote]) -> Quote:
    """Return the version that shares the most words with a quotation, or itself where all have mostly other words."""
    words, *told = ({*_words(q.words.text)} for q in (quote, *others))
    alike = [(len(words & w), -n) for n, w in enumerate(told) if len(words & w) * 2 >= min(len(words), len(w))]
    return others[-max(alike)[1]] if alike else quote


def _holds(one: Quote, other: Quote) -> bool:
    """Tell whether a statement is more than another one that stands in it."""
    return (
        one.article == other.article and one.words.span != other.words.span and one.words.span.holds(other.words.span)
    )


def _version(quote: Quote, others: Sequence[Quote], utterance: Utterance, lookup: Lookup, *, alone: bool) -> Version:
    part = _led(quote, lookup) if alone else None
    how = part or (told(quote, lookup) if quote.kind == "reported" else None)
    shown = part.words if part else quote.words
    words = marked(shown.text, own_words(shown.text, (_nearest(quote, others).words if others else shown).text)[0])
    plain = how or quote.kind == "quotation"  # the verb, or the marks, say it
    kind = "" if plain else _(KINDS[quote.kind])
    if kind and any(_holds(quote, other) for other in utterance.versions):
        kind = _("{kind}, with words quoted", kind=kind)
    if quote.firmness not in PLAIN and (quote.speaker or not quote.pronoun):
        kind = f"{kind}; {reason(quote.firmness)}" if kind else reason(quote.firmness)
    if then := told_then(quote, lookup):
        kind = "; ".join(filter(None, (kind, _("said then: {when}", when=then.text))))
    return Version(quote, shown, words, kind, quote.kind in QUOTED and part is None, how)


def _led(quote: Quote, lookup: Lookup) -> Told | None:
    """Return how a part of a sentence in quotation marks is told with what leads to it: ``called it [a “shame”]``."""
    sentence = lookup.grammar(quote)
    part = quote.kind == "fragment" or (quote.kind == "quotation" and quote.words.text[0].islower())
    if not part or quote.cue is None or sentence is None or lookup.grammar(quote.cue) is not sentence:
        return None
    verb, (_, end), at = verb_told(quote.cue, sentence), sentence.within(quote.cue.span), quote.span.start
    before = quote.cue.span.end <= at
    between = quote.speaker is not None and quote.cue.span.end <= quote.speaker.span.start < at
    start = sentence.starts[end] if before else sentence.starts[sentence.story]
    words = lookup.articles[quote.article].cite(Span(start, quote.span.end))
    verbless = not before and not sentence.verbs_in(words.span)
    if not verb or between or verbless or sentence.words[end - 1].lemma in ADDRESSING:
        return None
    return Told(verb, words, quoted=False, whole=not before) if len(words.text.split()) <= LEAD else None
