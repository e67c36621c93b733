"""English titles, labels and alternative texts of the charts."""

WORDS: dict[str, str] = {
    "alt.year_value": "{value} in {year}",
    "alt.observed": "Observed values of {name} ({unit}): {values}",
    "alt.target": "target for {year}: {target}",
    "alt.forecast": "forecast median {median}, 80% interval {low} to {high}",
    "alt.probability": "probability of reaching the target {value}",
    "values.year": "Year",
    "values.observed": "Observed",
    "values.path": "Path to target",
    "values.difference": "Difference",
    "values.median": "Forecast median",
    "values.50": "50% interval",
    "values.80": "80% interval",
    "values.95": "95% interval",
    "values.judged": "Verdict",
    "values.chance": "Probability",
    "values.change": "Change",
    "values.sort": "Kind",
    "values.added": "In the year",
    "values.total": "Sum",
    "table.values_of": "{name} ({unit})",
    "trajectory.title_no_target": "{name}: {why}, values and direction only",
    "trajectory.title_observed_met": "{value} in {year}: the target of {target} is reached",
    "trajectory.title_observed_missed": "{value} in {year}: the target of {target} is missed",
    "trajectory.title_reached": (
        "{year} forecast median {median}, which reaches the target of {target}"
    ),
    "trajectory.title_inside": (
        "{year} forecast median {median}; the target of {target} lies only within the "
        "{level}% interval"
    ),
    "trajectory.title_within": (
        "{year} forecast median {median}; the target of {target} lies within the 50% interval"
    ),
    "trajectory.title_outside": (
        "{year} forecast median {median}; the target of {target} lies outside the 95% interval"
    ),
    "trajectory.title_plain": "{name}: observed values and target",
    "trajectory.title_below": "{value} in {year}, {gap} below the {due} that was due",
    "trajectory.title_above": "{value} in {year}, {gap} above the {due} that was due",
    "trajectory.measure": "{name}, {unit}",
    "trajectory.bands": "{years}: forecast median with 50, 80 and 95% intervals",
    "trajectory.axis": "the axis does not start at 0",
    "trajectory.history": "The forecast rests on {count} yearly values of this indicator.",
    "trajectory.ticks": "Grey ticks are rival models: {sentence}",
    "trajectory.gap_less": "{due} due in {year}, {gap} less",
    "trajectory.gap_more": "{due} due in {year}, {gap} more",
    "trajectory.path": "path to target (straight)",
    "trajectory.milestones": "yearly milestones",
    "trajectory.observed": "observed",
    "trajectory.target": "Target {value}",
    "trajectory.median": "Median {value}",
    "trajectory.lower": "{level}% lower {value}",
    "trajectory.upper": "{level}% upper {value}",
    "rivals.none": "{count} rival models give {low} to {high}; none reaches {target}.",
    "rivals.all": "{count} rival models give {low} to {high}; all reach {target}.",
    "rivals.some": "{count} rival models give {low} to {high}; {reaching} reach {target}.",
    "yearly.title_unknown": "No year has been reported",
    "yearly.title_met": "All {count} years known kept the threshold",
    "yearly.title_missed": (
        "{missed} of {count} years known missed the threshold, {year} by most: {gap}"
    ),
    "yearly.subtitle": "Difference from the yearly threshold of {target}, {unit}; bars start at 0",
    "yearly.subtitle_forecast": "; forecast years show the median (line) with 80 and 95% intervals",
    "yearly.forecast": "Forecast",
    "yearly.threshold": "Threshold {target}",
    "yearly.missing": "no value",
    "yearly.band": "{level}% interval",
    "yearly.alt_year": "{difference} from the threshold in {year}",
    "yearly.alt_forecast": "forecast for {year}: median {median}, 80% interval {low} to {high}",
    "yearly.alt_missing": "no value for {year}",
    "yearly.count": "{kept} of {count} years",
    "pace.title_never": "{needed} more needed a year, never reached so far",
    "pace.title_sometimes": "{needed} more needed a year, reached in {reached} of {count}",
    "pace.title_never_fall": "{needed} less needed a year, never reached so far",
    "pace.title_sometimes_fall": "{needed} less needed a year, reached in {reached} of {count}",
    "pace.subtitle": "Yearly change, {unit}",
    "pace.alt": "{title}; yearly changes: {changes}.",
    "pace.table": "{name}: yearly changes",
    "pace.seen": "observed",
    "pace.needed": "needed",
    "cumulative.title": "{total} added by {year}, {share} of the target of {target}",
    "cumulative.title_beyond": (
        "{total} added by {year}, {times} times the target of {target}, which no longer binds"
    ),
    "cumulative.title_no_target": "{total} added by {year}; {why}",
    "cumulative.subtitle": (
        "{name}, {unit}; light: earlier years, dark: the year itself, dashed: path to the target"
    ),
    "cumulative.alt": "added in each year: {values}",
    "overview.panel_binding": "Binding, {count}",
    "overview.panel_anticipatory": "Anticipatory, {count}",
    "overview.binding_assessable": "{count} assessable",
    "overview.binding_behind": "{count} short of their requirement",
    "overview.anticipatory_assessable": "{count} assessable",
    "overview.anticipatory_reached": "{count} on schedule",
    "overview.anticipatory_behind": "{count} behind",
    "overview.title_binding_all": "all {assessable} assessable binding indicators hold",
    "overview.title_binding_some": "{behind} binding indicators fall short",
    "overview.title_binding_no": "none of the {assessable} assessable binding indicators holds",
    "overview.title_binding_none": "none of the {count} binding indicators can be assessed",
    "overview.title_anticipatory_all": (
        "all {assessable} assessable anticipatory ones are on schedule"
    ),
    "overview.title_anticipatory_some": (
        "{reached} anticipatory ones are on schedule, {behind} behind"
    ),
    "overview.title_anticipatory_no": "all {assessable} assessable anticipatory ones are behind",
    "overview.title_anticipatory_none": "none of the {count} anticipatory ones can be assessed",
    "overview.anticipatory_assessable_final": "{count} assessable",
    "overview.anticipatory_reached_final": "{count} completed or basically completed",
    "overview.anticipatory_behind_final": "{count} not completed",
    "overview.title_anticipatory_all_final": (
        "all {assessable} assessable anticipatory ones are completed or basically completed"
    ),
    "overview.title_anticipatory_some_final": (
        "{reached} anticipatory ones are completed or basically completed, {behind} not"
    ),
    "overview.title_anticipatory_no_final": (
        "none of the {assessable} assessable anticipatory ones is completed"
    ),
    "overview.title_anticipatory_none_final": (
        "none of the {count} anticipatory ones can be assessed"
    ),
    "overview.title_separator": "; ",
    "overview.subtitle": (
        "Share done in {year} (% of the change planned to {target_year}); heavy line: share "
        "due, {due}"
    ),
    "overview.subtitle_outlook": (
        "; probability of reaching the target in {target_year}, middle line 0.5"
    ),
    "overview.due": "due {share}",
    "overview.target": "target 100",
    "overview.probability": "Probability",
    "overview.note_yearly": (
        "Indicators judged every year show each year; a missed year stays on record."
    ),
    "overview.note_beyond": "An arrow leads beyond the axis.",
    "overview.note_reported": "* Evidence of grades C to E only: as reported.",
    "overview.left_out": "{count} more are in the table of main indicators.",
    "overview.alt_row": "no. {number} {name}: {share}, {verdict}",
    "overview.table": "All indicators",
    "signature.title": "Share done, all indicators",
    "signature.due": "Share due",
    "signature.note": (
        "Bars are the share done of {count} main indicators (blue: on schedule; ochre: below), "
        "cut at 125%. Bars in pieces are judged every year, hollow where a year missed; dashed "
        "outlines cannot be assessed. Bold numbers are binding."
    ),
}
