"""A clause of a source ──▶ the question that it answers, in plain English; nothing where that isn't sure."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.link.differences.corpus import Corpus, Line
from generator.model import Evidence, Span
from generator.text import LEXICON, Sentence, VerbGroup, read_text
from generator.text.synonyms import kind_of

LONGEST = 14
"""Words of a clause behind its verb that a question repeats."""
OPENING = 7
"""… and words of a statement that nothing shorter stands for."""
STOPS = frozenset(
    ("comma", "break", "open", "close", "quote", "stop", "sub", "rel", "that", "wh", "verb", "mark", "unread", "pron")
)
PARTICLES = frozenset(("off", "out", "up", "down", "on", "away", "back", "over"))
LOOSE = frozenset(("prep", "det", "poss", "conj", "to", "adj", "adv", "not", "genitive", "hyphen"))
APART = frozenset(("comma", "break", "open", "close", "quote", "rel", "sub", "that", "verb", "pron", "wh"))
_TIMED = frozenset(("in", "on", "at", "early", "late", "around", "about", "the", "last", "next", "this"))
POINTING = frozenset(("this", "that", "these", "those", "such", "both"))
_TOLD_BY = ("", "said", "that")
"""What a clause that can stand alone opens with …"""
_BESIDE = ("conj", "comma", "break", "sub", "rel")
"""… and one whose words are known to be asked for."""
UNSURE = frozenset(("if", "unless", "whether", "lest", "once"))


class Told(NamedTuple):
    """A clause that a question can be made of: its sentence, verb, subject, and the tokens behind the verb."""

    line: Line
    s: Sentence
    verb: VerbGroup
    first: int
    end: int
    subject: str

    @property
    def asks(self) -> tuple[str, str]:
        """The auxiliary that opens the question, and the rest of the verb: ``did``, ``open``."""
        return asks(self.s, self.verb)

    def rest(self, first: int, without: Iterable[Span] = ()) -> str | None:
        """Return what follows from a token on, without some dates; None where it is torn, or a date only bounds it."""
        s, kept = self.s, list[int]()
        dates = {i for span in without for i in range(*s.within(span))}
        for i in range(first, min(self.end, first + LONGEST + len(dates))):
            if i in dates:
                while kept and i - 1 not in dates and s.low(kept[-1]) in _TIMED:
                    kept.pop()
            elif s.parts[i] == "pron" and (i == self.verb.end or s.parts[i - 1] == "prep"):
                return None  # lost everything they had sown; came across it
            elif s.parts[i] in STOPS:
                break
            else:
                kept.append(i)
        apart = bool(kept) and kept[0] == self.verb.end and s.low(kept[0]) in PARTICLES
        while kept and s.parts[kept[-1] : kept[-1] + 2] == ("date", "sub") and s.words[kept[-1]].text.islower():
            kept.pop()  # twenty minutes | before it broke, but: on Tuesday night | after a fire
        cut = bool(kept) and kept[-1] + 1 < self.end and s.parts[kept[-1] + 1] not in STOPS | {"conj", "prep"}
        while kept and cut and s.parts[kept[-1]] not in ("prep", "conj"):
            kept.pop()
        heads = {first, *(p.head for p in s.phrases)}  # among the dead
        while kept and s.parts[kept[-1]] in LOOSE and not (s.parts[kept[-1]] == "adj" and kept[-1] in heads):
            kept.pop()
        return None if apart and not kept else spelt(s, kept)

    def clause(self, without: Iterable[Span] = ()) -> str:
        """Return the clause as it is asked for: ``did Ana Lee open the dam``; empty where that isn't sure."""
        dates = tuple(without)
        rest = self.rest(self.verb.end, dates)
        auxiliary, verb = self.asks
        copula = not verb and not rest
        told = f"{auxiliary} {self._subject_without(dates)} {verb} {rest}"
        return "" if rest is None or copula else " ".join(told.split())

    def _subject_without(self, dates: Iterable[Span]) -> str:
        """Return the subject without some dates: *voters in 2010* are *voters*."""
        subject, start = self.subject, self.line.sentence.span.start
        for date in dates:
            text = " ".join(self.line.text[date.start - start : date.end - start].split())
            for before in ("in ", "on ", "of ", ""):
                subject = subject.replace(f" {before}{text}", "")
        return subject


