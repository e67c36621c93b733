"""What is wrong with a job, in sentences: its settings, and what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from evaluation_lib.errors import AuthoredError, JobError, PlanError
from evaluation_lib.language import Language
from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.plan.weights import read_weights
from evaluation_lib.publish.choices import Format, Frequency, Layout, Model, Product, Scale
from evaluation_lib.publish.job import Job
from evaluation_lib.publish.job_data import find_lost, place_of
from evaluation_lib.publish.parameters import JOB_PARAMETERS, PARAMETERS_TAG, parameter_names
from evaluation_lib.report.brand import Brand, Signatory
from evaluation_lib.report.logo import read_logo


def fault_sentences(error: ValidationError) -> Iterator[str]:
    """Yield each fault of a job's settings as a sentence with key, value found and way out."""
    allowed = {
        "due": Frequency,
        "product": Product,
        "languages": Language,
        "formats": Format,
        "model": Model,
        "layout": Layout,
        "judged_as": Scale,
    }
    for fault in error.errors():
        inner = fault["loc"][:1] == ("brand",)
        key = ".".join(map(str, fault["loc"] if inner else fault["loc"][:1]))
        match fault["type"]:
            case "missing":
                yield f"key {key} is missing."
            case "extra_forbidden":
                known = list(_keys_beside(fault["loc"]))
                near = nearest_word(str(fault["loc"][-1]), known)
                yield f"key {key} is not known.{near} Keys: {', '.join(known)}."
            case "enum":
                found = str(fault["input"])
                words = [str(word) for word in allowed[key]]
                yield (
                    f"{key}: found {found!r}; use one of {', '.join(words)}."
                    f"{nearest_word(found, words)}"
                )
            case "string_pattern_mismatch":
                yield f"{key}: found {fault['input']!r}; use six-digit GB/T 2260 codes."
            case "model_type" if not inner:
                yield f"found {fault['input']!r}; expected keys such as product, plan, as_of."
            case _:
                message = fault["msg"].removeprefix("Value error, ")
                yield f"{key}: found {fault['input']!r}; {message[:1].lower()}{message[1:]}."


def _keys_beside(place: tuple[int | str, ...]) -> Iterable[str]:
    """Return the keys that are known where an unknown one was found."""
    if "signatories" in place:
        return Signatory.model_fields
    return Brand.model_fields if place[0] == "brand" and len(place) > 1 else Job.model_fields


def find_lost_references(job: Job, root: Path) -> Iterator[str]:
    """Yield what `job` names below the folder `root` and is not there, or does not fit."""
    try:
        plan = read_plan(root / job.plan)
    except PlanError as error:
        yield f"plan: {error}"
    else:
        places = [one.code for one in plan.jurisdictions]
        yield from _unknown("jurisdictions", job.jurisdictions, places, job)
        indicators = [one.id for one in plan.indicators]
        yield from _unknown("indicators", job.indicators, indicators, job)
        yield from _refused_choices(job, plan, root)
    yield from find_lost(place_of(job.observations, root))
    if job.brand and job.brand.logo:
        try:
            read_logo(root / job.brand.logo)
        except AuthoredError as error:
            yield f"brand: {error}"
    if job.previous and not (root / job.previous).exists():
        yield f"previous: {root / job.previous}: no such report, nor a folder of reports."
    for key, folder in (("folder", job.folder), ("fonts", job.fonts)):
        if folder and not (root / folder).is_dir():
            yield f"{key}: {root / folder}: no such folder."
    notebook = root / job.notebook_path
    if not notebook.is_file():
        yield f"notebook: {notebook}: no such notebook."
        return
    try:
        known = parameter_names(notebook)
    except JobError as error:
        yield f"notebook: {error}"
        return
    for name in (*JOB_PARAMETERS, *job.choices):
        if name not in known:
            yield (
                f"notebook: {notebook}: its cell tagged {PARAMETERS_TAG} does not set {name}."
                f"{nearest_word(name, known)} It sets {', '.join(known) or 'nothing'}."
            )


def _unknown(key: str, wanted: Iterable[str], known: Sequence[str], job: Job) -> Iterator[str]:
    for word in wanted:
        if word not in known:
            yield (
                f"{key}: found {word!r}, which {job.plan} does not name."
                f"{nearest_word(word, known)} It names {', '.join(known)}."
            )


def _refused_choices(job: Job, plan: Plan, root: Path) -> Iterator[str]:
    try:
        plan.with_cut_offs(job.choices.get("cut_offs", ""))
        if job.weights:
            read_weights(root / job.weights, plan)
    except PlanError as error:
        yield f"settings: {error}"


def nearest_word(word: str, known: Iterable[str]) -> str:
    """Return a question naming the word in `known` next to `word`; blank where none is near."""
    near = get_close_matches(word, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
