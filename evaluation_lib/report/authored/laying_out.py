"""Lay out the files of a narrative: a guide for the author in each, and nothing a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evaluation_lib.language import Text
from evaluation_lib.report.authored.narrative import CHAPTERS, FOLDER, INDICATORS

GUIDES: dict[str, Text] = {
    "foreword": Text(
        "前言（可选）。谁委托、为何评估、怎样阅读本报告；不写结论。",
        "Foreword (optional). Who asked for the evaluation, why, and how to read it; no findings.",
    ),
    "independence": Text(
        "独立性声明。评估机构、委托关系、与被评估单位有无利害关系、谁复核。一至三句，"
        "见“评估工作概况”。",
        "Statement of independence. The evaluator, who pays, any interest in the body evaluated, "
        "who reviewed. One to three sentences in the chapter on the evaluation.",
    ),
    "practices": Text(
        "经验做法。每条一个小标题（##）：做法、证据、可否推广。只写有凭证的。",
        "What worked. One heading (##) for each: what was done, what shows that it worked, whether "
        "it travels. Only what there is evidence for.",
    ),
    "causes": Text(
        "存在问题及原因。按目标设定、执行、数据、外部环境分述；把事实（引用数字）与判断分开。",
        "Problems and their causes: how targets were set, execution, data, circumstances. Keep "
        "facts (quote figures) apart from judgement.",
    ),
    "situation": Text(
        "形势变化。规划出台后政策、机构、统计口径、经济社会环境有何变化，对哪些指标有何影响。",
        "How circumstances changed since the plan: policies, bodies, definitions, the economy, and "
        "which indicators they touch.",
    ),
    "recommendations": Text(
        "对策建议。分继续推进、加力攻坚、调整完善；每条写明责任单位和时限。",
        "Recommendations: to go on with, to press, to adjust; each with who is to act and by when.",
    ),
    "indicator": Text(
        "对该指标的原因说明。一两段；不重复报告已算出的数字，需要时按名称引用。",
        "Why this indicator stands where it does. A paragraph or two; quote the figures the report "
        "has worked out by name instead of repeating them.",
    ),
}
"""What an author is asked for in each passage."""

_HOW = Text(
    "写在本注释之后；本注释不进入报告，没有正文的章节也不出现。\n"
    "引用数字写作 {{ counts.assessable }}，名称见 plan-eval list figures {job}；\n"
    "写完或核对后运行 plan-eval accept {job}，此后数字变动会提示。",
    "Write below this comment. The comment stays out of the report, and so does a chapter without "
    "text.\nQuote a figure as {{ counts.assessable }}; plan-eval list figures {job} names them "
    "all.\nRun plan-eval accept {job} when text and figures agree; changes are told from then on.",
)


def lay_out_narrative(
    folder: Path, *, job: str, languages: Iterable[str], indicators: Iterable[str] = ()
) -> list[Path]:
    """Write the files of a narrative that are not there yet, and return those written.

    Args:
        folder: The job's folder; made if it is not there.
        job: Name of the job, for the guide.
        languages: Languages to write in.
        indicators: Ids of indicators to be commented on.
    """
    names = {name: name for name in CHAPTERS} | {
        f"{INDICATORS}/{one}": "indicator" for one in indicators
    }
    written = []
    for language in languages:
        for name, guide in names.items():
            path = folder / FOLDER / language / f"{name}.md"
            if path.exists():
                continue
            how = _HOW.into(language).replace("{job}", job)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = f"<!--\n{GUIDES[guide].into(language)}\n{how}\n-->\n"
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return written
