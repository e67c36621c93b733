"""What stands below the canvas: probability, pace and verdict, of the report and as set."""

from __future__ import annotations

from html import escape

from evaluation_lib.assessment.outlook import OutlookWord
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.explore.figures.theme import ASSUMED
from evaluation_lib.inquiry import Answer
from evaluation_lib.report import numbers
from evaluation_lib.report.exhibits import Asked
from evaluation_lib.report.exhibits.asked import chance_text, pace_text
from evaluation_lib.report.style import BANDS, HAIRLINE, OBSERVED, verdict_style
from evaluation_lib.report.wording.explorer import explorer_words

_STEPS = (
    OutlookWord.VERY_UNLIKELY,
    OutlookWord.UNLIKELY,
    OutlookWord.UNCERTAIN,
    OutlookWord.LIKELY,
    OutlookWord.VERY_LIKELY,
)


def head_html(asked: Asked, answer: Answer, *, demonstration: bool) -> str:
    """Return number, name, place and day of what is looked at."""
    indicator = answer.assessment.indicator
    name = indicator.name if asked.language == "zh" else indicator.name_en
    tag = _say(asked, "demonstration") if demonstration else ""
    facts = [
        asked.names.jurisdiction(answer.jurisdiction),
        f"{_say(asked, 'as_of')} {answer.as_of.isoformat()}",
        asked.spoken[f"nature.{indicator.nature}"],
    ]
    return _framed(
        (f'<span class="pe-demo">{escape(tag)}</span>' if tag else "")
        + f'<span class="pe-name">{indicator.number}　{escape(name)}</span>'
        + f'<span class="pe-facts">{escape("　".join(facts))}</span>',
        asked,
    )


def title_html(asked: Asked, title: str, subtitle: str, *, with_key: bool) -> str:
    """Return the finding, the unit, and the key of the marks."""
    key = _key(asked) if with_key else ""
    return _framed(
        f'<div class="pe-title">{escape(title)}</div>'
        f'<div class="pe-subtitle">{escape(subtitle)}</div>{key}',
        asked,
    )


def chance_html(asked: Asked, before: Answer, after: Answer) -> str:
    """Return the probability as number, word and place on the five steps."""
    old, new = before.assessment, after.assessment
    year = new.indicator.target_year
    word = new.outlook.word
    title = _say(asked, "chance", year=year)
    steps = "".join(f'<b class="{"on" if one is word else ""}"></b>' for one in _STEPS)
    names = "".join(
        f'<em class="{"on" if one is word else ""}">{escape(asked.spoken.outlook(one))}</em>'
        for one in _STEPS
    )
    marks = _mark("▼", old.outlook.probability) + _mark("▽", new.outlook.probability)
    told = [
        _say(asked, "chance.report", value=chance_text(old)),
        _say(asked, "chance.asked", value=chance_text(new)),
    ]
    return _framed(
        f"<b>{escape(title)}</b><div>"
        f'<span class="pe-big" data-pe="probability">{escape(chance_text(new))}</span>'
        f'<span class="pe-word">{escape(asked.spoken.outlook(word))}</span></div>'
        f'<div class="pe-steps" aria-hidden="true">{marks}{steps}{names}</div>'
        f'<div class="pe-subtitle">{escape("　".join(told))}</div>',
        asked,
    )


def pace_html(asked: Asked, before: Answer, after: Answer) -> str:
    """Return what is needed a year beside what was ever reached."""
    old, new = before.assessment, after.assessment
    rows = [
        ("pace.required", old, old.pace.required, OBSERVED),
        ("pace.asked", new, new.pace.required, ASSUMED),
        ("pace.last", new, new.pace.last, HAIRLINE),
        ("pace.best", new, new.pace.best, HAIRLINE),
    ]
    longest = max((abs(value) for _, _, value, _ in rows if value is not None), default=0.0) or 1.0
    lines = []
    for key, judged, value, colour in rows:
        width = 0.0 if value is None else 100 * abs(value) / longest
        mark = ' data-pe="pace"' if key == "pace.asked" else ""
        lines.append(
            f"<span>{escape(_say(asked, key))}</span>"
            f'<span><b style="width:{width:.1f}%;background:{colour}"></b></span>'
            f"<span{mark}>{escape(pace_text(asked, judged, value))}</span>"
        )
    return _framed(
        f'<b>{escape(_say(asked, "pace"))}</b><div class="pe-bars">{"".join(lines)}</div>', asked
    )


