"""What evaluators wrote, held against the plan and put into the report."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from evaluation_lib.errors import AuthoredError, listed
from evaluation_lib.plan.model import Plan
from evaluation_lib.report.authored.narrative import INDICATORS, Passage
from evaluation_lib.report.model_authored import PassageFact


def passage_facts(
    passages: Iterable[Passage], plan: Plan, language: str
) -> tuple[PassageFact, ...]:
    """Return the passages in `language` that say something.

    Raises:
        AuthoredError: A note, in whichever language, is on an indicator the plan does not have.
    """
    known = [one.id for one in plan.indicators]
    faults = []
    for one in passages:
        head, _, indicator = one.name.partition("/")
        if head == INDICATORS and indicator not in known:
            near = get_close_matches(indicator, known, n=1)
            hint = f" Did you mean {near[0]}.md?" if near else ""
            faults.append(f"{one.file}: the plan has no indicator {indicator!r}.{hint}")
    if faults:
        raise AuthoredError(listed(faults))
    return tuple(
        PassageFact(name=one.name, file=one.file, text=one.text)
        for one in passages
        if one.language == language and one.text.strip()
    )
