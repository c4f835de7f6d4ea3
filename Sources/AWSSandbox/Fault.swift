package import JSON

/// One way in which the sandbox fails on purpose.
package struct Fault: Sendable, Hashable {
    /// What happens to a call.
    package enum Kind: Sendable, Hashable {
        /// It is refused because of the rate, and not accepted.
        case throttle
        /// It is answered with a fault of the server, and not accepted.
        case serverError
        case delay(Duration)
        /// The connection breaks without a whole answer, and it is not accepted.
        case dropBeforeAccepting
        /// The connection breaks without a whole answer, and it is accepted.
        case dropAfterAccepting
        /// It is refused in those words of AWS, and not accepted.
        case refuse(code: String, message: String, status: Int)
    }

    package var kind: Kind
    /// Whose calls it happens to; nil: everybody's.
    package var service: SandboxMessage.Service?
    /// How many calls are left that it happens to; nil: no end.
    package var count: Int?
    /// How many of the calls it happens to, between 0 and 1.
    package var rate: Double

    /// A fault that happens to every call, unless said otherwise.
    package init(
        _ kind: Kind,
        service: SandboxMessage.Service? = nil,
        count: Int? = nil,
        rate: Double = 1
    ) {
        self.kind = kind
        self.service = service
        self.count = count
        self.rate = rate
    }
}

extension Fault {
    /// Why a text is no fault.
    package struct Malformed: Error, Sendable, Hashable {
        package let reason: String
    }

    /// As `PUT /sandbox/faults` takes it:
    /// `{"kind": "throttle", "service": "ses", "count": 3, "rate": 0.5, "milliseconds": 100}`.
    ///
    /// `milliseconds` goes with the kind `delay` alone; the other kinds are `server-error`, `drop-before`, `drop-after` and
    /// `refuse`, which goes with `code` and, if need be, `message` and `status` (400).
    package init(document: JSONValue) throws(Malformed) {
        guard let members = document.object else { throw Malformed(reason: "a fault is an object") }
        if let unknown = members.keys.first(where: { !Self.names.contains($0) }) {
            throw Malformed(reason: "unknown member \"\(unknown)\"")
        }
        self.init(
            try Self.kind(members),
            service: try Self.service(members["service"]),
            count: try Self.count(members["count"], named: "count"),
            rate: try Self.rate(members["rate"])
        )
    }

    /// The fault in that form.
    package var document: JSONValue {
        var members: JSONObject = ["kind": .string(kindName)]
        if case .delay(let duration) = kind {
            members["milliseconds"] = .number(Int(duration / .milliseconds(1)))
        }
        if case .refuse(let code, let message, let status) = kind {
            members["code"] = .string(code)
            members["message"] = .string(message)
            members["status"] = .number(status)
        }
        if let service { members["service"] = .string(service.rawValue) }
        if let count { members["count"] = .number(count) }
        if rate != 1 { members["rate"] = JSONNumber(rate).map(JSONValue.number) }
        return .object(members)
    }

    private static let names: Set = [
        "kind", "service", "count", "rate", "milliseconds", "code", "message", "status",
    ]

    private var kindName: String {
        switch kind {
        case .throttle: "throttle"
        case .serverError: "server-error"
        case .delay: "delay"
        case .dropBeforeAccepting: "drop-before"
        case .dropAfterAccepting: "drop-after"
        case .refuse: "refuse"
        }
    }

    private static func kind(_ members: JSONObject) throws(Malformed) -> Kind {
        let milliseconds = try count(members["milliseconds"], named: "milliseconds")
        if members["kind"]?.string == "refuse" { return try refusal(members) }
        for name in ["code", "message", "status"] where members[name] != nil {
            throw Malformed(reason: "\(name) goes with the kind refuse")
        }
        switch (members["kind"]?.string, milliseconds) {
        case ("throttle", nil): return .throttle
        case ("server-error", nil): return .serverError
        case ("drop-before", nil): return .dropBeforeAccepting
        case ("drop-after", nil): return .dropAfterAccepting
        case ("delay", let milliseconds?): return .delay(.milliseconds(milliseconds))
        case ("delay", nil): throw Malformed(reason: "a delay needs milliseconds")
        case (_, .some): throw Malformed(reason: "milliseconds go with the kind delay")
        default:
            throw Malformed(
                reason:
                    "kind is none of throttle, server-error, delay, drop-before, drop-after, refuse"
            )
        }
    }

    private static func refusal(_ members: JSONObject) throws(Malformed) -> Kind {
        guard members["milliseconds"] == nil else {
            throw Malformed(reason: "milliseconds go with the kind delay")
        }
        guard let code = members["code"]?.string, !code.isEmpty, code.utf8.allSatisfy(isCode) else {
            throw Malformed(reason: "a refusal needs a code such as MessageRejected")
        }
        let status = try count(members["status"], named: "status") ?? 400
        guard (400...599).contains(status) else {
            throw Malformed(reason: "status is none from 400 to 599")
        }
        let message = members["message"]?.string ?? "Refused by the sandbox's fault switch."
        return .refuse(code: code, message: message, status: status)
    }

    /// What a field's value may hold.
    private static func isCode(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    private static func service(
        _ value: JSONValue?
    ) throws(Malformed) -> SandboxMessage.Service? {
        guard let value else { return nil }
        guard let service = value.string.flatMap(SandboxMessage.Service.init) else {
            throw Malformed(reason: "service is neither ses nor sns")
        }
        return service
    }

    private static func count(
        _ value: JSONValue?,
        named name: String
    ) throws(Malformed) -> Int? {
        guard let value else { return nil }
        guard let count = value.int, count >= 0 else {
            throw Malformed(reason: "\(name) is not a whole number from 0")
        }
        return count
    }

    private static func rate(_ value: JSONValue?) throws(Malformed) -> Double {
        guard let value else { return 1 }
        guard let rate = value.number?.double, (0...1).contains(rate) else {
            throw Malformed(reason: "rate is not between 0 and 1")
        }
        return rate
    }
}
