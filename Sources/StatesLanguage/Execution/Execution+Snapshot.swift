internal import FoundationEssentials
internal import JSON

/// Why bytes are no execution that can be taken up again.
package struct SnapshotError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and where.
    package let description: String

    init(_ description: String) { self.description = "bad snapshot: \(description)" }
}

/// The snapshot is one JSON object with short names. Payloads are written as the JSON they are, and
/// what equals the execution's input is left out, so that the common case costs one copy of it.
extension Execution {
    /// The format's number; a change that old snapshots cannot be read under takes the next.
    static let snapshotVersion = 1

    /// The position as bytes for a store.
    package var snapshot: [UInt8] {
        var object = ObjectWriter(reservingCapacity: 512 + 2 * position.input.size)
        object.addMembers(of: self)
        return object.finished()
    }

    package init(snapshot: [UInt8]) throws(SnapshotError) {
        let value: JSONValue
        do {
            let options = JSONValue.ParsingOptions(maximumDepth: 1_024)
            value = try JSONValue(parsing: snapshot, options: options)
        } catch {
            throw SnapshotError(error.description)
        }
        self = try SnapshotReader(value).execution()
    }
}
