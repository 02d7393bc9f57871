"""Whatever an article contains is shown as text: nothing of it runs, loads, leads anywhere or breaks a page."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, copy_project, run
from everywhere import everywhere

from generator.render import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ATTACKS = Path(__file__).parent / "hostile" / "attacks.md"
UNSHOWABLE = "\x02wzxhzdk:0\x03 \x00 \x1b[31m \u202eknil"
_NUMBER = re.compile(r"\d+")
_PART = re.compile(r"--[a-z-]*(?=\.html)")
_SHOWN = (".md", ".csv", ".js", ".ics", ".xml")
_TURNS = re.compile("[\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")  # what turns or hides is shown
SORTED = ("index.html", "glossary.html")
NUMBERED = ("figures.html", "changes.html")
HARMLESS = "Some plain words that do nothing at all in here"


OURS = frozenset(
    (
        *("table", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "p", "h1", "h2", "h3", "h4", "h5", "h6", "a"),
        *("span", "strong", "em", "small", "time", "blockquote", "q", "pre", "code", "mark", "figure", "figcaption"),
        *("svg", "g", "line", "circle", "text", "title", "image", "rect", "path", "desc", "details", "summary"),
        *("select", "option", "output"),
    )
)
"""The elements that our pages are made of."""

ARTICLE = """\
{0} in the headline of a story

By Ann {0} Author

PORT LOUIS, 3 May 2024 (Agency {0}) – The minister, Ann {0} Smith, said: “We {0} agreed on it,” and left on 2 May 2024.

{0}

The port {0}

• It cost $5 {0} million, said Mr {0}.
• {0}

"{0}" is what the Port Authority (PA) {0} wrote on Monday.

GLOSSARY

  • {0} [Concept]: {0} is a thing.

Subscribe to our newsletter {0}
Copyright 2024 {0}"""


def attacks() -> dict[str, str]:
    """Return the attacks by name."""
    _, *cases = re.split(r"(?m)^## ", ATTACKS.read_text(encoding="utf-8"))
    pairs = (case.split("\n\n", 1) for case in cases)
    return {name.strip(): body.removesuffix("\n").removesuffix("\n") for name, body in pairs}


class Structure(HTMLParser):
    """A page's elements with the names of their attributes, its addresses, and its text."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.scripts: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append(" ".join((tag, *(name for name, _ in attrs))))
        self.scripts += [dict(attrs).get("src", "inline").replace("../", "")] if tag == "script" else []
        if ("property", "og:title") not in attrs:  # its content is text
            self.addresses += [v or "" for n, v in attrs if n in ("href", "src", "action", "data", "srcdoc", "content")]

    def handle_comment(self, data: str) -> None:
        """Note a comment: there is none on a page of ours."""
        self.elements.append(f"comment {data[:20]}")

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def pages(folder: Path) -> tuple[Path, ...]:
    """Return a site's pages, without the one that a server shows for a wrong address."""
    return tuple(path for path in sorted(folder.rglob("*.html")) if path.name != "404.html")


def site(texts: tuple[str, ...], folder: Path) -> Path:
    """Build the site of a briefing that holds the texts everywhere."""
    for page in render(everywhere(texts), (ROOT / "templates",), "Briefing"):
        path = folder / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)
    shutil.copytree(ROOT / "templates", folder / "templates")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("plugins:\n  - briefing\n", "plugins: []\n"), encoding="utf-8")
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that holds every attack in every place."""
    return site((*attacks().values(), UNSHOWABLE), tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same site with harmless words in place of each attack."""
    return site((HARMLESS,) * (len(attacks()) + 1), tmp_path_factory.mktemp("harmless"))


def test_there_are_attacks_of_every_sort() -> None:
    assert len(attacks()) > 60
    assert all(text.strip() for text in attacks().values())


def halves(paths: list[Path]) -> tuple[Structure, Structure]:
    """Return a page, with its further parts, and its end: the fold for editors and the reasons, told once if alike."""
    split = re.compile(r'(?=<details class="editors"|<h2 [^>]*id="h-evidence")')
    pairs = [split.split(path.read_text(encoding="utf-8"), 1) for path in paths]
    return Structure("".join(page for page, *_ in pairs)), Structure("".join("".join(end) for _, *end in pairs))


def whole(folder: Path) -> dict[Path, list[Path]]:
    """Return the files of each page of a site: one that is long has several, cut by what stands there."""
    found: dict[Path, list[Path]] = {}
    for path in pages(folder):
        name = path.relative_to(folder)
        found.setdefault(name.with_name(f"{name.stem.partition('--')[0]}.html"), []).append(path)
    return found


def told(elements: list[str]) -> set[str]:
    """Return the elements of a page without those of a quotation, a date, and a list of several things."""
    return set(elements) - {"q", "time datetime", "p"}


def addresses(page: Structure) -> set[str]:
    """Return where a page leads, without numbers."""
    return {_PART.sub("", _NUMBER.sub("", address)) for address in page.addresses}


