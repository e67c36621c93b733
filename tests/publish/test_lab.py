import json
import socket
import urllib.request

import psutil
import pytest

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.lab import running_lab


def taken_port():
    held = socket.socket()
    held.bind(("127.0.0.1", 0))
    held.listen()
    return held, held.getsockname()[1]


def ask(lab, path):
    with urllib.request.urlopen(lab.address.replace("/lab/tree/work/a%20b.ipynb", path)) as answer:
        return json.load(answer)


def test_a_port_that_is_taken_is_refused(tmp_path):
    held, port = taken_port()

    with (
        held,
        pytest.raises(PublishError, match=f"port {port} of 127.0.0.1 is taken; name another"),
        running_lab(tmp_path / "a.ipynb", tmp_path, ip="127.0.0.1", port=port),
    ):
        pass


@pytest.mark.slow
def test_the_lab_asks_no_server_for_news_and_ends_with_all_it_started(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    notebook = tmp_path / "work" / "a b.ipynb"
    notebook.parent.mkdir()
    notebook.write_text("{}")
    held, port = taken_port()
    held.close()

    with running_lab(notebook, tmp_path, ip="127.0.0.1", port=port) as lab:
        with urllib.request.urlopen(lab.address) as page:
            config = page.read().decode().partition('id="jupyter-config-data"')[2]
        specs = ask(lab, "/api/kernelspecs")["kernelspecs"]
        told = ask(lab, "/lab/api/settings/@jupyterlab/apputils-extension:notification")
        news = ask(lab, "/lab/api/news")["news"]
        family = psutil.Process(lab.process.pid)

    assert "/lab/tree/work/a%20b.ipynb?token=" in lab.address
    assert lab.tunnel.startswith(f"ssh -L {port}:127.0.0.1:{port} ")
    assert "@jupyterlab/apputils-extension:announcements" in config
    assert told["schema"]["properties"]["fetchNews"]["default"] == "false"
    assert news == []
    assert "python3" in specs
    assert not family.is_running()
