"""The Jinja environment in which every printed value is inert."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import BuiltinMethodType, MethodType
from typing import Any, ClassVar

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.errors import PageTemplateError
from generator.model import Page
from generator.render.markdown import Markdown, shown
from generator.words import ENGLISH, lacking, language, number, speaking
from generator.words.paragraphs import translated
from generator.words.reasons import known

# The filters that never join or rebuild text; ``safe``, ``join``, ``replace`` and their like know HTML's escapes
# only, not Markdown's.
_FILTERS = ("batch", "count", "default", "first", "groupby", "last", "length", "list", "map", "rejectattr")
_MORE_FILTERS = ("reject", "select", "selectattr", "slice", "sort", "sum", "unique")
# What Python raises for an expression of a template: 1 / 0, a call with too much, a macro that calls itself.
_FAULTS = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
_UNSPOKEN = "new/"
"""The folder of the files of a new project, which no page is made of."""
_BLANK_LINES = re.compile(r"\n{3,}")


class _NoConcatenation(Extension):
    """Refuses ``a ~ b``: it would join our Markdown and a plain text with HTML's escapes only."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type == "tilde":
                message = "print the parts one after the other instead of joining them with ~"
                raise jinja2.TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            yield token


class _Generator(CodeGenerator):
    """Prints what ``shown`` returns as it is: it is Markdown already, and Jinja would make HTML of it once more."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(f"({finalize.src}")


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which text can be printed but not glued together."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("+", "%"))
    _safe: ClassVar[dict[tuple[type, str], bool]] = {}  # asked for each value of each line; the types alone decide

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if isinstance(left, str) or isinstance(right, str):
            message = f"text joined with {operator}; print the parts one after the other"
            raise jinja2.TemplateRuntimeError(message)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: object, **named: object) -> object:  # noqa: ANN401 - any value
        """Call as the sandbox does; a macro, and a method that nothing is known against, at once."""
        own = type(obj) is MethodType
        if not (type(obj) is Macro or (own and _is_plain(obj.__func__))):
            return super().call(context, obj, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return obj(*args, **named) if own else obj(context.eval_ctx, *args, **named)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an attribute as the sandbox does; one that is known to be safe, and no method of a text, at once."""
        if self._safe.get((type(obj), attribute)):
            value = getattr(obj, attribute, None)
            if value is not None and type(value) is not BuiltinMethodType:
                return value
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        key = type(obj), attr
        if key not in self._safe:
            self._safe[key] = not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)
        return self._safe[key]


@lru_cache(maxsize=1024)
def _is_plain(function: object) -> bool:
    """Tell whether a method takes what it is given, and no more, and may be called."""
    return not any(hasattr(function, name) for name in ("jinja_pass_arg", "unsafe_callable", "alters_data"))


class _Loader(jinja2.FileSystemLoader):
    """Finds templates in folders, and says which one it is that isn't UTF-8."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            source, found, fresh = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            path = next(path for path in (Path(f, template) for f in self.searchpath) if path.is_file())
            raise PageTemplateError(_name(str(path), environment), "not valid UTF-8; save it as UTF-8", line) from error
        return translated(source, template), found, fresh


def environment(templates: tuple[Path, ...]) -> jinja2.Environment:
    """Return the environment that reads templates from the first folder that has them; the last, if none changed."""
    files = (path for folder in templates for path in sorted(folder.rglob("*")) if path.is_file())
    state = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    jinja, unknown = _made(templates, language(), state)
    lacking().update(unknown)
    return jinja


@lru_cache(maxsize=1)  # to translate them takes as long as to fill a hundred pages
def _made(
    templates: tuple[Path, ...],
    code: str,
    state: tuple[tuple[Path, int, int], ...],  # noqa: ARG001 - changed templates aren't the same
) -> tuple[jinja2.Environment, frozenset[str]]:
    """Return the environment, and the messages of all templates for which the language has no words."""
    jinja = _Environment(
        loader=_Loader([str(path) for path in templates]),
        extensions=[_NoConcatenation],
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters = {name: jinja.filters[name] for name in (*_FILTERS, *_MORE_FILTERS)}
    jinja.filters |= {"number": number, "told": reasoned}
    with speaking(code) as unknown:
        if code != ENGLISH:  # a page that is kept, or a template that is in memory, doesn't ask for its words again
            compile_all(jinja)
    return jinja, frozenset(unknown)


def compile_all(jinja: jinja2.Environment) -> None:
    """Compile the templates of pages, so that copies of this process needn't; what is wrong, who fills one tells."""
    for name in jinja.list_templates(filter_func=lambda name: name.endswith(".md") and not name.startswith(_UNSPOKEN)):
        with suppress(jinja2.TemplateError, PageTemplateError):
            jinja.get_template(name)


