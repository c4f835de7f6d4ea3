/// What there is to say of a value beyond its JSON.
enum ServiceShape: Sendable, Hashable {
    case structure([Member])
    /// Elements of that shape; in the query protocol each has a name, or none in between.
    case list(Int?, item: String, isFlat: Bool)
    /// Values of that shape, under names that belong to the caller.
    case map(Int?, key: String, value: String, isFlat: Bool)
    /// Bytes, which travel in Base64.
    case blob
    case timestamp(TimeFormat?)
    case number
    case boolean
    /// JSON of the caller's own.
    case document

    struct Member: Sendable, Hashable {
        /// As Step Functions spells it.
        let name: String
        /// As the service does.
        let wire: String
        let location: Location
        /// Whether its value is JSON within a text.
        let isJSONText: Bool
        /// Whether the service knows a call again by it.
        let isToken: Bool
        let shape: Int?
    }

    /// Where REST has a member.
    enum Location: Character, Sendable, Hashable {
        case body = "b"
        case path = "u"
        case query = "q"
        case field = "h"
        /// Fields whose names begin so.
        case fields = "H"
        case status = "c"
        /// It is the body.
        case payload = "p"
    }

    enum TimeFormat: String, Sendable, Hashable {
        case seconds = "unixTimestamp"
        case iso8601
        case http = "rfc822"
    }

    /// Reads a shape's words: its kind, then what belongs to it.
    init(_ words: ArraySlice<Substring>) {
        let rest = words.dropFirst()
        func word(_ index: Int, or usual: String) -> String {
            let place = rest.startIndex + index
            return place < rest.endIndex ? String(rest[place]) : usual
        }
        let isFlat = rest.last?.hasSuffix("!") == true
        func name(_ index: Int, or usual: String) -> String {
            let text = word(index, or: usual)
            return text.hasSuffix("!") ? String(text.dropLast()) : text
        }
        switch words.first {
        case "s": self = .structure(rest.map(Member.init))
        case "l": self = .list(Int(word(0, or: "-")), item: name(1, or: "member"), isFlat: isFlat)
        case "m":
            self = .map(
                Int(word(0, or: "-")),
                key: name(1, or: "key"),
                value: name(2, or: "value"),
                isFlat: isFlat
            )
        case "b": self = .blob
        case "t": self = .timestamp(TimeFormat(rawValue: word(0, or: "-")))
        case "n": self = .number
        case "o": self = .boolean
        case "d": self = .document
        default: preconditionFailure("the table of services has a shape \(words)")
        }
    }
}

extension ServiceShape.Member {
    /// `Name~wire/location=shape`, of which the name alone has to be there.
    fileprivate init(_ text: Substring) {
        let sides = text.split(separator: "=")
        let places = sides[0].split(separator: "/")
        let names = places[0].split(separator: "~").map(String.init)
        let marks = places.count == 2 ? String(places[1]) : ""
        name = names[0]
        wire = names[names.count - 1]
        location = marks.first.flatMap(ServiceShape.Location.init) ?? .body
        isJSONText = marks.contains("j")
        isToken = marks.contains("i")
        shape = sides.count == 2 ? Int(sides[1]) : nil
    }
}
