#!/usr/bin/env python3
"""Serves the definitions of a folder with `orderd serve`, one order each, and compares its end with what AWS does.

    serve_definitions.py --orderd PATH [--moto PATH] DIR

DIR holds NAME.asl.json, .input.json, .tasks.json and .expect.json, in the form of orderd's `workflow run` and of
expectations (`status`, `output`, `error`, `cause`, `states`). What a definition calls has stand-ins (stand_ins.py). A line
for each: `ok`; `DIFFERS`, `FAILS`, `ACCEPTED` (AWS refuses it), and `left out` with the reason. Exit 0 when the rest agrees.
"""

import argparse
import concurrent.futures
import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from stand_ins import NoStandIn, StandIns, post

FINAL = ("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "HELD")
# How long an order may take, and how long a Wait state may last, in seconds.
LONGEST_RUN, LONGEST_STATE = 90, 20
SERVING = r'^(?=.*"message":"serving").*"http.address":"([^"]+)"'
MOTO = r"Running on (http://\S+)"


@contextlib.contextmanager
def program(command, environment, found, what):
    """A program that runs meanwhile, and what of its output the pattern finds; its last lines when it ends before."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "ORDERD_"))}
    clean = {k: v for k, v in clean.items() if not k.lower().endswith("_proxy")}
    # `timeout` ends it, with its group, even when this script is killed before it can.
    command = ["timeout", "-s", "KILL", str(2 * LONGEST_RUN), *command]
    process = subprocess.Popen(command, env={**clean, **environment}, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = []
    try:
        for line in process.stdout:
            lines.append(line)
            if match := re.search(found, line):
                break
        else:
            raise RuntimeError(f"{what} ended with {process.wait()}: {''.join(lines[-5:]).strip()}")
        drain = threading.Thread(target=lambda: [None for _ in process.stdout])
        drain.start()
        yield match[1]
        process.terminate()
        drain.join()
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def get(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return json.load(answer)


def plain(value, number):
    """What AWS would have: without the number that an order was given, which stands in its input.

    A function's failure has its report as the cause, and the message in it is what a tasks file has there.
    """
    if isinstance(value, dict):
        return {k: plain(v, number) for k, v in value.items() if (k, v) != ("orderId", number)}
    if isinstance(value, list):
        return [plain(v, number) for v in value]
    start = value.find('{"errorMessage"') if isinstance(value, str) else -1
    if start < 0:
        return value
    report, end = json.JSONDecoder().raw_decode(value, start)
    return value[:start] + report["errorMessage"] + plain(value[end:], number)


def same(a, b):
    """Equality of JSON values; 1 and 1.0 are one number, 1 and true are not equal."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    return a == b


class Case:
    def __init__(self, asl, options):
        self.options, self.asl = options, asl
        self.definition = json.loads(asl.read_text())
        self.expect, self.input, self.tasks = (
            json.loads(asl.with_name(asl.name.replace(".asl.json", f".{kind}.json")).read_text())
            for kind in ("expect", "input", "tasks"))

    def verdict(self):
        """`ok`, or what is wrong or in the way."""
        command = [self.options.orderd, "workflow", "validate", str(self.asl), "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        diagnostics = json.loads(done.stdout)[0]["diagnostics"]
        if self.expect["status"] == "INVALID":
            return "ok, refused" if self.is_refused() else "ACCEPTED: AWS refuses it"
        missing = [d["message"].split(",")[0] for d in diagnostics if d["code"] == "ORDERD_NOT_PERFORMED"]
        if missing:
            if not self.is_refused():
                return f"ACCEPTED: {missing[0]}, and it was served"
            return f"left out: {'; '.join(sorted(set(missing)))}"
        with tempfile.TemporaryDirectory() as folder:
            try:
                stand_ins = StandIns(self.definition, self.tasks, folder)
                if not isinstance(self.input, dict):
                    raise NoStandIn("its input is no object, and an order is one")
                if stand_ins.needs_moto and not os.access(self.options.moto or "", os.X_OK):
                    raise NoStandIn("moto is not installed")
            except NoStandIn as reason:
                return f"left out: {reason}"
            try:
                return self.run(folder, stand_ins)
            except Exception as error:
                return f"FAILS: {type(error).__name__}: {error}"

    def is_refused(self):
        """Whether the service does not start on it, with the code for a configuration that is wrong."""
        with tempfile.TemporaryDirectory() as folder:
            command = self.serve(folder, {"workflow.file": str(self.asl)}) + ["--sandbox"]
            return subprocess.run(command, capture_output=True, timeout=60).returncode == 78

    def serve(self, folder, settings):
        settings = {"workflow.requireEmail": "false", **settings}
        pairs = [word for key, value in settings.items() for word in ("--set", f"{key}={value}")]
        return [self.options.orderd, "serve", "--port", "0", "--data", f"{folder}/data", *pairs]

    def run(self, folder, stand_ins):
        settings = {"workflow.file": str(self.asl)}
        if any(stand_ins.workflows.iterdir()):
            settings["workflow.directory"] = str(stand_ins.workflows)
        if any(stand_ins.functions.iterdir()):
            settings |= {"lambda.directory": str(stand_ins.functions), "lambda.python": sys.executable}
            if os.geteuid() == 0:
                settings["lambda.user"] = "root"
        command = self.serve(folder, settings)
        with contextlib.ExitStack() as programs:
            endpoint, environment = None, {}
            if stand_ins.needs_moto:
                moto = [self.options.moto, "-H", "127.0.0.1", "-p", "0"]
                endpoint = programs.enter_context(program(moto, {}, MOTO, "moto"))
                stand_ins.prepare(endpoint)
                environment = {
                    "AWS_ENDPOINT_URL": endpoint, "AWS_REGION": stand_ins.region, "AWS_ACCESS_KEY_ID": "testing",
                    "AWS_SECRET_ACCESS_KEY": "testing", "SENDER_EMAIL": "orders@example.com",
                    "SNS_TOPIC_ARN": f"arn:aws:sns:{stand_ins.region}:123456789012:orders"}
            else:
                command.append("--sandbox")
            address = programs.enter_context(program(command, environment, SERVING, "orderd"))
            service, stop = f"http://{address}", threading.Event()
            threads = stand_ins.answer(service, endpoint, stop)
            try:
                return self.compare(service, self.end(service))
            except NoStandIn as reason:
                return f"left out: {reason}"
            finally:
                stop.set()
                for thread in threads:
                    thread.join()

    def end(self, service):
        """The order as it ended."""
        status, text = post(f"{service}/orders", self.input)
        if status != 202:
            raise RuntimeError(f"POST /orders: {status} {text}")
        path = json.loads(text)["orderId"]
        deadline = time.monotonic() + LONGEST_RUN
        while time.monotonic() < deadline:
            order = get(f"{service}/orders/{path}")
            if order["status"] in FINAL:
                return order
            self.check_wait(service, order)
            time.sleep(0.1)
        raise RuntimeError(f"no end within {LONGEST_RUN} s: {order}")

    @staticmethod
    def check_wait(service, order):
        """Nobody waits here for hours: of an order that waits for time alone, no end is awaited."""
        if "dueAt" not in order or "waitingFor" in order:
            return
        due = datetime.datetime.fromisoformat(order["dueAt"].replace("Z", "+00:00"))
        left = (due - datetime.datetime.now(datetime.timezone.utc)).total_seconds()
        if left > LONGEST_STATE and not get(f"{service}/tasks")["tasks"]:
            raise NoStandIn(f"it waits in {order['state']} until {order['dueAt']}")

    def compare(self, service, order):
        made = None if "orderId" in self.input else order["orderId"]
        got = {key: plain(order.get(key), made) for key in ("status", "error", "cause", "output")}
        history = get(f"{service}/orders/{order['orderId']}/history?limit=1000")
        entered = [e["stateEnteredEventDetails"]["name"] for e in history["events"]
                   if e["type"].endswith("StateEntered")]
        got["states"] = [name for name in entered if name in self.definition["States"]]
        wrong = [f"{key} {json.dumps(got[key])[:300]}, expected {json.dumps(self.expect[key])[:300]}"
                 for key in got if key in self.expect and not same(got[key], self.expect[key])]
        if wrong and got["status"] != self.expect["status"]:
            wrong.append(f"(error {got['error']}, cause {got['cause']})")
        return "DIFFERS: " + "; ".join(wrong) if wrong else "ok"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--orderd", required=True)
    parser.add_argument("--moto", help="moto_server, for definitions that call DynamoDB, SQS, SNS or EventBridge")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("dir", type=pathlib.Path)
    options = parser.parse_args()
    files = sorted(options.dir.glob("*.asl.json"))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        verdicts = list(pool.map(lambda asl: Case(asl, options).verdict(), files))
    for asl, verdict in zip(files, verdicts):
        print(f"{asl.name.removesuffix('.asl.json')}: {verdict}")
    agreed = sum(verdict.startswith("ok") for verdict in verdicts)
    left_out = sum(verdict.startswith("left out") for verdict in verdicts)
    print(f"{agreed} of {len(files)} as on AWS, {left_out} left out")
    return 0 if agreed and agreed + left_out == len(files) else 1


if __name__ == "__main__":
    sys.exit(main())
