"""A briefing that holds given pieces of text in every place where a text of outsiders can come to stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.model import (
    Accepted,
    Account,
    Alias,
    Article,
    Block,
    Briefing,
    Change,
    Credit,
    Date,
    Definition,
    Difference,
    Edited,
    Entity,
    Entry,
    Event,
    Evidence,
    Fact,
    Figure,
    Findings,
    Inferred,
    Kind,
    Meant,
    Measure,
    Name,
    Origin,
    Passage,
    Quote,
    Reading,
    Relation,
    Revision,
    Role,
    Span,
    Stated,
    Term,
    Unknown,
    Utterance,
    Verdict,
)

KINDS = ("title", "header", "heading", "paragraph", "paragraph", "item", "caption", "definition", "removed")
CHANGES = (
    ("event", "redated"),
    ("statement", "reattributed"),
    ("figure", "confirmed"),
    ("difference", "opened"),
    ("entity", "added"),
    ("definition", "unconfirmed"),
    ("event", "gone"),
)
NAMED = ("person", "organisation", "place")


def everywhere(texts: tuple[str, ...]) -> Briefing:
    """Return a briefing with an article, an entity, an event, … for each text."""
    cases = [_Case(number, text) for number, text in enumerate(texts)]
    return Briefing(
        findings=tuple(c.findings() for c in cases),
        entities=tuple(c.entity() for c in cases),
        meant=tuple(c.meant() for c in cases),
        events=tuple(e for c in cases for e in c.events()),
        utterances=tuple(c.utterance() for c in cases),
        measures=tuple(c.measure() for c in cases),
        stories=tuple((c.id, cases[0].id) for c in cases[1:]),
        entries=tuple(c.entry() for c in cases),
        passages=tuple(Passage("reworded", (c.at(3), c.at(4)), 5) for c in cases),
        origins=tuple(Origin(c.id, (c.id, cases[0].id), c.text, declared=(c.credit(),)) for c in cases[1:]),
        differences=tuple(d for c in cases for d in c.differences()),
        related=tuple(Relation(c.id, cases[0].id, 1, 0.5, (c.text, c.text)) for c in cases),
        accepted=Accepted(texts[0], texts[0], (("0" * 16, texts[0]),), ()),
        revision=Revision(
            added=tuple(c.id for c in cases[::2]),
            altered=tuple(c.id for c in cases[1::2]),
            removed=texts,
            changes=tuple(c.change() for c in cases),
            orphaned=texts,
            because=texts,
        ),
    )


class _Case:
    """One text in all its places."""

    def __init__(self, number: int, text: str) -> None:
        """Write an article whose blocks hold the text."""
        self.number = number
        self.id = f"case-{number:03}"
        self.text = text
        lines = [f"{text} {kind} {n}." if n else text for n, kind in enumerate(KINDS)]
        starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
        spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
        self.spans = spans
        whole = "\n".join(lines)
        evidence = Evidence(article=self.id, span=spans[0], text=text)
        self.article = Article(
            id=self.id,
            path=f"seeds/{text}.txt",
            sha256="0" * 64,
            text=whole,
            blocks=tuple(
                Block(s, k, text, level=2, sentences=() if k == "removed" else (s,))  # type: ignore[arg-type]
                for s, k in zip(spans, KINDS, strict=True)
            ),
            title=Stated(text, (evidence,)),
            publisher=Stated(text, (evidence,)) if number % 2 else Unknown(text),
            byline=Inferred(text, text, (evidence,)),
            published=Stated(f"2024-05-{number % 28 + 1:02}", (evidence,)) if number % 3 else Unknown(text),
            dateline=Edited(text, text),
            language=Inferred("en", text),
            kind=Stated(text, (evidence,)),
            url=Stated(text, (evidence,)),
        )

    def at(self, block: int) -> Evidence:
        """Return a block of the article."""
        return self.article.cite(self.spans[block])

    def place(self, block: int) -> dict[str, object]:
        """Return the place of the text inside a block."""
        start = self.spans[block].start
        return dict(self.article.at(start, start + len(self.text)))

    def words(self, block: int) -> Evidence:
        """Return the text inside a block."""
        return Evidence(**self.place(block))  # type: ignore[arg-type]

    def credit(self) -> Credit:
        """Return the words with which the article names its origin."""
        return Credit(**self.place(3), kind="agency", whose=f"{self.text} {self.number}")  # type: ignore[arg-type]

    def findings(self) -> Findings:
        """Return what was found in the article."""
        place = self.place(6)
        date = Date(**place, kind="date", value="2024-05-01", basis="computed", rule="r", because=self.text)  # type: ignore[arg-type]
        place = self.place(7)
        term = Term(**place, term=self.text, kind=self.text, source="definition", definition=self.at(7))  # type: ignore[arg-type]
        scare = self.quote(5, "scare")
        return Findings(self.article, dates=(date,), names=(self.name(),), quotes=(scare,), terms=(term,))

    def name(self, block: int = 3) -> Name:
        """Return a mention."""
        kind = NAMED[self.number % 3]
        return Name(**self.place(block), kind=kind, norm=self.text, support=1.0, rule="r", because=self.text)  # type: ignore[arg-type]

    def entity(self) -> Entity:
        """Return what the mention names; every fourth is too weak for a page."""
        return Entity(
            id=f"named-{self.number:03}",
            kind=NAMED[self.number % 3],  # type: ignore[arg-type]
            name=self.text,
            aliases=(Alias(self.text, self.text, (self.id,)),),
            mentions=(self.name(), self.name(4), self.name(5)),
            roles=(Role(self.text, self.words(4), "2024-05-01"),),
            page=self.number % 4 != 3,
            because=self.text,
            key=self.text,
            country=self.text,
            coordinates=(10.0, 10.0 + self.number),
        )

    def meant(self) -> Meant:
        """Return a pronoun in the place of the text, for which the name is put in brackets."""
        told = {"entity": f"named-{self.number:03}", "told": self.at(4), "owned": self.number % 2 == 1}
        given = {"kind": "person", "norm": self.text, "support": 0.9, "rule": "pronoun", **told}
        return Meant(**self.place(3), **given)  # type: ignore[arg-type]

    def reading(self, value: str) -> Reading:
        """Return one side of a difference."""
        return Reading(value, "stated", self.text, (self.at(3),))

    def events(self) -> tuple[Event, ...]:
        """Return something that happened and something planned."""
        given = {"headline": self.at(3), "evidence": (self.at(3), self.at(4)), "because": self.text}
        people = (f"named-{self.number:03}", self.text)
        return tuple(
            Event(
                id=f"{mode}-{self.number:03}",
                date=f"2024-05-{self.number % 28 + 1:02}" if mode == "happened" else None,
                basis="computed",
                status="disputed",
                mode=mode,  # type: ignore[arg-type]
                people=people,
                places=people,
                organisations=people,
                readings=(self.reading("2024-05-01"), self.reading("2024-05-02")),
                accounts=tuple(Account(e, mode, None, "computed", self.text) for e in given["evidence"]),
                **given,  # type: ignore[arg-type]
            )
            for mode in ("happened", "planned")
        )

    def quote(self, block: int, kind: str = "quotation") -> Quote:
        """Return a quotation."""
        words, speaker = self.at(block), self.words(block)
        return Quote(
            **self.article.at(words.span.start, words.span.end),
            words=words,
            kind=kind,  # type: ignore[arg-type]
            speaker=speaker,
            firmness=self.text,
            because=self.text,
        )

    def utterance(self) -> Utterance:
        """Return what somebody said, in two versions."""
        speaker = f"named-{self.number:03}" if self.number % 2 else None
        return Utterance(f"said-{self.number:03}", speaker, self.text, (self.quote(3), self.quote(4)))

    def measure(self) -> Measure:
        """Return two figures that measure one thing."""

        def figure(block: int) -> Figure:
            date = Date(**self.place(6), kind="date", value=None, basis="unresolved", rule="r")  # type: ignore[arg-type]
            return Figure(
                **self.article.at(self.spans[block].start, self.spans[block].end),
                value=Decimal(block),
                unit=self.text,
                kind=self.text,
                measure=self.words(block),
                concerns=(self.words(block),),
                period=date,
                rule="r",
                because=self.text,
            )

        return Measure(f"measure-{self.number:03}", self.text, (figure(3), figure(4)))

    def entry(self) -> Entry:
        """Return a glossary entry with a source's definition and an editor's."""
        definitions = (Definition(self.text, self.at(7), self.text), Definition(self.text, None, self.text))
        given = {
            "kind": self.text,
            "expansion": self.at(7),
            "uses": (self.words(5), self.words(7)),
            "because": self.text,
        }
        return Entry(f"term-{self.number:03}", self.text, definitions=definitions, **given)  # type: ignore[arg-type]

    def change(self) -> Change:
        """Return what became of a fact; every second one is only read differently."""
        kind, what = CHANGES[self.number % len(CHANGES)]
        keys = {
            "event": f"happened-{self.number:03}",
            "statement": f"said-{self.number:03}",
            "definition": f"term-{self.number:03}",
            "entity": f"named-{self.number:03}",
            "difference": f"conflict-{self.number:03}",
        }
        name = f"{kind}-{self.number:016x}"
        before = Fact(name, kind, self.text, self.text, ("0" * 16,), 1, ("0" * 16,))  # type: ignore[arg-type]
        places = self.measure().figures if kind == "figure" else (self.at(3), self.at(4))
        fact = replace(before, key=keys.get(kind, ""), sides=tuple((place,) for place in places))
        now = before if what == "gone" else fact
        cited = tuple(side[0] for side in now.sides)
        return Change(what, now, before, read=self.number % 2 == 0, cited=cited)  # type: ignore[arg-type]

    def differences(self) -> tuple[Difference, ...]:
        """Return a difference of each verdict."""
        readings = (self.reading(self.text), self.reading(self.text))
        return tuple(
            Difference(f"{verdict}-{self.number:03}", Kind.DENIAL, self.text, verdict, self.text, readings)
            for verdict in (Verdict.CONFLICT, Verdict.WORDING, Verdict.SCOPE)
        )
