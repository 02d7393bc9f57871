"""``python -m generator.words``: brings the files of words up to date with the messages of templates and modules."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from generator.lexicons import table
from generator.words import ENGLISH, LANGUAGES, REASON
from generator.words.paragraphs import messages_of

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TEMPLATES = ("templates/**/*.md", "templates/assets/*.js", "templates/mkdocs.yml", "templates/theme/404.html")
_TAKES = {"_": 1, "N_": 1, "ngettext": 2, "NN_": 2}  # how many texts each function is given
_CODE = re.compile(r"\{[{%][^}\"]*\}{1,2}")  # {{ to.entity(one) }}: an expression without words
UNSPOKEN = "templates/new/"  # what is laid out in a new project, for its maintainer


def spoken() -> Iterator[tuple[str, int, str | tuple[str, str]]]:
    """Yield the messages of the pages: file, line, the words, or one and many of them."""
    for path in sorted(path for pattern in TEMPLATES for path in ROOT.glob(pattern)):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(UNSPOKEN):
            yield from ((name, line, words) for line, words in messages_of(path.read_text(encoding="utf-8"), path.name))
    for _, _, one, *many in table("labels"):
        yield "generator/lexicons/labels.txt", 1, (one, many[0]) if many else one
    for path in sorted(HERE.parent.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        yield from ((name, line, words) for line, words in _called(ast.parse(path.read_bytes())))


def _called(module: ast.Module) -> Iterator[tuple[int, str | tuple[str, str]]]:
    """Yield the messages that a module hands to the functions of ``generator.words``, with their lines."""
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _TAKES:
            given = call.args[: _TAKES[call.func.id]]
            texts = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if texts:
                yield call.lineno, texts[0] if len(given) == 1 else (texts[0], texts[-1])


def updated(code: str) -> Catalog:
    """Return a language's file with all messages: without words where they are new, without those that are gone."""
    path = HERE / f"{code}.po"
    with path.open(encoding="utf-8") as stream:
        old = read_po(stream, locale=code)
    known = {m.id if isinstance(m.id, str) else m.id[0]: m.string for m in old if m.id and m.context != REASON}
    moved = {_CODE.sub("{}", one): (one, words) for one, words in known.items() if words}
    new = Catalog(code, header_comment=old.header_comment, charset="utf-8")
    for name, line, words in spoken():
        one = words if isinstance(words, str) else words[0]
        new.add(words, known.get(one) or _carried(one, moved), locations=[(name, line)])
    for message in old:
        if message.context == REASON:
            new.add(message.id, message.string, context=REASON)
    return new


def _carried(message: str, moved: dict[str, tuple[str, Any]]) -> str | None:
    """Return the words of a message that was the same but for the names in its expressions, with the new names."""
    before, words = moved.get(_CODE.sub("{}", message), ("", None))
    if not isinstance(words, str) or not _CODE.search(message):
        return None
    pieces = dict(zip(_CODE.findall(before), _CODE.findall(message), strict=True))
    return _CODE.sub(lambda code: pieces.get(code[0], code[0]), words)


def missing(catalogue: Catalog) -> list[Message]:
    """Return the messages without words."""
    return [m for m in catalogue if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]


def main() -> int:
    """Write every language's file; return 1 where words are missing."""
    lacking = 0
    for code in LANGUAGES:
        if code == ENGLISH:
            continue
        catalogue = updated(code)
        with (HERE / f"{code}.po").open("wb") as stream:
            write_po(stream, catalogue, width=0, omit_header=True, include_lineno=False)  # its dates would change
        for message in missing(catalogue):
            lacking += 1
            place = ":".join(map(str, message.locations[0])) if message.locations else REASON
            sys.stdout.write(f"generator/words/{code}.po: no words for {message.id!r} ({place})\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
