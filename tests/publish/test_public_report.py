"""None of a list of planted secrets survives in any file of a public report."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import pypdf
import pytest
import yaml

from evaluation_lib.publish.bundle.verifying import verify_bundle
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.manifest import digests
from evaluation_lib.publish.running.run import State, run_reports
from tests.builders import make_rows
from tests.publish.projects import PLAN, PROJECT

pytestmark = pytest.mark.slow

SECRETS = {
    "mobile": "13812345678",
    "landline": "0759-3381234",
    "person": "欧阳明远",
    "person with a title": "王建国",
    "listed person": "司马光华",
    "enterprise": "湛江海味食品有限公司",
    "listed enterprise": "红土烧蚝档",
    "English enterprise": "Sea Taste Co., Ltd",
    "identity number": "44080219900307123X",
    "credit code": "91440800MA4UQ2A19K",
    "mail": "mingyuan@example.com",
    "internal note": "内部掌握勿外传",
    "comment in the text": "只供组内讨论",
    "quote": "据企业账本原文摘录",
    "path": "/home/mingyuan/draft",
    "path of Windows": r"C:\Users\mingyuan",
    "user": "mingyuan",
    "evaluator": "诸葛清风",
    "signatory": "上官静",
    "evaluator's contact": "评估热线叁叁捌",
    "classification": "秘密级内部件",
    "small count": "7.4637",
    "folder of the project": "planted-folder",
}
CONTACT = (
    f"填报人：{SECRETS['person']}，联系电话：{SECRETS['mobile']}，邮箱：{SECRETS['mail']}，"
    f"{SECRETS['landline']}，{SECRETS['path']}/表.xlsx，{SECRETS['identity number']}"
)
NARRATIVE = f"""\
{SECRETS["person"]}和{SECRETS["person with a title"]}同志说明，{SECRETS["enterprise"]}
（{SECRETS["credit code"]}，{SECRETS["English enterprise"]}.）
与{SECRETS["listed enterprise"]}影响了结果，可致电{SECRETS["mobile"]}
向{SECRETS["listed person"]}核实，底稿在{SECRETS["path of Windows"]}\\稿.docx。

<!-- {SECRETS["comment in the text"]} -->
"""


def write_project(folder: Path) -> Path:
    (folder / "data").mkdir(parents=True)
    shutil.copytree(PLAN, folder / "data/plan")
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    place = folder / "data/observations"
    place.mkdir()
    common = {"indicator": "market_entities", "unit": "万户", "source": "return"}
    city = [
        {"period": str(year), "value": value, "published_on": f"{year + 1}-03-01", "raw": CONTACT}
        for year, value in ((2018, 27.0), (2019, 29.0), (2020, 32.45), (2021, 35.4), (2022, 37.0))
    ]
    counties = [
        {
            "jurisdiction": code,
            "period": "2022",
            "value": value,
            "indicator": "standards_led",
            "unit": "项",
            "cell": f"{SECRETS['listed person']}!C4",
            "published_on": "2023-03-01",
        }
        for code, value in (("440802", 7.4637), ("440803", 8.0), ("440804", 40.0), ("440811", 50.0))
    ]
    make_rows(*city, *counties, **common).to_csv(place / "observations.csv", index=False)
    (place / "sources.csv").write_text(
        "id,title,title_en,url,kind,published_on,note,note_en\n"
        f"return,{SECRETS['enterprise']}等填报表,Returns,file://{SECRETS['path']},return,2023-03-01,"
        f"{SECRETS['internal note']},\n",
        "utf-8",
    )
    (place / "ledger.csv").write_text(
        "subject,kind,status,date,published_on,evidence,source,quote,note,reported_by,verified\n"
        f"T03-1-01,task,under_way,2022-12-31,2023-02-20,B,return,{SECRETS['quote']},"
        f"{SECRETS['internal note']}：{SECRETS['enterprise']},{SECRETS['person']},self_reported\n",
        "utf-8",
    )
    (place / "README.md").write_text(f"# 数据\n\n{CONTACT}\n", "utf-8")
    written = folder / "written/narrative/zh"
    written.mkdir(parents=True)
    (written / "causes.md").write_text(NARRATIVE, "utf-8")
    names = f"# 名单\n{SECRETS['listed person']}\n{SECRETS['listed enterprise']}\n"
    (folder / "names.txt").write_text(names, "utf-8")
    job = {
        "product": "midterm",
        "plan": "data/plan",
        "jurisdictions": ["440800"],
        "observations": "data/observations",
        "as_of": "2023-07-31",
        "folder": str(folder / "written"),
        "withhold": "names.txt",
        "brand": {
            "organisation": "某评估中心",
            "classification": SECRETS["classification"],
            "evaluators": [SECRETS["evaluator"]],
            "reviewer": SECRETS["evaluator"],
            "signatories": [{"role": "负责人", "name": SECRETS["signatory"]}],
            "contact": SECRETS["evaluator's contact"],
        },
    }
    jobs = folder / "evaluations.yml"
    jobs.write_text(yaml.safe_dump({"jobs": {"check": job}}), "utf-8")
    return jobs


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    digests.cache_clear()
    folder = tmp_path_factory.mktemp("place") / SECRETS["folder of the project"] / "mingyuan"
    jobs = write_project(folder)
    (outcome,) = run_reports(editions(jobs, public=True), folder / "reports", workers=1)
    assert outcome.state is State.DONE, outcome.reason
    yield folder / "reports" / outcome.edition.folder
    digests.cache_clear()


def texts_of(name: str, content: bytes):
    """Yield everything that can be read in a file, and its name."""
    yield name
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive.comment.decode()
            for inside in archive.namelist():
                yield from texts_of(inside, archive.read(inside))
    elif name.endswith(".pdf"):
        pages = pypdf.PdfReader(io.BytesIO(content))
        yield json.dumps({key: str(value) for key, value in (pages.metadata or {}).items()})
        yield str(pages.xmp_metadata.stream.get_data()) if pages.xmp_metadata else ""
        for page in pages.pages:
            yield page.extract_text().replace("\n", "")
        yield content.decode("latin-1")
    else:
        text = content.decode("utf-8", errors="replace")
        yield text
        if name.endswith((".json", ".ipynb")):
            yield json.dumps(json.loads(text), ensure_ascii=False)


def test_no_planted_secret_is_in_any_file_of_the_report(report):
    files = sorted(report.iterdir())
    read = {one.name: list(texts_of(one.name, one.read_bytes())) for one in files}

    survived = [
        (name, what)
        for name, texts in read.items()
        for what, secret in SECRETS.items()
        if any(secret in text or json.dumps(secret)[1:-1] in text for text in texts)
    ]

    assert set(read) >= {
        "bundle.zip",
        "manifest.json",
        "notebook.ipynb",
        "report.docx",
        "report.html",
        "report.pdf",
        "result.json",
    }
    assert survived == []


def test_the_report_says_that_it_is_public_and_what_was_kept_back(report):
    told = json.loads((report / "result.json").read_text("utf-8"))
    page = (report / "report.html").read_text("utf-8")

    assert told["withheld"]["county_rows"] == 2
    assert told["withheld"]["notes"] == 2
    assert told["withheld"]["quotes"] == 6
    assert told["withheld"]["masked"] >= 6
    assert "第三方评估报告（公开版）" in page
    assert "共2行" in page
    assert "某评估中心" in page
    assert "■■" in page
    assert report.parts[-3] == "check-public"


def test_the_public_bundle_alone_makes_the_public_report(report):
    found = verify_bundle(report)

    assert [(one.where, one.what.en) for one in found.differences] == []
    assert found.rebuilt
