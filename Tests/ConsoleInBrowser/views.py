"""Every page of the console, with what it must show on the service that `service.fill` has filled."""

VIEWS = {
    "now": ("/console/", "Needs a person"),
    "orders": ("/console/orders", "Refunds:negative-5"),
    "orders-filtered": ("/console/orders?status=FAILED&workflow=Refunds", "Nonsense"),
    "order-good": ("/console/orders/Fulfilment:good", "Succeeded"),
    "order-failed": ("/console/orders/Fulfilment:soldout", "There is none left on the shelf."),
    "order-uncertain": ("/console/orders/uncertain-0", "Nobody can tell if the email arrived."),
    "order-retried": ("/console/orders/Fulfilment:retried", "2 attempts"),
    "order-running": ("/console/orders/Refunds:cooling-0", "Cool down"),
    "order-missing": ("/console/orders/nothing", "There is no order nothing"),
    "failed": ("/console/failed", "NegativeAmount"),
    "deliveries": ("/console/deliveries", "uncertain-0"),
    "deliveries-sent": ("/console/deliveries?status=sent", "email: confirmation"),
    "tasks": ("/console/tasks", "approve-bulk"),
    "workflows": ("/console/workflows", "Fulfilment"),
    "workflow": ("/console/workflows/Fulfilment", "Start an order"),
    "schedules": ("/console/schedules?name=made-by-api", "Next times"),
    "suppressions": ("/console/suppressions", "never@example.com"),
    "mailbox": ("/console/mailbox", "Order Confirmation"),
    "not-found": ("/console/nowhere", "There is no such page"),
}
