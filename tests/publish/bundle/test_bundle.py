"""A bundle holds what a report follows from, and nothing that tells of this machine."""

import getpass
import json
import platform
import warnings
import zipfile
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

from evaluation_lib.errors import BundleError
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.opening import opened
from evaluation_lib.publish.bundle.verifying import verify_bundle
from evaluation_lib.publish.bundle.writing import write_bundle
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.manifest import digests
from tests.publish.bundle.bundles import copy_of, forged, make_bundle, unpacked

pytestmark = pytest.mark.slow

PLANTED = "planted-5ecret-value"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    digests.cache_clear()
    folder = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAN_EVAL_DB_PASSWORD", PLANTED)
        make_bundle(folder)
    yield folder
    digests.cache_clear()


@pytest.fixture(scope="module")
def report(project):
    return project / "reports/job/440800/zh"


@pytest.fixture(scope="module")
def root(report, tmp_path_factory):
    return unpacked(report, tmp_path_factory.mktemp("bundle"))


def found_in(place, **options):
    return {one.where: one for one in verify_bundle(place, **options).differences}


def test_it_holds_only_what_was_published_by_the_day(root):
    rows = (root / "observations/observations.csv").read_text("utf-8")
    ledger = (root / "observations/ledger.csv").read_text("utf-8")

    assert "2022-03-31" in rows
    assert "2024-01-31" not in rows
    assert "T03-1-01" in ledger
    assert "T03-1-02" not in ledger


def test_it_holds_every_part_and_says_so_in_a_crate_that_others_can_read(root):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        crate = ROCrate(root)

    files = {one.id for one in crate.data_entities}
    run = crate.dereference("#run")
    assert {
        "report/result.json",
        "report/notebook.ipynb",
        "plan/plan.yml",
        "observations/observations.csv",
        "observations/ledger.csv",
        "notebooks/04_midterm.ipynb",
        "authored/narrative/zh/causes.md",
        "licences/code/LICENSE",
        "requirements.lock",
        "software.json",
        "evaluations.yml",
    } <= files
    assert files | {contents.METADATA} == set(contents.file_names(root))
    assert crate.metadata.profile == "https://w3id.org/ro/crate/1.1"
    assert crate.root_dataset["datePublished"] == "2023-07-31"
    assert run.type == "CreateAction"
    assert {one.id for one in run["result"]} == {"report/result.json", "report/notebook.ipynb"}
    assert "plan/plan.yml" in {one.id for one in run["object"]}
    assert crate.dereference("#software-python")["softwareVersion"] == platform.python_version()
    for one in crate.data_entities:
        assert one["sha256"] == contents.sha256_of(root / one.id)


def test_nothing_in_it_tells_of_this_machine_or_its_secrets(root, project):
    telling = [PLANTED, str(project), str(Path.home()), platform.node(), str(Path.cwd())]
    user = getpass.getuser()
    telling += [f"/home/{user}", f"{user}@", *([user] if len(user) > 4 else [])]

    for name in contents.file_names(root):
        content = (root / name).read_bytes()
        assert [one for one in telling if one.encode() in content and len(one) > 3] == [], name


def test_the_same_report_gives_the_same_bytes(report, project):
    first = (report / contents.BUNDLE).read_bytes()

    write_bundle(report, editions(project / "evaluations.yml")[0])

    assert (report / contents.BUNDLE).read_bytes() == first


def test_a_report_made_again_from_its_bundle_is_identical(report):
    found = verify_bundle(report, trust_notebook=True)

    assert found.is_identical
    assert found.rebuilt
    assert found.signature.en == "not signed"


def test_a_notebook_that_is_not_ours_is_named_and_not_run(report):
    found = verify_bundle(report)

    assert not found.rebuilt
    assert [(one.cause, one.where) for one in found.differences] == [
        ("code", "notebooks/04_midterm.ipynb")
    ]


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("report/result.json", "tampered"),
        ("report/notebook.ipynb", "tampered"),
        ("observations/observations.csv", "data"),
        ("observations/ledger.csv", "data"),
        ("plan/indicators.csv", "data"),
        ("notebooks/04_midterm.ipynb", "tampered"),
        ("evaluations.yml", "tampered"),
        ("authored/narrative/zh/causes.md", "tampered"),
        ("software.json", "tampered"),
        ("ro-crate-metadata.json", "tampered"),
    ],
)
def test_a_changed_file_is_found_by_its_hash_and_named(root, tmp_path, name, cause):
    copy = copy_of(root, tmp_path / "copy")
    with (copy / name).open("a", encoding="utf-8") as file:
        file.write(" ")

    found = found_in(copy, hashes_only=True, trust_notebook=True)

    assert found[name].cause == cause


