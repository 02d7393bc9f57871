"""The parts of a drawing: SVG inside a figure, that Markdown passes on untouched."""

from __future__ import annotations

from markupsafe import Markup

from generator.render.markdown import Markdown


def element(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """Return an SVG element; an underscore in an attribute's name stands for a hyphen, ``class_`` for ``class``."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{Markdown.escape(number(v))}"' for key, v in attributes.items()
    )
    return Markup(f"<{name}{given}>{''.join(Markdown.escape(c) for c in children)}</{name}>")  # noqa: S704 - every part is escaped


def number(value: object) -> object:
    """Return a coordinate with one decimal at most, so that every machine writes the same."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def figure(drawing: Markup, caption: str, kind: str) -> Markdown:
    """Return a drawing as a block of the page, with its caption."""
    return Markdown('<figure class="drawing {}">\n{}\n<figcaption>{}</figcaption>\n</figure>').format(
        kind, drawing, caption
    )
