"""The options: declared once, read by the command line and by the mkdocs plugin."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import SettingsError
from generator.model import Web

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIG = "mkdocs.yml"
PLUGIN = "briefing"
ENGINE = "spacy:"
"""What the option ``engine`` begins with: spaCy is the one that is known."""
BUILT_IN = ("toc", "tables", "fenced_code")
"""The Markdown extensions that mkdocs adds to those of ``mkdocs.yml``."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The variable of the environment that states when a build takes place."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything is. ``root`` is the folder of mkdocs.yml; all other paths are relative to it."""

    root: Path
    title: str = "Briefing"
    docs: str = "docs"
    web: Web = field(default_factory=Web)
    seeds: str = field(default="seeds", metadata={"help": "the folder of the articles"})
    templates: str = field(
        default="templates", metadata={"help": "the folder of templates that replace the packaged ones"}
    )
    corrections: str = field(default="corrections.yml", metadata={"help": "the file of an editor's decisions"})
    accepted: str = field(default="accepted.jsonl", metadata={"help": "the file of the state that was last accepted"})
    strict: bool = field(default=False, metadata={"help": "fail on problems that are otherwise only reported"})
    engine: str = field(
        default="", metadata={"help": "an installed spaCy pipeline that helps to find names: spacy:NAME"}
    )

    def __post_init__(self) -> None:
        """Refuse paths that lead out of the project, and an engine that isn't known."""
        for name in ("docs", "seeds", "templates", "corrections", "accepted"):
            self._inside(name, getattr(self, name))
        kind, _, name = self.engine.partition(ENGINE)
        if self.engine and (kind or not name.strip()):
            what = f"engine is {self.engine}; write {ENGINE}NAME, the name of an installed pipeline or its folder"
            raise SettingsError(CONFIG, what)
        self._inside("engine", name)

    def _inside(self, name: str, path: str) -> None:
        whole = (self.root / path).resolve()
        if not whole.is_relative_to(self.root.resolve()):
            raise SettingsError(CONFIG, f"{name} leads out of the project: {whole}; name a folder inside {self.root}")

    def path(self, name: str) -> Path:
        """Return the absolute path that an option names."""
        return self.root / str(getattr(self, name))

    @property
    def pipeline(self) -> str:
        """The engine, with the absolute path where it is a folder of the project; empty if there is none."""
        name = self.engine.removeprefix(ENGINE)
        folder = self.root / name
        return f"{ENGINE}{folder.resolve()}" if name and folder.is_dir() else self.engine

    @property
    def day(self) -> str:
        """The day of the build where the environment states it; see ``day_of``."""
        return day_of(os.environ.get(EPOCH, ""))

    @property
    def template_path(self) -> tuple[Path, ...]:
        """Where templates are looked for: the project's own first, then the ones that come with the program."""
        return (self.path("templates"), packaged_templates())


def day_of(epoch: str) -> str:
    """Return the EDTF day of a SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/), empty for an empty one.

    Raises SettingsError where it isn't a number of seconds since 1970. The clock has no say in it.
    """
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""
    except (ValueError, OverflowError, OSError) as error:
        what = f"not a number of seconds since 1970: {epoch}; correct the variable, or take it away"
        raise SettingsError(EPOCH, what) from error


def options() -> dict[str, tuple[type, Any, str]]:
    """Return the options of the plugin: name → (type, default, help)."""
    declared = (f for f in fields(Settings) if "help" in f.metadata)
    return {f.name: (bool if f.default is False else str, f.default, f.metadata["help"]) for f in declared}


def packaged_templates() -> Path:
    """Return the templates that come with the program, in a wheel or in a checkout."""
    here = Path(__file__).parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parent / "templates"


def load_settings(root: Path, overrides: Mapping[str, Any] | None = None) -> Settings:
    """Read the options from ``root/mkdocs.yml`` (if there is one); ``overrides`` that aren't None win.

    Raises SettingsError where the file can't be read or names an unknown option.
    """
    config = _load_config(root)
    flags = {name: value for name, value in (overrides or {}).items() if value is not None}
    chosen = {**_plugin_options(config), **flags}
    unknown = sorted(set(chosen) - set(options()))
    if unknown:
        known = ", ".join(options())
        raise SettingsError(CONFIG, f"unknown option of the {PLUGIN} plugin: {unknown[0]}; the options are {known}")
    for name, (kind, _, _) in options().items():
        if name in chosen and not isinstance(chosen[name], kind):
            raise SettingsError(CONFIG, f"{name} must be {'true or false' if kind is bool else 'a text'}; mend it")
    title, docs = str(config.get("site_name") or "Briefing"), str(config.get("docs_dir") or "docs")
    return Settings(root=root, title=title, docs=docs, web=_web(config), **chosen)


def own_templates(root: Path) -> bool:
    """Tell whether a project has templates of its own, which may tell less than the packaged ones, or more.

    Raises SettingsError where mkdocs.yml can't be read.
    """
    folder, packaged = load_settings(root).path("templates"), packaged_templates()
    pairs = ((path, packaged / path.relative_to(folder)) for path in folder.rglob("*.md"))
    return any(not theirs.is_file() or path.read_bytes() != theirs.read_bytes() for path, theirs in pairs)


def markdown_extensions(root: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the site's Markdown extensions with their options; those of a new project where there is no mkdocs.yml.

    Raises SettingsError where the file can't be read.
    """
    config = _load_config(root) or _load_config(packaged_templates())
    listed = config.get("markdown_extensions") or []
    entries = listed.items() if isinstance(listed, dict) else (_entry(e) for e in listed)
    return {name: dict(options or {}) for name, options in (*((b, None) for b in BUILT_IN), *entries)}


def _web(config: Mapping[str, Any]) -> Web:
    """Return where the site will stand, as mkdocs' own options tell it."""
    return Web(str(config.get("site_url") or ""), folders=config.get("use_directory_urls") is not False)


def _load_config(root: Path) -> dict[str, Any]:
    path = root / CONFIG
    if not path.is_file():
        return {}
    try:
        with path.open("rb") as stream:
            return dict(yaml_load(stream))
    except (yaml.YAMLError, ConfigurationError, UnicodeDecodeError) as error:
        cause = error.__context__ if isinstance(error, ConfigurationError) else error  # mkdocs wraps YAML's error
        mark = getattr(cause, "problem_mark", None)
        what = f"not valid YAML: {getattr(cause, 'problem', cause)}; mend it"
        raise SettingsError(CONFIG, what, mark.line + 1 if mark else None) from error


def _plugin_options(config: dict[str, Any]) -> dict[str, Any]:
    plugins = config.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, dict) else (_entry(p) for p in plugins)
    return next((dict(value or {}) for name, value in entries if name == PLUGIN), {})


def _entry(plugin: object) -> tuple[str, Any]:
    if isinstance(plugin, dict) and plugin:
        return next(iter(plugin.items()))
    return str(plugin), None
