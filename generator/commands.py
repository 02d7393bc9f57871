"""``briefing review``, ``show``, ``explain``, ``diff``, ``week``: what a maintainer asks."""

from dataclasses import asdict, replace
from pathlib import Path

import click

from generator.command import Command, as_json
from generator.errors import CorrectionsError
from generator.inspect.apply import apply
from generator.inspect.review import Look
from generator.inspect.review import review as look_at
from generator.inspect.revisions import checked_out, in_words, week_ago
from generator.inspect.show import article_of, pieces
from generator.inspect.show import explain as origins_of
from generator.link.revision import accept, tell_changes
from generator.model import Briefing, Correction, Problem
from generator.pipeline import linked
from generator.render.data import changes_json
from generator.settings import Settings, load_settings

MOST = 20
"""Things to look at that are printed at once; more aren't looked at in one sitting."""
COLOURS = {"date": "yellow", "name": "green", "quote": "cyan", "figure": "magenta", "removed": "bright_black"}


@click.command(cls=Command)
@click.argument("number", type=int, required=False)
@click.option("--all", "every", is_flag=True, help=f"all of it, not only the first {MOST}")
@click.option("--apply", "chosen", type=int, metavar="NUMBER", help="write the lines into corrections.yml")
@click.option("--set", "given", multiple=True, metavar="NAME=VALUE", help="fill in what the lines leave open")
@click.option("--json", "plain", is_flag=True, help="print it as JSON")
def review(number: int | None, *, every: bool, chosen: int | None, given: tuple[str, ...], plain: bool) -> None:
    """Tell what deserves a look: conflicts, unknown speakers, open dates, names, decisions without effect."""
    settings = load_settings(Path.cwd())
    looks = look_at(linked(settings)[0])
    if chosen is not None:
        values = dict(one.partition("=")[::2] for one in given)
        written = apply(settings.path("corrections"), settings.root, _one(looks, chosen).paste, values)
        click.echo(f"written into {settings.corrections}:\n{written}")
    elif plain:
        as_json([{"number": n, **asdict(look)} for n, look in enumerate(looks, 1) if number in (None, n)])
    elif number is not None:
        _print(number, _one(looks, number))
        click.echo(_one(looks, number).paste)
    else:
        for n, look in enumerate(looks if every else looks[:MOST], 1):
            _print(n, look)
        more = "" if every or len(looks) <= MOST else f", the first {MOST} of them here; add --all"
        click.echo(f"{len(looks)} to look at{more}")


def _one(looks: tuple[Look, ...], number: int) -> Look:
    if not 0 < number <= len(looks):
        name = f"review {number}"
        raise CorrectionsError(name, f"there are {len(looks)} things to look at; name one of them")
    return looks[number - 1]


def _print(number: int, look: Look) -> None:
    click.echo(f"{number:3}. {click.style(look.sort, bold=True)}: {look.about}")
    click.echo(f"     {look.place}: {look.sentence}")


@click.command(cls=Command)
@click.argument("article")
@click.option("--json", "plain", is_flag=True, help="print it as JSON")
def show(article: str, *, plain: bool) -> None:
    """Show an article with what was found in it."""
    runs = tuple(pieces(article_of(linked(load_settings(Path.cwd()))[0], article)))
    if plain:
        as_json([asdict(piece) for piece in runs])
        return
    click.echo(" ".join(click.style(kind, fg=colour) for kind, colour in COLOURS.items()))
    for piece in runs:
        told = click.style(f"[{piece.told}]", dim=True) if piece.kind in ("date", "quote", "figure") else ""
        click.echo(click.style(piece.text, fg=COLOURS.get(piece.kind)) + told, nl=False)
    click.echo()


@click.command(cls=Command)
@click.argument("what")
@click.option("--json", "plain", is_flag=True, help="print it as JSON")
def explain(what: str, *, plain: bool) -> None:
    """Tell how a happening, quotation, figure, difference or name came about: by its id, its key or its name."""
    found = origins_of(linked(load_settings(Path.cwd()))[0], what)
    if plain:
        as_json([asdict(origin) for origin in found])
        return
    for origin in found:
        click.echo(f"{click.style(origin.kind, bold=True)}: {origin.text}")
        for line in (*(f"key: {key}" for key in origin.keys), *origin.steps):
            click.echo(f"  {line}")
        for place, sentence in origin.sentences:
            click.echo(f"  {place}: {sentence}")


@click.command(cls=Command)
@click.argument("revision", default="HEAD")
@click.option("--json", "plain", is_flag=True, help="print it as JSON")
def diff(revision: str, *, plain: bool) -> None:
    """Tell in plain words what has changed in the facts since a revision of the project in git."""
    settings = load_settings(Path.cwd())
    now, _, _ = _compared(settings, revision)
    if plain:
        click.echo(changes_json(now).content.decode(), nl=False)
        return
    click.echo("\n".join(f"- {line}" for line in in_words(now)) or "the facts are the same")


def _compared(settings: Settings, revision: str) -> tuple[Briefing, tuple[Problem, ...], Briefing]:
    """Return the briefing with what isn't as it was at a revision, what is unusual now, and the briefing of then."""
    with checked_out(settings, revision) as folder:
        then = linked(load_settings(folder))[0]
    now, problems = linked(settings)
    return tell_changes(replace(now, accepted=accept(then, revision))), problems, then


@click.command(cls=Command)
@click.option("--days", default=7, show_default=True, help="how many days back")
@click.option("--json", "plain", is_flag=True, help="print it as JSON")
def week(days: int, *, plain: bool) -> None:
    """Tell what a week has brought: changes of the facts, decisions, what deserves a look. Markdown, to be sent on."""
    settings = load_settings(Path.cwd())
    now, problems, then = _compared(settings, week_ago(settings, days))
    looks = look_at(now)
    decided = [f"{c.section}: {c.about}" for c in now.corrections.entries if not _decides(then, c)]
    taken = [f"{c.section}: {c.about} (taken back)" for c in then.corrections.entries if not _decides(now, c)]
    parts = {
        "What the articles changed": list(in_words(now)),
        "What was decided": [*decided, *taken],
        "What deserves a look": [f"{look.sort}: {look.about} ({look.place})" for look in looks[:MOST]],
        "What is unusual": [str(problem) for problem in problems],
    }
    if plain:
        as_json(parts)
        return
    click.echo(f"# {settings.title}: the last {days} days")
    for title, lines in parts.items():
        click.echo(f"\n## {title}\n\n" + ("\n".join(f"- {line}" for line in lines) or "Nothing."))


def _decides(briefing: Briefing, decision: Correction) -> bool:
    """Tell whether an editor decides the same there, on whatever line."""
    return replace(decision, line=0) in {replace(c, line=0) for c in briefing.corrections.entries}
