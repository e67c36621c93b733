"""Failures and changed verdicts reach those who have to know; addresses stay in the environment."""

import base64
import hashlib
import hmac
import json
import socket
import threading
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from aiosmtpd.controller import Controller

from evaluation_lib.errors import JobError
from evaluation_lib.publish.running.journal import Change, Entry
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.schedule.notices import Notice, read_notices
from evaluation_lib.publish.schedule.sending import send_notices

FAILED = Entry(
    ("county", "440802", "zh"), "r", "t", State.FAILED, "k", 1, 1, "n.ipynb: cell 'cover': boom"
)
CHANGED = Entry(
    ("county", "440803", "zh"),
    "r",
    "t",
    State.DONE,
    "k",
    1,
    1,
    changes=(Change("pledges", "质押融资", "slightly_behind", "on_schedule"),),
)
QUIET = Entry(("county", "440804", "zh"), "r", "t", State.DONE, "k", 1, 1)


@pytest.fixture
def robot():
    """Serve a robot on this machine that keeps what it gets and answers as it is told to."""

    class Robot(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            server.heard.append((self.path, json.loads(self.rfile.read(length))))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(server.answer).encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Robot)
    server.heard, server.answer = [], {"errcode": 0, "code": 0}
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def address_of(robot) -> str:
    return f"http://127.0.0.1:{robot.server_port}/send?token=s3cret"


def sent(notice: dict, entries, tmp_path) -> list[str]:
    return send_notices([Notice.model_validate(notice)], entries, tmp_path)


def test_dingtalk_gets_signed_markdown(robot, tmp_path, monkeypatch):
    monkeypatch.setenv("ROBOT", address_of(robot))
    monkeypatch.setenv("SIGN", "SECabc")
    notice = {"channel": "dingtalk", "address_from": "ROBOT", "secret_from": "SIGN"}

    assert sent(notice, [FAILED, CHANGED, QUIET], tmp_path) == []

    ((path, body),) = robot.heard
    asked = parse_qs(urlsplit(path).query)
    moment = asked["timestamp"][0]
    sign = hmac.new(b"SECabc", f"{moment}\nSECabc".encode(), hashlib.sha256).digest()
    assert asked["sign"] == [base64.b64encode(sign).decode()]
    assert body["msgtype"] == "markdown"
    assert body["markdown"]["title"] == "规划评估：1份报告失败，1份报告评价结论有变化"
    assert "county 440802 zh: n.ipynb: cell 'cover': boom" in body["markdown"]["text"]
    assert "county 440803 zh: 质押融资: 略有滞后 → 基本符合预期" in body["markdown"]["text"]
    assert "440804" not in body["markdown"]["text"]


def test_wecom_gets_markdown_that_fits(robot, tmp_path, monkeypatch):
    monkeypatch.setenv("ROBOT", address_of(robot))

    assert sent({"channel": "wecom", "address_from": "ROBOT"}, [FAILED] * 500, tmp_path) == []

    ((_, body),) = robot.heard
    assert body["msgtype"] == "markdown"
    assert len(body["markdown"]["content"].encode()) <= 4096


def test_feishu_gets_signed_text(robot, tmp_path, monkeypatch):
    monkeypatch.setenv("ROBOT", address_of(robot))
    monkeypatch.setenv("SIGN", "secret")
    notice = {"channel": "feishu", "address_from": "ROBOT", "secret_from": "SIGN"}

    assert sent(notice, [FAILED], tmp_path) == []

    ((_, body),) = robot.heard
    key = f"{body['timestamp']}\nsecret".encode()
    assert body["sign"] == base64.b64encode(hmac.new(key, b"", hashlib.sha256).digest()).decode()
    assert body["msg_type"] == "text"
    assert body["content"]["text"].endswith("county 440802 zh: n.ipynb: cell 'cover': boom")


def test_any_web_address_gets_title_and_lines(robot, tmp_path, monkeypatch):
    monkeypatch.setenv("ROBOT", address_of(robot))
    notice = {"channel": "webhook", "address_from": "ROBOT", "on": ["change"], "language": "en"}

    assert sent(notice, [FAILED, CHANGED], tmp_path) == []

    ((_, body),) = robot.heard
    assert body["lines"] == ["county 440803 zh: 质押融资: Slightly behind → On schedule"]


