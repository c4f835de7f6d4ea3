"""Takes webhooks on a free port of loopback and prints a line of JSON for each: its id, whether the standardwebhooks
package finds its signature good for each of the secrets, and its body. Answers with the statuses given, then with 200.

    webhook_receiver.py SECRET[,SECRET...] [STATUS...]
"""

import http.server
import json
import sys

from standardwebhooks.webhooks import Webhook

secrets = sys.argv[1].split(",")
statuses = [int(status) for status in sys.argv[2:]]


def is_good(secret, body, headers):
    try:
        Webhook(secret).verify(body, headers)
        return True
    except Exception as error:
        print(json.dumps({"refused": repr(error)}), flush=True)
        return False


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        good = [is_good(secret, body, headers) for secret in secrets]
        status = statuses.pop(0) if statuses else 200
        line = {"id": headers["webhook-id"], "path": self.path, "good": good, "status": status, "body": json.loads(body)}
        print(json.dumps(line), flush=True)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
print(f"listening on {server.server_address[1]}", flush=True)
server.serve_forever()
