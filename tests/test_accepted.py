"""The accepted state: written by one command, read as an input, refused with its line where it is anything else."""

from __future__ import annotations

import json
import shutil
from contextlib import chdir
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, run
from hypothesis import given
from hypothesis import strategies as st
from test_pipeline import SUBJECT, tree

from generator.cli import main
from generator.errors import AcceptedError
from generator.model import Accepted, Fact
from generator.pipeline import accept, build
from generator.plugin import fingerprint
from generator.read import read_accepted
from generator.render.changes import accepted_file
from generator.scaffold import make_project
from generator.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

HASH = st.integers(0, 2**64 - 1).map(lambda n: f"{n:016x}")
TEXT = st.text(max_size=40)
FACTS = st.builds(
    Fact,
    id=HASH.map(lambda h: f"event-{h}"),
    kind=st.sampled_from(("event", "figure", "entity")),
    text=TEXT,
    value=TEXT,
    claims=st.lists(HASH, min_size=1, max_size=3).map(tuple),
    origins=st.integers(1, 99),
    articles=st.lists(HASH, min_size=1, max_size=3).map(tuple),
)
STATES = st.builds(
    Accepted,
    path=st.just("accepted.jsonl"),
    generator=TEXT,
    articles=st.lists(st.tuples(HASH, TEXT), max_size=3).map(tuple),
    facts=st.lists(FACTS, max_size=4).map(tuple),
)
HEAD = b'{"schema": "briefing-accepted/2", "generator": "briefing 1", "editor": "%s", "rows": 1}\n' % (b"0" * 16)
GOOD = {
    "fact": "event",
    "text": "x",
    "value": "",
    "origins": 1,
    "id": "event-" + "0" * 16,
    "claims": ["0" * 16],
    "articles": ["0" * 16],
}


def line(**changed: object) -> bytes:
    """Return the line of a fact with some fields changed; None leaves one out."""
    row = {key: value for key, value in {**GOOD, **changed}.items() if value is not None}
    return json.dumps(row).encode() + b"\n"


@given(STATES)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, state: Accepted) -> None:
    path = tmp_path_factory.getbasetemp() / "accepted.jsonl"
    path.write_bytes(accepted_file(state))
    assert read_accepted(path, path.parent) == state


def test_no_file_is_no_state(tmp_path: Path) -> None:
    assert read_accepted(tmp_path / "accepted.jsonl", tmp_path) is None