def asks(s: Sentence, verb: VerbGroup) -> tuple[str, str]:
    """Return the auxiliary that asks for a verb, and the rest of the verb: ``did``, ``open``; ``were``, and nothing."""
    head = s.words[verb.head]
    group = [i for i in range(verb.first, verb.end) if s.parts[i] not in ("adv", "not")]
    kinds = s.words[verb.first].kinds
    if "be" in kinds or not {"will", "modal"}.isdisjoint(kinds):
        return s.low(verb.first), " ".join(s.low(i) for i in group[1:])
    if verb.voice == "passive":
        return "were" if _is_of_many(s, verb) else "was", head.low
    if verb.tense == "past" or verb.aspect == "perfect":
        return "did", head.lemma
    return "does" if "present" in head.kinds else "do", head.lemma


def _is_of_many(s: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb has more than one subject: *have been*, *the gates had been*, *Ana and Tom had been*."""
    clause = next((c for c in s.clauses if c.start <= verb.first < c.end), None)
    start = max(clause.start, s.story) if clause else 0
    subject = next((p for p in s.phrases if p.first >= start and p.end <= verb.first), None)
    many = subject is not None and ("plural" in LEXICON[s.low(subject.head)].kinds or s.parts[subject.end] == "conj")
    return many or s.low(verb.first) == "have"


def read(corpus: Corpus, words: Evidence) -> tuple[Line, Sentence] | None:
    """Return the sentence of some words, ``joined``, or None."""
    line = corpus.line_of(words)
    s = joined(corpus, line) if line else None
    return (line, s) if line and s else None


def joined(corpus: Corpus, line: Line) -> Sentence | None:
    """Return a sentence with each name and date in it as one token; None for a headline in capitals."""
    s = read_text(corpus.article(line.article)).sentences[line.index]
    if s.plain:
        return None
    units = [(d.span, "date") for d in line.dates]
    units += [(n.span, "name") for n, _ in line.names if n.form in ("name", "acronym")]
    return s.joined(sorted(units, key=lambda u: (u[0].start, -u[0].end)))


def told(
    corpus: Corpus, words: Evidence, inside: Span | None = None, *, wide: bool = False, denied: bool = False
) -> Told | None:
    """Return the clause of some words of a source, or of that which a span of them stands in.

    A ``wide`` one may stand beside another or below it (*when the dam broke*, *which holds two dams*), or be modal.
    Where it may be ``denied``, a *never* is left out.
    """
    found = read(corpus, words)
    if found is None:
        return None
    line, s = found
    first, end = s.within(words.span)
    at = s.within(inside)[0] if inside else None
    for clause in s.clauses:
        if clause.verb.first < first or not (at is None or clause.start <= at < clause.end):
            continue
        beside = wide and clause.opener in _BESIDE and s.low(clause.start) not in UNSURE
        if not (beside or clause.opener in _TOLD_BY) or clause.verb.first >= end:
            return None
        start = max(clause.start, first, s.story)
        which = beside and clause.opener == "rel"
        subject = (
            _antecedent(line, s, start, clause.verb) if which else _subject(line, s, start, clause.verb, wide=wide)
        )
        last = clause.verb.first - 1
        if denied and not subject and "no" in s.words[last].kinds and (last == start or s.parts[last - 1] == "break"):
            subject = s.low(last)  # nothing was signed
        head = s.words[clause.verb.head]
        based = head.lemma != head.low or "base" in head.kinds or asks(s, clause.verb)[0] != "did"  # did … fathered
        sure = subject and based and denied in (True, clause.verb.denied) and is_sure(s, clause.verb, modal=wide)
        return Told(line, s, clause.verb, clause.verb.end, min(clause.end, end), subject) if sure else None
    return None


def _antecedent(line: Line, s: Sentence, first: int, verb: VerbGroup) -> str:
    """Return whom *which* or *who* stands for as the subject: the noun phrase before it that is in no other."""
    end = first - 1 if s.parts[first - 1] == "comma" else first
    phrase = next((p for p in s.phrases if p.end == end), None)
    if verb.first != first + 1 or phrase is None or phrase.kind in ("pronoun", "number") or not phrase.first:
        return ""
    nested = s.parts[phrase.first - 1] == "prep" and s.parts[phrase.first - 2] in ("noun", "name")
    if nested or s.parts[phrase.first] in ("poss", "number") or s.low(phrase.first) in POINTING:
        return ""
    return lowered(line, s, spelt(s, list(range(phrase.first, phrase.end))), phrase.first)


def is_sure(s: Sentence, verb: VerbGroup, *, modal: bool = False) -> bool:
    """Tell whether the verb's forms are known, and it tells a fact or what will be one, or what a modal verb tells."""
    head, first = s.words[verb.head], s.words[verb.first].kinds
    clausal = "takes-clause" in head.kinds and verb.voice == "active"
    known = {"past", "present", "base", "participle", "be"} & head.kinds and s.low(verb.head) != "had"
    fact = not verb.modality and ("be" in first or "have" in first or "will" in first or verb.first == verb.head)
    fact = fact or (modal and "modal" in first)
    behind = s.parts[verb.end] if verb.end < len(s) else "stop"
    return bool(known) and fact and behind not in ("quote", "that") and not clausal


def _subject(line: Line, s: Sentence, first: int, verb: VerbGroup, *, wide: bool = False) -> str:
    """Return who acts: one noun phrase with its complements, or the one person that it names; else nothing.

    A ``wide`` one may be counted: *two engineers*. It stands behind a colon: *Lee: the doors were shut*.
    """
    first = max((i + 1 for i in range(first, verb.first) if s.words[i].text == ":"), default=first)
    if s.parts[first] == "prep":  # at the school, boxes were opened; on Monday the school closed
        dated = first + 2 * (s.parts[first + 1 : first + 2] == ("date",))
        first = next((i + 1 for i in range(first, verb.first) if s.parts[i] == "comma"), dated)
    phrase = next((p for p in s.phrases if p.first >= first and p.end <= verb.first), None)
    parts = ("poss",) if wide else ("poss", "number")
    if phrase is None or phrase.kind in ("pronoun", "number") or s.parts[phrase.first] in parts:
        return ""
    if first < phrase.first and any(s.parts[i] in ("prep", "sub") for i in range(first, phrase.first)):
        return ""
    inside = [i for i in range(phrase.first, verb.first) if s.parts[i] not in ("adv", "not")]
    people = {
        e.name: e
        for n, e in line.names
        if s.starts[phrase.first] <= n.span.start < s.starts[verb.first] and e.kind == "person"
    }
    if any(s.parts[i] in APART for i in inside):
        return next(iter(people)) if len(people) == 1 else ""
    called = s.parts[phrase.first] == "noun" and s.words[phrase.head].kinds >= {"person"}
    if s.low(phrase.first) in POINTING or (called and kind_of(s.words[phrase.head].stem) != "group"):
        return ""
    return lowered(line, s, spelt(s, inside), phrase.first)


def lowered(line: Line, s: Sentence, text: str, first: int) -> str:
    """Return words without the capital that only the beginning of a sentence gives them."""
    named = any(n.span.start <= s.starts[first] < n.span.end or s.word(first + 1).capital for n, _ in line.names)
    word = s.words[first]
    if s.parts[first] == "date" and not LEXICON[word.text.split()[0]].kinds.isdisjoint(("weekday", "month")):
        return text  # Monday's hearing
    known = "plural" in LEXICON[word.low].kinds or kind_of(word.low) not in ("", "person")  # Sirens, Output
    opens = first == s.story and known and not named
    if opens or (word.closed and word.text != "I") or not (named or s.parts[first] == "name"):
        return text[:1].lower() + text[1:]
    return text


def spelt(s: Sentence, kept: list[int]) -> str:
    """Return tokens as they are written, without spaces where they have none."""
    return "".join(("" if s.glued(i) else " ") + s.words[i].text for i in kept).strip()
