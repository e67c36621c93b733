"""Which libraries reports will need, so that the warm process imports those and no others."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation_lib.publish.choices import Format
from evaluation_lib.publish.job import Edition

ALWAYS = ("evaluation_lib.publish.engine.notebook", "evaluation_lib.publish.engine.in_process")
# What an evaluation and its charts import only when they come to it.
REPORTS = (
    "evaluation_lib.evaluation",
    "evaluation_lib.observations.sources",
    "pandera.backends.pandas.builtin_checks",
    "pandera.backends.pandas.register",
    "statsmodels.regression.linear_model",
    "evaluation_lib.report.facts",
    "evaluation_lib.report.sections",
    "evaluation_lib.report.changes",
    "evaluation_lib.report.public.release",
    "evaluation_lib.report.show",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "evaluation_lib.report.charts.sheet",
)
_FORMATS = {
    Format.HTML: "evaluation_lib.publish.html",
    Format.PDF: "evaluation_lib.publish.pdf",
    Format.DOCX: "evaluation_lib.publish.word.exporting",
}


def libraries_of(editions: Iterable[Edition]) -> list[str]:
    """Return the modules that making `editions` imports, in an order to import them in."""
    wanted = list(editions)
    modules = list(ALWAYS)
    notebooks = {one.notebook for one in wanted}
    if any("evaluation_lib.report" in path.read_text(encoding="utf-8") for path in notebooks):
        modules += REPORTS
    formats = {form for one in wanted for form in one.job.formats}
    return modules + [module for form, module in _FORMATS.items() if form in formats]
