"""The mkdocs plugin: runs the pipeline before a build, and watches what it reads while serving."""

import hashlib
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from generator.cache import Drawer, Store
from generator.errors import BriefingError
from generator.incremental import Room, Templates, room_for
from generator.refreshing import refresh
from generator.serving import give_back, glance, keep, put
from generator.settings import WRITTEN_IN, Settings, load_settings, options, too_many
from generator.write import generated_files

log = get_plugin_logger("briefing")

LONG = 20_000_000
"""Bytes; of a longer file, size and time tell whether it has changed: to read it would take longer than the build."""

SEARCHES = ("search", "material/search")
KEPT = "last"
"""The folder of the last good site, while serving."""
EACH = 0.5
"""Seconds between two looks at the files, while serving."""

PROBLEM = logging.INFO + 5
"""The level of what is unusual in a source: shown wherever mkdocs shows anything, but no warning.

``mkdocs build --strict`` fails on warnings, which are faults of the project. What somebody else wrote is none of them.
"""
logging.addLevelName(PROBLEM, "PROBLEM")


class Stopped(Abort):
    """A build that can't be made ends with the status that the command line has for it, too."""

    code = exit_code = 2

    def __init__(self) -> None:
        """Say that what is wrong has been said, line by line."""
        super().__init__("The briefing can't be made; mend what is named above.")


class BriefingPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # mkdocs leaves its class hook untyped
    """The adapter between mkdocs and the pipeline."""

    config_scheme = tuple(
        (name, config_options.Type(kind, default=default)) for name, (kind, default, _) in options().items()
    )

    def __init__(self) -> None:
        """Begin without a build."""
        self.settings: Settings | None = None
        self.store: Store | None = None
        self.room: Room | None = None
        self.seen = ""
        self.bell: Path | None = None
        self.building = False
        self.site: Path | None = None
        self.aside = False
        self.wrong: tuple[str, ...] = ()
        self.over = threading.Event()
        self.watcher: threading.Thread | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep this object from one build to the next while serving; build a whole site beside its place."""
        self.aside = command != "serve" and not dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Add the Markdown extensions that the pages need and ``mkdocs.yml`` doesn't name."""
        config.markdown_extensions += [name for name in WRITTEN_IN if name not in config.markdown_extensions]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages; a build that can't be made ends with a message, not with a traceback."""
        self.site = None
        root = Path(config.config_file_path or ".").absolute().parent  # links stay, as in mkdocs' own docs_dir
        docs = Path(os.path.relpath(config.docs_dir, root)).as_posix()
        try:
            web = load_settings(root).web  # while serving, mkdocs puts the server's address into its own settings
            self.settings = Settings(root=root, title=config.site_name, docs=docs, web=web, **self.config)
            self.building = True
            self.seen = "" if self.aside else fingerprint(self.settings)
            if self.store is None or self.store.folder != self.settings.kept:
                self.store = Store(self.settings.kept)
            result = refresh(self.settings, store=self.store)
        except BriefingError as error:
            self.wrong = tuple(map(str, error.each))
            for one in self.wrong:
                log.error("%s", one)  # noqa: TRY400 - what a person can fix needs no traceback
            raise Stopped from error
        for problem in result.problems:
            log.log(PROBLEM, "%s", problem)
        if result.problems and self.settings.strict:
            raise PluginError(too_many(len(result.problems)))
        told = (len(result.changes.written), len(result.changes.removed), len(result.problems))
        log.info("%d pages written, %d removed; %d problems in what was read", *told)
        self.site = Path(config.site_dir)
        if self.aside:
            config.site_dir = str(_beside(self.site))  # mkdocs empties it next

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Let pages that are as they were be taken from the last build."""
        kept = self.settings.kept if self.settings else None
        self.room = room_for(config, Drawer(kept, "site")) if kept else None
        for name in SEARCHES:
            index = getattr(config.plugins.get(name), "search_index", None)
            if self.room and index:
                self.room.take_index(index)

    @event_priority(-100)  # after whoever changes the Markdown
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the page through the room."""
        if self.room:
            self.room.take_in(page)

    @event_priority(-100)  # after whoever changes the environment
    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401, ARG002
        """Render templates through the room."""
        return Templates(env, self.room) if self.room else env

    @event_priority(-100)  # after whoever adds to the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site in its place; look for what was written during the build, and what the site made no use of."""
        if self.site and self.aside:
            put(_beside(self.site), self.site)
            config.site_dir = str(self.site)
        if self.room and (trouble := self.room.tidy()):
            log.log(PROBLEM, "%s", trouble)
        self._listen()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave no half of a site that looks whole; while serving, go on listening: the next save may mend it."""
        if self.bell is None and self.site:
            clean_directory(str(self.site))
            shutil.rmtree(_beside(self.site), ignore_errors=True)
        self._listen()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
        """Watch what the pages are made from, instead of every file below docs/.

        mkdocs rebuilds on any event below docs/, so the pages that a build writes would cause the next
        one. The folders are therefore watched here, and mkdocs is woken, through a file of its own, only when the
        content of something that a person writes has changed.
        """
        if self.settings is None:
            return
        self.bell = Path(tempfile.mkdtemp(prefix="briefing-")) / "changed"
        self.bell.write_text("", encoding="utf-8")
        server.unwatch(config.docs_dir)
        server.watch(str(self.bell))
        server.builder = self._surviving(builder, Path(config.site_dir))
        keep(Path(config.site_dir), self.bell.parent / KEPT)
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()

    def _surviving(self, builder: Callable[[], None], site: Path) -> Callable[[], None]:
        """Return a builder that never fails: what is wrong is shown on the last good pages.

        mkdocs keeps every request waiting after a build that failed.
        """

        def build_again() -> None:
            kept = (self.bell or site).parent / KEPT
            self.wrong = ()
            try:
                builder()
            except (Exception, SystemExit) as error:
                if not isinstance(error, Stopped):
                    log.error(str(error), exc_info=not isinstance(error, MkDocsException))  # noqa: TRY400
                give_back(kept, site, self.wrong or (str(error),))
            else:
                keep(site, kept)

        return build_again

    def _watch(self) -> None:
        """Look again and again, until the end, whether a file has changed."""
        seen = None
        while not self.over.wait(EACH):
            now = glance(self.settings) if self.settings else None
            if now != seen:
                seen = now
                self._ring()

    def on_shutdown(self) -> None:
        """Take the bell away."""
        self.over.set()
        if self.watcher:
            self.watcher.join()
        if self.bell:
            shutil.rmtree(self.bell.parent)

    def _listen(self) -> None:
        self.building = False
        self._ring()

    def _ring(self) -> None:
        if self.building or self.bell is None:
            return  # a page that isn't listed as the program's own yet would look like one written by hand
        now = fingerprint(self.settings) if self.settings else self.seen
        if now != self.seen:
            self.seen = now
            self.bell.write_text(now, encoding="utf-8")


def _beside(site: Path) -> Path:
    return site.with_name(f".{site.name}.new")


def fingerprint(settings: Settings) -> str:
    """Return a hash of the content of every file that a person writes; one that can't be read counts by its name."""
    ours = {settings.path("docs") / path for path in generated_files(settings.path("docs"))}
    folders = (settings.path("seeds"), settings.path("templates"), settings.path("docs"))
    below = (path for folder in folders for path in sorted(folder.rglob("*")) if not path.name.startswith("."))
    digest = hashlib.sha256()
    for path in (*below, settings.path("corrections"), settings.path("accepted")):
        if path.is_file() and path not in ours:
            digest.update(f"{path}\0".encode("utf-8", "replace") + _digest(path))
    return digest.hexdigest()


def _digest(path: Path) -> bytes:
    try:
        stat = path.stat()
        if stat.st_size > LONG:
            return f"{stat.st_size} {stat.st_mtime_ns}".encode()
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:  # the build says so
        return b""
