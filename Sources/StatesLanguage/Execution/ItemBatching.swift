internal import JSON

/// Cuts a Map's items into batches.
struct ItemBatching {
    /// No limit when 0.
    private let maximumItems: Int
    private let maximumBytes: Int
    /// The bytes of a batch without items.
    private let frame: Int
    /// Where each batch ends.
    private(set) var ends: [Int] = []
    private var start = 0
    private var bytes = 0

    init(maximumItems: Int, maximumBytes: Int, frame: Int) {
        self.maximumItems = maximumItems
        self.maximumBytes = maximumBytes
        self.frame = frame
    }

    var countsBytes: Bool { maximumBytes > 0 }

    /// The ends when only items are counted.
    func ends(of count: Int) -> [Int] {
        let size = maximumItems > 0 ? maximumItems : count
        return stride(from: 0, to: count, by: size).map { min($0 + size, count) }
    }

    /// Takes an item into the batch at hand, or into a new one.
    mutating func add(item index: Int, size: Int) throws(EvaluationFailure) {
        guard frame + size <= maximumBytes else {
            throw .runtime(
                "The item at index \(index) has \(size) bytes and does not fit into a batch of "
                    + "\(maximumBytes) bytes."
            )
        }
        let isFull = index - start == maximumItems && maximumItems > 0
        if index > start, isFull || frame + bytes + size + 1 > maximumBytes {
            start = index
            bytes = 0
            ends.append(index + 1)
        } else if ends.isEmpty {
            ends.append(index + 1)
        } else {
            ends[ends.count - 1] = index + 1
        }
        bytes += size + 1
    }
}

extension ItemBatcher {
    func batching(in scope: Scope) throws(EvaluationFailure) -> ItemBatching {
        ItemBatching(
            maximumItems: try maximumItems?.integer("MaxItemsPerBatch", in: scope) ?? 0,
            maximumBytes: try maximumBytes?.integer("MaxInputBytesPerBatch", in: scope) ?? 0,
            frame: try input(of: [], in: scope).text.utf8.count
        )
    }

    /// What an iteration gets.
    func input(of items: [JSONValue], in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        var input = JSONObject()
        input["BatchInput"] = try batchInput?.value(in: scope, field: "BatchInput")
        input["Items"] = .array(items)
        return .object(input)
    }
}

/// What a Map goes through.
struct MapItems {
    var values: [JSONValue]
    /// Whether they are an object's members.
    var areMembers = false

    /// The elements of an array, and in a DISTRIBUTED Map the members of an object.
    init?(_ value: JSONValue, isDistributed: Bool) {
        switch value {
        case .array(let elements): values = elements
        case .object(let members) where isDistributed:
            // AWS's guide, "ItemsPath" and "Context object": an iteration gets the pair, whose parts have these names.
            values = members.map { ["Key": .string($0.key), "Value": $0.value] }
            areMembers = true
        case .object, .null, .bool, .number, .string: return nil
        }
    }
}
