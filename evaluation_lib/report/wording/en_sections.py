"""English headings, column titles, labels and notes of the chapters."""

WORDS: dict[str, str] = {
    "cover.eyebrow": "Third-party evaluation",
    "cover.plan_title": "{plan}",
    "cover.kind_annual": "Monitoring report {year}",
    "cover.kind_midterm": "Mid-term evaluation",
    "cover.kind_comparison": "Comparison of counties {year}",
    "cover.kind_final": "Final evaluation",
    "cover.line": "Data to 31 December {year}, {share} of the time elapsed",
    "cover.organisation": "Responsible body",
    "cover.as_of": "As of",
    "cover.evaluator": "Evaluator",
    "cover.evaluator_blank": "to be entered by the evaluator",
    "cover.plan_version": "Plan version",
    "cover.jurisdiction": "Jurisdiction",
    "cover.versions": "Data and method",
    "cover.versions_value": "{data}; {method}",
    "cover.warning": (
        "This report uses invented demonstration values. They show layout and method, say "
        "nothing about the place named, and must not be quoted."
    ),
    "contents.title": "Contents",
    "basis.title": "About this evaluation",
    "basis.ground_title": "Ground",
    "basis.scope_title": "Scope",
    "basis.period_title": "Period",
    "basis.method_title": "Method",
    "basis.data_title": "Data",
    "basis.limits_title": "Limitations",
    "basis.independence_title": "Independence",
    "basis.ground": (
        "The evaluation rests on the {plan} ({version}, {organisation}) and follows its table "
        "of main indicators row by row."
    ),
    "basis.scope": (
        "It covers the {count} main indicators of the {start}–{end} plan in {place} ({code}): "
        "{binding} binding, {anticipatory} anticipatory."
    ),
    "basis.period": (
        "The evaluation looks at the data as published by {as_of}. The year judged is {year}. "
        "Counted from {baseline_year}, {elapsed} of {planned} years have passed: a time share "
        "of {share}."
    ),
    "basis.method": (
        "Each indicator gets a status (against the schedule) and an outlook (whether the "
        "target will be reached); the two are never merged into one score, and the verdict on "
        "a binding indicator is the worse of them. Formulas, cut-offs and words stand in the "
        "chapter on methods, version {method_version}."
    ),
    "basis.data": (
        "The evaluation uses {values} observed values from {sources} sources. Source, place, "
        "date of publication and evidence grade of each value follow each indicator. Data "
        "version {data_version}."
    ),
    "basis.units": (
        "Values keep the plan's own units, such as multiples of 10,000 or of 100 million, so that "
        "they can be found again there. Quotations, cells of workbooks and what departments wrote "
        "stay in the original Chinese."
    ),
    "basis.demonstration": (
        "The observations include invented demonstration values: the findings describe no real "
        "place and must not be quoted."
    ),
    "basis.not_broken_down": (
        "{count} targets are not broken down to this jurisdiction and are left out of the "
        "assessable."
    ),
    "basis.pending": "{count} have no target in the plan and are left out of the assessable.",
    "basis.findings": "The checks list {count} findings; see the chapter on data quality.",
    "basis.without_data": "{count} indicators have a target but not the data to be judged.",
    "basis.limits": "This report states {limitations} limitations; see the chapter on them.",
    "overview.section": "The plan as a whole",
    "overview.aside": "Can be read in a minute",
    "counts.reached": "on or ahead of schedule",
    "counts.behind": "behind or not met",
    "counts.not_assessable": "not assessable",
    "counts.reached_final": "completed or basically completed",
    "counts.behind_final": "not completed",
    "counts.not_assessable_final": "not assessable",
    "counts.of_assessable": "{share} of the {total} assessable",
    "counts.of_all": "{share} of all {total}",
    "counts.left_out": "left out of both shares above",
    "counts.word": "{word} {count}",
    "counts.not_broken_down": "target not broken down {count}",
    "counts.pending": "no target {count}",
    "counts.without_data": "target but not enough data {count}",
    "counts.of_them_binding": "of them binding {count}",
    "counts.note_binding": (
        "Squares carry the number of the indicator; a black bar marks the {count} binding "
        "ones. “Assessable” means with a target and with data; both denominators are shown, "
        "because the choice changes the headline."
    ),
    "counts.note": (
        "Squares carry the number of the indicator. “Assessable” means with a target and with "
        "data; both denominators are shown, because the choice changes the headline."
    ),
    "reliability.title": "How sure this is",
    "reliability.evidence": "Evidence",
    "reliability.grade": "grade {grade}: {count}",
    "quality.among": "{shown} and others, {count} in all",
    "reliability.methods": "Methods",
    "reliability.disagree": "the methods disagree on {count}: ",
    "reliability.data": "Data",
    "reliability.findings": "{count} findings",
    "reliability.errors": "{count} findings, {errors} of them errors",
    "indicators.title": "Main indicators",
    "indicators.aside": "Binding indicators first; numbers are the plan’s",
    "indicators.table": "Main indicators in {year}: of {count}, {parts}",
    "indicators.reached": "{count} on schedule or better",
    "indicators.behind": "{count} behind or not met",
    "indicators.unassessable": "{count} not assessable",
    "indicators.reached_final": "{count} completed or basically completed",
    "indicators.behind_final": "{count} not completed",
    "indicators.unassessable_final": "{count} not assessable",
    "indicators.binding": "Binding indicators",
    "indicators.anticipatory": "Anticipatory indicators",
    "indicators.count": "{count}, of which {assessable} assessable",
    "column.number": "No.",
    "column.indicator": "Indicator",
    "column.unit": "Unit",
    "column.nature": "Nature",
    "column.baseline": "{baseline_year} baseline",
    "column.target": "{target_year} target",
    "column.latest": "Latest",
    "column.year": "Year",
    "column.progress": "Done (%)",
    "column.due": "Due (%)",
    "column.pace": "Needed a year / best year",
    "column.probability": "Probability",
    "column.outlook": "Outlook",
    "column.verdict": "Verdict",
    "column.evidence": "Evidence",
    "target.pending": "None yet",
    "target.pending_long": "No target",
    "target.not_broken_down": "Not broken down",
    "target.not_broken_down_long": "Target not broken down to this jurisdiction",
    "latest.missing": "No value",
    "due.every_year": "yearly",
    "pace.done": "reached",
    "pace.every_year": "{target} a year",
    "pace.keep": "keep {target}",
    "suffix.missed": " ({years})",
    "suffix.stricter": " (stricter rule)",
    "suffix.reported": " (as reported)",
    "notes.reading": "How to read: ",
    "notes.definitions": "Definitions: ",
    "notes.cut_offs": "Cut-offs: ",
    "notes.outlook": "Words of probability: ",
    "notes.evidence": "Evidence: ",
    "notes.tint": "Tinted rows are binding.",
    "notes.bar": (
        "The bar is the share done, the heavy tick the share due, the light tick the target "
        "(100%); an arrow means beyond."
    ),
    "notes.stale": "A year with * is older than the year judged, whose value is not out yet.",
    "notes.not_broken_down": (
        "“Not broken down”: the plan sets the target for the whole, not for this jurisdiction."
    ),
    "notes.lower_bound": "“≥” is a lower bound: a year is missing, or the value itself is a bound.",
    "notes.progress": "Done = (latest − baseline) ÷ (target − baseline).",
    "notes.cumulative": (
        "No. {numbers}: sum of the years of the plan ÷ target; the baseline is a reference only."
    ),
    "notes.yearly": "No. {numbers}: each year against the threshold; no share is formed.",
    "notes.pace": (
        "Needed a year is what each remaining year must add; bold where no year ever added as much."
    ),
    "indicator.evidence": "Evidence {grade}",
    "indicator.note": "Note of the plan: {note}",
    "indicator.no_forecast": "No forecast: {reason}",
    "strip.baseline": "{year} baseline",
    "strip.latest": "{year} value",
    "strip.latest_none": "Latest value",
    "strip.stale": "older value",
    "strip.target": "{year} target",
    "strip.status": "Status",
    "strip.verdict": "Verdict",
    "strip.stricter": "stricter rule, verdict: {verdict}",
    "strip.outlook": "Outlook",
    "strip.probability": "probability {value}",
    "card.difference": "{difference} from the threshold",
    "card.missing": "no value",
    "card.coming": "not due yet",
    "card.median": "forecast median",
    "card.probability": "probability {value}",
    "short.known": "Known",
    "short.reason": "Finding",
    "short.baseline": "{year} baseline {value}",
    "short.target": "{year} target {value}",
    "short.notice": "Notice",
    "no_verdict.no_target_no_data": "{why}, and no value",
    "no_verdict.no_target": "{why}; {value} in {year}",
    "no_verdict.no_target_trend": "{why}; {value} in {year}, {trend}",
    "no_verdict.no_data": "Target, but no value reported or published",
    "no_verdict.not_enough": "Target, but not enough data to judge",
    "arithmetic.title": "Check it with a calculator",
    "arithmetic.forecast": "Forecast",
    "methods.agree": "All {count} point the same way: {said}",
    "methods.says": "{method}: {word}",
    "methods.label": "Methods",
    "methods.disagree": "The {count} disagree: {said}",
    "methods.together": "Together",
    "methods.differ": "≠ differ",
    "methods.same": "agree",
    "methods.table": "Methods compared on {count} indicators: they differ on {differing}",
    "methods.table_agree": "Methods compared on {count} indicators: they agree on all",
    "observations.parts": "Parts of a year (for reference, never scaled up to a year): {parts}",
    "observations.part": "{value} in {period} ({place})",
    "methods.value": " ({value})",
    "observations.title": "Observed values: {name} ({unit})",
    "observations.period": "Period",
    "observations.value": "Value",
    "observations.source": "Source",
    "observations.cell": "Place",
    "observations.published_on": "Published",
    "observations.evidence": "Evidence",
    "observations.synthetic": " (demonstration)",
    "quality.title": "Data quality",
    "quality.none": "The checks found nothing.",
    "quality.counts": "The checks list {count} findings: {parts}.",
    "quality.count_error": "{count} errors (value not used)",
    "quality.count_warning": "{count} warnings (used, to be explained)",
    "quality.count_note": "{count} notes",
    "quality.table": "Findings in the data",
    "quality.severity": "Severity",
    "quality.indicator": "Indicator",
    "quality.period": "Period",
    "quality.text": "Finding",
    "quality.place": "Source and place",
    "method_chapter.title": "Methods",
    "method_chapter.formulas": "Share done and share due",
    "method_chapter.verdicts": "Verdicts and cut-offs",
    "method_chapter.verdict_table": "Verdicts",
    "method_chapter.condition": "Condition",
    "method_chapter.outlook": "Outlook",
    "method_chapter.outlook_table": "Words of probability",
    "method_chapter.named": "Methods compared",
    "method_chapter.binding": (
        "The verdict on a binding indicator is the worse of status and outlook. A year that "
        "missed its threshold stays on record after recovery. Binding indicators cannot be "
        "“basically completed”. Indicators without a target count neither in the numerator nor "
        "among the assessable."
    ),
    "method_chapter.forecast": (
        "The outlook follows from a predictive distribution: the probability is the part of it "
        "that reaches the target, and the median stands with its 50, 80 and 95% intervals. "
        "Intervals of short series cannot be tested on their own history, so the number of "
        "observations is stated with each."
    ),
    "method_chapter.side": (
        "{names}: each is computed as published, shown side by side and never averaged; where "
        "they disagree, this is said."
    ),
    "formula.stock": (
        "done = (latest − baseline) ÷ (target − baseline); due = (latest year − base year) ÷ "
        "(target year − base year), or the plan’s milestone where it has one."
    ),
    "formula.rate": "as for a year-end stock; gaps are in percentage points.",
    "formula.cumulative": (
        "done = sum of the years of the plan ÷ target; the baseline is a reference only; with "
        "a year missing the sum is a lower bound."
    ),
    "formula.annual_flow": (
        "each year against the threshold, never summed or averaged; a missed year stays on record."
    ),
    "formula.maintain": (
        "kept or not, year by year; the target equals the baseline, so no share is formed."
    ),
    "condition.achieved_early": "the target is reached",
    "condition.ahead": "done ÷ due ≥ {ahead}",
    "condition.on_schedule": "done ÷ due ≥ {on_schedule}",
    "condition.slightly_behind": "done ÷ due ≥ {slightly_behind}",
    "condition.well_behind": "done ÷ due < {slightly_behind}",
    "condition.met": "judged every year: every year due kept its threshold",
    "condition.not_met": "judged every year: a year missed its threshold",
    "condition.not_assessable": "no target here, or not enough data",
    "condition.completed_final": (
        "the value of the target year reaches the target; where each year is judged, every "
        "year kept its threshold"
    ),
    "condition.basically_completed_final": (
        "anticipatory only: at least {share} done, target not reached"
    ),
    "condition.not_completed_final": (
        "any other target not reached; where each year is judged, a year missed its threshold"
    ),
    "condition.not_assessable_final": "no target here, or no value for the target year",
    "limitations.title": "Limitations",
    "sources.title": "Sources",
    "sources.table": "{count} sources",
    "sources.name": "Title",
    "sources.kind": "Kind",
    "sources.published_on": "Published",
    "sources.values": "Values used",
    "sources.note": "Note",
}
