"""seaborn without the libraries that it loads for the few of its functions that need them.

Half the time that a report takes to load goes into scipy's statistics, which seaborn wants for the
estimates of densities, and into widgets. Both are loaded here by the first call that needs them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LATER = ("scipy.stats", "scipy.cluster", "ipywidgets")


class _Part:
    """What was taken from a module that is still to be loaded."""

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def __call__(self, *values: Any, **named: Any) -> Any:
        return self._real()(*values, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> Any:
        module, name = self._place
        return getattr(import_module(module), name)


class _Later(ModuleType):
    """Stands in the place of a module while another one takes parts of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Part(self.__name__, name)


def _load() -> ModuleType:
    standing = {name: _Later(name) for name in _LATER if name not in sys.modules}
    sys.modules.update(standing)
    try:
        return import_module("seaborn")
    finally:
        for name in standing:
            del sys.modules[name]


seaborn: Any = _load()
