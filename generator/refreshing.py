"""A build, unless the last one gave the same: then what reads articles and makes pages isn't even imported."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from generator.cache import Drawer
from generator.inputs import digest_of_inputs
from generator.model import Changes, Problem
from generator.progress import Track, in_silence
from generator.staging import recover
from generator.write import as_written, manifest_of

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.cache import Store
    from generator.pipeline import Result
    from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Report:
    """What a command tells of a build: how much was read, what was written, what was unusual; see ``Result``."""

    articles: int
    facts: int
    changes: Changes
    problems: tuple[Problem, ...]
    since: str


def refresh(
    settings: Settings,
    *,
    dry: bool = False,
    track: Track = in_silence,
    store: Store | None = None,
    executor: Executor | None = None,
) -> Report:
    """Build, unless all that goes in is as it was at the last build, and all that came out as well; raises likewise."""
    if not dry:
        recover(settings.root)
    docs = settings.path("docs")
    drawer = Drawer(settings.kept, "builds", dry=dry) if settings.kept else None
    read = digest_of_inputs(settings) if drawer else ""
    if drawer and read and (told := _told(drawer.read(read), docs)):
        return told
    from generator.pipeline import build  # noqa: PLC0415 - to import it takes longer than all of the above

    result = build(settings, dry=dry, track=track, store=store, executor=executor)
    report = _report(result)
    written = not dry or not (report.changes.written or report.changes.removed)
    if drawer and read and written and read == digest_of_inputs(settings):  # nobody saved anything meanwhile
        rows = [astuple(problem) for problem in report.problems]
        drawer.write(read, json.dumps([manifest_of(docs), report.articles, report.facts, rows, report.since]))
        drawer.tidy()
    return report


def _told(kept: str | None, docs: Path) -> Report | None:
    """Return what was told of the last build, if its pages stand there as it wrote them."""
    if kept is None:
        return None
    manifest, articles, facts, problems, since = json.loads(kept)
    files = as_written(docs, manifest)
    told = tuple(Problem(*row) for row in problems)
    return Report(articles, facts, Changes(unchanged=files), told, since) if files else None


def _report(result: Result) -> Report:
    findings = result.briefing.findings
    facts = sum(len(f.dates) + len(f.names) + len(f.quotes) + len(f.figures) + len(f.terms) for f in findings)
    return Report(len(findings), facts, result.changes, result.problems, result.since)