@pytest.mark.parametrize(
    ("content", "at", "what"),
    [
        (b"", 1, "doesn't begin as an accepted state"),
        (b"articles: 5\n", 1, "not a line of JSON"),
        (b"\xff\xfe\x00", 1, "not a line of JSON"),
        (b"[]\n", 1, "not a JSON object"),
        (b'{"schema": "briefing-accepted/9", "generator": "briefing 9", "editor": "0"}\n', 1, "doesn't begin as"),
        (b'{"schema": "briefing-accepted/2", "generator": 1, "rows": 0}\n', 1, "generator isn't of the form"),
        (HEAD, 1, "0 rows of 1: the file isn't whole"),
        (HEAD + line() + line(), 3, "2 rows of 1: the file isn't whole"),
        (HEAD + b"<<<<<<< ours\n", 2, "not a line of JSON"),
        (HEAD + line() + b"\n", 3, "not a line of JSON"),
        (HEAD + b"[" * 100_000 + b"\n", 2, "nested too deeply"),
        (HEAD + b'{"article": ' * 10_000 + b"\n", 2, "nested too deeply"),
        (HEAD + b'{"article": "' + b"a" * 1_000_000 + b'"}\n', 2, "a line of more than 1,000,000 bytes"),
        (HEAD + b'{"article": "%s", "article": "x"}\n' % (b"0" * 16), 2, "not a line of JSON"),
        (HEAD + b'{"page": 1}\n', 2, "neither an article, a correction nor a fact"),
        (HEAD + b'{"article": "%s"}\n' % (b"0" * 16), 2, "missing or unknown here: title"),
        (HEAD + line(extra="\x1b[31m"), 2, "missing or unknown here: extra"),
        (HEAD + line(fact="rumour"), 2, "fact isn't of the form"),
        (HEAD + line(fact=["event"]), 2, "fact isn't of the form"),
        (HEAD + line(text=None), 2, "missing or unknown here: text"),
        (HEAD + line(text="x" * 2001), 2, "text isn't of the form"),
        (HEAD + line(origins=0), 2, "origins isn't of the form"),
        (HEAD + line(origins=True), 2, "origins isn't of the form"),
        (HEAD + line(origins=1.5), 2, "origins isn't of the form"),
        (HEAD + line(origins=float("nan")), 2, "not a line of JSON"),
        (HEAD + line(origins=1).replace(b'"origins": 1', b'"origins": ' + b"1" * 10_000), 2, "not a line of JSON"),
        (HEAD + line(claims=[]), 2, "claims isn't of the form"),
        (HEAD + line(claims=["../../etc"]), 2, "claims isn't of the form"),
        (HEAD + line(id='event-0"><script>'), 2, "id isn't of the form"),
        (HEAD + line(articles={"a": 1}), 2, "articles isn't of the form"),
    ],
)
def test_anything_else_is_named_with_its_line(tmp_path: Path, content: bytes, at: int, what: str) -> None:
    path = tmp_path / "accepted.jsonl"
    path.write_bytes(content)
    with pytest.raises(AcceptedError) as error:
        read_accepted(path, tmp_path)
    assert str(error.value).startswith(f"accepted.jsonl:{at}: ")
    assert what in str(error.value)
    assert "run: briefing accept" in str(error.value)
    assert str(error.value).isprintable()


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "accepted.jsonl").mkdir()
    with pytest.raises(AcceptedError, match="this isn't an ordinary file; put a copy of the file here"):
        read_accepted(tmp_path / "accepted.jsonl", tmp_path)


# --- the whole program ----------------------------------------------------------------------------


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """Return a project on another subject, neither built nor accepted."""
    make_project(tmp_path / "bridge", "The harbour bridge")
    for path in SUBJECT.glob("*.txt"):
        shutil.copy(path, tmp_path / "bridge" / "seeds" / path.name)
    return tmp_path / "bridge"


def briefing(*words: str, cwd: Path) -> Result:
    """Run a command in this process."""
    with chdir(cwd):
        return CliRunner().invoke(main, words)


def test_without_an_accepted_state_nothing_is_called_new_and_the_page_says_what_to_do(bridge: Path) -> None:
    result = build(load_settings(bridge))
    assert result.since == ""
    page = (bridge / "docs" / "changes.md").read_text(encoding="utf-8")
    assert "briefing accept" in page
    assert "](articles/" not in page
    assert json.loads((bridge / "docs" / "data" / "changes.json").read_text(encoding="utf-8"))["accepted"] is None


def test_the_accepted_state_is_written_by_its_own_command_alone(bridge: Path) -> None:
    assert not (bridge / "accepted.jsonl").exists()
    first = briefing("accept", cwd=bridge)
    assert first.stdout.startswith("accepted: "), first.stderr
    state = (bridge / "accepted.jsonl").read_bytes()
    assert briefing("accept", cwd=bridge).stdout.startswith("accepted already: ")
    done = run("generator", "build", cwd=bridge, PYTHONHASHSEED="5", TZ="Asia/Tokyo", LC_ALL="C")
    assert "since the accepted state: nothing changed" in done.stdout
    assert (bridge / "accepted.jsonl").read_bytes() == state
    assert "Nothing has changed since then" in (bridge / "docs" / "changes.md").read_text(encoding="utf-8")
    checked = briefing("build", "--check", cwd=bridge)
    assert (checked.exit_code, "since the accepted state: nothing changed" in checked.stdout) == (0, True)


