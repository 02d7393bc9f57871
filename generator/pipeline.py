"""The whole program, from top to bottom."""

import gc
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from generator.cache import Drawer, Each, Store, program, remembering
from generator.clean import clean, identify, laid_out
from generator.errors import AcceptedError, Gathering, PageTemplateError, SeedError, WorkerError
from generator.extract import extract
from generator.files import refuse_odd
from generator.inputs import digest_of_templates
from generator.link import STEPS, link
from generator.link.revision import accept as accepted_state
from generator.model import Accepted, Article, Briefing, Changes, Corrections, Findings, Page, Problem, Source
from generator.progress import Track, in_silence
from generator.read import read, read_accepted, read_corrections
from generator.render import render
from generator.render.changes import accepted_file, since
from generator.render.kept import Sheets
from generator.render.redirects import astray
from generator.settings import Settings
from generator.staging import alone, change_files, recover
from generator.words import speaking
from generator.write import write

A = TypeVar("A", Source, Article)
R = TypeVar("R", Article, Findings)

PARALLEL_FROM = 40
"""Below this many articles, starting worker processes costs more than they save."""
OBJECTS = 3_000_000
"""New objects after which rings of them that nobody needs are looked for: one in twenty is of such a ring."""
CHUNK = 8
"""Articles that a worker process takes at once."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build made, did and found unusual; ``since`` tells in one line what isn't as it was accepted."""

    briefing: Briefing
    pages: tuple[Page, ...]
    changes: Changes
    problems: tuple[Problem, ...]
    since: str


def build(
    settings: Settings,
    *,
    dry: bool = False,
    track: Track = in_silence,
    store: Store | None = None,
    executor: Executor | None = None,
) -> Result:
    """Run every stage; with ``dry`` nothing is written.

    A ``store`` that is used again has the last build in memory. The single articles are read by the ``executor``; where
    there is none, by processes of this machine when they pay. Raises a BriefingError for what stops the whole build; a
    bad article only becomes a problem.
    """
    if not dry:
        recover(settings.root)
    kept = store or Store(settings.kept, dry=dry)
    with seldom_collecting():
        briefing, problems = _linked(settings, Work(track, kept, executor))
        sheets = _sheets(settings, kept, briefing, dry=dry)
        problems += kept.tidy()
        del kept  # unless it is used again, it is as large as the findings, and the pages need nothing of it
        given = settings.template_path, settings.title, settings.day, settings.web
        made = partial(render, briefing, *given, sheets=sheets)
        with speaking(settings.language) as lacking:
            (pages,) = (make() for make in track((made,), "making the pages", 1))
        if sheets:
            if digest_of_templates(settings) != sheets.made_with:  # nobody knows which pages are of which
                sheets.drawer.used.clear()
            sheets.drawer.tidy()
        changes = write(pages, settings.path("docs"), dry=dry)
        found = (*settings.problems(lacking), *problems, *astray(briefing, pages))
        return Result(briefing, pages, changes, found, since(briefing.revision))


