"""Whose report it is: names, logo, classification and accent, as a job states them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from evaluation_lib.report.style import BOX, PAPER, contrast

TEXT_CONTRAST = 4.5
"""Least contrast of text on its ground, by WCAG 2.2 level AA."""
DRAWN_CONTRAST = 3.0
"""Least contrast of what is drawn."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _legible(colour: str) -> str:
    return _refusing_pale(colour, TEXT_CONTRAST, BOX, "headings and links")


def _visible(colour: str) -> str:
    return _refusing_pale(colour, DRAWN_CONTRAST, PAPER, "rules")


def _refusing_pale(colour: str, least: float, ground: str, use: str) -> str:
    if not colour:
        return colour
    if not _COLOUR.fullmatch(colour):
        raise ValueError("write a colour as #RRGGBB")
    found = contrast(colour, ground)
    if found < least:
        raise ValueError(
            f"its contrast is {found:.2f}:1 and {use} need {least:g}:1; choose a darker colour"
        )
    return colour.upper()


Name = Annotated[str, Field(min_length=1, max_length=60)]


class Signatory(BaseModel):
    """Somebody who signs the report.

    Attributes:
        role: What they sign as, such as 项目负责人; `role_en` and `name_en` in English reports.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Name
    name: Name
    role_en: str = ""
    name_en: str = ""


class Brand(BaseModel):
    """What a job says of the evaluator; what is blank shows nowhere.

    Attributes:
        organisation: The evaluator; on the cover, at the foot of each page, on the signature page.
        logo: SVG or PNG file, from the job file on.
        classification: 密级 or 内部; at the top of the cover and of each page.
        evaluators: Who evaluated, by name.
        reviewer: Who reviewed it.
        signatories: Who signs, each with a line of their own.
        contact: How the evaluator is reached.
        accent: Colour of headings, links and numbers of figures.
        ornament: Colour of the cover's rule and the band at the top; the accent where blank.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    organisation: Name
    organisation_en: str = ""
    logo: str = ""
    classification: str = Field(default="", max_length=20)
    classification_en: str = Field(default="", max_length=30)
    evaluators: tuple[Name, ...] = ()
    evaluators_en: tuple[Name, ...] = ()
    reviewer: str = ""
    reviewer_en: str = ""
    signatories: tuple[Signatory, ...] = ()
    contact: str = ""
    contact_en: str = ""
    accent: Annotated[str, AfterValidator(_legible)] = ""
    ornament: Annotated[str, AfterValidator(_visible)] = ""

    def without_persons(self) -> Brand:
        """Return the brand as the public may see it: the organisation, and nobody by name.

        A classification goes too, because it says of an internal report who may read it.
        """
        kept = ("organisation", "organisation_en", "logo", "accent", "ornament")
        return Brand(**{name: getattr(self, name) for name in kept})
