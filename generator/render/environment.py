"""The Jinja environment in which every printed value is inert."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jinja2
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.errors import PageTemplateError
from generator.render.markdown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jinja2.lexer import Token, TokenStream
    from jinja2.runtime import Context

# The filters that never join or rebuild text; ``safe``, ``join``, ``replace`` and their like know HTML's escapes
# only, not Markdown's.
_FILTERS = ("batch", "count", "default", "first", "groupby", "last", "length", "list", "map", "rejectattr")
_MORE_FILTERS = ("reject", "select", "selectattr", "slice", "sort", "sum", "unique")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


class _NoConcatenation(Extension):
    """Refuses ``a ~ b``: it would join our Markdown and a plain text with HTML's escapes only."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type == "tilde":
                message = "print the parts one after the other instead of joining them with ~"
                raise jinja2.TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            yield token


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which text can be printed but not glued together."""

    intercepted_binops = frozenset(("+", "%"))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if isinstance(left, str) or isinstance(right, str):
            message = f"text joined with {operator}; print the parts one after the other"
            raise jinja2.TemplateRuntimeError(message)
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)


def environment(templates: tuple[Path, ...]) -> jinja2.Environment:
    """Return the environment that reads templates from the first folder that has them."""
    jinja = _Environment(
        loader=jinja2.FileSystemLoader([str(path) for path in templates]),
        extensions=[_NoConcatenation],
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters = {name: jinja.filters[name] for name in (*_FILTERS, *_MORE_FILTERS)}
    jinja.filters["number"] = lambda value: f"{value:,}"
    return jinja


def fill(jinja: jinja2.Environment, template: str, values: Mapping[str, object]) -> str:
    """Return a template's text with its values.

    Raises PageTemplateError with the template's file and line.
    """
    try:
        text = jinja.get_template(template).render(values)
    except jinja2.TemplateSyntaxError as error:
        message = f"{error.message}; correct the template"
        raise PageTemplateError(error.filename or error.name or template, message, error.lineno) from error
    except jinja2.TemplateNotFound as error:
        message = "there is no such template; give it back or take its name out"
        raise PageTemplateError(str(error), message) from error
    except jinja2.TemplateError as error:
        path, line = _place(error, jinja, template)
        message = f"{error.message}; correct the name or the expression"
        raise PageTemplateError(path, message, line) from error
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n") + "\n"


def _place(error: jinja2.TemplateError, jinja: jinja2.Environment, template: str) -> tuple[str, int | None]:
    """Return the deepest template file and line that an error passed through."""
    folders = tuple(jinja.loader.searchpath) if isinstance(jinja.loader, jinja2.FileSystemLoader) else ()
    place: tuple[str, int | None] = (template, None)
    trace = error.__traceback__
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if path.startswith(folders):
            place = (path, trace.tb_lineno)
        trace = trace.tb_next
    return place
