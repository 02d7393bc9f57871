"""The articles read by a cluster: the same bytes, whichever worker dies; and what is said where there is none."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from conftest import run
from distributed import LocalCluster
from test_cache import project

from generator.cluster import executor_of
from generator.errors import SettingsError, WorkerError
from generator.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.settings import Settings

ARTICLES = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    options = {"n_workers": 2, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**options) as local:
        yield local


def made(settings: Settings, where: str = "") -> dict[str, bytes]:
    with executor_of(where) as executor:
        pages = build(replace(settings, cache=False), dry=True, executor=executor).pages
    return {page.path: page.content for page in pages}


def test_a_cluster_gives_the_same_bytes(cluster: LocalCluster, tmp_path: Path) -> None:
    settings = project(tmp_path, 3)
    assert made(settings, f"dask:{cluster.scheduler_address}") == made(settings)


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(cluster: LocalCluster, tmp_path: Path) -> None:
    settings = project(tmp_path, ARTICLES)
    done: dict[str, bytes] = {}
    address = f"dask:{cluster.scheduler_address}"
    building = threading.Thread(target=lambda: done.update(made(settings, address)))
    first = next(iter(cluster.workers.values()))
    building.start()
    while building.is_alive() and not any(w.processing for w in cluster.scheduler.workers.values()):
        building.join(0.01)
    assert building.is_alive(), "there was work when the worker died"
    os.kill(first.pid, signal.SIGKILL)
    building.join()
    assert done == made(settings)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ray:127.0.0.1", "no executor"),
        ("dask:", "no executor"),
        ("dask:127.0.0.1:1", "no scheduler answers at 127.0.0.1:1"),
    ],
)
def test_what_is_no_cluster_is_said_in_one_line(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=told), executor_of(name):
        pytest.fail("there is none")
    if told == "no executor":
        project(tmp_path, 1)
        answer = run("generator", "build", "--executor", name, cwd=tmp_path)
        assert answer.returncode == 2
        assert answer.stderr.startswith("error: --executor: ")


def test_what_a_worker_refuses_arrives_whole() -> None:
    error = WorkerError("node-3", "another version")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes
