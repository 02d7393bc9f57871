"""Make the list of words of one meaning again: ``python benchmarks/synonyms.py FOLDER``.

FOLDER holds the files of WordNet 3.0 (``data.verb``, ``index.verb``, ``cntlist.rev`` …), as the Debian package
``wordnet-base`` installs them. Written are the verbs and nouns of one word, and verbs with a particle, that have a
sense in common with another one, or whose sense is a kind of another one's; for nouns the kind of thing, too. Only
senses count that a word mostly has: its first one, and each that has a share of ``SHARE`` of its occurrences in the
texts counted. Broader words are ``STEPS`` senses away at most; those with more than ``MOST`` kinds say nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))
from generator.text import stem as stem_of

LIST = Path(__file__).parent.parent / "generator" / "lexicons" / "synonyms.tsv"
SHARE = 0.1
MOST = {"verb": 40, "noun": 120}
STEPS = {"verb": 1, "noun": 3}
PARTS = {"verb": "2", "noun": "1"}
KINDS = (
    *("tops", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling"),
    *("food", "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process"),
    *("quantity", "relation", "shape", "state", "substance", "time"),
)
"""Noun's lexicographer files 3 to 28, in their order."""
FIRST_KIND = 3
LEFT_OUT = frozenset(("animal", "plant", "body", "food", "shape", "tops"))
"""Kinds of nouns whose senses say nothing of what articles tell."""
KEPT = ("group", "event")
"""Kinds whose nouns are listed though the texts counted lack them: *federation*."""
RUDE = re.compile(r"\b(?:offensive|disparag\w+|obscene|slur|vulgar|derogat\w+|obscenity|slang)\b")
ONE_WORD = re.compile(r"[a-z]{2,}(?:_(?:about|across|apart|away|back|by|down|in|off|on|out|over|through|together|up))?")


class Sense(NamedTuple):
    """A sense: its words, keys for counting, broader senses, the kind of thing, and whether it is rude."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    broader: tuple[str, ...]
    kind: int
    rude: bool


def read(folder: Path, part: str) -> tuple[dict[str, Sense], dict[str, list[str]]]:
    """Return the senses of a part of speech by their addresses, and the addresses of each word in order."""
    senses: dict[str, Sense] = {}
    for line in lines(folder / f"data.{part}"):
        told, gloss = line.split("|", 1)
        head = told.split()
        many = int(head[3], 16)
        words = tuple(head[4 + 2 * i].lower() for i in range(many))
        keys = tuple(
            f"{w}%{PARTS[part]}:{int(head[1]):02d}:{int(head[5 + 2 * i], 16):02d}::" for i, w in enumerate(words)
        )
        at = 4 + 2 * many
        links = [head[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(head[at]))]
        broader = tuple(to for sign, to, _, _ in links if sign == "@")
        senses[head[0]] = Sense(words, keys, broader, int(head[1]), bool(RUDE.search(gloss)))
    index: dict[str, list[str]] = {}
    for line in lines(folder / f"index.{part}"):
        head = line.split()
        index[head[0]] = head[6 + int(head[3]) :]
    return senses, index


def lines(path: Path) -> list[str]:
    """Return the lines of a file without the licence on top."""
    return [line for line in path.read_text(encoding="ascii").splitlines() if not line.startswith("  ")]


class Part:
    """The words of one part of speech with the senses that they mostly have."""

    def __init__(self, folder: Path, part: str) -> None:
        """Read them, and count."""
        self.most, self.steps = MOST[part], STEPS[part]
        self.senses, index = read(folder, part)
        counted = {key: int(n) for key, _, n in (line.split() for line in lines(folder / "cntlist.rev"))}
        self.often: Counter[str] = Counter()
        self.mostly: dict[str, tuple[str, ...]] = {}
        self.holders: defaultdict[str, list[str]] = defaultdict(list)
        self.kinds_of: Counter[str] = Counter(b for sense in self.senses.values() for b in sense.broader)
        for word, addresses in index.items():
            if not ONE_WORD.fullmatch(word):
                continue
            counts = [self._count(word, self.senses[a], counted) for a in addresses]
            self.often[word] = sum(counts)
            least = SHARE * sum(counts) or 1
            kept = [a for i, (a, n) in enumerate(zip(addresses, counts, strict=True)) if i == 0 or n >= least]
            self.mostly[word] = tuple(a for a in kept if not self.senses[a].rude)
            for a in self.mostly[word]:
                self.holders[a].append(word)

    @staticmethod
    def _count(word: str, sense: Sense, counted: dict[str, int]) -> int:
        return max((counted.get(k, 0) for w, k in zip(sense.words, sense.keys, strict=True) if w == word), default=0)

    def same(self, word: str) -> set[str]:
        """Return the words that share a sense."""
        return {other for a in self.mostly[word] for other in self.holders[a]} - {word}

    def broader(self, word: str) -> set[str]:
        """Return the words of whose senses one is the broader one of a sense of this word."""
        above: set[str] = set()
        at = set(self.mostly[word])
        for _ in range(self.steps):
            at = {b for a in at for b in self.senses[a].broader if self.kinds_of[b] <= self.most}
            above |= at
        return {other for b in above for other in self.holders[b]} - {word} - self.same(word)


def main() -> None:
    """Write the list."""
    folder = Path(sys.argv[1])
    verbs, nouns = Part(folder, "verb"), Part(folder, "noun")
    rows = []
    for word in sorted(verbs.mostly):
        same, broader = known(verbs, verbs.same(word)), known(verbs, verbs.broader(word))
        if same or broader:
            rows.append((stem(word), "verb", "", same, broader))
    for word in sorted(nouns.mostly):
        kinds = [KINDS[nouns.senses[a].kind - FIRST_KIND] for a in nouns.mostly[word]]
        rare = not nouns.often[word]
        if not kinds or kinds[0] in LEFT_OUT or (rare and kinds[0] not in KEPT):
            continue
        same, broader = known(nouns, nouns.same(word)), known(nouns, nouns.broader(word))
        rows.append((stem(word), "noun", kinds[0], same, broader))
    head = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    first = {row[:2]: row for row in reversed(rows)}  # of several words of one stem
    body = ["\t".join(cell or "-" for cell in row) for row in rows if first[row[:2]] is row]
    LIST.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")
    print(f"{len(body)} stems")


def known(part: Part, others: set[str]) -> str:
    """Return the stems of those of some words that occur in the texts counted."""
    return " ".join(sorted({stem(o) for o in others if part.often[o]}))


def stem(word: str) -> str:
    """Return the stem of a word, as the program asks for it."""
    return stem_of(word.replace("_", "-"))


if __name__ == "__main__":
    main()
