"""The chapters of the report on the data; each takes the report and returns its blocks."""

from evaluation_lib.report.sections.quality.coverage import coverage as coverage
from evaluation_lib.report.sections.quality.editions import editions as editions
from evaluation_lib.report.sections.quality.evidence import evidence as evidence
from evaluation_lib.report.sections.quality.queries import queries as queries
from evaluation_lib.report.sections.quality.rules import rules as rules
