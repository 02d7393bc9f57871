"""What caused something, as one sentence says it outright: *the fire was caused by lightning*, *a heater started …*."""

import re
from collections.abc import Iterator

from generator import edtf
from generator.lexicons import compiled
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import joined, spelt
from generator.link.differences.claims.claim import Found, Told, of_one_story
from generator.link.differences.corpus import STORY_DAYS, Corpus, Line
from generator.link.differences.known import phrase_at, sense_at
from generator.model import Attribute, Span, Verdict
from generator.text import Sentence
from generator.text.numbers import value_of
from generator.text.phrases import NounPhrase
from generator.text.synonyms import alike, kind_of

LONGEST = 8
"""Words of a cause that an answer repeats."""
_CAUSED = compiled("caused", re.IGNORECASE)
_CAUSES = compiled("causes")
_NAMED = compiled("named-cause")
_UNSURE = compiled("unsure-cause", re.IGNORECASE)
"""Words of a cause that is one of several, isn't known, or is denied."""
_ORIGIN = re.compile(r"\b(?:source|origin)\b")
"""What something has in several steps: only who explains both times contradicts what was said."""
_MEANT = re.compile(r"\b(?:deliberately|intentionally|wilfully|willfully|maliciously|on purpose)\b")
"""With what somebody is the cause: *lit deliberately by intruders*; else the deed is, which isn't told."""
_ASIDE = re.compile(r"\ (?:which|who|whose|where)\b[^,.;]*")
_PARTING = ("comma", "break", "open", "close", "quote", "that", "sub", "rel", "stop")
_RELATIVE = ("rel", "that")
_WHERE = ("in", "at", "of", "on", "near")
_THEM = frozenset(("it", "them", "they", "him", "her"))
_HAPPENS = ("event", "act", "phenomenon", "process", "state")


def causes(corpus: Corpus, article: str) -> Iterator[Told]:
    """Yield what the sentences of an article call the cause of what it tells."""
    told = [*_told_of(corpus, article)]
    yield from [t for t in told if any(e.kind == "person" for _, e in t.line.names)] or told  # somebody explains it


def _told_of(corpus: Corpus, article: str) -> Iterator[Told]:
    for line in corpus.lines(article):
        sure = (
            corpus.is_story(line)
            and not _UNSURE.search(_ASIDE.sub("", line.text))
            and line.text.rstrip()[-1:] != "?"
            and any(p.search(line.text) for p in (_CAUSED, _CAUSES, _NAMED))
            and not _is_of_old(corpus, line)
        )
        if sure and (s := joined(corpus, line)):
            yield from _behind(line, s)
            yield from _before(line, s)
            for found in _NAMED.finditer(line.text):
                told = Span(*(line.sentence.span.start + i for i in found.span("cause")))
                yield from _told(line, s, (found["what"] or "it", found["what"]), range(*s.within(told)))


def _is_of_old(corpus: Corpus, line: Line) -> bool:
    """Tell whether a sentence dates something long before its article: *in 2011 a frame collapsed*, *years ago*."""
    day = corpus.published(line.article)
    ago = any(d.value is None and re.match(r"-\d{1,3}Y", d.offset or "") for d in line.dates)
    return ago or any(d.value and day and (edtf.days_between(d.value, day) or 0) > STORY_DAYS for d in line.dates)


def _behind(line: Line, s: Sentence) -> Iterator[Told]:
    """Yield the causes that stand behind their effect: behind the verb that it is the subject of."""
    for found in _CAUSED.finditer(line.text):
        first = s.token_at(line.sentence.span.start + found.end())
        at = s.token_at(line.sentence.span.start + found.start()) or s.story
        opens = _opens(s, at + 1)
        told = s.parts[opens - 1] in _RELATIVE and any(v.finite and opens <= v.first < at for v in s.verbs)
        subject = next((p for p in s.phrases if (p.end == opens - 1 if told else p.first >= opens)), None)
        effect = s.low(subject.head) if subject and found["effect"] else found["told"] or found["what"]
        called = _called(line, s, subject) if subject and found["effect"] else effect
        if first is not None:
            end = next(i for i in range(first, len(s) + 1) if i == len(s) or s.parts[i] in _PARTING)
            yield from _told(line, s, (effect or "it", called), range(first, end))


