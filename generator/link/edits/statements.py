"""What an editor decided about what was said: who said it, and which versions are one utterance."""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce

from generator.errors import meant
from generator.keys import mark_of, quote_key
from generator.link.edits.desk import Desk, desk
from generator.model import Article, Briefing, Correction, Quote, Utterance
from generator.text.fold import letters
from generator.text.verbatim import nearest

ALIKE = 0.8
"""Share of letters in common from which a name that no source has is taken for a slip, and not for a further name."""


def edit_statements(briefing: Briefing) -> Briefing:
    """Name the speakers as an editor decided, and join what is one utterance."""
    at = desk(briefing, "quotes")
    if at is None:
        return briefing
    articles = {a.id: a for a in briefing.articles}
    marks = {id(v): mark_of(quote_key(v, articles)) for u in briefing.utterances for v in u.versions}
    speakers = {mark: one for mark in marks.values() for one in at.decisions.get(mark, ()) if _speaks(one, at)}
    for one in briefing.corrections.of("quotes"):
        if one in briefing.applied and mark_of(one.about) not in marks.values() and not one.get("none"):
            at.refuse(one, "this isn't told as speech, so nobody can be named for it; remove the entry")
    names = {e.id: (e.name, *(a.text for a in e.aliases)) for e in briefing.entities}
    said: list[Utterance] = []
    new: dict[int, Quote] = {}
    for utterance in briefing.utterances:
        decided = [speakers[marks[id(v)]] for v in utterance.versions if marks[id(v)] in speakers]
        known = {letters(n) for n in (*names.get(utterance.speaker or "", ()), utterance.attribution)}
        if not decided or letters(decided[0]["speaker"]) in known:
            said.append(utterance)
            continue
        name, because = decided[0]["speaker"], at.because(decided[0], "speaker")
        places = [nearest(articles[v.article].text, name, v.span) for v in utterance.versions]
        versions = tuple(
            replace(v, speaker=articles[v.article].cite(place) if place else None, pronoun=None, because=because)
            for v, place in zip(utterance.versions, places, strict=True)
        )
        new |= {id(v): told for v, told in zip(utterance.versions, versions, strict=True)}
        speaker = next((i for i, known in names.items() if letters(name) in map(letters, known)), None)
        said.append(replace(utterance, speaker=speaker, attribution=name, versions=versions))
    findings = tuple(replace(f, quotes=tuple(new.get(id(q), q) for q in f.quotes)) for f in briefing.findings)
    return at.done(utterances=_joined(said, articles, at), findings=findings if new else briefing.findings)


def _speaks(decision: Correction, at: Desk) -> bool:
    """Tell whether a decision names a speaker; one who is misspelt is refused."""
    name = decision.get("speaker")
    if not name or any(name in a.text for a in at.briefing.articles):
        return bool(name)
    near = meant(name, sorted({n.text for f in at.briefing.findings for n in f.names}), ALIKE)
    if near:
        at.refuse(decision, f"speaker: no source has the name “{name}”; {near}")
    return not near


def _joined(found: list[Utterance], articles: Mapping[str, Article], at: Desk) -> tuple[Utterance, ...]:
    """Return the utterances, those that an editor calls the same joined into the one that the entry names."""
    keys = [[quote_key(v, articles) for v in u.versions] for u in found]
    groups = at.groups(keys, "quotation; copy the key from the page of quotes")
    made = [reduce(_merged, (found[n] for n in group)) for group in groups]
    ids = {u.id for u in made}
    return tuple(replace(u, contrary=tuple(c for c in u.contrary if c in ids and c != u.id)) for u in made)


def _merged(one: Utterance, other: Utterance) -> Utterance:
    return replace(
        one,
        speaker=one.speaker or other.speaker,
        attribution=one.attribution or other.attribution,
        versions=(*one.versions, *other.versions),
        contrary=tuple(sorted({*one.contrary, *other.contrary} - {one.id, other.id})),
    )
