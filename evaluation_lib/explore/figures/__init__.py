"""Drawings that answer the pointer: plotly figures in the colours of the report."""

from evaluation_lib.explore.figures.canvas import canvas_figure as canvas_figure
from evaluation_lib.explore.figures.counties import counties_figure as counties_figure
