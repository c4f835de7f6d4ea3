internal import Logging

/// The metadata of one event from all its sources, flat and sorted by name.
struct LogMembers {
    private(set) var pairs: [(name: String, value: Logger.MetadataValue)] = []

    /// What the call gave wins over the provider's, and that over the handler's own.
    init(_ event: LogEvent, _ provider: Logger.MetadataProvider?, _ own: Logger.Metadata) {
        var metadata = own
        if let provider { metadata.merge(provider.get()) { $1 } }
        if let given = event.metadata {
            if metadata.isEmpty { metadata = given } else { metadata.merge(given) { $1 } }
        }
        if let error = event.error, metadata["error"] == nil { metadata["error"] = "\(error)" }
        append(metadata, prefix: "")
        pairs.sort { $0.name < $1.name }
    }

    /// A dictionary's members come up with a dot between: `order` with `id` is `order.id`.
    private mutating func append(_ metadata: Logger.Metadata, prefix: String) {
        for (name, value) in metadata {
            if case .dictionary(let members) = value {
                append(members, prefix: "\(prefix)\(name).")
            } else {
                pairs.append((prefix + name, value))
            }
        }
    }
}
