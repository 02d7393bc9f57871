"""A folder of texts by the digest of what went into them, that may be deleted at any time; I/O.

Nothing in it is believed that isn't as it was written: the first line of a file is the digest of its key and its text.
"""

import hashlib
import os
import re
import tempfile
from pathlib import Path

NEW = ".new"
_ENTRY = re.compile(r"[0-9a-f]{64}\.json")
_FILES = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What briefing has read; delete it at any time.\n",
}
"""Keeps the folder out of commits and backups (https://bford.info/cachedir/)."""


class Drawer:
    """Texts of one sort, in a folder of their own below ``root``; with ``dry`` nothing is written."""

    def __init__(self, root: Path, name: str, *, dry: bool = False) -> None:
        """Begin with nothing used; ``trouble`` tells why nothing can be kept."""
        self.trouble = ""
        self.used: set[str] = set()
        self._root, self._folder, self._dry = root, root / name, dry

    def read(self, key: str) -> str | None:
        """Return the text of a key, or None where there is none, or something else: damaged, cut off, somebody's."""
        try:
            with open(f"{self._folder}/{key}.json", "rb") as stream:  # noqa: PTH123 - of thousands, a path takes long
                digest, _, text = stream.read().partition(b"\n")
            if digest != _digest(key, text):
                return None
            self.used.add(key)
            return text.decode("ascii")
        except (OSError, ValueError):
            return None

    def write(self, key: str, text: str) -> None:
        """Keep a text of plain ASCII, so that a reader sees all of it or nothing."""
        self.used.add(key)
        if self._dry or self.trouble:
            return
        try:
            self._make()
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=NEW)
            content = text.encode("ascii")
            with os.fdopen(handle, "wb") as stream:
                stream.writelines((_digest(key, content), b"\n", content))  # not joined: it may be very long
            Path(name).chmod(0o644)  # mkstemp makes a private file; another user of the project may build it, too
            Path(name).replace(self._folder / f"{key}.json")
        except OSError as error:
            told = f"can't be written ({error.strerror}), so that builds take longer; mend it, or set cache to false"
            self.trouble = told

    def tidy(self) -> None:
        """Delete what wasn't used since the last time."""
        used, self.used = self.used, set()
        if self._dry or not self._folder.is_dir():
            return
        try:
            for path in self._folder.iterdir():
                if path.suffix == NEW or (_ENTRY.fullmatch(path.name) and path.stem not in used):
                    path.unlink(missing_ok=True)
        except OSError as error:
            self.trouble = f"can't be emptied ({error.strerror}), so that it grows; delete the folder"

    def _make(self) -> None:
        if not self._folder.is_dir():
            self._folder.mkdir(parents=True)
            for name, content in _FILES.items():
                (self._root / name).write_text(content, encoding="ascii")


def _digest(key: str, text: bytes) -> bytes:
    digest = hashlib.sha256(key.encode("ascii"))
    digest.update(text)
    return digest.hexdigest().encode("ascii")
