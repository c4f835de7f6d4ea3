package import JSON

/// How an order is to be run again.
package struct Redrive: Sendable {
    package var start: Start
    package var definition: Definition
    /// The bulk redrive that it is a part of.
    var bulk: Int64?

    /// Where a redriven order begins.
    package enum Start: Sendable {
        /// At the state that failed; those that succeeded are not run again.
        case failedState
        /// At the workflow's start, with its own input or an edited one.
        case beginning(input: JSONValue?)
        /// At the workflow's start, with what the patch makes of its own input.
        case patched(JSONPatch)

        /// Whether nothing of what is stored of the order is needed.
        var hasInput: Bool {
            switch self {
            case .failedState, .patched: false
            case .beginning(let input): input != nil
            }
        }
    }

    /// The definition that a redriven order runs on.
    package enum Definition: Sendable {
        /// The one that it ran on.
        case own
        /// The one that new orders run on.
        case current
    }

    /// By default from the failed state, on the definition it ran on.
    package init(from start: Start = .failedState, on definition: Definition = .own) {
        self.start = start
        self.definition = definition
    }

    /// The same with an edited input as the order can take it.
    func checked(of order: OrderID, _ rules: OrderRules) throws -> Redrive {
        guard case .beginning(let input?) = start else { return self }
        var checked = self
        checked.start = .beginning(input: try rules.edited(input, of: order.number))
        return checked
    }
}
