"""Speaks the runtime API for a Python handler: AWS's client where it is installed, else what follows.

What follows is the contract of https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html and python-context.html,
with the standard library alone.
"""

import importlib
import importlib.util
import os
import runpy
import sys

if importlib.util.find_spec("awslambdaric") is not None:
    runpy.run_module("awslambdaric", run_name="__main__", alter_sys=True)
    sys.exit(0)

import http.client
import json
import logging
import time
import traceback

ROOT = "/2018-06-01/runtime"


class Context:
    """What a handler learns about its event besides."""

    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = None
        self.client_context = read_client_context(headers["Lambda-Runtime-Client-Context"])
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))

    def log(self, text):
        sys.stdout.write(str(text) + "\n")


class ClientContext:
    def __init__(self, document):
        self.client = document.get("client")
        self.custom = document.get("custom")
        self.env = document.get("env")


def read_client_context(text):
    return ClientContext(json.loads(text)) if text else None


class Fault(Exception):
    """A mistake in how the function is set up, under the name that AWS has for it."""

    def __init__(self, kind, text, trace=()):
        super().__init__(text)
        self.kind, self.trace = kind, list(trace)


def find_handler(name):
    module_name, dot, function_name = name.rpartition(".")
    if not dot or not module_name:
        raise Fault("Runtime.MalformedHandlerName", "Bad handler '%s': it must be module.function" % name)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        place = '  File "%s", line %s\n    %s' % (error.filename, error.lineno, error.text)
        raise Fault("Runtime.UserCodeSyntaxError", "Syntax error in module '%s': %s" % (module_name, error), [place])
    function = getattr(module, function_name, None)
    if function is None:
        raise Fault("Runtime.HandlerNotFound", "Handler '%s' missing on module '%s'" % (function_name, module_name))
    return function


def describe(error, request_id):
    if isinstance(error, Fault):
        return {"errorMessage": str(error), "errorType": error.kind, "requestId": request_id, "stackTrace": error.trace}
    frames = traceback.extract_tb(error.__traceback__)
    # This program's own come first, and are nobody's business.
    while frames and frames[0].filename == "<string>":
        del frames[0]
    return {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "requestId": request_id,
        "stackTrace": traceback.format_list(frames),
    }


def tell(document):
    text = "[ERROR] %s: %s" % (document["errorType"], document["errorMessage"])
    frames = "".join(document["stackTrace"])
    # One line of a log, as AWS's client writes it.
    sys.stdout.write((text + ("\nTraceback (most recent call last):\n" + frames if frames else "")).rstrip() + "\n")


class Runtime:
    def __init__(self):
        self.connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

    def call(self, method, path, body=None, headers=None):
        self.connection.request(method, ROOT + path, body, headers or {})
        answer = self.connection.getresponse()
        return answer.headers, answer.read()

    def fail(self, path, document):
        headers = {"Lambda-Runtime-Function-Error-Type": document["errorType"], "Content-Type": "application/json"}
        self.call("POST", path, json.dumps(document).encode(), headers)


class AddRequest(logging.Filter):
    request_id = ""

    def filter(self, record):
        record.aws_request_id = self.request_id
        return True


def set_up_logging():
    handler = logging.StreamHandler(sys.stdout)
    form = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    formatter = logging.Formatter(form, "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    request = AddRequest()
    handler.addFilter(request)
    logging.getLogger().addHandler(handler)
    return request


def answer(handler, body, headers):
    result = handler(json.loads(body), Context(headers))
    try:
        return json.dumps(result).encode()
    except (TypeError, ValueError) as error:
        raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error)


def main():
    runtime, request = Runtime(), set_up_logging()
    sys.path.insert(0, os.getcwd())
    try:
        handler = find_handler(sys.argv[1])
    except Exception as error:
        document = describe(error, "")
        tell(document)
        runtime.fail("/init/error", document)
        sys.exit(1)
    while True:
        headers, body = runtime.call("GET", "/invocation/next")
        request.request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id") or ""
        path = "/invocation/" + request.request_id
        try:
            result = answer(handler, body, headers)
        except Exception as error:
            document = describe(error, request.request_id)
            tell(document)
            runtime.fail(path + "/error", document)
        else:
            runtime.call("POST", path + "/response", result, {"Content-Type": "application/json"})


main()
