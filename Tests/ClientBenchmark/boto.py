"""Sends e-mails with boto3: boto.py URL ROOTS BODY-FILE CALLS IN-FLIGHT."""

import resource
import sys
import threading
import time

import boto3
import botocore.config

url, roots, _, calls, in_flight = sys.argv[1:]
calls, in_flight = int(calls), int(in_flight)
client = boto3.client(
    "sesv2",
    endpoint_url=url,
    verify=roots,
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="secret",
    config=botocore.config.Config(max_pool_connections=in_flight, retries={"max_attempts": 0}),
)


def send(count):
    for _ in range(count):
        client.send_email(
            FromEmailAddress="Orders <orders@example.com>",
            Destination={"ToAddresses": ["buyer@example.com"]},
            Content={
                "Simple": {
                    "Subject": {"Data": "Order Confirmation: 001"},
                    "Body": {"Text": {"Data": "Thank you for your order! Your order ID is 001."}},
                }
            },
        )


def run(count):
    threads = [threading.Thread(target=send, args=(count // in_flight,)) for _ in range(in_flight)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


run(200)
used, start = processor(), time.monotonic()
run(calls)
print((processor() - used) * 1e6 / calls, calls / (time.monotonic() - start))
