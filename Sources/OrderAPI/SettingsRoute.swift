import HTTP
import HTTPTypes
import JSON

/// A setting as it is in effect, for people.
package struct SettingReport: Sendable, Hashable {
    /// `queue.concurrency`.
    package var key: String
    /// As a settings file has it, of a secret only that there is one; nil: it has none.
    package var value: Value?
    package var source: Source
    /// What it is for, in one line.
    package var about: String

    package enum Value: Sendable, Hashable {
        case text(String)
        case secret
    }

    /// Where the value comes from.
    package enum Source: Sendable, Hashable {
        case byDefault
        /// A line such as `config/orderd.yaml:47`.
        case file(String)
        /// A variable's name.
        case environment(String)
        case argument
    }

    /// Whether its value is never shown, also where it has none.
    package var isSecret: Bool

    package init(
        key: String,
        value: Value?,
        source: Source,
        isSecret: Bool,
        about: String
    ) {
        (self.key, self.value, self.source) = (key, value, source)
        (self.isSecret, self.about) = (isSecret, about)
    }
}

extension OrderAPI {
    /// Answers `GET /settings`.
    func settings() -> ServerResponse {
        var object = ObjectWriter(reservingCapacity: 32_768)
        object.add("settings", objects: parts.settings) { $1.write(into: &$0) }
        object.add("sandbox", .bool(parts.sandboxMessages != nil))
        return .json(.ok, object.finished())
    }
}

extension SettingReport {
    fileprivate func write(into object: inout ObjectWriter) {
        object.add("key", key)
        switch value {
        case .text(let text) where !isSecret: object.add("value", text)
        case .text, .secret, nil: object.add("value", .null)
        }
        object.add("source", source.word)
        object.add("where", source.place.map { .string($0) } ?? .null)
        object.add("isSecret", .bool(isSecret))
        if isSecret { object.add("isSet", .bool(value != nil)) }
        object.add("about", about)
    }
}

extension SettingReport.Source {
    /// In the API's words.
    fileprivate var word: String {
        switch self {
        case .byDefault: "default"
        case .file: "file"
        case .environment: "environment"
        case .argument: "argument"
        }
    }

    fileprivate var place: String? {
        switch self {
        case .file(let place), .environment(let place): place
        case .byDefault, .argument: nil
        }
    }
}
