"""What an import leaves behind: observations, queries, annotated workbooks, answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from evaluation_lib.language import Language
from evaluation_lib.observations.forms import Intake
from evaluation_lib.observations.queries import Query, write_queries
from evaluation_lib.observations.queries.answers import ANSWERS_FILE, write_answers
from evaluation_lib.observations.queries.listing import inert
from evaluation_lib.observations.table import CELL, DEFINITION, RAW, SOURCE
from evaluation_lib.publish.query_sheet import write_query_list
from evaluation_lib.publish.query_workbook import write_query_workbook

OBSERVATIONS_FILE = "observations.csv"
QUERIES_FILE = "queries.csv"
ANNOTATED_FOLDER = "annotated"
LISTS_FOLDER = "lists"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
_LONGEST_NAME = 80


def write_intake(
    intake: Intake, folder: Path, language: Language = Language.ZH, *, annotate: bool = True
) -> list[Path]:
    """Write everything that came of an import into `folder` and return what was written.

    Workbooks of queries that are no longer asked are removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    observations, queries = folder / OBSERVATIONS_FILE, folder / QUERIES_FILE
    answers = folder / ANSWERS_FILE
    table = intake.observations.copy()
    for column in (DEFINITION, SOURCE, CELL, RAW):
        table[column] = table[column].map(inert)
    table.to_csv(observations, index=False, lineterminator="\n")
    write_queries(intake.queries, queries, language)
    write_answers(intake.answers, answers)
    written = [observations, queries, answers]
    for name in (ANNOTATED_FOLDER, LISTS_FOLDER):
        for old in (folder / name).glob("*.xlsx"):
            old.unlink()
    if annotate:
        written += _annotated(intake, folder / ANNOTATED_FOLDER, language)
        written += _lists(intake.queries, folder / LISTS_FOLDER, language)
    return written


def _annotated(intake: Intake, folder: Path, language: Language) -> list[Path]:
    by_file: dict[str, list[Query]] = defaultdict(list)
    for query in intake.queries:
        by_file[query.file].append(query)
    stems = Counter(Path(form.name).stem for form in intake.forms)
    written = []
    for form in intake.forms:
        asked = by_file.get(form.name, [])
        if asked and form.is_readable:
            folder.mkdir(exist_ok=True)
            stem = Path(form.name).stem
            name = stem if stems[stem] == 1 else form.name
            path = folder / f"{_file_name(name)}_质疑.xlsx"
            write_query_workbook(form, asked, path, language)
            written.append(path)
    return written


def _lists(queries: Sequence[Query], folder: Path, language: Language) -> list[Path]:
    by_addressee: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_addressee[query.addressee or query.file].append(query)
    written = []
    for addressee, asked in sorted(by_addressee.items()):
        folder.mkdir(exist_ok=True)
        path = folder / f"{_file_name(addressee)}_质疑清单.xlsx"
        write_query_list(asked, path, language)
        written.append(path)
    return written


def _file_name(text: str) -> str:
    return _NOT_IN_NAMES.sub("_", text).strip("._~$")[:_LONGEST_NAME] or "_"
