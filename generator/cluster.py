"""Where the single articles are read: by the processes of this machine, or by a cluster."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from generator.errors import SettingsError

NAME = "--executor"
DASK = "dask:"
WAIT = 5
"""Seconds after which a scheduler that doesn't answer isn't there."""


@contextmanager
def executor_of(name: str) -> Iterator[Executor | None]:
    """Yield the executor of a name: ``dask:ADDRESS`` is that of a scheduler; none stands for this machine.

    Raises SettingsError for another name, for an address at which no scheduler answers, and without the extra.
    """
    if not name:
        yield None
        return
    kind, _, address = name.partition(DASK)
    if kind or not address:
        raise SettingsError(NAME, f"{name} is no executor; write {DASK}ADDRESS, the address of a scheduler")
    try:
        from distributed import Client  # noqa: PLC0415 - only where it is asked for
    except ModuleNotFoundError as error:
        what = "a cluster needs the extra; run: pip install 'briefing-site[cluster]'"
        raise SettingsError(NAME, what) from error
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SettingsError(NAME, f"no scheduler answers at {address}; start one: dask scheduler") from error
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]
