package import FoundationEssentials
package import HTTP
import HTTPTypes
package import Orders
package import Telemetry

/// What the service counts: its own counters, and what the store and the dispatcher know at the time of a scrape.
package final class ServiceMetrics: Sendable {
    package let accepted: Counter
    /// Requests that were answered with an order accepted before.
    package let replayed: Counter
    package let registry: MetricsRegistry
    private let endedOrders: EndedOrders
    private let meter: EngineMeter
    /// By the first digit of their status, from 1 on.
    private let responses: [Counter]
    private let duration: Histogram
    private let orders: [OrderStatus: Gauge]
    private let deliveries: [Delivery.Status: Gauge]
    private let inFlight: Gauge
    private let faulty: Gauge
    /// By the name of the gate.
    private let waiting: [String: Gauge]
    private let oldestAge: Gauge
    private let size: Gauge

    /// Registers everything that is counted of what that intake takes and that dispatcher works on.
    package init(registry: MetricsRegistry, intake: OrderIntake, dispatcher: Dispatcher) {
        self.registry = registry
        endedOrders = dispatcher.endedOrders
        meter = dispatcher.meter
        accepted = registry.counter("orderd_orders_accepted_total", help: "Orders accepted.")
        replayed = registry.counter(
            "orderd_orders_replayed_total",
            help: "Requests answered with an order that was accepted before."
        )
        responses = (1...5).map { hundreds in
            registry.counter(
                "orderd_http_responses_total",
                help: "Answers by the first digit of their status.",
                labels: ["status": "\(hundreds)xx"]
            )
        }
        duration = registry.histogram(
            "orderd_http_request_duration_seconds",
            help: "Time from a request's head to the end of its answer.",
            bounds: Histogram.secondsOfARequest
        )
        orders = Self.gauges(registry, "orderd_orders", help: "Orders in the store by status.")
        deliveries = Self.gauges(
            registry,
            "orderd_deliveries",
            help: "E-mails and notices in the ledger by status."
        )
        inFlight = registry.gauge("orderd_orders_in_flight", help: "Orders being worked on.")
        faulty = registry.gauge(
            "orderd_orders_faulty",
            help: "Orders that could not be carried on when they were last taken up."
        )
        waiting = Self.waiting(registry, dispatcher.gates)
        oldestAge = registry.gauge(
            "orderd_queue_oldest_age_seconds",
            help: "How long the oldest order that is due has waited."
        )
        size = registry.gauge("orderd_store_size_bytes", help: "Size of the store's file.")
        for status in OrderStatus.allCases where status.isFinal {
            register(EndedOrders.Kind(status: status, error: nil))
        }
        registry.histogram(
            "orderd_order_accept_duration_seconds",
            help: "Time from a request for a new order until it was on disk.",
            keptAs: intake.duration
        )
        meter.register(in: registry)
    }

    /// A counter for orders that ended so; the same one again changes nothing.
    private func register(_ kind: EndedOrders.Kind) {
        registry.counter(
            "orderd_orders_ended_total",
            help: "Orders that ended since the start, by status and error; rare errors are other.",
            labels: ["status": kind.status.rawValue, "error": kind.error ?? ""]
        ) { [endedOrders] in endedOrders.counts[kind] ?? 0 }
    }

    /// A gauge for each status.
    private static func gauges<Status>(
        _ registry: MetricsRegistry,
        _ name: String,
        help: String
    ) -> [Status: Gauge] where Status: CaseIterable & Hashable & RawRepresentable<String> {
        var gauges: [Status: Gauge] = [:]
        for status in Status.allCases {
            gauges[status] = registry.gauge(name, help: help, labels: ["status": status.rawValue])
        }
        return gauges
    }

    /// A gauge for each gate.
    private static func waiting(
        _ registry: MetricsRegistry,
        _ gates: ProviderGates
    ) -> [String: Gauge] {
        var gauges: [String: Gauge] = [:]
        for gate in gates.names {
            gauges[gate] = registry.gauge(
                "orderd_orders_waiting",
                help: "Orders that wait until a provider or a function has room, up to 10,000.",
                labels: ["for": gate]
            )
        }
        return gauges
    }

    /// Counts one answer.
    package func note(_ record: AccessRecord) {
        let hundreds = record.status.code / 100
        if 1...responses.count ~= hundreds { responses[hundreds - 1].add() }
        duration.observe(record.duration)
    }

    /// All metrics in that format.
    func text(
        _ format: MetricsFormat,
        _ summary: StoreSummary,
        _ dispatcher: Dispatcher.Status,
        at now: Date
    ) -> [UInt8] {
        update(summary, dispatcher, at: now)
        return registry.text(format)
    }

    /// Sets what is counted elsewhere.
    package func update(_ summary: StoreSummary, _ dispatcher: Dispatcher.Status, at now: Date) {
        for kind in endedOrders.counts.keys { register(kind) }
        meter.registerCalls(in: registry)
        for (status, gauge) in orders { gauge.set(Double(summary.orders[status] ?? 0)) }
        for (status, gauge) in deliveries { gauge.set(Double(summary.deliveries[status] ?? 0)) }
        for (gate, gauge) in waiting { gauge.set(Double(summary.waiting[gate] ?? 0)) }
        inFlight.set(Double(dispatcher.inFlight))
        faulty.set(Double(dispatcher.faulty.count))
        oldestAge.set(summary.oldestQueued.map { max(0, now.timeIntervalSince($0)) } ?? 0)
        size.set(Double(summary.size))
    }
}
