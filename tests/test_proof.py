"""Whatever an article holds, the proof finds nothing wrong with what is made of it; whatever is changed, it notices.

``BRIEFING_EXAMPLES=200 BRIEFING_DRAWS=20 pytest tests/test_proof.py`` looks at more of both.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import our_templates
import pytest
from conftest import ROOT, run
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from generator.check import check, prove
from generator.check.views import read_page, read_pages
from generator.errors import OutputError
from generator.pipeline import build
from generator.settings import Settings, markdown_extensions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.check import Report
    from generator.check.views import View

EXAMPLES = int(os.environ.get("BRIEFING_EXAMPLES", "2"))
"""Projects of up to two dozen articles each, besides one that holds every sample."""
DRAWS = int(os.environ.get("BRIEFING_DRAWS", "1"))
PLACES = 100
"""Single changes of the built demo in one draw."""

ENCODINGS = {"utf-8": b"", "utf-8-sig": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "cp1252": b""}
"""Each with the byte order mark that must be put before it."""

PIECES = r"""(called 'the wall') ¦ 'in marks' ¦ no! ¦ [x](y "z') ¦ {: #s1 .x } ¦ {#s2} ¦ @ # * [ _ ~ ` ¦ {{ x }} {% y %}
    ¦ <b onclick=x>bold</b> ¦ &amp; &#39; ¦ 1. one ¦ - two ¦ === ¦ a|b|c ¦ $$x$$ ¦ www.example.org ¦ https://a.org/b_c
    ¦ \( \[ \* ¦ ''' ¦ ')") ') ¦ --8<-- "x" ¦ ![a](b) ¦ [^1]: note ¦ *[AB]: ab ¦ ~~~ ¦ <!-- x ¦ http://[::1
    ¦ Anna Keller! ¦ “Orre” ¦ said Anna Keller ¦ Orre, May 2024 ¦ 12 million people ¦ on Friday
    ¦ President Anna Keller of Orre ¦ "We will sign," she said ¦ the Orre Port Company (OPC)"""
SIGNS = ("\x93old\x94 \x85", "\u2028 \u2029 \ufeff \u200b \ufffe", "\u202eright", "\x0b \x0c \x1b[31m", "a\rb\r\nc")
SAMPLES = (*(piece.strip() for piece in PIECES.split("¦")), *SIGNS)
"""What acts in some Markdown, what ends its links, what HTML has no way to write, and what the program looks for."""
NEVER = [chr(c) for c in (*range(9), *range(14, 27), *range(28, 32))]
"""Control characters that no text file holds: an article with one isn't read."""
READ = st.characters(exclude_categories=("Cs",), exclude_characters=NEVER)
TEXT = st.lists(st.one_of(st.sampled_from(SAMPLES), st.text(READ, max_size=12)), max_size=8).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, bytes, str]:
    """Draw an article: how its name ends, its bytes, and the title that a sidecar states (or none)."""
    title, first, last = draw(TEXT), draw(TEXT), draw(TEXT)
    encoding = draw(st.sampled_from(sorted(ENCODINGS)))
    body = f"{title}\n\nMay 3, 2024\n\nTransport Minister Anna Keller said {first} in Orre on Friday.\n\n{last}\n"
    raw = ENCODINGS[encoding] + body.encode(encoding, "replace")
    return draw(st.sampled_from((".txt", ".md"))), raw, draw(st.one_of(st.just(""), TEXT))


def project_of(found: list[tuple[str, bytes, str]], folder: Path) -> Settings:
    """Lay out a project whose site is built without the program's own plugin."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  - briefing\n", "")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / "seeds").mkdir()
    for number, (suffix, raw, title) in enumerate(found):
        (folder / "seeds" / f"{number:03}{suffix}").write_bytes(raw)
        if title.strip():
            (folder / "seeds" / f"{number:03}.yml").write_text(
                f"title: {json.dumps(title, ensure_ascii=False)}\n", encoding="utf-8"
            )
    return Settings(root=folder)


ODD = [
    (".txt", f"{one}\n\nMay 3, 2024\n\n{one} Anna Keller of Orre said {one}\n\n{one}\n".encode(), one)
    for one in SAMPLES
]


@settings(max_examples=EXAMPLES, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck))
@given(st.lists(articles(), min_size=8, max_size=24))
@example(ODD)
def test_whatever_the_articles_hold_nothing_fails_in_the_pages_and_in_the_site(
    found: list[tuple[str, bytes, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        build(project_of(found, folder))
        assert check(folder / "docs", folder).failures == ()
        assert our_templates.failures(folder / "docs", folder) == ()
        done = run("mkdocs", "build", "--strict", "--quiet", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert check(folder / "site", folder).failures == ()
        assert our_templates.failures(folder / "site", folder) == ()


# --- changes of what was built ----------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    """One change of a file: a letter flipped, deleted, or swapped with the next one that differs."""

    path: str
    what: str
    around: str
    text: str


def changed(path: str, text: str, chance: random.Random) -> Change:
    """Return a file with one change at a place taken by chance."""
    at, what = chance.randrange(len(text) - 1), chance.choice(("flipped", "deleted", "swapped"))
    while what == "swapped" and at + 2 < len(text) and text[at] == text[at + 1]:
        at += 1
    other = chance.choice([c for c in "abcdefghijklmnopqrstuvwxyz0123456789" if c != text[at]])
    kept = {"flipped": other + text[at + 1], "deleted": text[at + 1], "swapped": text[at + 1] + text[at]}[what]
    return Change(path, what, text[max(at - 30, 0) : at + 20], text[:at] + kept + text[at + 2 :])


BY_DIGEST = (
    "data/corrections/",
    "data/sources.",
    "data/events.ics",
    "changes.json",
    "changes.xml",
)
"""What no template makes: no proof reads it, only its digest knows a change of it, as of the tables (CSV)."""


@pytest.fixture(scope="module")
def demo(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the built demo that may be changed."""
    folder = tmp_path_factory.mktemp("demo")
    for name in ("docs", "seeds", "templates"):
        shutil.copytree(project / name, folder / name)
    return folder


def reported(demo: Path, change: Change, pages: Mapping[str, View]) -> Report | None:
    """Return what the proofs, and ours, say of the demo with a change; None where they can't read it and say that."""
    path = demo / "docs" / change.path
    kept = path.read_bytes()
    path.write_bytes(change.text.encode())
    extensions = markdown_extensions(demo)
    mine = {change.path: read_page(path, demo / "docs", extensions)} if change.path in pages else {}
    try:
        report = prove(demo / "docs", demo, {**pages, **mine})
        if report.unproved:
            return report
        return replace(report, unproved=our_templates.failures(demo / "docs", demo, {**pages, **mine}))
    except OutputError:
        return None
    finally:
        path.write_bytes(kept)


@pytest.mark.parametrize("seed", range(DRAWS))
def test_nearly_every_single_change_of_the_demo_is_noticed(
    demo: Path, seed: int, record_property: pytest.RecordProperty
) -> None:
    """The digests notice all of them; the floor is what the proofs notice without them, of what templates make.

    Of 57 such changes they noticed 37 (.65). Which places chance takes moves the share by .06.
    """
    docs, chance = demo / "docs", random.Random(seed)  # noqa: S311 - the same places each time
    listed = [line.split("  ", 1)[1] for line in (docs / "data" / "generated.txt").read_text("utf-8").splitlines()]
    files = [path for path in listed if not path.startswith("assets/")]  # the pages, the data and the feeds
    pages = read_pages(docs, markdown_extensions(demo))
    places = [chance.choice(files) for _ in range(PLACES)]
    changes = [changed(path, (docs / path).read_text(encoding="utf-8"), chance) for path in places]
    reports = [(change, reported(demo, change, pages)) for change in changes]
    unseen = [f"{c.path}: {c.what} at {c.around!r}" for c, r in reports if r is not None and not r.failures]
    told = [(c, r) for c, r in reports if not (c.path.startswith(BY_DIGEST) or c.path.endswith(".csv"))]
    unproved = [f"{c.path}: {c.what} at {c.around!r}" for c, r in told if r is not None and not r.unproved]
    record_property("known by the digests only", unproved)
    assert len(unseen) <= PLACES // 20, unseen
    assert len(told) - len(unproved) >= 0.55 * len(told), unproved
