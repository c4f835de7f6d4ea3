#!/usr/bin/env python3
"""What a TLS send costs of the processor: orderd's client, async-http-client, boto3, in turn.

run.py [--calls 20000] [--in-flight 32] [--rounds 5] [--boto PYTHON]

An nginx of its own answers every request with one SES answer. It builds both programs for release. The targets:
orderd's signed SendEmail costs at most 1.5 times async-http-client's unsigned POST of the same body.
"""

import argparse
import pathlib
import statistics
import subprocess
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent

NGINX = """
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    keepalive_requests 1000000;
    server {{
        listen 127.0.0.1:{port} ssl;
        ssl_certificate {folder}/c.pem;
        ssl_certificate_key {folder}/k.pem;
        ssl_protocols TLSv1.3;
        default_type application/json;
        location / {{
            return 200 '{{"MessageId":"0100018c2f3e4d5a-7b8c9d0e-1f2a-3b4c-5d6e-7f8091a2b3c4-000000"}}';
        }}
    }}
}}
"""


def build(folder, product):
    command = ["swift", "build", "-c", "release", "--product", product]
    subprocess.run(command, cwd=folder, check=True)
    shown = subprocess.run(command + ["--show-bin-path"], cwd=folder, check=True, capture_output=True)
    return pathlib.Path(shown.stdout.decode().strip()) / product


def serve(folder, port):
    subprocess.run(
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=stub"
        f" -addext subjectAltName=DNS:localhost -keyout {folder}/k.pem -out {folder}/c.pem",
        shell=True, check=True, capture_output=True,
    )
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, port=port))
    return subprocess.Popen(["nginx", "-c", settings, "-e", folder / "errors"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--calls", type=int, default=20_000)
    parser.add_argument("--in-flight", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--port", type=int, default=18_443)
    parser.add_argument("--boto", help="a Python that has boto3: a tenth of the calls")
    options = parser.parse_args()
    programs = {
        "orderd, signed": ([build(root, "AWSClientBenchmark")], options.calls),
        "async-http-client, unsigned": ([build(here, "Peer")], options.calls),
    }
    if options.boto:
        programs["boto3, signed"] = ([options.boto, here / "boto.py"], options.calls // 10)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        server = serve(folder, options.port)
        try:
            time.sleep(1)
            measure(programs, options, folder)
        finally:
            server.terminate()
            server.wait()


def measure(programs, options, folder):
    costs = {name: [] for name in programs}
    for _ in range(options.rounds):
        for name, (command, calls) in programs.items():
            arguments = [f"https://localhost:{options.port}", folder / "c.pem", folder / "body.json"]
            if "async" in name:
                arguments[0] += "/v2/email/outbound-emails"
            run = [*command, *arguments, str(calls), str(options.in_flight)]
            out = subprocess.run(run, check=True, capture_output=True, timeout=600).stdout
            cost, rate = map(float, out.split())
            costs[name].append(cost)
            print(f"{name}: {cost:.1f} us of processor time a call, {rate:.0f} calls/s", flush=True)
    print("\nmedians")
    for name, all in costs.items():
        print(f"{name}: {statistics.median(all):.1f} us ({min(all):.1f}-{max(all):.1f})")
    ours, peer = costs["orderd, signed"], costs["async-http-client, unsigned"]
    ratios = [mine / other for mine, other in zip(ours, peer)]
    print(f"orderd / async-http-client: {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})")


if __name__ == "__main__":
    main()
