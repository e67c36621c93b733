from datetime import date

import pytest

from evaluation_lib.errors import AuthoredError, EvaluationError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.report.authored import Authored, read_authored
from evaluation_lib.report.authored.accepted import read_accepted, write_accepted
from evaluation_lib.report.authored.laying_out import lay_out_narrative
from evaluation_lib.report.facts import build_report
from tests.builders import CITY, make_plan, make_yearly


def write(folder, **files):
    for name, text in files.items():
        path = folder / "narrative" / name.replace("__", "/")
        path = path.with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder)


def small_report(folder, language="zh"):
    table = make_yearly({2021: 35.0, 2022: 38.0})
    found = evaluate(make_plan(), table, CITY, date(2023, 6, 1))
    return build_report(found, {}, language=language, authored=read_authored(folder))


def test_a_job_without_a_folder_has_nothing_written():
    assert read_authored("") == Authored()


def test_a_folder_without_a_narrative_has_nothing_written(tmp_path):
    assert read_authored(str(tmp_path)) == Authored()


def test_a_relative_folder_is_found_above_the_folder_a_notebook_runs_in(tmp_path, monkeypatch):
    write(tmp_path / "job", zh__practices="试行。")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")

    (passage,) = read_authored("job").narrative

    assert (passage.name, passage.language, passage.text) == ("practices", "zh", "试行。")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EvaluationError, match="no such file or folder"):
        read_authored(str(tmp_path / "gone"))


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "job").write_text("", encoding="utf-8")

    with pytest.raises(AuthoredError, match="is no folder"):
        read_authored(str(tmp_path / "job"))


def test_all_files_without_a_place_in_the_report_are_named_at_once(tmp_path):
    folder = write(tmp_path, zh__practises="甲", de__causes="乙", zh__indicators__a__b="丙")

    with pytest.raises(AuthoredError) as caught:
        read_authored(folder)

    told = str(caught.value)
    assert "narrative/zh/practises.md: no passage is called 'practises'" in told
    assert "Did you mean practices.md?" in told
    assert "narrative/de/causes.md: found folder 'de'; use zh or en." in told
    assert "'indicators/a/b'" in told


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "narrative/zh/causes.md"
    path.parent.mkdir(parents=True)
    path.write_bytes("原因".encode("gbk"))

    with pytest.raises(AuthoredError, match=r"causes\.md: byte 3 is not UTF-8"):
        read_authored(str(tmp_path))


def test_a_report_carries_the_passages_of_its_own_language(tmp_path):
    folder = write(tmp_path, zh__practices="试行。", en__practices="A trial.", zh__causes=" \n")

    zh, en = small_report(folder), small_report(folder, "en")

    assert [(one.name, one.text) for one in zh.narrative] == [("practices", "试行。")]
    assert [one.text for one in en.narrative] == ["A trial."]


def test_a_note_on_an_unknown_indicator_is_answered_with_the_nearest(tmp_path):
    known = make_plan().indicators[0].id
    folder = write(tmp_path, **{f"en__indicators__{known}x": "why"})

    with pytest.raises(AuthoredError, match=rf"no indicator '{known}x'.*mean {known}\.md"):
        small_report(folder)


def test_comments_are_the_authors_own_and_lines_keep_their_number(tmp_path):
    folder = write(tmp_path, zh__practices="<!-- 提示\n{{ nothing }} -->\n正文")

    (passage,) = read_authored(folder).narrative

    assert passage.text == "\n\n正文"


def test_a_passage_on_one_place_stands_in_a_folder_of_its_code(tmp_path):
    folder = write(tmp_path, **{"440803__zh__practices": "霞山"})

    (passage,) = read_authored(folder).narrative

    assert (passage.jurisdiction, passage.name) == ("440803", "practices")
    assert passage.file == "narrative/440803/zh/practices.md"


def test_accepted_figures_read_back_as_they_were_written(tmp_path):
    accepted = {"440800": {"narrative/zh/causes.md": {"counts.total": "19"}}}

    write_accepted(tmp_path, accepted)

    assert read_accepted(tmp_path) == accepted
    assert read_authored(str(tmp_path)).accepted == accepted


def test_a_record_of_accepted_figures_that_was_edited_is_refused(tmp_path):
    write_accepted(tmp_path, {})
    (tmp_path / "narrative/quoted.json").write_text('{"440800": 3}', encoding="utf-8")

    with pytest.raises(AuthoredError, match=r"quoted\.json: cannot be read.*plan-eval accept"):
        read_authored(str(tmp_path))


def test_a_layout_overwrites_nothing_and_shows_no_reader_anything(tmp_path):
    write(tmp_path, zh__causes="原因。")

    made = lay_out_narrative(tmp_path, job="job", languages=["zh", "en"], indicators=["stock"])

    names = {one.relative_to(tmp_path / "narrative").as_posix() for one in made}
    assert len(made) == 13
    assert "zh/causes.md" not in names
    assert {"en/causes.md", "zh/indicators/stock.md"} <= names
    texts = {one.file: one.text.strip() for one in read_authored(str(tmp_path)).narrative}
    assert [file for file, text in texts.items() if text] == ["narrative/zh/causes.md"]
    assert lay_out_narrative(tmp_path, job="job", languages=["zh"]) == []
