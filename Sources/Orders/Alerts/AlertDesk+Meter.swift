package import Telemetry

extension AlertDesk {
    /// What became of messages, by the way.
    package struct Meter: Sendable {
        package let sent: [AlertWay: Counter]
        /// Attempts, of which one message may need many.
        package let failed: [AlertWay: Counter]
        package let givenUp: [AlertWay: Counter]

        init() {
            (sent, failed, givenUp) = (Self.counters(), Self.counters(), Self.counters())
        }

        private static func counters() -> [AlertWay: Counter] {
            Dictionary(uniqueKeysWithValues: AlertWay.allCases.map { ($0, Counter()) })
        }
    }
}
