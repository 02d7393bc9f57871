"""The options: declared once, read by the command line and by the mkdocs plugin."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import SettingsError
from generator.files import LONGEST_NAME, is_inside, opened, packaged_templates
from generator.model import Problem, Web
from generator.words import ENGLISH, LANGUAGES

CONFIG = "mkdocs.yml"
MOST_BYTES = 1_000_000  # a navigation of 10,000 pages
PLUGIN = "briefing"
KEPT = ".briefing-cache"
"""The folder of what is kept from one build to the next."""
BUILT_IN = ("toc", "tables", "fenced_code")
"""The Markdown extensions that mkdocs adds to those of ``mkdocs.yml``."""
WRITTEN_IN = ("attr_list", "md_in_html")
"""Those that the pages need besides: the plugin adds them."""
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
    cache: bool = field(default=True, metadata={"help": "keep what was read from one build to the next"})

    def __post_init__(self) -> None:
        """Refuse paths that lead out of the project or can't be any."""
        for name, text in (("site_name", self.title), ("site_url", self.web.site)):
            _refuse_unprintable(name, text)
        for name in ("docs", "seeds", "templates", "corrections", "accepted"):
            if not getattr(self, name):
                raise SettingsError(CONFIG, f"{name} is empty; name {options()[name][2]}")
            self._inside(name, getattr(self, name))
        if is_inside(self.root, self.path("docs")):
            raise SettingsError(CONFIG, "docs is the whole project; name a folder in it")
        if is_inside(self.path("docs"), self.path("seeds")):
            what = "docs lies in seeds, so that pages would be read as articles; name two folders side by side"
            raise SettingsError(CONFIG, what)

    def _inside(self, name: str, path: str) -> None:
        _refuse_unprintable(name, path)
        if any(len(part.encode()) > LONGEST_NAME for part in path.split("/")):
            raise SettingsError(CONFIG, f"{name} has a name of more than {LONGEST_NAME} bytes; choose a shorter one")
        if not is_inside(self.root / path, self.root):
            whole = os.path.realpath(self.root / path)
            raise SettingsError(CONFIG, f"{name} leads out of the project: {whole}; name a folder inside {self.root}")

    @property
    def language(self) -> str:
        """The language of the pages: the theme's, where the pages can speak it, else English."""
        return self.web.language if self.web.language in LANGUAGES else ENGLISH

    def problems(self, lacking: Collection[str]) -> tuple[Problem, ...]:
        """Return what is unusual about the language: the pages can't speak it, or lack words for some messages."""
        code, known = self.web.language, " and ".join(LANGUAGES)
        if code not in LANGUAGES:
            what = (
                f"theme: language is {code}, but the pages speak {known} only; they stay English: choose one of these"
            )
            return (Problem(CONFIG, what),)
        first = min(lacking, default="")
        what = (
            f"theme: language is {code}, and {len(lacking)} messages stay English, such as “{first}”; add their words"
        )
        return (Problem(CONFIG, what),) if lacking else ()

    def path(self, name: str) -> Path:
        """Return the absolute path that an option names."""
        return self.root / str(getattr(self, name))

    @property
    def kept(self) -> Path | None:
        """The folder of what is kept from one build to the next; None where nothing is, or where it leads elsewhere."""
        folder = self.root / KEPT
        return folder if self.cache and not folder.is_symlink() else None

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


def too_many(problems: int) -> str:
    """Return why a strict build fails."""
    counted = f"{problems} problem{'s' if problems > 1 else ''}"
    return f"{counted}, and strict is on; mend what is named above, or turn strict off"


def options() -> dict[str, tuple[type, Any, str]]:
    """Return the options of the plugin: name → (type, default, help)."""
    declared = (f for f in fields(Settings) if "help" in f.metadata)
    return {f.name: (type(f.default), f.default, f.metadata["help"]) for f in declared}