def _before(line: Line, s: Sentence) -> Iterator[Told]:
    """Yield the causes that act, as the subject of their clause."""
    for found in _CAUSES.finditer(line.text):
        end = s.token_at(line.sentence.span.start + found.start()) or s.story
        first = _opens(s, end)
        acting = next((v for v in s.verbs if v.first <= end < v.end), None)
        if acting and acting.voice == "passive":  # was killed in Arizona
            continue
        if s.parts[first - 1] in _RELATIVE and "verb" in s.parts[first:end]:  # mussels that were kept too warm made …
            first, own = _opens(s, first - 1), first
            first = own if "speech" in s.words[first].kinds else first  # said that fuel had stopped it and made …
        verb = next((v for v in s.verbs if v.finite and first < v.first < end), None)
        if verb and s.parts[first - 1] in _RELATIVE:
            end = verb.first
        effect = called = found["effect"] or found["told"] or found["what"]
        if effect and (phrase := phrase_at(s, s.token_at(line.sentence.span.start + found.end() - 1) or 0)):
            effect, called = s.low(phrase.head), _called(line, s, phrase)
        if found.group().startswith("killed"):
            effect = called = "deaths"
        elif found.group().startswith("caused") and kind_of(effect or "") != "person":
            effect = "it"  # whatever it is, it happened
        counted = value_of((found["effect"] or "").casefold()) is not None  # 200 million euros of damage
        counted = counted or all(s.parts[i] == "number" for i in range(first, end))  # Four killed in blast
        if counted or s.parts[end - 1] == "pron":  # the officer who fired says he killed the boy by accident
            continue
        yield from _told(line, s, (effect or "it", called), range(first, end))


def _called(line: Line, s: Sentence, phrase: NounPhrase) -> str:
    """Return an effect as a question asks for it, with the place behind it: *fire in the library of Ghent*."""
    end, last = phrase.head + 1, phrase.head + 1
    places = {s.within(n.span)[0] for n, e in line.names if e.kind == "place"}
    while s.low(last) in _WHERE and (beside := phrase_at(s, last + 1)):
        last = beside.end
        end = last if not places.isdisjoint(range(beside.first, beside.end)) else end
    return spelt(s, [*range(phrase.core, end)]) if phrase.core < end else s.low(phrase.head)


def _opens(s: Sentence, end: int) -> int:
    """Return the token that opens what leads up to another one without a comma, a quotation mark or *that*."""
    return next((i + 1 for i in range(end - 1, s.story, -1) if s.parts[i] in _PARTING), s.story)


def _told(line: Line, s: Sentence, caused: tuple[str, str | None], tokens: range) -> Iterator[Told]:
    """Yield some tokens as the cause of something that happens, or of what a pronoun stands for."""
    effect, called = caused
    inside = [p for p in s.phrases if p.first >= tokens.start and p.end <= tokens.stop]
    named = {n.span.start for n, _ in line.names}
    opens = inside[0] if inside and inside[0].first == s.story and s.starts[s.story] not in named else None
    opens = opens if opens and opens.kind != "pronoun" else None
    phrase = next((p for p in (inside if opens else inside[:1]) if p.kind == "description"), opens)
    head = phrase.head + (s.parts[phrase.end : phrase.end + 1] == ("ing",)) if phrase else -1  # lead poisoning
    head = next((i for i in tokens[:1] if s.parts[i] == "ing"), -1) if not phrase else head
    stem = "" if effect in _THEM else next(iter(senses_of(stems_of(effect))), "")
    happens = effect in _THEM or kind_of(stem) in _HAPPENS or effect.endswith("ing")
    acts = () if _MEANT.search(line.text) else ("person", "group")
    if happens and head >= 0 and kind_of(sense_at(s, head)) not in acts:
        value = spelt(s, list(tokens[:LONGEST]))
        asked = f"What caused the {called}?" if stem else "What was the cause?"
        what = sense_at(s, head), stem, *stems_of(value)
        yield Told(Attribute.CAUSE, "", "cause", line, value, question=asked, what=what)


def compare_causes(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare what two articles on one happening call its cause, neither of which names the other's."""
    (cause, mine, *words), (another, theirs, *others) = one.what, other.what
    near = of_one_story(corpus, one.article, other.article)
    near = near and bool((mine and theirs) or corpus.of_one_news(one.article, other.article))
    by = one.line.entities & other.line.entities
    explained = any(corpus.index.entity(i).kind == "person" for i in by)
    traced = any(_ORIGIN.search(told.line.text) for told in (one, other))
    if not near or (traced and not explained) or (mine and theirs and not (alike(mine, theirs, "noun") or explained)):
        return None
    if alike(cause, another, "noun") or not {*words}.isdisjoint(others):
        return None
    if _names(corpus, one.article, another) or _names(corpus, other.article, cause):
        return None
    return Verdict.CONFLICT, "Articles on one happening call two things its cause, and neither names the other one's."


def _names(corpus: Corpus, article: str, noun: str) -> bool:
    return noun in senses_of(stems_of(corpus.article(article).text))
