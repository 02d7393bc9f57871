"""What several articles speak of, and how often each has the words that were searched for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from test_differences import linked
from test_passages import REPORT

if TYPE_CHECKING:
    from generator.model import Briefing, Topic

ONE = "Governor Amina Okoye opened the tannery in Kano on Monday. Amina Okoye said it will employ many. Okoye left."
TWO = "Amina Okoye came to Kano. She spoke of hides. The mayor of Jos wrote to Kano Pillars, a club of footballers."
THREE = "The river rose in Jos, where rice is grown, and nobody spoke of leather."


def topics(*texts: str) -> dict[str, Topic]:
    briefing: Briefing = linked(*((text, "2021-02-02") for text in texts))
    return {t.label: t for t in briefing.topics}


def test_the_words_of_a_name_are_counted_and_its_pronouns_are_not() -> None:
    found = topics(ONE, TWO, THREE)["Amina Okoye"]
    assert found.searched == ("Amina Okoye", "Okoye")
    assert dict(found.counts) == {"a0": 3, "a1": 1}


def test_a_longer_name_is_not_counted_as_the_shorter_one_inside_it() -> None:
    two = "The Kano Emirate Council met on Friday. The Kano Emirate Council elected a chairman in Kano."
    found = topics(ONE, two)
    assert dict(found["Kano"].counts) == {"a0": 1, "a1": 1}


def test_what_only_one_origin_has_is_no_topic() -> None:
    assert "Ingrid Solvang" in topics(REPORT, "Ingrid Solvang was a fitter there, said Ingrid Solvang herself.")
    assert "Ingrid Solvang" not in topics(REPORT, REPORT, THREE)


def test_boilerplate_is_not_counted() -> None:
    one = ONE + "\n\nSubscribe to our newsletter from Kano for the latest news delivered to your inbox."
    assert dict(topics(one, TWO)["Kano"].counts)["a0"] == 1


@given(st.lists(st.sampled_from((ONE, TWO, THREE, "Kano has a river.", "Jos and Kano trade.")), min_size=1, max_size=3))
def test_no_article_without_a_count_has_any_of_the_words(texts: list[str]) -> None:
    for topic in topics(*texts).values():
        missing = [t for n, t in enumerate(texts) if f"a{n}" not in dict(topic.counts)]
        for words in topic.searched:
            assert not [t for t in missing if re.search(rf"\b{re.escape(words)}\b", t)], topic
