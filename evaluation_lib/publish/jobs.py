"""Which reports to make: the jobs of `evaluations.yml`, checked before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from evaluation_lib.errors import JobError, PlanError, listed
from evaluation_lib.language import Language
from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.plan.weights import read_weights
from evaluation_lib.publish.choices import NOTEBOOKS, Format, Model, Product
from evaluation_lib.publish.job_data import find_lost, place_of
from evaluation_lib.publish.parameters import JOB_PARAMETERS, PARAMETERS_TAG, parameter_names
from evaluation_lib.publish.strict_yaml import StrictLoader


def _each_once(values: Any) -> Any:
    if not isinstance(values, list):
        return values
    if repeated := sorted({str(one) for one in values if values.count(one) > 1}):
        raise ValueError(f"{', '.join(repeated)} stands there twice")
    return values


def _code_as_text(value: Any) -> Any:
    # YAML reads a code without quotes as a number; GB/T 2260 codes never begin with 0.
    return str(value) if isinstance(value, int) else value


def _pairs(values: Any) -> Any:
    # Jobs are keys of mappings, so they hold none.
    return tuple(sorted(values.items())) if isinstance(values, dict) else values


Code = Annotated[str, BeforeValidator(_code_as_text), Field(pattern=r"^\d{6}$")]


class Job(BaseModel):
    """One entry of `evaluations.yml`; paths are relative to that file.

    Attributes:
        notebook: Notebook to run instead of the product's own.
        cut_offs: Cut-offs that take the place of the plan's, by name.
        weights: File of weights; blank for a report without a score.
        model: Model whose forecasts decide; None for the usual one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    product: Product
    plan: str = Field(min_length=1)
    jurisdictions: Annotated[tuple[Code, ...], BeforeValidator(_each_once)] = Field(min_length=1)
    observations: str = Field(min_length=1)
    as_of: date
    languages: Annotated[tuple[Language, ...], BeforeValidator(_each_once)] = Field(
        default=(Language.ZH,), min_length=1
    )
    formats: Annotated[tuple[Format, ...], BeforeValidator(_each_once)] = tuple(Format)
    notebook: str = ""
    cut_offs: Annotated[tuple[tuple[str, float], ...], BeforeValidator(_pairs)] = ()
    weights: str = ""
    model: Model | None = None

    @property
    def choices(self) -> dict[str, str]:
        """Return what the job sets beyond what every job sets, by notebook parameter."""
        cut_offs = ", ".join(f"{name}={value!r}" for name, value in self.cut_offs)
        given = (("cut_offs", cut_offs), ("weights", self.weights), ("model", self.model))
        return {name: str(value) for name, value in given if value}

    @property
    def notebook_path(self) -> str:
        """Return the notebook to run, relative to the job file."""
        return self.notebook or NOTEBOOKS[self.product]


@dataclass(frozen=True, slots=True)
class Edition:
    """One report of a job: one jurisdiction in one language.

    Attributes:
        root: Folder of the job file, from which the job's paths start.
    """

    name: str
    job: Job
    jurisdiction: str
    language: Language
    root: Path

    @property
    def title(self) -> str:
        """Return the words that name the report in messages."""
        return f"{self.name} {self.jurisdiction} {self.language}"

    @property
    def folder(self) -> Path:
        """Return the report's folder below the output folder."""
        return Path(self.name, self.jurisdiction, str(self.language))

    @property
    def plan(self) -> Path:
        """Return the plan folder."""
        return self.root / self.job.plan

    @property
    def observations(self) -> Path | str:
        """Return the folder or file of observations, or the address of their database."""
        return place_of(self.job.observations, self.root)

    @property
    def weights(self) -> Path | None:
        """Return the file of weights, None where the job asks for no score."""
        return self.root / self.job.weights if self.job.weights else None

    @property
    def notebook(self) -> Path:
        """Return the notebook to run."""
        return self.root / self.job.notebook_path


def read_jobs(path: str | Path) -> dict[str, Job]:
    """Read the job file `path`.

    Raises:
        JobError: The file cannot be read as jobs; the message lists every fault with job and key.
    """
    path = Path(path)
    entries = _entries(path)
    faults: list[str] = []
    jobs: dict[str, Job] = {}
    for name, settings in entries.items():
        where = f"{path}: job {name}"
        if not _is_folder_name(name):
            faults.append(f"{where}: name it in small letters, digits and hyphens.")
        try:
            jobs[name] = Job.model_validate(settings)
        except ValidationError as error:
            faults += [f"{where}: {sentence}" for sentence in _sentences(error)]
    if faults:
        raise JobError(listed(faults))
    return jobs


