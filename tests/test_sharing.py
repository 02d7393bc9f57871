"""What copies of the process make is what it makes alone, and what goes wrong there is told here."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from everywhere import everywhere

from generator.errors import PageTemplateError
from generator.render import PAYING, render
from generator.render.sharing import shared_out
from generator.words import language, speaking, stays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Page

TEMPLATES = (Path(__file__).parent.parent / "templates",)
R = TypeVar("R")


def in_one_thread(work: Callable[[], R]) -> R:
    """Return what work returns in a process of its own, in which no test runner has its threads."""
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(work).result()


def numbered(number: int) -> tuple[int, int, str]:
    return number, os.getpid(), stays(f"{language()} {number}")


def many() -> tuple[list[tuple[int, int, str]], set[str], int]:
    with speaking("de") as lacking:
        found = list(shared_out([partial(numbered, n) for n in range(40)], paying=True))
    return found, lacking, os.getpid()


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="a machine with one processor has no use for copies")
def test_jobs_are_shared_out_and_come_back_in_order_with_what_they_noted() -> None:
    found, lacking, here = in_one_thread(many)
    assert [number for number, _, _ in found] == list(range(40))
    assert lacking == {f"de {n}" for n in range(40)}
    assert here not in {process for _, process, _ in found}


@contextmanager
def another_thread() -> Iterator[None]:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        yield
    finally:
        stop.set()
        other.join()


def test_a_process_with_other_threads_does_all_by_itself() -> None:
    with another_thread():
        assert set(shared_out([os.getpid] * 9, paying=True)) == {os.getpid()}


def test_what_copies_need_is_prepared_only_where_one_is_made() -> None:
    done: list[str] = []
    prepare = partial(done.append, "prepared")
    assert list(shared_out([int] * 9, paying=True, prepare=prepare)) == [0] * 9
    assert list(shared_out([int] * 90, paying=False, prepare=prepare)) == [0] * 90
    assert done == []
    with another_thread():
        list(shared_out([int] * 90, paying=True, prepare=prepare))
    assert done == []


def prepared() -> list[str]:
    done: list[str] = []
    list(shared_out([int] * 40, paying=True, prepare=partial(done.append, "prepared")))
    return done


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="a machine with one processor has no use for copies")
def test_what_copies_need_is_prepared_once() -> None:
    assert in_one_thread(prepared) == ["prepared"]


def fails() -> None:
    path = "templates/quotes.md"
    raise PageTemplateError(path, "no name; give one", 3)


def failing() -> list[None]:
    return list(shared_out([fails], paying=True))


def test_what_a_person_can_fix_is_told_here() -> None:
    with pytest.raises(PageTemplateError, match=r"templates/quotes\.md:3: no name; give one"):
        in_one_thread(failing)


def pages() -> tuple[Page, ...]:
    return render(everywhere(tuple(f"Word {n}" for n in range(PAYING))), TEMPLATES, "Test")


def test_the_pages_are_the_same_bytes() -> None:
    with another_thread():
        alone = pages()
    assert in_one_thread(pages) == alone
