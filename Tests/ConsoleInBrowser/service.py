"""A running orderd with its sandbox, in a folder of its own, and orders in all states."""

import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILT = [ROOT / ".build" / configuration / "orderd" for configuration in ("release", "debug")]
PROGRAM = os.environ.get("ORDERD_PROGRAM") or str(next((one for one in BUILT if one.exists()), BUILT[0]))
# A variable of the program's own prefix that is no setting of it is refused.
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("ORDERD_")}
HOSTILE = {
    "note": "<script>window.hacked = 1</script>",
    "<img src=x onerror=window.hacked=2>": "<img src=x onerror=window.hacked=3>",
    "gift": {"text": "\"><svg onload=window.hacked=4>"},
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    def __init__(self, keys=False):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="console-"))
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.token = self.make_key("tester", "admin") if keys else None
        self.reader = self.make_key("looker", "orders:read") if keys else None
        self.writer = self.make_key("shop", "orders:write") if keys else None
        self.process = None
        try:
            self.start()
        except AssertionError as error:
            told = (self.folder / "log").read_text()[-2000:]
            self.remove()
            raise AssertionError(f"{error}: {told}") from None

    def start(self):
        fixtures = HERE / "Fixtures"
        settings = {
            "http.port": self.port,
            "data.directory": self.folder / "data",
            "workflow.directory": fixtures / "workflows",
            "workflow.requireEmails": "Refunds=false,Slow=false",
            "schedules.file": fixtures / "schedules.yaml",
            "email.htmlTemplate": ROOT / "config" / "templates" / "email-html.mustache",
        }
        if self.token:
            settings["http.keysFile"] = self.folder / "keys"
        arguments = [part for key, value in settings.items() for part in ("--set", f"{key}={value}")]
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([PROGRAM, "serve", "--sandbox", *arguments], cwd=self.folder, env=ENVIRONMENT, stdout=log, stderr=log)
        self.wait(lambda: self._answers(), 60, "the service does not start")

    def _answers(self):
        try:
            return urllib.request.urlopen(self.url + "/livez", timeout=2).status == 200
        except (urllib.error.URLError, ConnectionError):
            return False

    def make_key(self, name, scopes):
        """A key, which a service knows that is started after it."""
        made = subprocess.run(
            [PROGRAM, "keys", "new", "--name", name, "--scopes", scopes, "--file", str(self.folder / "keys"), "--json"],
            env=ENVIRONMENT, capture_output=True, text=True, check=True)
        return json.loads(made.stdout)["token"]

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, path, body=None, kind="application/json"):
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": kind} if data else {}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from error
        return json.loads(text) if text and kind == "application/json" else text

    def order(self, id):
        return self.call("GET", f"/orders/{id}")

    def submit(self, order, workflow=None):
        query = f"?workflow={workflow}" if workflow else ""
        return self.call("POST", "/orders" + query, order)

    def wait(self, check, seconds=30, otherwise="it did not happen"):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := check():
                return value
            time.sleep(0.05)
        raise AssertionError(otherwise)

    def wait_status(self, id, status):
        self.wait(lambda: self.order(id)["status"] == status, otherwise=f"{id} did not become {status}: {self.order(id)['status']}")

    def fail_sends(self, *faults):
        """Has the sandbox fail on purpose, over its own port."""
        context = ssl._create_unverified_context()
        body = json.dumps({"faults": list(faults)}).encode()
        request = urllib.request.Request(f"https://localhost:{self._sandbox_port()}/sandbox/faults", body, method="PUT")
        urllib.request.urlopen(request, context=context, timeout=5).close()

    def _sandbox_port(self):
        pid = self.process.pid
        inodes = set()
        for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir():
            try:
                inodes.add(os.readlink(entry)[len("socket:["):-1])
            except FileNotFoundError:
                pass  # A connection that was closed meanwhile.
        for line in pathlib.Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            port = int(fields[1].split(":")[1], 16)
            if fields[3] == "0A" and fields[9] in inodes and port != self.port:
                return port
        raise AssertionError("the sandbox listens nowhere")


def fill(service, many):
    """Orders in all states, and so many ordinary ones beside them."""
    lines = [{"seconds": 1, "count": 1}, {"seconds": 2, "count": 1}, {"seconds": 1, "count": 3}]
    mail = {"customerEmail": "buyer@example.com"}
    for first in range(0, many, 1000):
        batch = "\n".join(json.dumps({"orderId": f"many-{n}", **mail}) for n in range(first, min(many, first + 1000)))
        service.call("POST", "/orders", batch, "application/x-ndjson")
    service.wait(lambda: service.call("GET", "/queue")["backlog"] == 0, 900)
    service.submit({"orderId": "good", "kind": "parcel", "lines": lines, "refund": 20, **mail}, "Fulfilment")
    service.submit({"orderId": "soldout", "kind": "parcel", "lines": [{"seconds": 1, "count": 1}, {"seconds": 0, "count": 0}], **mail}, "Fulfilment")
    service.submit({"orderId": "child-failed", "kind": "digital", "refund": -20, **mail}, "Fulfilment")
    service.submit({"orderId": "bulk", "kind": "bulk", "lines": [{"count": 101}], **mail}, "Fulfilment")
    for n in range(6):
        service.submit({"orderId": f"negative-{n}", "amount": -n - 1}, "Refunds")
    for n in range(2):
        service.submit({"orderId": f"absurd-{n}", "amount": -5000 - n}, "Refunds")
    for n in range(4):
        service.submit({"orderId": f"cooling-{n}", "amount": 700 + n}, "Refunds")
    service.submit({"orderId": "late"}, "Slow")
    service.submit({"orderId": "tomorrow", "notBefore": "2099-01-01T00:00:00Z", **mail})
    service.submit({"orderId": "hostile", **mail, **HOSTILE})
    # Nobody else sends while the sandbox fails.
    service.wait_status("hostile", "SUCCEEDED")
    service.wait_status("Fulfilment:good", "SUCCEEDED")
    service.wait_status("Fulfilment:child-failed", "FAILED")
    service.fail_sends({"kind": "refuse", "code": "MessageRejected", "message": "Email address is not verified.", "service": "ses", "count": 1})
    service.submit({"orderId": "retried", "kind": "digital", **mail}, "Fulfilment")
    service.wait_status("Fulfilment:retried", "SUCCEEDED")
    for n in range(4):
        service.fail_sends({"kind": "drop-after", "service": "ses", "count": 5})
        service.submit({"orderId": f"uncertain-{n}", "customerEmail": f"u{n}@example.com"})
        service.wait_status(f"uncertain-{n}", "HELD")
    service.fail_sends()
    service.call("POST", "/orders/Refunds:cooling-3/stop", {"reason": "Set up so."})
    service.call("POST", "/suppressions", {"address": "never@example.com", "reason": "Asked for it."})
    service.call("POST", "/schedules", {"name": "made-by-api", "expression": "cron(0 12 * * ? *)", "target": {"workflow": "Refunds", "input": {"amount": 2}}})
    service.wait_status("Fulfilment:soldout", "FAILED")
    service.wait_status("Slow:late", "TIMED_OUT")
