internal import HTTPTypes
internal import Sockets
internal import Synchronization

extension ServerConnection {
    /// The next head, if it has arrived whole.
    func parseHead() throws(ConnectionFailure) -> RequestParser.Request? {
        do throws(RequestRefusal) {
            guard let request = try parser.next(&input) else { return nil }
            requestCount += 1
            return request
        } catch {
            throw .refused(error)
        }
    }

    /// Waits for more of a head; false when there is none, and none had begun.
    // A part of its only caller, in which connections wait for most of their time.
    @inline(__always)
    func readHead() async throws(ConnectionFailure) -> Bool {
        let isIdle = input.isEmpty
        setDeadline(isIdle ? .waiting(wait) : .headContinues)
        entry.isIdle.store(isIdle, ordering: .relaxed)
        defer { entry.isIdle.store(false, ordering: .relaxed) }
        do throws(SocketError) {
            input.makeRoom()
            return try await stream.read(into: &input.bytes, limit: Self.readLimit) > 0
        } catch {
            guard error.isTimeout else { throw .lost(error) }
            if isIdle { return false }
            throw .refused(RequestRefusal(.requestTimeout, "The request's head came too slowly."))
        }
    }

    private var wait: ConnectionTimeouts.Wait {
        if context.isDraining { return .forLastRequest }
        return requestCount == 0 ? .forFirstRequest : .forNextRequest
    }

    /// Waits for the rest of a body; the client is asked for it if it waits for that.
    func readRest(of arriving: ArrivingBody) async throws(ConnectionFailure) {
        if arriving.head.expectsContinue { output.append("HTTP/1.1 100 Continue\r\n\r\n") }
        try await flush()
        setDeadline(.bodyBegins)
        repeat {
            let count = try await receive(&arriving.decoder, into: &arriving.request.body)
            setDeadline(.bodyArrived(count))
        } while try !decode(&arriving.decoder, into: &arriving.request.body)
    }

    func decoder(
        of framing: BodyFraming,
        _ body: Admission.Body
    ) throws(ConnectionFailure) -> BodyDecoder {
        var limit = context.configuration.maximumBodySize
        if case .wanted(upTo: let own?) = body { limit = max(own, limit) }
        do throws(MessageFault) {
            return try BodyDecoder(framing, limit: limit, trailer: context.configuration.head)
        } catch {
            throw .refused(RequestRefusal(error))
        }
    }

    func decode(
        _ decoder: inout BodyDecoder,
        into body: inout [UInt8]
    ) throws(ConnectionFailure) -> Bool {
        do throws(MessageFault) {
            return try decoder.decode(&input, into: &body)
        } catch {
            throw .refused(RequestRefusal(error))
        }
    }

    /// Waits for more of a body, which goes straight into it when its length is known.
    private func receive(
        _ decoder: inout BodyDecoder,
        into body: inout [UInt8]
    ) async throws(ConnectionFailure) -> Int {
        let missing = decoder.missing
        let count: Int
        do throws(SocketError) {
            if missing > 0 {
                count = try await stream.read(into: &body, limit: min(missing, Self.readLimit))
                decoder.receivedDirectly(count)
            } else {
                input.makeRoom()
                count = try await stream.read(into: &input.bytes, limit: Self.readLimit)
            }
        } catch {
            guard error.isTimeout else { throw .lost(error) }
            throw .refused(RequestRefusal(.requestTimeout, "The request's body came too slowly."))
        }
        guard count > 0 else { throw .lost(SocketError(.read, peer.remoteAddress, .truncated)) }
        return count
    }
}
