"""Bytes of a mail or of a page saved as one file ──▶ its article: its own words, what it quotes, what it passes on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from generator.errors import SeedError
from generator.lexicons import compiled
from generator.model import Problem, Source, Statement
from generator.read.document import Documents, first_of_each, is_address, laid_out
from generator.read.html import article_of
from generator.read.html.markup import decode_page, lines_of
from generator.read.html.page import language_code
from generator.read.text import decode
from generator.text.pubdate import find_dates

ATTRIBUTION = 3  # lines that "On Thu, 2 May 2024 at 09:00, A Name <a@b.example> wrote:" may be broken into
FEWEST_HEADERS = 3  # of a quoted mail without a line above them

_MARKER = compiled("sent-on", re.IGNORECASE)
_WROTE = compiled("wrote", re.IGNORECASE | re.DOTALL)
_STAMP = re.compile(r"@|\d{1,2}[:.]\d{2}\b")  # an address or a time, which only programs write there
_HEADER = compiled("mail-header", re.IGNORECASE)


class Thread(NamedTuple):
    """The lines of a mail: its ``own``, the ``others`` that it quotes, and the ``headers`` of a mail that it passes on.

    ``headers`` hold what ``from``, ``day`` and ``title`` say; where there are any, ``own`` are that mail's lines.
    """

    own: tuple[str, ...]
    others: tuple[str, ...]
    headers: Mapping[str, str]


def thread(lines: Sequence[str], *, is_sent_on: bool, is_plain: bool) -> Thread:
    """Tell a mail's own lines from those that it quotes; of one that is sent on, the mail inside is what it tells.

    In plain text each line with a ``>`` is quoted from a mail; in markup it may be quoted from anybody.
    """
    for i, line in enumerate(lines):
        marker = _MARKER.fullmatch(line.strip())
        after = _headers_end(lines, i + 1) if marker else _headers_end(lines, i)
        if marker is None and after - i < FEWEST_HEADERS:
            continue
        if is_sent_on or (marker is not None and marker["forward"]):
            above, told = lines[:after], _quoted(_without_marks(lines[after:]), is_plain=is_plain)
            return Thread(told.own, (*above, *told.others), _headers(lines[i:after]))
        told = _quoted(lines[:i], is_plain=is_plain)
        return Thread(told.own, (*told.others, *lines[i:]), {})
    return _quoted(lines, is_plain=is_plain)


def _headers_end(lines: Sequence[str], start: int) -> int:
    """Return where the headers end that begin at a line, behind the empty lines before them."""
    at = start
    while at < len(lines) and at - start <= 1 and not lines[at].strip("> "):
        at += 1
    first = at
    while at < len(lines) and _HEADER.fullmatch(lines[at].strip("> ")):
        at += 1
    return at if at > first else start


def _headers(lines: Sequence[str]) -> Mapping[str, str]:
    found = [match for line in reversed(lines) if (match := _HEADER.fullmatch(line.strip("> ")))]
    return {name: m["value"].strip() for m in found for name in ("from", "day", "title") if m[name]}  # the first counts


def _without_marks(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a mail inside another; where each has a ``>``, without it."""
    shown = [line for line in lines if line.strip()]
    is_marked = bool(shown) and all(line.startswith(">") for line in shown)
    return [line[1:].removeprefix(" ") for line in lines] if is_marked else lines


def _quoted(lines: Sequence[str], *, is_plain: bool) -> Thread:
    """Part what is quoted, with the line above it that says who wrote it, from the other lines."""
    marked = {i for i, line in enumerate(lines) if line.startswith(">")}
    taken = set(marked) if is_plain else set()
    for first, end in _attributions(lines):
        below = next((n for n in range(end, len(lines)) if lines[n].strip()), len(lines))
        if is_plain and below in marked:
            taken |= set(range(first, end))
        elif below in marked or _STAMP.search(" ".join(lines[first:end])):
            taken |= set(range(first, len(lines)))  # without marks all that follows is quoted
    own = tuple(line for i, line in enumerate(lines) if i not in taken)
    return Thread(own, tuple(line for i, line in enumerate(lines) if i in taken), {})


