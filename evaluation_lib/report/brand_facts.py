"""The brand of a job in the language of its report."""

from __future__ import annotations

from evaluation_lib.language import Language
from evaluation_lib.report.authored.branding import Branding
from evaluation_lib.report.model_brand import BrandFact, SignatoryFact


def brand_fact(branding: Branding | None, language: str) -> BrandFact | None:
    """Return what pages say of the evaluator; the Chinese words where there are no English ones."""
    if branding is None:
        return None
    brand = branding.brand

    def chosen(zh: str, en: str) -> str:
        return en or zh if language == Language.EN else zh

    is_english = language == Language.EN
    return BrandFact(
        organisation=chosen(brand.organisation, brand.organisation_en),
        logo=branding.logo,
        classification=chosen(brand.classification, brand.classification_en),
        evaluators=(brand.evaluators_en if is_english else ()) or brand.evaluators,
        reviewer=chosen(brand.reviewer, brand.reviewer_en),
        signatories=tuple(
            SignatoryFact(role=chosen(one.role, one.role_en), name=chosen(one.name, one.name_en))
            for one in brand.signatories
        ),
        contact=chosen(brand.contact, brand.contact_en),
        accent=brand.accent,
        ornament=brand.ornament,
    )
