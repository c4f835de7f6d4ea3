/// Changes of a JSON value, one after the other (RFC 6902).
package struct JSONPatch: Sendable, Hashable {
    package let operations: [Operation]

    /// One change.
    package enum Operation: Sendable, Hashable {
        case add(JSONPointer, JSONValue)
        case remove(JSONPointer)
        case replace(JSONPointer, JSONValue)
        case move(JSONPointer, from: JSONPointer)
        case copy(JSONPointer, from: JSONPointer)
        /// The value there must be this one.
        case test(JSONPointer, JSONValue)
    }

    /// What is wrong with a patch, or why it does not fit a value.
    package struct Fault: Error, Sendable, Hashable {
        /// The place of the operation in the patch, from 0.
        package let operation: Int
        package let reason: String
    }

    /// The patch as a JSON value.
    package let value: JSONValue

    /// Reads a patch: an array of operations, each an object with `op`, `path` and what the operation needs.
    ///
    /// Members that an operation does not define are ignored (RFC 6902 §4).
    package init(_ value: JSONValue) throws(Fault) {
        guard let elements = value.array else {
            throw Fault(operation: 0, reason: "a JSON Patch is an array, not \(value.kind)")
        }
        guard elements.count <= Self.maximumOperations else {
            throw Fault(
                operation: Self.maximumOperations,
                reason: "a patch has at most \(Self.maximumOperations) operations"
            )
        }
        var operations: [Operation] = []
        for (place, element) in elements.enumerated() {
            do throws(Unfit) {
                operations.append(try Operation(element))
            } catch {
                throw Fault(operation: place, reason: error.reason)
            }
        }
        self.operations = operations
        self.value = value
    }

    /// The most operations of one patch.
    package static let maximumOperations = 100
    /// The most bytes of JSON text that all copies of one patch may make: each can double the value.
    package static let maximumCopied = 1_048_576
    /// How deep a value may be nested that a patch makes: as deep as one that is parsed.
    package static let maximumDepth = JSONValue.ParsingOptions().maximumDepth

    /// The value with all changes made; when one does not fit, none is.
    package func applied(to value: JSONValue) throws(Fault) -> JSONValue {
        var (value, copied) = (value, 0)
        for (place, operation) in operations.enumerated() {
            do throws(Unfit) {
                try operation.apply(to: &value, copied: &copied)
            } catch {
                throw Fault(operation: place, reason: error.reason)
            }
        }
        return value
    }
}

extension JSONPatch {
    /// The same patch without the values that it brings, which may be a customer's: what it changes stays to be seen.
    package var withoutValues: JSONPatch {
        JSONPatch(
            operations: operations.map { operation in
                switch operation {
                case .add(let path, _): .add(path, .null)
                case .replace(let path, _): .replace(path, .null)
                case .test(let path, _): .test(path, .null)
                case .remove, .move, .copy: operation
                }
            },
            value: .array(
                (value.array ?? []).map { element in
                    guard var members = element.object, members["value"] != nil else {
                        return element
                    }
                    members["value"] = JSONValue.null
                    return .object(members)
                }
            )
        )
    }

    private init(operations: [Operation], value: JSONValue) {
        (self.operations, self.value) = (operations, value)
    }
}

/// Why one operation cannot be.
private struct Unfit: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

extension JSONPatch.Operation {
    fileprivate init(_ element: JSONValue) throws(Unfit) {
        guard let members = element.object else {
            throw Unfit("an operation is an object, not \(element.kind)")
        }
        func pointer(_ name: String) throws(Unfit) -> JSONPointer {
            guard let text = members[name]?.string else {
                throw Unfit("it needs \(name), a string such as /customerEmail")
            }
            guard let pointer = JSONPointer(text) else {
                throw Unfit(
                    "\(name) is no JSON Pointer: \(text) must begin with /, and have ~ as ~0 or ~1 alone"
                )
            }
            guard pointer.tokens.count <= JSONPatch.maximumDepth else {
                throw Unfit("\(name) leads deeper than \(JSONPatch.maximumDepth) levels")
            }
            return pointer
        }
        func value() throws(Unfit) -> JSONValue {
            guard let value = members["value"] else { throw Unfit("it needs a value") }
            return value
        }
        let path = try pointer("path")
        switch members["op"]?.string {
        case "add": self = .add(path, try value())
        case "remove": self = .remove(path)
        case "replace": self = .replace(path, try value())
        case "move": self = .move(path, from: try pointer("from"))
        case "copy": self = .copy(path, from: try pointer("from"))
        case "test": self = .test(path, try value())
        default: throw Unfit("op must be one of add, remove, replace, move, copy, test")
        }
    }

