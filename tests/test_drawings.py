"""Drawings show what the lists say, in words too, and nothing that a text could add to them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from everywhere import everywhere

from generator.model import Entity
from generator.render.drawing import PLACES, bars_drawing, map_drawing


def place(name: str, latitude: float, longitude: float, mentions: int) -> Entity:
    """Return a place that is mentioned so often."""
    first = everywhere((name,)).entities[0].mentions[0]
    at = {"mentions": (first,) * mentions, "coordinates": (latitude, longitude)}
    return Entity(id=name.lower(), kind="place", name=name, aliases=(), **at)  # type: ignore[arg-type]


def test_a_map_shows_the_region_of_most_mentions_and_tells_of_the_rest() -> None:
    drawing = map_drawing(
        (place("Lima", -12.0, -77.0, 50), place("Cusco", -13.5, -72.0, 40), place("Oslo", 60.0, 10.7, 2))
    )
    assert "Outside of the map: Oslo (2)." in drawing
    assert "Lima: 50" in drawing
    assert map_drawing(()) == ""


def test_a_map_of_thousands_of_places_shows_those_named_most_and_says_so() -> None:
    lima = place("Lima", -12.0, -77.0, 2)
    many = [replace(lima, id=f"p{n}", name=f"Place {n}") for n in range(PLACES)]
    assert "Only the" not in map_drawing(many)
    drawing = map_drawing((*many, place("Oslo", 60.0, 10.7, 1)))
    assert "Only the 500 places that are named most often." in drawing
    assert drawing.count("<circle") == PLACES
    assert "Oslo" not in drawing


def test_bars_are_drawn_only_for_values_that_can_be_compared() -> None:
    one, two = ("A", Decimal(3), "three"), ("B", Decimal(6), "six")
    assert bars_drawing("x", (one, two)).count("<rect") == 2
    assert bars_drawing("x", (one,)) == bars_drawing("x", (one, one)) == ""
    assert bars_drawing("x", (one, ("C", Decimal(-1), "less"))) == ""


def test_every_drawing_has_words_for_who_does_not_see_it_and_coordinates_of_one_decimal() -> None:
    bars = bars_drawing("Trade", (("A", Decimal("3.333333"), "three"), ("B", Decimal(7), "seven")))
    assert 'role="img"' in bars
    assert 'aria-label="' in bars
    assert "<figcaption>" in bars
    assert not re.search(r'="\d+\.\d{2,}"', bars)
