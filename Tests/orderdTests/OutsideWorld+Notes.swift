/// What those outside were given and told.
extension OutsideWorld {
    /// A task that was handed out, and how its answer was taken.
    struct Assignment {
        /// The number of the order that it is of.
        let order: Int
        /// `callback`, or the activity.
        let kind: String
        let output: Int
        /// Whether it is answered with a failure, so that its state tries again with another token.
        let fails: Bool
        /// In order: 404 no such task, 409 its end was told before, 410 nobody waits any more.
        var answers: [Int] = []

        /// Whether this answer is the task's end.
        var isCounted: Bool { answers.last == 200 || answers.last == 409 }
    }

    struct Notes {
        /// Orders that were acknowledged over HTTP, by their numbers.
        var acknowledged: Set<Int> = []
        /// What was handed out, by tokens.
        var assignments: [String: Assignment] = [:]
        /// Tokens that came more than once; messages may, an activity's must not.
        var repeated: [String] = []
        /// The ids of messages that came, by orders: moto may give one message to two who ask at once.
        var messages: [Int: Set<String>] = [:]
        /// Answers that nobody expected.
        var surprises: [String] = []
        var posted = 0
        /// All that has happened.
        var events = 0
    }
}

extension OutsideWorld.Notes {
    mutating func surprise(_ what: String, _ answer: (status: Int, body: [UInt8])) {
        surprises.append(
            "\(what): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))"
        )
    }
}
