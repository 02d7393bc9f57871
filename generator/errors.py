"""What a person can fix.

BriefingError
├── SettingsError      the options in mkdocs.yml or on the command line
├── SeedError          an article, or the sidecar beside it
├── FetchError         an address that no page can be had from
├── CorrectionsError   corrections.yml
├── AcceptedError      accepted.jsonl
├── PageTemplateError  a template
└── OutputError        docs/ holds something that the build must not overwrite

Each message reads ``path:line: what is wrong; what to do``.
"""

from __future__ import annotations


class BriefingError(Exception):
    """The base of everything that a person can fix."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        """Take the file, what is wrong and what to do, and the line (1-based) where it is known."""
        self.path = path
        self.message = message
        self.line = line
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class SettingsError(BriefingError):
    """An option is missing, unknown or impossible."""


class SeedError(BriefingError):
    """An article or its sidecar can't be used; the other articles are still built."""


class FetchError(BriefingError):
    """No page can be had from an address."""


class CorrectionsError(BriefingError):
    """corrections.yml can't be read as it stands."""


class AcceptedError(BriefingError):
    """The accepted state can't be read as it stands."""


class PageTemplateError(BriefingError):
    """A template names something that doesn't exist, or isn't valid Jinja."""


class OutputError(BriefingError):
    """A generated page would replace a file that was written by hand."""
