"""What is said of a promise of the text: the fact, or why there is none."""

from __future__ import annotations

from evaluation_lib.assessment.ledger import LedgerState
from evaluation_lib.language import Text
from evaluation_lib.plan.model import Commitment


def missing_text(one: Commitment) -> Text:
    """Return why nothing can be said of a promise, and what would show it."""
    return Text(
        f"没有可用的数据或台账记录；需提供：{one.proof}。",
        "No usable value or ledger entry; what would show it is listed in the annex.",
    )


def value_text(one: Commitment, period: str, value: float, comparator: str) -> Text:
    """Return a value as the fact on a promise, with its period, sign and unit."""
    signs = {"=": "", ">=": "≥", "<=": "≤", "~": "约"}
    sign = signs.get(comparator, comparator)
    zh = f"{period}年" if len(period) == 4 else period
    unit = one.unit.removesuffix("/年")
    unit_en = _unit_en(one).removesuffix(" a year")
    return Text(
        f"{zh}{sign}{value:g}{unit}", f"{period}: {sign.replace('约', '≈')}{value:g}{unit_en}"
    )


def _unit_en(one: Commitment) -> str:
    """Return the unit as English sets it behind a number; one that is a number is multiplied."""
    unit = one.unit_en or one.unit
    return unit if unit == "%" else f" × {unit}" if unit[:1].isdigit() else f" {unit}"


def ledger_text(state: LedgerState, *, late: bool) -> Text:
    """Return what the ledger says beside the status, and whether it was done too late."""
    said = state.entry.note or state.entry.quote
    if not late:
        return Text(said, said)
    return Text(f"逾期完成：{said}", f"done after its date: {said}")
