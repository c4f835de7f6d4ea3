#!/usr/bin/env python3
"""Serves the console's files as the service does, and passes everything else on to a running orderd.

    dev_server.py --port 18900 --service http://localhost:18901

The browser's Host is replaced by the service's, and an Origin of ours by the service's own, so that its guard against
foreign pages sees one origin, as it does when it serves the files itself.
"""

import argparse
import hashlib
import http.client
import http.server
import pathlib
import urllib.parse

FILES = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Console" / "Files"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "upgrade", "host", "content-length"}


def served(file):
    """A file as it is served: scripts and styles without indents, and without lines that are comments, whose places stay empty."""
    if file.suffix not in (".js", ".css"):
        return file.read_bytes()
    lines = (line.strip("\t") for line in file.read_text().split("\n"))
    return "\n".join("" if line.startswith(("//", "/*")) else line for line in lines).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service = urllib.parse.urlsplit("http://localhost:18901")

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        if path == "/console":
            self.send_response(308)
            self.send_header("Location", "/console/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path.startswith("/console/"):
            self.serve_file(path[len("/console/"):])
        else:
            self.pass_on()

    def do_POST(self):
        self.pass_on()

    do_PUT = do_PATCH = do_DELETE = do_POST

    def serve_file(self, name):
        file = (FILES / name).resolve()
        if not (file.is_file() and FILES in file.parents):
            # Every other path below /console/ is a view of the one page.
            file = FILES / "index.html"
        body = served(file)
        tag = '"%s"' % hashlib.sha256(body).hexdigest()[:16]
        fresh = self.headers.get("If-None-Match") == tag
        self.send_response(304 if fresh else 200)
        self.send_header("Content-Type", TYPES[file.suffix])
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Length", "0" if fresh else str(len(body)))
        self.end_headers()
        if not fresh:
            self.wfile.write(body)

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP_BY_HOP}
        headers["Host"] = self.service.netloc
        if self.headers.get("Origin") == "http://" + self.headers.get("Host", ""):
            headers["Origin"] = f"{self.service.scheme}://{self.service.netloc}"
        if body or self.command not in ("GET", "HEAD"):
            headers["Content-Length"] = str(len(body))
        connection = http.client.HTTPConnection(self.service.hostname, self.service.port, timeout=90)
        try:
            connection.request(self.command, self.path, body or None, headers)
            self.pass_back(connection.getresponse())
        except (ConnectionError, TimeoutError, http.client.HTTPException):
            self.close_connection = True
            try:
                self.send_response(502)
                self.send_header("Content-Length", "0")
                self.end_headers()
            except OSError:
                pass
        finally:
            connection.close()

    def pass_back(self, answer):
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in HOP_BY_HOP | {"date", "server"}:
                self.send_header(name, value)
        length = answer.getheader("Content-Length")
        if length is not None:
            self.send_header("Content-Length", length)
            self.end_headers()
            self.wfile.write(answer.read())
            return
        if answer.status in (204, 304):
            self.end_headers()
            return
        # A stream of events: as it comes, until the service or the browser ends it.
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while part := answer.read1(65536):
                self.wfile.write(part)
                self.wfile.flush()
        except OSError:
            pass

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def make_server(port, service):
    handler = type("BoundHandler", (Handler,), {"service": urllib.parse.urlsplit(service)})
    return Server(("127.0.0.1", port), handler)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--port", type=int, default=18900)
    parser.add_argument("--service", default="http://localhost:18901")
    arguments = parser.parse_args()
    with make_server(arguments.port, arguments.service) as server:
        server.serve_forever()
