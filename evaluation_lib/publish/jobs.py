"""Which reports to make: the jobs of `evaluations.yml`, checked before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from evaluation_lib.errors import EvaluationError, JobError, listed
from evaluation_lib.publish.job import Edition, Job
from evaluation_lib.publish.job_faults import fault_sentences, find_lost_references, nearest_word
from evaluation_lib.publish.job_matrix import expanded, resolved
from evaluation_lib.publish.strict_yaml import StrictLoader

_KEYS = ("jobs", "notify")
# Windows keeps these names for itself, whatever folder they are asked for in.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(10))}
_PUBLIC = "-public"


def read_jobs(path: str | Path) -> dict[str, Job]:
    """Read the job file `path`.

    Raises:
        JobError: The file cannot be read as jobs; the message lists every fault with job and key.
    """
    path = Path(path)
    faults: list[str] = []
    jobs: dict[str, Job] = {}
    for entry, name, settings in _expanded_entries(path):
        where = f"{path}: job {name}"
        if not _is_folder_name(name):
            faults.append(f"{where}: name it in small letters, digits and hyphens.")
        if name in jobs:
            faults.append(
                f"{where}: entry {entry} makes a job of this name, and so does another; their "
                "reports would share a folder. Rename the entry, or name its plans as in "
                "plan: {name: folder}."
            )
        try:
            jobs[name] = Job.model_validate(resolved(settings, path.parent))
        except EvaluationError as error:
            faults.append(f"{where}: {error}")
        except ValidationError as error:
            faults += [f"{where}: {sentence}" for sentence in fault_sentences(error)]
    if faults:
        raise JobError(listed(faults))
    return jobs


def editions(
    path: str | Path,
    names: Iterable[str] = (),
    *,
    as_of: date | None = None,
    public: bool = False,
) -> list[Edition]:
    """Return the reports that the jobs `names` of the job file `path` ask for, in its order.

    Args:
        path: The job file.
        names: Jobs to run, or public versions of jobs; all jobs if none is named.
        as_of: Day in place of the one each job sets; None for the job's own.
        public: Whether to make the public version of each, which is a job of its own name.

    Raises:
        JobError: A job is not there, or names a plan, notebook, parameter, source or jurisdiction
            that does not exist; every fault is listed.
    """
    path = Path(path)
    jobs = read_jobs(path)
    wanted = [job for name in names for job in _named(path, name)] or list(jobs)
    faults = [
        f"{path}: no job is called {name!r}.{nearest_word(name, jobs)} Jobs: {', '.join(jobs)}."
        for name in wanted
        if name not in jobs and name.removesuffix(_PUBLIC) not in jobs
    ]
    chosen = dict(
        _as_asked(name, job, as_of, is_public)
        for name, job in jobs.items()
        for asked, is_public in ((name, public), (f"{name}{_PUBLIC}", True))
        if asked in wanted
    )
    for name, job in chosen.items():
        faults += [
            f"{path}: job {name}, {fault}" for fault in find_lost_references(job, path.parent)
        ]
    if faults:
        raise JobError(listed(faults))
    return [
        Edition(name, job, jurisdiction, language, path.parent)
        for name, job in chosen.items()
        for jurisdiction in job.jurisdictions
        for language in job.languages
    ]


def _expanded_entries(path: Path) -> Iterator[tuple[str, str, Any]]:
    for entry, settings in _entries(path).items():
        for name, one in expanded(entry, settings):
            yield entry, name, one


def _named(path: Path, word: str) -> list[str]:
    """Return the jobs called `word`, or made by the entry of that name."""
    jobs = [name for entry, name, _ in _expanded_entries(path) if word in (entry, name)]
    return jobs or [word]


def _as_asked(name: str, job: Job, as_of: date | None, public: bool) -> tuple[str, Job]:
    # The internal report must stay where it is, and nobody may take one for the other.
    called = f"{name}{_PUBLIC}" if public and not job.public else name
    public = job.public or public
    brand = job.brand.without_persons() if public and job.brand else job.brand
    changes = {"as_of": as_of or job.as_of, "public": public, "brand": brand}
    return called, job.model_copy(update=changes)


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
    if unknown := sorted(str(key) for key in content if key not in _KEYS):
        raise JobError(f"{path}: key {', '.join(unknown)} is not known; use {' or '.join(_KEYS)}.")
    return {str(name): settings for name, settings in jobs.items()}


def _is_folder_name(name: str) -> bool:
    return (
        name.isascii()
        and name not in _DEVICES
        and name[:1].isalnum()
        and name == name.lower()
        and (name.replace("-", "").replace("_", "").isalnum())
    )
