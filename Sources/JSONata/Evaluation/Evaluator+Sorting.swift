extension Evaluator {
    /// The values ordered by the terms of an order-by clause.
    func sorted(
        _ array: ArrayValue,
        by terms: [Node.SortTerm],
        at position: Int,
        _ frame: Frame
    ) throws(Fault) -> ArrayValue {
        guard array.count > 1 else { return array }
        let keys = SortKeys(array.count, terms, at: position, self) { item, term throws(Fault) in
            try self.evaluate(term, array.elements[item], frame)
        }
        let order = try mergeSorted(Array(array.elements.indices)) { left, right throws(Fault) in
            try keys.isOutOfOrder(left, right)
        }
        return ArrayValue(order.map { array.elements[$0] })
    }

    /// The tuples ordered by the terms of an order-by clause.
    func sorted(
        _ stream: TupleStream,
        by terms: [Node.SortTerm],
        at position: Int,
        _ frame: Frame
    ) throws(Fault) -> TupleStream {
        let tuples = stream.tuples
        guard tuples.count > 1 else { return stream }
        let keys = SortKeys(tuples.count, terms, at: position, self) { item, term throws(Fault) in
            let inner = try self.frame(of: tuples[item], inside: frame)
            return stream.isPlain
                ? try self.evaluate(term, tuples[item].object, frame)
                : try self.evaluate(term, tuples[item].focus, inner)
        }
        let order = try mergeSorted(Array(tuples.indices)) { left, right throws(Fault) in
            try keys.isOutOfOrder(left, right)
        }
        var result = TupleStream(order.map { tuples[$0] })
        result.isPlain = true
        return result
    }

    /// A stable merge sort, from the bottom; the test says whether two neighbours change places.
    func mergeSorted<Element>(
        _ elements: [Element],
        isOutOfOrder: (Element, Element) throws(Fault) -> Bool
    ) throws(Fault) -> [Element] {
        guard elements.count > 1 else { return elements }
        let middle = elements.count / 2
        let left = try mergeSorted(Array(elements[..<middle]), isOutOfOrder: isOutOfOrder)
        let right = try mergeSorted(Array(elements[middle...]), isOutOfOrder: isOutOfOrder)
        try spend(elements: elements.count)
        var result: [Element] = []
        result.reserveCapacity(elements.count)
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            if try isOutOfOrder(left[first], right[second]) {
                result.append(right[second])
                second += 1
            } else {
                result.append(left[first])
                first += 1
            }
        }
        return result + left[first...] + right[second...]
    }
}

/// The values by which items are ordered, each evaluated once and only when it is needed.
///
/// A class, so that no call copies what is known.
private final class SortKeys {
    let terms: [Node.SortTerm]
    let position: Int
    let evaluator: Evaluator
    let key: (Int, Node) throws(Fault) -> Value
    /// By item, as many as were needed so far.
    private var known: [[Value]]

    init(
        _ count: Int,
        _ terms: [Node.SortTerm],
        at position: Int,
        _ evaluator: Evaluator,
        key: @escaping (Int, Node) throws(Fault) -> Value
    ) {
        self.terms = terms
        self.position = position
        self.evaluator = evaluator
        self.key = key
        known = Array(repeating: [], count: count)
    }

    /// Whether the right item comes before the left one.
    func isOutOfOrder(_ left: Int, _ right: Int) throws(Fault) -> Bool {
        for place in terms.indices {
            let order = try order(key(left, place), key(right, place), terms[place].isDescending)
            if order != 0 { return order > 0 }
        }
        return false
    }

    private func key(_ item: Int, _ term: Int) throws(Fault) -> Value {
        while known[item].count <= term {
            let value = try key(item, terms[known[item].count].expression)
            known[item].append(value)
        }
        return known[item][term]
    }

    private func order(
        _ left: Value,
        _ right: Value,
        _ isDescending: Bool
    ) throws(Fault) -> Int {
        // What has no value comes last in either direction.
        if left.isUndefined { return right.isUndefined ? 0 : 1 }
        if right.isUndefined { return -1 }
        guard left.isComparable, right.isComparable else {
            throw Fault("T2008", at: position, value: (left.isComparable ? right : left).shown)
        }
        let order: Int
        switch (left, right) {
        case (.long(let left), .long(let right)):
            order = left == right ? 0 : left < right ? -1 : 1
        case (.number, .number), (.long, .number), (.number, .long):
            let (left, right) = (left.number ?? .nan, right.number ?? .nan)
            order = left == right ? 0 : left < right ? -1 : 1
        case (.string(let left), .string(let right)): order = try evaluator.order(left, right)
        default:
            throw Fault("T2007", at: position, value: left.shown, value2: right.shown)
        }
        return isDescending ? -order : order
    }
}
