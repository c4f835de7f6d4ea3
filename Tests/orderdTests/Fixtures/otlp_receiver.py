"""Receives spans by OTLP/HTTP and prints each as a line of JSON; the messages are opentelemetry-proto's.

With numbers as arguments the first requests are answered with those statuses, the spans of which are not printed.
"""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

refusals = [int(status) for status in sys.argv[1:]]


def plain(value):
    return getattr(value, value.WhichOneof("value"))


def attributes(pairs):
    return {pair.key: plain(pair.value) for pair in pairs}


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if refusals:
            status = refusals.pop(0)
            print(json.dumps({"refused": status}), flush=True)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        request = ExportTraceServiceRequest.FromString(body)
        # Nothing may be there that the messages do not know.
        assert request.SerializeToString() == body or request.ByteSize() == len(body), "unknown fields"
        for resource_spans in request.resource_spans:
            resource = attributes(resource_spans.resource.attributes)
            for scope_spans in resource_spans.scope_spans:
                for span in scope_spans.spans:
                    print(
                        json.dumps(
                            {
                                "path": self.path,
                                "type": self.headers["Content-Type"],
                                "key": self.headers.get("X-Key"),
                                "resource": resource,
                                "scope": scope_spans.scope.name,
                                "span": span.name,
                                "traceId": span.trace_id.hex(),
                                "spanId": span.span_id.hex(),
                                "parentSpanId": span.parent_span_id.hex(),
                                "traceState": span.trace_state,
                                "kind": span.kind,
                                "start": str(span.start_time_unix_nano),
                                "end": str(span.end_time_unix_nano),
                                "flags": span.flags,
                                "status": span.status.code,
                                "message": span.status.message,
                                "links": [link.trace_id.hex() + link.span_id.hex() for link in span.links],
                                "attributes": attributes(span.attributes),
                            }
                        ),
                        flush=True,
                    )
        answer = ExportTraceServiceResponse().SerializeToString()
        self.send_response(200)
        self.send_header("Content-Type", "application/x-protobuf")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
print(json.dumps({"listening": f"http://127.0.0.1:{server.server_port}"}), flush=True)
server.serve_forever()
