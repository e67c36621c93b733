"""The chapters of a report; each function takes the report and returns its blocks."""

from evaluation_lib.report.sections.basis import basis as basis
from evaluation_lib.report.sections.cover import contents as contents
from evaluation_lib.report.sections.cover import cover as cover
from evaluation_lib.report.sections.data_quality import data_quality as data_quality
from evaluation_lib.report.sections.indicator import indicator_section as indicator_section
from evaluation_lib.report.sections.indicator_groups import (
    anticipatory_indicators as anticipatory_indicators,
)
from evaluation_lib.report.sections.indicator_groups import (
    binding_indicators as binding_indicators,
)
from evaluation_lib.report.sections.indicator_table import indicator_table as indicator_table
from evaluation_lib.report.sections.methods import methods as methods
from evaluation_lib.report.sections.overview import overview as overview
from evaluation_lib.report.sections.sources import limitations as limitations
from evaluation_lib.report.sections.sources import sources as sources