    fileprivate func apply(to value: inout JSONValue, copied: inout Int) throws(Unfit) {
        switch self {
        case .add(let path, let new): try value.add(new, at: path)
        case .remove(let path): _ = try value.remove(at: path)
        case .replace(let path, let new):
            _ = try value.existing(path)
            try new.fit(at: path)
            if path.tokens.isEmpty {
                value = new
            } else {
                try value.change(path) { (parent, token) throws(Unfit) in
                    try parent.replace(token, by: new)
                }
            }
        case .move(let path, let from):
            // A value cannot be put inside itself (§4.4).
            guard path == from || !path.isWithin(from) else {
                throw Unfit("\(from.text) cannot be moved into itself")
            }
            let moved = try value.existing(from)
            guard path != from else { return }
            _ = try value.remove(at: from)
            try value.add(moved, at: path)
        case .copy(let path, let from):
            let copy = try value.existing(from)
            guard let text = copy.text(upTo: JSONPatch.maximumCopied - copied) else {
                throw Unfit("its copies have more than \(JSONPatch.maximumCopied) bytes")
            }
            copied += text.utf8.count
            try value.add(copy, at: path)
        case .test(let path, let expected):
            guard try value.existing(path) == expected else {
                throw Unfit("the value at \(path.name) is not \(expected.excerpt)")
            }
        }
    }
}

extension JSONPointer {
    /// What people call the place.
    fileprivate var name: String { tokens.isEmpty ? "the root" : text }
}

extension JSONValue {
    fileprivate var excerpt: String { String(text.prefix(80)) }

    fileprivate func existing(_ path: JSONPointer) throws(Unfit) -> JSONValue {
        guard let value = self[path] else { throw Unfit("there is nothing at \(path.name)") }
        return value
    }

    /// Lets `body` change the value that holds the place.
    fileprivate mutating func change(
        _ path: JSONPointer,
        _ body: (inout JSONValue, String) throws(Unfit) -> Void
    ) throws(Unfit) {
        guard let token = path.tokens.first else { throw Unfit("the root has no parent") }
        guard path.tokens.count > 1 else { return try body(&self, token) }
        let rest = JSONPointer(Array(path.tokens.dropFirst()))
        guard var child = self[JSONPointer([token])] else {
            throw Unfit("there is nothing at \(JSONPointer([token]).text) to hold \(rest.text)")
        }
        try child.change(rest, body)
        try replace(token, by: child)
    }

    /// Throws when the value would be nested too deep at that place: whoever reads or frees it goes down level by level.
    fileprivate func fit(at path: JSONPointer) throws(Unfit) {
        guard !isNested(deeperThan: JSONPatch.maximumDepth - path.tokens.count) else {
            throw Unfit("it would be nested deeper than \(JSONPatch.maximumDepth) levels")
        }
    }

    fileprivate mutating func add(_ new: JSONValue, at path: JSONPointer) throws(Unfit) {
        try new.fit(at: path)
        guard !path.tokens.isEmpty else {
            self = new
            return
        }
        try change(path) { (parent, token) throws(Unfit) in
            switch parent {
            case .object(var members):
                members[token] = new
                parent = .object(members)
            case .array(var elements):
                let index = token == "-" ? elements.count : Self.index(token)
                guard let index, index <= elements.count else {
                    throw Unfit("\(path.text) is no place in an array of \(elements.count)")
                }
                elements.insert(new, at: index)
                parent = .array(elements)
            case .null, .bool, .number, .string:
                throw Unfit("\(path.text) lies in a \(parent.kind), which holds nothing")
            }
        }
    }

    fileprivate mutating func remove(at path: JSONPointer) throws(Unfit) -> JSONValue {
        let removed = try existing(path)
        guard !path.tokens.isEmpty else { throw Unfit("the root cannot be removed") }
        try change(path) { (parent, token) throws(Unfit) in
            switch parent {
            case .object(var members):
                members.removeValue(forKey: token)
                parent = .object(members)
            case .array(var elements):
                // That it exists was asked above.
                if let index = Self.index(token) { elements.remove(at: index) }
                parent = .array(elements)
            case .null, .bool, .number, .string: break
            }
        }
        return removed
    }

    fileprivate mutating func replace(_ token: String, by new: JSONValue) throws(Unfit) {
        switch self {
        case .object(var members):
            members[token] = new
            self = .object(members)
        case .array(var elements):
            guard let index = Self.index(token), elements.indices.contains(index) else {
                throw Unfit("\(token) is no index of an array of \(elements.count)")
            }
            elements[index] = new
            self = .array(elements)
        case .null, .bool, .number, .string: throw Unfit("a \(kind) holds nothing")
        }
    }
}
