"""`plan-eval verify`, `sign`, `new-key`: hold a report to what it was made from."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaluation_lib.errors import BundleError
from evaluation_lib.language import Text
from evaluation_lib.publish.choices import DEADLINE_SECONDS

if TYPE_CHECKING:
    from evaluation_lib.publish.bundle.differing import Verification

PASSWORD_VARIABLE = "PLAN_EVAL_KEY_PASSWORD"
VERIFY_EXAMPLE = """\b
Examples:
  plan-eval verify reports/midterm-demo/440800/zh
  plan-eval verify bundle.zip --key evaluator.pub
  plan-eval verify bundle.zip --hashes-only
"""
SIGN_EXAMPLE = """\b
Example:
  plan-eval sign reports/midterm-demo/440800/zh --key /media/stick/evaluator.pem
"""
NEW_KEY_EXAMPLE = """\b
Example:
  plan-eval new-key /media/stick/evaluator.pem
"""
_IDENTICAL = Text("一致", "identical")
_HASHES = Text("校验值一致，未重新生成", "hashes agree, not made again")

Bundle = Annotated[
    Path,
    typer.Argument(
        metavar="BUNDLE", help="A bundle.zip, the folder of one, or the folder of a report."
    ),
]


def enter(app: typer.Typer) -> None:
    """Enter the commands in `app`."""
    app.command(epilog=VERIFY_EXAMPLE)(verify)
    app.command(epilog=SIGN_EXAMPLE)(sign)
    app.command(name="new-key", epilog=NEW_KEY_EXAMPLE)(new_key)


def verify(
    bundle: Bundle,
    key: Annotated[
        Path | None, typer.Option("--key", help="Public key of whoever must have signed it.")
    ] = None,
    hashes_only: Annotated[
        bool, typer.Option("--hashes-only", help="Check hashes; do not make the report again.")
    ] = False,
    fonts: Annotated[
        Path | None, typer.Option("--fonts", help="Folder of fonts it was printed with.")
    ] = None,
    trust_notebook: Annotated[
        bool,
        typer.Option(
            "--trust-notebook", help="Run the bundle's notebook though it is not one of ours."
        ),
    ] = False,
    deadline: Annotated[
        float, typer.Option("--deadline", min=1.0, help="Seconds after which to give up.")
    ] = DEADLINE_SECONDS,
) -> None:
    """Check the hashes of BUNDLE, make its report again from it alone, and compare.

    Prints that result and pages are identical, or a table of what differs, each with its cause:
    data, code version, environment, or unexplained as tampering is. Works without a network. No
    program of the bundle is run unless its notebook is trusted. Exit code 0: identical; 1: not;
    2: no bundle.
    """
    from evaluation_lib.publish.bundle.verifying import verify_bundle

    found = verify_bundle(
        bundle,
        key=key,
        fonts=fonts,
        hashes_only=hashes_only,
        trust_notebook=trust_notebook,
        deadline_seconds=deadline,
    )
    _show(found)
    sys.exit(not found.is_identical)


def sign(
    bundle: Bundle,
    key: Annotated[Path, typer.Option("--key", help="Private key, in PEM form.")],
) -> None:
    """Sign BUNDLE with an Ed25519 key, so that others can tell who vouches for it.

    What is signed is the list of hashes; the bundle itself stays as it is. A signature lies beside
    the zip file, or in the folder. The password of the key is asked for, or read from the
    environment variable PLAN_EVAL_KEY_PASSWORD. Prints the file of the signature.
    """
    from evaluation_lib.publish.bundle.signing import is_guarded, sign_bundle

    password = _password(confirm=False) if is_guarded(key) else ""
    print(sign_bundle(bundle, key, password))


def new_key(
    private: Annotated[
        Path, typer.Argument(metavar="FILE", help="File of the private key, such as name.pem.")
    ],
    without_password: Annotated[
        bool, typer.Option("--without-password", help="Leave the private key unencrypted.")
    ] = False,
) -> None:
    """Make a pair of Ed25519 keys: FILE, which nobody else may have, and its public half.

    Keep the private key on a stick and off the machine, and hand out the public one, which ends in
    .pub. The password is asked for, or read from the environment variable PLAN_EVAL_KEY_PASSWORD.
    Prints the public key's file and fingerprint.
    """
    from evaluation_lib.publish.bundle.signing import read_fingerprint, write_keys

    public = write_keys(private, "" if without_password else _password(confirm=True))
    print(public)
    print(read_fingerprint(public))


def _password(*, confirm: bool) -> str:
    given = os.environ.get(PASSWORD_VARIABLE, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise BundleError(f"The key needs a password; set {PASSWORD_VARIABLE} or use a terminal.")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=confirm, err=True))


def _show(found: Verification) -> None:
    from evaluation_lib.publish.bundle.differing import CAUSES

    for one in found.notes:
        print(f"{one.where}: {CAUSES[one.cause].en}: {one.what.en}", file=sys.stderr)
    print(f"{found.files} files; {found.signature.en} / {found.signature.zh}", file=sys.stderr)
    if found.is_identical:
        said = _IDENTICAL if found.rebuilt else _HASHES
        print(f"{said.en} / {said.zh}")
        return
    print("| where 位置 | cause 原因 | what 差异 |\n|---|---|---|")
    for one in found.differences:
        cause, what = CAUSES[one.cause], one.what
        cells = (one.where, f"{cause.en} {cause.zh}", f"{what.en} / {what.zh}")
        print(
            "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
        )
