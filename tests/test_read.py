"""seeds/ ──▶ Source: what can be read, and what is said of the rest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import CorrectionsError, SeedError
from generator.model import Correction, Corrections
from generator.read import read, read_corrections
from generator.read.formats import MOST_BYTES
from generator.read.yaml import DEEPEST, MOST_CHARACTERS, YamlError, parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

STORY = b"Talks begin\n\nThe talks began on Monday, officials said, and nobody knows when they will end.\n"


def seeds(root: Path, files: dict[str, bytes]) -> Path:
    folder = root / "seeds"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def said(root: Path, files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """Return the paths read and the problems, with a good article beside the files."""
    sources, problems = read(seeds(root, {**files, "good.txt": STORY}), root)
    return [s.path for s in sources], [str(p) for p in problems]


def test_articles_come_sorted_with_sub_folders_and_forward_slashes(tmp_path: Path) -> None:
    files = {"b.md": b"# B\n", "a/z.TXT": b"Z\n", ".hidden.txt": b"no", ".git/x.txt": b"no"}
    assert said(tmp_path, files) == (["seeds/a/z.TXT", "seeds/b.md", "seeds/good.txt"], [])


def test_the_text_is_the_file_without_its_byte_order_mark_and_line_endings_stay(tmp_path: Path) -> None:
    sources, problems = read(seeds(tmp_path, {"a.txt": b"\xef\xbb\xbfOne\r\nTwo caf\xc3\xa9\r\n"}), tmp_path)
    assert (sources[0].text, problems) == ("One\r\nTwo café\r\n", ())


BAD = {
    "empty": ({"a.txt": b""}, "seeds/a.txt: left out: the file is empty"),
    "white": ({"a.txt": b" \n\t\n"}, "seeds/a.txt: left out: the file is empty"),
    "binary": ({"a.txt": b"GIF89a\x00\x01\n\xff"}, "seeds/a.txt:2: left out: this is a binary file"),
    "control": ({"a.txt": b"One\x07\nTwo\x00\n"}, "seeds/a.txt:1: left out: control characters (U+0007)"),
    "undecodable": (
        {"a.txt": b"One\nTwo words and some more \x81\x8d\n"},
        "seeds/a.txt:2: left out: not valid UTF-8, nor any other",
    ),
    "utf-16 cut": ({"a.txt": b"\xff\xfea"}, "seeds/a.txt:1: left out: begins like UTF-16 but isn't valid UTF-16"),
    "unknown": ({"a.exe": b"x"}, "seeds/a.exe: left out: files that end in `.exe` aren't read"),
    "no suffix": ({"notes": b"x"}, "seeds/notes: left out: a file without an ending isn't read"),
    "yaml": (
        {"good.yaml": b"title: x"},
        "seeds/good.yaml: left out: files that end in `.yaml` aren't read; name a sidecar",
    ),
    "same bytes": ({"later.txt": STORY}, "seeds/later.txt:1: left out: the same article as seeds/good.txt"),
    "same text": (
        {"x.md": STORY.replace(b"\n", b"\r\n  ")},
        "seeds/x.md:1: left out: the same article as seeds/good.txt",
    ),
    "huge": ({"a.txt": b"x" * (MOST_BYTES + 1)}, "seeds/a.txt: left out: the file has 5,000,001 bytes"),
    "no article": ({"x.yml": b"title: x"}, "seeds/x.yml: a sidecar without an article"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    files, expected = BAD[name]
    paths, problems = said(tmp_path, files)
    assert paths == ["seeds/good.txt"]
    assert len(problems) == 1
    assert problems[0].startswith(expected)
    assert ";" in problems[0]


def test_windows_text_is_read_with_a_problem(tmp_path: Path) -> None:
    paths, problems = said(tmp_path, {"a.txt": b"One\nThe \x93caf\xe9\x94 closed.\n"})
    assert paths == ["seeds/a.txt", "seeds/good.txt"]
    assert problems[0].startswith("seeds/a.txt:2: not valid UTF-8, read as Windows-1252")


def test_utf_16_is_read_with_a_problem(tmp_path: Path) -> None:
    paths, problems = said(tmp_path, {"a.txt": "Café\n".encode("utf-16")})
    assert paths == ["seeds/a.txt", "seeds/good.txt"]
    assert problems[0].startswith("seeds/a.txt:1: the file is UTF-16")


def test_a_folder_named_like_an_article_is_a_problem_and_what_is_in_it_is_read(tmp_path: Path) -> None:
    paths, problems = said(tmp_path, {"x.txt/inner.txt": b"Inner\n"})
    assert paths == ["seeds/good.txt", "seeds/x.txt/inner.txt"]
    assert problems == ["seeds/x.txt: this is a folder, not an article; rename it or put a file here"]


def test_links_that_leave_the_project_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret", encoding="utf-8")
    root = tmp_path / "project"
    root.mkdir()
    folder = seeds(root, {"good.txt": STORY})
    (folder / "file.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "gone.txt").symlink_to(root / "nothing.txt")
    sources, problems = read(folder, root)
    assert [s.path for s in sources] == ["seeds/good.txt"]
    assert [(p.path, p.message.split(";")[0]) for p in problems] == [
        ("seeds/file.txt", "a link that leads out of the project isn't followed"),
        ("seeds/folder", "a link that leads out of the project isn't followed"),
        ("seeds/gone.txt", "a link that leads nowhere"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file can have a name that isn't text")
def test_a_name_that_cannot_be_printed_is_a_problem(tmp_path: Path) -> None:
    folder = seeds(tmp_path, {"good.txt": STORY})
    (folder / "two\nlines.txt").write_bytes(STORY)
    with open(os.fsencode(folder) + b"/\xff.txt", "wb") as file:  # noqa: PTH123 - a name that str can't hold
        file.write(STORY)
    sources, problems = read(folder, tmp_path)
    assert [s.path for s in sources] == ["seeds/good.txt"]
    assert [p.path for p in problems] == ["seeds/\\udcff.txt", "seeds/two\\nlines.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among its files")
def test_an_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    folder = seeds(tmp_path, {"good.txt": STORY})
    os.mkfifo(folder / "pipe.txt")
    sources, problems = read(folder, tmp_path)
    assert len(sources) == 1
    assert [p.path for p in problems] == ["seeds/pipe.txt"]


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="there is no such folder; create it"):
        read(tmp_path / "seeds", tmp_path)


def test_a_sidecar_states_fields_as_text_with_their_lines(tmp_path: Path) -> None:
    head = b"# from the archive\ntitle: '007: the talks'\npublished: 2024-05-02\n"
    sidecar = head + b"url: https://example.org/a?b=1\nlanguage: en\n"
    sources, problems = read(seeds(tmp_path, {"a.txt": STORY, "a.yml": sidecar}), tmp_path)
    assert problems == ()
    assert sources[0].sidecar_path == "seeds/a.yml"
    assert sources[0].sidecar == (
        ("title", "007: the talks", 2),
        ("published", "2024-05-02", 3),
        ("url", "https://example.org/a?b=1", 4),
        ("language", "en", 5),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("published: 2024-02-31", "`published: 2024-02-31` is no date"),
        ("published: May 2, 2024", "is no date"),
        ("published: 2024-05-02T10:00:00Z", "has a time of day"),
        ("published: 2023-02-29", "is no date"),
        ("published: 2024-XX-03", "is no date"),
        ("published: 2024/2023", "is no date"),
        ("url: javascript:alert(1)", "is no web address"),
        ("url: http://[::1", "is no web address"),
        ("url: //example.org", "is no web address"),
        ("language: English", "is no language code"),
        ("author: Jane Doe", "`author` isn't a field of a sidecar"),
        ("title:", "`title` is empty"),
        ("title: [a, b]", "`title` must be a single value"),
        (f"title: {'x' * 501}", "`title` has 501 characters"),
    ],
)
def test_a_bad_entry_of_a_sidecar_is_named_and_the_others_hold(line: str, message: str, tmp_path: Path) -> None:
    content = f"publisher: The Paper\n{line}\n".encode()
    sources, problems = read(seeds(tmp_path, {"a.txt": STORY, "a.yml": content}), tmp_path)
    assert sources[0].sidecar == (("publisher", "The Paper", 1),)
    assert [(p.path, p.line) for p in problems] == [("seeds/a.yml", 2)]
    assert message in problems[0].message


@pytest.mark.parametrize(
    "content", [b"- a\n- b\n", b"title: [\n", b"title: \x00\n", b"title: a: b\n", b"", b"title: a\ntitle: b\n"]
)
def test_a_broken_sidecar_leaves_the_article(content: bytes, tmp_path: Path) -> None:
    sources, problems = read(seeds(tmp_path, {"a.txt": STORY, "a.yml": content}), tmp_path)
    assert [s.path for s in sources] == ["seeds/a.txt"]
    assert {p.path for p in problems} == {"seeds/a.yml"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: &x 1", "anchors", 1),
        ("a: 1\nb: *x", "anchors", 2),
        ("a: 1\n<<: {b: 1}", "merge keys", 2),
        ("a: !!python/object:os.system x", "tags", 1),
        ("a: 1\nb: 2\na: 3", "`a` stands here and in line 1", 3),
        ("a: 1\n---\nb: 1", "a second document", 2),
        ("[" * 10_000, "nested more than", 1),
        ("a: {" * 10_000, "nested more than", 1),
        ("? [a]\n: b", "a key must be plain text", 1),
        ("a: b: c", "not valid YAML", 1),
        ("x: 1\n\ty: 2", "not valid YAML", 2),
        ("a: \x07", "control character", 1),
        ("a" * (MOST_CHARACTERS + 1), "characters; at most", 1),
    ],
)
def test_the_yaml_reader_refuses_what_editors_never_need(text: str, message: str, line: int) -> None:
    with pytest.raises(YamlError) as error:
        parse_yaml(text)
    assert message in error.value.message
    assert error.value.line == line


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@\n ,?<\t", max_size=60))
def test_the_yaml_reader_reads_or_refuses(text: str) -> None:
    line = 1
    try:
        parse_yaml(text)
    except YamlError as error:
        line = error.line
    assert 1 <= line <= text.count("\n") + 2


def test_the_yaml_reader_reads_as_deep_as_it_says() -> None:
    parse_yaml("[" * DEEPEST + "]" * DEEPEST)


CORRECTIONS = """
same:
  Jane Doe: [J. Doe, Ms Doe]
  The Paper: Paper
