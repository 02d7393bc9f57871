"""Re-reads what was built, and the seeds, and proves that nothing is asserted without its place.

This is a second opinion: it shares no code with the stages that made the pages. It looks at docs/ (as the site's own
Markdown reads it) or at a built site (HTML), and at the data beside the pages. ``PROOFS`` name what must hold; each
stands on what the files say, whoever wrote them and with whichever templates. That the files are those that the build
wrote is told apart, by their digests.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.check.built import Built
from generator.check.data import DATA, load, misformed, misquoted, uncovered, unworded
from generator.check.digests import altered_files
from generator.check.pages import dead_links, misnumbered, not_on_page, not_verbatim, other_sentences
from generator.check.seeds import altered
from generator.check.views import View, read_pages
from generator.settings import load_settings, markdown_extensions
from generator.words import speaking

PROOFS: tuple[Callable[[Built], Iterator[str]], ...] = (
    misquoted,
    uncovered,
    unworded,
    not_on_page,
    not_verbatim,
    dead_links,
    misnumbered,
    other_sentences,
)
"""What must hold of the seeds, the data and the pages, each by itself."""


@dataclass(frozen=True, slots=True)
class Report:
    """What failed of the proofs, which files aren't as they were written, and what was looked at."""

    unproved: tuple[str, ...]
    altered: tuple[str, ...]
    looked_at: str

    @property
    def failures(self) -> tuple[str, ...]:
        """All that failed."""
        return (*self.unproved, *self.altered)

    @property
    def summary(self) -> str:
        """One line that counts what was looked at and what failed."""
        return f"checked {self.looked_at}: {len(self.failures) or 'nothing'} failed"


def check(folder: Path, root: Path) -> Report:
    """Check a ``docs/`` folder or a built site against the seeds below ``root``.

    Raises OutputError where the data is missing or unreadable.
    """
    return prove(folder, root, read_pages(folder, markdown_extensions(root)))


def prove(folder: Path, root: Path, pages: Mapping[str, View]) -> Report:
    """Check pages that have been read, by their paths, and what stands beside them; see ``check``."""
    data, changes = load(folder, DATA), load(folder, "data/changes.json")
    schema = load(folder, "data/schema.json")
    changed = {"$ref": "#/$defs/changes", "$defs": schema.get("$defs", {})}
    files = tuple(altered_files(folder))
    form = (*misformed(data, schema, "briefing.json"), *misformed(changes, changed, "changes.json"))
    if form:  # what isn't of its form can't be read any further
        return Report(form, files, "the form of the data")
    built = Built(folder, root, data, changes, pages)
    stale = (f for a in data["articles"] for f in altered(a, root))
    with speaking(load_settings(root).language):
        failures = (*stale, *(failure for proof in PROOFS for failure in proof(built)))
    links = sum(e.tag == "a" for view in pages.values() for e in view.elements)
    counted = f"{len(built.evidence):,} citations, {len(built.texts):,} articles, {len(pages):,} pages, {links:,} links"
    return Report(failures, files, counted)
