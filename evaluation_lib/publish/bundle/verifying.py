"""Hold a bundle against itself, make its report again from it alone, and compare."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation_lib.errors import EvaluationError
from evaluation_lib.language import Text
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.comparing import find_other_pages
from evaluation_lib.publish.bundle.differing import Cause, Difference, Verification
from evaluation_lib.publish.bundle.hashes import (
    find_changed_files,
    find_contradictions,
    find_strangers_beside,
)
from evaluation_lib.publish.bundle.opening import Opened, opened
from evaluation_lib.publish.bundle.origins import find_other_notebook, find_other_programs
from evaluation_lib.publish.choices import DEADLINE_SECONDS
from evaluation_lib.publish.running.manifest import MANIFEST

_UNSIGNED = Text("没有签名", "not signed")


def verify_bundle(
    place: Path,
    *,
    key: Path | None = None,
    fonts: Path | None = None,
    hashes_only: bool = False,
    trust_notebook: bool = False,
    deadline_seconds: float = DEADLINE_SECONDS,
) -> Verification:
    """Verify the bundle at `place`.

    No program of the bundle is run: the report is made by the method and the notebook that are
    installed here.

    Args:
        place: Folder, zip file, or folder of a report with its bundle.
        key: Public key of whoever must have signed it; None to ask for no signature.
        fonts: Folder with the fonts it was printed with, where it names some.
        hashes_only: Whether not to make the report again.
        trust_notebook: Whether to run the bundle's notebook though it is not this installation's.
        deadline_seconds: Time after which making the report is given up.

    Raises:
        BundleError: There is no bundle, or a key cannot be read.
    """
    with opened(place) as bundle:
        root = bundle.root
        found = _once((*find_changed_files(root), *find_contradictions(root)))
        found += find_strangers_beside(root, bundle.beside)
        signature, unsigned = _signature(bundle, key)
        found += unsigned
        notes = list(find_other_programs(root, fonts))
        found += [one for one in notes if one.cause is Cause.TAMPERED]
        notes = [one for one in notes if one.cause is not Cause.TAMPERED]
        strange = list(find_other_notebook(root))
        if strange and not trust_notebook:
            found += strange
        else:
            notes += strange
        rebuild = not hashes_only and (trust_notebook or not strange)
        if rebuild:
            found += _differences_of_rebuild(root, fonts, deadline_seconds, found, notes)
        return Verification(
            tuple(found), tuple(notes), len(contents.file_names(root)), rebuild, signature
        )


def _once(differences: Iterable[Difference]) -> list[Difference]:
    """Return the first difference of each file: the list of hashes and the metadata agree on it."""
    first: dict[str, Difference] = {}
    for one in differences:
        first.setdefault(one.where, one)
    return list(first.values())


def _signature(bundle: Opened, key: Path | None) -> tuple[Text, list[Difference]]:
    # Keys are of no use to the many bundles without a signature, and take a while to import.
    if key is None and not bundle.signature:
        return _UNSIGNED, []
    from evaluation_lib.publish.bundle.signing import is_signed, read_fingerprint, signed_by

    if key is None:
        name = signed_by(bundle.signature)
        return Text(f"有签名（密钥{name}），未核对", f"signed with {name}, not checked"), []
    name = read_fingerprint(key)
    sums = bundle.root / contents.SUMS
    if not bundle.signature:
        wrong = _UNSIGNED
    elif not sums.is_file() or not is_signed(sums.read_bytes(), bundle.signature, key):
        wrong = Text(f"签名与本包或密钥{name}不符", f"is no signature of {name} on this bundle")
    else:
        return Text(f"签名有效，密钥{name}", f"signed with {name}"), []
    return wrong, [Difference(Cause.TAMPERED, contents.SIGNATURE, wrong)]


def _differences_of_rebuild(
    root: Path,
    fonts: Path | None,
    deadline_seconds: float,
    found: list[Difference],
    notes: list[Difference],
) -> Iterator[Difference]:
    cause = _cause(found, notes)
    with tempfile.TemporaryDirectory(prefix="verify-") as place:
        try:
            rebuilt = _rebuild(root, Path(place), fonts, deadline_seconds)
        except EvaluationError as error:
            reason = str(error).replace(str(root), "").replace(str(place), "")
            yield Difference(
                cause,
                contents.REPORT,
                Text(f"无法重新生成：{reason}", f"cannot be made again: {reason}"),
            )
            return
        for where, what in find_other_pages(root / contents.REPORT, rebuilt):
            yield Difference(cause, f"{contents.REPORT}/{where}", what)


def _cause(found: list[Difference], notes: list[Difference]) -> Cause:
    """Return what explains that a second run gives something else."""
    known = {one.cause for one in (*notes, *(one for one in found if one.cause is Cause.DATA))}
    order = (Cause.DATA, Cause.CODE, Cause.ENVIRONMENT)
    return next((one for one in order if one in known), Cause.TAMPERED)


def _rebuild(root: Path, place: Path, fonts: Path | None, deadline_seconds: float) -> Path:
    """Make the report of the bundle `root` below `place` and return its folder."""
    from evaluation_lib.publish.bundle.remaking import remake

    folder = remake(root, place, fonts, deadline_seconds)
    (folder / MANIFEST).unlink(missing_ok=True)
    return folder
