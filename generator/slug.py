"""Text ──▶ a stable, safe name for a page or a file."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from anyascii import anyascii

LONGEST = 60  # a path stays readable in an address bar, and below every file system's limit with a suffix
_READ = 500  # no title needs more characters to fill LONGEST; keeps hostile input cheap
_SIGNS = {"%": " percent ", "&": " and ", "+": " plus "}
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")  # it joins: Côte d'Ivoire ──▶ cote-divoire
_BETWEEN = re.compile(r"[^a-z0-9]+")

# "index" is the section's own page; the others are device names that Windows refuses as file names.
RESERVED = frozenset({"index", "con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)})


def slug(text: str, longest: int = LONGEST) -> str:
    """Return a name of ``[a-z0-9-]`` for a text, cut at a word; never empty, never ``index``.

    Letters of all scripts are transliterated (anyascii). A text without any letter or digit gets a name from its hash.
    """
    kept = _APOSTROPHE.sub("", text[:_READ])
    for sign, word in _SIGNS.items():
        kept = kept.replace(sign, word)
    name = _cut(_BETWEEN.sub("-", anyascii(kept).lower()).strip("-"), longest)
    if not name:
        return "x" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{name}-page" if name in RESERVED else name


def _cut(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    head, _, _ = name[: longest + 1].rpartition("-")
    return (head or name[:longest]).strip("-")


def numbered(names: Iterable[str], form: str = "{}-{}") -> Iterator[str]:
    """Yield names, a number behind each that stood before."""
    seen: Counter[str] = Counter()
    for one in names:
        seen[one] += 1
        yield one if seen[one] == 1 else form.format(one, seen[one])
