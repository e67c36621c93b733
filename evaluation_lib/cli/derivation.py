"""The derivation of one verdict for terminals and files."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from evaluation_lib.report.model_origin import Explanation
from evaluation_lib.report.wording.origins import originally

_WIDTH_OF_A_FILE = 160


def print_derivation(told: Explanation) -> None:
    """Print a derivation to stdout, a line for each step, numbered as the report's notes are."""
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _WIDTH_OF_A_FILE
    language = told.language
    if told.demonstration:
        console.print(originally(language, "cell.synthetic"), style="bold magenta")
    console.print(f"{told.number} {told.name}", style="bold")
    console.print(
        originally(
            language,
            "told.for",
            place=f"{told.jurisdiction_name} {told.jurisdiction}",
            as_of=told.as_of,
            plan=told.plan_version,
            data=told.data_version,
            method=told.method_version,
        )
    )
    console.print(told.headline)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("note", "label", "value", "how"):
        table.add_column(
            originally(language, f"column.{column}"),
            justify="right" if column == "value" else "left",
            overflow="fold",
            no_wrap=column == "note",
        )
    for step in told.steps:
        table.add_row(step.note, step.label, step.value, step.how)
    console.print(table)
