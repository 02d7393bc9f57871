"""The sections of corrections.yml: how the entries of each are written, and what their values may be."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.edtf import valid
from generator.errors import choice
from generator.lexicons import compiled
from generator.model import Correction
from generator.read.yaml import Items, Node, Table, Text, YamlError
from generator.slug import RESERVED

YAML_NAMES = frozenset(("corrections.yml", "corrections.yaml", "correction.yml", "correction.yaml"))
KINDS = ("person", "organisation", "place", "event", "agreement", "work", "product", "none")
LONGEST_ADDRESS = 100  # letters; a path that any file system takes
SIGNED = ("because", "by", "on")
PAIR = 2

_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)  # peace-talks-2
_PAGE = compiled("page-file")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)  # 2025-05-02
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)  # 1200, -0.5


@dataclass(frozen=True, slots=True)
class Form:
    """How the entries of a section are written.

    ``read`` turns the section into decisions; ``values`` checks each of their fields (a value and what it is about ──▶
    what is wrong and what to do, or nothing), ``needs`` can't be left out, ``about`` checks what an entry is about.
    """

    shape: Callable[["Form", str, Node], Iterator[Correction]]
    values: Mapping[str, Callable[[str, str], str]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    about: Callable[[str, str], str] | None = None

    def read(self, section: str, node: Node) -> Iterator[Correction]:
        """Yield the decisions of a section; raises YamlError."""
        return self.shape(self, section, node)


# --- how a section is written ---------------------------------------------------------------------


def _aliases(_form: Form, section: str, node: Node) -> Iterator[Correction]:
    """Yield a decision for each further name: ``Name: [further name, …]``."""
    for name, others in as_table(node, f"`{section}`").entries:
        for alias in as_items(others, f"`{name.value}`"):
            yield Correction(section, word(alias), (("", word(name)),), alias.line)


def _pairs(_form: Form, section: str, node: Node) -> Iterator[Correction]:
    """Yield a decision for each pair: ``- [one, other]``."""
    for pair in as_items(node, f"`{section}`"):
        names = [word(n) for n in as_items(pair, f"an entry of `{section}`")]
        if len(names) != PAIR or names[0] == names[1]:
            msg = f"an entry of `{section}` is a pair of two names; write `- [One Name, Another Name]`"
            raise YamlError(pair.line, msg)
        yield Correction(section, names[0], (("", names[1]),), pair.line)


def _single(form: Form, section: str, node: Node) -> Iterator[Correction]:
    """Yield a decision for each line ``about: value``."""
    for key, value in as_table(node, f"`{section}`").entries:
        if form.about and (wrong := form.about(word(key), "")):
            raise YamlError(key.line, wrong)
        if wrong := form.values[""](word(value), word(key)):
            raise YamlError(value.line, wrong)
        yield Correction(section, word(key), (("", word(value)),), key.line)


def _fields(form: Form, section: str, node: Node) -> Iterator[Correction]:
    """Yield a decision for each table ``about: {field: value, …}``."""
    for key, entry in as_table(node, f"`{section}`").entries:
        told = word(key)
        says = []
        for name, value in as_table(entry, f"`{told}`").entries:
            if name.value not in form.values:
                msg = f"`{name.value}` isn't part of `{section}`; {choice(name.value, form.values)}"
                raise YamlError(name.line, msg)
            if wrong := form.values[name.value](word(value), told):
                raise YamlError(value.line, wrong)
            says.append((name.value, word(value)))
        if missing := [name for name in form.needs if name not in dict(says)]:
            msg = f"the entry `{told}` of `{section}` lacks {', '.join(missing)}; add what is missing"
            raise YamlError(key.line, msg)
        yield Correction(section, told, tuple(says), key.line)


def _listed(_form: Form, section: str, node: Node) -> Iterator[Correction]:
    """Yield a decision for each item of a list: ``- about``."""
    for item in as_items(node, f"`{section}`"):
        yield Correction(section, word(item), (("", ""),), item.line)


# --- what a value may be --------------------------------------------------------------------------


def any_text(_value: str, _about: str) -> str:
    """Find nothing wrong with a text."""
    return ""


def _kind(value: str, about: str) -> str:
    return "" if value in KINDS else f"`{value}` isn't a kind for `{about}`; {choice(value, KINDS)}"


def _address(value: str, _about: str) -> str:
    if len(value) > LONGEST_ADDRESS:
        return f"an address of {len(value)} letters; use at most {LONGEST_ADDRESS}"
    if _ADDRESS.fullmatch(value) and value not in RESERVED:
        return ""
    return f"`{value}` can't be an address; use small letters, digits and hyphens, and not `index` or `con`"


def _check(fits: Callable[[str], object], otherwise: str) -> Callable[[str, str], str]:
    return lambda value, _about: "" if fits(value) else f"`{value}` {otherwise}"


_page = _check(_PAGE.fullmatch, "must be a page below docs/; write it such as `articles/name.md`")
_day = _check(lambda v: _DAY.fullmatch(v) and valid(v), "isn't a day; write it such as 2025-05-02")
edtf_date = _check(valid, "is no date; write it as EDTF, such as 2025-04-14, 2025-04 or 2025")
number = _check(_NUMBER.fullmatch, "is no number; write it in digits, such as 1200 or 0.5")


def _other(value: str, about: str) -> str:
    return "" if value != about else f"`{value}` is the entry itself; name the key of another"


# --- nodes ----------------------------------------------------------------------------------------


def as_table(node: Node, what: str) -> Table:
    """Return a node that has to be a table."""
    if not isinstance(node, Table):
        raise YamlError(node.line, f"{what} must be a table; write lines such as `name: value`")
    return node


def as_items(node: Node, what: str) -> tuple[Node, ...]:
    """Return the items of a node that has to be a list, or a single word."""
    if isinstance(node, Table):
        raise YamlError(node.line, f"{what} must be a list; write `[one, another]`")
    return node.values if isinstance(node, Items) else (node,)


def word(node: Node) -> str:
    """Return the text of a node that has to have some."""
    if not isinstance(node, Text) or not node.value.strip():
        raise YamlError(node.line, "a name or a value is missing here; write it, or delete the entry")
    return node.value.strip()


_SIGNATURE = {"because": any_text, "by": any_text, "on": _day}
_JOINED = {"same": _other, "apart": _other}

FORMS: Mapping[str, Form] = {
    "same": Form(_aliases),
    "apart": Form(_pairs),
    "kinds": Form(_single, {"": _kind}),
    "definitions": Form(_single, {"": any_text}),
    "slugs": Form(_single, {"": _address}),
    "moved": Form(_single, {"": _page}, about=_page),
    "notes": Form(_single, {"": any_text}, about=_page),
    "verdicts": Form(_fields, {"holds": any_text, **_SIGNATURE}, ("holds", *SIGNED)),
    "dismiss": Form(_fields, _SIGNATURE, SIGNED),
    "events": Form(_fields, {"date": edtf_date, "headline": any_text, **_JOINED, "none": any_text}),
    "quotes": Form(_fields, {"speaker": any_text, "same": _other, "none": any_text}),
    "figures": Form(
        _fields, {"value": number, "unit": any_text, "measure": any_text, "period": edtf_date, "none": any_text}
    ),
    "occasions": Form(_fields, {"title": any_text, **_JOINED}),
    "pin": Form(_listed),
}
"""Every section, all optional; ``templates/new/corrections.yml`` has an entry of each."""
