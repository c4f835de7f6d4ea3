"""dbos_peer.py enqueue|carry DATABASE ENDPOINT CERTIFICATE ORDERS CONCURRENCY

A workflow of two steps under DBOS: one posts to SES, one to SNS, as the workflow of orderd does, over connections
that are kept. `enqueue` takes the orders in while nobody carries them; `carry` carries them to their end and prints
{"seconds": …, "processorSeconds": …} as its last line.
"""
import json, sys, time
from concurrent.futures import ThreadPoolExecutor

import requests
from dbos import DBOS

mode, database, endpoint, certificate = sys.argv[1:5]
orders, concurrency = int(sys.argv[5]), int(sys.argv[6])

# One session shared by all threads: its pool keeps as many connections as orders are in work.
session = requests.Session()
# Variables such as REQUESTS_CA_BUNDLE would name other roots.
session.trust_env = False
session.verify = certificate
session.mount("https://", requests.adapters.HTTPAdapter(pool_connections=1, pool_maxsize=concurrency))

DBOS(config={
    "name": "benchmark", "system_database_url": database, "application_version": "1", "executor_id": "1",
    "max_executor_threads": concurrency, "log_level": "WARNING", "enable_otlp": False,
})


@DBOS.step()
def email(order):
    body = {"FromEmailAddress": "shop@example.com", "Destination": {"ToAddresses": [order["customerEmail"]]},
            "Content": {"Simple": {"Subject": {"Data": "Order Confirmation: " + order["orderId"]},
                                   "Body": {"Text": {"Data": "Thank you! Your order ID is " + order["orderId"]}}}}}
    answer = session.post(endpoint + "/v2/email/outbound-emails", json=body, timeout=60)
    answer.raise_for_status()
    return answer.json()["MessageId"]


@DBOS.step()
def notice(order):
    form = {"Action": "Publish", "Version": "2010-03-31", "Subject": "Order " + order["orderId"],
            "TopicArn": "arn:aws:sns:eu-central-1:123456789012:orders", "Message": json.dumps(order)}
    answer = session.post(endpoint + "/", data=form, timeout=60)
    answer.raise_for_status()
    return answer.text


@DBOS.workflow()
def carry(order):
    message = email(order)
    notice(order)
    return message


def order(index):
    return {"orderId": f"b-{index}", "customerEmail": "buyer@example.com", "total": "49.90",
            "items": [{"sku": "A-17", "quantity": 2}, {"sku": "B-9", "quantity": 1}]}


if mode == "enqueue":
    DBOS.listen_queues(["nobody"])
    DBOS.launch()
    DBOS.register_queue("orders", worker_concurrency=concurrency, polling_interval_sec=0.1)
    with ThreadPoolExecutor(16) as pool:
        for handle in pool.map(lambda index: DBOS.enqueue_workflow("orders", carry, order(index)), range(orders)):
            pass
    print(json.dumps({"enqueued": orders}), flush=True)
else:
    DBOS.listen_queues(["orders"])
    begin, processor = time.time(), time.process_time()
    DBOS.launch()
    while DBOS.list_queued_workflows(limit=1, load_input=False):
        time.sleep(0.2)
    seconds, processor = time.time() - begin, time.process_time() - processor
    ended = len(DBOS.list_workflows(status="SUCCESS", load_input=False, load_output=False))
    if ended != orders:
        sys.exit(f"{ended} of {orders} workflows succeeded")
    print(json.dumps({"seconds": seconds, "processorSeconds": processor}), flush=True)
DBOS.destroy()
