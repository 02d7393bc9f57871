"""What is rendered and written: files below ``docs/``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Web:
    """Where the site will stand: its address (empty where that isn't known), and whether each page gets a folder.

    ``language`` is the code of the language that the theme speaks, whether the pages can speak it or not.
    """

    site: str = ""
    folders: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file: its path below ``docs/`` and its content."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft(Page):
    """A page of Markdown before it is cut to size, has what its links lead to, and its front matter.

    ``offers`` is what an editor may paste into the corrections.
    """

    title: str
    kind: str
    offers: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing the pages did, or (with ``--check``) would do; paths below ``docs/``."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
