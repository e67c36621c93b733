"""Department forms (填报表), however they were filled in, to observations and queries.

`opening` finds sheets in files, `layout` finds tables in sheets, `slots` says what each cell is
about, `entries` reads it, and `collecting` sets the forms against each other.
"""

from evaluation_lib.observations.forms.importing import FormRead, Intake, import_forms

__all__ = ["FormRead", "Intake", "import_forms"]
