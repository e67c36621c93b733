"""Files that give nothing, or nothing without another."""

from __future__ import annotations

from evaluation_lib.observations.demonstration_forms.draft import Asked, Draft, Held, Rows, Sheet
from evaluation_lib.observations.demonstration_forms.truth import ERROR, NOTE, WARNING, Truth

SUIXI = "440823"
_HEADER = ["指标", "单位", "2021年"]


def forms(truth: Truth) -> list[Draft]:
    """Return files that cannot be read, and returns that contradict each other."""
    return [
        *_disagreeing(truth),
        _zone(),
        _nowhere(),
        Draft("损坏.xlsx", content=b"PK\x03\x04", asked=(Asked("file_corrupt", ERROR),)),
        Draft("空白.xlsx", content=b"", asked=(Asked("file_empty", ERROR),)),
        Draft("扫描件.xlsx", content=b"%PDF-1.4", asked=(Asked("file_type", ERROR),)),
        Draft("~$登记注册科.xlsx", content=b"\x05user", asked=(Asked("file_locked", NOTE),)),
        Draft("说明.txt", content="演示数据".encode(), asked=(Asked("file_unsupported", WARNING),)),
    ]


def _disagreeing(t: Truth) -> list[Draft]:
    value = t.of(SUIXI, "certificates", "2021")
    drafts = []
    for name, unit, shown in (
        ("遂溪县_认证.xlsx", "遂溪县市场监督管理局", int(value)),
        ("遂溪县_认证股.xlsx", "遂溪县市场监督管理局认证股", int(value) + 31),
    ):
        rows: Rows = [
            ["遂溪县填报表（演示数据）"],
            [f"填报单位：{unit}", None, "填报日期：2024-06-16"],
            _HEADER,
            ["有效期内认证证书", "张", Held(shown, asked=(Asked("returns_disagree", ERROR),))],
        ]
        drafts.append(Draft(name, [Sheet("汇总表", rows)], published_on="2024-06-16"))
    return drafts


def _zone() -> Draft:
    rows: Rows = [
        ["湛江经开区填报表（演示数据）"],
        ["填报单位：湛江经开区市场监督管理局", None, "填报日期：2024-06-17"],
        _HEADER,
        ["期末企业总量", "万户", 0.9],
    ]
    sheet = Sheet(
        "汇总表", rows, asked=(Asked("functional_zone", ERROR, raw="湛江经开区市场监督管理局"),)
    )
    return Draft("经开区_2021.xlsx", [sheet])


def _nowhere() -> Draft:
    rows: Rows = [
        ["填报表（演示数据）"],
        ["填报单位：认证科", None, "填报日期：2024-06-18"],
        _HEADER,
        ["有效期内认证证书", "张", 5587],
    ]
    return Draft(
        "认证科_无地区.xlsx",
        [Sheet("汇总表", rows, asked=(Asked("no_place", ERROR, raw="认证科"),))],
    )
