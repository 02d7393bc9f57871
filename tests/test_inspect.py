"""What a maintainer asks on the command line: what deserves a look, what was found, how it came about, what changed."""

from __future__ import annotations

import json
import re
import subprocess
from contextlib import chdir
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from conftest import ROOT

import generator
from generator.cli import main
from generator.errors import CorrectionsError
from generator.inspect.apply import apply
from generator.read.corrections import parse_corrections
from generator.scaffold import make_project

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

BRIDGE = """\
The bridge at Orre

The Daily Post
May 6, 2024

Mayor Ana Torres opened the bridge at Orre on 3 May 2024. It cost 310 million euros, the ministry of transport said.
"It is the safest bridge in the whole country and nobody will ever need another one," a passer-by said.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("inspect") / "bridges"
    make_project(root, "Bridges")
    (root / "seeds" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    git = ("git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "One article")):
        subprocess.run([*git, *command], check=True)
    return root


def briefing(root: Path, *command: str) -> Result:
    with chdir(root):
        return CliRunner().invoke(main, command)


def test_what_deserves_a_look_is_listed_with_its_sentence_and_the_lines_to_paste(project: Path) -> None:
    looks = json.loads(briefing(project, "review", "--json").output)
    speaker = next(look for look in looks if look["sort"] == "speaker")
    assert speaker["place"] == "seeds/bridge.txt:7"
    assert "safest bridge" in speaker["sentence"]
    assert parse_corrections(speaker["paste"].replace('""', "Ana")).of("quotes")
    shown = briefing(project, "review", str(speaker["number"]))
    assert speaker["paste"] in shown.output
    assert f"{len(looks)} to look at" in briefing(project, "review").output


def test_a_line_is_written_into_the_corrections_with_what_it_leaves_open(project: Path) -> None:
    looks = json.loads(briefing(project, "review", "--json").output)
    number = next(look["number"] for look in looks if look["sort"] == "speaker")
    done = briefing(project, "review", "--apply", str(number), "--set", "speaker=Ana Torres")
    assert done.exit_code == 0
    text = (project / "corrections.yml").read_text(encoding="utf-8")
    assert parse_corrections(text).of("quotes")[0]["speaker"] == "Ana Torres"
    assert "speaker" not in [look["sort"] for look in json.loads(briefing(project, "review", "--json").output)]
    (project / "corrections.yml").unlink()


def test_an_entry_joins_the_section_that_is_there_and_nothing_else_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    path.write_text("kinds: # mine\n  Orre: place\nslugs: {seeds/a.txt: a}\n", encoding="utf-8")
    apply(path, tmp_path, "kinds: # theirs\n  Ana: person", {})
    assert path.read_text(encoding="utf-8") == "kinds: # mine\n  Ana: person\n  Orre: place\nslugs: {seeds/a.txt: a}\n"
    with pytest.raises(CorrectionsError, match="`slugs` stands here and in line 4"):
        apply(path, tmp_path, "slugs:\n  seeds/b.txt: b", {})
    with pytest.raises(CorrectionsError, match="holds, by isn't given; add --set holds=… --set by=…"):
        apply(path, tmp_path, "verdicts:\n  x:\n    holds: # such as\n    by: # you", {})
    with pytest.raises(CorrectionsError, match=r"hold isn't part of this entry; did you mean `holds`\?"):
        apply(path, tmp_path, "verdicts:\n  x:\n    holds: # such as\n    by: # you", {"hold": "x"})


def test_an_article_is_shown_whole_with_what_was_found(project: Path) -> None:
    pieces = json.loads(briefing(project, "show", "bridge.txt", "--json").output)
    assert "".join(piece["text"] for piece in pieces) == BRIDGE
    assert {"date", "name", "figure"} <= {piece["kind"] for piece in pieces}
    assert "3 May 2024" in briefing(project, "show", "seeds/bridge.txt").output


def test_how_something_came_about_is_told_by_its_name_its_key_or_its_id(project: Path) -> None:
    (person,) = json.loads(briefing(project, "explain", "Ana Torres", "--json").output)
    assert person["kind"] == "person"
    event = next(e for e in generator.load(project).events if "opened" in e.headline.text)
    (told,) = json.loads(briefing(project, "explain", event.id, "--json").output)
    assert ["seeds/bridge.txt:6", BRIDGE.splitlines()[5].partition(" It cost")[0]] in told["sentences"]
    assert json.loads(briefing(project, "explain", told["keys"][0], "--json").output) == [told]


def test_what_a_change_did_to_the_facts_is_told_in_plain_words(project: Path) -> None:
    assert briefing(project, "diff").output == "the facts are the same\n"
    (project / "seeds" / "bridge.txt").write_text(BRIDGE.replace("3 May", "5 May"), encoding="utf-8")
    told = briefing(project, "diff").output
    (project / "seeds" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert "- article altered: the-bridge-at-orre" in told
    assert "- new happening: Mayor Ana Torres opened the bridge at Orre on 5 May 2024 (the-bridge-at-orre)" in told
    assert "- happening no longer told: Mayor Ana Torres opened the bridge at Orre on 3 May 2024" in told


def test_a_week_is_told_with_its_changes_its_decisions_and_what_deserves_a_look(project: Path) -> None:
    (project / "seeds" / "later.txt").write_text(BRIDGE + "\nAll rights reserved.\n", encoding="utf-8")
    (project / "corrections.yml").write_text(
        "notes:\n  figures.md: Costs are those of the ministry.\n", encoding="utf-8"
    )
    told = briefing(project, "week").output
    plain = json.loads(briefing(project, "week", "--json").output)
    (project / "seeds" / "later.txt").unlink()
    (project / "corrections.yml").unlink()
    assert told.startswith("# Bridges: the last 7 days\n\n## What the articles changed\n\n- article added: ")
    assert "(a copy of the-bridge-at-orre" in plain["What the articles changed"][0]
    assert plain["What was decided"] == ["notes: figures.md"]
    assert any(look.startswith("speaker: who said it?") for look in plain["What deserves a look"])
    assert all(f"- {line}" in told for lines in plain.values() for line in lines)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("show", "bridges.txt"), "bridges.txt: there is no such article; did you mean `seeds/bridge.txt`?"),
        (("explain", "Ana Tores"), "Ana Tores: nothing bears this id, key or name; did you mean `Ana Torres`?"),
        (("diff", "nowhere"), "nowhere: git knows no such revision of this project; name a commit, a branch or a tag"),
        (("diff", "--", "--output=x"), "--output=x: git knows no such revision of this project"),
        (("review", "99"), "review 99: there are"),
        (("reveiw",), "there is no command reveiw; did you mean `review`?"),
    ],
)
def test_a_slip_is_told_with_what_was_meant_and_ends_with_2(
    project: Path, command: tuple[str, ...], message: str
) -> None:
    done = briefing(project, *command)
    assert done.exit_code == 2
    assert message in done.output


def test_what_a_build_did_is_told_as_json_or_not_at_all(project: Path) -> None:
    told = json.loads(briefing(project, "build", "--check", "--json").stdout)
    assert told["articles"] == 1
    assert "index.md" in told["written"]
    assert briefing(project, "build", "--quiet").output == ""


def test_the_example_of_the_documentation_runs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    with chdir(project):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own example
    assert "The bridge at Orre" in capsys.readouterr().out
