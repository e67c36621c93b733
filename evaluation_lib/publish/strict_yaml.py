"""YAML read strictly: a key that stands twice is an error, where the last would win silently."""

from __future__ import annotations

from typing import Any

import yaml


class StrictLoader(yaml.SafeLoader):
    """Reads YAML, but refuses a key that stands twice."""


def _mapping_of_distinct_keys(loader: StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            line = key.start_mark.line + 1
            raise yaml.YAMLError(f"line {line}: {key.value!r} stands there twice")
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping_of_distinct_keys)
