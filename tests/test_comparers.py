"""What somebody wrote to make the comparers slow doesn't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import timing
from test_differences import linked

from generator.cache import Drawer, remembering
from generator.cache.memory import Memory
from generator.link.differences.aligned import aligned
from generator.link.differences.answered import questions
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.outcomes import of_one_kind
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.slots import slots
from generator.link.differences.slots.align import weights_of
from generator.link.differences.slots.given import Given
from generator.link.differences.slots.voices import voices
from generator.model import Attribute, Evidence, Span

DAY = "2024-06-10"
HOSTILE = {
    "denials": "The dam was not damaged. The dam was damaged. " * 150,
    "sentences": "Ana Lee was sentenced to 5 years and to 6 years and to " * 60,
    "prices": "Nordbank buys Kalvik Corp for $5 million, " * 100,
    "outcomes": "killed 5 people and 6 people died, " * 150,
    "ages": "Ana Lee, 5, and Tom Roy (6) and " * 150,
    "copies": "One word after the other and then 5 of them. " * 150,
}
LIMIT = 3.0
"""Seconds for two texts of about 6,000 characters each."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_take_no_long_time(text: str) -> None:
    def takes(end: str) -> float:
        corpus = Corpus(linked((text + end, DAY), (text.replace("5", "7") + end, DAY)))
        return timing.seconds(lambda: [list(comparer(corpus)) for comparer in (questions, aligned)])

    assert timing.holds(lambda end: takes(end) < LIMIT)


def test_tolls_of_many_articles_take_no_long_time() -> None:
    """With a thousand articles that tell no common story a build had no end."""

    def told(number: int) -> Told:
        words = Evidence(article=f"{number}", span=Span(0, 8), text="40 died.")
        line = Line(words, words.span, 0, (), (), ())
        who = ("people", "workers", "miners")[number % 3]
        return Told(Attribute.TOLL, "", f"How many {who} were killed?", line, "40", number % 50)

    every = [told(number) for number in range(1000)]
    assert timing.holds(lambda _: timing.seconds(lambda: list(of_one_kind(every))) < LIMIT)


HELD = {
    *("article", "findings", "index", "is_named", "is_story", "lead", "line", "line_of", "line_within", "lines"),
    *("one_named", "published", "days_apart", "quotes_in", "told", "_lines", "_standing", "once", "_found"),
}
"""What ``Corpus.keys`` holds: findings and articles, and what is named in them."""
BESIDE = {
    "slots": set[str](),
    "slots of pairs": {
        "ids",
        "is_small",
        "of_one_news",
        "one_story",
        "same_time",
        "story",
        "_stories",
        "_tell_one",
        "_events",
        "_dated",
        "_days",
    },
    "voices": {"ids"},
    "contrary sentences": {"same_time"},
}
"""What the key of what is kept holds besides; two articles are of one time where contrary sentences are looked for."""


def test_what_is_kept_of_articles_and_pairs_asks_for_nothing_that_its_key_does_not_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: defaultdict[str, set[str]] = defaultdict(set)
    making: list[str] = []

    class Watched(Corpus):
        def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - any field
            if making:
                asked[making[-1]].add(name)
            return super().__getattribute__(name)

    def kept(_: Memory, name: str, _key: str, make: Callable[[], Any], *_coders: object) -> Any:  # noqa: ANN401 - likewise
        making.append(name)
        try:
            return make()
        finally:
            making.pop()

    monkeypatch.setattr(Memory, "kept", kept)
    texts = [
        f"""Ferry sinks off Sogna

SOGNA, June 9 (Reuters) - A ferry with {people} people on board sank off Sogna on Sunday, Transport Minister Ana Lee
said. The crew rescued {people - 8} passengers. “We will close the port before June 30,” Lee said in Sogna. She met
Tom Roy, mayor of Sogna, who is {people - 1} years old. Police say Tom Roy called Ana Lee. A clerk said Tom Roy did not
call Ana Lee. The Harbour Board bought the ferry for ${people} million.
The fishermen of the town carried {people} lamps down to the long pier when the night fell over the strait.
The divers will search the wreck for {people} hours when the wind has turned to the east again.
"""
        for people in (40, 45)
    ]
    texts.append("""Boat goes down near Sogna

A ferry carrying 48 people sank near Sogna on Sunday. Rescuers brought 39 passengers ashore, Transport Minister Ana Lee
told parliament. The Harbour Board had paid $51 million for it. Turkey is on the menu, the mayor, Tom Roy, said.
""")
    corpus = Watched(linked(*((text, DAY) for text in texts)))
    assert [d for comparer in (slots, voices, aligned) for d in comparer(corpus)]
    assert asked.keys() == BESIDE.keys()
    assert [(name, found) for name in BESIDE if (found := asked[name] - HELD - BESIDE[name])] == []


def test_one_article_more_leaves_how_much_the_words_of_all_others_tell() -> None:
    told = 1000, {"ferry": 500, "sluice": 3}
    before, after = weights_of([told]), weights_of([told, (4, {"ferry": 1, "heron": 1})])
    assert after == before | {"heron": after["heron"]}
    assert before["ferry"] < before["sluice"] < after["heron"]
    assert weights_of([told, (4, {"sluice": 1})])["sluice"] < before["sluice"]


def test_a_word_that_others_use_more_makes_those_pairs_again_of_which_it_tells(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: set[str] = set()

    def of_two(corpus: Corpus, both: tuple[Given, Given], *rest: Any, **named: Any) -> list[Any]:  # noqa: ANN401
        made.update(both[0].words[1].keys() & both[1].words[1].keys())
        return whole(corpus, both, *rest, **named)

    of_pairs = import_module("generator.link.differences.slots")
    whole = of_pairs._of_two  # noqa: SLF001
    monkeypatch.setattr(of_pairs, "_of_two", of_two)
    ferry = "Ferry sinks off Sogna\n\nA ferry with {} people on board sank off Sogna on Sunday. The port was closed.\n"
    mill = "Mill burns in Arvik\n\nA fire destroyed the mill in Arvik on Monday. It cost ${} million, Tom Roy said.\n"

    def asked_when_a_choir_praises(what: str) -> list[str]:
        choir = f"Choir sings\n\nThe choir praised the {what}. The evening was long, and nobody left.\n"
        memory = Memory(Drawer(tmp_path, "links"))
        with remembering(memory):
            texts = *(ferry.format(n) for n in (40, 45)), *(mill.format(n) for n in (3, 4)), choir
            found = [d.question for d in slots(Corpus(linked(*((text, DAY) for text in texts))))]
        memory.tidy()
        return found

    first = asked_when_a_choir_praises("garden")
    assert made >= {"ferri", "mill"}  # their stems
    made.clear()
    assert asked_when_a_choir_praises("ferry") == first
    assert "ferri" in made
    assert "mill" not in made
