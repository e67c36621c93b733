"""The explorer as an analyst uses it: JupyterLab, a browser, a keyboard, and the next report."""

import json
import subprocess

import pytest

from tests.explore.browser import (
    PLAN_EVAL,
    changed,
    chromium,
    drawn,
    explored,
    make_project,
    numbers,
    opened,
    run_all,
    slider,
    type_value,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="no chromium on this machine"),
]


def test_what_is_found_in_the_explorer_stands_in_the_next_report(tmp_path):
    project = make_project(tmp_path)
    with explored(project) as address, opened(address) as (page, requests):
        run_all(page)
        first, picture = numbers(page), drawn(page)

        page.get_by_label("指标", exact=True).select_option(label="13 有效期内认证证书")
        changed(page, "pace", first["pace"])
        second = numbers(page)
        assert drawn(page)["observed"] != picture["observed"]
        assert "有效期内认证证书" in page.locator(".pe-desk .pe-name").inner_text()

        slider(page, 0).focus()
        page.keyboard.press("Home")
        changed(page, "verdict", second["verdict"])
        third = numbers(page)
        assert third["pace"] != second["pace"]
        assert third["probability"] != second["probability"]
        assert third["verdict"] == "明显滞后"
        assert len(drawn(page)["assumed"]) == 2

        slider(page, 1).focus()
        page.keyboard.press("ArrowRight")
        changed(page, "pace", third["pace"])

        page.get_by_role("button", name="还原情景").click()
        changed(page, "verdict", third["verdict"])
        assert numbers(page) == second

        page.get_by_role("button", name="数据质量").click()
        page.wait_for_selector('.pe-desk [data-pe="cell"]')
        assert "!" in page.locator('.pe-desk [data-pe="cell"]').inner_text()
        assert [one for one in drawn(page)["pointed"] if one]

        page.get_by_role("button", name="区县对比").click()
        page.wait_for_function("document.querySelectorAll('.pe-desk .subplot').length == 9")

        page.get_by_role("button", name="趋势与情景").click()
        type_value(page, 0, "7400")
        changed(page, "verdict", second["verdict"])
        last = numbers(page)
        assert last["verdict"] == "提前完成"
        page.get_by_label("名称", exact=True).fill("catch-up")
        page.get_by_role("button", name="复制为代码").click()
        page.get_by_role("button", name="送入报告").click()
        page.get_by_text("已保存为 exhibits/catch-up.json").wait_for()
        code = page.locator(".pe-desk textarea").input_value()

    assert "explore.what_if(" in code
    outside = [one for one in requests if "127.0.0.1" not in one]
    assert [one for one in outside if not one.startswith(("data:", "blob:"))] == []
    done = subprocess.run(
        [PLAN_EVAL, "report", "mine"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    report = project / "reports/mine/440800/zh"
    (exhibit,) = json.loads((report / "result.json").read_text("utf-8"))["exhibits"]
    told = {row[0]: row[1:] for row in exhibit["tables"][0]["rows"]}
    assert told["目标实现概率"] == [second["probability"], last["probability"]]
    assert told["剩余年均所需"][1] == last["pace"]
    page_text = (report / "report.html").read_text("utf-8")
    assert "情景假设，不改变评价结论" in page_text
    assert exhibit["title"] in page_text.replace('<span class="nb">', "").replace("</span>", "")
