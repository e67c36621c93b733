import pandas as pd
import pytest

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.observations.table import COLUMNS, read_text_columns

ROW = {
    "jurisdiction": "440800",
    "indicator": "certificates",
    "period": "2023",
    "value": "5200",
    "comparator": "=",
    "unit": "张",
    "definition": "",
    "status": "final",
    "published_on": "2024-02-20",
    "evidence": "A",
    "source": "bulletin",
    "cell": "",
    "raw": "5200张",
}


def texts(*changes):
    return pd.DataFrame([{**ROW, **change} for change in changes])


def test_a_sound_table_keeps_its_values_and_order_of_columns():
    shuffled = texts({}, {"period": "2024", "value": "-3.5"})[list(reversed(COLUMNS))]

    table = read_text_columns(shuffled, "f.csv")

    assert list(table.columns) == list(COLUMNS)
    assert table["value"].tolist() == [5200.0, -3.5]


def test_every_fault_is_told_with_row_column_and_what_is_allowed():
    bad = texts(
        {"value": "5,200"},
        {},
        {"period": "2023-13", "status": "fina"},
        {"published_on": "2024-02-30", "evidence": "F", "jurisdiction": "湛江市"},
    )

    with pytest.raises(ObservationError) as caught:
        read_text_columns(bad, "f.csv")

    told = str(caught.value).splitlines()
    assert told == [
        "f.csv: row 2, column value: found '5,200'; use a number such as 3.67.",
        "f.csv: row 4, column period: found '2023-13'; write 2023, 2023-H1, 2023-Q2, 2023-06, "
        "2023-06-30 or 2023-01/2023-09.",
        "f.csv: row 4, column status: found 'fina'; use one of final revised preliminary reported "
        "estimate synthetic.",
        "f.csv: row 5, column evidence: found 'F'; use one of A B C D E.",
        "f.csv: row 5, column jurisdiction: found '湛江市'; use a six-digit GB/T 2260 code.",
        "f.csv: row 5, column published_on: found '2024-02-30'; use a date such as 2023-03-31, or "
        "blank.",
    ]


@pytest.mark.parametrize("text", ["", "nan", "inf", "-inf", "约3", "３"])
def test_text_in_a_number_is_never_guessed(text):
    with pytest.raises(ObservationError, match="column value"):
        read_text_columns(texts({"value": text}), "f.csv")


def test_wrong_columns_are_told_with_the_right_ones():
    wrong = texts({}).rename(columns={"value": "数值"})

    with pytest.raises(ObservationError, match="value is missing; column 数值 is not"):
        read_text_columns(wrong, "f.csv")


def test_a_header_without_rows_is_no_table():
    with pytest.raises(ObservationError, match="holds a header but no observation"):
        read_text_columns(texts({}).iloc[:0], "f.csv")


def test_a_missing_an_empty_and_a_foreign_file_are_each_one_sentence(tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    foreign = tmp_path / "gbk.csv"
    foreign.write_bytes(",".join(COLUMNS).encode() + "\n湛江".encode("gbk"))

    with pytest.raises(ObservationError, match="no such file or folder"):
        read_observations(tmp_path / "nowhere.csv")
    with pytest.raises(ObservationError, match="is empty"):
        read_observations(empty)
    with pytest.raises(ObservationError, match="not UTF-8"):
        read_observations(foreign)
    with pytest.raises(ObservationError, match=r"holds no observations\*\.csv"):
        read_observations(tmp_path)


def test_the_faults_of_all_files_of_a_folder_are_told_together(tmp_path):
    texts({"value": "x"}).to_csv(tmp_path / "observations-a.csv", index=False)
    texts({"unit": ""}).to_csv(tmp_path / "observations-b.csv", index=False)
    (tmp_path / "sources.csv").write_text("id,titel\nx,y\n", encoding="utf-8")

    with pytest.raises(ObservationError) as caught:
        read_observations(tmp_path)

    told = str(caught.value)
    assert "observations-a.csv: row 2, column value" in told
    assert "observations-b.csv: row 2, column unit" in told
    assert "column title is missing" in told
