"""The drawings of a report, one module for each idea; each returns a figure with its table."""

from evaluation_lib.report.charts.cumulative import cumulative as cumulative
from evaluation_lib.report.charts.overview import overview as overview
from evaluation_lib.report.charts.pace import pace as pace
from evaluation_lib.report.charts.signature import signature as signature
from evaluation_lib.report.charts.trajectory import trajectory as trajectory
from evaluation_lib.report.charts.yearly import yearly as yearly
