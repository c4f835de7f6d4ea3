import JSON

/// What a workflow demands of its orders beside being JSON objects with a valid number.
package struct OrderRules: Sendable, Equatable {
    /// Whether an order must name its customer by a valid address; one that is there must be valid in any case.
    package var requiresEmail: Bool

    package init(requiresEmail: Bool = true) { self.requiresEmail = requiresEmail }

    /// What is wrong with the customer's address, if anything is.
    func fault(inEmail value: JSONValue?, at pointer: String = "/customerEmail") -> OrderFault? {
        guard let value else { return requiresEmail ? OrderFault(pointer, "is required") : nil }
        guard let text = value.string else {
            return OrderFault(pointer, "must be a string, not \(value.kind)")
        }
        do { _ = try EmailAddress(text) } catch { return OrderFault(pointer, error.rawValue) }
        return nil
    }

    /// An input that shall take the place of an order's own, with the order's number where it has none.
    ///
    /// Throws `OtherNumber`, or `OrderFaults` with everything else that is wrong with it.
    func edited(_ input: JSONValue, of number: OrderNumber) throws -> JSONValue {
        guard var members = input.object else {
            throw OrderFaults([OrderFault("/input", "an order is a JSON object, not \(input.kind)")]
            )
        }
        if let other = members["orderId"]?.string, other != number.text {
            throw OtherNumber(number: number)
        }
        if members["orderId"] == nil { members["orderId"] = .string(number.text) }
        var faults: [OrderFault] = []
        if members["orderId"]?.string != number.text {
            faults.append(OrderFault("/input/orderId", "must stay \(number)"))
        }
        if let fault = editedEmailFault(members["customerEmail"]) { faults.append(fault) }
        guard faults.isEmpty else { throw OrderFaults(faults) }
        return .object(members)
    }

    private func editedEmailFault(_ value: JSONValue?) -> OrderFault? {
        let pointer = "/input/customerEmail"
        guard requiresEmail, value?.string == nil else { return fault(inEmail: value, at: pointer) }
        return OrderFault(pointer, "is required and must be a string")
    }
}

/// An edited input that names another order: it does not fit the order that it is sent for.
package struct OtherNumber: Error, Equatable {
    /// The number that it would have to name.
    package var number: OrderNumber
}
