"""The options: one place, clear messages, no way out of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import SettingsError
from generator.settings import day_of, load_settings, options

if TYPE_CHECKING:
    from pathlib import Path


def config(root: Path, text: str) -> Path:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


def test_without_mkdocs_yml_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert (settings.seeds, settings.docs, settings.strict) == ("seeds", "docs", False)


def test_the_options_stand_under_the_plugin_and_a_flag_wins(tmp_path: Path) -> None:
    config(tmp_path, "site_name: Reefs\nplugins:\n  - search\n  - briefing:\n      seeds: papers\n      strict: true\n")
    settings = load_settings(tmp_path, {"seeds": None, "strict": False})
    assert (settings.title, settings.seeds, settings.strict) == ("Reefs", "papers", False)


def test_an_unknown_option_is_named_with_those_that_exist(tmp_path: Path) -> None:
    config(tmp_path, "plugins:\n  - briefing:\n      seed: papers\n")
    with pytest.raises(SettingsError, match=r"mkdocs\.yml: unknown option .* seed; the options are seeds, "):
        load_settings(tmp_path)


def test_an_option_of_the_wrong_type_is_named(tmp_path: Path) -> None:
    config(tmp_path, "plugins:\n  - briefing:\n      strict: often\n")
    with pytest.raises(SettingsError, match="strict must be true or false"):
        load_settings(tmp_path)


def test_broken_yaml_is_reported_with_its_line(tmp_path: Path) -> None:
    config(tmp_path, "site_name: x\nplugins: [search\n")
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:\d+: not valid YAML"):
        load_settings(tmp_path)


@pytest.mark.parametrize("name", [name for name, (kind, default, _) in options().items() if kind is str and default])
def test_no_path_leads_out_of_the_project(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="leads out of the project"):
        load_settings(tmp_path, {name: "../elsewhere"})
    with pytest.raises(SettingsError, match="leads out of the project"):
        load_settings(tmp_path, {name: "/etc"})


@pytest.mark.parametrize(("epoch", "day"), [("", ""), ("0", "1970-01-01"), ("1744675200", "2025-04-15")])
def test_the_day_of_a_build_comes_from_the_environment_and_never_from_the_clock(epoch: str, day: str) -> None:
    assert day_of(epoch) == day


def test_a_day_of_the_build_that_is_no_number_is_refused() -> None:
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH: not a number of seconds since 1970: today; correct"):
        day_of("today")