def editions(path: str | Path, names: Iterable[str] = ()) -> list[Edition]:
    """Return the reports that the jobs `names` of the job file `path` ask for, in its order.

    Args:
        path: The job file.
        names: Jobs to run; all of them if none is named.

    Raises:
        JobError: A job is not there, or names a plan, notebook, parameter, source or jurisdiction
            that does not exist; every fault is listed.
    """
    path = Path(path)
    jobs = read_jobs(path)
    wanted = list(names) or list(jobs)
    faults = [
        f"{path}: no job is called {name!r}.{_nearest(name, jobs)} Jobs: {', '.join(jobs)}."
        for name in wanted
        if name not in jobs
    ]
    chosen = {name: job for name, job in jobs.items() if name in wanted}
    for name, job in chosen.items():
        faults += [f"{path}: job {name}, {fault}" for fault in _lost_references(job, path.parent)]
    if faults:
        raise JobError(listed(faults))
    return [
        Edition(name, job, jurisdiction, language, path.parent)
        for name, job in chosen.items()
        for jurisdiction in job.jurisdictions
        for language in job.languages
    ]


def _entries(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=StrictLoader)
    except FileNotFoundError as error:
        raise JobError(
            f"{path}: no such job file; name one with --jobs-file or change to its folder."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise JobError(f"{path}: cannot be read as UTF-8 text: {error}.") from error
    except yaml.YAMLError as error:
        raise JobError(f"{path}: not valid YAML: {' '.join(str(error).split())}.") from error
    jobs = content.get("jobs") if isinstance(content, dict) else None
    if not isinstance(jobs, dict) or not jobs:
        raise JobError(f"{path}: expected a key jobs: with the jobs by name below it.")
    if unknown := sorted(str(key) for key in content if key != "jobs"):
        raise JobError(f"{path}: key {', '.join(unknown)} is not known; use jobs.")
    return {str(name): settings for name, settings in jobs.items()}


def _is_folder_name(name: str) -> bool:
    return (
        name.isascii()
        and name[:1].isalnum()
        and name == name.lower()
        and (name.replace("-", "").replace("_", "").isalnum())
    )


def _sentences(error: ValidationError) -> Iterator[str]:
    allowed = {"product": Product, "languages": Language, "formats": Format, "model": Model}
    for fault in error.errors():
        key = str(fault["loc"][0]) if fault["loc"] else ""
        match fault["type"]:
            case "missing":
                yield f"key {key} is missing."
            case "extra_forbidden":
                known = list(Job.model_fields)
                yield f"key {key} is not known.{_nearest(key, known)} Keys: {', '.join(known)}."
            case "enum":
                found = str(fault["input"])
                words = [str(word) for word in allowed[key]]
                yield (
                    f"{key}: found {found!r}; use one of {', '.join(words)}."
                    f"{_nearest(found, words)}"
                )
            case "string_pattern_mismatch":
                yield f"{key}: found {fault['input']!r}; use six-digit GB/T 2260 codes."
            case "model_type":
                yield f"found {fault['input']!r}; expected keys such as product, plan, as_of."
            case _:
                message = fault["msg"].removeprefix("Value error, ")
                yield f"{key}: found {fault['input']!r}; {message[:1].lower()}{message[1:]}."


def _lost_references(job: Job, root: Path) -> Iterator[str]:
    try:
        plan = read_plan(root / job.plan)
    except PlanError as error:
        yield f"plan: {error}"
    else:
        yield from _unknown_jurisdictions(job, plan)
        yield from _refused_choices(job, plan, root)
    yield from find_lost(place_of(job.observations, root))
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
                f"{_nearest(name, known)} It sets {', '.join(known) or 'nothing'}."
            )


def _unknown_jurisdictions(job: Job, plan: Plan) -> Iterator[str]:
    known = [one.code for one in plan.jurisdictions]
    for code in job.jurisdictions:
        if code not in known:
            yield (
                f"jurisdictions: found {code!r}, which {job.plan} does not name."
                f"{_nearest(code, known)} It names {', '.join(known)}."
            )


def _refused_choices(job: Job, plan: Plan, root: Path) -> Iterator[str]:
    try:
        plan.with_cut_offs(job.choices.get("cut_offs", ""))
        if job.weights:
            read_weights(root / job.weights, plan)
    except PlanError as error:
        yield f"settings: {error}"


def _nearest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
