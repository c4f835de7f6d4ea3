"""Stand-ins for what the Task states of a definition call, which answer as its NAME.tasks.json says.

Functions are Python handlers in a folder for `lambda.directory`, tables, queues and topics are moto's, nested workflows
are workflows that wait for an activity, and callbacks and activities are answered by a thread. `orderd help workflow run`
has the form of the outcomes.
"""

import json
import pathlib
import re
import threading
import urllib.error
import urllib.parse
import urllib.request

# What is waited for at most, in seconds: an outcome's delay, or the limit of a task that is to miss it.
LONGEST_WAIT = 10

HANDLER = '''import json, time

OUTCOMES = json.loads({outcomes!r})


def lambda_handler(event, context):
    with open({count!r}, "ab") as count:
        number = count.tell()
        count.write(b".")
    outcome = OUTCOMES[min(number, len(OUTCOMES) - 1)]
    if "event" in outcome:
        with open({events!r}, "a") as events:
            events.write(json.dumps(event) + "\\n")
    time.sleep(outcome.get("after", 0))
    if "error" in outcome:
        raise type(outcome["error"], (Exception,), {{}})(outcome.get("cause") or "")
    return outcome.get("result")
'''


class NoStandIn(Exception):
    """Why a definition cannot be served here."""


def task_states(machine):
    """Name and state of every Task, also of those within Parallel and Map states."""
    for name, state in machine["States"].items():
        if state["Type"] == "Task":
            yield name, state
        within = state.get("Branches", []) + [state[k] for k in ("Iterator", "ItemProcessor") if k in state]
        for inner in within:
            yield from task_states(inner)


def strings(value):
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from strings(inner)


def post(url, body, headers={}, timeout=30):
    """Status and text of the answer."""
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def signed(service, region):
    """moto only looks at the scope of a signature."""
    scope = f"x/20260101/{region}/{service}/aws4_request"
    return {"Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0"}


def aws(endpoint, region, service, target, body):
    """Calls a service of moto that speaks JSON."""
    status, text = post(endpoint, body, {
        "X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.0", **signed(service, region)})
    if status != 200:
        raise RuntimeError(f"moto: {target}: {status} {text}")
    return json.loads(text or "{}")


