"""Ed25519 signatures: who vouches for a bundle."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from evaluation_lib.errors import BundleError
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.opening import opened, signature_beside

_ALGORITHM = "Ed25519"


def write_keys(private: Path, password: str) -> Path:
    """Write a new private key to `private` and its public half beside it; return the latter.

    Args:
        private: File that must not be there yet; only its owner may read it.
        password: Encrypts the private key; blank leaves it open to whoever gets the file.

    Raises:
        BundleError: One of the files is there already.
    """
    public = private.with_suffix(".pub")
    if taken := [one for one in (private, public) if one.exists()]:
        raise BundleError(f"{taken[0]}: is there already; a key is never written over.")
    key = Ed25519PrivateKey.generate()
    guard: serialization.KeySerializationEncryption = (
        serialization.BestAvailableEncryption(password.encode())
        if password
        else serialization.NoEncryption()
    )
    text = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, guard)
    handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text)
    public.write_bytes(
        key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    return public


def is_guarded(private: Path) -> bool:
    """Return whether the private key needs a password."""
    return b"ENCRYPTED" in _bytes(private)


def sign_bundle(place: Path, private: Path, password: str) -> Path:
    """Sign the bundle at `place` and return the file of the signature.

    What is signed is the list of hashes, so a signature holds for the zip file and for its folder.
    It lies in the folder, or beside the zip file, whose own bytes stay what they were.

    Raises:
        BundleError: There is no bundle, or the key cannot be read.
    """
    key = _private_key(private, password)
    with opened(place) as bundle:
        sums = bundle.root / contents.SUMS
        if not sums.is_file():
            raise BundleError(f"{place}: has no {contents.SUMS}, so there is nothing to sign.")
        signature = {
            "algorithm": _ALGORITHM,
            "key": fingerprint(key.public_key()),
            "signature": base64.b64encode(key.sign(sums.read_bytes())).decode(),
        }
        if place.is_dir() and bundle.root == place:
            target = place / contents.SIGNATURE
        else:
            target = signature_beside(place / contents.BUNDLE if place.is_dir() else place)
    target.write_text(json.dumps(signature, indent=1) + "\n", encoding="utf-8")
    return target


def signed_by(text: str) -> str:
    """Return the fingerprint a signature names; blank where it names none."""
    try:
        return str(json.loads(text)["key"])
    except (ValueError, KeyError, TypeError):
        return ""


def is_signed(sums: bytes, text: str, public: Path) -> bool:
    """Return whether the signature `text` is that of the holder of `public` on `sums`.

    Raises:
        BundleError: The public key cannot be read.
    """
    key = _public_key(public)
    try:
        signature = base64.b64decode(json.loads(text)["signature"], validate=True)
        key.verify(signature, sums)
    except (InvalidSignature, ValueError, KeyError, TypeError):
        return False
    return True


def fingerprint(key: Ed25519PublicKey) -> str:
    """Return the name by which two people compare a key over the telephone."""
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()[:32]


def read_fingerprint(public: Path) -> str:
    """Return the fingerprint of the public key in the file `public`.

    Raises:
        BundleError: The file holds none.
    """
    return fingerprint(_public_key(public))


def _private_key(path: Path, password: str) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(
            _bytes(path), password.encode() if password else None
        )
    except (TypeError, ValueError, UnsupportedAlgorithm) as error:
        raise BundleError(
            f"{path}: cannot be read as a private key: wrong password, or no PEM key."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BundleError(f"{path}: is no Ed25519 key; make one with plan-eval new-key.")
    return key


def _public_key(path: Path) -> Ed25519PublicKey:
    content = _bytes(path)
    if b"PRIVATE KEY" in content:
        raise BundleError(
            f"{path}: is a private key; verify with the public one, which ends in .pub."
        )
    try:
        key = serialization.load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BundleError(f"{path}: cannot be read as a public key.") from error
    if not isinstance(key, Ed25519PublicKey):
        raise BundleError(f"{path}: is no Ed25519 key.")
    return key


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BundleError(f"{path}: {error.strerror or error}.") from error
