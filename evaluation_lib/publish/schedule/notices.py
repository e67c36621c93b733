"""Who is told of a run, and in which words; addresses come from the environment alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from evaluation_lib.errors import JobError, listed
from evaluation_lib.language import Language
from evaluation_lib.publish.running.journal import Entry
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.strict_yaml import StrictLoader
from evaluation_lib.report.wording import words

_LONGEST = 40
"""Lines of a message; robots cut longer ones."""


class Channel(StrEnum):
    """The ways a message can go."""

    SMTP = "smtp"
    DINGTALK = "dingtalk"  # 钉钉群机器人
    WECOM = "wecom"  # 企业微信群机器人
    FEISHU = "feishu"  # 飞书群机器人
    WEBHOOK = "webhook"
    FILE = "file"


class Occasion(StrEnum):
    """What a message is sent for."""

    FAILURE = "failure"
    CHANGE = "change"  # a verdict is another than in the report before


class Notice(BaseModel):
    """One entry below `notify:` in the job file.

    Attributes:
        channel: The way it goes.
        on: What it is sent for.
        address_from: Environment variable with the address: of the robot, or of the mail server as
            `smtp://user:password@host:port` (`smtps://` for TLS from the start).
        secret_from: Environment variable with the secret a robot checks signatures by.
        sender: Address that mail comes from.
        to: Addresses that mail goes to.
        path: File that messages are added to, relative to the job file.
        language: Language of the message.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    channel: Channel
    on: tuple[Occasion, ...] = Field(default=tuple(Occasion), min_length=1)
    address_from: str = ""
    secret_from: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    path: str = ""
    language: Language = Language.ZH

    @model_validator(mode="after")
    def _complete(self) -> Notice:
        needed: Mapping[str, object] = {"path": self.path}
        if self.channel is not Channel.FILE:
            needed = {"address_from": self.address_from}
        if self.channel is Channel.SMTP:
            needed = {**needed, "sender": self.sender, "to": self.to}
        if missing := [key for key, value in needed.items() if not value]:
            raise ValueError(f"channel {self.channel} needs {', '.join(missing)}")
        if "://" in self.address_from or "://" in self.secret_from:
            raise ValueError(
                "address_from and secret_from name environment variables; an address with its "
                "password has no place in a file"
            )
        return self


def read_notices(jobs_file: Path) -> tuple[Notice, ...]:
    """Return what the job file says of who is told.

    Raises:
        JobError: An entry is not understood; every fault is listed.
    """
    content: Any = yaml.load(jobs_file.read_text(encoding="utf-8-sig"), Loader=StrictLoader)
    entries = content.get("notify") or []
    if not isinstance(entries, list):
        raise JobError(f"{jobs_file}: notify: expected a list of entries with a channel each.")
    notices, faults = [], []
    for number, entry in enumerate(entries, start=1):
        try:
            notices.append(Notice.model_validate(entry))
        except ValidationError as error:
            faults += [
                f"{jobs_file}: notify, entry {number}: "
                f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Value error, ')}."
                for fault in error.errors(include_input=False)
            ]
    if faults:
        raise JobError(listed(faults))
    return tuple(notices)


def message(
    entries: Sequence[Entry], on: Sequence[Occasion], language: Language
) -> tuple[str, list[str]]:
    """Return the title and the lines of a message on a run; no line where nothing is to be told.

    Args:
        entries: What became of the reports of one run.
        on: What is told.
        language: Language of the message.
    """
    failed = [one for one in entries if one.state is State.FAILED]
    changed = [one for one in entries if one.changes]
    lines: list[str] = []
    if Occasion.FAILURE in on:
        lines += [f"{' '.join(one.name)}: {one.reason}" for one in failed]
    if Occasion.CHANGE in on:
        lines += [line for one in changed for line in _changes(one, language)]
    zh = language is Language.ZH
    title = (
        f"规划评估：{len(failed)}份报告失败，{len(changed)}份报告评价结论有变化"
        if zh
        else f"Plan evaluation: {len(failed)} reports failed, {len(changed)} with other verdicts"
    )
    if len(lines) > _LONGEST:
        rest = len(lines) - _LONGEST
        more = (
            f"…另有{rest}条，见 plan-eval status。" if zh else f"… {rest} more: plan-eval status."
        )
        lines = [*lines[:_LONGEST], more]
    return title, lines


def _changes(one: Entry, language: Language) -> Iterator[str]:
    said = words(language)
    for change in one.changes:
        yield (
            f"{' '.join(one.name)}: {change.name}: "
            f"{said.verdict(change.old)} → {said.verdict(change.new)}"
        )
