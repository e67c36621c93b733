import pytest

from evaluation_lib.errors import AuthoredError
from evaluation_lib.report import sections
from evaluation_lib.report.author_notes import author_notes
from evaluation_lib.report.authored import Authored
from evaluation_lib.report.authored.narrative import CHAPTERS, Passage
from evaluation_lib.report.authored_facts import with_authored
from evaluation_lib.report.blocks import Bullets, Paragraph, Section, text_of
from evaluation_lib.report.figures import quotable_figures
from evaluation_lib.report.show import ReportView
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_indicator_fact, make_report
from tests.report.report_cases import make_blank_fact, make_yearly_fact
from tests.report.section_cases import ODD_REPORTS, of_type


def make_passage(text, name="practices", **changes):
    language = changes.pop("language", "zh")
    file = f"narrative/{language}/{name}.md"
    return Passage(name=name, language=language, file=file, text=text, **changes)


def written(*passages, report=None, accepted=None):
    return with_authored(
        report or make_report(),
        Authored(narrative=passages, accepted={"440800": accepted or {}}),
    )


def text_of_chapter(report, name="practices"):
    (passage,) = [one for one in report.narrative if one.name == name]
    return passage.text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("indicator_1.latest", "40.00万户"),
        ("indicator_1.latest_year", "2023"),
        ("indicator_1.baseline", "32万户"),
        ("indicator_1.target", "48万户"),
        ("indicator_1.progress", "50.0%"),
        ("indicator_1.time_share", "60.0%"),
        ("indicator_1.gap", "10.0个百分点"),
        ("indicator_1.best_pace", "3.00万户"),
        ("indicator_1.probability", "0.30"),
        ("indicator_1.median", "42.00万户"),
        ("indicator_1.interval", "38.00—46.00万户"),
        ("indicator_1.verdict", "略有滞后"),
        ("indicator_1.evidence", "B"),
        ("counts.assessable", "1"),
        ("counts.slightly_behind", "1"),
        ("counts.ahead", "0"),
        ("as_of", "2024年3月31日"),
        ("time_share", "60%"),
    ],
)
def test_a_figure_reads_as_the_report_writes_it(name, expected):
    sums = (("完成率", "(40 − 32) ÷ (48 − 32) = 50.0%"), ("时序进度", "3年 ÷ 5年 = 60.0%"))
    report = make_report(make_indicator_fact(arithmetic=sums))

    assert quotable_figures(report)[name].text == expected


@pytest.mark.parametrize("name", ODD_REPORTS)
def test_every_report_names_the_same_figures_of_an_indicator(name):
    report = ODD_REPORTS[name]()
    figures = quotable_figures(report)

    sets = {
        frozenset(key.partition(".")[2] for key in figures if key.startswith(f"{one.id}."))
        for one in report.indicators
    }

    assert len(sets) == 1
    assert all(one.text and one.label for one in figures.values())


def test_a_quoted_figure_is_filled_in_and_leads_to_its_origin():
    report = written(make_passage("现有{{ indicator_1.latest }}，共{{counts.total}}项。"))

    assert text_of_chapter(report) == "现有[40.00万户](#origin-indicator-1-latest)，共1项。"


def test_characters_of_markdown_in_a_figure_stay_characters():
    fact = make_indicator_fact(unit="*户*")

    report = written(make_passage("{{ indicator_1.latest }}"), report=make_report(fact))

    (paragraph,) = of_type(sections.judgement(report), Paragraph)
    assert text_of(paragraph.spans).startswith("40.00*户*")


def test_unknown_figures_are_named_with_file_line_and_nearest_name():
    passages = (
        make_passage("一\n\n{{ indicator_1.lates }}"),
        make_passage("{{ count.total }}", name="causes", language="en"),
    )

    with pytest.raises(AuthoredError) as caught:
        written(*passages)

    told_lines = str(caught.value).splitlines()
    assert told_lines[0].startswith(
        "narrative/zh/practices.md: line 3: no figure is called 'indicator_1.lates'. Did you mean "
        "'indicator_1.latest'?"
    )
    assert "narrative/en/causes.md: line 1" in told_lines[1]
    assert "'counts.total'" in told_lines[1]


def test_a_passage_on_one_place_stands_in_for_the_general_one():
    general = make_passage("各地")
    own = make_passage("本市", jurisdiction="440800")
    other = make_passage("别处", jurisdiction="440801")

    assert text_of_chapter(written(own, general, other)) == "本市"


