internal import Sockets

// The way of an event.
extension FunctionHost {
    /// Finds a worker for the event, after a wait if there must be one.
    func place(_ event: Event, _ limit: Duration?) async throws(LambdaRefusal) {
        switch pools[event.function.name]?.admit(event.id, next: nextNumber()) {
        case .take(let id): give(event, to: workers[id])
        case .start(let id): start(id, for: event)
        case .wait: try await wait(event, limit)
        case .refuse, nil: throw isStopping ? .stopping : .throttled
        }
    }

    private func wait(_ event: Event, _ limit: Duration?) async throws(LambdaRefusal) {
        waiting[event.id] = event
        defer { waiting[event.id] = nil }
        switch await event.assigned.outcome(until: limit.map { loop.now + $0 }) {
        case .finished(true): return
        case .finished(false): throw .stopping
        case .timedOut, .cancelled:
            // It may have got one at the last moment.
            guard pools[event.function.name]?.abandon(event.id) == true else { return }
            throw isStopping ? .stopping : .throttled
        }
    }

    func start(_ id: Int, for event: Event) {
        let worker = Worker(id, for: event, at: loop.now)
        workers[id] = worker
        event.worker = worker
        workToDo.yield(.worker(id))
    }

    func give(_ event: Event, to worker: Worker?) {
        event.worker = worker
        worker?.pending = event
        worker?.call?.finish(())
    }

    /// Waits for the end of an event that has a worker, or makes one, and tells of it in the log.
    func follow(_ event: Event) async -> Answer {
        let end = await end(of: event)
        let duration = event.beganAt.map { loop.now - $0 } ?? .zero
        var report = InvocationReport(
            requestID: event.requestID,
            duration: duration,
            initDuration: event.initDuration,
            memoryMB: event.function.memoryMB,
            usedMB: event.usedMB
        )
        var answer = Answer(payload: [], log: [])
        switch end {
        case .answer(let payload): answer.payload = payload
        case .error(let error):
            (answer.payload, answer.error) = (
                error.document, error.isHandled ? "Handled" : "Unhandled"
            )
            report.status = .error(error.type)
        case .fault(let fault):
            (answer.payload, answer.error) = (fault.document(event.requestID), "Unhandled")
            tell(event, fault.message(event.requestID))
            if case .timedOut = fault {
                report.status = .timeout
            } else {
                report.status = .error(fault.type)
            }
        }
        tell(event, InvocationReport.end(event.requestID))
        tell(event, report.line)
        answer.log = event.tail.bytes
        return answer
    }

    private func end(of event: Event) async -> EventEnd {
        let startLimit = max(configuration.startLimit, event.function.timeout)
        switch await event.begun.outcome(until: loop.now + startLimit) {
        case .finished: break
        case .timedOut: return giveUp(event, .neverReady(startLimit))
        case .cancelled: return giveUp(event, .killed(signal: 9))
        }
        switch await event.ended.outcome(until: event.deadline) {
        case .finished(let end): return end
        case .timedOut: return giveUp(event, .timedOut(event.function.timeout))
        case .cancelled: return giveUp(event, .killed(signal: 9))
        }
    }

    private func giveUp(_ event: Event, _ fault: FunctionFault) -> EventEnd {
        if let worker = event.worker {
            readOutput(of: worker)
            event.usedMB = lookAtMemory(of: worker)
            (worker.pending, worker.current) = (nil, nil)
            end(worker)
        }
        return .fault(fault)
    }
}
