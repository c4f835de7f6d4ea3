internal import Synchronization

/// The services of AWS that a workflow can call in their own terms, from the models that botocore brings.
///
/// Its text has a line for each fact, of words with blanks between; `Tests/AWSTests/Fixtures/service_table.py` makes it.
/// - `S` begins a service: Step Functions' name for it, the name in its exceptions, the id in `AWS_ENDPOINT_URL_<id>`, what its
///   host begins with, its name in signatures, protocol, target, version, how its members are spelt, its one host and region.
/// - `E`: its faults, each as code or as `code=exception`.
/// - `O` an operation: name, input, output; for REST also method and path, for the query protocol the answer's element.
/// - `T` a shape: number, kind, and of a structure those members of which there is something to say.
package final class ServiceTable: Sendable {
    /// The table that the program has.
    package static let shared = ServiceTable(text)

    private let blocks: [String: Substring]
    private let models = Mutex<[String: ServiceModel]>([:])

    init(_ text: String) {
        var blocks: [String: Substring] = [:]
        for block in text.split(separator: "\nS ") {
            let start = block.utf8.starts(with: "S ".utf8) ? block.dropFirst(2) : block
            blocks[String(start.prefix { $0 != " " })] = start
        }
        self.blocks = blocks
    }

    /// Step Functions' names of all services, in order.
    package var names: [String] { blocks.keys.sorted() }

    /// The service that Step Functions calls so; read when it is first asked for, and kept.
    package func service(_ name: String) -> ServiceModel? {
        if let known = models.withLock({ $0[name] }) { return known }
        guard let block = blocks[name] else { return nil }
        let model = ServiceModel(block)
        models.withLock { $0[name] = model }
        return model
    }
}
