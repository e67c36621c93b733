"""What the front page says is there is there, in both languages alike."""

import re
from pathlib import Path

import pytest
import typer

from evaluation_lib.cli.main import app

PROJECT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.zh-CN.md")
NAMES = (*PAGES, "CONTRIBUTING.md", "CHANGELOG.md", "reports/README.md", "data/README.md")


def read(name):
    return (PROJECT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_front_page_opens_with_the_two_commands(name):
    title, _, first, second = read(name).splitlines()[0:2] + read(name).splitlines()[3:5]

    assert title.startswith("# ")
    assert [first.split("#")[0].strip(), second.split("#")[0].strip()] == [
        "make report",
        "make test",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_link_to_a_file_leads_somewhere(name):
    links = re.findall(r"(?<!!)\[[^]]+\]\((?!https?:)([^)#]+)\)", read(name))

    assert [link for link in links if not (PROJECT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_only_commands_and_options_that_exist_are_named(name):
    commands = typer.main.get_command(app).commands
    options = {name for one in commands.values() for part in one.params for name in part.opts}

    assert set(re.findall(r"plan-eval ([a-z][a-z-]*)", read(name))) == set(commands)
    assert set(re.findall(r"`(--[a-z-]+)", read(name))) <= {*options, "--help"}


def test_both_front_pages_tell_the_same():
    def shape(name):
        lines = read(name).splitlines()
        return [line[0] for line in lines if line[:1] in ("#", "|", "-", "!")]

    def code(name):
        blocks = re.findall(r"```console\n(.*?)```", read(name), flags=re.DOTALL)
        return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]

    english, chinese = PAGES
    assert shape(english) == shape(chinese)
    assert code(english) == code(chinese)


TARGETS = ("report", "explore", "test", "lint", "lock", "environment", "clean")


@pytest.mark.parametrize("target", TARGETS)
def test_the_makefile_has_the_targets_that_are_named(target):
    assert re.search(rf"^{target}:", read("Makefile"), flags=re.MULTILINE)
