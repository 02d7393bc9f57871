"""The README says what is true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, run

from generator.read import read_corrections
from generator.read.beside import parse_sidecar
from generator.read.forms import FORMS

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
BRIEFING = re.findall(r"(?m)^\$ briefing (\w+)((?: --[a-z]+)*)", README)


def test_every_make_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"[`$] ?make ([a-z]+)\b", README))
    assert targets >= {"site", "test", "serve"}
    assert all(re.search(rf"(?m)^{target}:", makefile) for target in targets)


@pytest.mark.parametrize(("command", "flags"), BRIEFING)
def test_every_command_and_flag_exists(command: str, flags: str) -> None:
    done = run("generator", command, "--help", cwd=ROOT)
    assert done.returncode == 0
    assert all(flag in done.stdout for flag in flags.split())


def test_the_examples_of_what_an_editor_writes_are_read(tmp_path: Path) -> None:
    blocks = [re.sub(r"(?m)^  ", "", block) for block in re.findall(r"(?s)  ```yaml\n(.*?)  ```", README)]
    sidecar, corrections = blocks
    stated, problems = parse_sidecar(sidecar, "seeds/reef.yml")
    assert {name for name, _, _ in stated} >= {"title", "published", "status", "keep", "remove"}
    assert not problems
    path = tmp_path / "corrections.yml"
    path.write_text(corrections, encoding="utf-8")
    read = read_corrections(path, tmp_path)
    assert all(read.of(section) for section in FORMS if section not in ("moved", "occasions", "pin"))


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