def test_what_is_not_written_is_left_out_and_told_to_the_authors_alone():
    report = written(make_passage("做法。"), make_passage(" \n", name="causes"))

    titles = [one.title for one in of_type(sections.judgement(report), Section)]
    notes = author_notes(report, "en")

    assert titles == ["经验做法", "存在问题", "后续工作归类"]
    assert report.unwritten == ("independence", "causes", "situation", "recommendations")
    assert notes == (
        "Not written and left out of the report: Statement of independence, Problems and their "
        "causes, How circumstances changed, Recommendations.",
    )


def test_a_yearly_report_expects_no_chapter_on_practices():
    report = written(report=make_report(product="annual"))

    assert report.unwritten == ("independence", "causes", "recommendations")


def test_the_whole_narrative_leaves_nothing_to_say():
    report = written(*(make_passage("字", name=name) for name in CHAPTERS))

    assert author_notes(report, "zh") == ()


def test_a_figure_that_changed_under_the_text_is_flagged_with_both_values():
    passages = [make_passage("字", name=name) for name in CHAPTERS if name != "causes"]
    causes = make_passage("一\n{{ indicator_1.latest }}\n{{ counts.total }}", name="causes")
    seen = {causes.file: {"indicator_1.latest": "38.00万户", "counts.total": "1"}}

    (note,) = author_notes(written(*passages, causes, accepted=seen), "zh")

    assert note.startswith(
        "narrative/zh/causes.md第2行：indicator_1.latest由“38.00万户”变为“40.00万户”"
    )


def test_figures_never_accepted_are_counted():
    (note, _) = author_notes(written(make_passage("{{ counts.total }}{{ as_of }}")), "en")

    assert note.startswith("narrative/zh/practices.md quotes 2 figures that were never accepted")


def test_a_figure_without_a_value_reads_as_a_dash_and_is_flagged():
    fact = make_blank_fact()
    passage = make_passage("{{ drug_inspections.latest }}")
    report = written(
        passage,
        report=make_report(fact),
        accepted={passage.file: {"drug_inspections.latest": "—"}},
    )

    assert text_of_chapter(report).startswith("[—]")
    assert "drug_inspections.latest has no value at present" in author_notes(report, "en")[0]


def test_notes_to_the_authors_stand_beside_the_report_and_never_in_it():
    report = written(make_passage("{{ counts.total }}"))

    shown = ReportView(report)._repr_mimebundle_()

    assert "作者须知" in shown["text/html"]
    assert "作者须知" not in "".join(told((*sections.basis(report), *sections.judgement(report))))


def test_a_chapter_is_numbered_below_its_own_heading_and_says_whose_judgement_it_is():
    report = written(make_passage("## 甲\n\n- 一\n- {{ indicator_1.latest }}\n\n### 乙\n\n文。"))

    blocks = sections.judgement(report)

    assert [(one.title, one.level) for one in of_type(blocks, Section)][:3] == [
        ("经验做法", 1),
        ("甲", 2),
        ("乙", 3),
    ]
    assert of_type(blocks, Section)[0].aside == "评估机构的判断"
    (bullets,) = of_type(blocks, Bullets)
    assert text_of(bullets.items[1]) == "40.00万户1.3"


def test_a_note_on_an_indicator_follows_its_analysis():
    fact = make_indicator_fact()
    passage = make_passage("# 题\n\n原因。", name="indicators/indicator_1")

    report = written(passage, report=make_report(fact))
    shown = of_type(sections.anticipatory_indicators(report), Paragraph)

    assert [text_of(one.spans) for one in shown[1:]] == ["评估机构说明：题", "原因。"]


def test_a_note_on_an_indicator_that_cannot_be_assessed_is_shown_too():
    passage = make_passage("原因。", name="indicators/drug_inspections")

    report = written(passage, report=make_report(make_blank_fact(), make_yearly_fact(3.7)))

    assert "评估机构说明：原因。" in "".join(told(sections.binding_indicators(report)))


def test_the_statement_of_independence_stands_in_the_chapter_on_the_evaluation():
    report = written(make_passage("无利害关系。\n\n已复核。", name="independence"))

    assert "无利害关系。 已复核。" in "".join(told(sections.basis(report)))
    assert "独立性声明" not in "".join(told(sections.basis(make_report())))


def test_a_foreword_is_shown_only_where_there_is_one():
    report = written(make_passage("缘起。", name="foreword"))

    assert [one.title for one in of_type(sections.foreword(report), Section)] == ["前言"]
    assert sections.foreword(make_report()) == ()
