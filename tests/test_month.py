"""A month of an editor: a new project, twelve articles in four weeks, each sort of correction once, published, read."""

from __future__ import annotations

import html
import json
import re
import subprocess
from contextlib import chdir
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import run

from generator.cli import main
from generator.read.corrections import parse_corrections
from generator.read.forms import FORMS

TEXTS = Path(__file__).parent / "files" / "month"


@dataclass
class Desk:
    """The editor's project, and the addresses that readers may have kept, week by week."""

    root: Path
    known: set[str] = field(default_factory=set)

    def briefing(self, *command: str, code: int = 0) -> str:
        """Run a command, and return what it prints."""
        with chdir(self.root):
            done = CliRunner().invoke(main, command)
        assert done.exit_code == code, (command, done.output)
        return done.output

    def takes_in(self, *names: str) -> None:
        """Take in articles, each named by its number."""
        files = [str(next(TEXTS.glob(f"{name}-*"))) for name in names]
        assert self.briefing("add", *files, "--yes").count("made seeds/") >= len(files)

    def page(self, path: str) -> str:
        """Return a page as a file."""
        return (self.root / "docs" / path).read_text(encoding="utf-8")

    def key(self, words: str, path: str) -> str:
        """Return the key that a page offers for some words."""
        offers = self.page(f"data/corrections/{path.removesuffix('.md')}.yml")
        found = re.search(rf"# [^\n]*{re.escape(words)}[^\n]*\n  (?P<key>[a-z0-9-]+):", offers)
        assert found, (words, offers)
        return found["key"]

    def decides(self, lines: str) -> None:
        """Add a section to the corrections as an editor does."""
        path = self.root / "corrections.yml"
        path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")

    def builds(self) -> dict[str, list[str]]:
        """Build, see that every citation holds; return what was unusual."""
        told = json.loads(self.briefing("build", "--json"))
        assert "nothing failed" in self.briefing("check")
        return {"problems": [f"{p['path']}: {p['message']}" for p in told["problems"]]}

    def publishes(self, days_ago: int) -> None:
        """Publish all of it, as if that had been some days ago: from now on readers know its addresses."""
        pages = (self.root / "docs").rglob("*.md")
        here = {p.relative_to(self.root / "docs").with_suffix(".html").as_posix() for p in pages}
        self.known |= {p for p in here if p.startswith(("articles/", "people/", "places/", "organisations/"))}
        day = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
        git = ("git", "-C", str(self.root), "-c", "user.name=A", "-c", "user.email=a@example.org")
        for command in (("add", "-A"), ("commit", "-q", "-m", "A week")):
            env = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "PATH": "/usr/bin:/bin"}
            subprocess.run([*git, *command], check=True, env=env)


def first_week(desk: Desk) -> None:
    """Take in three articles; set a speaker, a term, a name of the wrong kind, a heading for an occasion."""
    desk.takes_in("01", "02", "03")
    assert desk.builds() == {"problems": []}
    assert "example" not in desk.page("articles/index.md"), "the example has stepped aside"
    looks = json.loads(desk.briefing("review", "--json"))
    (number,) = (look["number"] for look in looks if "the head of the town" in look["about"])
    desk.briefing("review", "--apply", str(number), "--set", "speaker=Tom Vesely")
    lake = desk.key("lowered Lake Lindholm", "timeline.md")
    desk.decides("definitions:\n  spillway: A channel that carries water around a dam.\nkinds:\n  Lindholm: place\n")
    desk.decides(f"occasions:\n  {lake}: {{title: The crack in the dam}}\n")
    assert desk.builds() == {"problems": []}
    assert "Tom Vesely" in desk.page("quotes.md").partition("did not wait for the letter")[0][-400:]
    assert "A channel that carries water around a dam" in desk.page("glossary.md")
    desk.briefing("accept")


def second_week(desk: Desk) -> None:
    """Take in a copy, an article that was corrected by its publisher, one that contradicts, one in German."""
    desk.takes_in("04", "05", "06")
    told = desk.builds()["problems"]
    assert [t for t in told if "06-foreign" in t and "the article is in German" in t]
    changes = desk.page("changes.md")
    assert "a copy of" in changes
    assert "Differences opened" in changes
    looks = json.loads(desk.briefing("review", "--json"))
    (cost,) = (look for look in looks if look["about"].startswith("How much will the repair cost?"))
    signed = ("--set", "because=The ministry's own table has it.", "--set", "by=A. Editor", "--set", "on=2024-05-11")
    desk.briefing("review", "--apply", str(cost["number"]), "--set", "holds=21 million euros", *signed)
    (safe,) = (look for look in looks if look["about"].startswith("Is the wall safe?"))
    key = re.search(r"\n  (denial-[a-z0-9-]+):", safe["paste"])
    assert key
    desk.decides(f"dismiss:\n  {key[1]}: {{because: Two walls., by: A. Editor, on: 2024-05-11}}\n")
    seed = desk.root / "seeds" / "01-dam.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("summer,", "spring,"), encoding="utf-8")
    assert not [t for t in desk.builds()["problems"] if "corrections" in t]
    assert "Two walls." in desk.page("editors.md")
    assert "The ministry&#39;s own table has it." in desk.page("differences.md").replace("’", "&#39;").replace(
        "'", "&#39;"
    )
    desk.briefing("accept")


