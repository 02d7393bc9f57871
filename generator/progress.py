"""One bar over a whole build, where it takes long enough and somebody looks."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import click

B = TypeVar("B")

LONG_CORPUS = 40
"""From this many articles on a build takes long enough for a progress bar."""
SHARES = {
    "reading the articles": 200,
    "finding what they say": 380,
    "comparing the sources": 190,
    "making the pages": 230,
}
"""What each stage takes of a thousandth of a long build: measured on 300 agency reports."""


class Track(Protocol):
    """Passes items on and shows how far it is."""

    def __call__(self, items: Iterable[B], label: str, length: int) -> Iterable[B]:
        """Return the same items."""


def in_silence(items: Iterable[B], label: str, length: int) -> Iterable[B]:  # noqa: ARG001 - a Track
    """Show nothing."""
    return items


@contextmanager
def progress(folder: Path, *, quiet: bool) -> Iterator[Track]:
    """Yield what shows on one bar how far the whole build is; for a small corpus, or where nobody looks, nothing."""
    files = sum(1 for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
    if quiet or files < LONG_CORPUS or not sys.stderr.isatty():
        yield in_silence
        return
    with click.progressbar(length=sum(SHARES.values()), file=sys.stderr) as bar:

        def track(items: Iterable[B], label: str, length: int) -> Iterator[B]:
            bar.label, before, share = label, bar.pos, SHARES.get(label, 0)
            for done, item in enumerate(items, 1):
                yield item
                bar.update(before + share * done // max(length, 1) - bar.pos)

        yield track
