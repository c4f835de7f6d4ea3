"""What botocore makes of requests: signatures, presigned addresses, whole calls and endpoints.

Reads a list of questions as JSON from the file that is named, and prints the list of answers. Botocore's clock stands at
each question's time, and nothing is sent.
"""

import base64
import datetime
import json
import sys

import botocore.auth
import botocore.session
from botocore.awsrequest import AWSRequest, AWSResponse
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError

SESSION = botocore.session.Session()
LOADER = SESSION.get_component("data_loader")


def credentials(question):
    return Credentials(question["key"], question["secret"], question.get("token"))


def stop_clock(question):
    time = datetime.datetime.fromtimestamp(question["time"], datetime.timezone.utc)
    for name in ("get_current_datetime",):
        setattr(botocore.auth, name, lambda remove_tzinfo=True: time.replace(tzinfo=None) if remove_tzinfo else time)


def request(question):
    made = AWSRequest(
        method=question["method"],
        url=question["url"],
        headers=dict(question["headers"]),
        data=base64.b64decode(question["body"]),
    )
    made.context["client_config"] = None
    return made


def sign(question):
    stop_clock(question)
    signer = botocore.auth.SigV4Auth(credentials(question), question["service"], question["region"])
    canonical = []
    original = signer.canonical_request
    signer.canonical_request = lambda r: canonical.append(original(r)) or canonical[-1]
    made = request(question)
    signer.add_auth(made)
    return {"canonical": canonical[0], "authorization": made.headers["Authorization"]}


def presign(question):
    stop_clock(question)
    signer = botocore.auth.SigV4QueryAuth(
        credentials(question), question["service"], question["region"], question["expires"]
    )
    made = request(question)
    signer.add_auth(made)
    return {"url": made.url}


def with_bytes(value):
    """The parameters with bytes where JSON has {"$bytes": Base64}."""
    if isinstance(value, list):
        return [with_bytes(element) for element in value]
    if not isinstance(value, dict):
        return value
    if "$bytes" in value:
        return base64.b64decode(value["$bytes"])
    return {name: with_bytes(member) for name, member in value.items()}


def call(question):
    """The call as botocore's own client serializes it."""
    client = SESSION.create_client(
        question["client"],
        region_name=question["region"],
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="secret",
        config=Config(retries={"total_max_attempts": 1}, parameter_validation=True),
    )
    sent = []

    def keep(request, **_):
        sent.append(request)
        return AWSResponse(request.url, 200, {}, Nothing())

    client.meta.events.register("before-send", keep)
    try:
        getattr(client, question["operation"])(**with_bytes(question["parameters"]))
    except Exception:  # The answer is none; only the request is asked for.
        if not sent:
            raise
    made = sent[0]
    body = made.body or b""
    body = body.encode() if isinstance(body, str) else body
    headers = {k.lower(): v.decode() if isinstance(v, bytes) else v for k, v in made.headers.items()}
    return {
        "method": made.method,
        "url": made.url,
        "body": body.decode(),
        "signed": "authorization" in headers,
        "type": headers.get("content-type"),
        "target": headers.get("x-amz-target"),
        "bearer": headers.get("x-amz-sso_bearer_token"),
    }


class Nothing:
    def stream(self, **_):
        return iter(())

    def read(self, *_):
        return b""


def endpoints(question):
    """Every host of a service: region, FIPS, dual-stack, and the address or nothing."""
    partitions = LOADER.load_data("partitions")
    rules = EndpointProvider(LOADER.load_service_model(question["client"], "endpoint-rule-set-1"), partitions)
    regions = [r for p in partitions["partitions"] for r in p["regions"] if not r.endswith("global")]
    # Newer than botocore, and of the right form.
    regions += ["us-gov-central-1", "eu-central-9", "cn-south-1", "mx-north-2", "us-iso-north-1"]
    rows = []
    for region in regions:
        for fips in (False, True):
            for dual in (False, True):
                parameters = {"Region": region, "UseFIPS": fips, "UseDualStack": dual}
                if question["client"] == "sts":
                    parameters["UseGlobalEndpoint"] = question["legacy"]
                try:
                    found = rules.resolve_endpoint(**parameters)
                    scheme = (found.properties.get("authSchemes") or [{}])[0]
                    rows.append([region, fips, dual, found.url, scheme.get("signingRegion", region)])
                except EndpointProviderError:
                    rows.append([region, fips, dual, None, region])
    return rows


ANSWERS = {"sign": sign, "presign": presign, "call": call, "endpoints": endpoints}

with open(sys.argv[1], encoding="utf-8") as file:
    questions = json.load(file)
json.dump([ANSWERS[q["ask"]](q) for q in questions], sys.stdout)