def test_missing_and_extra_files_and_lists_are_found(root, tmp_path):
    copy = copy_of(root, tmp_path / "copy")
    (copy / "plan/goals.csv").unlink()
    (copy / "report/extra.html").write_text("")
    listed = found_in(copy, hashes_only=True, trust_notebook=True)
    (copy / contents.SUMS).unlink()
    unlisted = found_in(copy, hashes_only=True, trust_notebook=True)

    assert listed["plan/goals.csv"].what.en == "is missing"
    assert listed["report/extra.html"].what.en == "is not listed"
    assert contents.SUMS in unlisted
    assert "plan/goals.csv" in unlisted


def test_a_page_beside_the_bundle_is_held_against_the_one_in_it(report, tmp_path):
    copy = copy_of(report, tmp_path / "copy")
    (copy / "result.json").write_text("{}")

    assert found_in(copy, hashes_only=True, trust_notebook=True)["result.json"].cause == "tampered"


def test_a_forger_who_mends_every_hash_is_caught_by_the_second_run(root, tmp_path):
    copy = forged(
        copy_of(root, tmp_path / "copy"),
        "report/result.json",
        lambda text: text.replace('"number": 1', '"number": 7'),
    )

    assert found_in(copy, hashes_only=True, trust_notebook=True) == {}
    found = found_in(copy, trust_notebook=True)
    assert list(found) == ["report/result.json: values.number"]
    assert found["report/result.json: values.number"].what.en == "found 7, made again 1"


def test_data_exchanged_with_all_hashes_mended_no_longer_give_the_result(root, tmp_path):
    copy = forged(
        copy_of(root, tmp_path / "copy"),
        "observations/observations.csv",
        lambda text: text.replace("120.0", "125.0"),
    )

    found = found_in(copy, trust_notebook=True)

    assert found["report/result.json: values.number"].what.en == "found 1, made again 0"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(("notebooks/json.py", ""), "holds no programs", id="a module to import"),
        pytest.param(("evaluations.yml", "plan: ../elsewhere"), "no such", id="another plan"),
    ],
)
def test_nothing_but_the_known_notebook_is_run(root, tmp_path, change, message):
    copy = copy_of(root, tmp_path / "copy")
    name, text = change
    path = copy / name
    old = path.read_text("utf-8").replace("plan: plan", text) if path.exists() else text
    path.write_text(old, "utf-8")

    told = verify_bundle(copy, trust_notebook=True).differences

    assert any(message in one.what.en for one in told)


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "C:\\out.txt", "a/../../out.txt"])
def test_a_zip_file_that_would_write_elsewhere_is_refused(tmp_path, name):
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")

    with pytest.raises(BundleError, match="would be written outside the bundle"), opened(path):
        pass


def test_what_is_no_bundle_is_one_sentence(tmp_path):
    (tmp_path / "x.zip").write_text("no zip")

    with pytest.raises(BundleError, match="cannot be read as a zip file"):
        verify_bundle(tmp_path / "x.zip")
    with pytest.raises(BundleError, match=r"holds no bundle\.zip"):
        verify_bundle(tmp_path)


def test_another_method_and_other_libraries_are_told_and_do_not_matter_alone(root, tmp_path):
    def older(text):
        told = json.loads(text)
        told["packages"]["numpy"] = "1.0"
        told["method"]["evaluation.py"] = "0" * 64
        return json.dumps(told)

    copy = forged(copy_of(root, tmp_path / "copy"), "software.json", older)

    found = verify_bundle(copy, hashes_only=True, trust_notebook=True)

    assert found.is_identical
    told = {(one.cause, one.where) for one in found.notes}
    assert told >= {("environment", "numpy"), ("code", "evaluation_lib")}
