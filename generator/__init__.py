"""A folder of articles goes in, a briefing site comes out.

For other programs: ``load`` reads a project, ``build`` makes its pages, ``tables`` gives a briefing as plain rows.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model import Briefing
    from generator.pipeline import Result

__version__ = "0.1.0"
__all__ = ["build", "load", "tables"]

# The functions import what they need when they are called: the rest of the program reads the version from here.


def load(folder: str | Path = ".") -> Briefing:
    """Return what the articles of a project say together, as dataclasses (``generator.model``); writes nothing.

    ``folder`` holds ``mkdocs.yml`` and the folder of articles. Raises a ``generator.errors.BriefingError`` for what a
    person can fix.
    """
    from generator.pipeline import linked  # noqa: PLC0415 - see above
    from generator.settings import load_settings  # noqa: PLC0415 - see above

    return linked(load_settings(Path(folder).absolute()))[0]


def build(folder: str | Path = ".", *, dry: bool = False) -> Result:
    """Make the pages of a project; return the briefing, the pages, what was written and what was found unusual.

    With ``dry`` nothing is written. Raises as ``load`` does.
    """
    from generator.pipeline import build as run  # noqa: PLC0415 - see above
    from generator.settings import load_settings  # noqa: PLC0415 - see above

    return run(load_settings(Path(folder).absolute()), dry=dry)


def tables(briefing: Briefing) -> dict[str, list[dict[str, Any]]]:
    """Return a briefing as rows of plain values by table, such as ``events`` (see ``data/schema.json``)."""
    from generator.render.data import as_data  # noqa: PLC0415 - see above

    return {name: rows for name, rows in as_data(briefing).items() if isinstance(rows, list)}
