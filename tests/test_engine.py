"""An engine helps to find names: it competes with the rules, and none is there unless somebody asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article

from generator.errors import SettingsError
from generator.extract.names import find_names
from generator.extract.names.engine import load
from generator.link.entities.build import PAGE_ALONE
from generator.model import Findings, Name
from generator.pipeline import PARALLEL_FROM, build
from generator.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

PATTERNS = {
    "Quorva": "ORG",
    "the Quorva Basin": "LOC",
    "Journey to the Well": "WORK_OF_ART",
    "President Ileana Brask's": "PERSON",
    "Ileana Brask": "PERSON",
    "Ministry of Fisheries": "PERSON",
    "Tuesday": "PERSON",
    "President": "PERSON",
    "Tarnish": "NORP",
}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small pipeline that knows a few phrases."""
    folder = tmp_path_factory.mktemp("project") / "reader"
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": phrase} for phrase, label in PATTERNS.items()])
    nlp.to_disk(folder)
    return folder


def names(text: str, pipeline: Path | None = None) -> dict[str, Name]:
    found = find_names(Findings(article(text)), f"spacy:{pipeline}" if pipeline else "").names
    return {name.text: name for name in found}


def project(folder: Path, *texts: str) -> Path:
    """Lay out a project with an article of each text, and return it."""
    (folder / "seeds").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Fisheries\nplugins: [briefing]\n", encoding="utf-8")
    for n, text in enumerate(texts):
        (folder / "seeds" / f"{n:02}.txt").write_text(text, encoding="utf-8")
    return folder


def python(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_a_name_that_the_rules_do_not_find_is_found_but_gets_no_page(pipeline: Path) -> None:
    text = "The fishermen met Quorva at noon."
    assert "Quorva" not in names(text)
    found = names(text, pipeline)["Quorva"]
    assert (found.kind, found.rule) == ("organisation", "engine")
    assert found.support < PAGE_ALONE


def test_the_engine_alone_makes_no_page_however_often_it_reads_a_name(tmp_path: Path, pipeline: Path) -> None:
    text = "The fishermen met Quorva at noon. They thanked Quorva for the nets. Nobody saw Quorva leave.\n"
    folder = project(tmp_path, text, text.replace("noon", "dusk"))
    shutil.copytree(pipeline, folder / "reader")
    result = build(load_settings(folder, {"engine": "spacy:reader"}))
    assert [(e.name, e.page) for e in result.briefing.entities] == [("Quorva", False)]


def test_where_both_agree_the_rules_reading_stays_and_is_surer(pipeline: Path) -> None:
    text = "They waited for Ileana Brask in the harbour."
    alone, both = names(text)["Ileana Brask"], names(text, pipeline)["Ileana Brask"]
    assert (both.kind, both.rule) == (alone.kind, alone.rule)
    assert both.support > alone.support
    assert both.because == f"{alone.because}; the engine reads it so too"


def test_where_they_differ_the_surer_reading_wins(pipeline: Path) -> None:
    text = "A letter from the Ministry of Fisheries came late."
    assert names(text, pipeline) == names(text)
    assert names(text)["Ministry of Fisheries"].kind == "organisation"


def test_articles_titles_and_possessives_are_no_part_of_a_name(pipeline: Path) -> None:
    found = names("They crossed the Quorva Basin with President Ileana Brask's brother.", pipeline)
    assert found["Quorva Basin"].kind == "place"
    assert [t.text for t in found["Ileana Brask"].titles] == ["President"]


def test_a_name_may_reach_across_words_that_the_rules_stop_at(pipeline: Path) -> None:
    found = names("She has read Journey to the Well twice.", pipeline)
    assert found["Journey to the Well"].kind == "work"


def test_weekdays_titles_and_nationalities_are_no_names_whatever_the_engine_says(pipeline: Path) -> None:
    assert names("On Tuesday the President met Tarnish sailors ashore.", pipeline) == {}


def test_nothing_is_taken_from_a_headline(pipeline: Path) -> None:
    text = "Fishermen Meet Quorva At Noon\n\nThe harbour was quiet, and the boats stayed in.\n"
    assert names(text, pipeline) == {}


@settings(max_examples=40)
@given(
    st.lists(st.one_of(st.sampled_from([*PATTERNS, "the", "Bank", "of", "(", "’s", ".", "\n\n"]), st.text(max_size=6)))
)
def test_names_stay_verbatim_ordered_and_apart(pipeline: Path, words: list[str]) -> None:
    text = " ".join(words)
    found = find_names(Findings(article(text)), f"spacy:{pipeline}").names
    assert all(n.text == text[n.span.start : n.span.end] for n in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_many_articles_in_many_processes_are_read_with_it_too(tmp_path: Path, pipeline: Path) -> None:
    texts = (f"The fishermen met Quorva at noon. They had {n} nets.\n" for n in range(PARALLEL_FROM))
    folder = project(tmp_path, *texts)
    shutil.copytree(pipeline, folder / "reader")
    result = build(load_settings(folder, {"engine": "spacy:reader"}), dry=True)
    assert [[n.text for n in f.names] for f in result.briefing.findings] == [["Quorva"]] * PARALLEL_FROM


def test_without_the_option_nothing_of_spacy_is_imported(tmp_path: Path) -> None:
    folder = project(tmp_path, "The fishermen met Quorva at noon.\n")
    program = """
import sys
from pathlib import Path
from generator.pipeline import build
from generator.settings import load_settings
assert len(build(load_settings(Path.cwd())).briefing.articles) == 1
print(sorted({name.split(".")[0] for name in sys.modules} & {"spacy", "thinc", "numpy"}))
"""
    assert python(program, folder).stdout == "[]\n"


def test_without_spacy_the_message_says_what_to_install(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["spacy"] = None
from generator.cli import main
main(["build", "--engine", "spacy:reader"])
"""
    folder = project(tmp_path)
    done = python(program, folder)
    assert done.returncode == 2
    assert "mkdocs.yml: engine needs spaCy, which isn't installed; run: pip install 'briefing-site[" in done.stderr


def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    chosen = load_settings(project(tmp_path), {"engine": "spacy:no_such_pipeline"})
    with pytest.raises(
        SettingsError, match=r"^mkdocs\.yml: engine: there is no spaCy pipeline no_such_pipeline; install"
    ):
        build(chosen)


def test_a_pipeline_that_spacy_cannot_load_is_named(tmp_path: Path) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / "reader" / "config.cfg").write_text("[nlp]\npipeline = [\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml: engine: spaCy can't load .*; install a pipeline made for"):
        load(f"spacy:{tmp_path / 'reader'}")


@pytest.mark.parametrize("engine", ["reader", "spacy", "spacy:", "other:reader", "my spacy:reader"])
def test_another_engine_is_refused_with_what_to_write(tmp_path: Path, engine: str) -> None:
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml: engine is .*; write spacy:NAME"):
        load_settings(tmp_path, {"engine": engine})


@pytest.mark.parametrize("path", ["../reader", "/etc"])
def test_no_pipeline_is_loaded_from_outside_the_project(tmp_path: Path, path: str) -> None:
    with pytest.raises(SettingsError, match="engine leads out of the project"):
        load_settings(tmp_path, {"engine": f"spacy:{path}"})
