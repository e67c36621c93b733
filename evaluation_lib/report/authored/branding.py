"""The brand a job states, with its logo read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from evaluation_lib.errors import AuthoredError, listed
from evaluation_lib.places import find_input
from evaluation_lib.report.brand import Brand
from evaluation_lib.report.logo import read_logo


@dataclass(frozen=True, slots=True)
class Branding:
    """A brand with its logo as a `data:` address; blank without one."""

    brand: Brand
    logo: str


def read_branding(stated: str) -> Branding | None:
    """Read the brand that a job hands to its notebook as JSON; None where it states none.

    Raises:
        EvaluationError: The logo is not there.
        AuthoredError: It is no brand, with all faults, or the logo cannot be used.
    """
    if not stated:
        return None
    try:
        brand = Brand.model_validate_json(stated)
    except ValidationError as error:
        faults = [
            f"brand: {'.'.join(map(str, one['loc']))}: {one['msg'].removeprefix('Value error, ')}."
            for one in error.errors()
        ]
        raise AuthoredError(listed(faults)) from error
    logo = read_logo(Path(find_input(brand.logo))) if brand.logo else ""
    return Branding(brand, logo)
