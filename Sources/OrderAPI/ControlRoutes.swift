import HTTP
import HTTPTypes
import JSON
import Orders
import StatesLanguage

extension OrderAPI {
    /// Answers `POST /orders/{id}/stop`.
    func stop(_ request: ServerRequest, _ parameters: PathParameters) async throws -> ServerResponse
    {
        let id = try id(parameters)
        let body = try ControlBody(request, members: ["error", "cause", "reason"])
        let error = ErrorOutput(try body.text("error"), cause: try body.text("cause"))
        let revised = try await parts.control.stop(
            id,
            error: error,
            by: try request.operator(body)
        )
        return try answer(to: revised, id)
    }

    /// Answers `POST /orders/{id}/redrive`.
    func redrive(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let id = try id(parameters)
        let body = try ControlBody(request, members: ["from", "definition", "input", "reason"])
        let redrive = try body.redrive()
        let revised = try await parts.control.redrive(
            id,
            redrive,
            by: try request.operator(body)
        )
        return try answer(to: revised, id)
    }

    /// Answers `DELETE /orders/{id}`.
    func erase(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let id = try id(parameters)
        let body = try ControlBody(request, members: ["reason"])
        if request.fields.contains(.ifMatch) {
            let tag = EntityTag(of: try await existing(id).document())
            guard tag.isWanted(by: request.fields) else { throw Problem.changed(tag) }
        }
        let erasure = try await parts.control.erase(id, by: try request.operator(body))
        switch erasure.order {
        case .changed(let order): return .json(.ok, order.document(with: erasure))
        case .refused(let refusal, let order): throw Problem.refused(refusal, order)
        case .unknown: throw Problem.noOrder(id)
        }
    }

    private func answer(to revised: Revised, _ id: OrderID) throws -> ServerResponse {
        switch revised {
        case .changed(let order):
            return .json(.accepted, order.document(), location: order.location)
        case .refused(let refusal, let order): throw Problem.refused(refusal, order)
        case .unknown: throw Problem.noOrder(id)
        }
    }
}

/// The optional JSON object that a person sends along with an intervention.
struct ControlBody: Sendable {
    private let members: JSONObject

    /// Takes no body at all as an empty object; refuses members that mean nothing here, since one of them may be a
    /// misspelt wish.
    init(
        _ request: ServerRequest,
        members known: Set<String>,
        options: JSONValue.ParsingOptions = JSONValue.ParsingOptions()
    ) throws {
        guard !request.body.isEmpty else {
            members = JSONObject()
            return
        }
        guard !request.isCoded else { throw Problem.contentCoding }
        guard request.hasJSON else { throw Problem.jsonMediaType }
        guard let members = try JSONValue(parsing: request.body, options: options).object else {
            throw Problem.badRequest("the body, when there is one, is a JSON object")
        }
        if let unknown = members.keys.first(where: { !known.contains($0) }) {
            let names = known.sorted().joined(separator: ", ")
            throw Problem.badRequest("\(unknown) means nothing here; possible are \(names)")
        }
        self.members = members
    }

    subscript(name: String) -> JSONValue? { members[name] }

    /// A member that must be a string when it is there.
    func text(_ name: String) throws -> String? {
        guard let value = members[name] else { return nil }
        guard let text = value.string else {
            throw Problem.badRequest("\(name) must be a string, not \(value.kind)")
        }
        return text
    }

    /// A member that must be one of these words when it is there.
    func word(_ name: String, _ words: [String]) throws -> String? {
        guard let text = try text(name) else { return nil }
        guard words.contains(text) else {
            throw Problem.badRequest("\(name) must be one of \(words.joined(separator: ", "))")
        }
        return text
    }

    /// How an order is to be run again.
    func redrive() throws -> Redrive {
        var redrive = try redriveOfAny()
        guard let input = members["input"] else { return redrive }
        guard case .beginning = redrive.start else {
            throw Problem.badRequest(
                #"an edited input needs "from":"start": a failed state has its own"#
            )
        }
        redrive.start = .beginning(input: input)
        return redrive
    }

    /// How orders are to be run again, each with its own input.
    func redriveOfAny() throws -> Redrive {
        let from = try word("from", ["failed", "start"])
        let definition = try word("definition", ["own", "current"])
        return Redrive(
            from: from == "start" ? .beginning(input: nil) : .failedState,
            on: definition == "current" ? .current : .own
        )
    }
}

extension ServerRequest {
    /// Who intervenes: the name that the caller gives, or the address that it calls from; the key or certificate
    /// that proves who calls stands beside a name that anybody could give.
    func `operator`(_ body: ControlBody) throws -> Operator {
        self.operator(because: try body.text("reason"))
    }

    func `operator`(because reason: String?) -> Operator {
        let given = fields[.operatorName].flatMap { $0.isEmpty ? nil : $0 }
        let proven = identity.map { identity in given.map { "\(identity): \($0)" } ?? identity }
        return Operator(proven ?? given ?? remoteAddress, reason: reason)
    }
}

extension HTTPField.Name {
    // The literal is a token.
    // swift-format-ignore: NeverForceUnwrap
    static let operatorName = HTTPField.Name("X-Operator")!
}

extension Problem {
    /// What is sent for a resource and does not fit its own name is a conflict (RFC 9110 §9.3.4).
    static func otherNumber(_ number: OrderNumber) -> Problem {
        Problem(
            .orderNumberDiffers,
            "an edited input's orderId is \(number), or is left out",
            faults: [OrderFault("/input/orderId", "must stay \(number)")]
        )
    }

    fileprivate static func refused(_ refusal: Verdict.Refusal, _ order: Order) -> Problem {
        let (number, status) = (order.id, order.status.rawValue)
        switch refusal {
        case .ended: return Problem(.orderEnded, "order \(number) is \(status) already")
        case .notEnded:
            return Problem(
                .orderNotEnded,
                "order \(number) is \(status); stop it first, or wait for its end"
            )
        case .succeeded:
            return Problem(
                .orderSucceeded,
                "order \(number) came to its end; send a new order instead"
            )
        case .awaitsDecision:
            return Problem(
                .awaitsDecision,
                "order \(number) is held for an uncertain delivery; POST /deliveries/{id}/decision"
            )
        case .erased:
            return Problem(
                .orderErased,
                "of order \(number) only the accounting is left; nothing can be run again"
            )
        case .damaged:
            let damage = order.damage ?? "what is stored of it is damaged"
            return Problem(.orderDamaged, "order \(number): \(damage)")
        case .unfit(let reason): return Problem(.cannotRedrive, "order \(number): \(reason)")
        case .busy:
            var problem = Problem(.cannotRedrive, "order \(number) is \(status); try again")
            problem.title = "The order is being changed by others"
            return problem
        }
    }
}

extension Order {
    /// How it stands, with what became of the orders that its tasks have started, if there are any.
    fileprivate func document(with erasure: Erasure) -> [UInt8] {
        let whole = document()
        guard !erasure.children.isEmpty || !erasure.left.isEmpty else { return whole }
        var told = ObjectWriter(reservingCapacity: 256)
        told.add("children", erasure.children.count)
        told.add(
            "left",
            array: erasure.left.map { left in
                var object = ObjectWriter(reservingCapacity: 64)
                object.add("orderId", left.order.text)
                object.add("reason", left.reason.rawValue)
                return object.finished()
            }
        )
        if erasure.hasMore { told.add("more", json: "true") }
        return whole.dropLast() + Array(",\"erasure\":".utf8) + told.finished()
            + [UInt8(ascii: "}")]
    }
}