def test_a_new_article_is_told_until_it_is_accepted(bridge: Path) -> None:
    settings = load_settings(bridge)
    accept(settings)
    (bridge / "seeds" / "late.txt").write_text(
        "Ferry takes over\n\nBy Mara Lindqvist\n\n4 June 2024\n\n"
        "“We carried nine hundred people across the strait before noon,” the captain Odalys Ferrer told reporters.\n",
        encoding="utf-8",
    )
    assert build(settings, dry=True).since.startswith("since the accepted state: 1 article added, ")
    result = build(settings)
    assert result.since.startswith("since the accepted state: 1 article added, ")
    page = (bridge / "docs" / "changes.md").read_text(encoding="utf-8")
    assert "We carried nine hundred people" in page
    assert build(settings).changes.written == (), "a second build writes nothing"
    accept(settings)
    assert build(settings).since == "since the accepted state: nothing changed"


def test_renaming_all_files_changes_no_word_of_the_page_and_no_byte_of_the_state(bridge: Path) -> None:
    settings = load_settings(bridge)
    accept(settings)
    build(settings)
    state, page = (bridge / "accepted.jsonl").read_bytes(), (bridge / "docs" / "changes.md").read_bytes()
    for n, path in enumerate(sorted((bridge / "seeds").glob("*.txt"), reverse=True)):
        path.rename(path.with_name(f"{n}-renamed.txt"))
    assert build(settings).since == "since the accepted state: nothing changed"
    assert (bridge / "docs" / "changes.md").read_bytes() == page
    assert not accept(settings).written
    assert (bridge / "accepted.jsonl").read_bytes() == state


def test_the_state_before_an_article_can_be_accepted_when_it_is_there_already(bridge: Path) -> None:
    settings = load_settings(bridge)
    late = max(p.name for p in (bridge / "seeds").glob("*.txt"))
    (bridge / "seeds" / late).rename(bridge / late)
    before = accept(settings).state
    (bridge / late).rename(bridge / "seeds" / late)
    assert accept(settings, without=(f"seeds/{late}",)).state == before
    assert build(settings, dry=True).since.startswith("since the accepted state: 1 article added")
    done = briefing("accept", "--without", "seeds/nothing.txt", cwd=bridge)
    assert (done.exit_code, done.stderr) == (
        2,
        "error: seeds/nothing.txt: there is no such article; name one as seeds/name.txt\n",
    )


def test_the_demo_has_something_to_tell() -> None:
    result = build(load_settings(ROOT), dry=True)
    assert result.since.startswith("since the accepted state: 1 article added, ")
    changes = result.briefing.revision.changes  # type: ignore[union-attr]
    assert changes  # the newest article retells another one, and a retelling confirms little or nothing
    assert all(len({e.article for e in c.cited}) > 1 for c in changes if c.what == "confirmed")


def test_with_problems_a_strict_project_accepts_nothing(bridge: Path) -> None:
    (bridge / "seeds" / "empty.txt").write_bytes(b"")
    done = briefing("accept", "--strict", cwd=bridge)
    assert (done.exit_code, "nothing is accepted" in done.stderr) == (1, True)
    assert not (bridge / "accepted.jsonl").exists()


def test_a_server_notices_a_new_accepted_state(bridge: Path) -> None:
    settings = load_settings(bridge)
    before = fingerprint(settings)
    accept(settings)
    assert fingerprint(settings) != before


def test_a_broken_state_stops_the_build_with_its_line_and_is_not_overwritten(bridge: Path) -> None:
    (bridge / "accepted.jsonl").write_bytes(HEAD + b"nonsense\n")
    before = tree(bridge / "docs")
    for command in ("build", "accept"):
        done = briefing(command, cwd=bridge)
        assert done.exit_code == 2
        assert "error: accepted.jsonl:2: not a line of JSON" in done.stderr
    assert (bridge / "accepted.jsonl").read_bytes() == HEAD + b"nonsense\n"
    assert tree(bridge / "docs") == before