def test_no_attack_changes_the_structure_of_any_page(hostile: Path, harmless: Path) -> None:
    known = set().union(*(addresses(half) for paths in whole(harmless).values() for half in halves(paths)))
    plain = {e for paths in whole(harmless).values() for half in halves(paths) for e in half.elements}
    attacked = whole(hostile)
    for name, paths in whole(harmless).items():
        # lists and letters are sorted by their text, the home page chooses by it, a map shows the names that fit, and
        # each text has its own line to paste
        count = set if name.name in SORTED else Counter
        # what only one article tells depends on its words: like words elsewhere take it off the page, and one list of
        # such lines holds nothing else
        chosen = name.parent.name == "articles" or len(paths) > 1
        if name.name.startswith("sources"):
            continue
        for ours, theirs, counted in zip(halves(attacked[name]), halves(paths), (count, set), strict=True):
            counts = told if chosen else counted
            if name.name in NUMBERED:  # a figure is disputed only if its words hold the number that is
                assert plain.issuperset(ours.elements), name
            else:
                assert counts(ours.elements) == counts(theirs.elements), name
            parts = {"#p-"}  # longer texts may be cut into more pages, and their list has links
            assert addresses(ours) - parts <= (known if chosen or name.name in NUMBERED else addresses(theirs)), name


def test_what_turns_or_hides_is_seen_on_pages_in_tables_the_search_the_cards_and_feeds() -> None:
    made = render(everywhere(("a\u202eb\u200bc\u2060d\ufeffe\U000e0041f",)), (ROOT / "templates",), "Briefing")
    shown = {p.path: p.content.decode("utf-8-sig") for p in made if p.path.endswith(_SHOWN) or p.path == "changes.json"}
    assert len(shown) > 20
    assert [path for path, text in shown.items() if _TURNS.search(text)] == []


def test_every_attack_is_shown_word_for_word(hostile: Path) -> None:
    for number, (name, text) in enumerate(attacks().items()):
        page = Structure((hostile / "articles" / f"case-{number:03}.html").read_text(encoding="utf-8"))
        shown = _TURNS.sub("\ufffd", text)
        assert f"{shown} paragraph 3." in page.text, name
        assert f"{shown} removed 8." in page.text, name


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site made by the whole program from articles that hold each attack in each of their parts."""
    folder = copy_project(tmp_path_factory.mktemp("articles"))
    for name in ("seeds", "docs"):
        shutil.rmtree(folder / name)
    (folder / "seeds").mkdir()
    for number, text in enumerate(tuple(attacks().values())[::2]):  # the other tests have all of them
        safe = re.sub(r"[/\x00-\x1f]", "_", text)[:60].strip(". ") or "x"
        (folder / "seeds" / f"{number:03} {safe}.txt").write_text(ARTICLE.format(text), encoding="utf-8")
    for command in (("generator", "build"), ("mkdocs", "build", "--strict", "--quiet"), ("generator", "check")):
        done = run(*command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder / "site"


def test_the_whole_program_gives_no_element_that_only_an_attack_could_make(articles: Path) -> None:
    theme = Structure((articles / "about.html").read_text(encoding="utf-8"))
    for path in pages(articles):
        page = Structure(path.read_text(encoding="utf-8"))
        assert page.scripts == theme.scripts, path.name
        names = {name for element in page.elements for name in element.split()[1:]}
        assert not {n for n in names if n.startswith("on")}, path.name
        tags = {element.split()[0] for element in page.elements}
        assert tags <= {e.split()[0] for e in theme.elements} | OURS, path.name
        outside = [a for a in page.addresses if re.match(r"\s*(?:\w+:|//)", a) and a not in theme.addresses]
        assert not outside, path.name


def test_no_attack_runs_or_loads_anything_in_a_browser(hostile: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    noticed: list[str] = []
    page.add_init_script("window.pwned = () => console.error('pwned')")
    page.on("dialog", lambda dialog: (noticed.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: noticed.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: noticed.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith("file://") else noticed.append(sent.url))
    active = [f"case-{n:03}" for n, text in enumerate(attacks().values()) if "pwned()" in text or "attacker" in text]
    for path in pages(hostile):
        if path.stem not in active and path.parent.name in ("articles", "people", "organisations", "places"):
            continue  # the other tests have looked at them
        page.goto(path.as_uri())
        assert not noticed, (path.name, noticed)
        assert page.url == path.as_uri()
        page.wait_for_selector("input[name=find]")
    page.close()


def test_no_attack_runs_from_the_results_of_a_search(hostile: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    noticed: list[str] = []
    page.add_init_script("window.pwned = () => console.error('pwned')")
    page.on("console", lambda message: noticed.append(message.text) if message.type == "error" else None)
    page.on("request", lambda sent: None if sent.url.startswith("file://") else noticed.append(sent.url))
    page.goto((hostile / "index.html").as_uri())
    for words in ("pwned", "onerror"):
        page.fill("input[name=find]", words)
        page.wait_for_selector(".found a")
        shown = page.inner_html(".found")
        assert not re.search(r"<(?:script|img|svg|iframe|object|embed|form|base|meta|link)\b", shown), words
    assert not noticed
    page.close()
