"""Pieces for schedulers are what the schedulers read."""

import ast
import configparser
import shlex
import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from evaluation_lib.publish.choices import Every
from evaluation_lib.publish.schedule.snippets import Call, Scheduler, snippet

FOLDER = Path("/srv/plan evaluation/100%")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def call(every=Every.DAY, at=time(6, 30)):
    return Call(FOLDER, Path("evaluations.yml"), at, every)


@pytest.mark.parametrize("every", Every)
def test_a_line_of_cron_has_five_fields_and_a_command_the_shell_reads(every):
    *_, line = snippet(Scheduler.CRON, call(every)).splitlines()

    fields, command = line.split(" ", 5)[:5], line.split(" ", 5)[5]
    assert fields[:2] == ["30", "6"]
    words = shlex.split(command.replace(r"\%", "%"))
    assert words[:3] == ["cd", str(FOLDER), "&&"]
    assert "%" not in command.replace(r"\%", "")
    assert words[3 : words.index("--jobs-file")] == [
        sys.executable,
        "-m",
        "evaluation_lib",
        "run",
        "--due",
    ]


@pytest.mark.parametrize("every", Every)
def test_systemd_understands_service_and_timer(every):
    service, _, timer = snippet(Scheduler.SYSTEMD, call(every)).partition(
        "# ~/.config/systemd/user/plan-eval.timer"
    )
    timer = timer.partition("\n")[2]
    for text, section in ((service, "Service"), (timer, "Timer")):
        parser = configparser.RawConfigParser(strict=True)
        parser.read_string(text)
        assert parser.has_section(section)
    assert "06:30:00 Asia/Shanghai" in timer
    assert "100%%" in service
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed; only read as sections and keys")
    (day,) = [line.partition("=")[2] for line in timer.splitlines() if "OnCalendar" in line]
    assert subprocess.run(["systemd-analyze", "calendar", day], check=False).returncode == 0


@pytest.mark.parametrize("every", Every)
def test_task_scheduler_gets_well_formed_xml(every):
    task = ElementTree.fromstring(snippet(Scheduler.WINDOWS, call(every)).partition("\n")[2])

    assert task.find(f".//{TASK}WorkingDirectory").text == str(FOLDER)
    assert "run --due" in task.find(f".//{TASK}Arguments").text
    assert task.find(f".//{TASK}StartBoundary").text.endswith("T06:30:00+08:00")


@pytest.mark.parametrize(("at", "cron"), [(time(6, 30), "30 22 * * 0"), (time(9, 0), "0 1 * * 1")])
def test_the_workflow_is_yaml_and_its_clock_is_utc(at, cron):
    workflow = yaml.safe_load(snippet(Scheduler.ACTIONS, call(Every.WEEK, at)))

    # YAML 1.1 reads the key "on" as true.
    assert workflow[True]["schedule"] == [{"cron": cron}]
    commands = [step.get("run", "") for step in workflow["jobs"]["due"]["steps"]]
    assert any("plan-eval run --due" in command for command in commands)


def test_the_dag_is_python_that_calls_the_command():
    tree = ast.parse(snippet(Scheduler.AIRFLOW, call()))

    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert str(FOLDER) in texts
    assert any(isinstance(one, str) and "run --due" in one for one in texts)
