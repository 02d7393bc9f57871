"""Make sure that there is a Chromium for the browser tests: the system's, or else one that gets installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def run(*command: str) -> bool:
    """Run a command and tell whether it worked."""
    print("+", *command, flush=True)  # noqa: T201 - a person watches
    return subprocess.run(command, check=False).returncode == 0


def install() -> bool:
    """Install Chromium with the system's package manager, or, failing that, with Playwright's own installer."""
    apt = shutil.which("apt-get")
    if apt:
        root = () if os.geteuid() == 0 else ("sudo", "-n")
        quiet = (*root, "env", "DEBIAN_FRONTEND=noninteractive", apt)
        if run(*quiet, "update", "-qq") and run(*quiet, "install", "-y", "-qq", "chromium"):
            return True
    return run(sys.executable, "-m", "playwright", "install", "chromium")


if __name__ == "__main__":
    if not any(map(shutil.which, NAMES)) and not install():
        sys.exit("no browser: install Chromium so that the browser tests can run")
