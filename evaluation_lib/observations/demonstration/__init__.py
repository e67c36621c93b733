"""Synthetic observations (演示数据) for teaching and tests: what no office has published.

`python -m evaluation_lib.observations.demonstration OUT_FOLDER` writes them. They are told, not
sampled: `story` holds the city's values and what goes wrong in them, `counties` shares them out,
`returns` writes them down the way departments would.
"""

from evaluation_lib.observations.demonstration.returns import (
    demonstration_rows,
    demonstration_sources,
)

__all__ = ["demonstration_rows", "demonstration_sources"]