def third_week(desk: Desk) -> None:
    """Mend a wrong name, a renamed file, a date and a figure that were read wrongly, a pinned line."""
    desk.takes_in("07", "08", "09")
    desk.builds()
    (desk.root / "seeds" / "02-families.txt").rename(desk.root / "seeds" / "vard.txt")
    (desk.root / "seeds" / "02-families.yml").unlink(missing_ok=True)
    ash, slept = desk.key("threw ash", "timeline.md"), desk.key("3,400", "figures.md")
    desk.decides("same:\n  Ida Krag: [Ida Kragh]\napart:\n  - [Tom Vesely, T. Vesely]\n")
    desk.decides(f"events:\n  {ash}: {{date: 2024-05-17}}\nfigures:\n  {slept}: {{value: 3500}}\npin:\n  - {ash}\n")
    assert not [t for t in desk.builds()["problems"] if "corrections" in t]
    assert "ida-kragh" not in desk.page("people/index.md")
    assert "17 May 2024" in desk.page("index.md"), "what is pinned stands on the front page with the editor's date"
    assert "file was renamed" not in desk.page("changes.md")
    desk.briefing("accept")


def fourth_week(desk: Desk) -> None:
    """Tell of an article withdrawn, an address that the editor chooses, an old one that leads on; a note to readers."""
    desk.takes_in("10", "11", "12")
    (desk.root / "seeds" / "03-strike.txt").unlink()
    (desk.root / "seeds" / "03-strike.yml").unlink(missing_ok=True)
    desk.decides("slugs:\n  seeds/12-repair.txt: repair\nnotes:\n  figures.md: The ministry counts in new prices.\n")
    desk.decides("moved:\n  articles/teachers-of-vard-walk-out.md: articles/teachers-and-town-agree.md\n")
    assert not [t for t in desk.builds()["problems"] if "corrections" in t]
    changes = desk.page("changes.md")
    assert "told before in “Teachers of Vard walk out”; no article tells it any more" in changes
    assert "The ministry counts in new prices." in desk.page("figures.md")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return the project after four weeks, each committed when it was over."""
    root = tmp_path_factory.mktemp("month") / "valley"
    with chdir(root.parent):
        made = CliRunner().invoke(
            main, ["new", "valley", "--title", "The valley", "--url", "https://example.org/valley/"]
        )
    assert made.exit_code == 0
    subprocess.run(["/usr/bin/env", "git", "init", "-q", root], check=True)
    desk = Desk(root)
    for days_ago, week in zip((28, 20, 12, 0), (first_week, second_week, third_week, fourth_week), strict=True):
        week(desk)
        desk.publishes(days_ago)
    return desk


def test_each_sort_of_correction_was_used_and_none_is_without_effect(desk: Desk) -> None:
    used = parse_corrections((desk.root / "corrections.yml").read_text(encoding="utf-8"))
    assert {c.section for c in used.entries} == set(FORMS)
    assert "orphan" not in {look["sort"] for look in json.loads(desk.briefing("review", "--all", "--json"))}


def test_the_week_is_told_to_the_editor(desk: Desk) -> None:
    week = json.loads(desk.briefing("week", "--json"))
    changed = "\n".join(week["What the articles changed"])
    for new in ("teachers-and-town-agree", "airport-of-orrefell-opens-again", "repair"):
        assert f"article added: {new}" in changed
    assert "article removed: Teachers of Vard walk out" in changed
    assert {d.partition(":")[0] for d in week["What was decided"]} == {"slugs", "notes", "moved"}


def test_what_is_published_has_no_dead_link_and_every_old_address_leads_on(desk: Desk) -> None:
    done = run("generator", "site", "--quiet", cwd=desk.root, NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stderr
    assert "nothing failed" in desk.briefing("check", "site")
    site = desk.root / "site"
    dead = {path for path in desk.known if not _leads_to(site, path)}
    assert dead <= {"people/nora-lund.html"}, "only what nobody tells of any more has gone"


def _leads_to(site: Path, path: str, hops: int = 5) -> bool:
    """Follow an address of the built site."""
    page = site / path
    if not page.is_file() or not hops:
        return False
    text = page.read_text(encoding="utf-8")
    to = re.search(r'http-equiv="refresh"[^>]*url=([^"]+)"', text)
    return not to or _leads_to(site, (Path(path).parent / html.unescape(to[1])).as_posix(), hops - 1)
