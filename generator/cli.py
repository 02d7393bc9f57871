"""``briefing …``: the command line."""

import gc
import os
import subprocess
import sys
import time
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cluster import executor_of
from generator.command import Command, as_json, with_options
from generator.errors import BriefingError, choice
from generator.lexicons import mapping
from generator.progress import progress
from generator.refreshing import Report, refresh
from generator.settings import load_settings, too_many

COMMANDS = mapping("commands")
"""The module of each command, in the order of work; it is imported when it is asked for."""
EXIT = """Exit codes: 0 it is as it should be; 1 something was found: stale pages, failures, refused files, problems
with --strict; 2 it can't be done as asked: what is wrong is printed with its file and line.

Completion: eval "$(_BRIEFING_COMPLETE=bash_source briefing)", likewise zsh_source and fish_source."""


class _Group(click.Group):
    """A group that says what a person can fix in one line and exits with status 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the commands in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's own
        """Import a command."""
        found: click.Command | None = getattr(import_module(COMMANDS[name]), name) if name in COMMANDS else None
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; say which was meant where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = choice(args[0], COMMANDS)
            ctx.fail(f"there is no command {args[0]}; {near}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own type
        """Run a command."""
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            for one in error.each:
                click.echo(f"error: {one}", err=True)
            sys.exit(2)
        finally:
            gc.freeze()  # Python looks for rings among all objects when it ends: a tenth of the time of a build


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT)
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Turn a folder of articles into a briefing site in which every line leads to its source."""


@click.command(cls=Command)
@click.option("--check", "dry", is_flag=True, help="write nothing; exit with 1 and name the pages that are stale")
@click.option("-q", "--quiet", is_flag=True, help="print errors only")
@click.option("-v", "--verbose", is_flag=True, help="name each page that is written or removed")
@click.option("--json", "plain", is_flag=True, help="print what was done as JSON")
@click.option("--executor", "where", default="", metavar="dask:ADDRESS", help="a cluster that reads the articles")
@with_options
def build(*, dry: bool, quiet: bool, verbose: bool, plain: bool, where: str, **flags: Any) -> None:  # noqa: ANN401 - the options' own types
    """Make the pages. The options stand in mkdocs.yml under the plugin's name; flags override them."""
    started = time.perf_counter()
    settings = load_settings(Path.cwd(), flags)
    with progress(settings.path("seeds"), quiet=quiet or plain) as track, executor_of(where) as executor:
        result = refresh(settings, dry=dry, track=track, executor=executor)
    stale = (*result.changes.written, *result.changes.removed)
    if plain:
        as_json(
            {"articles": result.articles, "problems": [asdict(p) for p in result.problems], **asdict(result.changes)}
        )
    elif not quiet:
        for problem in result.problems:
            click.echo(f"problem: {problem}", err=True)
        click.echo(_summary(result, time.perf_counter() - started, dry=dry))
        for line in (result.since, *(stale if verbose and not dry else ())):
            if line:
                click.echo(line)
        for path in stale if dry else ():
            click.echo(f"stale: {settings.docs}/{path}")
    if dry and stale:
        click.echo("docs/ is not what the articles give; run: briefing build", err=True)
    if settings.strict and result.problems:
        click.echo(f"failed: {too_many(len(result.problems))}", err=True)
    if (dry and stale) or (settings.strict and result.problems):
        sys.exit(1)


def _summary(report: Report, seconds: float, *, dry: bool) -> str:
    changes = report.changes
    verb = "would be " if dry else ""
    return (
        f"{report.articles} articles, {report.facts:,} facts, {len(report.problems)} problems; "
        f"files: {len(changes.written)} {verb}written, {len(changes.unchanged)} unchanged, "
        f"{len(changes.removed)} {verb}removed; {seconds:.1f} s"
    )


@click.command(cls=Command, context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def serve(options: tuple[str, ...]) -> None:
    """Show the site on this machine, and each change at once; options are those of mkdocs serve."""
    sys.exit(_mkdocs("serve", *options))


@click.command(cls=Command, context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def site(options: tuple[str, ...]) -> None:
    """Make the pages and the site, in site/, ready to be published; options are those of mkdocs build."""
    sys.exit(_mkdocs("build", "--strict", *options))


def _mkdocs(*command: str) -> int:
    """Run mkdocs without the theme's note on its own future, which says nothing about this site."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, "-m", "mkdocs", *command], env=env, check=False).returncode  # noqa: S603
