"""A function in the manner of the pipeline that ran on AWS: it logs the order, confirms it by e-mail and tells the shop."""

import json
import logging
import os

import boto3

logger = logging.getLogger()
logger.setLevel(logging.INFO)

ses = boto3.client("ses")
sns = boto3.client("sns")


def lambda_handler(event, context):
    logger.info("Received event: %s", json.dumps(event))
    order_id = event["orderId"]
    if "customerEmail" not in event:
        raise ValueError("customerEmail is a required field.")
    ses.send_email(
        Source=os.environ["SENDER_EMAIL"],
        Destination={"ToAddresses": [event["customerEmail"]]},
        Message={
            "Subject": {"Data": f"Order Confirmation: {order_id}"},
            "Body": {"Text": {"Data": f"Thank you for your order! Your order ID is {order_id}."}},
        },
    )
    sns.publish(
        TopicArn=os.environ["SNS_TOPIC_ARN"],
        Subject="New Order Processed",
        Message=f"New order processed: Order ID {order_id}.",
    )
    return {"statusCode": 200, "body": json.dumps(f"Successfully processed order {order_id}")}
