"""``briefing new``, ``add``, ``accept``, ``check``, ``export``: how a project begins, grows, and is proved."""

import sys
from pathlib import Path
from typing import Any

import click

from generator.add import land, table, weigh
from generator.check import check as check_built
from generator.command import Command, as_json, with_options
from generator.export import export as run_export
from generator.inspect.findings import export_findings
from generator.offers import offers
from generator.pipeline import accept as run_accept
from generator.pipeline import linked
from generator.progress import progress
from generator.scaffold import make_project
from generator.settings import load_settings, too_many
from generator.words import ENGLISH, LANGUAGES


@click.command(cls=Command)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="Briefing", help="the name of the site")
@click.option("--language", default=ENGLISH, type=click.Choice(LANGUAGES), help="of the pages")
@click.option("--url", default="", help="where the site will stand, for feeds and links: https://example.org/subject/")
@click.option("--json", "plain", is_flag=True, help="print what was made as JSON")
def new(folder: Path, title: str, language: str, url: str, *, plain: bool) -> None:
    """Lay out a project for other articles, with an example, a workflow that checks and publishes it, and a README."""
    made = [str(path) for path in make_project(folder, title, url, language, example=True)]
    if plain:
        as_json(made)
        return
    click.echo("\n".join(f"made {path}" for path in made))
    click.echo(f"next: cd {folder}\n      briefing add ARTICLES   (the example steps aside)\n      briefing serve")
    if not url:
        click.echo("When you know where the site will stand, write site_url into mkdocs.yml: the feeds need it.")


@click.command(cls=Command)
@click.argument("what", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="take in all that isn't refused, without asking")
@click.option("--json", "plain", is_flag=True, help="print what was read as JSON; takes in only with --yes")
def add(what: tuple[str, ...], *, yes: bool, plain: bool) -> None:
    """Take articles in: files, folders, addresses, or - for the standard input.

    They land in seeds/ exactly as received, with a sidecar to correct what was read. Doubles are refused.
    """
    settings = load_settings(Path.cwd(), {})
    stdin = sys.stdin.buffer.read() if "-" in what else b""
    entries = weigh(offers(what, stdin), settings.path("seeds"), settings.root)
    rows = [row for entry in entries for row in entry.rows]
    if plain:
        as_json({"articles": [row.plain() for row in rows]})
    else:
        click.echo("\n".join(table(rows)))
    new = [entry for entry in entries if not entry.refused]
    if new and not yes and not plain:
        yes = "-" not in what and sys.stdin.isatty() and click.confirm(f"Take in {len(new)} files?")
        if not yes:
            click.echo("nothing was taken in; add --yes to take them in", err=True)
    for path in land(new, settings.path("seeds")) if yes else ():
        click.echo(f"made {settings.seeds}/{path.name}", err=plain)
    if any(row.refused for row in rows) or not rows:
        sys.exit(1)


@click.command(cls=Command)
@click.option("--without", multiple=True, metavar="SEED", help="as if this article weren't there; may be repeated")
@click.option("--json", "plain", is_flag=True, help="print what was accepted as JSON")
@with_options
def accept(*, without: tuple[str, ...], plain: bool, **flags: Any) -> None:  # noqa: ANN401 - the options' own types
    """Keep the present state: from now on, the changes page and the feeds tell what is new beyond it.

    The file (accepted.jsonl) is committed like the corrections. Nothing but this command writes it.
    """
    settings = load_settings(Path.cwd(), flags)
    with progress(settings.path("seeds"), quiet=plain) as track:
        done = run_accept(settings, without=without, track=track)
    for problem in done.problems:
        click.echo(f"problem: {problem}", err=True)
    if settings.strict and done.problems:
        click.echo(f"nothing is accepted: {too_many(len(done.problems))}", err=True)
        sys.exit(1)
    if plain:
        counts = {"articles": len(done.state.articles), "facts": len(done.state.facts)}
        as_json({"file": done.state.path, "written": done.written, **counts})
        return
    verb = "accepted" if done.written else "accepted already"
    click.echo(f"{verb}: {len(done.state.articles)} articles, {len(done.state.facts):,} facts; in {done.state.path}")


@click.command(cls=Command)
@click.argument("folder", default="docs", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "plain", is_flag=True, help="print what failed as JSON")
def check(folder: Path, *, plain: bool) -> None:
    """Prove that every citation, sentence and link holds."""
    report = check_built(folder, Path.cwd())
    if plain:
        as_json({"summary": report.summary, "failures": [str(failure) for failure in report.failures]})
        sys.exit(1 if report.failures else 0)
    for failure in report.failures:
        click.echo(f"failed: {failure}", err=True)
    click.echo(report.summary)
    if report.failures:
        sys.exit(1)


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path), default="briefing.sqlite")
@click.option(
    "--findings", "found", is_flag=True, help="write what was found in each article into a folder of this name"
)
@click.option("--json", "plain", is_flag=True, help="print what was written as JSON")
def export(file: Path, *, found: bool, plain: bool) -> None:
    """Write the data of the built pages to a SQLite file, for Datasette and the like."""
    settings = load_settings(Path.cwd(), {})
    counts = export_findings(linked(settings)[0], file) if found else run_export(settings.path("docs"), file)
    if plain:
        as_json({"file": str(file), "written": counts})
    else:
        click.echo(f"{file}: {', '.join(f'{number:,} {name}' for name, number in counts.items())}")
