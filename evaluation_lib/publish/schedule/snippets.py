"""Ready pieces for whatever calls `plan-eval run --due` by the clock."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from pathlib import Path
from xml.sax.saxutils import escape

from evaluation_lib.publish.choices import Every


class Scheduler(StrEnum):
    """What calls the command."""

    CRON = "cron"
    SYSTEMD = "systemd"
    WINDOWS = "windows"
    ACTIONS = "actions"
    AIRFLOW = "airflow"


@dataclass(frozen=True, slots=True)
class Call:
    """When and where the command is called.

    Attributes:
        folder: Folder of the project, where the command is run.
        jobs_file: Job file, relative to it.
        at: Time of day in China.
        every: How often; a week begins on Monday, a month on its first.
    """

    folder: Path
    jobs_file: Path
    at: time
    every: Every

    @property
    def command(self) -> list[str]:
        """Return the command with the interpreter that runs now."""
        return [
            sys.executable,
            "-m",
            "evaluation_lib",
            "run",
            "--due",
            "--jobs-file",
            str(self.jobs_file),
            "--progress",
            "json",
        ]


def snippet(scheduler: Scheduler, call: Call) -> str:
    """Return what to put where, with a first line of comment that says so."""
    return _SNIPPETS[scheduler](call)


def _cron(call: Call) -> str:
    days = {Every.DAY: "* * *", Every.WEEK: "* * 1", Every.MONTH: "1 * *"}[call.every]
    # A bare per cent sign is the end of a line to cron.
    command = shlex.join(call.command).replace("%", r"\%")
    folder = shlex.quote(str(call.folder)).replace("%", r"\%")
    return f"""\
# crontab -e; times are those of the machine unless CRON_TZ is understood
CRON_TZ=Asia/Shanghai
{call.at.minute} {call.at.hour} {days} cd {folder} && {command} >> reports/run.log 2>&1
"""


def _systemd(call: Call) -> str:
    day = {Every.DAY: "*-*-*", Every.WEEK: "Mon *-*-*", Every.MONTH: "*-*-01"}[call.every]
    command = " ".join(_quoted(word) for word in call.command)
    return f"""\
# ~/.config/systemd/user/plan-eval.service
[Unit]
Description=Reports on five-year plans that are due

[Service]
Type=oneshot
WorkingDirectory={str(call.folder).replace("%", "%%")}
ExecStart={command}

# ~/.config/systemd/user/plan-eval.timer; then: systemctl --user enable --now plan-eval.timer
[Unit]
Description=When to ask which reports are due

[Timer]
OnCalendar={day} {call.at:%H:%M}:00 Asia/Shanghai
Persistent=true

[Install]
WantedBy=timers.target
"""


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if set(escaped) & set(" \t'\"\\;") else escaped


def _windows(call: Call) -> str:
    rhythm = {
        Every.DAY: "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>",
        Every.WEEK: (
            "<ScheduleByWeek><DaysOfWeek><Monday /></DaysOfWeek>"
            "<WeeksInterval>1</WeeksInterval></ScheduleByWeek>"
        ),
        Every.MONTH: (
            "<ScheduleByMonth><DaysOfMonth><Day>1</Day></DaysOfMonth><Months>"
            + "".join(f"<{month} />" for month in _MONTHS)
            + "</Months></ScheduleByMonth>"
        ),
    }[call.every]
    program, *words = call.command
    arguments = escape(" ".join(f'"{word}"' if " " in word else word for word in words))
    return f"""\
<?xml version="1.0" encoding="UTF-16"?>
<!-- plan-eval.xml; then: schtasks /Create /TN plan-eval /XML plan-eval.xml -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{call.at:%H:%M}:00+08:00</StartBoundary>
      {rhythm}
    </CalendarTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <StartWhenAvailable>true</StartWhenAvailable>
  </Settings>
  <Actions>
    <Exec>
      <Command>{escape(program)}</Command>
      <Arguments>{arguments}</Arguments>
      <WorkingDirectory>{escape(str(call.folder))}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _utc_cron(call: Call) -> str:
    """Return the five fields of cron in UTC, eight hours behind China."""
    hour, yesterday = (call.at.hour - 8) % 24, call.at.hour < 8
    weekday = 0 if yesterday else 1
    # The day before the first is another one each month, so the first itself is taken.
    days = {Every.DAY: "* * *", Every.WEEK: f"* * {weekday}", Every.MONTH: "1 * *"}
    return f"{call.at.minute} {hour} {days[call.every]}"


def _actions(call: Call) -> str:
    return f"""\
# .github/workflows/reports.yml; times of schedule are UTC. Addresses for notices are secrets.
name: reports
on:
  schedule:
    - cron: "{_utc_cron(call)}"
  workflow_dispatch:
concurrency: reports
jobs:
  due:
    runs-on: ubuntu-latest
    env:
      TZ: Asia/Shanghai
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: make venv
      - uses: actions/cache@v4
        with:
          path: reports
          key: reports-${{{{ github.run_id }}}}
          restore-keys: reports-
      - run: .venv/bin/plan-eval run --due --jobs-file {shlex.quote(call.jobs_file.as_posix())}
        env:
          PLAN_EVAL_ROBOT: ${{{{ secrets.PLAN_EVAL_ROBOT }}}}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: reports
          path: reports
          include-hidden-files: true
"""


def _airflow(call: Call) -> str:
    days = {Every.DAY: "* * *", Every.WEEK: "* * 1", Every.MONTH: "1 * *"}[call.every]
    return f"""\
# dags/plan_eval.py
import pendulum
from airflow import DAG
from airflow.providers.standard.operators.bash import BashOperator

with DAG(
    dag_id="plan_eval",
    schedule="{call.at.minute} {call.at.hour} {days}",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
    catchup=False,
    max_active_runs=1,
):
    BashOperator(
        task_id="due",
        cwd={str(call.folder)!r},
        bash_command={shlex.join(call.command)!r},
    )
"""


_SNIPPETS: Mapping[Scheduler, Callable[[Call], str]] = {
    Scheduler.CRON: _cron,
    Scheduler.SYSTEMD: _systemd,
    Scheduler.WINDOWS: _windows,
    Scheduler.ACTIONS: _actions,
    Scheduler.AIRFLOW: _airflow,
}