def reasoned(reason: str) -> str:
    """Return a reason in the language of the pages, or marked as English where that language has no words for one."""
    if language() == ENGLISH or not reason:
        return reason
    return known(reason) or Markdown('<span lang="{}">{}</span>').format(ENGLISH, reason)


def fill(jinja: jinja2.Environment, template: str, values: Mapping[str, object]) -> str:
    """Return a template's text with its values.

    Raises PageTemplateError with the template's file and line.
    """
    try:
        text = jinja.get_template(template).render(values)
    except jinja2.TemplateSyntaxError as error:
        path = _name(error.filename or template, jinja)
        raise PageTemplateError(path, f"{_said(error)}; correct the template", error.lineno) from error
    except jinja2.TemplateNotFound as error:
        message = f"there is no template {error.name}; give it back or take its name out"
        raise PageTemplateError(*_place(error, jinja, template, message)) from error
    except (jinja2.TemplateError, *_FAULTS) as error:
        message = f"{_said(error)}; correct the name or the expression"
        fault = PageTemplateError(*_place(error, jinja, template, message))
        if isinstance(error, _FAULTS) and fault.path.startswith(_folders(jinja)[-1]):
            raise  # a template that comes with the program: no fault of its user
        raise fault from error
    bare = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", bare).strip("\n") + "\n"


def _said(error: Exception) -> str:
    return str(getattr(error, "message", error)).rstrip(".") or type(error).__name__


def _place(error: Exception, jinja: jinja2.Environment, template: str, message: str) -> tuple[str, str, int | None]:
    """Return the deepest template that an error passed through, with the message and the line."""
    folders = _folders(jinja)
    found = (Path(folder, template) for folder in folders)
    place: tuple[str, int | None] = (str(next((path for path in found if path.is_file()), template)), None)
    trace = error.__traceback__
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if path.startswith(folders):
            place = (path, trace.tb_lineno)
        trace = trace.tb_next
    return _name(place[0], jinja), message, place[1]


def _name(path: str, jinja: jinja2.Environment) -> str:
    """Return the path of a template of the project as ``templates/quotes.md``, and the whole path of any other."""
    first, *others = _folders(jinja)
    own = others and path.startswith(first) and first not in others
    return Path(path).relative_to(Path(first).parent).as_posix() if own else path


def _folders(jinja: jinja2.Environment) -> tuple[str, ...]:
    return tuple(jinja.loader.searchpath) if isinstance(jinja.loader, jinja2.FileSystemLoader) else ()


def asset_pages(templates: tuple[Path, ...]) -> tuple[Page, ...]:
    """Return the files below ``assets`` of the templates' folders; of two with the same name the first one's."""
    found = {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(templates)
        for path in sorted((folder / "assets").rglob("*"))
        if path.is_file()
    }
    files = ((name, found[name], found[name].read_bytes()) for name in sorted(found))
    return tuple(  # a script says what it says in the language of the pages
        Page(name, translated(content.decode(), path.name).encode() if path.suffix == ".js" else content)
        for name, path, content in files
    )
