"""What evaluators wrote for a job, read once from the job's folder; one file for each kind."""

from evaluation_lib.report.authored.reading import NOTHING_AUTHORED as NOTHING_AUTHORED
from evaluation_lib.report.authored.reading import Authored as Authored
from evaluation_lib.report.authored.reading import read_authored as read_authored
