"""Makes the table of services that a workflow can call, from the models that botocore brings.

    .build/moto/bin/python3 Tests/AWSTests/Fixtures/service_table.py > Sources/AWS/Services/ServiceTable+Text.swift

Every service of botocore that speaks JSON 1.0 or 1.1 is in it, and those of the other protocols that OTHERS names. A shape
stands there only where it says something that the service's usual spelling does not: Sources/AWS/Services/ServiceTable.swift
has the form.
"""

import re
import sys

import botocore
import botocore.session
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError

SESSION = botocore.session.Session()
LOADER = SESSION.get_component("data_loader")
PARTITIONS = LOADER.load_data("partitions")

OTHERS = ["batch", "lambda", "pipes", "scheduler", "sesv2", "ses", "sns"]


def words(text):
    """The words of a name, as the AWS SDK for Java 2 takes names apart (codegen's CodegenNamingUtils)."""
    text = re.sub(r"[^A-Za-z0-9]+", " ", text)
    text = re.sub(r"([^a-z]{2,})v([0-9]+)", r"\1 v\2 ", text)
    text = re.sub(r"([^A-Z]{2,})V([0-9]+)", r"\1 V\2 ", text)
    text = re.sub(r"(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))", " ", text)
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    text = re.sub(r"([0-9])([a-zA-Z])", r"\1 \2", text)
    return text.split()


def pascal(text):
    return "".join(word[0].upper() + word[1:].lower() for word in words(text))


def sdk_service(service_id):
    """The service's name in that SDK, without what stands around it."""
    name = re.sub(r"^(Amazon|Aws)", "", pascal(service_id))
    return re.sub(r"Service$", "", name) or name


def exception(shape):
    """What that SDK calls the exception of a shape."""
    name = pascal(shape)
    if name.endswith("Fault"):
        name = name[: -len("Fault")] + "Exception"
    return name if name.endswith("Exception") else name + "Exception"


def speaks_json(meta):
    """Whether a service takes JSON 1.0 or 1.1, be it beside another protocol."""
    return "json" in meta.get("protocols", [meta["protocol"]])


def place(name, prefix):
    """Where a service is that has one host for all regions: host@region; "" where the rule holds, None where neither does."""
    rules = EndpointProvider(LOADER.load_service_model(name, "endpoint-rule-set-1"), PARTITIONS)
    found = []
    for region in ("eu-central-1", "us-west-2"):
        try:
            answer = rules.resolve_endpoint(Region=region, UseFIPS=False, UseDualStack=False)
        except EndpointProviderError:
            return None
        scheme = (answer.properties.get("authSchemes") or [{}])[0]
        found.append((answer.url, scheme.get("signingRegion", region)))
    usual = [(f"https://{prefix}.{region}.amazonaws.com", region) for region in ("eu-central-1", "us-west-2")]
    if found == usual:
        return ""
    if found[0] == found[1]:
        return found[0][0].removeprefix("https://") + "@" + found[0][1]
    return None