def test_mail_reaches_its_server(tmp_path, monkeypatch):
    letters = []

    class Sink:
        async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
            letters.append((envelope.rcpt_tos, envelope.content))
            return "250 OK"

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    post = Controller(Sink(), hostname="127.0.0.1", port=port)
    post.start()
    monkeypatch.setenv("MAIL", f"smtp://127.0.0.1:{port}")
    notice = {
        "channel": "smtp",
        "address_from": "MAIL",
        "sender": "fleet@example.org",
        "to": ["chief@example.org", "deputy@example.org"],
    }

    troubles = sent(notice, [FAILED], tmp_path)
    post.stop()

    assert troubles == []
    ((receivers, content),) = letters
    letter = message_from_bytes(content, policy=default)
    assert receivers == ["chief@example.org", "deputy@example.org"]
    assert letter["Subject"] == "规划评估：1份报告失败，0份报告评价结论有变化"
    assert "cell 'cover': boom" in letter.get_content()


def test_a_file_is_added_to(tmp_path):
    for _ in range(2):
        assert sent({"channel": "file", "path": "notices.jsonl"}, [FAILED], tmp_path) == []

    lines = (tmp_path / "notices.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["lines"] for line in lines] == [
        ["county 440802 zh: n.ipynb: cell 'cover': boom"]
    ] * 2


def test_nothing_is_sent_where_there_is_nothing_to_tell(tmp_path):
    assert sent({"channel": "file", "path": "notices.jsonl"}, [QUIET], tmp_path) == []
    assert not (tmp_path / "notices.jsonl").exists()


def test_no_secret_stands_in_what_is_said_of_a_failure(robot, tmp_path, monkeypatch):
    monkeypatch.setenv("ROBOT", address_of(robot))
    monkeypatch.setenv("NOBODY", "http://127.0.0.1:9/send?token=s3cret")
    monkeypatch.setenv("MAIL", "smtp://user:s3cret@127.0.0.1:9")
    mail = {"channel": "smtp", "address_from": "MAIL", "sender": "a@b.cn", "to": ["c@d.cn"]}
    robot.answer = {"errcode": 310000, "errmsg": "s3cret"}

    troubles = [
        *sent({"channel": "dingtalk", "address_from": "ROBOT"}, [FAILED], tmp_path),
        *sent({"channel": "webhook", "address_from": "NOBODY"}, [FAILED], tmp_path),
        *sent({"channel": "wecom", "address_from": "UNSET"}, [FAILED], tmp_path),
        *sent(mail, [FAILED], tmp_path),
    ]

    assert troubles == [
        "the notice by dingtalk could not be sent: the robot refused it with code 310000.",
        "the notice by webhook could not be sent: the server could not be reached.",
        "the notice by wecom could not be sent: the environment variable UNSET is not set.",
        "the notice by smtp could not be sent: ConnectionRefusedError.",
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        pytest.param("{channel: wecom}", "needs address_from", id="no address"),
        pytest.param("{channel: file}", "needs path", id="no path"),
        pytest.param("{channel: smtp, address_from: MAIL}", "needs sender, to", id="no receiver"),
        pytest.param(
            "{channel: wecom, address_from: 'https://host/send?key=s3cret'}",
            "address_from and secret_from name environment variables",
            id="address in the file",
        ),
        pytest.param("{channel: pigeon}", "channel: Input should be", id="no such channel"),
    ],
)
def test_an_entry_that_is_not_understood_is_refused_without_its_secret(tmp_path, entry, fault):
    path = tmp_path / "evaluations.yml"
    path.write_text(f"notify:\n  - {entry}\njobs: {{}}\n", encoding="utf-8")

    with pytest.raises(JobError, match=fault) as refusal:
        read_notices(path)

    assert "s3cret" not in str(refusal.value)
    assert "notify, entry 1" in str(refusal.value)
