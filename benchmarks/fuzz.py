"""Feeds hostile input to reading, cleaning, the language, each extractor, the escape and YAML for a time.

    python benchmarks/fuzz.py [seconds for each target] [target …]      default: 60, all

With atheris installed (``pip install atheris``) the inputs follow the coverage of the code; without it they are those
of ``tests/fuzzing.py``, seed after seed. An input that raises what no user can mend, or takes longer than ten seconds,
is kept in ``.fuzz/`` and printed; it becomes a case of ``tests/test_fuzzing.py``. The exit status is 1 if there is one.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
import traceback
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
KEPT = ROOT / ".fuzz"
SLOWEST = 10  # seconds for one input of a few kilobytes


def by_coverage(name: str, seconds: int) -> int:
    """Run a target in this process under atheris, which ends it."""
    import atheris  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - only where it is installed

    with atheris.instrument_imports(include=["generator"]):
        from fuzzing import TARGETS, corpus, hostile  # noqa: PLC0415 - instrumented while it is imported

    with tempfile.TemporaryDirectory() as begin:
        for n, text in enumerate((*(t.encode() for t in corpus()[:200]), *map(hostile, range(200)))):
            Path(begin, str(n)).write_bytes(text)
        limits = (f"-max_total_time={seconds}", f"-timeout={SLOWEST}", "-rss_limit_mb=3000", "-max_len=6000")
        atheris.Setup([name, *limits, f"-artifact_prefix={KEPT}/{name}-", "-verbosity=0", begin], TARGETS[name])
        atheris.Fuzz()
    return 0


def by_seed(name: str, seconds: int) -> int:
    """Run a target with the inputs of ``tests/fuzzing.py``; return how many of them it doesn't withstand."""
    from fuzzing import TARGETS, hostile  # noqa: PLC0415 - as above

    def late(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    began, seed, failed = time.monotonic(), 0, 0
    while time.monotonic() < began + seconds:
        signal.alarm(SLOWEST)
        try:
            TARGETS[name](hostile(seed))
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            failed += 1
            (KEPT / f"{name}-seed-{seed}").write_bytes(hostile(seed))
            print(f"{name}: seed {seed}", traceback.format_exc(limit=-4), sep="\n")
        signal.alarm(0)
        seed += 1
    print(f"{name}: {seed:,} inputs, {failed} not withstood", flush=True)
    return failed


def main() -> int:
    """Run every target for its time, each in a process of its own."""
    asked = sys.argv[1:]
    seconds = int(asked.pop(0)) if asked and asked[0].isdigit() else 60
    KEPT.mkdir(exist_ok=True)
    how = "by coverage" if find_spec("atheris") else "by seed"
    if asked[:1] == ["--one"]:
        return by_coverage(asked[1], seconds) if find_spec("atheris") else by_seed(asked[1], seconds)
    from fuzzing import TARGETS  # noqa: PLC0415 - as above

    print(f"{seconds} seconds for each target, {how}", flush=True)
    failed = []
    for name in asked or TARGETS:
        done = subprocess.run([sys.executable, __file__, str(seconds), "--one", name], check=False)  # noqa: S603
        failed += [name] if done.returncode else []
    print(f"not withstood: {', '.join(failed) or 'nothing'}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
