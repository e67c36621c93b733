"""The chapters of a comparison of counties."""

from evaluation_lib.report.sections.divisions.indicators import (
    division_indicators as division_indicators,
)
from evaluation_lib.report.sections.divisions.verdicts import (
    division_verdicts as division_verdicts,
)
from evaluation_lib.report.sections.divisions.whole import division_whole as division_whole
