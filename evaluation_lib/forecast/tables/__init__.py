"""Coefficient tables measured on public annual series, and how to load them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = Mapping[str, NDArray[Any]]
"""Arrays of one table by name."""


@cache
def load_table(name: str) -> Table:
    """Return the arrays of the packaged table `name`, such as ``"transparent"``."""
    with as_file(files(__name__) / f"{name}.npz") as path, np.load(path) as table:
        return MappingProxyType({key: table[key] for key in table.files})
