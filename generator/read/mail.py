"""Bytes of a mail or of a page saved as one file ──▶ its article."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from generator.errors import SeedError
from generator.model import Problem, Span, Statement
from generator.read.document import Document, first_of_each, laid_out
from generator.read.html import article_of
from generator.read.html.markup import decode_page, lines_of
from generator.read.html.page import is_address, language_code
from generator.read.text import decode

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

    from generator.read.document import Documents

FEWEST_WORDS = 20  # of a plain part; a shorter one says "your program can't show this mail"

_SENT_ON = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|i|vs)\s?:\s{0,3}){1,5}", re.IGNORECASE)  # Fwd: Re: The headline

_SIGNATURE = re.compile(r"^-- \r?$", re.MULTILINE)


def read_mail(raw: bytes, path: str) -> Documents:
    """Return the article that a mail holds: its plain text if it has one, else what its markup shows.

    Raises SeedError for a file that isn't a mail, and for one without text.
    """
    mail = _parsed(raw, path)
    if not mail.keys():
        raise SeedError(path, "this is no mail: it has no headers; save it again, or name it .txt")
    states = first_of_each(_states(mail))
    plain, markup = (mail.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    attached = _attached(mail, path)
    if plain is not None:
        text, problems = decode(_payload(plain), path, plain.get_content_charset(""))
        if markup is None or len(text.split()) >= FEWEST_WORDS:
            return (Document(text, "txt", states, story=_unsigned(text)),), (*problems, *attached)
    if markup is None:
        raise SeedError(path, "there is no text in this mail; save what is attached to it")
    source, problems = decode_page(_payload(markup), path, markup.get_content_charset(""))
    lines = lines_of(source, path)
    if not lines:
        raise SeedError(path, "there is no text in this mail; save what is attached to it")
    text, story = laid_out("", lines)
    return (Document(text, "page", states, story=story),), (*problems, *attached)


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


def _unsigned(text: str) -> Span | None:
    """Return what stands above the signature (RFC 3676, 4.3), or None where there is none."""
    start = len(text) - len(text.lstrip())
    match = _SIGNATURE.search(text, start + 1)
    return Span(start, match.start()) if match else None


def _states(mail: EmailMessage) -> list[Statement]:
    """Return what the headers state; who sends to a list is its publisher, any other sender the author."""
    subject = " ".join(str(mail.get("Subject", "")).split())
    title = _SENT_ON.sub("", subject, count=1) if _SENT_ON.match(subject) else subject
    is_sent_on = title != subject
    found = [Statement("title", title, "the header Subject")] if title else []
    name = parseaddr(str(mail.get("From", "")))[0].strip()
    if name and not is_sent_on:
        is_list = any(h in mail for h in ("List-Id", "List-Unsubscribe", "List-Post"))
        found.append(Statement("publisher" if is_list else "byline", name, "the header From"))
    if (day := _day(str(mail.get("Date", "")))) and not is_sent_on:
        found.append(Statement("published", day, "the header Date"))
    if language := language_code(str(mail.get("Content-Language", ""))):
        found.append(Statement("language", language, "the header Content-Language"))
    return found


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
