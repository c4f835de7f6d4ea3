import JSON

/// What to do while an order is followed: a value, beside which `orderd orders watch` asks and prints.
struct OrderWatch {
    /// What is to be done next.
    enum Step: Equatable {
        /// Say why there is no stream, and ask again after so many seconds.
        case rest(seconds: Int, why: String)
        /// The order has ended so, and the command ends with it.
        case ended(status: String)
        /// Give up.
        case failed(why: String)
    }

    /// How the stream came to its end.
    enum End {
        /// The service closed it, as it does when it stops.
        case closed
        case lost(String)
        /// The service is there and answers no stream: what it said, and whether it may do so later.
        case refused(String, mayPass: Bool)
    }

    /// How often in a row nothing new may come before it is given up.
    static let maximumTries = 20
    private static let longestRest = 15

    /// The id of the newest message.
    private(set) var place: String?
    /// How the order has ended.
    private(set) var status: String?
    /// How often in a row nothing new came.
    private var tries = 0
    private var hasBegun = false
    /// Whether it has been told that the order is held.
    private var hasToldHeld = false

    /// Takes a message; answers the event in it, if it is one.
    mutating func take(_ message: EventStreamParser.Message) -> JSONValue? {
        (tries, hasBegun) = (0, true)
        if !message.id.isEmpty { place = message.id }
        guard let document = try? JSONValue(parsing: message.data) else { return nil }
        guard message.event == "end" else { return message.event.isEmpty ? document : nil }
        status = document["status"]?.string
        return nil
    }

    /// The stream's beginning has come, also when there is nothing in it yet.
    mutating func began() { (tries, hasBegun) = (0, true) }

    mutating func next(after end: End) -> Step {
        if let status { return .ended(status: status) }
        let why: String
        switch end {
        case .closed: why = "the service has closed the stream"
        case .lost(let reason):
            // What has never been there is more likely misspelt than restarting.
            guard hasBegun else { return .failed(why: reason) }
            why = reason
        case .refused(let reason, let mayPass):
            guard mayPass else { return .failed(why: reason) }
            why = reason
        }
        tries += 1
        guard tries <= Self.maximumTries else { return .failed(why: why) }
        return .rest(seconds: min(1 << min(tries - 1, 5), Self.longestRest), why: why)
    }

    /// What to say when the order stands so: no event tells that it is held, nor what lets it go on.
    mutating func notice(of order: JSONValue) -> String? {
        guard order["status"] == "HELD" else {
            hasToldHeld = false
            return nil
        }
        guard !hasToldHeld else { return nil }
        hasToldHeld = true
        // A decision about what is uncertain lets it go on by itself.
        let way = order["error"] == "Held" ? "deliveries decide" : "orders redrive"
        return "it is HELD and waits for a person: orderd \(way) lets it go on"
    }
}
