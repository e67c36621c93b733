"""What a job sets, and the single report that it asks for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from evaluation_lib.language import Language
from evaluation_lib.publish.choices import (
    NOTEBOOKS,
    SMALLEST_COUNT,
    Format,
    Frequency,
    Layout,
    Model,
    Product,
    Scale,
)
from evaluation_lib.publish.job_data import place_of
from evaluation_lib.report.brand import Brand


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
        layout: How pages for paper are set.
        fonts: Folder of fonts to print with before the packaged ones; blank for none.
        folder: Folder of what the evaluators wrote for the job; blank for none.
        indicators: Indicators to make sheets of; none for all.
        judged_as: Evaluation by whose words sheets judge; None for the mid-term one.
        brand: Whose report it is: names, logo, classification, accent; None for a plain report.
        previous: Folder of the job's reports of an earlier day, or one of them; blank for none.
        due: How often a report is wanted at most.
        public: Whether the report is for the public, from which something is kept back.
        smallest_count: A county row that counts fewer is kept back from the public.
        withhold: File of names to black out for the public, one a line; blank for none.
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
    layout: Layout = Layout.HOUSE
    fonts: str = ""
    folder: str = ""
    previous: str = ""
    due: Frequency = Frequency.CHANGE
    indicators: Annotated[tuple[str, ...], BeforeValidator(_each_once)] = ()
    judged_as: Scale | None = None
    brand: Brand | None = None
    public: bool = False
    smallest_count: int = Field(default=SMALLEST_COUNT, ge=2)
    withhold: str = ""

    @property
    def choices(self) -> dict[str, str]:
        """Return what the job sets beyond what every job sets, by notebook parameter."""
        cut_offs = ", ".join(f"{name}={value!r}" for name, value in self.cut_offs)
        given = (
            ("cut_offs", cut_offs),
            ("weights", self.weights),
            ("model", self.model),
            ("job_folder", self.folder),
            ("previous", "" if self.public else self.previous),
            ("indicators", ", ".join(self.indicators)),
            ("judged_as", self.judged_as),
            ("brand", self.brand.model_dump_json() if self.brand else ""),
            ("public", self.smallest_count if self.public else ""),
            ("withhold", self.withhold if self.public else ""),
        )
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
    def withhold(self) -> Path | None:
        """Return the file of names to black out, None where there is none or need be none."""
        return self.root / self.job.withhold if self.job.public and self.job.withhold else None

    @property
    def fonts(self) -> Path | None:
        """Return the folder of further fonts, None where the job names none."""
        return self.root / self.job.fonts if self.job.fonts else None

    @property
    def authored(self) -> Path | None:
        """Return the folder of what the evaluators wrote, None where the job names none."""
        return self.root / self.job.folder if self.job.folder else None

    @property
    def previous(self) -> Path | None:
        """Return the earlier report to compare with, None where the job names none.

        Of a folder of many reports it is the one of the same place, and of the same language where
        there is one: names are taken from the newer report.
        """
        if not self.job.previous or self.job.public:
            return None  # an earlier report is internal
        given = self.root / self.job.previous
        own = (given / self.jurisdiction / str(one) for one in (self.language, *Language))
        return next((one for one in own if one.is_dir()), given)

    @property
    def logo(self) -> Path | None:
        """Return the file of the evaluator's logo, None where the job names none."""
        brand = self.job.brand
        return self.root / brand.logo if brand and brand.logo else None

    @property
    def notebook(self) -> Path:
        """Return the notebook to run."""
        return self.root / self.job.notebook_path

    def to_json(self) -> str:
        """Return the edition as `read_edition` reads it in another process."""
        return json.dumps(
            {
                "name": self.name,
                "job": self.job.model_dump(mode="json"),
                "jurisdiction": self.jurisdiction,
                "language": str(self.language),
                "root": str(self.root.resolve()),
            }
        )


def read_edition(text: str) -> Edition:
    """Return the edition that `Edition.to_json` wrote."""
    told = json.loads(text)
    return Edition(
        told["name"],
        Job.model_validate(told["job"]),
        told["jurisdiction"],
        Language(told["language"]),
        Path(told["root"]),
    )
