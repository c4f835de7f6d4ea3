public import JSON

/// What is wrong with an input that shall take the place of an order's own.
public enum EditedInput {
    /// Every fault at once; empty when the input can be taken.
    public static func faults(_ input: JSONValue, of number: OrderNumber) -> [OrderFault] {
        guard let members = input.object else {
            return [OrderFault("/input", "an order is a JSON object, not \(input.kind)")]
        }
        var faults: [OrderFault] = []
        if let id = members["orderId"], id.string != number.text {
            faults.append(OrderFault("/input/orderId", "must stay \(number)"))
        }
        guard let address = members["customerEmail"]?.string else {
            return faults + [OrderFault("/input/customerEmail", "is required and must be a string")]
        }
        do { _ = try EmailAddress(address) } catch {
            faults.append(OrderFault("/input/customerEmail", error.rawValue))
        }
        return faults
    }
}