def _attributions(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where lines say who wrote what follows: the first, and the one behind the last."""
    for first in range(len(lines)):
        for end in range(first + 1, min(first + ATTRIBUTION, len(lines)) + 1):
            if not lines[end - 1].strip():
                break
            if _WROTE.fullmatch("\n".join(lines[first:end]).strip()):
                yield first, end


FEWEST_WORDS = 20  # of a plain part; a shorter one says "your program can't show this mail"

# Fwd: Re: The headline
_SENT_ON = re.compile(r"(?:(?:re|aw|sv)\s?:\s{0,3}){0,5}(?:fwd?|wg|tr|rv|i|vs|vb|enc|doorst)\s?:", re.IGNORECASE)
_ANSWER = re.compile(r"(?:(?:re|aw|sv|fwd?|wg|tr|rv|i|vs|vb|enc|doorst)\s?:\s{0,3}){1,9}", re.IGNORECASE)


def read_mail(raw: bytes, path: str) -> Documents:
    """Return the article that a mail holds: its plain text if it has one, else what its markup shows.

    What it quotes is no part of the story; of a mail that was sent on, the story and what is stated of it are those of
    the mail inside. Raises SeedError for a file that isn't a mail, and for one without words of its own.
    """
    mail = _parsed(raw, path)
    if not mail.keys():
        raise SeedError(path, "this is no mail: it has no headers; save it again, or name it .txt")
    shown, kind, problems = _shown(mail, path)
    told, signature = _unsigned(shown)
    parts = thread(told, is_sent_on=_is_sent_on(mail), is_plain=kind == "txt")
    story = "\n".join(parts.own).strip("\n")
    if not story.strip():
        raise SeedError(path, "this mail only quotes another one; save that one instead")
    text, span = laid_out("", (story,), rest=tuple(p for p in ("\n".join(parts.others).strip("\n"), signature) if p))
    states = first_of_each((*_inside(parts.headers), *_states(mail)))
    article = Source(path, "", text, kind, states=states, story=span, kept=True)
    return (article,), (*problems, *_attached(mail, path))


def _shown(mail: EmailMessage, path: str) -> tuple[Sequence[str], str, tuple[Problem, ...]]:
    """Return the lines that a mail shows, the format that they are in, and what was unusual."""
    plain, markup = (mail.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    if plain is not None:
        text, problems = decode(_payload(plain), path, plain.get_content_charset(""))
        if markup is None or len(text.split()) >= FEWEST_WORDS:
            return text.splitlines(), "txt", problems
    if markup is not None:
        source, problems = decode_page(_payload(markup), path, markup.get_content_charset(""))
        if lines := lines_of(source, path):
            return tuple(line for shown in lines for line in (shown, "")), "page", problems
    raise SeedError(path, "there is no text in this mail; save what is attached to it")


def read_archived_page(raw: bytes, path: str) -> Documents:
    """Return the article of a page that a browser saved as one file (.mhtml, RFC 2557)."""
    mail = _parsed(raw, path)
    page = next((p for p in mail.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise SeedError(path, "there is no page in this file; save the page again, as HTML or as one file")
    places = (
        (name, part.get(name, ""))
        for part in (mail, page)
        for name in ("Snapshot-Content-Location", "Content-Location")
    )
    known = tuple(Statement("url", str(v), f"the header {n}") for n, v in places if is_address(str(v)))
    source, problems = decode_page(_payload(page), path, page.get_content_charset(""))
    return (article_of(source, path, known),), problems


def _parsed(raw: bytes, path: str) -> EmailMessage:
    try:
        return message_from_bytes(raw, policy=policy.default)
    except (ValueError, RecursionError, LookupError) as error:
        raise SeedError(path, "the parts of this mail can't be told apart; save its text instead") from error


def _payload(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _unsigned(lines: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return the lines above the signature (RFC 3676, 4.3), and the signature."""
    at = next(
        (i for i, line in enumerate(lines) if line in ("-- ", "--") and any(map(str.strip, lines[:i]))), len(lines)
    )
    return lines[:at], "\n".join(lines[at:]).strip("\n")


def _is_sent_on(mail: EmailMessage) -> bool:
    return bool(_SENT_ON.match(" ".join(str(mail.get("Subject", "")).split())))


def _inside(headers: Mapping[str, str]) -> Iterator[Statement]:
    """Return what the headers of the mail inside state."""
    if title := _ANSWER.sub("", headers.get("title", "")):
        yield Statement("title", title, "the Subject of the mail that was sent on")
    name = parseaddr(headers.get("from", ""))[0].strip(" \"'")
    if name:
        yield Statement("byline", name, "the sender of the mail that was sent on")
    days = {d.value for d in find_dates(headers.get("day", "")) if d.value}
    if len(days) == 1:
        yield Statement("published", days.pop(), "the date of the mail that was sent on")


def _states(mail: EmailMessage) -> Iterator[Statement]:
    """Return what the headers state; who sends to a list is its publisher, any other sender the author."""
    subject = " ".join(str(mail.get("Subject", "")).split())
    if title := _ANSWER.sub("", subject):
        yield Statement("title", title, "the header Subject")
    if language := language_code(str(mail.get("Content-Language", ""))):
        yield Statement("language", language, "the header Content-Language")
    if _is_sent_on(mail):
        return
    if name := parseaddr(str(mail.get("From", "")))[0].strip():
        is_list = any(h in mail for h in ("List-Id", "List-Unsubscribe", "List-Post"))
        yield Statement("publisher" if is_list else "byline", name, "the header From")
    if day := _day(str(mail.get("Date", ""))):
        yield Statement("published", day, "the header Date")


def _day(header: str) -> str:
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _attached(mail: EmailMessage, path: str) -> tuple[Problem, ...]:
    names = [name for part in mail.iter_attachments() if (name := part.get_filename())]
    if not names:
        return ()
    listed = ", ".join(ascii(n)[1:-1] for n in names[:3])
    return (Problem(path, f"what is attached isn't read ({listed}); save it beside the mail"),)
