"""Who says what, what could be told of each source, and whether the date of a plan has passed."""

from __future__ import annotations

from pathlib import Path

from test_differences import linked

from generator.render import render

TEMPLATES = (Path(__file__).parent.parent / "templates",)

ONE = "Governor Amina Okoye opened the tannery in Kano on Monday. Amina Okoye said it will employ the quarter."
TWO = "Amina Okoye came to Kano. The mayor said the fair of the tanners will be held in Kano on 3 March 2021."


def page(path: str) -> str:
    briefing = linked((ONE, "2021-02-02"), (TWO, "2021-02-20"), ("The river rose in Jos.", "2021-06-01"))
    return next(p for p in render(briefing, TEMPLATES, "Test") if p.path == path).content.decode()


def test_who_is_named_by_several_sources_has_a_row_with_a_count_for_each_source() -> None:
    row = next(line for line in page("differences.md").splitlines() if line.startswith("| [Amina Okoye]"))
    assert [cell.strip() for cell in row.split("|")[2:5]] == ["2", "1", "–"]


def test_no_field_of_a_source_is_left_blank() -> None:
    table = page("differences.md").partition("{: #h-fields}")[2]
    rows = [line for line in table.splitlines() if line.startswith("| [")]
    assert len(rows) == 3
    assert all(cell.strip() for row in rows for cell in row.split("|")[1:-1])


def test_a_plan_whose_day_lies_before_the_newest_article_says_so() -> None:
    assert "its date had passed when the newest article appeared" in page("index.md")
