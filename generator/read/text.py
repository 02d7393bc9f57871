"""Bytes ──▶ text: which encoding it is in."""

import codecs
import re

from charset_normalizer import from_bytes

from generator.errors import SeedError
from generator.model import Problem

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # never in text; an escape (\x1b) can be, in a terminal's copy
_CONTROLS = 100  # characters for each control character: a slip in a text has one, a binary file one in ten
_WIDE = 3  # zero bytes stand in every second byte of Latin text in UTF-16; fewer than a third are something else
_FOREIGN = 0.25  # letters beyond ASCII, of all: French has .05, Turkish .12; Cyrillic read as Windows-1252 has 1
# it's and "words" of old Macs, as Latin letters
_MAC = re.compile(r"[a-z]\xd5[a-z]|\xd2[A-Za-z][^\xd2\xd3\n]{2,500}\xd3")
_LETTERS = 0.9  # of the characters beyond ASCII

# What browsers take these names for (https://encoding.spec.whatwg.org/).
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_ALIASES |= {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}
_LEGACY = ["cp1251", "koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1253", "cp1255", "cp1256", "cp874"]


def decode(raw: bytes, path: str, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    r"""Return the text of a file and what was unusual about it.

    The text is the file as it stands: line endings (``\r\n`` too) and white space keep their offsets; only a byte order
    mark isn't part of it, and a stray control character becomes a space. Tried in turn: byte order mark, the encoding
    that the file or its sender declared, strict UTF-8, and with a Problem UTF-16 without a mark, Windows-1252, and
    where that can't be, what charset-normalizer takes it for.
    Raises SeedError, with the line where it is known, for empty, binary and undecodable files.
    """
    text, problems = _decoded(raw, path, declared)
    if not _CONTROL.sub(" ", text).strip():
        raise SeedError(path, "the file is empty; put the article's text in, or delete it")
    found = _CONTROL.search(text)
    if not found:
        return text, problems
    line, name = text.count("\n", 0, found.start()) + 1, f"U+{ord(found[0]):04X}"
    if len(_CONTROL.findall(text)) > max(1, len(text) // _CONTROLS):
        raise SeedError(path, f"control characters ({name}) make this no text file; save it as text", line)
    message = f"a control character ({name}) is read as a space; delete it"
    return _CONTROL.sub(" ", text), (*problems, Problem(path, message, line))


def recoded(raw: bytes, encoding: str, path: str) -> bytes:
    """Return a file of a known encoding as UTF-8 with a byte order mark; raises SeedError where it isn't in it."""
    text = _strictly(raw, _codec(encoding) or encoding)
    if text is None:
        raise SeedError(path, f"not valid {encoding}, which is said beside it; correct `encoding` in the sidecar")
    return text.removeprefix("\ufeff").encode("utf-8-sig")


def is_encoding(name: str) -> bool:
    """Tell whether a name is that of an encoding of text."""
    return bool(_codec(name)) or name.lower().startswith(("utf-16", "utf-32"))


def _decoded(raw: bytes, path: str, declared: str) -> tuple[str, tuple[Problem, ...]]:
    for bom, codec, name in _BOMS:
        if raw.startswith(bom):
            return _with_bom(raw[len(bom) :], codec, name, path)
    if (codec := _codec(declared)) and (text := _strictly(raw, codec)) is not None:
        return text, ()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wide(raw, path) or _legacy(raw, error.start, path)
    return (_wide(raw, path) if "\x00" in text else None) or (text, ())


def _codec(declared: str) -> str:
    """Return the codec of a declared name; empty where there is none that could hold the declaration itself."""
    name = _ALIASES.get(declared.strip().lower(), declared.strip().lower())
    try:
        found = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    is_text = found is not None and getattr(found, "_is_text_encoding", True)
    return name if is_text and not name.startswith(("utf-16", "utf-32", "utf16", "utf32", "utf-7")) else ""


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeError:
        return None


def _with_bom(raw: bytes, codec: str, name: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"begins like {name} but isn't valid {name}; save it as UTF-8"
        raise SeedError(path, message, line) from error
    return text, () if name == "UTF-8" else _told(path, f"the file is {name}", 1)


def _wide(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]] | None:
    """Read UTF-16 and UTF-32 without a byte order mark: every second byte (three of four) is zero."""
    if raw.count(0) * _WIDE < len(raw):
        return None
    order = "be" if raw[::2].count(0) > raw[1::2].count(0) else "le"
    for codec in (f"utf-32-{order}", f"utf-16-{order}"):
        text = _strictly(raw, codec)
        if text and not _CONTROL.search(text):
            return text, _told(path, f"the file is {codec[:6].upper()}", 1)
    return None


def _legacy(raw: bytes, bad: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    line = raw.count(b"\n", 0, bad) + 1
    if len(_CONTROL.findall(raw.decode("latin-1"))) > max(1, len(raw) // _CONTROLS):
        raise SeedError(path, "this is a binary file; export it as text or give it its true suffix", line)
    if (old := raw.decode("mac_roman")) and _MAC.search(raw.decode("latin-1")):
        return old, _told(path, "not valid UTF-8, read as Mac Roman", line)
    text = _strictly(raw, "cp1252")
    if text is not None and not _is_foreign(text):
        return text, _told(path, "not valid UTF-8, read as Windows-1252", line)
    best = from_bytes(raw, cp_isolation=_LEGACY).best()
    if best is not None and _is_foreign(str(best)) and _is_written(str(best)):
        return str(best), _told(path, f"not valid UTF-8, read as {best.encoding}", line)
    if text is None:
        raise SeedError(path, "not valid UTF-8, nor any other encoding that is known; save it as UTF-8", line)
    return text, _told(path, "not valid UTF-8, read as Windows-1252", line)


def _is_foreign(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(not c.isascii() for c in letters) > len(letters) * _FOREIGN


def _is_written(text: str) -> bool:
    """Tell whether what lies beyond ASCII is nearly all letters; boxes and accents alone come of the wrong encoding."""
    beyond = [c for c in text if not c.isascii() and not c.isspace()]
    return sum(c.isalpha() or c in "«»“”„–—…、。，" for c in beyond) >= len(beyond) * _LETTERS


def _told(path: str, what: str, line: int) -> tuple[Problem, ...]:
    return (Problem(path, f"{what}; save it as UTF-8 and look at the accents and quotation marks", line),)
