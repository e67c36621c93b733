"""Read what a department wrote in one cell, or say why it cannot be read.

`read_quantity("约3.67万批次", expected=parse_unit("万批次/年"))` is about 3.67 in the plan's unit.
"""

from evaluation_lib.observations.quantities.model import Doubt, Reading, Unit
from evaluation_lib.observations.quantities.reading import read_quantity
from evaluation_lib.observations.quantities.units import parse_unit

__all__ = ["Doubt", "Reading", "Unit", "parse_unit", "read_quantity"]
