import JSON

/// The connections of a secrets file, by name.
package struct HTTPConnections: Sendable, Hashable {
    private var connections: [String: HTTPConnection] = [:]

    /// The most connections of one file.
    static let limit = 1_000

    /// No connections.
    package init() {}

    package subscript(name: String) -> HTTPConnection? { connections[name] }

    package var names: [String] { connections.keys.sorted() }

    /// Why a file tells of no connections: everything that is wrong, none of it with a secret in it.
    package struct Faults: Error, Sendable, Hashable {
        package struct Fault: Sendable, Hashable {
            /// Line and column where the text is no JSON, else the member: `Stripe.AuthParameters`.
            package let place: String
            package let problem: String
        }

        package let all: [Fault]
    }

    /// Reads an object whose members are connections in the shape of EventBridge's `CreateConnection`.
    package init(parsing text: [UInt8]) throws(Faults) {
        let root: JSONValue
        do throws(JSONError) { root = try JSONValue(parsing: text) } catch {
            let (line, column) = error.position(in: text)
            throw Faults(all: [Faults.Fault(place: "\(line):\(column)", problem: error.reason)])
        }
        guard let members = root.object else {
            let problem = "is a JSON object whose members are connections, by their names"
            throw Faults(all: [Faults.Fault(place: "1:1", problem: problem)])
        }
        var reader = HTTPConnectionReader()
        if members.count > Self.limit {
            reader.note("", "has more than \(Self.limit) connections")
        }
        for (name, value) in members {
            if let connection = reader.connection(name, value) { connections[name] = connection }
        }
        guard reader.faults.isEmpty else { throw Faults(all: reader.faults) }
    }
}