def conclusion_html(asked: Asked, before: Answer, after: Answer) -> str:
    """Return status, outlook and verdict of the report and as set."""
    rows = [
        ("row.status", [_verdict(asked, one.assessment.status) for one in (before, after)]),
        (
            "row.outlook",
            [escape(asked.spoken.outlook(one.assessment.outlook.word)) for one in (before, after)],
        ),
        ("row.verdict", [_verdict(asked, one.assessment.verdict) for one in (before, after)]),
        ("row.interval", [_interval(asked, one.assessment) for one in (before, after)]),
    ]
    year, level = after.assessment.indicator.target_year, asked.setting.level
    body = "".join(
        f"<tr><th scope='row'>{escape(asked.say(key, period=year, level=level))}</th>"
        f'<td>{old}</td><td data-pe="{key.removeprefix("row.")}">{new}</td></tr>'
        for key, (old, new) in rows
    )
    heads = ("conclusion", "conclusion.report", "conclusion.asked")
    head = "".join(f"<th scope='col'>{escape(_say(asked, one))}</th>" for one in heads)
    return _framed(
        f'<table class="pe-both"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>', asked
    )


def cell_html(asked: Asked, texts: list[str]) -> str:
    """Return one finding with its source, cell and quote, in the order of `question_texts`."""
    keys = ("period", "value", "severity", "finding", "source", "cell", "raw")
    rows = "".join(
        f"<tr><th scope='row'>{escape(asked.say(f'quality.{key}'))}</th>"
        f'<td data-pe="{key}">{escape(text)}</td></tr>'
        for key, text in zip(keys, texts, strict=True)
    )
    return _framed(f'<table class="pe-both"><tbody>{rows}</tbody></table>', asked)


def announced(asked: Asked, title: str, after: Answer) -> str:
    """Return what a screen reader is told once the numbers have settled."""
    verdict = asked.spoken.verdict(after.assessment.verdict)
    return _say(asked, "announced", title=title, verdict=verdict)


def _verdict(asked: Asked, verdict: str) -> str:
    style = verdict_style(verdict)
    return (
        f'<span style="color:{style.ink};white-space:nowrap"><svg aria-hidden="true" width="12" '
        f'height="12" viewBox="0 0 12 12"><path fill="{style.ink}" fill-rule="evenodd" '
        f'd="{style.path}"/></svg> {escape(asked.spoken.verdict(verdict))}</span>'
    )


def _interval(asked: Asked, assessment: Assessment) -> str:
    forecast, year = assessment.outlook.forecast, assessment.indicator.target_year
    if forecast is None or year not in forecast.years:
        return numbers.NO_VALUE
    decimals = assessment.indicator.decimals
    low, high = (
        numbers.decimal(one, decimals, language=asked.language)
        for one in forecast.interval(year, asked.setting.level / 100)
    )
    return escape(asked.say("span", low=low, high=high))


def _mark(glyph: str, probability: float | None) -> str:
    """Return a pointer above the five steps, each a fifth wide as the words have it."""
    return "" if probability is None else f'<u style="left:{100 * probability:.1f}%">{glyph}</u>'


def _key(asked: Asked) -> str:
    bands = "".join(
        f'<span><i style="background:{colour};border-width:1px"></i>'
        f"{escape(_say(asked, 'band', level=level))}</span>"
        for level, colour in BANDS.items()
    )
    lines = (("observed", f"2px solid {OBSERVED}"), ("median", f"2px dotted {OBSERVED}"),
             ("path", "2px dashed #1A2430"), ("assumed", f"2px solid {ASSUMED}"))  # fmt: skip
    drawn = "".join(
        f'<span><i style="height:0;border:0;border-top:{rule};vertical-align:4px"></i>'
        f"{escape(_say(asked, key))}</span>"
        for key, rule in lines
    )
    return f'<div class="pe-key">{bands}{drawn}</div>'


def _say(asked: Asked, key: str, **values: object) -> str:
    return explorer_words(asked.language, key, **values)


def _framed(inner: str, asked: Asked) -> str:
    tag = "en" if asked.language == "en" else "zh-CN"
    return f'<div class="pe" lang="{tag}">{inner}</div>'
