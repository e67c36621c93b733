"""All Chinese words of a report."""

from evaluation_lib.report.wording import zh_charts, zh_sections, zh_terms

WORDS: dict[str, str] = {**zh_terms.WORDS, **zh_sections.WORDS, **zh_charts.WORDS}
