"""The chapters of a report; each function takes the report and returns its blocks."""

from evaluation_lib.report.sections.annex import annexes as annexes
from evaluation_lib.report.sections.annex import claim_list as claim_list
from evaluation_lib.report.sections.annex import commitment_list as commitment_list
from evaluation_lib.report.sections.annex import task_ledger as task_ledger
from evaluation_lib.report.sections.backtest import backtest as backtest
from evaluation_lib.report.sections.basis import basis as basis
from evaluation_lib.report.sections.changes import changes as changes
from evaluation_lib.report.sections.commitments import commitments as commitments
from evaluation_lib.report.sections.comparators import comparators as comparators
from evaluation_lib.report.sections.cover import contents as contents
from evaluation_lib.report.sections.cover import cover as cover
from evaluation_lib.report.sections.data_quality import data_quality as data_quality
from evaluation_lib.report.sections.divisions import (
    division_indicators as division_indicators,
)
from evaluation_lib.report.sections.divisions import division_verdicts as division_verdicts
from evaluation_lib.report.sections.divisions import division_whole as division_whole
from evaluation_lib.report.sections.exhibits import exhibit_blocks as exhibit_blocks
from evaluation_lib.report.sections.exhibits import exhibits as exhibits
from evaluation_lib.report.sections.goals import goals as goals
from evaluation_lib.report.sections.indicator import indicator_section as indicator_section
from evaluation_lib.report.sections.indicator_groups import (
    anticipatory_indicators as anticipatory_indicators,
)
from evaluation_lib.report.sections.indicator_groups import (
    binding_indicators as binding_indicators,
)
from evaluation_lib.report.sections.indicator_table import indicator_table as indicator_table
from evaluation_lib.report.sections.judgement import foreword as foreword
from evaluation_lib.report.sections.judgement import judgement as judgement
from evaluation_lib.report.sections.method_table import method_table as method_table
from evaluation_lib.report.sections.methods import methods as methods
from evaluation_lib.report.sections.origins import origins as origins
from evaluation_lib.report.sections.overview import overview as overview
from evaluation_lib.report.sections.plan_audit import plan_audit as plan_audit
from evaluation_lib.report.sections.plan_version import plan_version as plan_version
from evaluation_lib.report.sections.records import comment_log as comment_log
from evaluation_lib.report.sections.records import evaluation_matrix as evaluation_matrix
from evaluation_lib.report.sections.records import recommendation_tracker as recommendation_tracker
from evaluation_lib.report.sections.records import records as records
from evaluation_lib.report.sections.score import score as score
from evaluation_lib.report.sections.sheets import chosen_indicators as chosen_indicators
from evaluation_lib.report.sections.sheets import sheets as sheets
from evaluation_lib.report.sections.signatures import signatures as signatures
from evaluation_lib.report.sections.sources import limitations as limitations
from evaluation_lib.report.sections.sources import sources as sources
from evaluation_lib.report.sections.tasks import tasks as tasks
from evaluation_lib.report.sections.trend import rival_models as rival_models
from evaluation_lib.report.sections.trend import scenarios as scenarios
from evaluation_lib.report.sections.verification import verification as verification
from evaluation_lib.report.sections.warning_list import warning_list as warning_list
