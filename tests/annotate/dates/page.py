"""The table of classes in docs/dates.md, made from the rows of the tests. Run as a script, it renews the page."""

from itertools import groupby
from pathlib import Path

from annotate.dates.table import ROWS, Row

PAGE = Path(__file__).parents[3] / "docs" / "dates.md"
BEGIN, END = "<!-- classes: begin -->\n", "<!-- classes: end -->\n"


def table() -> str:
    """Markdown, one table with a line for each row that holds an expression."""
    lines = ["| class | published | text | type | value | earliest | latest |", "|---|---|---|---|---|---|---|"]
    for group, rows in groupby(ROWS, key=lambda row: row.group):
        lines += [_line(group, row) for row in rows]
    return "\n".join(lines) + "\n"


def _line(group: str, row: Row) -> str:
    text = row.sentence.replace("[", "**").replace("]", "**")
    value = f"`{row.value}`" if row.value else "none"
    mod = f" ({row.mod})" if row.mod else ""
    cells = [group, row.published or "", text, row.type or "none", value + mod, row.earliest or "", row.latest or ""]
    return "| " + " | ".join(cells) + " |"


def renewed(page: str) -> str:
    """The page with the table of today between its marks."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
