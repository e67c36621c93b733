"""Messages on their way: by mail, to a robot, to a web address, into a file."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import smtplib
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.running.journal import Entry, now
from evaluation_lib.publish.schedule.notices import Channel, Notice, message

_SECONDS = 20


def send_notices(notices: Sequence[Notice], entries: Sequence[Entry], root: Path) -> list[str]:
    """Send each notice that has something to tell of the run whose `entries` these are.

    Args:
        notices: Who is told.
        entries: What became of the reports of the run.
        root: Folder of the job file, from which paths start.

    Returns:
        Why a notice could not be sent, one sentence each. No address and no secret stands in it.
    """
    troubles = []
    for notice in notices:
        title, lines = message(entries, notice.on, notice.language)
        if not lines:
            continue
        try:
            _WAYS[notice.channel](notice, title, lines, root)
        except (OSError, PublishError, smtplib.SMTPException, ValueError) as error:
            what = str(error) if isinstance(error, PublishError) else type(error).__name__
            troubles.append(f"the notice by {notice.channel} could not be sent: {what}.")
    return troubles


def _mail(notice: Notice, title: str, lines: Sequence[str], root: Path) -> None:
    del root
    server = urllib.parse.urlsplit(_from_environment(notice.address_from))
    letter = EmailMessage(policy=SMTP)
    letter["Subject"], letter["From"], letter["To"] = title, notice.sender, ", ".join(notice.to)
    letter.set_content("\n".join(lines) + "\n")
    kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    with kind(server.hostname or "", server.port or 0, timeout=_SECONDS) as post:
        if server.scheme != "smtps" and post.has_extn("starttls"):
            post.starttls(context=ssl.create_default_context())
        if server.username:
            post.login(
                urllib.parse.unquote(server.username), urllib.parse.unquote(server.password or "")
            )
        post.send_message(letter)


def _dingtalk(notice: Notice, title: str, lines: Sequence[str], root: Path) -> None:
    del root
    address = _from_environment(notice.address_from)
    if notice.secret_from:
        moment = str(round(time.time() * 1000))
        secret = _from_environment(notice.secret_from)
        sign = _signature(secret.encode(), f"{moment}\n{secret}".encode())
        address += "&" if "?" in address else "?"
        address += urllib.parse.urlencode({"timestamp": moment, "sign": sign})
    text = "\n\n".join([f"### {title}", *(f"- {line}" for line in lines)])
    _post(address, {"msgtype": "markdown", "markdown": {"title": title, "text": text}}, "errcode")


def _wecom(notice: Notice, title: str, lines: Sequence[str], root: Path) -> None:
    del root
    text = "\n".join([f"**{title}**", *(f"> {line}" for line in lines)])
    # The robot refuses more than 4096 bytes.
    short = text.encode()[:4000].decode("utf-8", "ignore")
    body = {"msgtype": "markdown", "markdown": {"content": short}}
    _post(_from_environment(notice.address_from), body, "errcode")


def _feishu(notice: Notice, title: str, lines: Sequence[str], root: Path) -> None:
    del root
    body: dict[str, Any] = {"msg_type": "text", "content": {"text": "\n".join([title, *lines])}}
    if notice.secret_from:
        moment = str(round(time.time()))
        secret = _from_environment(notice.secret_from)
        body["timestamp"], body["sign"] = moment, _signature(f"{moment}\n{secret}".encode(), b"")
    _post(_from_environment(notice.address_from), body, "code")


def _webhook(notice: Notice, title: str, lines: Sequence[str], root: Path) -> None:
    del root
    _post(_from_environment(notice.address_from), {"title": title, "lines": list(lines)}, "")


def _file(notice: Notice, title: str, lines: Sequence[str], root: Path) -> None:
    path = root / notice.path
    path.parent.mkdir(parents=True, exist_ok=True)
    told = {"at": now().isoformat(timespec="seconds"), "title": title, "lines": list(lines)}
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(told, ensure_ascii=False) + "\n")


_WAYS: Mapping[Channel, Callable[[Notice, str, Sequence[str], Path], None]] = {
    Channel.SMTP: _mail,
    Channel.DINGTALK: _dingtalk,
    Channel.WECOM: _wecom,
    Channel.FEISHU: _feishu,
    Channel.WEBHOOK: _webhook,
    Channel.FILE: _file,
}


def _from_environment(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise PublishError(f"the environment variable {name} is not set")
    return value


def _signature(key: bytes, text: bytes) -> str:
    return base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()


def _post(address: str, body: Mapping[str, Any], code: str) -> None:
    """Post `body` as JSON; robots answer 200 and tell in `code` whether they took it."""
    request = urllib.request.Request(
        address,
        json.dumps(body, ensure_ascii=False).encode(),
        {"Content-Type": "application/json; charset=utf-8"},
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            said = answer.read()
    except urllib.error.HTTPError as error:
        raise PublishError(f"the server answered {error.code}") from None
    except (urllib.error.URLError, ValueError):
        raise PublishError("the server could not be reached") from None
    if code:
        told = json.loads(said)
        if told.get(code, 0) != 0:
            raise PublishError(f"the robot refused it with code {told[code]}")