apart:
  - [John Roe, John Roe Jr.]
kinds:
  Riverside: place
  Yes: none
definitions:
  bilateral trade: "Trade between two countries: goods and services."
slugs:
  seeds/talks.txt: peace-talks
moved:
  articles/old.md: articles/new.md
verdicts:
  date-when-1a2b3c:
    holds: 3 May
    because: The gazette prints it.
    by: A. Editor
    on: 2024-06-01
"""


def corrections(root: Path, text: str) -> Corrections:
    (root / "corrections.yml").write_text(text, encoding="utf-8")
    return read_corrections(root / "corrections.yml", root)


def test_corrections_are_read_as_text(tmp_path: Path) -> None:
    found = corrections(tmp_path, CORRECTIONS)
    assert {
        section: found.values(section) for section in ("same", "apart", "kinds", "definitions", "slugs", "moved")
    } == {
        "same": (("J. Doe", "Jane Doe"), ("Ms Doe", "Jane Doe"), ("Paper", "The Paper")),
        "apart": (("John Roe", "John Roe Jr."),),
        "kinds": (("Riverside", "place"), ("Yes", "none")),
        "definitions": (("bilateral trade", "Trade between two countries: goods and services."),),
        "slugs": (("seeds/talks.txt", "peace-talks"),),
        "moved": (("articles/old.md", "articles/new.md"),),
    }
    says = (("holds", "3 May"), ("because", "The gazette prints it."), ("by", "A. Editor"), ("on", "2024-06-01"))
    assert found.of("verdicts") == (Correction("verdicts", "date-when-1a2b3c", says, 17),)


def test_no_corrections_decide_nothing(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.yml", tmp_path) == Corrections()
    assert corrections(tmp_path, "# nothing yet\n") == Corrections()


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("sane:\n  a: [b]", "`sane` isn't a section", 1),
        ("same: [a]", "`same` must be a table", 1),
        ("same:\n  a: [b]\n  c: [b]", "`b` is already an alias of `a`", 3),
        ("same:\n  a: [b]\n  b: [c]", "itself an alias", 3),
        ("apart:\n  - [a]", "a pair of two names", 2),
        ("apart:\n  - [a, a]", "a pair of two names", 2),
        ("kinds:\n  a: person\n  b: town", "`town` isn't a kind", 3),
        ("slugs:\n  seeds/a.txt: ../up", "can't be an address", 2),
        ("slugs:\n  seeds/a.txt: index", "can't be an address", 2),
        ("slugs:\n  seeds/a.txt: x\n  seeds/b.txt: x", "already the address", 3),
        ("moved:\n  ../a.md: b.md", "must be a page below docs/", 2),
        ("moved:\n  a.md: https://example.org", "must be a page below docs/", 2),
        ("definitions:\n  a:", "a value is missing", 2),
        ("kinds:\n  a: person\n  a: place", "stands here and in line 2", 3),
        ("verdicts: [a]", "`verdicts` must be a table", 1),
        ("verdicts:\n  a: yes", "`a` must be a table", 2),
        ("verdicts:\n  a:\n    holds: x\n    by: y", "the entry `a` of `verdicts` lacks because, on", 2),
        ("verdicts:\n  a:\n    holds: x\n    who: y", "`who` isn't part of `verdicts`", 4),
        ("verdicts:\n  a:\n    holds:", "a value is missing", 3),
        ("verdicts:\n  a:\n    on: 2024-02-31", "`2024-02-31` isn't a day", 3),
        ("verdicts:\n  a:\n    on: 3 May", "`3 May` isn't a day", 3),
    ],
)
def test_a_wrong_correction_is_an_error_with_its_line(text: str, message: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError) as error:
        corrections(tmp_path, text)
    assert message in error.value.message
    assert (error.value.path, error.value.line) == ("corrections.yml", line)