class StandIns:
    """All that one definition calls, ready before the service starts."""

    def __init__(self, definition, tasks, folder):
        self.tasks = tasks
        regions = re.findall(
            r"arn:aws[a-z-]*:(?:sns|sqs|dynamodb|states|lambda):([a-z0-9-]+):[0-9]{12}:", json.dumps(definition))
        self.region = (regions or ["us-east-1"])[0]
        self.functions = pathlib.Path(folder, "functions")
        self.workflows = pathlib.Path(folder, "workflows")
        self.events = pathlib.Path(folder, "events")
        self.queues, self.topics, self.tables, self.activities = {}, set(), {}, {}
        self.made = set()
        for path in (self.functions, self.workflows):
            path.mkdir()
        for name, state in task_states(definition):
            self.add(name, state)

    @property
    def needs_moto(self):
        return bool(self.queues or self.topics or self.tables or "events" in self.made)

    def add(self, name, state):
        parts = state["Resource"].split(":")
        arguments = state.get("Parameters", state.get("Arguments", {}))
        outcomes = self.outcomes(name, state)
        if parts[2] == "lambda":
            return self.function(parts[6], outcomes)
        if parts[5] == "activity":
            return self.once(parts[6], self.activities, outcomes)
        call, _, pattern = ":".join(parts[5:]).removeprefix("aws-sdk:").partition(".")
        service, action = call.split(":", 1)
        if call == "lambda:invoke":
            function = self.literal(arguments, "FunctionName").split(":")
            function = function[6] if len(function) > 6 else function[0]
            if pattern:
                return self.function(function, [{"event": 1, "result": {}}], outcomes)
            return self.function(function, [self.payload(name, outcome) for outcome in outcomes])
        if call == "states:startExecution":
            child = self.literal(arguments, "StateMachineArn").split(":")[6]
            return self.child(child, [self.output(name, outcome) for outcome in outcomes])
        if name in self.tasks and any("error" in outcome for outcome in outcomes) and not pattern:
            raise NoStandIn(f"{name}: nothing makes {call} fail")
        if call == "sqs:sendMessage":
            queue = self.literal(arguments, "QueueUrl").rsplit("/", 1)[-1]
            return self.once(queue, self.queues, outcomes if pattern else [])
        if call == "sns:publish" and not pattern:
            return self.topics.add(self.literal(arguments, "TopicArn").rsplit(":", 1)[-1])
        if call == "events:putEvents" and not pattern:
            return self.made.add("events")
        if service == "dynamodb" and action in ("getItem", "putItem", "updateItem", "deleteItem"):
            return self.table(arguments, outcomes)
        raise NoStandIn(f"{name}: there is none for {call}")

    def outcomes(self, name, state):
        """What tasks.json says, with delays in place of timeouts; of a state that is not entered it says nothing."""
        outcomes = self.tasks.get(name, {"error": "NotExpected", "cause": f"{name} was entered"})
        outcomes = outcomes if isinstance(outcomes, list) else [outcomes]
        if "States" in self.tasks or any("error" in o and o["error"] is None for o in outcomes):
            raise NoStandIn(f"{name}: its tasks file has a form that no stand-in has")
        found = []
        for outcome in outcomes:
            if outcome.get("timeout") or outcome.get("heartbeatTimeout"):
                limit = state.get("HeartbeatSeconds", state.get("TimeoutSeconds"))
                if not isinstance(limit, int):
                    raise NoStandIn(f"{name}: its time limit is not written out")
                outcome = {"after": limit + 2, "result": None, "late": True}
            if outcome.get("after", 0) > LONGEST_WAIT + 2:
                raise NoStandIn(f"{name}: it would take {outcome['after']} s")
            found.append(outcome)
        return found

    def once(self, name, things, outcomes):
        if name in things:
            raise NoStandIn(f"two states have {name}: whose outcomes are meant is not told")
        things[name] = list(outcomes)

    @staticmethod
    def literal(arguments, name):
        value = arguments.get(name, "")
        if not isinstance(value, str) or not value or value.startswith("{%"):
            raise NoStandIn(f"{name} is not written out")
        return value

    @staticmethod
    def payload(name, outcome):
        """What the function of lambda:invoke returns."""
        if "error" in outcome or outcome.get("late"):
            return outcome
        if not isinstance(outcome["result"], dict):
            raise NoStandIn(f"{name}: lambda:invoke does not answer so")
        return {**outcome, "result": outcome["result"].get("Payload")}

    @staticmethod
    def output(name, outcome):
        """How the child ends whose end .sync tells so."""
        if "error" in outcome:
            if outcome["error"] not in ("States.TaskFailed", "NotExpected"):
                raise NoStandIn(f"{name}: no child ends with {outcome['error']}")
            return outcome
        output = (outcome.get("result") or {}).get("Output")
        return {**outcome, "result": json.loads(output) if isinstance(output, str) else output}

    def function(self, name, outcomes, answers=None):
        if not re.fullmatch(r"[A-Za-z0-9_-]+", name):
            raise NoStandIn(f"the function {name} has a placeholder")
        folder = self.functions / name
        if folder.exists():
            raise NoStandIn(f"two states have {name}: whose outcomes are meant is not told")
        folder.mkdir()
        events = f"{self.events}-{name}"
        (folder / "lambda_function.py").write_text(HANDLER.format(
            outcomes=json.dumps(outcomes), count=f"{self.events}-{name}-count", events=events))
        (folder / "function.yaml").write_text("timeout: 60\nconcurrency: 1\nmemoryMB: 256\n")
        if answers is not None:
            self.queues[pathlib.Path(events)] = answers

    def child(self, name, outcomes):
        """A workflow that ends as an activity of its own is told to."""
        self.once(f"child-{name}", self.activities, outcomes)
        machine = {"StartAt": "End", "States": {"End": {
            "Type": "Task", "End": True,
            "Resource": f"arn:aws:states:us-east-1:123456789012:activity:child-{name}"}}}
        (self.workflows / f"{name}.asl.json").write_text(json.dumps(machine))

    def table(self, arguments, outcomes):
        table = self.literal(arguments, "TableName")
        key = list(arguments.get("Key", {})) or list(arguments.get("Item", {}))[:1]
        items = [o["result"].get("Item") for o in outcomes if isinstance(o.get("result"), dict)]
        if any(item != items[0] for item in items):
            raise NoStandIn(f"the table {table} is not the same at each call")
        key = [name.removesuffix(".$") for name in key]
        known, found = self.tables.setdefault(table, (key, []))
        if known != key:
            raise NoStandIn(f"the table {table} has two keys")
        found += [item for item in items[:1] if item]

    def prepare(self, endpoint):
        """Makes in moto what is called there."""
        for queue in self.queues:
            if isinstance(queue, str):
                aws(endpoint, self.region, "sqs", "AmazonSQS.CreateQueue", {"QueueName": queue})
        for topic in self.topics:
            form = {"Action": "CreateTopic", "Name": topic, "Version": "2010-03-31"}
            urllib.request.urlopen(urllib.request.Request(
                endpoint, urllib.parse.urlencode(form).encode(), signed("sns", self.region)), timeout=30).close()
        for table, (key, items) in self.tables.items():
            aws(endpoint, self.region, "dynamodb", "DynamoDB_20120810.CreateTable", {
                "TableName": table, "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": n, "AttributeType": "S"} for n in key],
                "KeySchema": [{"AttributeName": n, "KeyType": t} for n, t in zip(key, ["HASH", "RANGE"])]})
            for item in items:
                aws(endpoint, self.region, "dynamodb", "DynamoDB_20120810.PutItem", {"TableName": table, "Item": item})

    def answer(self, service, endpoint, stop):
        """Threads that tell the ends of tasks until `stop` is set."""
        threads = [threading.Thread(target=self.work, args=(service, name, outcomes, stop))
                   for name, outcomes in self.activities.items()]
        threads += [threading.Thread(target=self.bring_back, args=(service, endpoint, queue, outcomes, stop))
                    for queue, outcomes in self.queues.items() if outcomes]
        for thread in threads:
            thread.start()
        return threads

    def work(self, service, activity, outcomes, stop):
        while not stop.is_set():
            status, text = post(f"{service}/activities/{activity}/task", {"workerName": "stand-in"}, {"Prefer": "wait=1"})
            if status == 200:
                self.end(service, [json.loads(text)["taskToken"]], outcomes, stop)

    def bring_back(self, service, endpoint, queue, outcomes, stop):
        """Looks for tokens in messages and events: of all the strings in one, the service knows its token."""
        seen = 0
        while not stop.wait(0.2):
            if isinstance(queue, pathlib.Path):
                bodies = queue.read_text().splitlines()[seen:] if queue.exists() else []
            else:
                url = f"{endpoint}/123456789012/{queue}"
                ask = {"QueueUrl": url, "VisibilityTimeout": 600}
                answer = aws(endpoint, self.region, "sqs", "AmazonSQS.ReceiveMessage", ask)
                bodies = [message["Body"] for message in answer.get("Messages", [])]
            for body in bodies:
                seen += 1
                try:
                    found = list(strings(json.loads(body))) + [body]
                except ValueError:
                    found = [body]
                self.end(service, found, outcomes, stop)

    @staticmethod
    def end(service, tokens, outcomes, stop):
        outcome = outcomes.pop(0) if len(outcomes) > 1 else outcomes[0]
        if stop.wait(outcome.get("after", 0)) or outcome.get("late"):
            return
        for token in tokens:
            if "error" in outcome:
                body = {"error": outcome["error"], "cause": outcome.get("cause", "")}
                status, _ = post(f"{service}/tasks/failure", {"taskToken": token, **body})
            else:
                status, _ = post(f"{service}/tasks/success", {"taskToken": token, "output": outcome.get("result")})
            if status == 200:
                return
