import JSON

/// Where a part of a definition stands.
struct Place: Sendable, Hashable {
    private var steps: [Step] = []

    private enum Step: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    /// The whole definition.
    static let root = Place()

    /// A member of the object at this place.
    static func / (place: Place, name: String) -> Place {
        var place = place
        place.steps.append(.name(name))
        return place
    }

    /// An element of the array at this place.
    subscript(index: Int) -> Place {
        var place = self
        place.steps.append(.index(index))
        return place
    }

    /// As AWS writes it: `/States/A/Choices[0]/Next`.
    var location: String {
        guard !steps.isEmpty else { return "/" }
        return steps.map { step in
            switch step {
            case .name(let name): "/\(name)"
            case .index(let index): "[\(index)]"
            }
        }.joined()
    }

    /// As RFC 6901 has it: `/States/A/Choices/0/Next`; the whole is the empty text.
    var pointer: String {
        steps.map { step in
            switch step {
            case .name(let name): "/" + JSONPointer.escape(name)
            case .index(let index): "/\(index)"
            }
        }.joined()
    }

    /// What follows the innermost state's name, as evaluation errors name a field: `Output/values[0]`.
    var field: String {
        let inState = steps.lastIndex(of: .name("States")).map { steps.dropFirst($0 + 2) }
        let text = Place(steps: Array(inState ?? steps[...])).location
        return String(text.dropFirst())
    }
}
