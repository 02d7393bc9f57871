"""corrections.yml ──▶ Corrections; decisions that contradict each other, or lead in a circle, are refused."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.errors import CorrectionsError, Gathering, choice
from generator.files import name_of, read_whole
from generator.model import Correction, Corrections
from generator.read.forms import FORMS, YAML_NAMES, as_table
from generator.read.yaml import Text, YamlError, parse_yaml

MOST_BYTES = 4_000_000  # four bytes for each character that is read


def read_corrections(path: Path, root: Path) -> Corrections:
    """Return what an editor decided; a missing file decides nothing. ``generator.read.forms`` lists the sections.

    Raises CorrectionsError, with the line, for what can't be meant, and for a file of nearly this name that nobody
    would read.
    """
    name = name_of(path, root)
    if not path.exists() and not path.is_symlink():
        for other in sorted(path.parent.glob("*")) if path.parent.is_dir() else ():
            if other.name.casefold() in YAML_NAMES - {path.name}:
                raise CorrectionsError(name_of(other, root), f"this isn't read; rename it to {path.name}")
        return Corrections(name)
    try:
        text = read_whole(path, root, MOST_BYTES, CorrectionsError).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CorrectionsError(name, "not valid UTF-8; save it as UTF-8", line) from error
    return parse_corrections(text, name)


def parse_corrections(text: str, path: str = "corrections.yml") -> Corrections:
    """Return the corrections of a file's text; raises CorrectionsError for what is wrong in each of its sections."""
    tried = Gathering()
    found: list[Correction] = []
    with tried, _told(path):
        root = parse_yaml(text)
        entries = as_table(root, "the file").entries if root else ()
    tried.end()
    for key, node in entries:
        with tried, _told(path):
            if key.value not in FORMS:
                raise YamlError(key.line, f"`{key.value}` isn't a section; {choice(key.value, FORMS)}")
            if not isinstance(node, Text) or node.value.strip():  # else its entries are comments, or deleted
                found.extend(FORMS[key.value].read(key.value, node))
    with tried, _told(path):
        clash(found)
    tried.end()
    return Corrections(path, tuple(found))


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Say which file it is that holds something wrong."""
    try:
        yield
    except YamlError as error:
        raise CorrectionsError(path, error.message, error.line) from error


def clash(found: Sequence[Correction]) -> None:
    """Raise YamlError, with the line, for the first decision that another one contradicts."""
    of: dict[str, list[Correction]] = {}
    for one in found:
        of.setdefault(one.section, []).append(one)
    names = _names(of.get("same", ()))
    for one in of.get("apart", ()):
        if names.get(one.about, one.about) == names.get(one[""], one[""]):
            msg = f"`{one.about}` and `{one['']}` are one name in `same`; keep one of the two entries"
            raise YamlError(one.line, msg)
    for one in of.get("kinds", ()):
        if one.about in names:
            raise YamlError(one.line, f"`{one.about}` is an alias of `{names[one.about]}`; give the kind to that name")
    taken: dict[str, str] = {}
    for one in of.get("slugs", ()):
        if taken.setdefault(one[""], one.about) != one.about:
            raise YamlError(one.line, f"`{one['']}` is already the address of {taken[one['']]}; choose another")
    moves = {one.about: one[""] for one in of.get("moved", ())}
    for one in of.get("moved", ()):
        if one[""] in moves or one[""] == one.about:
            raise YamlError(one.line, f"`{one['']}` has moved itself; name the page where it is now")


def _names(same: Sequence[Correction]) -> Mapping[str, str]:
    """Return the name that each alias stands for."""
    names: dict[str, str] = {}
    for one in same:
        if names.setdefault(one.about, one[""]) != one[""]:
            raise YamlError(one.line, f"`{one.about}` is already an alias of `{names[one.about]}`; keep one of the two")
    for one in same:
        if one.about == one[""]:
            raise YamlError(one.line, f"`{one.about}` is the name itself; write its other forms")
        if one[""] in names:
            msg = f"`{one['']}` is itself an alias of `{names[one['']]}`; put `{one.about}` there too"
            raise YamlError(one.line, msg)
    return names