class Service:
    def __init__(self, name):
        self.name = name
        self.model = LOADER.load_service_model(name, "service-2")
        self.meta = self.model["metadata"]
        self.shapes = self.model["shapes"]
        self.protocol = "json" if speaks_json(self.meta) else self.meta["protocol"]
        self.is_full = self.protocol == "query"
        self.ids = {}
        self.lines = []
        self.cache = {}
        names = [n for s in self.shapes.values() if s["type"] == "structure" and not s.get("exception") for n in s["members"]]
        lower = sum(n[0].islower() for n in names)
        self.is_lower = lower * 2 > len(names)

    def usual(self, name):
        """The wire's name for an argument's, by the service's usual spelling."""
        return name[0].lower() + name[1:] if self.is_lower else name

    def says(self, name, seen=()):
        """Whether a shape says more than that its members are spelt as usual."""
        if name in self.cache:
            return self.cache[name]
        if name in seen:
            return False
        shape = self.shapes[name]
        kind = shape["type"]
        seen = seen + (name,)
        if self.is_full:
            result = kind != "string"
        elif kind in ("blob", "timestamp"):
            result = True
        elif kind == "structure":
            result = bool(shape.get("document")) or any(
                self.member_says(n, m, seen) for n, m in shape["members"].items()
            )
        elif kind == "list":
            result = self.says(shape["member"]["shape"], seen)
        elif kind == "map":
            result = self.is_lower or self.says(shape["value"]["shape"], seen)
        else:
            result = False
        if result or len(seen) == 1:
            self.cache[name] = result
        return result

    def is_token(self, member):
        """Whether SDKs make up a value by which the service knows a call again."""
        return bool(member.get("idempotencyToken"))

    def member_says(self, name, member, seen):
        wire = member.get("locationName", name)
        spoken = name[0].upper() + name[1:]
        return (
            self.usual(spoken) != wire
            or "location" in member
            or bool(member.get("jsonvalue"))
            or self.is_token(member)
            or self.says(member["shape"], seen)
        )

    def ref(self, name):
        if name is None:
            return "-"
        if not self.says(name):
            return "-"
        if name not in self.ids:
            self.ids[name] = len(self.ids) + 1
            place = len(self.lines)
            self.lines.append(None)
            self.lines[place] = f"{self.ids[name]} {self.described(name)}"
        return str(self.ids[name])

    def described(self, name):
        shape = self.shapes[name]
        kind = shape["type"]
        if kind == "structure":
            if shape.get("document"):
                return "d"
            payload = shape.get("payload")
            parts = []
            for n, m in shape["members"].items():
                if not self.is_full and n != payload and not self.member_says(n, m, ()):
                    continue
                parts.append(self.member(n, m, n == payload))
            return " ".join(["s"] + parts)
        if kind == "list":
            item = shape["member"].get("locationName", "member")
            flat = "!" if shape.get("flattened") else ""
            extra = f" {item}{flat}" if self.is_full else ""
            return f"l {self.ref(shape['member']['shape'])}{extra}"
        if kind == "map":
            key, value = (shape[k].get("locationName", k) for k in ("key", "value"))
            flat = "!" if shape.get("flattened") else ""
            extra = f" {key} {value}{flat}" if self.is_full else ""
            return f"m {self.ref(shape['value']['shape'])}{extra}"
        if kind == "timestamp":
            return "t " + shape.get("timestampFormat", "-")
        return {"blob": "b", "boolean": "o", "integer": "n", "long": "n", "float": "n", "double": "n", "string": "-"}[kind]

    def member(self, name, member, is_payload):
        spoken = name[0].upper() + name[1:]
        wire = member.get("locationName", name)
        where = {"uri": "u", "querystring": "q", "header": "h", "headers": "H", "statusCode": "c"}.get(
            member.get("location"), ""
        )
        if is_payload:
            where = "p"
        if member.get("jsonvalue"):
            where += "j"
        if self.is_token(member):
            where += "i"
        text = spoken
        if wire != spoken:
            text += "~" + wire
        if where:
            text += "/" + where
        return text + "=" + self.ref(member["shape"])

    def errors(self):
        found = []
        for name, shape in sorted(self.shapes.items()):
            if shape.get("exception"):
                code = shape.get("error", {}).get("code", name)
                made = exception(name)
                if self.protocol != "query" and self.meta.get("awsQueryCompatible") is not None:
                    code = name
                found.append(code if code == made else f"{code}={made}")
        return sorted(set(found))

    def text(self):
        meta = self.meta
        protocol = self.protocol + (meta.get("jsonVersion", "") if self.protocol == "json" else "")
        where = place(self.name, meta["endpointPrefix"])
        if where is None:
            return None
        names = [
            meta["serviceId"].lower().replace(" ", "").replace("-", ""),
            sdk_service(meta["serviceId"]),
            meta["serviceId"].upper().replace(" ", "_").replace("-", "_"),
            meta["endpointPrefix"],
            meta.get("signingName", meta["endpointPrefix"]),
            protocol,
            meta.get("targetPrefix") or "-",
            meta["apiVersion"],
            "lower" if self.is_lower else "upper",
            where or "-",
        ]
        flags = ["query-mode"] if meta.get("awsQueryCompatible") is not None else []
        operations = []
        for name, operation in sorted(self.model["operations"].items()):
            if operation.get("endpoint", {}).get("hostPrefix") or operation.get("eventstream"):
                continue
            if operation.get("authtype") == "none":
                continue
            shape_in = operation.get("input", {}).get("shape")
            shape_out = operation.get("output", {}).get("shape")
            if any(m.get("eventstream") or self.shapes[m["shape"]].get("eventstream")
                   for s in (shape_in, shape_out) if s for m in self.shapes[s]["members"].values()):
                continue
            row = [name, self.ref(shape_in), self.ref(shape_out)]
            if self.protocol == "rest-json":
                row += [operation["http"]["method"], operation["http"]["requestUri"]]
            if self.protocol == "query":
                row.append(operation.get("output", {}).get("resultWrapper", "-"))
            operations.append(" ".join(row))
        lines = ["S " + " ".join(names + flags), "E " + " ".join(self.errors())]
        return lines + ["O " + o for o in operations] + ["T " + line for line in self.lines]


def main():
    names = []
    for name in SESSION.get_available_services():
        if name in OTHERS or speaks_json(LOADER.load_service_model(name, "service-2")["metadata"]):
            names.append(name)
    lines = []
    for name in names:
        lines += Service(name).text() or []
    out = sys.stdout
    out.write("// swift-format-ignore-file\n")
    out.write(f"// Made by Tests/AWSTests/Fixtures/service_table.py from botocore {botocore.__version__}; a test compares them.\n\n")
    out.write("extension ServiceTable {\n    /// What `ServiceTable` reads.\n    static let text = #\"\"\"\n")
    for line in lines:
        out.write(line.rstrip() + "\n")
    out.write("\"\"\"#\n}\n")


main()
