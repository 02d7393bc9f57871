"""Fail when pyproject.toml asks for something that the lock files don't pin."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = {
    "requirements.lock": ("install",),
    "requirements-dev.lock": ("install", "test", "lint"),
}
COMPILE = (
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-annotate", "--no-header", "--quiet"),
)


def again(lock: str, extras: tuple[str, ...], folder: Path) -> str:
    """Return the lock file as it would be written now; what is pinned stays pinned where it still fits."""
    copy = folder / lock
    shutil.copy(ROOT / lock, copy)
    flags = [flag for extra in extras for flag in ("--extra", extra)]
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, *COMPILE[1:], *flags, "-o", copy], cwd=ROOT, check=True)
    return copy.read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        stale = [
            lock
            for lock, extras in LOCKS.items()
            if again(lock, extras, Path(scratch)) != (ROOT / lock).read_text(encoding="utf-8")
        ]
    if stale:
        sys.exit(f"{', '.join(stale)}: not what pyproject.toml asks for; run: make lock")
