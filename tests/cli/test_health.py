"""The doctor finds what differs from the lock and says how to mend it."""

from evaluation_lib.cli.health import Health, _packages, examine


def test_every_thing_that_is_not_well_says_how_to_mend_it():
    examined = list(examine())

    assert [one.name for one in examined][:2] == ["python", "packages"]
    assert [one.name for one in examined if one.health is not Health.OK and not one.mend] == []


def test_a_package_that_is_missing_is_named_with_the_version_wanted(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "no-such-package==1.2 \\\n    --hash=sha256:0\n"
        "never-here==1 ; sys_platform == 'nowhere' \\\n    --hash=sha256:0\n"
    )

    found = _packages(lock)

    assert found.health is Health.MISSING
    assert (
        found.found
        == "1 of 1 differ from requirements.lock: no-such-package is missing (locked 1.2)"
    )
    assert found.mend == "make venv"


def test_another_version_than_the_locked_one_is_told_but_not_fatal(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("numpy==1.0 \\\n    --hash=sha256:0\n")

    found = _packages(lock)

    assert found.health is Health.OPTIONAL
    assert "numpy 2" in found.found
    assert "(locked 1.0)" in found.found
