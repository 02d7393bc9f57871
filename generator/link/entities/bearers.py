"""Who bears a name: full names indexed by what a shorter form of them keeps."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.lexicons import listed
from generator.link.entities.forms import Form, given, variant

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = tuple[str, ...]

LONGEST_RUN = 3  # words of a full name that it is called by; more are a full name themselves


class Bearers:
    """Full names of people, looked up by a shorter form; each name comes with the number of its unit."""

    def __init__(self, people: Iterable[tuple[int, Form]]) -> None:
        """Index some full names."""
        self._fuller: dict[tuple[str, str, str], list[tuple[int, Form]]] = defaultdict(list)
        self._family: dict[Words, list[int]] = defaultdict(list)
        self._other: dict[Words, list[int]] = defaultdict(list)
        for number, form in people:
            for hook in _hooks(form):
                self._fuller[hook].append((number, form))
            families, others = _parts(form)
            for part in families:
                self._family[part].append(number)
            for part in others:
                self._other[part].append(number)

    def fuller(self, form: Form) -> dict[int, str]:
        """Return the longer full names that a full name may be short for, with the reason."""
        found = {}
        for hook in _asked(form):
            for number, other in self._fuller.get(hook, ()):
                if number not in found and (why := variant(form, other)):
                    found[number] = why
        return found

    def by_family(self, form: Form) -> tuple[int, ...]:
        """Return the full names whose family name, or last names, a single name is."""
        return tuple(self._family.get(form.core, ()))

    def by_any(self, form: Form) -> tuple[int, ...]:
        """Return the full names of which a single name is another part (``Lula``, ``Thaksin``)."""
        return tuple(self._other.get(form.core, ()))


def _hooks(form: Form) -> tuple[tuple[str, str, str], ...]:
    core = form.core
    names = {("initial", given(core[0])[0], core[-1])}
    for line in (core, form.words):
        names |= {("part", line[i], line[i + 1]) for i in range(len(line) - 1)}
    return tuple(sorted(names))


def _asked(form: Form) -> tuple[tuple[str, str, str], ...]:
    core, every = form.core, form.words
    asked = [("initial", given(core[0])[0], core[-1])]
    asked += [("part", line[0], line[1]) for line in (core, every) if len(line) > 1]
    return tuple(dict.fromkeys(asked))


def _parts(form: Form) -> tuple[set[Words], set[Words]]:
    """Return the parts of a full name that it is called by, and its other parts."""
    core = form.core
    ends = (0, *accumulate(form.lengths))  # "Reed" is no part of "Harcourt-Reed"
    runs = {core[i:j] for n, i in enumerate(ends) for j in ends[n + 1 : n + 1 + LONGEST_RUN]} - {core}
    families = {run for run in runs if run == core[len(core) - len(run) :]}
    if core[: form.lengths[0]] in runs and core[0] in listed("entities-family-first"):
        families.add(core[: form.lengths[0]])
    return families, {r for r in runs - families if len(r[0]) > 1}
