"""A value and how it is known."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.evidence import Evidence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value that the article states in so many words, or its file outside the text: ``place`` says where."""

    value: T
    evidence: tuple[Evidence, ...]
    place: str = ""

    def __post_init__(self) -> None:
        """Refuse what stands nowhere."""
        if not self.evidence and not self.place:
            msg = f"{self.value!r} is stated nowhere"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Inferred(Generic[T]):
    """A value worked out from what the article says, with the reasoning."""

    value: T
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited(Generic[T]):
    """A value that an editor set, with the file (and line) that sets it."""

    value: T
    because: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value, and why not."""

    because: str


Known = Stated[T] | Inferred[T] | Edited[T]
Field = Stated[T] | Inferred[T] | Edited[T] | Unknown


def value_of(field: Field[str]) -> str | None:
    """Return what is known, or None."""
    return None if isinstance(field, Unknown) else field.value
