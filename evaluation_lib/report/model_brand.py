"""The evaluator, as every page names them."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class SignatoryFact(Fact):
    """Somebody who signs, in the language of the report."""

    role: str
    name: str


class BrandFact(Fact):
    """Whose report it is, in the language of the report; what is blank shows nowhere.

    Attributes:
        logo: The picture as a `data:` address, SVG or PNG.
        accent: Colour of headings and links, `#RRGGBB`; blank for the house's own.
        ornament: Colour of rules and bands on cover and pages; blank for the accent.
    """

    organisation: str
    logo: str
    classification: str
    evaluators: tuple[str, ...]
    reviewer: str
    signatories: tuple[SignatoryFact, ...]
    contact: str
    accent: str
    ornament: str
