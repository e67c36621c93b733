"""Reports of every odd shape, and how to look into the chapters made from them."""

import re

from evaluation_lib.report import sections
from evaluation_lib.report.blocks import (
    Block,
    SideBySide,
    Table,
    text_of,
)
from evaluation_lib.report.model import LatestFact, Report, TargetFact
from tests.report.builders import make_indicator_fact, make_observation, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
    make_many,
    make_sum_fact,
    make_yearly_fact,
)

CHAPTERS = (
    sections.cover,
    sections.contents,
    sections.basis,
    sections.overview,
    sections.indicator_table,
    sections.binding_indicators,
    sections.anticipatory_indicators,
    sections.data_quality,
    sections.methods,
    sections.limitations,
    sections.sources,
    sections.origins,
)
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def whole(report: Report) -> list[Block]:
    return [block for chapter in CHAPTERS for block in chapter(report)]


def flat(blocks):
    for block in blocks:
        yield block
        if isinstance(block, SideBySide):
            yield from flat(block.left)
            yield from flat(block.right)


def of_type(blocks, kind):
    return [block for block in flat(blocks) if isinstance(block, kind)]


def main_table(report):
    return of_type(sections.indicator_table(report), Table)[0]


def column(table, title):
    index = [one.title for one in table.columns].index(title)
    return [text_of(row.cells[index].spans) for row in table.rows]


def final_report():
    seen = tuple(make_observation(year, value) for year, value in ((2024, 44.0), (2025, 47.0)))
    done = make_indicator_fact(
        observations=seen,
        latest=LatestFact(**seen[-1].model_dump(), stale=False),
        progress=0.9375,
        time_share=1.0,
        verdict="basically_completed",
        status="basically_completed",
        outlook="observed_missed",
        probability_observed=True,
        forecast=None,
        forecast_reason="已有观测值，无须预测。",
        required_pace=None,
    )
    missed = done.model_copy(
        update={"number": 8, "id": "missed", "verdict": "not_completed", "status": "not_completed"}
    )
    return make_full_report(
        product="final",
        indicators=(done, missed, make_blank_fact()),
        evaluation_year=2025,
        time_share=1.0,
    )


ODD_REPORTS = {
    "one indicator": lambda: make_report(),
    "forty indicators": lambda: make_many(40),
    "nothing assessable": lambda: make_report(
        make_blank_fact(),
        make_blank_fact(number=3, id="third", nature="anticipatory", kind="stock"),
    ),
    "every kind": make_full_report,
    "a huge over-achievement": lambda: make_report(
        make_sum_fact(50.0, 65.0, verdict="achieved_early"), make_indicator_fact(progress=23.0)
    ),
    "negative values": lambda: make_report(
        make_indicator_fact(
            observations=(make_observation(2021, -3.0), make_observation(2022, -8.5)),
            latest=LatestFact(**make_observation(2022, -8.5).model_dump(), stale=True),
            progress=-0.6,
        ),
        make_indicator_fact(number=2, id="second"),
    ),
    "no forecast": lambda: make_report(
        make_indicator_fact(
            forecast=None, forecast_reason="只有1个年度观测值。", outlook="not_assessable"
        ),
        make_yearly_fact(3.72, 3.51),
    ),
    "a lower bound": lambda: make_report(
        make_indicator_fact(progress_is_lower_bound=True, number=5, id="bound"),
        make_sum_fact(1.0, 2.0, progress_is_lower_bound=True),
    ),
    "a falling indicator": lambda: make_report(
        make_indicator_fact(
            direction="lower",
            target=TargetFact(year=2025, comparison="<=", value=20.0),
            target_path={2021: 29.6, 2022: 27.2, 2023: 24.8, 2024: 22.4, 2025: 20.0},
            required_pace=-10.0,
            best_pace=-1.0,
        ),
        make_indicator_fact(number=2, id="second"),
    ),
    "the final product": final_report,
}