def _sheets(settings: Settings, store: Store, briefing: Briefing, *, dry: bool) -> Sheets | None:
    """Return where the pages of the last build are kept, or None where nothing is."""
    made_with = digest_of_templates(settings) if store.folder else ""
    if not (store.folder and made_with):
        return None
    marks = {f.article.id: store.memory.digest(f) for f in briefing.findings}
    return Sheets(Drawer(store.folder, "pages", dry=dry), made_with, marks)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The state of the articles, what was found unusual, and whether the state was written: not if it stood there."""

    state: Accepted
    problems: tuple[Problem, ...]
    written: bool


def accept(settings: Settings, *, without: tuple[str, ...] = (), track: Track = in_silence) -> Acceptance:
    """Write the state of the articles, as if those at some paths weren't there, into the file of the accepted state.

    Raises AcceptedError, and writes nothing, where something else stands in the file, or where a path is no
    article's; writes nothing either where there are problems and the settings are strict.
    """
    recover(settings.root)
    briefing, problems = _linked(settings, Work(track, Store(settings.kept)), without)
    path = settings.path("accepted")
    state = accepted_state(briefing, settings.accepted)
    content = accepted_file(state)
    same = path.is_file() and path.read_bytes() == content
    written = not same and not (settings.strict and problems)
    if written:
        with alone(settings.root):
            change_files({path.relative_to(settings.root).as_posix(): content}, (), settings.root)
    return Acceptance(state, problems, written)


@dataclass(frozen=True, slots=True)
class Work:
    """How the stages of single articles are run: shown, kept, and by whom (by processes of this machine if None)."""

    track: Track
    store: Store
    executor: Executor | None = None

    def through(self, stage: Callable[[A], R], items: Sequence[A], label: str, each: Each) -> tuple[R, ...]:
        """Return what a stage makes of each item, in order."""
        return tuple(self.track(self.store.through(stage, items, each), label, len(items)))


def linked(settings: Settings) -> tuple[Briefing, tuple[Problem, ...]]:
    """Return what the articles say together, and what was found unusual; write nothing.

    Raises a BriefingError for what stops the whole build.
    """
    return _linked(settings, Work(in_silence, Store(settings.kept, dry=True)))


def _linked(settings: Settings, work: Work, without: tuple[str, ...] = ()) -> tuple[Briefing, tuple[Problem, ...]]:
    """Run the stages that read, up to what the articles say together, without those at some paths."""
    corrections, accepted, every, unread = _inputs(settings)
    unknown = [path for path in without if path not in {source.path for source in every}]
    if unknown:
        raise AcceptedError(unknown[0], f"there is no such article; name one as {settings.seeds}/name.txt")
    wanted = tuple(source for source in every if source.path not in without)
    sources = tuple(source for source in wanted if source.status != "skip")
    skipped = tuple((source.path, source.note) for source in wanted if source.status == "skip")
    with _workers(work.executor) as each:  # they end before the comparison begins: their memory is needed
        cleaned = work.through(clean, laid_out(sources), "reading the articles", each)
        articles = identify(cleaned, corrections, accepted)
        findings = work.through(extract, articles, "finding what they say", each)
    steps = work.track(STEPS, "comparing the sources", len(STEPS))
    memory = work.store.memory
    with remembering(memory):
        briefing = replace(link(findings, corrections, accepted, memory.through(steps)), skipped=skipped)
    per_article = (p for f in briefing.findings for p in (*f.article.problems, *f.problems))
    return briefing, (*unread, *per_article, *briefing.problems)


def _inputs(settings: Settings) -> tuple[Corrections, Accepted | None, tuple[Source, ...], tuple[Problem, ...]]:
    """Read everything; raises, in one, what is wrong in any of the files, the articles included."""
    tried = Gathering()
    unread: tuple[Problem, ...] = ()
    with tried:
        corrections = read_corrections(settings.path("corrections"), settings.root)
    with tried:
        accepted = read_accepted(settings.path("accepted"), settings.root)
    with tried:
        sources, unread = read(settings.path("seeds"), settings.root)
    with tried:
        refuse_odd(settings.path("templates"), settings.root, PageTemplateError)
    if tried.errors:
        tried.errors.extend(SeedError(p.path, p.message, p.line) for p in unread)
    tried.end()
    return corrections, accepted, sources, unread


@contextmanager
def _workers(executor: Executor | None) -> Iterator[Each]:
    """Yield a ``map`` that keeps the order: of an executor, or in this process, over all processors for many items."""
    with ExitStack() as stack:

        def each(stage: Callable[[Any], Any], items: Sequence[Any]) -> Iterable[Any]:
            nonlocal executor
            if executor is None and len(items) < PARALLEL_FROM:
                return map(stage, items)
            executor = executor or stack.enter_context(ProcessPoolExecutor())
            return executor.map(partial(_as_here, program(), stage), items, chunksize=CHUNK)

        yield each


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let Python look less often for rings of objects that nobody needs: what is found stays until the pages stand.

    It looked after every 700 objects, and took a tenth of the time of the comparison and of the pages.
    """
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.freeze()  # else all of it is looked through at once, and again at the end of the process
        gc.set_threshold(*before)


def _as_here(here: str, stage: Callable[[A], R], item: A) -> R:
    """Return what a stage makes of an item; raises WorkerError in a process that runs another version of it."""
    if program() != here:
        what = "a worker has another version of the program, of its libraries or of Python; install the same there"
        raise WorkerError(platform.node(), what)
    return stage(item)
