"""The evaluator on cover, running lines and manifest; nothing where no evaluator is named."""

import io
import json

import pikepdf
import pytest
import yaml
from docx.oxml.ns import qn
from pypdf import PdfReader

from evaluation_lib.errors import JobError
from evaluation_lib.publish.bundle.inputs import write_inputs
from evaluation_lib.publish.html import export_html
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.publish.running.manifest import edition_inputs
from evaluation_lib.publish.running.orders import parameters
from evaluation_lib.publish.word.exporting import export_docx
from evaluation_lib.report.authored import Authored
from evaluation_lib.report.authored.branding import read_branding
from evaluation_lib.report.authored_facts import with_authored
from evaluation_lib.report.style import ACCENT
from tests.builders import make_rows
from tests.publish.projects import (
    PARAMETERS,
    PROJECT,
    make_job,
    make_notebook,
    make_project,
    write_jobs,
)
from tests.publish.samples import make_blocks
from tests.publish.samples import make_notebook as make_executed
from tests.publish.word.word_file import opened, texts
from tests.report.builders import make_report
from tests.report.test_brand import PNG, STATED, SVG


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    logo = tmp_path_factory.mktemp("logo") / "logo.png"
    logo.write_bytes(PNG)
    stated = STATED | {"logo": str(logo), "accent": "#6A1B4D"}
    authored = Authored(branding=read_branding(json.dumps(stated)))
    return make_executed(make_blocks(), with_authored(make_report(), authored))


def test_a_web_page_carries_logo_classification_and_accent(executed):
    page = export_html(executed)

    assert 'class="logo" src="data:image/png;base64,' in page
    assert 'alt="某评估中心"' in page
    assert '<p class="classification">内部</p>' in page
    assert "--accent:#6A1B4D" in page
    assert "<dd>某评估中心</dd>" in page
    assert "src=" not in page.replace('src="data:', "")


def test_a_web_page_without_a_brand_keeps_the_colours_of_the_house():
    page = export_html(make_executed())

    assert 'class="brand"' not in page
    assert page.count("--accent:") == 1
    assert f"--accent:{ACCENT}" in page


def test_a_printed_page_names_evaluator_and_classification(executed):
    pages = export_pdf(executed)

    texts = ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pages)).pages]
    assert "内部" in texts[0]
    assert all("内部" in text and "某评估中心" in text for text in texts[1:])
    with pikepdf.open(io.BytesIO(pages)) as file:
        assert "/StructTreeRoot" in file.Root


def test_a_word_file_names_evaluator_and_classification(executed):
    file = export_docx(executed)

    word = opened(file)
    headers = ["".join(p.text for p in one.header.paragraphs) for one in word.sections[1:]]
    footers = ["".join(p.text for p in one.footer.paragraphs) for one in word.sections[1:]]
    told = [one.get("descr") for one in word.element.body.iter(qn("wp:docPr"))]
    assert any(text.startswith("内部") for text in texts(file)[:4])
    assert all("内部" in text for text in headers if text)
    assert all("某评估中心" in text for text in footers if text)
    assert "某评估中心" in told


@pytest.fixture
def project(tmp_path):
    make_project(tmp_path)
    notebook = tmp_path / "notebooks/04_midterm.ipynb"
    make_notebook(notebook, parameters=PARAMETERS + 'brand = ""\n')
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    return tmp_path


def test_a_brand_reaches_the_notebook_and_its_logo_the_manifest(project):
    job = make_job(brand=STATED | {"logo": "logo.svg"})
    (edition,) = editions(write_jobs(project, {"job": job}))

    passed = json.loads(parameters(edition)["brand"])
    files = edition_inputs(edition).files

    assert passed["logo"] == "../logo.svg"
    assert set(files["logo"]) == {"logo.svg"}


def test_another_logo_makes_another_report(project):
    job = make_job(brand=STATED | {"logo": "logo.svg"})
    other = make_job(brand=STATED | {"logo": "other.svg"})
    (project / "other.svg").write_text(SVG.replace("h4", "h3"), encoding="utf-8")
    one, two = editions(write_jobs(project, {"one": job, "two": other}))

    assert edition_inputs(one).files["logo"] != edition_inputs(two).files["logo"]


def test_all_faults_of_a_brand_are_named_with_job_and_key(project):
    brand = {"accent": "#FFCC00", "signatories": [{"rol": "项目负责人"}], "logos": "x"}
    path = write_jobs(project, {"job": make_job(brand=brand)})

    with pytest.raises(JobError) as caught:
        editions(path)

    told = str(caught.value)
    assert "job job: key brand.organisation is missing." in told
    assert "brand.accent: found '#FFCC00'; its contrast is 1.3" in told
    assert "key brand.signatories.0.rol is not known. Did you mean 'role'?" in told
    assert "key brand.logos is not known. Did you mean 'logo'?" in told


def test_a_logo_that_is_not_there_stops_the_job_before_it_runs(project):
    path = write_jobs(project, {"job": make_job(brand=STATED | {"logo": "gone.svg"})})

    with pytest.raises(JobError, match=r"job job, brand: logo gone\.svg: cannot be read"):
        editions(path)


def test_the_brand_of_the_demonstration_says_that_it_is_invented():
    jobs = yaml.safe_load((PROJECT / "evaluations.yml").read_text("utf-8"))["jobs"]

    assert "虚构" in jobs["midterm-demo"]["brand"]["organisation"]
    assert "fictional" in jobs["midterm-demo"]["brand"]["organisation_en"]


def test_a_bundle_holds_the_logo_and_its_job_finds_it_there(project, tmp_path_factory):
    make_rows({}).to_csv(project / "observations/observations.csv", index=False)
    job = make_job(brand=STATED | {"logo": "logo.svg"})
    (edition,) = editions(write_jobs(project, {"job": job}))
    root = tmp_path_factory.mktemp("bundle")

    bundled = write_inputs(edition, root)

    assert bundled.job.brand.logo == "brand/logo.svg"
    assert (root / "brand/logo.svg").read_text("utf-8") == SVG
    (again,) = editions(root / "evaluations.yml")
    assert again.job.brand == bundled.job.brand
