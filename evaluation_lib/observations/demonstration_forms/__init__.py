"""The demonstration observations once more, as departments would send them: in messy forms.

`python -m evaluation_lib.observations.demonstration_forms OUT_FOLDER` writes the forms, and beside
them what an import must make of them: `expected_observations.csv` and `expected_queries.csv`. Both
are told together with the forms, cell by cell, and never computed by the importer.
"""

from evaluation_lib.observations.demonstration_forms.forms import demonstration_forms

__all__ = ["demonstration_forms"]
