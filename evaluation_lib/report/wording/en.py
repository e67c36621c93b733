"""All English words of a report."""

from evaluation_lib.report.wording import en_charts, en_sections, en_terms

WORDS: dict[str, str] = {**en_terms.WORDS, **en_sections.WORDS, **en_charts.WORDS}
