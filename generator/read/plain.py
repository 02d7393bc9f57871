"""Bytes of a text or Markdown file ──▶ its article, or its articles where several were joined in one file."""

import re
from collections.abc import Sequence

from generator.errors import SeedError
from generator.lexicons import compiled
from generator.model import Problem, Source
from generator.read.document import Documents, laid_out
from generator.read.text import decode
from generator.text.pubdate import find_dates

FEWEST_TAGS = 6  # closing tags of markup in a text that is a page; an article on markup shows two or three
FEWEST_AROUND = 2  # of a text that begins with one
FEWEST_LINKS = 3  # lines that are an address
LINKS = 0.8  # of the lines of a list of links
FEWEST_WORDS = 30  # of each of several articles in one file
HEAD = 6  # lines of an article in which its date stands
TITLE_WORDS = 25

# What other files begin with, whatever they are called.
_KINDS = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"{\\rtf", "a Rich Text file", ".rtf"),
    (b"PK\x03\x04", "an archive or an office file", ".docx, .odt or .zip"),
    (b"<?xml", "an XML file", ".xml"),
)
_PAGE = re.compile(
    r"\s{0,20}(?:<!--.{0,2000}?-->\s{0,20})?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
# <p class=x>
_FRAGMENT = re.compile(r"\s{0,20}<(?:p|div|h[1-6]|article|section|main)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|a|span|li|h[1-6]|article|td)>", re.IGNORECASE)
_ADDRESS = compiled("link-line")
_SEPARATOR = re.compile(r"(?:[-=*_~#]\s?){3,200}|\f")  # ---, * * *, =====, or a new page
_RULED = compiled("ruled-line")
_NEXT = compiled("next-page", re.IGNORECASE)
_DAY_WORDS = 8  # of a line that holds little but a date: "Published on Friday, 3 May 2024 at 10:15"
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")


def read_text(raw: bytes, path: str) -> Documents:
    """Return the article of a text file.

    Several articles with a line such as ``---`` between them are told apart where each begins with a headline and a
    date. Raises SeedError for a list of links, for articles that are joined without such a line, and for other files
    that are only called ``.txt``.
    """
    for begins, kind, suffix in _KINDS:
        if raw.startswith(begins):
            raise SeedError(path, f"this is {kind}; give it its true suffix ({suffix})")
    text, problems = decode(raw, path)
    tags = len(_CLOSING.findall(text))
    if _PAGE.match(text) or tags >= (FEWEST_AROUND if _FRAGMENT.match(text) else FEWEST_TAGS):
        return _page(text, path), (*problems, Problem(path, "this is a web page, read as one; name it .html", 1))
    lines = text.splitlines()
    _refuse_links(lines, path)
    if parts := _joined(text):
        numbered = enumerate(parts, 1)
        return tuple(Source(f"{path}#{n}", "", part, "txt", kept=True) for n, part in numbered), problems
    _refuse_run_together(lines, path)
    return (Source(path, "", text, "txt", kept=is_kept(raw, text)),), problems


def read_markdown(raw: bytes, path: str) -> Documents:
    """Return the article of a Markdown file; its front matter is part of the text."""
    text, problems = decode(raw, path)
    _refuse_links(text.splitlines(), path)
    return (Source(path, "", text, "md", kept=is_kept(raw, text)),), problems


def is_kept(raw: bytes, text: str) -> bool:
    """Tell whether a text isn't simply its file read as UTF-8."""
    return raw.removeprefix(b"\xef\xbb\xbf") != text.encode("utf-8", "surrogatepass")


def _page(text: str, path: str) -> tuple[Source, ...]:
    from generator.read.html import article_of  # noqa: PLC0415 - slow to import, and few text files are pages
    from generator.read.html.markup import lines_of  # noqa: PLC0415

    try:
        return (article_of(text, path),)
    except SeedError:
        laid, story = laid_out("", lines_of(text, path))
        return (Source(path, "", laid, "page", story=story, kept=True),)


def _refuse_links(lines: Sequence[str], path: str) -> None:
    shown = [line.strip() for line in lines if line.strip()]
    links = [line for line in shown if _ADDRESS.fullmatch(line)]
    if len(links) >= FEWEST_LINKS and len(links) >= LINKS * len(shown):
        raise SeedError(path, "this is a list of links and no article; run `briefing add` with each of them")


# --- several articles in one file ----------------------------------------------------------------


def _joined(text: str) -> tuple[str, ...]:
    """Return the articles of a text with separators between them, if each begins with a headline and a date."""
    parts: list[list[str]] = [[]]
    for line in text.splitlines(keepends=True):
        if _SEPARATOR.fullmatch(line.strip("\r\n \t")):
            parts.append([])
        elif ruled := _RULED.fullmatch(line.strip("\r\n \t")):
            parts.append([f"{ruled['head']}\n"])
        else:
            parts[-1].append(line)
    whole = tuple(joined for part in parts if (joined := "".join(part)).strip())
    return whole if len(whole) > 1 and all(map(_is_article, whole)) and not any(map(_goes_on, whole[1:])) else ()


def _goes_on(part: str) -> bool:
    """Tell whether a part is the next page of the one before it, or its notes: its first lines say so."""
    return any(_NEXT.match(line) for line in part.split("\n", HEAD)[:HEAD])


def _is_article(part: str) -> bool:
    shown = [line.strip() for line in part.splitlines() if line.strip()][:HEAD]
    heads = any(_is_title(line) for line in shown[:2])
    return len(part.split()) >= FEWEST_WORDS and heads and any(_is_day(line) for line in shown)


def _is_title(line: str) -> bool:
    return len(line.split()) <= TITLE_WORDS and not _STOP.search(line) and not _is_day(line)


def _is_day(line: str) -> bool:
    return len(line.split()) <= _DAY_WORDS and any(len(d.value) == len("2024-05-03") for d in find_dates(line))


def _refuse_run_together(lines: Sequence[str], path: str) -> None:
    """Refuse a text in which several headlines with a date of their own stand, each after an empty line."""
    heads = [i for i in range(len(lines)) if _heads_article(lines, i)]
    ends = [*heads[1:], len(lines)][: len(heads)]
    stories = [i for i, end in zip(heads, ends, strict=True) if len(" ".join(lines[i:end]).split()) >= 2 * FEWEST_WORDS]
    if len(stories) > 1 and len(stories) == len(heads) and not "".join(lines[: heads[0]]).strip():
        where = ", ".join(str(i + 1) for i in heads[:5])
        wrong = (
            f"several articles seem to be joined here (they begin in lines {where}); put each into a file of its own"
        )
        raise SeedError(path, f"{wrong}, or a line of --- between them")


def _heads_article(lines: Sequence[str], index: int) -> bool:
    """Tell whether a headline stands in a line: an empty line before, and its date alone in the next that is none."""
    line = lines[index].strip()
    after = next((text for text in lines[index + 1 : index + 3] if text.strip()), "").strip()
    opens = index == 0 or not lines[index - 1].strip()
    return bool(line) and opens and len(line.split()) > 1 and _is_title(line) and _is_day(after)
