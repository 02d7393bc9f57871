"""What commands have in common: how their help looks, the options of the plugin, and output for other programs."""

import json
from collections.abc import Callable

import click

from generator.lexicons import table
from generator.settings import options

LONGEST = 33
"""Characters of an example beside which there is room for what it does."""


class Command(click.Command):
    """A command whose help begins with its examples, of ``command-examples.txt``."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes of any command."""
        told = [(line, does.strip("-")) for name, line, does in table("command-examples") if name == self.name]
        with formatter.indentation():
            formatter.write_dl(told, col_max=LONGEST)
        formatter.write("\n")
        super().format_help(ctx, formatter)


def as_json(what: object) -> None:
    """Print something as JSON."""
    click.echo(json.dumps(what, ensure_ascii=False, indent=1))


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command one flag for each option of the plugin."""
    for name, (kind, default, text) in reversed(options().items()):
        if kind is bool:
            flag = f"--no-{name}" if default else f"--{name}"
            told = f"don't {text}" if default else text
            command = click.option(flag, name, flag_value=not default, default=None, help=told)(command)
        else:
            told = f"{text}  [default: {default or 'none'}]"
            command = click.option(f"--{name}", metavar=name.upper(), help=told)(command)
    return command
