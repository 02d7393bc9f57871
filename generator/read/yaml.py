"""The one strict YAML reader for everything that an editor writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

MOST_CHARACTERS = 1_000_000  # a corrections file of 10,000 entries has half of that
DEEPEST = 6  # corrections need three levels
_QUOTE_HINT = "put the value in quotation marks"
UNSHOWABLE = re.compile(
    r"""
      [\x00-\x08\x0b\x0c\x0e-\x1f]   # NUL, bell, form feed, escape: neither in HTML nor in the feeds
    | [\x7f-\x84\x86-\x9f]           # delete, and the controls of old terminals
    | [\ud800-\udfff]                # half a character: no encoding has it
    | [\ufffe\uffff]                 # no characters, by definition
    """,
    re.VERBOSE,
)
"""What no page can show. A file can't hold most of it, but an escape such as ``"\\0"`` can name it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always a string, with its 1-based line."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    values: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with string keys, in the order of the file."""

    entries: tuple[tuple[Text, "Node"], ...]
    line: int


Node = Text | Items | Table


class YamlError(ValueError):
    """The 1-based line, what is wrong and what to do; the caller knows the file and the kind of error."""

    def __init__(self, line: int, message: str) -> None:
        """Take the line and the message."""
        self.message = message
        self.line = line
        super().__init__(message)


def parse_yaml(text: str) -> Node | None:
    """Return what one YAML document says, every scalar as the string that was written; None for an empty one.

    Refused, as YamlError: anchors, aliases, merge keys, tags, duplicate keys, several documents, depth over DEEPEST and
    length over MOST_CHARACTERS. So a date stays text, and no small file can grow large.
    """
    if len(text) > MOST_CHARACTERS:
        msg = f"the file has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read, so split or shorten it"
        raise YamlError(1, msg)
    try:
        return _document(yaml.parse(text, Loader=yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        msg = f"not valid YAML: {error.problem or error.context}; check the indentation, and {_QUOTE_HINT}"
        raise YamlError(mark.line + 1 if mark else 1, msg) from error
    except (ValueError, OverflowError) as error:  # an escape that names no character: "\UFFFFFFFF"
        if isinstance(error, YamlError):
            raise
        raise YamlError(1, f"not valid YAML: an escape or a number that is too large; {_QUOTE_HINT}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError(line, "the file holds a control character that YAML doesn't allow; delete it") from error


def _document(events: Iterator[yaml.Event]) -> Node | None:
    found: Node | None = None
    documents = 0
    for event in events:
        line = _line(event)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise YamlError(line, "a second document begins here; keep everything in one, without `---`")
        elif isinstance(event, yaml.NodeEvent):
            found = _node(event, events, 1)
    return None if isinstance(found, Text) and not found.value else found


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    line = _line(event)
    _refuse(event, depth, line)
    if isinstance(event, yaml.ScalarEvent):
        if found := UNSHOWABLE.search(event.value):
            raise YamlError(line, f"a character that no page can show (U+{ord(found[0]):04X}); delete it")
        return Text(event.value, line)
    if isinstance(event, yaml.SequenceStartEvent):
        values = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(_node(event, events, depth + 1))
        return Items(tuple(values), line)
    return _table(events, depth, line)


def _table(events: Iterator[yaml.Event], depth: int, line: int) -> Table:
    entries: list[tuple[Text, Node]] = []
    seen: dict[str, int] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, depth + 1)
        if not isinstance(key, Text):
            raise YamlError(key.line, f"a key must be plain text; {_QUOTE_HINT}")
        if key.value == "<<":
            raise YamlError(key.line, "merge keys (`<<`) aren't read; write the entries out")
        if key.value in seen:
            raise YamlError(key.line, f"`{key.value}` stands here and in line {seen[key.value]}; keep one of the two")
        seen[key.value] = key.line
        entries.append((key, _node(next(events), events, depth + 1)))
    return Table(tuple(entries), line)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refuse(event: yaml.Event, depth: int, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise YamlError(line, f"anchors and aliases (`&`, `*`) aren't read; write the value out, or {_QUOTE_HINT}")
    if getattr(event, "tag", None):
        raise YamlError(line, f"tags (`!`) aren't read; {_QUOTE_HINT}")
    if depth > DEEPEST:
        raise YamlError(line, f"nested more than {DEEPEST} levels deep; write it flatter")
