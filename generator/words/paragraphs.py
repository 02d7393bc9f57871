"""The messages of a template, a script or a configuration: its paragraphs that hold words, whole.

A paragraph is a list item, a heading, a row of a table or some lines of running text, with what fills it.
So a sentence is translated as one, however many conditions it holds, and a translation may turn its order.
"""

import re
from collections.abc import Callable, Iterator

from generator.lexicons import compiled
from generator.words import ENGLISH, _, language

_NEW = compiled("template-part")  # begins a paragraph of its own
_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_SILENT = compiled("template-silent")
_ATTRIBUTES = re.compile(r"\{:.*?\}")  # {: #h-top}
_KEY = compiled("template-key")  # texts that are no words: marks, values that are compared, keys
_WORD = re.compile(r"[A-Za-z]{2,}")
_LITERAL = re.compile(r'"(?P<words>[A-Za-z][A-Za-z’\' ]+)[?.:]?"')
_COUNTED = re.compile(r"\bcount\([^()]*(?:\([^()]*\)[^()]*)*\)|\bcites\([^()]*\)")  # calls whose texts are words
_QUOTED = re.compile(r'"(?P<words>[^"\\\n]*)"|`(?P<template>[^`\n]*)`')
_COMMENT = re.compile(r"(?:^|\s)//.*$")
_KEYS = re.compile(r"event\.key|\"use strict\"|tagName")  # names of keys and tags are no words
_FILLED = re.compile(r"\$\{[^}]*\}")  # ${name}
_TEXT = compiled("script-text")
_SETTING = re.compile(r"site_description: | \s+-[ ][A-Z][^:]+: | \s+name:[ ][A-Z]", re.VERBOSE)  # - People: people.md


def translated(source: str, name: str) -> str:
    """Return the source of a template with its messages in the language of the pages."""
    if language() == ENGLISH:
        return source
    speaks = _reader(name)
    return "\n".join(_(part) if speaks(part) else part for part in _parts(source, name))


def messages_of(source: str, name: str) -> Iterator[tuple[int, str]]:
    """Yield the messages of a template with the lines in which they begin."""
    line = 1
    speaks = _reader(name)
    for part in _parts(source, name):
        if speaks(part):
            yield line, part
        line += part.count("\n") + 1


def _reader(name: str) -> Callable[[str], bool]:
    return {"js": _script_speaks, "yml": lambda line: bool(_SETTING.match(line))}.get(name.rpartition(".")[2], _speaks)


def _parts(source: str, name: str) -> Iterator[str]:
    """Yield the paragraphs of a source; joined by line ends they are the source again."""
    lines = source.split("\n")
    if not name.endswith(".md"):
        yield from lines
        return
    part: list[str] = []
    for line in lines:
        before = part[-1] if part else ""
        tag = before.startswith(("{% ", "|", "#", "{#")) and before.rstrip().endswith(("}", "|"))
        if part and (not line.strip() or not before.strip() or _NEW.match(line) or tag):
            yield "\n".join(part)
            part = []
        part.append(line)
    yield "\n".join(part)


def _speaks(part: str) -> bool:
    """Tell whether a paragraph holds words for readers: text, or a text that is handed to a macro."""
    bare = _KEY.sub("", _REMARK.sub("", part))
    if _WORD.search(_ATTRIBUTES.sub("", _SILENT.sub(" ", _REMARK.sub("", part)))):
        return True
    if any(_LITERAL.search(call) for call in _COUNTED.findall(bare)):
        return True
    return any(" " in m["words"].strip() or m["words"][0].isupper() for m in _LITERAL.finditer(bare))


def _script_speaks(line: str) -> bool:
    """Tell whether a line of a script holds a text with a capital or several words."""
    bare = _COMMENT.sub("", line)
    found = () if _KEYS.search(bare) else _QUOTED.finditer(bare)
    return any(_TEXT.fullmatch(_FILLED.sub("", m["words"] or m["template"] or "")) for m in found)
