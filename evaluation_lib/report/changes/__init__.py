"""What is another than in an earlier report, and which cause moved it."""

from evaluation_lib.report.changes.carrying import with_changes as with_changes
from evaluation_lib.report.changes.comparing import compare_reports as compare_reports
from evaluation_lib.report.changes.stepping import Ground as Ground
from evaluation_lib.report.changes.stepping import take_steps as take_steps