def load_settings(root: Path, overrides: Mapping[str, Any] | None = None) -> Settings:
    """Read the options from ``root/mkdocs.yml`` (if there is one); ``overrides`` that aren't None win.

    Raises SettingsError where the file can't be read or names an unknown option.
    """
    config = _load_config(root)
    flags = {name: value for name, value in (overrides or {}).items() if value is not None}
    chosen = {**_plugin_options(config), **flags}
    unknown = sorted(str(name) for name in set(chosen) - set(options()))
    if unknown:
        known = ", ".join(options())
        raise SettingsError(CONFIG, f"unknown option of the {PLUGIN} plugin: {unknown[0]}; the options are {known}")
    for name, (kind, _, _) in options().items():
        if name in chosen and not isinstance(chosen[name], kind):
            raise SettingsError(CONFIG, f"{name} must be {'true or false' if kind is bool else 'a text'}; mend it")
    title, docs = _text(config, "site_name", "Briefing"), _text(config, "docs_dir", "docs")
    return Settings(root=root, title=title, docs=docs, web=_web(config), **chosen)


def markdown_extensions(root: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the site's Markdown extensions with their options; those of a new project where there is no mkdocs.yml.

    Raises SettingsError where the file can't be read.
    """
    config = _load_config(root) or _load_config(packaged_templates())
    listed = config.get("markdown_extensions") or []
    entries = listed.items() if isinstance(listed, dict) else (_entry(e) for e in listed)
    return {name: dict(options or {}) for name, options in (*((b, None) for b in BUILT_IN + WRITTEN_IN), *entries)}


def _refuse_unprintable(name: str, text: str) -> None:
    if not text.isprintable():
        raise SettingsError(CONFIG, f"{name} holds a character that can't be printed; delete it")


def _text(config: Mapping[str, Any], name: str, default: str) -> str:
    value = config.get(name)
    if value is not None and not isinstance(value, str):
        raise SettingsError(CONFIG, f"{name} must be a text; write it in quotation marks")
    return value or default


def _web(config: Mapping[str, Any]) -> Web:
    """Return where the site will stand and in which language, as mkdocs' own options tell it."""
    theme = config.get("theme")
    language = (_text(theme, "language", ENGLISH) if isinstance(theme, dict) else ENGLISH).partition("-")[0]
    return Web(_text(config, "site_url", ""), config.get("use_directory_urls") is not False, language)


def _load_config(root: Path) -> dict[str, Any]:
    path = root / CONFIG
    if not path.exists() and not path.is_symlink():
        return {}
    with opened(path, root, MOST_BYTES, SettingsError) as stream:
        config = _parsed(stream)
    if not isinstance(config, dict):
        raise SettingsError(CONFIG, "this must be a table; write lines such as `site_name: My subject`")
    return config


def _parsed(stream: BinaryIO) -> object:
    """Return what mkdocs reads in a stream of YAML, with the files that it inherits from."""
    try:
        return yaml_load(stream)
    except RecursionError as error:
        raise SettingsError(CONFIG, "nested too deeply, or it inherits from itself; mend it") from error
    except (yaml.YAMLError, ConfigurationError, ValueError, TypeError) as error:
        cause = error.__context__ if isinstance(error, ConfigurationError) else error  # mkdocs wraps YAML's error
        mark = getattr(cause, "problem_mark", None)
        what = f"not valid YAML: {getattr(cause, 'problem', None) or cause or error}; mend it"
        raise SettingsError(CONFIG, what, mark.line + 1 if mark else None) from error


def _plugin_options(config: dict[str, Any]) -> dict[str, Any]:
    plugins = config.get("plugins") or []
    if not isinstance(plugins, dict | list):
        raise SettingsError(CONFIG, f"plugins must be a list; write `- {PLUGIN}` on a line of its own below it")
    entries = plugins.items() if isinstance(plugins, dict) else (_entry(p) for p in plugins)
    given = next((value for name, value in entries if name == PLUGIN), None) or {}
    if not isinstance(given, dict):
        what = f"the options of the {PLUGIN} plugin must be a table; write lines such as `seeds: articles`"
        raise SettingsError(CONFIG, what)
    return given


def _entry(plugin: object) -> tuple[str, Any]:
    if isinstance(plugin, dict) and plugin:
        return next(iter(plugin.items()))
    return str(plugin), None
