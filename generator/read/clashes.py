"""Decisions that contradict each other, or lead in a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Correction
from generator.read.yaml import YamlError


def clash(found: Sequence[Correction]) -> None:
    """Raise YamlError, with the line, for the first decision that another one contradicts."""
    of: dict[str, list[Correction]] = {}
    for one in found:
        of.setdefault(one.section, []).append(one)
    names = _names(of.get("same", ()))
    for one in of.get("apart", ()):
        if names.get(one.about, one.about) == names.get(one[""], one[""]):
            msg = f"`{one.about}` and `{one['']}` are one name in `same`; keep one of the two entries"
            raise YamlError(msg, one.line)
    for one in of.get("kinds", ()):
        if one.about in names:
            msg = f"`{one.about}` is an alias of `{names[one.about]}`; give the kind to that name"
            raise YamlError(msg, one.line)
    taken: dict[str, str] = {}
    for one in of.get("slugs", ()):
        if taken.setdefault(one[""], one.about) != one.about:
            msg = f"`{one['']}` is already the address of {taken[one['']]}; choose another"
            raise YamlError(msg, one.line)
    moves = {one.about: one[""] for one in of.get("moved", ())}
    for one in of.get("moved", ()):
        if one[""] in moves or one[""] == one.about:
            msg = f"`{one['']}` has moved itself; name the page where it is now"
            raise YamlError(msg, one.line)


def _names(same: Sequence[Correction]) -> Mapping[str, str]:
    """Return the name that each alias stands for."""
    names: dict[str, str] = {}
    for one in same:
        if names.setdefault(one.about, one[""]) != one[""]:
            msg = f"`{one.about}` is already an alias of `{names[one.about]}`; keep one of the two"
            raise YamlError(msg, one.line)
    for one in same:
        if one.about == one[""]:
            msg = f"`{one.about}` is the name itself; write its other forms"
            raise YamlError(msg, one.line)
        if one[""] in names:
            msg = f"`{one['']}` is itself an alias of `{names[one['']]}`; put `{one.about}` there too"
            raise YamlError(msg, one.line)
    return names
