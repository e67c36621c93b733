"""A signature says who vouches for a bundle, and cannot be moved to another."""

import stat
import sys
import zipfile

import pytest

from evaluation_lib.errors import BundleError
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.signing import is_guarded, sign_bundle, write_keys
from evaluation_lib.publish.bundle.verifying import verify_bundle


@pytest.fixture
def keys(tmp_path):
    private = tmp_path / "evaluator.pem"
    return private, write_keys(private, "")


def make_folder(folder, text="一"):
    folder.mkdir()
    (folder / "evaluations.yml").write_text(text, "utf-8")
    contents.write_sums(folder)
    return folder


def make_zip(tmp_path, text="一"):
    folder = make_folder(tmp_path / f"folder-{text}", text)
    path = tmp_path / f"{text}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(folder.iterdir()):
            archive.write(one, one.name)
    return path


def complaint_about(place, public):
    found = verify_bundle(place, key=public, hashes_only=True)
    return next((one.what.en for one in found.differences if one.where == contents.SIGNATURE), "")


def test_a_signature_of_the_right_key_is_accepted_on_folder_and_zip(tmp_path, keys):
    private, public = keys
    for place in (make_folder(tmp_path / "bundle"), make_zip(tmp_path)):
        before = place.read_bytes() if place.is_file() else b""
        written = sign_bundle(place, private, "")

        assert complaint_about(place, public) == ""
        assert written.exists()
        assert (place.read_bytes() if place.is_file() else b"") == before


def test_no_signature_anothers_key_or_anothers_bundle_is_named(tmp_path, keys):
    private, public = keys
    other_public = write_keys(tmp_path / "other.pem", "")
    one, two = make_zip(tmp_path, "一"), make_zip(tmp_path, "二")

    assert complaint_about(one, public) == "not signed"
    written = sign_bundle(one, private, "")
    assert complaint_about(one, other_public).startswith("is no signature of")
    written.rename(two.with_name(f"{two.name}.sig"))
    assert complaint_about(two, public).startswith("is no signature of")


def test_a_torn_signature_is_none(tmp_path, keys):
    bundle = make_folder(tmp_path / "bundle")
    sign_bundle(bundle, keys[0], "").write_text("{")

    assert complaint_about(bundle, keys[1]).startswith("is no signature of")


def test_a_private_key_is_its_owners_alone_and_never_written_over(tmp_path):
    private = tmp_path / "evaluator.pem"
    write_keys(private, "open sesame")

    assert is_guarded(private)
    assert b"sesame" not in private.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    with pytest.raises(BundleError, match="is there already"):
        write_keys(private, "")


def test_a_wrong_password_or_the_wrong_half_is_one_sentence(tmp_path):
    private = tmp_path / "evaluator.pem"
    public = write_keys(private, "open sesame")
    bundle = make_folder(tmp_path / "bundle")

    with pytest.raises(BundleError, match="wrong password"):
        sign_bundle(bundle, private, "shut sesame")
    with pytest.raises(BundleError, match="cannot be read as a private key"):
        sign_bundle(bundle, public, "")
    sign_bundle(bundle, private, "open sesame")
    with pytest.raises(BundleError, match="is a private key; verify with the public one"):
        verify_bundle(bundle, key=private, hashes_only=True)
