"""Names and contacts are blacked out, and the words of a plan are not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.report.public.masking import MARK, Masks, count_marks, names_in

DATA = Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("手机13812345678。", "手机■■。", id="mobile"),
        pytest.param("138-1234-5678", "■■", id="mobile with hyphens"),
        pytest.param("手机１３８１２３４５６７８", "手机■■", id="mobile in full width"),
        pytest.param("致电0759-3381234核实", "致电■■核实", id="landline"),
        pytest.param("联系电话：3381234，传真", "联系电话：■■，传真", id="labelled short number"),
        pytest.param("发至li.lei@example.com.cn。", "发至■■。", id="mail"),
        pytest.param("证件44080219900307123X，", "证件■■，", id="identity number"),
        pytest.param("代码91440800MA4UQ2A19K", "代码■■", id="credit code"),
        pytest.param("填报人：韩梅梅；", "填报人：■■；", id="labelled person"),
        pytest.param("王建国同志反映", "■■同志反映", id="person with a title"),
        pytest.param("湛江海味食品有限公司不合格", "■■不合格", id="enterprise"),
        pytest.param("Contact: Lei, by Sea Taste Co., Ltd.", "Contact: ■■, by ■■", id="English"),
        pytest.param("见/home/li/评估/底稿.xlsx。", "见■■。", id="path"),
        pytest.param(r"见C:\Users\li\底稿.xlsx", "见■■", id="path of Windows"),
    ],
)
def test_what_names_or_reaches_somebody_is_blacked_out(text, shown):
    assert Masks().masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "2023年440800市场主体35.40万户，比2020年增长8.2%",
        "https://www.gd.gov.cn/home/content/post_1234567.html",
        "市场主体/万户，每千人5批次",
        "中小企业、龙头企业和产业集群",
        "2022-01-26—2023-02-20",
    ],
)
def test_figures_days_addresses_and_common_words_stay(text):
    assert Masks().masked(text) == text


def test_the_text_of_the_plan_stays_as_it_is():
    for path in sorted((DATA / "plans/zhanjiang-2021-2025").iterdir()):
        text = path.read_text("utf-8")

        assert Masks().masked(text) == text, path.name


def test_listed_names_go_wherever_they_stand_the_longer_first():
    masks = Masks(frozenset({"海味", "海味楼"}))

    assert masks.masked_values({"a": ["海味楼与海味", 3], "海味": None}) == {
        "a": [f"{MARK}与{MARK}", 3],
        "海味": None,
    }


def test_a_person_named_once_with_a_label_is_known_elsewhere():
    assert list(names_in(["经办人：赵六", "无", "联系人: 欧阳锋，电话"])) == ["赵六", "欧阳锋"]


@given(st.text(alphabet="联系人：:张三13812345678@.comA有限公司/home \\C■", max_size=40))
def test_once_is_as_good_as_twice(text):
    once = Masks(frozenset({"张三"})).masked(text)

    assert Masks(frozenset({"张三"})).masked(once) == once
    assert Masks().masked(once) == once
    assert count_marks(once) == len(re.findall(MARK, once))
