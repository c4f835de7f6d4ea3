internal import JSON

/// The functions that a JSONPath field can call.
enum IntrinsicFunction: String, Sendable, CaseIterable {
    case array = "States.Array"
    case arrayContains = "States.ArrayContains"
    case arrayGetItem = "States.ArrayGetItem"
    case arrayLength = "States.ArrayLength"
    case arrayPartition = "States.ArrayPartition"
    case arrayRange = "States.ArrayRange"
    case arrayUnique = "States.ArrayUnique"
    case base64Decode = "States.Base64Decode"
    case base64Encode = "States.Base64Encode"
    case format = "States.Format"
    case hash = "States.Hash"
    case jsonMerge = "States.JsonMerge"
    case jsonToString = "States.JsonToString"
    case mathAdd = "States.MathAdd"
    case mathRandom = "States.MathRandom"
    case stringSplit = "States.StringSplit"
    case stringToJSON = "States.StringToJson"
    case uuid = "States.UUID"

    var arity: ClosedRange<Int> {
        switch self {
        case .array: 0...Int.max
        case .format: 1...Int.max
        case .uuid: 0...0
        case .arrayLength, .arrayUnique, .base64Decode, .base64Encode, .jsonToString,
            .stringToJSON:
            1...1
        case .arrayContains, .arrayGetItem, .arrayPartition, .hash, .mathAdd, .stringSplit: 2...2
        case .mathRandom: 2...3
        case .arrayRange, .jsonMerge: 3...3
        }
    }

    /// How many times a look at all of its arguments it costs.
    var looks: Int {
        switch self {
        case .array, .arrayGetItem, .arrayLength, .arrayRange, .mathAdd, .mathRandom, .uuid: 0
        case .arrayContains, .arrayPartition, .arrayUnique, .base64Decode, .base64Encode, .format,
            .jsonMerge, .jsonToString, .stringToJSON:
            1
        case .hash, .stringSplit: 4
        }
    }

    func apply(
        to arguments: [JSONValue],
        in scope: Scope
    ) throws(IntrinsicError) -> JSONValue {
        switch self {
        case .array: .array(arguments)
        case .arrayContains: .bool(try arguments[0].elements.contains(arguments[1]))
        case .arrayGetItem: try Self.item(of: arguments[0].elements, at: arguments[1].integer)
        case .arrayLength: .number(try arguments[0].elements.count)
        case .arrayPartition:
            try Self.partition(arguments[0].elements, by: arguments[1].integer)
        case .arrayRange:
            try Self.range(
                from: arguments[0].integer,
                to: arguments[1].integer,
                by: arguments[2].integer
            )
        case .arrayUnique: Self.unique(try arguments[0].elements)
        case .base64Decode: try Self.base64Decoded(arguments[0].characters)
        case .base64Encode: try Self.base64Encoded(arguments[0].characters)
        case .format: try Self.format(arguments[0].characters, arguments.dropFirst())
        case .hash:
            try Self.hash(
                arguments[0],
                algorithm: arguments[1].characters,
                scope.surroundings.start.digest
            )
        case .jsonMerge: try Self.merge(arguments[0], arguments[1], deeply: arguments[2])
        case .jsonToString: try Self.written(arguments[0])
        case .mathAdd: try Self.sum(arguments[0].rounded, arguments[1].rounded)
        case .mathRandom: try Self.random(arguments, scope.random)
        case .stringSplit: try Self.split(arguments[0].characters, at: arguments[1].characters)
        case .stringToJSON: try Self.parse(arguments[0].characters)
        case .uuid: Self.uuid(scope.random)
        }
    }
}
