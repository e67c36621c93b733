"""Every form of the demonstration, in the order of their names."""

from __future__ import annotations

from evaluation_lib.observations.demonstration_forms import (
    city,
    city_by_county,
    counties,
    county_troubles,
    files,
)
from evaluation_lib.observations.demonstration_forms.draft import Draft
from evaluation_lib.observations.demonstration_forms.truth import Truth
from evaluation_lib.plan.model import Plan


def demonstration_forms(plan: Plan) -> list[Draft]:
    """Return the forms; each file name is theirs alone."""
    truth = Truth(plan)
    rooms = (city, city_by_county, counties, county_troubles, files)
    drafts = [draft for room in rooms for draft in room.forms(truth)]
    return sorted(drafts, key=lambda draft: draft.name)
