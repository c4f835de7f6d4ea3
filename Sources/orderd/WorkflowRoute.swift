import Foundation
import JSON
import JSONata
import Orders

/// Which workflow an order is for, by the expression of `workflow.route`: the order is its input, and nothing the default one.
struct WorkflowRoute {
    private let expression: JSONataExpression

    init(_ text: String) throws(JSONataError) { expression = try JSONataExpression(parsing: text) }

    /// How many steps an evaluation may take: it runs for every order before that is accepted.
    private static let maximumSteps = 100_000

    private struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    func name(for order: JSONValue) throws -> String? {
        let now = Int(Date().timeIntervalSince1970 * 1_000)
        var environment = JSONataEnvironment(now: now) { Double.random(in: 0..<1) }
        environment.limits.maximumSteps = Self.maximumSteps
        switch try expression.evaluate(order, in: environment) {
        case nil, .null: return nil
        case .string(let name): return name
        case let other?: throw Fault(description: "workflow.route gives \(other.kind), not a name")
        }
    }
}
